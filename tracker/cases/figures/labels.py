"""The fixed words of the pages that a person reads, in the language of that person (C11).

They stand in `texts/klantbeeld/<language>.toml`. An installation may improve one or add another with a file
of the same form in `klantbeeld/` below its data folder; what such a file leaves out is said in Dutch.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from babel.dates import format_date
from babel.lists import format_list

from tracker.settings import CHECKOUT, SETTINGS

DUTCH: Final = "nl"
SHIPPED: Final = CHECKOUT / "texts" / "klantbeeld"


@dataclass(frozen=True, slots=True)
class Labels:
    """One language. Called with the name of a sentence and what must be filled in, it gives the sentence."""

    code: str
    name: str
    locale: str
    direction: str
    texts: Mapping[str, str]

    def __call__(self, sentence: str, **filled_in: object) -> str:
        return self.texts[sentence].format(**filled_in)

    def to(self, name: str, sentence: str) -> str:
        """A sentence that calls somebody by name, or does without when there is none."""
        return self(sentence, name=name).rstrip(" ,،")

    def day(self, day: date) -> str:
        """6 mei 2024, as this language writes it."""
        return format_date(day, "long", locale=self.locale)

    def several(self, names: Iterable[str]) -> str:
        """OCMW Eeklo, VDAB en CAW."""
        return format_list(list(names), locale=self.locale)

    def with_anchors(self, low: str, high: str) -> "Labels":
        """The same, with the partnership's own words for 1 and 5, which are Dutch."""
        if self.code != DUTCH:
            return self
        return replace(self, texts={**self.texts, "step_1": low, "step_5": high})

    def step(self, stars: int) -> str:
        """The words for 1 to 5."""
        return self.texts[f"step_{stars}"]


def labels_in(language: str | None) -> Labels:
    """The words in a language; in Dutch when there are none."""
    known = languages()
    return known.get(language or DUTCH, known[DUTCH])


@cache
def languages() -> dict[str, Labels]:
    """Every language there are words in, Dutch first."""
    folders = (SHIPPED, SETTINGS.data_dir / "klantbeeld")
    written = [{path.stem: _read(path) for path in folder.glob("*.toml")} for folder in folders]
    dutch = written[0][DUTCH] | written[1].get(DUTCH, {})
    others = sorted({code for folder in written for code in folder} - {DUTCH})
    return {
        code: _labels(code, {**dutch, **written[0].get(code, {}), **written[1].get(code, {})})
        for code in (DUTCH, *others)
    }


def _read(path: Path) -> dict[str, str]:
    read: dict[str, Any] = tomllib.loads(path.read_text())
    return {name: str(text) for name, text in read.items()}


def _labels(code: str, read: dict[str, str]) -> Labels:
    return Labels(
        code=code,
        name=read["language"],
        locale=read["locale"],
        direction=read["direction"],
        texts=read,
    )
