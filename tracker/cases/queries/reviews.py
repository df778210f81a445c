"""Multidisciplinary reviews of a case, with everyone's own reading (C10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.agreements import Agreed, agreements_where
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import PersonPart
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import Agreement, Review, ReviewVoice
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class HeardVoice:
    """A discipline or organisation that was there, and how it reads the case."""

    discipline: str
    organisation_id: int | None
    organisation: str
    reading: str

    @property
    def name(self) -> str:
        return ", ".join(part for part in (self.discipline, self.organisation) if part)


@dataclass(frozen=True, slots=True)
class HeldReview:
    """One review with everyone's reading and what was agreed."""

    id: int
    held_on: date
    person_part: PersonPart
    note: str
    author: str
    voices: tuple[HeardVoice, ...]
    agreements: tuple[Agreed, ...]

    @property
    def version(self) -> str:
        told = [(voice.discipline, voice.organisation_id, voice.reading) for voice in self.voices]
        return version_of(self.held_on, self.person_part, self.note, told)


async def reviews_of(case: Case) -> dict[int, date]:
    """Every review of the case, latest first: id and day."""
    rows = await (
        Review.select(Review.id, Review.held_on)
        .where(Review.case == case.id)
        .order_by(Review.held_on, Review.id, ascending=False)
    )
    return {row["id"]: row["held_on"] for row in rows}


async def review_of(case: Case, review_id: int) -> HeldReview:
    """One review of the case. Raises NotFound."""
    row = await (
        Review.select(
            Review.id,
            Review.held_on,
            Review.person_part,
            Review.note,
            Review.author.name.as_alias("author_name"),
        )
        .where(Review.case == case.id, Review.id == review_id)
        .first()
    )
    if row is None:
        raise NotFound
    return HeldReview(
        id=row["id"],
        held_on=row["held_on"],
        person_part=PersonPart(row["person_part"]),
        note=row["note"],
        author=row["author_name"] or "",
        voices=tuple(_voice(voice) for voice in await _voices(review_id)),
        agreements=tuple(await agreements_where(Agreement.review == review_id)),
    )


async def _voices(review_id: int) -> list[dict[str, Any]]:
    return await (
        ReviewVoice.select(
            ReviewVoice.discipline,
            ReviewVoice.organisation,
            ReviewVoice.organisation.name.as_alias("organisation_name"),
            ReviewVoice.reading,
        )
        .where(ReviewVoice.review == review_id)
        .order_by(ReviewVoice.id)
    )


def _voice(row: dict[str, Any]) -> HeardVoice:
    return HeardVoice(row["discipline"], row["organisation"], row["organisation_name"] or "", row["reading"])
