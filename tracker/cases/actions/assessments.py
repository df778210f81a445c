"""Saying of what was done whether it helped, seen from the purpose (C9)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.actions.corrections import keep_former, overtaken
from tracker.cases.actions.judging_otherwise import judged_otherwise
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.queries.assessments import Judged, judged_of, purpose_on
from tracker.cases.queries.choices import demands_to_choose, interactions_to_choose
from tracker.cases.queries.seen import Case
from tracker.cases.rules.assessments import why_not_assess
from tracker.cases.rules.interactions import NOT_IN_THE_LIST
from tracker.cases.rules.kinds import CONTACT_KIND_NAMES, Subject, Verdict, WasteKind
from tracker.cases.rules.refusals import must
from tracker.cases.tables import Assessment, AssessmentDemand, AssessmentInteraction
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken
from tracker.web.filters import date_long, letter


@dataclass(frozen=True, slots=True)
class Judging:
    """What was done, whether it was value or waste, and the two views it rests on, kept apart."""

    what: str
    verdict: Verdict
    happened_on: date
    until: date | None = None
    waste_kind: WasteKind | None = None
    value_step: int | None = None
    team_view: str = ""
    person_view: str = ""
    basis: str = ""
    """What it rests on as a workbook said it; a form leaves it as it is."""
    interactions: frozenset[int] = frozenset()
    demands: frozenset[int] = frozenset()


async def assess(viewer: Viewer, code: str, key: UUID, judging: Judging) -> int:
    """Keep an assessment; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        if noted := await already_noted(Assessment, case, key):
            return noted
        await _must_fit(viewer, case, judging, None)
        row = Assessment(
            key=key,
            case=case.id,
            purpose=await purpose_on(case, judging.happened_on),
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(judging),
        )
        await row.save()
        await _name(row.id, judging)
        await touch(case.id)
        await trail.record(viewer, "assessed", Subject.ASSESSMENT, row.id, case=case.id)
        return int(row.id)


async def correct_assessment(
    viewer: Viewer, code: str, assessment_id: int, judging: Judging, *, version: str, reason: str = ""
) -> bool:
    """Complete or correct an assessment; what it said is kept. Raises RuleBroken and Conflict.

    Returns whether it left the pattern in which it stood, as it was value and is waste now, or the other way.
    """
    async with writing():
        case = await case_alone(viewer, code)
        now = await judged_of(case, assessment_id)
        judging = replace(judging, basis=judging.basis or now.basis)
        await _must_fit(viewer, case, judging, now)
        was, wanted = _said(_as_judged(now)), _said(judging)
        changed = [name for name in wanted if wanted[name] != was[name]]
        if not changed:
            return False
        subject, told = Subject.ASSESSMENT, {**was, **_in_words(now)}
        former = {name: told[name] for name in changed}
        if version != now.version:
            raise await overtaken(case, subject, now.id, former, version=now.version, author=now.author)
        await keep_former(viewer, case.id, subject, now.id, former, reason)
        seen_from = await purpose_on(case, judging.happened_on)
        await Assessment.update({**_columns(judging), Assessment.purpose: seen_from}).where(
            Assessment.id == now.id
        )
        await AssessmentInteraction.delete().where(AssessmentInteraction.assessment == now.id)
        await AssessmentDemand.delete().where(AssessmentDemand.assessment == now.id)
        await _name(now.id, judging)
        await touch(case.id)
        await trail.record(viewer, "corrected", subject, now.id, case=case.id, fields=changed)
        return judging.verdict is not now.verdict and await judged_otherwise(viewer, now.id)


async def _must_fit(viewer: Viewer, case: Case, judging: Judging, now: Judged | None) -> None:
    must_run(case)
    must(
        why_not_assess(
            verdict=judging.verdict,
            waste_kind=judging.waste_kind,
            happened_on=judging.happened_on,
            until=judging.until,
            team_view=judging.team_view,
            person_view=judging.person_view,
            basis=judging.basis,
            started_on=case.started_on,
            today=viewer.today,
        )
    )
    steps = {step.id for step in await value_steps(viewer, retired=now is not None)}
    if judging.value_step is not None and judging.value_step not in steps:
        raise RuleBroken(NOT_IN_THE_LIST, "value_step")
    if not judging.demands <= set(await demands_to_choose(case, now.demands if now else ())):
        raise RuleBroken(NOT_IN_THE_LIST, "demands")
    if not judging.interactions <= set(
        await interactions_to_choose(case, [*judging.interactions, *(now.interactions if now else ())])
    ):
        raise RuleBroken(NOT_IN_THE_LIST, "interactions")


def _columns(judging: Judging) -> dict[Any, Any]:
    waste = judging.verdict is Verdict.WASTE and judging.waste_kind
    return {
        "what": judging.what,
        "verdict": judging.verdict,
        "waste_kind": waste or "",
        "happened_on": judging.happened_on,
        "until": judging.until,
        "value_step": judging.value_step,
        "team_view": judging.team_view,
        "person_view": judging.person_view,
        "basis": judging.basis,
    }


def _as_judged(now: Judged) -> Judging:
    return Judging(
        what=now.what,
        verdict=now.verdict,
        happened_on=now.happened_on,
        until=now.until,
        waste_kind=now.waste_kind,
        value_step=now.value_step,
        team_view=now.team_view,
        person_view=now.person_view,
        basis=now.basis,
        interactions=frozenset(now.interactions),
        demands=frozenset(now.demands),
    )


def _said(judging: Judging) -> dict[str, Any]:
    return {
        **_columns(judging),
        "demands": sorted(judging.demands),
        "interactions": sorted(judging.interactions),
    }


def _in_words(now: Judged) -> dict[str, Any]:
    """What names other records, in words that still say something when those are gone."""
    return {
        "value_step": now.step_name,
        "demands": [letter(place) for place in now.places],
        "interactions": [
            f"{CONTACT_KIND_NAMES[kind]} op {date_long(day)}" for day, kind in now.interactions.values()
        ],
    }


async def _name(assessment_id: int, judging: Judging) -> None:
    if judging.interactions:
        await AssessmentInteraction.insert(
            *(
                AssessmentInteraction(assessment=assessment_id, interaction=interaction)
                for interaction in sorted(judging.interactions)
            )
        )
    if judging.demands:
        await AssessmentDemand.insert(
            *(AssessmentDemand(assessment=assessment_id, demand=demand) for demand in sorted(judging.demands))
        )
