"""Noting a multidisciplinary review, every reading as it was given (C10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from tracker import clock
from tracker.cases.actions.agreements import NewAgreement, keep_agreement
from tracker.cases.actions.corrections import keep_former, overtaken
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import keep_up
from tracker.cases.queries.choices import organisations_to_choose
from tracker.cases.queries.reviews import HeardVoice, HeldReview, review_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.agreements import why_not_agree
from tracker.cases.rules.kinds import PersonPart, Subject
from tracker.cases.rules.refusals import Refusal, must
from tracker.cases.rules.reviews import why_not_review
from tracker.cases.tables import Review, ReviewVoice
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class NewVoice:
    """A discipline or organisation at the table, and how it reads the case."""

    discipline: str
    organisation: int | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A review as it was held; voices and agreements by the row of the form in which they stand."""

    held_on: date
    person_part: PersonPart
    voices: dict[int, NewVoice]
    note: str = ""
    agreements: dict[int, NewAgreement] | None = None


async def review(viewer: Viewer, code: str, key: UUID, held: Reviewing) -> int:
    """Keep a review with its agreements; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(Review, case, key):
            return noted
        await _must_fit(viewer, case, held, None)
        row = Review(
            key=key,
            case=case.id,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(held),
        )
        await row.save()
        await _hear(row.id, held)
        for place, agreement in (held.agreements or {}).items():
            await keep_agreement(viewer, case, uuid5(key, f"agreement {place}"), agreement, row.id)
        await keep_up(case.id)
        await trail.record(viewer, "reviewed", Subject.REVIEW, row.id, case=case.id)
        return int(row.id)


async def correct_review(
    viewer: Viewer, code: str, review_id: int, held: Reviewing, *, version: str, reason: str = ""
) -> None:
    """Correct a review; what it said is kept. Agreements stay. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        case = await case_alone(viewer, code)
        now = await review_of(case, review_id)
        await _must_fit(viewer, case, held, now)
        former = _differing(now, held)
        if not former:
            return
        subject = Subject.REVIEW
        if version != now.version:
            raise await overtaken(case, subject, now.id, former, version=now.version, author=now.author)
        await keep_former(viewer, case.id, subject, now.id, former, reason)
        await Review.update(_columns(held)).where(Review.id == now.id)
        await ReviewVoice.delete().where(ReviewVoice.review == now.id)
        await _hear(now.id, held)
        await keep_up(case.id)
        await trail.record(viewer, "corrected", subject, now.id, case=case.id, fields=list(former))


async def _must_fit(viewer: Viewer, case: Case, held: Reviewing, now: HeldReview | None) -> None:
    must_run(case)
    before = {voice.organisation_id for voice in now.voices if voice.organisation_id} if now else set()
    must(
        why_not_review(
            held_on=held.held_on,
            voices={row: (voice.discipline, voice.organisation) for row, voice in held.voices.items()},
            known_organisations={*await organisations_to_choose(viewer), *before},
            started_on=case.started_on,
            today=viewer.today,
        )
    )
    for row, agreed in (held.agreements or {}).items():
        refusal = why_not_agree(what=agreed.what, who=agreed.who, due_on=agreed.due_on, made_on=held.held_on)
        if refusal:
            must(Refusal(refusal.reason, f"{refusal.field}-{row}"))


def _columns(held: Reviewing) -> dict[Any, Any]:
    return {"held_on": held.held_on, "person_part": held.person_part, "note": held.note}


async def _hear(review_id: int, held: Reviewing) -> None:
    for _, voice in sorted(held.voices.items()):
        await ReviewVoice(
            review=review_id,
            discipline=voice.discipline,
            organisation=voice.organisation,
            reading=voice.reading,
        ).save()


def _differing(now: HeldReview, held: Reviewing) -> dict[str, object]:
    """What stands now in the fields that were changed; readings in words."""
    wanted = _columns(held)
    former = {name: getattr(now, name) for name in wanted if getattr(now, name) != wanted[name]}
    were = [(voice.discipline, voice.organisation_id, voice.reading) for voice in now.voices]
    voices = [voice for _, voice in sorted(held.voices.items())]
    if were != [(voice.discipline, voice.organisation, voice.reading) for voice in voices]:
        former["voices"] = [_in_words(voice) for voice in now.voices]
    return former


def _in_words(voice: HeardVoice) -> str:
    return f"{voice.name}: {voice.reading}" if voice.reading else voice.name
