"""The life of a learning session: prepared, open, closed or cancelled (L4)."""

from collections.abc import Collection

from tracker.cases.rules.kinds import Agreed
from tracker.cases.rules.refusals import Refusal
from tracker.learning.rules.kinds import Format, SessionState
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Role

FACILITATES = tuple(role for role in Role if may(role, Need.SESSIONS_FACILITATE))
TAKES_PART = tuple(role for role in Role if may(role, Need.SESSIONS_JOIN))
MOST_CASES = 12
MOST_GUESTS = 20

OVER = {
    SessionState.CLOSED: "Deze sessie is afgesloten. Er wijzigt niets meer aan.",
    SessionState.CANCELLED: "Deze sessie ging niet door. Er wijzigt niets meer aan.",
}


def why_not_change(state: SessionState) -> str | None:
    """Why nothing of a session can change any more; None while it can."""
    return OVER.get(state)


def why_not_prepare(
    *, facilitator: int, may_facilitate: Collection[int], people: Collection[int], known: Collection[int]
) -> Refusal | None:
    """The first reason not to keep these people for a session, or None."""
    if facilitator not in may_facilitate:
        return Refusal(
            "Kies iemand uit de lijst: een samenwerker, de coördinatie of een kwaliteitscoach.", "facilitator"
        )
    if not set(people) <= set(known):
        return Refusal("Kies mensen uit de lijst.", "people")
    return None


def why_not_other_format(now: Format, wanted: Format, *, begun: bool) -> str | None:
    """Why a session cannot take another format: its answers and journeys would lose their place."""
    if wanted is not now and begun:
        return "In deze vorm staat al iets ingevuld. Maak voor een andere vorm een nieuwe sessie."
    return None


def why_not_open(state: SessionState, format: Format, *, cases: int) -> str | None:
    """Why a session cannot begin now; None when it can."""
    if reason := why_not_change(state):
        return reason
    if state is SessionState.OPEN:
        return "De sessie is al bezig."
    if not cases and format is not Format.FREE:
        return "Kies eerst minstens één casus, met de reden."
    return None


def why_not_work(state: SessionState) -> str | None:
    """Why nobody can add cards, group them or write minutes now; None when they can."""
    if reason := why_not_change(state):
        return reason
    return "De sessie is nog niet begonnen." if state is SessionState.PREPARED else None


def why_not_close(state: SessionState, minutes: str) -> Refusal | None:
    """Why a session cannot be closed now; None when it can."""
    if reason := why_not_work(state):
        return Refusal(reason)
    if not minutes.strip():
        return Refusal("Schrijf eerst een verslag. Wat is er geleerd?", "minutes")
    return None


def why_not_cancel(state: SessionState) -> str | None:
    """Why a session cannot be called off now; None when it can."""
    if reason := why_not_change(state):
        return reason
    return "De sessie is bezig. Sluit ze af met een verslag." if state is SessionState.OPEN else None


def why_not_lend(agreed: Agreed) -> str | None:
    """Why a case cannot be shared into a session; the person's last answer about sharing holds there too."""
    if agreed is Agreed.NO:
        return "De persoon ging niet akkoord met delen. Dat geldt ook voor de coach."
    return None


def why_not_choose(reason: str, *, chosen: int) -> Refusal | None:
    """Why a case cannot be added to a session for this reason; None when it can."""
    if not reason.strip():
        return Refusal("Schrijf waarom jullie net deze casus kiezen.", "reason")
    if chosen >= MOST_CASES:
        return Refusal(f"Er staan al {MOST_CASES} casussen in deze sessie. Kies er minder, en beter.", "")
    return None
