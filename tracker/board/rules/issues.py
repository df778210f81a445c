"""The way of an issue, there and back: what may happen to it, and who owes what to whom (B10, B11).

Raising, taking up, bringing into an organisation, feeding back and solving are steps; where an issue is, and
which duties run, follows from them. The board member who owns it stays responsible until it is solved.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.board.rules.kinds import (
    ISSUE_STATE_NAMES,
    Circle,
    IssueKind,
    IssueState,
    Resolution,
    StepKind,
)
from tracker.partnership.rules.roles import Role
from tracker.problems import Refusal

RAISES = frozenset({Role.PRACTITIONER, Role.COORDINATOR, Role.BOARD_MEMBER, Role.REPRESENTATIVE})
TEAM = frozenset({Role.PRACTITIONER, Role.COORDINATOR})
OWNED = frozenset({IssueState.TAKEN_UP, IssueState.ESCALATED, IssueState.PARKED})
# Steps by which whoever raised it hears something.
HEARD = frozenset(
    {StepKind.TAKEN_UP, StepKind.FED_BACK, StepKind.PARKED, StepKind.SOLVED, StepKind.SENT_BACK}
)
ASKED = frozenset({StepKind.RAISED, StepKind.RAISED_AGAIN})


class Next(StrEnum):
    """What happens with an issue after feedback."""

    GO_ON = "go_on"
    SOLVED = "solved"
    PARK = "park"
    SEND_BACK = "send_back"


NEXT_NAMES = {
    Next.GO_ON: "ik blijf dit opnemen",
    Next.SOLVED: "opgelost",
    Next.PARK: "parkeren, met datum",
    Next.SEND_BACK: "terug naar het team, met reden",
}

STEP_OF = {
    Next.GO_ON: StepKind.FED_BACK,
    Next.SOLVED: StepKind.SOLVED,
    Next.PARK: StepKind.PARKED,
    Next.SEND_BACK: StepKind.SENT_BACK,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who wants to do something with an issue, in the role they act in now."""

    person: int
    role: Role


