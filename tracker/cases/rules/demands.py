"""The life of a value demand: what it says, and whether it is open, on any day (C4)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.kinds import DEMAND_STATE_NAMES, DemandChangeKind, DemandState
from tracker.cases.rules.refusals import Refusal
from tracker.cases.rules.searching import folded

LEADS_TO = {
    DemandChangeKind.CLOSED: DemandState.CLOSED,
    DemandChangeKind.OUTSIDE: DemandState.OUTSIDE,
    DemandChangeKind.REOPENED: DemandState.OPEN,
    DemandChangeKind.RECLASSIFIED: DemandState.RECLASSIFIED,
}
COMES_FROM = {
    DemandChangeKind.REWORDED: (DemandState.OPEN,),
    DemandChangeKind.CLOSED: (DemandState.OPEN,),
    DemandChangeKind.OUTSIDE: (DemandState.OPEN,),
    DemandChangeKind.REOPENED: (DemandState.CLOSED, DemandState.OUTSIDE),
    DemandChangeKind.RECLASSIFIED: (DemandState.OPEN,),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A change on a day; a rewording keeps what was said until then."""

    kind: DemandChangeKind
    on: date
    former_words: str = ""


def next_place(taken: Iterable[int]) -> int:
    """The place, from 0, of the demand that is named next: its letter for good, never one used before."""
    return max(taken, default=-1) + 1


def words_on(day: date, words: str, steps: Sequence[Step]) -> str:
    """What a demand said at the end of a day, from what it says now and its steps in order of time."""
    later = (step for step in steps if step.kind is DemandChangeKind.REWORDED and step.on > day)
    step = next(later, None)
    return step.former_words if step else words


def state_on(day: date, steps: Sequence[Step]) -> DemandState:
    """How a demand stood at the end of a day, from its steps in order of time."""
    states = [LEADS_TO[step.kind] for step in steps if step.kind in LEADS_TO and step.on <= day]
    return states[-1] if states else DemandState.OPEN


def why_not_add(
    words: Mapping[int, str], *, open_already: Collection[str], named_on: date, started_on: date, today: date
) -> Refusal | None:
    """The first reason not to add these demands, by the row of the form they stand in, or None."""
    if not words:
        return Refusal("Schrijf minstens één waardevraag.", "words-1")
    known = {folded(each) for each in open_already}
    for row, text in words.items():
        if folded(text) in known:
            return Refusal("Deze waardevraag staat er al.", f"words-{row}")
        known.add(folded(text))
    if reason := why_not_on(named_on, started_on=started_on, today=today):
        return Refusal(reason, "named_on")
    return None


def why_not_change(
    kind: DemandChangeKind,
    *,
    state: DemandState,
    former: str,
    words: str,
    reason: str,
    changed_on: date,
    last_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to change a demand this way, or None.

    `last_on` is the day of its last change, or of its naming: a change comes after what was before, so
    that the words of every day can be read back.
    """
    if state not in COMES_FROM[kind]:
        return Refusal(f"Deze waardevraag is {DEMAND_STATE_NAMES[state]}. Zo kan dit niet meer.")
    if kind is DemandChangeKind.REWORDED and not words.strip():
        return Refusal("Schrijf de waardevraag in eigen woorden.", "words")
    if kind is DemandChangeKind.REWORDED and words.strip() == former.strip():
        return Refusal("Er is nog niets veranderd.", "words")
    if not reason.strip():
        return Refusal("Schrijf waarom. Wat er stond, blijft leesbaar.", "reason")
    if changed_on > today:
        return Refusal("Deze dag ligt in de toekomst. Kies vandaag of een dag die voorbij is.", "changed_on")
    if changed_on < last_on:
        before = f"{last_on.day}/{last_on.month:02}/{last_on.year}"
        return Refusal(f"Op {before} kwam er al iets. Kies die dag of een latere.", "changed_on")
    return None


def why_not_named_on(
    named_on: date, *, first_use: date | None, started_on: date, today: date
) -> Refusal | None:
    """The reason not to say that a demand was named on this day, or None.

    `first_use` is the first day of a change or of a star with this demand.
    """
    if reason := why_not_on(named_on, started_on=started_on, today=today):
        return Refusal(reason, "named_on")
    if first_use is not None and named_on > first_use:
        day = f"{first_use.day}/{first_use.month:02}/{first_use.year}"
        return Refusal(f"Van {day} staat er al iets bij. Kies die dag of een vroegere.", "named_on")
    return None
