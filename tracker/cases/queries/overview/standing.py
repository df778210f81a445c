"""What holds for a case today, around the story itself: who works on it, who sees it, how it ended."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.queries.seen import Case
from tracker.cases.rules.attention import is_long_since
from tracker.cases.rules.kinds import Agreed, CaseState, Reached
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the person knew and said about sharing, as it holds now (C14)."""

    agreed: Agreed
    informed_on: date | None
    how: str
    by_whom: str
    limits: str
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True)
class Ending:
    """The last ending, and the reopening when one followed (C12)."""

    kind: CaseState
    ended_on: date
    interpretation: str
    handed_to: str
    keeps_contact: str
    reopened_on: date | None
    reopened_reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    reached: Reached
    reached_note: str
    participants: int
    source_code: str
    doubt: bool
    doubt_review_on: date | None
    last_contact_on: date | None
    last_review_on: date | None
    long_not_reviewed: bool
    closed_to_coordination: bool
    organisations: tuple[str, ...]
    workers: tuple[str, ...]
    agreement: Agreement | None
    ending: Ending | None


STANDING = """
    SELECT c.reached, c.reached_note, c.participants, c.source_code, c.doubt, c.doubt_review_on,
           c.last_contact_on, c.last_review_on, c.closed_to_coordination,
           ps.review_after_weeks,
           a.agreed, a.informed_on, a.how, a.by_whom, a.limits, a.withdrawn_on,
           e.kind AS ending, e.ended_on, e.interpretation, e.handed_to, e.keeps_contact,
           e.reopened_on, e.reopened_reason,
           o.name AS organisation, p.name AS worker
      FROM case_file c
      JOIN partnership ps ON ps.id = c.partnership
      LEFT JOIN sharing_agreement a
             ON a.id = (SELECT max(id) FROM sharing_agreement WHERE "case" = c.id)
      LEFT JOIN case_ending e ON e.id = (SELECT max(id) FROM case_ending WHERE "case" = c.id)
      LEFT JOIN shared_with s
             ON s."case" = c.id AND s.since <= {} AND (s.until IS NULL OR s.until > {})
      LEFT JOIN organisation o ON o.id = s.organisation
      LEFT JOIN case_worker w
             ON w."case" = c.id AND w.since <= {} AND (w.until IS NULL OR w.until > {})
      LEFT JOIN person p ON p.id = w.person
     WHERE c.id = {}
     ORDER BY o.name, p.name
"""


async def standing_of(viewer: Viewer, case: Case) -> Standing:
    """How the case stands on this day; every sharing organisation and worker is one row more."""
    today = viewer.today
    rows = await CaseFile.raw(STANDING, today, today, today, today, case.id)
    row = rows[0]
    return Standing(
        reached=Reached(row["reached"]),
        reached_note=row["reached_note"],
        participants=row["participants"],
        source_code=row["source_code"],
        doubt=bool(row["doubt"]),
        doubt_review_on=row["doubt_review_on"],
        last_contact_on=row["last_contact_on"],
        last_review_on=row["last_review_on"],
        long_not_reviewed=case.runs
        and is_long_since(row["last_review_on"], case.started_on, row["review_after_weeks"], today),
        closed_to_coordination=bool(row["closed_to_coordination"]),
        organisations=tuple(dict.fromkeys(each["organisation"] for each in rows if each["organisation"])),
        workers=tuple(dict.fromkeys(each["worker"] for each in rows if each["worker"])),
        agreement=_agreement(row) if row["agreed"] else None,
        ending=_ending(row) if row["ending"] else None,
    )


def _agreement(row: dict[str, object]) -> Agreement:
    names = ("informed_on", "how", "by_whom", "limits", "withdrawn_on")
    return Agreement(agreed=Agreed(row["agreed"]), **{name: row[name] for name in names})  # type: ignore[arg-type]


def _ending(row: dict[str, object]) -> Ending:
    names = ("ended_on", "interpretation", "handed_to", "keeps_contact", "reopened_on", "reopened_reason")
    return Ending(kind=CaseState(row["ending"]), **{name: row[name] for name in names})  # type: ignore[arg-type]
