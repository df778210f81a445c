"""How words are found: without capitals and accents, the same on every database (C17)."""

import unicodedata

LONGEST_QUESTION = 200


def folded(text: str) -> str:
    """The text as it is compared: 'Één Façade' and 'een facade' are the same."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.replace("\0", "").split())


def searchable(*texts: str) -> str:
    """Several texts as one, to be searched; a word never runs on from one text into the next."""
    return " | ".join(folded(text) for text in texts if text)


def asked_words(question: str) -> list[str]:
    """The words somebody typed to search for, each of which must be found."""
    return folded(question[:LONGEST_QUESTION]).split()


def like(word: str) -> str:
    """A pattern for `LIKE .. ESCAPE '!'` that finds the word anywhere; % and _ mean themselves."""
    for special in "!%_":
        word = word.replace(special, f"!{special}")
    return f"%{word}%"