@dataclass(frozen=True, slots=True)
class Walked:
    """A step as the rules see it."""

    kind: StepKind
    on: date
    organisation: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Where an issue stands. `owner_on_board` is whether its owner still sits in the board today."""

    kind: IssueKind
    circle: Circle
    state: IssueState
    raised_by: int
    owner: int | None
    owner_on_board: bool
    offered_to: int | None
    look_again_on: date | None
    steps: tuple[Walked, ...]

    @property
    def asked_on(self) -> date:
        """The day on which it was (last) raised."""
        return max(step.on for step in self.steps if step.kind in ASKED)

    @property
    def heard_on(self) -> date:
        """The last day on which whoever raised it heard something, or asked."""
        return max(step.on for step in self.steps if step.kind in HEARD or step.kind in ASKED)

    @property
    def organisations(self) -> tuple[int, ...]:
        """Where it was brought in since it was last solved, each once, in the order of the first time."""
        since = next((i for i, s in reversed(list(enumerate(self.steps))) if s.kind is StepKind.SOLVED), -1)
        found = (s.organisation for s in self.steps[since + 1 :] if s.kind is StepKind.ESCALATED)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    @property
    def working_state(self) -> IssueState:
        """The state of an issue that its owner goes on with."""
        return IssueState.ESCALATED if self.organisations else IssueState.TAKEN_UP

    @property
    def has_owner(self) -> bool:
        """Whether somebody is responsible now; who escalated stays so, also when the team has it back."""
        if self.owner is None or self.state is IssueState.SOLVED:
            return False
        return self.state in OWNED or (self.state is IssueState.BACK and bool(self.organisations))


def why_not_raise(
    circle: Circle, kind: IssueKind, *, title: str, why_not_team: str, role: Role
) -> Refusal | None:
    """Why an issue cannot be raised like this; None when it can."""
    if role not in RAISES:
        return Refusal("In jouw rol breng je geen kwestie in.")
    if not title.strip():
        return Refusal("Geef de kwestie een naam.", "title")
    if circle is Circle.TEAM and kind is not IssueKind.CONFLICT and not why_not_team.strip():
        return Refusal("Schrijf waarom het mandaat van het team niet volstaat.", "why_not_team")
    return None


def circle_of(role: Role) -> Circle:
    """From which circle somebody in this role raises an issue."""
    return Circle.TEAM if role in TEAM else Circle.BOARD


def why_not_take_up(facts: Facts, actor: Actor) -> Refusal | None:
    """Why this person cannot take the issue up; None when they can."""
    if actor.role is not Role.BOARD_MEMBER:
        return Refusal("Een bestuursraadslid neemt een kwestie op.")
    if facts.state is not IssueState.NEW:
        return Refusal(f"Deze kwestie is al {ISSUE_STATE_NAMES[facts.state]}.")
    return None


def why_not_work_on(facts: Facts, actor: Actor) -> Refusal | None:
    """Why this person cannot bring the issue further or feed back; only its owner does."""
    if not facts.has_owner:
        if facts.state is IssueState.NEW:
            return Refusal("Neem de kwestie eerst op.")
        return Refusal(f"Deze kwestie is {ISSUE_STATE_NAMES[facts.state]}. Breng ze eerst opnieuw in.")
    if actor.role is not Role.BOARD_MEMBER or actor.person != facts.owner:
        return Refusal("Dit doet wie de kwestie opnam.")
    return None


def why_not_escalate(
    facts: Facts, actor: Actor, organisation: int, taking_part: Collection[int]
) -> Refusal | None:
    """Why it cannot be brought into this organisation; several may follow each other."""
    if refusal := why_not_work_on(facts, actor):
        return refusal
    if organisation not in taking_part:
        return Refusal("Kies een organisatie van dit partnerschap.", "organisation")
    return None


def why_not_feed_back(
    facts: Facts,
    actor: Actor,
    then: Next,
    *,
    resolution: Resolution,
    look_again_on: date | None,
    today: date,
) -> Refusal | None:
    """Why this feedback cannot be given; every choice but going on asks one thing more."""
    if refusal := why_not_work_on(facts, actor):
        return refusal
    if then is Next.SOLVED and resolution is Resolution.NONE:
        return Refusal("Kies welk antwoord er kwam.", "resolution")
    if then is Next.PARK and look_again_on is None:
        return Refusal("Kies wanneer je er opnieuw naar kijkt.", "look_again_on")
    if then is Next.PARK and look_again_on is not None and look_again_on <= today:
        return Refusal("Kies een dag die nog komt.", "look_again_on")
    return None


def state_after(facts: Facts, then: Next) -> IssueState:
    """Where the issue is after feedback with this choice."""
    if then is Next.GO_ON:
        return facts.working_state
    return {
        Next.SOLVED: IssueState.SOLVED,
        Next.PARK: IssueState.PARKED,
        Next.SEND_BACK: IssueState.BACK,
    }[then]


def why_not_note(facts: Facts, actor: Actor) -> Refusal | None:
    """Why this person cannot note what happened: its owner and whoever raised it do, until it is solved."""
    if facts.state is IssueState.SOLVED:
        return Refusal("Deze kwestie is opgelost. Breng ze opnieuw in als er weer iets is.")
    if actor.person == facts.raised_by and actor.role in RAISES:
        return None
    return why_not_work_on(facts, actor)


def why_not_withdraw(facts: Facts, actor: Actor) -> Refusal | None:
    """Why whoever raised it cannot say that it is solved: while a board member owns it, that one does."""
    if actor.person != facts.raised_by or actor.role not in RAISES:
        return Refusal("Dit zegt wie de kwestie inbracht.")
    if facts.state is IssueState.SOLVED:
        return Refusal("Deze kwestie is al opgelost.")
    if facts.has_owner:
        return Refusal("Wie de kwestie opnam, zegt wanneer ze opgelost is.")
    return None


def why_not_raise_again(facts: Facts, actor: Actor) -> Refusal | None:
    """Why it cannot be raised again; it can once it came back or was solved."""
    if actor.role not in RAISES:
        return Refusal("In jouw rol breng je geen kwestie in.")
    if facts.state not in (IssueState.SOLVED, IssueState.BACK):
        return Refusal("Deze kwestie loopt nog.")
    return None


def state_when_raised_again(facts: Facts) -> IssueState:
    """With whoever is still responsible, else new: after a solution somebody takes it up anew."""
    if facts.state is IssueState.BACK and facts.has_owner and facts.owner_on_board:
        return facts.working_state
    return IssueState.NEW


def why_not_offer(facts: Facts, actor: Actor, to: int, board: Collection[int]) -> Refusal | None:
    """Why it cannot be offered to another board member; until that one accepts nothing changes."""
    if refusal := why_not_work_on(facts, actor):
        return refusal
    if to == actor.person or to not in board:
        return Refusal("Kies een ander bestuursraadslid.", "to")
    return None


def why_not_take_over(facts: Facts, actor: Actor) -> Refusal | None:
    """Why this person cannot become the owner: it was offered to them, or its owner left the board (P3)."""
    if actor.role is not Role.BOARD_MEMBER:
        return Refusal("Een bestuursraadslid neemt een kwestie over.")
    if not facts.has_owner or actor.person == facts.owner:
        return Refusal("Er is niets over te nemen.")
    if facts.offered_to != actor.person and facts.owner_on_board:
        return Refusal("Wie de kwestie opnam, vraagt eerst aan jou om ze over te nemen.")
    return None


def why_not_decline(facts: Facts, actor: Actor) -> Refusal | None:
    """Why an offer cannot be turned down or taken back by this person."""
    if facts.offered_to is None or actor.person not in (facts.offered_to, facts.owner):
        return Refusal("Er is niets aan jou gevraagd.")
    return None


class DutyKind(StrEnum):
    """What somebody owes."""

    TAKE_UP = "take_up"
    FEED_BACK = "feed_back"
    KEEP_RAISING = "keep_raising"
    LOOK_AGAIN = "look_again"
    TAKE_OVER = "take_over"
    TELL_TEAM = "tell_team"


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody owes something since a day; without a person it is the whole board."""

    kind: DutyKind
    person: int | None
    since: date
    organisation: int | None = None


