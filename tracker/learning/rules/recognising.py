"""Words by which somebody could be recognised in a text that more people read (law 3)."""

import re
from collections.abc import Collection, Mapping

_WORD = r"(?<!\w){}(?!\w)"


def recognised(text: str, telling: Mapping[str, str]) -> dict[str, str]:
    """Which of these words (with what each of them is) stand in the text as words of their own."""
    return {word: what for word, what in telling.items() if word.strip() and _stands_in(word.strip(), text)}


def _stands_in(word: str, text: str) -> bool:
    # A partnership has thousands of aliases; a pattern is made only of those that can be there.
    there = word.casefold() in text.casefold()
    return there and re.search(_WORD.format(re.escape(word)), text, re.IGNORECASE) is not None


def codes_in(text: str, prefix: str) -> list[str]:
    """The codes of cases of this area in a text, each once, in reading order."""
    return list(dict.fromkeys(match[0].upper() for match in _codes(prefix).finditer(text)))


def without_codes(text: str, prefix: str, seen: Collection[str]) -> str:
    """The text with every code of this area that the reader may not see replaced by 'een casus'."""
    return _codes(prefix).sub(lambda match: match[0] if match[0].upper() in seen else "een casus", text)


def without_aliases(text: str, aliases: Collection[str]) -> str:
    """The text with each of these aliases, written as it is, replaced by 'iemand'."""
    for alias in sorted((alias.strip() for alias in aliases if alias.strip()), key=len, reverse=True):
        text = re.sub(_WORD.format(re.escape(alias)), "iemand", text)
    return text


def _codes(prefix: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(prefix)}-\d+(?!\w)", re.IGNORECASE)
