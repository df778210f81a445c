"""Which cases are worth laying beside each other in a session: a proposal, never a choice (L4, L8)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.cases.rules.kinds import CaseState

EACH = 3


class Why(StrEnum):
    """In what a case stands out."""

    LONG = "long"
    SHORT = "short"
    RELAPSE = "relapse"
    WENT_WELL = "went_well"


WHY_NAMES = {
    Why.LONG: "lang",
    Why.SHORT: "kort",
    Why.RELAPSE: "herval",
    Why.WENT_WELL: "ging goed",
}

WHY_REASONS = {
    Why.LONG: "Duurt lang: wat houdt het vast?",
    Why.SHORT: "Duurde kort: wat hielp hier zo snel?",
    Why.RELAPSE: "Zakte terug: wat veranderde er toen?",
    Why.WENT_WELL: "Ging goed: wat deden we hier anders?",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a case that may stand out; scores oldest first."""

    id: int
    state: CaseState
    started_on: date
    ended_on: date | None
    scores: tuple[int, ...]

    def days(self, today: date) -> int:
        return ((self.ended_on or today) - self.started_on).days


def suggestions(
    cases: Iterable[Told], today: date, *, chosen: Collection[int] = ()
) -> dict[Why, tuple[int, ...]]:
    """At most three cases for each way of standing out, the clearest first; none is proposed twice."""
    rest = [case for case in cases if case.id not in chosen]
    found: dict[Why, tuple[int, ...]] = {}
    ways: dict[Why, Callable[[Sequence[Told], date], list[Told]]] = {
        Why.RELAPSE: _relapsed,
        Why.WENT_WELL: _went_well,
        Why.SHORT: _short,
        Why.LONG: _long,
    }
    for why, clearest in ways.items():
        found[why] = tuple(case.id for case in clearest(rest, today)[:EACH])
        rest = [case for case in rest if case.id not in found[why]]
    return {why: found[why] for why in Why if found[why]}


def _relapsed(cases: Sequence[Told], today: date) -> list[Told]:
    """Running cases whose last scores fell: the last one lies below an earlier one."""
    fell = [case for case in cases if case.state is CaseState.RUNNING and _fall(case) > 0]
    return sorted(fell, key=lambda case: -_fall(case))


def _fall(case: Told) -> int:
    return max(case.scores) - case.scores[-1] if case.scores else 0


def _went_well(cases: Sequence[Told], today: date) -> list[Told]:
    """Cases that were let go while their last score was their highest, latest first."""
    well = [
        case
        for case in cases
        if case.state is CaseState.RELEASED and case.scores and not _fall(case) and len(case.scores) > 1
    ]
    return sorted(well, key=lambda case: case.ended_on or date.min, reverse=True)


def _short(cases: Sequence[Told], today: date) -> list[Told]:
    return sorted((case for case in cases if case.ended_on), key=lambda case: case.days(today))


def _long(cases: Sequence[Told], today: date) -> list[Told]:
    return sorted(cases, key=lambda case: -case.days(today))
