"""Changing who sees a case, and noting what the person said about it (C14)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tracker import clock
from tracker.cases.actions.noting import case_alone
from tracker.cases.queries.seen import Case
from tracker.cases.queries.sharing import SharingState, sharing_of
from tracker.cases.rules import sharing as rules
from tracker.cases.rules.kinds import Agreed
from tracker.cases.rules.refusals import must
from tracker.cases.tables import CaseFile, SharedWith, SharingAgreement
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries import partnerships
from tracker.partnership.rules.roles import Role, Viewer
from tracker.problems import Conflict, RuleBroken


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to see a case from a day on. The coordination is a function: it sees from now on, or not."""

    organisations: frozenset[int]
    from_day: date
    with_coordination: bool = True
    leaves_own: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person knew and said about sharing."""

    agreed: Agreed
    informed_on: date | None = None
    how: str = ""
    by_whom: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What the person no longer wants: any sharing at all (`whole`), or sharing with some organisations.

    A `whole` withdrawal without organisations leaves the viewer's own organisation.
    """

    withdrawn_on: date
    whole: bool
    organisations: frozenset[int] = frozenset()
    coordination_too: bool = False
    how: str = ""
    by_whom: str = ""
    leaves_own: bool = False


async def share(viewer: Viewer, code: str, wanted: Wanted, *, version: str | None = None) -> None:
    """Let exactly these organisations see the case from a day on.

    Raises RuleBroken, and Conflict when somebody else changed the sharing since `version`.
    """
    async with writing():
        case = await case_alone(viewer, code)
        state = await sharing_of(case)
        if version is not None and version != state.version:
            raise Conflict({"organisations": _shown(state), "version": state.version})
        must(
            rules.why_not_shared_with(
                kind=case.kind,
                agreed=state.told.agreed,
                periods=state.periods,
                wanted=wanted.organisations,
                with_coordination=wanted.with_coordination,
                team=await partnerships.team_organisations(viewer, wanted.from_day),
                looker=looker(viewer),
                leaves_own=wanted.leaves_own,
                from_day=wanted.from_day,
                today=viewer.today,
            )
        )
        change = rules.change_to(state.periods, wanted.organisations, wanted.from_day)
        await _carry_out(case, change, wanted.from_day)
        await _touch(case, closed_to_coordination=not wanted.with_coordination)
        await trail.record(
            viewer,
            "shared",
            "sharing",
            case.id,
            case=case.id,
            organisations=sorted(wanted.organisations),
            from_day=wanted.from_day,
            with_coordination=wanted.with_coordination,
        )


async def note_answer(viewer: Viewer, code: str, answer: Answer) -> None:
    """Note a new version of what the person knew and said; the same words twice are noted once."""
    async with writing():
        case = await case_alone(viewer, code)
        state = await sharing_of(case)
        must(rules.why_not_agreed(case.kind, answer.agreed, answer.informed_on, viewer.today))
        if answer.agreed is Agreed.NO and len(state.seeing(viewer.today)) > 1:
            raise RuleBroken(rules.STOP_FIRST, "agreed")
        if answer == _answer_in(state):
            return
        await _note(viewer, case, answer)
        await _touch(case, closed_to_coordination=not state.with_coordination)
        await trail.record(viewer, "noted", "sharing agreement", case.id, case=case.id, agreed=answer.agreed)


async def ask_anew(viewer: Viewer, case: Case) -> None:
    """Note that a case turned out to be about a person, who was not asked yet; part of another act."""
    if (await sharing_of(case)).told.agreed is Agreed.NOT_NEEDED:
        await _note(viewer, case, Answer(Agreed.NOT_YET))


