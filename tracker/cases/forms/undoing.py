"""What was taken back, as it stood in the form in which it was typed (C16)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tracker.cases.forms.agreements import as_agreed
from tracker.cases.forms.assessments import as_typed_in as judged_again
from tracker.cases.forms.demands import IN_ADDRESS
from tracker.cases.forms.failure_demands import as_typed_in as heard_again
from tracker.cases.forms.interactions import as_noted
from tracker.cases.forms.reviews import agreed_in, as_held
from tracker.cases.forms.stars import as_filled_in
from tracker.cases.queries.agreements import agreement_of
from tracker.cases.queries.assessments import judged_of
from tracker.cases.queries.basics import basics_of
from tracker.cases.queries.demands import demand_changed_by
from tracker.cases.queries.failure_demands import heard_of
from tracker.cases.queries.interactions import entry_of
from tracker.cases.queries.purpose import mark_of
from tracker.cases.queries.reviews import review_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.queries.stars import reading_alone
from tracker.cases.queries.validations import answers_to
from tracker.cases.rules.kinds import DemandChangeKind, Subject
from tracker.cases.tables import (
    CaseEnding,
    ProgressScore,
    Purpose,
    ValueDemand,
)
from tracker.partnership.queries.drafts import FieldValues
from tracker.problems import NotFound
from tracker.web.forms.writing import as_typed


@dataclass(frozen=True, slots=True)
class BackInForm:
    """The route of the form in which a kind of record is typed, and how the record stands in its fields.

    `place` gives what the address of that form needs beside the case.
    """

    route: str
    typed: Callable[[Case, int], Awaitable[FieldValues]]
    place: Callable[[Case, int], Awaitable[Mapping[str, object]]] | None = None

    async def parameters(self, case: Case, subject_id: int) -> Mapping[str, object]:
        return await self.place(case, subject_id) if self.place else {}


def fields(**values: object) -> FieldValues:
    """Values as someone would have typed them."""
    typed: FieldValues = {}
    for name, value in values.items():
        typed.update(as_typed(name, value))
    return typed


async def _opening(case: Case, _: int) -> FieldValues:
    basics, sharing = await basics_of(case), await sharing_of(case)
    purpose = await Purpose.select().where(Purpose.case == case.id).order_by(Purpose.id).first() or {}
    return fields(
        kind=basics.kind,
        alias=basics.alias,
        municipality=basics.municipality,
        started_on=basics.started_on,
        reached=basics.reached,
        reached_note=basics.reached_note,
        lead=basics.lead,
        participants=basics.participants,
        doubt=basics.doubt,
        doubt_review_on=basics.doubt_review_on,
        purpose=purpose.get("words"),
        fit=purpose.get("fit"),
        outside=purpose.get("outside"),
        agreed=sharing.told.agreed,
        informed_on=sharing.told.informed_on,
        how=sharing.told.how,
        by_whom=sharing.told.by_whom,
        limits=sharing.told.limits,
        organisations=sorted(sharing.going_on),
        coordination=sharing.with_coordination,
    )


async def _interaction(case: Case, interaction: int) -> FieldValues:
    return fields(**as_noted(await entry_of(case, interaction)))


async def _failure_demand(case: Case, demand: int) -> FieldValues:
    return fields(**heard_again(await heard_of(case, demand)))


async def _assessment(case: Case, assessment: int) -> FieldValues:
    return fields(**judged_again(await judged_of(case, assessment)))


async def _ending(case: Case, ending: int) -> FieldValues:
    row = await _row(CaseEnding, case, ending)
    return fields(
        kind=row["kind"],
        ended_on=row["ended_on"],
        interpretation=row["interpretation"],
        keeps_contact=row["keeps_contact"],
        handed_to=row["handed_to"],
    )


async def _purpose(case: Case, purpose: int) -> FieldValues:
    row = await _row(Purpose, case, purpose)
    others = await Purpose.select(Purpose.id).where(Purpose.case == case.id, Purpose.id != purpose)
    return fields(
        version=mark_of(each["id"] for each in others),
        words=row["words"],
        since=row["since"],
        reason=row["reason"],
        fit=row["fit"],
        outside=row["outside"],
        **await _discussed(case, Subject.PURPOSE, purpose),
    )


async def _demand(case: Case, demand: int) -> FieldValues:
    row = await _row(ValueDemand, case, demand)
    return fields(words={1: row["words"]}, theme={1: row["theme"]}, named_on=row["named_on"])


async def _demand_change(case: Case, change: int) -> FieldValues:
    demand = await demand_changed_by(case, change)
    step = demand.steps[-1]
    return fields(
        version=demand.before_last_step().version,
        words=demand.words if step.kind is DemandChangeKind.REWORDED else "",
        reason=step.reason,
        changed_on=step.on,
    )


async def _demand_changed(case: Case, change: int) -> Mapping[str, object]:
    demand = await demand_changed_by(case, change)
    address = next((name for name, kind in IN_ADDRESS.items() if kind is demand.steps[-1].kind), "")
    return {"demand_id": demand.id, "change": address}


async def _score(case: Case, score: int) -> FieldValues:
    row = await _row(ProgressScore, case, score)
    return fields(
        score=row["score"],
        interpretation=row["interpretation"],
        scored_on=row["scored_on"],
        **await _discussed(case, Subject.SCORE, score),
    )


async def _review(case: Case, review: int) -> FieldValues:
    held = await review_of(case, review)
    return fields(**as_held(held), **agreed_in(held))


async def _agreement(case: Case, agreement: int) -> FieldValues:
    agreed = await agreement_of(case, agreement)
    return fields(**as_agreed(agreed), review=agreed.review_id)


async def _star(case: Case, star: int) -> FieldValues:
    return fields(
        **as_filled_in(await reading_alone(case, star)), **await _discussed(case, Subject.STAR, star)
    )


async def _discussed(case: Case, subject: Subject, subject_id: int) -> dict[str, object]:
    """What the form said along the way about talking it over."""
    answers = await answers_to(case, subject, subject_id)
    return {"discussed": answers[0].answer, "how": answers[0].how} if answers else {}


async def _row(table: Any, case: Case, row_id: int) -> dict[str, Any]:
    """The record as it stands. Raises NotFound."""
    row = await table.select().where(table.id == row_id, table.case == case.id).first()
    if row is None:
        raise NotFound
    return dict(row)


FORMS: Final[Mapping[Subject, BackInForm]] = {
    Subject.CASE: BackInForm("cases.new", _opening),
    Subject.ASSESSMENT: BackInForm("cases.assessments.new", _assessment),
    Subject.FAILURE_DEMAND: BackInForm("cases.failure_demands.new", _failure_demand),
    Subject.INTERACTION: BackInForm("cases.interactions.new", _interaction),
    Subject.AGREEMENT: BackInForm("cases.agreements.new", _agreement),
    Subject.ENDING: BackInForm("cases.release.new", _ending),
    Subject.PURPOSE: BackInForm("cases.purpose.edit", _purpose),
    Subject.REVIEW: BackInForm("cases.reviews.new", _review),
    Subject.VALUE_DEMAND: BackInForm("cases.demands.new", _demand),
    Subject.DEMAND_CHANGE: BackInForm("cases.demands.change", _demand_change, _demand_changed),
    Subject.SCORE: BackInForm("cases.scores.new", _score),
    Subject.STAR: BackInForm("cases.stars.new", _star),
}
