"""Rows that changed since they came in: the record is corrected, what it said before is kept (C16)."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from tracker.cases.actions.agreements import close_agreement
from tracker.cases.actions.assessments import Judging, correct_assessment
from tracker.cases.actions.editing import edit_basics
from tracker.cases.actions.failure_demands import Hearing, correct_failure_demand
from tracker.cases.actions.importing.landing import Landing
from tracker.cases.actions.interactions import Contact, correct_interaction
from tracker.cases.actions.reviews import NewVoice, Reviewing, correct_review
from tracker.cases.actions.scores import Scoring, correct_score
from tracker.cases.exchange.comparing import ComparedRow, Status
from tracker.cases.exchange.corrections import Place
from tracker.cases.exchange.kinds.assessments import ASSESSMENTS, AssessmentRow
from tracker.cases.exchange.kinds.cases import CASES, CaseRow
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS, FailureDemandRow
from tracker.cases.exchange.kinds.interactions import INTERACTIONS, InteractionRow
from tracker.cases.exchange.kinds.reviews import AGREEMENTS, REVIEWS, AgreementRow, ReviewRow
from tracker.cases.exchange.kinds.scores import SCORES, ScoreRow
from tracker.cases.queries.agreements import agreement_of
from tracker.cases.queries.assessments import judged_of
from tracker.cases.queries.basics import basics_of
from tracker.cases.queries.failure_demands import heard_of
from tracker.cases.queries.interactions import entry_of
from tracker.cases.queries.reviews import review_of
from tracker.cases.queries.scores import score_of
from tracker.cases.queries.seen import Case, case_for
from tracker.cases.rules.kinds import Validated
from tracker.cases.tables import CaseFile
from tracker.database import writing
from tracker.problems import NotFound, RuleBroken

REASON = "Zo staat het in het ingelezen bestand."


async def update_changed(landing: Landing, places: Collection[Place]) -> tuple[int, list[ComparedRow]]:
    """Correct what was chosen; gives how many, and the rows that a rule kept from changing anything."""
    done, refused = 0, []
    for row in landing.comparison.all(Status.CHANGED):
        update = UPDATES.get(row.row.kind)
        if row.place not in places or update is None or row.subject_id is None:
            continue
        try:
            async with writing():
                await update(landing, await _case(landing, row), row.row.record, row.subject_id)
        except (RuleBroken, NotFound):
            refused.append(row)
        else:
            landing.became[row.row.identity] = row.subject_id
            done += 1
    return done, refused


async def _case(landing: Landing, row: ComparedRow) -> Case:
    case = landing.comparison.case_of(row)
    found = await CaseFile.select(CaseFile.code).where(CaseFile.id == case).first()
    if found is None:
        raise NotFound
    return await case_for(landing.viewer, found["code"])


async def _case_itself(landing: Landing, case: Case, record: CaseRow, _: int) -> None:
    """Its basics; how it ended and who sees it are decided on the case itself."""
    now = await basics_of(case)
    wanted = replace(
        now,
        kind=record.kind,
        alias=record.alias or now.alias,
        municipality=record.municipality or now.municipality,
        started_on=record.started_on or now.started_on,
    )
    await edit_basics(landing.viewer, case.code, wanted, version=now.version, reason=REASON)


async def _score(landing: Landing, case: Case, record: ScoreRow, score: int) -> None:
    now = await score_of(landing.viewer, case, score)
    wanted = Scoring(record.score, record.interpretation, record.date, record.validated or Validated.NO)
    await correct_score(landing.viewer, case.code, score, wanted, version=now.version, reason=REASON)


async def _failure_demand(landing: Landing, case: Case, record: FailureDemandRow, demand: int) -> None:
    now = await heard_of(case, demand)
    wanted = Hearing(
        words=record.words,
        heard_on=record.date,
        observed=now.observed,
        about=record.about,
        came_in=record.came_in,
        arising=record.arising,
        response=record.response,
        changed=now.changed,
        told_on=now.told_on,
        told_how=now.told_how,
        organisations=record.organisations,
    )
    await correct_failure_demand(
        landing.viewer, case.code, demand, wanted, version=now.version, reason=REASON
    )


async def _interaction(landing: Landing, case: Case, record: InteractionRow, interaction: int) -> None:
    now = await entry_of(case, interaction)
    organisations = landing.organisations_of(record)
    answered = (landing.demands.get((case.id, number)) for number in record.demands)
    wanted = Contact(
        kind=record.kind,
        outcome=record.outcome,
        happened_on=record.date,
        organisation=next(iter(organisations), None),
        others=frozenset(organisations[1:]),
        with_whom=record.with_whom,
        minutes=record.minutes,
        note=record.note,
        demands=frozenset(demand for demand in answered if demand is not None),
    )
    await correct_interaction(
        landing.viewer, case.code, interaction, wanted, version=now.version, reason=REASON
    )


async def _review(landing: Landing, case: Case, record: ReviewRow, review: int) -> None:
    """A voice that was heard before keeps its reading."""
    now = await review_of(case, review)
    before = {voice.discipline: voice for voice in now.voices}
    voices = {
        place: NewVoice(name, before[name].organisation_id, before[name].reading)
        if name in before
        else NewVoice(name)
        for place, name in enumerate(record.disciplines)
    }
    wanted = Reviewing(record.date, record.person_part or now.person_part, voices, record.note)
    await correct_review(landing.viewer, case.code, review, wanted, version=now.version, reason=REASON)


async def _agreement(landing: Landing, case: Case, record: AgreementRow, agreement: int) -> None:
    if (await agreement_of(case, agreement)).state is not record.state:
        await close_agreement(landing.viewer, case.code, agreement, record.state)


async def _assessment(landing: Landing, case: Case, record: AssessmentRow, assessment: int) -> None:
    now = await judged_of(case, assessment)
    wanted = Judging(
        what=record.what,
        verdict=record.verdict,
        happened_on=record.date,
        until=now.until,
        waste_kind=now.waste_kind,
        value_step=landing.step(record.value_step) or now.value_step,
        team_view=now.team_view,
        person_view=now.person_view,
        basis=record.basis,
        interactions=frozenset(now.interactions),
        demands=frozenset(now.demands),
    )
    await correct_assessment(
        landing.viewer, case.code, assessment, wanted, version=now.version, reason=REASON
    )


UPDATES: Mapping[str, Callable[[Landing, Case, Any, int], Awaitable[None]]] = {
    CASES.name: _case_itself,
    SCORES.name: _score,
    FAILURE_DEMANDS.name: _failure_demand,
    INTERACTIONS.name: _interaction,
    REVIEWS.name: _review,
    AGREEMENTS.name: _agreement,
    ASSESSMENTS.name: _assessment,
}
"""What a changed row can correct; a purpose, value demand or star has steps of its own on its case."""