async def withdraw(viewer: Viewer, code: str, withdrawal: Withdrawal) -> None:
    """Note that the person no longer wants (all) sharing; access ends today. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        state = await sharing_of(case)
        seeing = {period.organisation_id for period in state.seeing(viewer.today)}
        withdrawn = _withdrawn(viewer, withdrawal, state, seeing)
        must(
            rules.why_not_withdrawn(
                whole=withdrawal.whole,
                withdrawn_on=withdrawal.withdrawn_on,
                started_on=case.started_on,
                today=viewer.today,
                withdrawn=withdrawn,
                sharing=seeing,
                coordination_too=withdrawal.coordination_too,
                team=await partnerships.team_organisations(viewer, viewer.today),
                looker=looker(viewer),
                leaves_own=withdrawal.leaves_own,
            )
        )
        change = rules.change_without(state.periods, withdrawn, viewer.today)
        await _carry_out(case, change, viewer.today)
        if withdrawal.whole and state.told.id is not None:
            await SharingAgreement.update({SharingAgreement.withdrawn_on: withdrawal.withdrawn_on}).where(
                SharingAgreement.id == state.told.id
            )
        await _note(viewer, case, _answer_after(withdrawal, withdrawn, state))
        closed = withdrawal.coordination_too or not state.with_coordination
        await _touch(case, closed_to_coordination=closed)
        await trail.record(
            viewer,
            "withdrawn",
            "sharing agreement",
            case.id,
            case=case.id,
            organisations=sorted(withdrawn),
            whole=withdrawal.whole,
            coordination=withdrawal.coordination_too,
        )


def looker(viewer: Viewer) -> rules.Looker:
    """Through which door this viewer sees cases."""
    return rules.Looker(viewer.organisation_id, coordinates=viewer.role is Role.COORDINATOR)


def _shown(state: SharingState) -> str:
    names = [*state.names_going_on.values(), *(["de coördinatie"] if state.with_coordination else [])]
    return f"Nu zien de casus: {', '.join(names)}."


def _withdrawn(
    viewer: Viewer, withdrawal: Withdrawal, state: SharingState, seeing: set[int]
) -> frozenset[int]:
    sharing = frozenset(
        period.organisation_id for period in state.periods if not period.is_over(viewer.today)
    )
    if not withdrawal.whole:
        return withdrawal.organisations & sharing
    only_mine = viewer.role is Role.PRACTITIONER and not withdrawal.organisations
    return sharing - ({viewer.organisation_id} if only_mine else seeing - withdrawal.organisations)


def _answer_in(state: SharingState) -> Answer | None:
    told = state.told
    if told.id is None or told.withdrawn_on is not None:
        return None
    return Answer(told.agreed, told.informed_on, told.how, told.by_whom, told.limits)


def _answer_after(withdrawal: Withdrawal, withdrawn: Collection[int], state: SharingState) -> Answer:
    names = [state.name(organisation) for organisation in sorted(withdrawn)]
    return Answer(
        agreed=Agreed.NO if withdrawal.whole else state.told.agreed,
        informed_on=withdrawal.withdrawn_on,
        how=withdrawal.how,
        by_whom=withdrawal.by_whom,
        limits=state.told.limits
        if withdrawal.whole
        else rules.limits_with(state.told.limits, names, withdrawal.withdrawn_on),
    )


async def _carry_out(case: Case, change: rules.Change, day: date) -> None:
    for organisation in change.begin:
        await SharedWith(case=case.id, organisation=organisation, since=day).save()
    if change.go_on:
        await SharedWith.update({SharedWith.until: None}).where(SharedWith.id.is_in(list(change.go_on)))
    if change.end:
        await SharedWith.update({SharedWith.until: day}).where(SharedWith.id.is_in(list(change.end)))
    if change.drop:
        await SharedWith.delete().where(SharedWith.id.is_in(list(change.drop)))


async def _note(viewer: Viewer, case: Case, answer: Answer) -> None:
    await SharingAgreement(
        case=case.id,
        agreed=answer.agreed,
        informed_on=answer.informed_on,
        how=answer.how,
        by_whom=answer.by_whom,
        limits=answer.limits,
        recorded_by=viewer.person_id,
        recorded_at=clock.now(),
    ).save()


async def _touch(case: Case, *, closed_to_coordination: bool) -> None:
    await CaseFile.update(
        {CaseFile.touched_at: clock.now(), CaseFile.closed_to_coordination: closed_to_coordination}
    ).where(CaseFile.id == case.id)
