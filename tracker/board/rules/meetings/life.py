"""The life of a meeting: prepared, open, closed or called off; and who does what in it (B12)."""

from collections.abc import Collection, Sequence
from typing import Final

from tracker.board.rules.kinds import Circle, MeetingState
from tracker.learning.rules.recognising import codes_in
from tracker.partnership.rules.roles import Role
from tracker.problems import Refusal

EDITS: Final = {
    Circle.TEAM: frozenset({Role.PRACTITIONER, Role.COORDINATOR}),
    Circle.BOARD: frozenset({Role.COORDINATOR, Role.BOARD_MEMBER}),
}
OVER: Final = {
    MeetingState.CLOSED: "Deze vergadering is afgesloten. Er wijzigt niets meer aan.",
    MeetingState.CANCELLED: "Deze vergadering ging niet door. Er wijzigt niets meer aan.",
}
CODE_INSIDE: Final = (
    "Hier staat een casuscode. De bestuursraad leest mee en kent geen casussen: vertel het zonder code."
)


def edits(circle: Circle, role: Role) -> bool:
    """Whether this role prepares meetings of this circle and writes their minutes."""
    return role in EDITS[circle]


def reads(circle: Circle, role: Role, *, seated: bool) -> bool:
    """Whether this role reads a meeting; the target group's representative in the team when invited."""
    return circle is Circle.BOARD or role is not Role.REPRESENTATIVE or seated


def why_not_change(state: MeetingState) -> str | None:
    """Why nothing of a meeting can change any more; None while it can."""
    return OVER.get(state)


def why_not_tell(prefix: str, texts: Sequence[tuple[str, str]]) -> Refusal | None:
    """The first (field, text) that names a case by its code, which no text of a meeting may (law 3)."""
    return next((Refusal(CODE_INSIDE, field) for field, text in texts if codes_in(text, prefix)), None)


def why_not_prepare(*, facilitator: int, able: Collection[int]) -> Refusal | None:
    """Why this person cannot lead the meeting; None when they can."""
    return None if facilitator in able else Refusal("Kies iemand uit de lijst.", "facilitator")


def why_not_open(state: MeetingState, *, items: int) -> str | None:
    """Why a meeting cannot begin now; None when it can."""
    if reason := why_not_change(state):
        return reason
    if state is MeetingState.OPEN:
        return "De vergadering is al bezig."
    return None if items else "Zet eerst minstens één punt op de agenda."


def why_not_work(state: MeetingState) -> str | None:
    """Why nobody can note what came out of the meeting now; None when they can."""
    if reason := why_not_change(state):
        return reason
    return "De vergadering is nog niet begonnen." if state is MeetingState.PREPARED else None


def why_not_cancel(state: MeetingState) -> str | None:
    """Why a meeting cannot be called off now; None when it can."""
    if reason := why_not_change(state):
        return reason
    return "De vergadering is bezig. Sluit ze af met een verslag." if state is MeetingState.OPEN else None


def why_not_send(state: MeetingState, *, items: int, sent: bool) -> str | None:
    """Why the dossier cannot be sent now; None when it can. It is sent once, and stays as it was read."""
    if reason := why_not_change(state):
        return reason
    if sent:
        return "Het dossier is al verstuurd. Wat je nu nog toevoegt, staat er apart bij."
    if state is MeetingState.OPEN:
        return "De vergadering is al bezig."
    return None if items else "Zet eerst minstens één punt op de agenda."


def feedback_owed(issues: Sequence[tuple[int, str]], written: Collection[int]) -> tuple[str, ...]:
    """The codes of the issues on the agenda to whose raiser nothing was written yet."""
    return tuple(dict.fromkeys(code for issue, code in issues if issue not in written))


def why_not_close(state: MeetingState, minutes: str, owed: Sequence[str]) -> Refusal | None:
    """Why the minutes cannot be closed now; None when they can."""
    if reason := why_not_work(state):
        return Refusal(reason)
    if owed:
        return Refusal(
            "Bij elke kwestie hoort een terugkoppeling aan wie ze inbracht. Nog te schrijven: "
            f"{', '.join(owed)}."
        )
    if not minutes.strip():
        return Refusal("Schrijf eerst een verslag.", "minutes")
    return None