def duties(facts: Facts) -> tuple[Duty, ...]:
    """Who owes what until it is solved: feedback to whoever raised it, and to keep raising it elsewhere."""
    if facts.state is IssueState.SOLVED:
        return ()
    owed: list[Duty] = []
    if facts.state is IssueState.NEW:
        owed.append(Duty(DutyKind.TAKE_UP, None, facts.asked_on))
    if facts.has_owner:
        who = facts.owner if facts.owner_on_board else None
        if facts.state is IssueState.PARKED and facts.look_again_on:
            owed.append(Duty(DutyKind.LOOK_AGAIN, who, facts.look_again_on))
        owed.append(Duty(DutyKind.FEED_BACK, who, facts.heard_on))
        owed += [
            Duty(DutyKind.KEEP_RAISING, who, _first(facts.steps, each), each) for each in facts.organisations
        ]
        if facts.offered_to is not None:
            owed.append(Duty(DutyKind.TAKE_OVER, facts.offered_to, facts.heard_on))
    if facts.circle is Circle.TEAM and facts.kind is not IssueKind.CONFLICT:
        owed.append(Duty(DutyKind.TELL_TEAM, facts.raised_by, facts.asked_on))
    return tuple(owed)


def _first(steps: Sequence[Walked], organisation: int) -> date:
    return next(s.on for s in steps if s.kind is StepKind.ESCALATED and s.organisation == organisation)


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many days what stands still is shown; of one partnership."""

    take_up_days: int = 7
    silent_days: int = 30


class Still(StrEnum):
    """How an issue stands still."""

    NOT_TAKEN_UP = "not_taken_up"
    SILENT = "silent"
    LOOK_AGAIN = "look_again"
    WITHOUT_OWNER = "without_owner"


def stands_still(facts: Facts, limits: Limits, today: date) -> Still | None:
    """Whether and how an issue stands still today; parked it may rest until its day."""
    if facts.state is IssueState.NEW:
        late = (today - facts.asked_on).days >= limits.take_up_days
        return Still.NOT_TAKEN_UP if late else None
    if not facts.has_owner:
        return None
    if not facts.owner_on_board:
        return Still.WITHOUT_OWNER
    if facts.state is IssueState.PARKED and facts.look_again_on:
        return Still.LOOK_AGAIN if facts.look_again_on <= today else None
    return Still.SILENT if (today - facts.heard_on).days >= limits.silent_days else None


def why_not_limits(take_up_days: int, silent_days: int) -> Refusal | None:
    """Why these days cannot be the rhythm of a partnership; at most a year."""
    for field, days in (("take_up_days", take_up_days), ("silent_days", silent_days)):
        if not 1 <= days <= 365:
            return Refusal("Kies een aantal dagen van 1 tot 365.", field)
    return None


def why_not_readers(readers: Collection[int], to_choose: Collection[int]) -> Refusal | None:
    """Why these people cannot be the readers of an issue; whoever is ticked is one of here."""
    if not set(readers) <= set(to_choose):
        return Refusal("Kies mensen van dit partnerschap.", "readers")
    return None
