"""What stands at the top of a case, as its form shows it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from piccolo.columns import Column, ForeignKey

from tracker import clock
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.basics import BASICS_NAMES, basics_in_words
from tracker.cases.rules.kinds import CaseKind, Reached, Subject
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
from tracker.partnership.tables import Person


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


@dataclass(frozen=True, slots=True)
class FormerBasics:
    """What a change of the basics replaced: the name of each field, and what it said."""

    said: tuple[tuple[str, str], ...]
    changed_on: date
    author: str
    reason: str


async def former_basics(case: Case) -> list[FormerBasics]:
    """What the basics of a case said before, latest first."""
    corrections = await corrections_of(case, Subject.CASE, case.id)
    leads = {correction.former.get("lead") for correction in corrections} - {None}
    people = await Person.select(Person.id, Person.name).where(Person.id.is_in([*leads] or [0]))
    names = {row["id"]: row["name"] for row in people}
    return [
        FormerBasics(
            said=tuple(
                (label, basics_in_words(field, correction.former[field], names))
                for field, label in BASICS_NAMES.items()
                if field in correction.former
            ),
            changed_on=clock.as_local(correction.corrected_at).date(),
            author=correction.author,
            reason=correction.reason,
        )
        for correction in corrections
    ]


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
