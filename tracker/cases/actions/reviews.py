"""Noting a multidisciplinary review, and following up what was agreed (C10)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.touching import keep_up
from tracker.cases.queries.reviews import HeldReview, agreement_of, review_of
from tracker.cases.queries.seen import Case, case_for
from tracker.cases.rules import reviews as rules
from tracker.cases.rules.endings import why_not_log
from tracker.cases.rules.kinds import AgreementState, PersonPart, Subject
from tracker.cases.rules.refusals import Refusal, must
from tracker.cases.tables import Agreement, Review, ReviewVoice
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


@dataclass(frozen=True, slots=True)
class NewVoice:
    """A discipline or organisation at the table, and how it reads the case."""

    discipline: str
    organisation: int | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """Who does what by when."""

    what: str
    who: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A review as it was held."""

    held_on: date
    person_part: PersonPart
    voices: tuple[NewVoice, ...]
    note: str = ""
    agreements: tuple[NewAgreement, ...] = ()


async def review(viewer: Viewer, code: str, key: UUID, held: Reviewing) -> int:
    """Keep a review with its agreements; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await _alone(viewer, code)
        already = await Review.select(Review.id).where(Review.key == key, Review.case == case.id).first()
        if already:
            return int(already["id"])
        _must_be_allowed(viewer, case, held)
        row = Review(
            key=key,
            case=case.id,
            held_on=held.held_on,
            person_part=held.person_part,
            note=held.note,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await _hear(row.id, held.voices)
        for agreement in held.agreements:
            await _agree(viewer, case, agreement, row.id, uuid4())
        await keep_up(case.id)
        await trail.record(viewer, "reviewed", Subject.REVIEW, row.id, case=case.id)
        return int(row.id)


async def correct_review(
    viewer: Viewer, code: str, review_id: int, held: Reviewing, *, version: str, reason: str = ""
) -> None:
    """Correct a review; what it said is kept. Agreements stay. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        case = await _alone(viewer, code)
        now = await review_of(viewer, case, review_id)
        _must_be_allowed(viewer, case, held)
        if version != now.version:
            raise Conflict({"note": now.note, "version": now.version}, now.author)
        await keep_former(viewer, case.id, Subject.REVIEW, review_id, _former(now), reason)
        await Review.update(
            {Review.held_on: held.held_on, Review.person_part: held.person_part, Review.note: held.note}
        ).where(Review.id == review_id)
        await ReviewVoice.delete().where(ReviewVoice.review == review_id)
        await _hear(review_id, held.voices)
        await keep_up(case.id)
        await trail.record(viewer, "corrected", Subject.REVIEW, review_id, case=case.id)


async def agree(
    viewer: Viewer, code: str, key: UUID, wanted: NewAgreement, review_id: int | None = None
) -> int:
    """Keep an agreement, made in a review or apart from one; the same key again returns the same id."""
    async with writing():
        case = await _alone(viewer, code)
        if review_id is not None:
            await review_of(viewer, case, review_id)
        already = await (
            Agreement.select(Agreement.id).where(Agreement.key == key, Agreement.case == case.id).first()
        )
        if already:
            return int(already["id"])
        _must_run(case)
        must(_why_not_agree(wanted, case.started_on))
        agreement = await _agree(viewer, case, wanted, review_id, key)
        await keep_up(case.id)
        await trail.record(viewer, "agreed", Subject.AGREEMENT, agreement, case=case.id)
        return agreement


async def close_agreement(viewer: Viewer, code: str, agreement_id: int, state: AgreementState) -> None:
    """Say what became of an agreement, or open it again. Raises RuleBroken and NotFound."""
    async with writing():
        case = await _alone(viewer, code)
        now = await agreement_of(case, agreement_id)
        if reason := rules.why_not_close(now.state, state):
            raise RuleBroken(reason)
        closed_on = None if state is AgreementState.OPEN else viewer.today
        await Agreement.update({Agreement.state: state, Agreement.closed_on: closed_on}).where(
            Agreement.id == agreement_id
        )
        await keep_up(case.id)
        await trail.record(viewer, "closed", Subject.AGREEMENT, agreement_id, case=case.id, state=state)


async def _alone(viewer: Viewer, code: str) -> Case:
    case = await case_for(viewer, code)
    await one_at_a_time("reviews", case.id)
    return case


def _must_run(case: Case) -> None:
    if refused := why_not_log(case.state):
        raise RuleBroken(refused)


def _must_be_allowed(viewer: Viewer, case: Case, held: Reviewing) -> None:
    _must_run(case)
    must(
        rules.why_not_review(
            held_on=held.held_on,
            voices=[(voice.discipline, voice.organisation, voice.reading) for voice in held.voices],
            started_on=case.started_on,
            today=viewer.today,
        )
    )
    for place, agreement in enumerate(held.agreements, start=1):
        if refusal := _why_not_agree(agreement, held.held_on):
            must(Refusal(refusal.reason, f"{refusal.field}-{place}"))


def _why_not_agree(wanted: NewAgreement, made_on: date) -> Refusal | None:
    return rules.why_not_agree(what=wanted.what, who=wanted.who, due_on=wanted.due_on, made_on=made_on)


async def _hear(review_id: int, voices: tuple[NewVoice, ...]) -> None:
    for voice in voices:
        await ReviewVoice(
            review=review_id,
            discipline=voice.discipline,
            organisation=voice.organisation,
            reading=voice.reading,
        ).save()


async def _agree(viewer: Viewer, case: Case, wanted: NewAgreement, review_id: int | None, key: UUID) -> int:
    row = Agreement(
        key=key,
        case=case.id,
        review=review_id,
        what=wanted.what,
        who=wanted.who,
        due_on=wanted.due_on,
        state=AgreementState.OPEN,
        author=viewer.person_id,
        written_at=clock.now(),
    )
    await row.save()
    return int(row.id)


def _former(now: HeldReview) -> dict[str, object]:
    return {
        "held_on": now.held_on,
        "person_part": now.person_part,
        "note": now.note,
        "voices": [[voice.discipline, voice.organisation, voice.reading] for voice in now.voices],
    }
