"""What the address of the case list asks, in Dutch words that may be shared and kept (C17)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from tracker.cases.queries.listing import Stage, Wanted
from tracker.cases.rules.kinds import CASE_KIND_NAMES
from tracker.cases.rules.searching import LONGEST_QUESTION
from tracker.web.forms.fields import LARGEST_ID

STAGES = {Stage.RUNNING: "loopt", Stage.RELEASED: "losgelaten", Stage.ENDED_OTHERWISE: "anders-afgerond"}
YES = "ja"
LONGEST_NAME = 80
MOST_PAGES = 10_000

Choice = TypeVar("Choice", bound=StrEnum)


def wanted_in(query: Mapping[str, str]) -> Wanted:
    """What is asked; a word the list does not know asks nothing."""
    return Wanted(
        question=query.get("zoek", "").strip()[:LONGEST_QUESTION],
        mine=query.get("mijn") == YES,
        stage=named(STAGES, query.get("staat")),
        long_not_reviewed=query.get("lang-niet-besproken") == YES,
        long_quiet=query.get("lang-stil") == YES,
        doubt=query.get("twijfel") == YES,
        kind=named(CASE_KIND_NAMES, query.get("soort")),
        municipality=query.get("gemeente", "").replace("\0", "")[:LONGEST_NAME],
        organisation=number(query.get("organisatie"), LARGEST_ID),
        lead=number(query.get("trekker"), LARGEST_ID),
    )


def page_in(query: Mapping[str, str]) -> int:
    """Which page of a long list is asked, from 1."""
    return number(query.get("bladzijde"), MOST_PAGES) or 1


def as_query(wanted: Wanted, *, page: int = 1, **otherwise: Any) -> str:
    """The query string that asks this, with some of it asked otherwise; '' when nothing is asked."""
    wanted = replace(wanted, **otherwise)
    asked = {
        "zoek": wanted.question,
        "mijn": YES if wanted.mine else "",
        "staat": STAGES[wanted.stage] if wanted.stage else "",
        "lang-niet-besproken": YES if wanted.long_not_reviewed else "",
        "lang-stil": YES if wanted.long_quiet else "",
        "twijfel": YES if wanted.doubt else "",
        "soort": CASE_KIND_NAMES[wanted.kind] if wanted.kind else "",
        "gemeente": wanted.municipality,
        "organisatie": wanted.organisation or "",
        "trekker": wanted.lead or "",
        "bladzijde": page if page > 1 else "",
    }
    told = urlencode({name: value for name, value in asked.items() if value})
    return f"?{told}" if told else ""


def named(names: Mapping[Choice, str], said: str | None) -> Choice | None:
    """The choice that goes by this name, or None."""
    return next((choice for choice, name in names.items() if name == said), None)


def number(said: str | None, largest: int) -> int | None:
    """A whole number from 1 to the largest, or None."""
    if said and said.isascii() and said.isdigit() and len(said) < 11 and 1 <= int(said) <= largest:
        return int(said)
    return None
