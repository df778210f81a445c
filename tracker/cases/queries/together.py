"""What a person and a worker read together, in the person's own words as far as there are any (C11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.cases.queries.overview.demands import Demand, Reading, demands_of
from tracker.cases.queries.overview.line import PurposeVersion, line_of
from tracker.cases.queries.overview.validated import Checked
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.queries.sharing import SharingState, sharing_of
from tracker.cases.rules.kinds import AgreementState, Perspective, Subject, Validated
from tracker.cases.rules.together import Block
from tracker.cases.tables import Agreement, CaseFile, FailureDemand, Validation
from tracker.partnership.rules.roles import Viewer

Item = tuple[Subject, int]


@dataclass(frozen=True, slots=True)
class Change:
    """What a failure demand set in motion; `observed` when it was a signal and not said in words."""

    id: int
    words: str
    observed: bool
    said: str


@dataclass(frozen=True, slots=True)
class Promise:
    """Something agreed: what, by whom, by when."""

    id: int
    what: str
    who: str
    due_on: date | None
    done: bool


@dataclass(frozen=True, slots=True)
class ClientView:
    """The page to read together. `reading` is how the demands were last seen, the person's own eyes first."""

    purpose: PurposeVersion | None
    changes: tuple[Change, ...]
    promises: tuple[Promise, ...]
    demands: tuple[Demand, ...]
    reading: Reading | None
    sharing: SharingState
    checks: Mapping[Item, Checked]

    @property
    def kept(self) -> tuple[Promise, ...]:
        """What was agreed and done."""
        return tuple(promise for promise in self.promises if promise.done)

    @property
    def open(self) -> tuple[Promise, ...]:
        """What was agreed and is still to be done."""
        return tuple(promise for promise in self.promises if not promise.done)

    def items(self, block: Block) -> dict[Item, str]:
        """Everything a block tells, with its words."""
        match block:
            case Block.PURPOSE:
                return {(Subject.PURPOSE, self.purpose.id): self.purpose.words} if self.purpose else {}
            case Block.CHANGES:
                heard = {(Subject.FAILURE_DEMAND, each.id): each.words for each in self.changes}
                return heard | {(Subject.AGREEMENT, each.id): each.what for each in self.kept}
            case Block.WANTS:
                return {(Subject.VALUE_DEMAND, each.id): each.words for each in self.demands}
            case Block.AGREEMENTS:
                return {(Subject.AGREEMENT, each.id): each.what for each in self.open}

    def contested(self, block: Block) -> list[str]:
        """The words of a block that are not right any more, as was last said."""
        return [
            words
            for item, words in self.items(block).items()
            if item in self.checks and self.checks[item].answer is Validated.CONTESTED
        ]

    def checked(self, block: Block) -> Checked | None:
        """What was last said about a block as a whole; None while part of it was never talked over."""
        said = [self.checks.get(item) for item in self.items(block)]
        known = [each for each in said if each and each.answer in (Validated.YES, Validated.CONTESTED)]
        not_right = [each for each in known if each.answer is Validated.CONTESTED]
        if not_right:
            return max(not_right, key=_day)
        return max(known, key=_day) if said and len(known) == len(said) else None


async def client_view_of(viewer: Viewer, case: Case) -> ClientView:
    """What there is to read together on this case."""
    line = await line_of(viewer, case)
    demands = await demands_of(viewer, case)
    return ClientView(
        purpose=line.purpose,
        changes=await _changes(case),
        promises=await _promises(case),
        demands=demands.open,
        reading=_theirs_first(demands.readings),
        sharing=await sharing_of(case),
        checks=await _checks(case),
    )


async def handed_over_code(viewer: Viewer) -> str | None:
    """The code of the case this device was handed over for, as long as its worker may see that case."""
    if viewer.locked_to_case is None or not viewer.works_on_cases:
        return None
    row = await CaseFile.select(CaseFile.code).where(visible_to(viewer)).first()
    return row["code"] if row else None


def _theirs_first(readings: Iterable[Reading]) -> Reading | None:
    """The last reading in which the person had a voice; only without any, how the team saw it."""
    latest = sorted(readings, key=lambda reading: (reading.on, reading.id), reverse=True)
    own = (reading for reading in latest if reading.perspective is not Perspective.TEAM)
    return next(own, latest[0] if latest else None)


async def _changes(case: Case) -> tuple[Change, ...]:
    rows = await (
        FailureDemand.select(
            FailureDemand.id,
            FailureDemand.words,
            FailureDemand.observed,
            FailureDemand.changed,
            FailureDemand.response,
        )
        .where(
            FailureDemand.case == case.id,
            FailureDemand.became_demand.is_null(),
            (FailureDemand.changed != "") | (FailureDemand.response != ""),
        )
        .order_by(FailureDemand.heard_on, FailureDemand.id, ascending=False)
    )
    return tuple(
        Change(row["id"], row["words"], bool(row["observed"]), row["changed"] or row["response"])
        for row in rows
    )


async def _promises(case: Case) -> tuple[Promise, ...]:
    states = (AgreementState.OPEN, AgreementState.DONE)
    rows = await (
        Agreement.select(Agreement.id, Agreement.what, Agreement.who, Agreement.due_on, Agreement.state)
        .where(Agreement.case == case.id, Agreement.state.is_in([str(state) for state in states]))
        .order_by(Agreement.id, ascending=False)
    )
    return tuple(
        Promise(row["id"], row["what"], row["who"], row["due_on"], row["state"] == AgreementState.DONE)
        for row in rows
    )


async def _checks(case: Case) -> dict[Item, Checked]:
    rows = await (
        Validation.select(
            Validation.subject, Validation.subject_id, Validation.answer, Validation.validated_on
        )
        .where(Validation.case == case.id)
        .order_by(Validation.id)
    )
    return {
        (Subject(row["subject"]), row["subject_id"]): Checked(Validated(row["answer"]), row["validated_on"])
        for row in rows
    }


def _day(checked: Checked) -> date:
    return checked.on or date.min
