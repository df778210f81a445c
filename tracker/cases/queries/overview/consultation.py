"""The last multidisciplinary review of a case, and its agreements (C10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import AgreementState, PersonPart
from tracker.cases.tables import Review
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Voice:
    """A discipline or organisation present, and how it reads the case."""

    name: str
    reading: str


@dataclass(frozen=True, slots=True)
class LastReview:
    id: int
    held_on: date
    person_part: PersonPart
    note: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who does what by when."""

    id: int
    what: str
    who: str
    due_on: date | None
    state: AgreementState
    review_id: int | None
    of_last_review: bool

    @property
    def open(self) -> bool:
        return self.state is AgreementState.OPEN


@dataclass(frozen=True, slots=True)
class Consultation:
    """The last review, and the agreements, earliest due first: all that are open and those of that review."""

    review: LastReview | None
    agreements: tuple[Agreed, ...]

    @property
    def open(self) -> tuple[Agreed, ...]:
        return tuple(agreement for agreement in self.agreements if agreement.open)

    @property
    def of_last_review(self) -> tuple[Agreed, ...]:
        return tuple(agreement for agreement in self.agreements if agreement.of_last_review)


# The last review of a case.
LAST = 'SELECT id FROM review WHERE "case" = {} ORDER BY held_on DESC, id DESC LIMIT 1'

CONSULTATION = f"""
    SELECT r.held_on AS day, r.id, r.note AS words, r.person_part AS state, v.discipline AS who,
           o.name AS organisation, v.reading, v.id AS place,
           r.id AS review, 'review' AS sort
      FROM review r
      LEFT JOIN review_voice v ON v.review = r.id
      LEFT JOIN organisation o ON o.id = v.organisation
     WHERE r.id = ({LAST})
    UNION ALL
    SELECT a.due_on, a.id, a.what, a.state, a.who, NULL, NULL, a.id,
           a.review, CASE WHEN a.review = ({LAST}) THEN 'agreement' ELSE 'earlier agreement' END
      FROM agreement a
     WHERE a."case" = {{}} AND (a.state = 'open' OR a.review = ({LAST}))
     ORDER BY 8
"""


async def consultation_of(viewer: Viewer, case: Case) -> Consultation:
    """The last review with its voices, and what was agreed."""
    rows = await Review.raw(CONSULTATION, case.id, case.id, case.id, case.id)
    held = [row for row in rows if row["sort"] == "review"]
    agreements = [_agreed(row) for row in rows if row["sort"] != "review"]
    agreements.sort(key=lambda agreement: agreement.due_on or date.max)
    return Consultation(_review(held) if held else None, tuple(agreements))


def _review(held: list[dict[str, Any]]) -> LastReview:
    row = held[0]
    return LastReview(
        id=row["id"],
        held_on=row["day"],
        person_part=PersonPart(row["state"]),
        note=row["words"],
        voices=tuple(_voice(each) for each in held if each["place"] is not None),
    )


def _voice(row: dict[str, Any]) -> Voice:
    return Voice(", ".join(part for part in (row["who"], row["organisation"]) if part), row["reading"] or "")


def _agreed(row: dict[str, Any]) -> Agreed:
    return Agreed(
        id=row["id"],
        what=row["words"],
        who=row["who"],
        due_on=row["day"],
        state=AgreementState(row["state"]),
        review_id=row["review"],
        of_last_review=row["sort"] == "agreement",
    )
