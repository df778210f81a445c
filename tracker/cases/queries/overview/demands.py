"""The value demands of a case with the star readings that its page shows (C4, C5, C6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.overview.validated import NOT_ASKED, Checked, checked, last_validation
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import DemandState, Fit, Perspective, Subject
from tracker.cases.tables import ValueDemand
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Rating:
    """One demand in one reading; no stars means it was not spoken about."""

    stars: int | None
    note: str
    fit: Fit | None
    disagreement: str

    @property
    def has_words(self) -> bool:
        return bool(self.note or self.fit or self.disagreement)

    @property
    def says_something(self) -> bool:
        return self.stars is not None or self.has_words


@dataclass(frozen=True, slots=True)
class Demand:
    """A value demand; `place`, from 0, gives its letter."""

    id: int
    place: int
    words: str
    theme: str
    state: DemandState
    named_on: date
    ended_on: date | None
    end_reason: str
    checked: Checked = NOT_ASKED

    @property
    def open(self) -> bool:
        return self.state is DemandState.OPEN


@dataclass(frozen=True, slots=True)
class Reading:
    """A star reading, with its ratings by demand id.

    `own_hand`: the target group gave it alone, on a phone that was handed over.
    """

    id: int
    on: date
    perspective: Perspective
    note: str
    ratings: Mapping[int, Rating]
    own_hand: bool = False


@dataclass(frozen=True, slots=True)
class Demands:
    """Demands in their order; readings oldest first, all or the first and last two of each perspective."""

    demands: tuple[Demand, ...]
    readings: tuple[Reading, ...]

    @property
    def open(self) -> tuple[Demand, ...]:
        return tuple(demand for demand in self.demands if demand.open)

    @property
    def ended(self) -> tuple[Demand, ...]:
        return tuple(demand for demand in self.demands if not demand.open)

    @property
    def latest(self) -> Reading | None:
        return self.readings[-1] if self.readings else None

    def seen_by(self, perspective: Perspective) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.perspective is perspective)


FIRST_AND_LAST_TWO = "r.forth = 1 OR r.back <= 2"
EVERY_READING = "r.forth >= 1"

DEMANDS = """
    SELECT d.id, d.place, d.words, d.theme, d.state, d.named_on, d.ended_on, c.reason AS end_reason,
           v.answer, v.validated_on,
           s.reading, s.read_on, s.perspective, s.own_hand, s.reading_note,
           s.stars, s.note, s.fit, s.disagreement
      FROM value_demand d
      LEFT JOIN demand_change c
             ON c.id = (SELECT max(id) FROM demand_change WHERE demand = d.id AND kind <> 'reworded')
      {validation}
      LEFT JOIN (
           SELECT t.demand, t.stars, t.note, t.fit, t.disagreement,
                  r.id AS reading, r.read_on, r.perspective, r.note AS reading_note,
                  r.author IS NULL AND r.perspective = 'target_group' AS own_hand
             FROM star_rating t
             JOIN (SELECT id, read_on, perspective, note, author,
                          row_number() OVER (PARTITION BY perspective ORDER BY read_on, id) AS forth,
                          row_number() OVER (PARTITION BY perspective ORDER BY read_on DESC, id DESC) AS back
                     FROM star_reading WHERE "case" = {{}}) r
               ON r.id = t.reading
            WHERE {which}) s
        ON s.demand = d.id
     WHERE d."case" = {{}}
     ORDER BY d.place, d.id, s.read_on, s.reading
"""


async def demands_of(viewer: Viewer, case: Case, *, all_readings: bool = False) -> Demands:
    """Every value demand, and of each perspective the first and the last two readings, or all of them."""
    which = EVERY_READING if all_readings else FIRST_AND_LAST_TWO
    asked = DEMANDS.format(which=which, validation=last_validation(Subject.VALUE_DEMAND, "d"))
    rows = await ValueDemand.raw(asked, case.id, case.id)
    demands = {row["id"]: _demand(row) for row in rows}
    return Demands(tuple(demands.values()), tuple(_readings(rows)))


def _demand(row: dict[str, Any]) -> Demand:
    return Demand(
        id=row["id"],
        place=row["place"],
        words=row["words"],
        theme=row["theme"],
        state=DemandState(row["state"]),
        named_on=row["named_on"],
        ended_on=row["ended_on"],
        end_reason=row["end_reason"] or "",
        checked=checked(row),
    )


def _readings(rows: Iterable[dict[str, Any]]) -> list[Reading]:
    by_reading: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        if row["reading"] is not None:
            by_reading.setdefault(row["reading"], []).append(row)
    readings = [
        Reading(
            id=reading,
            on=held[0]["read_on"],
            perspective=Perspective(held[0]["perspective"]),
            note=held[0]["reading_note"],
            ratings={row["id"]: _rating(row) for row in held},
            own_hand=bool(held[0]["own_hand"]),
        )
        for reading, held in by_reading.items()
    ]
    return sorted(readings, key=lambda reading: (reading.on, reading.id))


def _rating(row: dict[str, Any]) -> Rating:
    return Rating(
        stars=row["stars"],
        note=row["note"],
        fit=Fit(row["fit"]) if row["fit"] else None,
        disagreement=row["disagreement"],
    )
