"""What a person is asked while holding the phone, and what was seen before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import DemandState, Perspective
from tracker.cases.tables import Purpose, StarRating, StarReading, ValueDemand
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person is asked about: the purpose as it was written, and the open value demands by id."""

    purpose_id: int | None
    purpose: str
    demands: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading of the star with its stars by value demand, and its note."""

    id: int
    on: date
    perspective: Perspective
    note: str
    stars: Mapping[int, int | None]


async def asked_of(viewer: Viewer, case: Case) -> Asked:
    """The questions for the person of this case: no figure of anyone is among them."""
    purpose = await (
        Purpose.select(Purpose.id, Purpose.words)
        .where(Purpose.case == case.id)
        .order_by(Purpose.since, Purpose.id, ascending=False)
        .first()
    )
    demands = await (
        ValueDemand.select(ValueDemand.id, ValueDemand.words)
        .where(ValueDemand.case == case.id, ValueDemand.state == DemandState.OPEN)
        .order_by(ValueDemand.place, ValueDemand.id)
    )
    return Asked(
        purpose_id=purpose["id"] if purpose else None,
        purpose=purpose["words"] if purpose else "",
        demands={row["id"]: row["words"] for row in demands},
    )


async def seen_before(case: Case, reading_id: int) -> tuple[Seen | None, Seen | None]:
    """A reading, and the last one before it from whosever eyes."""
    rows = await (
        StarReading.select(StarReading.id, StarReading.read_on, StarReading.perspective, StarReading.note)
        .where(StarReading.case == case.id)
        .order_by(StarReading.read_on, StarReading.id, ascending=False)
    )
    at = next((place for place, row in enumerate(rows) if row["id"] == reading_id), None)
    if at is None:
        return None, None
    two = rows[at : at + 2]
    ratings = await StarRating.select(StarRating.reading, StarRating.demand, StarRating.stars).where(
        StarRating.reading.is_in([row["id"] for row in two])
    )
    seen = [
        Seen(
            id=row["id"],
            on=row["read_on"],
            perspective=Perspective(row["perspective"]),
            note=row["note"],
            stars={each["demand"]: each["stars"] for each in ratings if each["reading"] == row["id"]},
        )
        for row in two
    ]
    return seen[0], seen[1] if len(seen) > 1 else None
