"""A star reading as a form: every demand on one page (C5)."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from litestar.datastructures import MultiDict

from tracker.cases.actions.stars import Read
from tracker.cases.queries.overview.demands import Rating, Reading
from tracker.cases.rules.kinds import Fit, Perspective, Validated
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, Score5, WhenEmpty, Words


class StarFields(Form):
    """Who looks, when, and what is said about each demand that is asked about."""

    asked: list[Id] = []
    perspective: Annotated[Perspective, WhenEmpty("Kies wie er kijkt.")]
    read_on: Annotated[Day, WhenEmpty("Vul in op welke dag.")]
    stars: dict[int, Score5] = {}
    seen: dict[int, Words] = {}
    fit: dict[int, Fit] = {}
    otherwise: dict[int, Words] = {}
    note: Words = ""
    discussed: Validated = Validated.NO
    how: Line = ""


class NewStar(StarFields):
    key: Key


class CorrectStar(StarFields):
    version: Plain = ""
    reason: Line = ""


def read(data: StarFields) -> Read:
    """What the form asks for, as the act takes it."""
    spoken_about = {*data.stars, *data.seen, *data.fit, *data.otherwise}
    return Read(
        perspective=data.perspective,
        read_on=data.read_on,
        ratings={
            id: Rating(
                stars=data.stars.get(id),
                note=data.seen.get(id, ""),
                fit=data.fit.get(id),
                disagreement=data.otherwise.get(id, ""),
            )
            for id in sorted(spoken_about)
        },
        note=data.note,
        discussed=data.discussed,
        how=data.how,
    )


def as_filled_in(reading: Reading) -> dict[str, Any]:
    """A reading as it stood in the form."""
    ratings = reading.ratings
    return {
        "asked": sorted(ratings),
        "perspective": reading.perspective,
        "read_on": reading.on,
        "stars": {id: rating.stars for id, rating in ratings.items() if rating.stars is not None},
        "seen": {id: rating.note for id, rating in ratings.items() if rating.note},
        "fit": {id: rating.fit for id, rating in ratings.items() if rating.fit},
        "otherwise": {id: rating.disagreement for id, rating in ratings.items() if rating.disagreement},
        "note": reading.note,
    }


SEEN_IN_ADDRESS: Final = {
    "samen": Perspective.TOGETHER,
    "doelgroep": Perspective.TARGET_GROUP,
    "team": Perspective.TEAM,
}
"""What an address calls each perspective."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Through whose eyes the star over time is seen, who stands beside, and which demands are drawn."""

    seen: Perspective | None = None
    beside: Perspective | None = None
    chosen: tuple[int, ...] = ()


def looking_in(query: MultiDict[str]) -> Looking:
    """What an address asks; a word it does not know asks nothing."""
    return Looking(
        seen=SEEN_IN_ADDRESS.get(query.get("wie", "")),
        beside=SEEN_IN_ADDRESS.get(query.get("naast", "")),
        chosen=tuple(
            int(id) for id in query.getall("as", []) if id.isascii() and id.isdigit() and len(id) < 11
        ),
    )


def as_query(looking: Looking, **otherwise: Any) -> str:
    """The query string that asks this, with some of it asked otherwise; '' when nothing is asked."""
    asked = replace(looking, **otherwise)
    names = {perspective: name for name, perspective in SEEN_IN_ADDRESS.items()}
    pairs = [("wie", names[asked.seen])] if asked.seen else []
    pairs += [("naast", names[asked.beside])] if asked.beside else []
    told = urlencode([*pairs, *(("as", str(id)) for id in asked.chosen)])
    return f"?{told}" if told else ""
