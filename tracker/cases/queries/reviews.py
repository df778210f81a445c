"""Multidisciplinary reviews of a case, and agreements that are still open (C10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.rules.kinds import AgreementState, CaseState, PersonPart
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import Agreement, CaseFile, Review, ReviewVoice
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

MOST_OPEN = 20


@dataclass(frozen=True, slots=True)
class HeardVoice:
    discipline: str
    organisation_id: int | None
    organisation: str
    reading: str

    @property
    def name(self) -> str:
        return ", ".join(part for part in (self.discipline, self.organisation) if part)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who does what by when, and what became of it."""

    id: int
    what: str
    who: str
    due_on: date | None
    state: AgreementState
    closed_on: date | None

    @property
    def open(self) -> bool:
        return self.state is AgreementState.OPEN


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


@dataclass(frozen=True, slots=True)
class OpenAgreement:
    """An open agreement as a start page shows it."""

    id: int
    code: str
    case_name: str
    what: str
    who: str
    due_on: date | None


async def reviews_of(viewer: Viewer, case: Case) -> list[dict[str, Any]]:
    """Every review of the case, latest first: id and day."""
    return await (
        Review.select(Review.id, Review.held_on)
        .where(Review.case == case.id)
        .order_by(Review.held_on, Review.id, ascending=False)
    )


async def review_of(viewer: Viewer, case: Case, review_id: int) -> HeldReview:
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
    voices = await (
        ReviewVoice.select(
            ReviewVoice.discipline,
            ReviewVoice.organisation,
            ReviewVoice.organisation.name.as_alias("organisation_name"),
            ReviewVoice.reading,
        )
        .where(ReviewVoice.review == review_id)
        .order_by(ReviewVoice.id)
    )
    agreements = await _agreements(Agreement.review == review_id)
    return HeldReview(
        id=row["id"],
        held_on=row["held_on"],
        person_part=PersonPart(row["person_part"]),
        note=row["note"],
        author=row["author_name"] or "",
        voices=tuple(
            HeardVoice(
                voice["discipline"],
                voice["organisation"],
                voice["organisation_name"] or "",
                voice["reading"],
            )
            for voice in voices
        ),
        agreements=tuple(agreements),
    )


async def agreement_of(case: Case, agreement_id: int) -> Agreed:
    """One agreement of the case. Raises NotFound."""
    found = await _agreements((Agreement.case == case.id) & (Agreement.id == agreement_id))
    if not found:
        raise NotFound
    return found[0]


async def open_agreements(viewer: Viewer, *, mine: bool) -> list[OpenAgreement]:
    """Open agreements on running cases the viewer may see, earliest due first; `mine`: cases I lead."""
    seen = CaseFile.select(CaseFile.id).where(visible_to(viewer), CaseFile.state == CaseState.RUNNING)
    if mine:
        seen = seen.where(CaseFile.lead == viewer.person_id)
    rows = await (
        Agreement.select(
            Agreement.id,
            Agreement.case.code.as_alias("code"),
            Agreement.case.alias.as_alias("alias"),
            Agreement.what,
            Agreement.who,
            Agreement.due_on,
        )
        .where(Agreement.state == AgreementState.OPEN, Agreement.case.is_in(seen))
        .order_by(Agreement.due_on, Agreement.id)
        .limit(MOST_OPEN)
    )
    return [
        OpenAgreement(
            id=row["id"],
            code=row["code"],
            case_name=row["alias"] or row["code"],
            what=row["what"],
            who=row["who"],
            due_on=row["due_on"],
        )
        for row in rows
    ]


async def _agreements(where: Any) -> list[Agreed]:
    rows = await (
        Agreement.select(
            Agreement.id,
            Agreement.what,
            Agreement.who,
            Agreement.due_on,
            Agreement.state,
            Agreement.closed_on,
        )
        .where(where)
        .order_by(Agreement.due_on, Agreement.id)
    )
    return [Agreed(**{**row, "state": AgreementState(row["state"])}) for row in rows]
