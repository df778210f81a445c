"""The star readings of a case: one with its history, and what was read last time (C5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.overview.demands import Demands, Rating, Reading, demands_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Fit, Perspective, Subject
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import StarRating, StarReading
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class LastTime:
    """What a demand got the last time it was read from one perspective."""

    on: date
    stars: int
    note: str


@dataclass(frozen=True, slots=True)
class OneReading:
    """A reading among all that were made, and who wrote it down."""

    reading: Reading
    demands: Demands
    author: str

    @property
    def version(self) -> str:
        told = [
            (demand, rating.stars, rating.note, rating.fit, rating.disagreement)
            for demand, rating in sorted(self.reading.ratings.items())
        ]
        return version_of(self.reading.on, self.reading.perspective, self.reading.note, told)


@dataclass(frozen=True, slots=True)
class FormerReading:
    """What a reading said until somebody corrected it."""

    on: date
    perspective: Perspective
    note: str
    ratings: Mapping[int, Rating]
    corrected_by: str
    corrected_at: datetime
    reason: str


async def reading_of(viewer: Viewer, case: Case, reading_id: int) -> OneReading:
    """One reading of a case. Raises NotFound."""
    demands = await demands_of(viewer, case, all_readings=True)
    found = next((reading for reading in demands.readings if reading.id == reading_id), None)
    if found is None:
        raise NotFound
    row = await (
        StarReading.select(StarReading.author.name.as_alias("author_name"))
        .where(StarReading.id == reading_id)
        .first()
    )
    return OneReading(found, demands, (row or {}).get("author_name") or "")


async def reading_alone(case: Case, reading_id: int) -> Reading:
    """One reading of a case without the others around it. Raises NotFound."""
    row = await (
        StarReading.select(StarReading.read_on, StarReading.perspective, StarReading.note)
        .where(StarReading.case == case.id, StarReading.id == reading_id)
        .first()
    )
    if row is None:
        raise NotFound
    ratings = await StarRating.select(
        StarRating.demand, StarRating.stars, StarRating.note, StarRating.fit, StarRating.disagreement
    ).where(StarRating.reading == reading_id)
    return Reading(
        id=reading_id,
        on=row["read_on"],
        perspective=Perspective(row["perspective"]),
        note=row["note"],
        ratings=_ratings({rating.pop("demand"): rating for rating in ratings}),
    )


async def former_readings(case: Case, reading_id: int) -> list[FormerReading]:
    """Every former version of a reading, latest first."""
    return [
        FormerReading(
            on=date.fromisoformat(each.former["read_on"]),
            perspective=Perspective(each.former["perspective"]),
            note=each.former["note"],
            ratings=_ratings(each.former["ratings"]),
            corrected_by=each.author,
            corrected_at=each.corrected_at,
            reason=each.reason,
        )
        for each in await corrections_of(case, Subject.STAR, reading_id)
    ]


def last_times(demands: Demands, before: Reading | None = None) -> dict[int, dict[Perspective, LastTime]]:
    """By demand and perspective, what it got the last time it was spoken about (before a reading)."""
    found: dict[int, dict[Perspective, LastTime]] = {demand.id: {} for demand in demands.demands}
    for reading in demands.readings:
        if before is not None and (reading.on, reading.id) >= (before.on, before.id):
            break
        for demand, rating in reading.ratings.items():
            if rating.stars is not None:
                found[demand][reading.perspective] = LastTime(reading.on, rating.stars, rating.note)
    return found


def _ratings(told: Any) -> dict[int, Rating]:
    return {
        int(demand): Rating(
            stars=each["stars"],
            note=each["note"],
            fit=Fit(each["fit"]) if each["fit"] else None,
            disagreement=each["disagreement"],
        )
        for demand, each in told.items()
    }
