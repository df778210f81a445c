"""What stands at the top of a case, as its form shows it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from piccolo.columns import Column, ForeignKey

from tracker.cases.queries.corrections import Former, former_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.basics import BASICS_NAMES
from tracker.cases.rules.kinds import CASE_KIND_NAMES, REACHED_NAMES, CaseKind, Reached, Subject
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import (
    Assessment,
    CaseEnding,
    CaseFile,
    CaseWorker,
    FailureDemand,
    Interaction,
    ProgressScore,
    Purpose,
    Review,
    StarReading,
    ValueDemand,
)


@dataclass(frozen=True, slots=True)
class Basics:
    """The basics of a case; `lead_name` is for a lead without an account."""

    kind: CaseKind
    alias: str
    municipality: str
    started_on: date
    reached: Reached
    reached_note: str
    lead: int | None
    lead_name: str
    participants: int
    doubt: bool
    doubt_review_on: date | None

    @property
    def version(self) -> str:
        return version_of(*asdict(self).values())


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who follows the case, from a day until a day."""

    id: int
    person_id: int
    name: str
    since: date
    until: date | None

    def is_current(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


DAYS: Final[tuple[tuple[ForeignKey[Any], Column], ...]] = (
    (ProgressScore.case, ProgressScore.scored_on),
    (ValueDemand.case, ValueDemand.named_on),
    (StarReading.case, StarReading.read_on),
    (FailureDemand.case, FailureDemand.heard_on),
    (Interaction.case, Interaction.happened_on),
    (Assessment.case, Assessment.happened_on),
    (Review.case, Review.held_on),
    (CaseEnding.case, CaseEnding.ended_on),
)


async def basics_of(case: Case) -> Basics:
    """The basics of a case the viewer may see."""
    row = await (
        CaseFile.select(
            CaseFile.kind,
            CaseFile.alias,
            CaseFile.municipality,
            CaseFile.started_on,
            CaseFile.reached,
            CaseFile.reached_note,
            CaseFile.lead,
            CaseFile.lead_name,
            CaseFile.participants,
            CaseFile.doubt,
            CaseFile.doubt_review_on,
        )
        .where(CaseFile.id == case.id)
        .first()
    )
    assert row is not None
    basics = {**row, "kind": CaseKind(row["kind"]), "reached": Reached(row["reached"])}
    return Basics(**{**basics, "doubt": bool(row["doubt"])})


async def former_basics(case: Case) -> list[Former]:
    """What the basics of a case said before each change, latest first."""
    people = {worker.person_id: worker.name for worker in await workers_of(case)}
    names: dict[str, Mapping[Any, str]] = {
        "kind": CASE_KIND_NAMES,
        "reached": REACHED_NAMES,
        "lead": people,
    }
    return await former_of(case, Subject.CASE, case.id, BASICS_NAMES, names)


async def first_record_on(case: Case) -> date | None:
    """The earliest day of anything noted on the case after its opening, or None."""
    days = [await _first(day, of_case == case.id) for of_case, day in DAYS]
    # The purpose written at the opening has the key of the case, and moves along with its start.
    later = (Purpose.case == case.id) & (Purpose.key != await key_of(case))
    days.append(await _first(Purpose.since, later))
    return min((day for day in days if day), default=None)


async def key_of(case: Case) -> UUID:
    """The key of the form that opened the case; its first purpose carries the same."""
    row = await CaseFile.select(CaseFile.key).where(CaseFile.id == case.id).first()
    assert row is not None
    return UUID(str(row["key"]))


async def workers_of(case: Case) -> list[Worker]:
    """Everyone who follows or followed the case, in the order in which they began."""
    rows = await (
        CaseWorker.select(
            CaseWorker.id,
            CaseWorker.person,
            CaseWorker.person.name.as_alias("person_name"),
            CaseWorker.since,
            CaseWorker.until,
        )
        .where(CaseWorker.case == case.id)
        .order_by(CaseWorker.since, CaseWorker.id)
    )
    return [Worker(row["id"], row["person"], row["person_name"], row["since"], row["until"]) for row in rows]


async def _first(day: Column, where: Any) -> date | None:
    table: Any = day._meta.table
    row = await table.select(day.as_alias("day")).where(where).order_by(day).first()
    return row["day"] if row else None
