"""What the rows of one import share while they are written."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.exchange.comparing import ComparedRow, Comparison, Status
from tracker.cases.exchange.kinds.interactions import InteractionRow
from tracker.cases.queries.importing import missing_steps
from tracker.cases.tables import CaseFile, Purpose, Review, ValueDemand
from tracker.partnership.actions.founding import organisation_named
from tracker.partnership.actions.wordings import add_value_step
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.organisations import sort_name
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Organisation

LONGEST_NAME = 120
_AT_ONCE = 10_000


@dataclass(slots=True)
class Landing:
    """What is known of the database while rows are written: ids by what the rows of the file name."""

    viewer: Viewer
    comparison: Comparison
    now: datetime = field(default_factory=clock.now)
    case_ids: dict[str, int] = field(default_factory=dict)
    started: dict[int, date] = field(default_factory=dict)
    ended: dict[int, date | None] = field(default_factory=dict)
    demands: dict[tuple[int, int], int] = field(default_factory=dict)
    """Case and number in the file: the value demand."""
    places: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    reviews: dict[tuple[int, date], int] = field(default_factory=dict)
    purposes: dict[int, list[tuple[date, int]]] = field(default_factory=lambda: defaultdict(list))
    organisations: dict[str, int] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    last_days: dict[str, date] = field(default_factory=dict)
    """Per case in the file the last day something was written on."""
    touched: set[int] = field(default_factory=set)
    """Cases that were here before and now hold more."""
    became: dict[str, int] = field(default_factory=dict)
    """The identity of a row, and the record it became."""

    def new(self, kind: str) -> Iterator[ComparedRow]:
        """The rows of a kind to write, those of unknown cases left out: nothing to hang them on."""
        for one in self.comparison.of(kind, Status.NEW):
            if one.row.record.case in self.case_ids:
                yield one

    def case(self, record: Any) -> int:
        """The id of the case a record belongs to."""
        return self.case_ids[record.case]

    def key(self, row: ComparedRow, part: str = "") -> UUID:
        """The key of a record: the same row brought in twice would be refused by the database itself."""
        named = f"{self.viewer.partnership_id}\x1f{row.row.identity}\x1f{part}"
        return UUID(bytes=hashlib.sha256(named.encode()).digest()[:16])

    def keep(self, rows: Sequence[ComparedRow], ids: dict[tuple[Any, ...], int]) -> None:
        """Remember which record each row became, found by its key."""
        for row in rows:
            self.became[row.row.identity] = ids[(self.key(row),)]

    def organisation(self, name: str) -> int | None:
        """The organisation a name means."""
        return self.organisations.get(sort_name(name[:LONGEST_NAME]))

    def organisations_of(self, record: InteractionRow) -> list[int]:
        """Who did something, each once, the first first."""
        ids = (self.organisation(name) for name in record.organisations)
        return list(dict.fromkeys(id for id in ids if id is not None))

    def step(self, name: str) -> int | None:
        """The value step a name means."""
        return self.steps.get(plain(name))

    def purpose_on(self, case: int, day: date) -> int | None:
        """The purpose of a case that held on a day."""
        held = [purpose for since, purpose in self.purposes.get(case, ()) if since <= day]
        return held[-1] if held else None


async def prepare(viewer: Viewer, comparison: Comparison) -> Landing:
    """What is known before anything is written: names of organisations and steps, days per case."""
    landing = Landing(viewer, comparison)
    landing.steps = {plain(step.name): step.id for step in await value_steps(viewer)}
    for one in comparison.all(Status.NEW):
        record = one.row.record
        day, case = getattr(record, "date", None), getattr(record, "case", "")
        if day and day > landing.last_days.get(case, date.min):
            landing.last_days[case] = day
    await _know_organisations(landing, [*comparison.all(Status.NEW), *comparison.all(Status.CHANGED)])
    return landing


async def add_missing_steps(landing: Landing, names: Iterable[str]) -> list[str]:
    """Add the value steps that rows name and the partnership does not know; the names of the new ones."""
    missing = missing_steps(names, set(landing.steps))
    for compared, name in missing.items():
        landing.steps[compared] = await add_value_step(landing.viewer, name[:LONGEST_NAME], "")
    return list(missing.values())


async def look_up_held(landing: Landing) -> None:
    """What the cases that were here before already hold."""
    for ids in _batches(sorted(set(landing.case_ids.values()))):
        for row in await CaseFile.select(CaseFile.id, CaseFile.started_on, CaseFile.ended_on).where(
            CaseFile.id.is_in(ids)
        ):
            landing.started[row["id"]], landing.ended[row["id"]] = row["started_on"], row["ended_on"]
        for row in await (
            ValueDemand.select(ValueDemand.id, ValueDemand.case, ValueDemand.place)
            .where(ValueDemand.case.is_in(ids))
            .order_by(ValueDemand.id)
        ):
            landing.demands.setdefault((row["case"], row["place"] + 1), row["id"])
            landing.places[row["case"]].add(row["place"])
        for row in await Review.select(Review.id, Review.case, Review.held_on).where(Review.case.is_in(ids)):
            landing.reviews.setdefault((row["case"], row["held_on"]), row["id"])
        for row in await (
            Purpose.select(Purpose.id, Purpose.case, Purpose.since)
            .where(Purpose.case.is_in(ids))
            .order_by(Purpose.since, Purpose.id)
        ):
            landing.purposes[row["case"]].append((row["since"], row["id"]))


async def _know_organisations(landing: Landing, rows: Sequence[ComparedRow]) -> None:
    """Look organisations up by name, and write down who did something and stands nowhere yet.

    Taking part in the partnership is another matter; who is merely named in a failure demand stays a name.
    """
    doing, named = _organisations_in(rows, "interactions"), _organisations_in(rows, "failure_demands")
    for batch in _batches(list(named | doing)):
        for row in await Organisation.select(Organisation.id, Organisation.sort_name).where(
            Organisation.sort_name.is_in(batch)
        ):
            landing.organisations[row["sort_name"]] = row["id"]
    for compared, name in doing.items():
        if compared not in landing.organisations:
            landing.organisations[compared] = await organisation_named(name)


def _organisations_in(rows: Iterable[ComparedRow], kind: str) -> dict[str, str]:
    names = (
        name[:LONGEST_NAME] for one in rows if one.row.kind == kind for name in one.row.record.organisations
    )
    return {sort_name(name): name for name in names if sort_name(name)}


def _batches(values: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
