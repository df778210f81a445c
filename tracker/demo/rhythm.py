"""Contact in its rhythm, told in one line instead of day by day."""

from collections.abc import Mapping

from tracker.cases.rules.kinds import ContactKind, ContactOutcome
from tracker.demo.events import Meets

# Nobody meets on the dot: the days sway a little, always in the same way.
SWAY = (0, 2, -1, 3, -2, 1, -3, 2, 0, -1)
MINUTES = {
    ContactKind.HOME_VISIT: 50,
    ContactKind.CONVERSATION: 40,
    ContactKind.PHONE: 10,
    ContactKind.ALONGSIDE: 90,
    ContactKind.WITH_SERVICE: 45,
}


def rhythm(
    since: int,
    until: int,
    every: int,
    kinds: tuple[ContactKind, ...],
    notes: Mapping[int, str] | None = None,
    *,
    missed: int = 0,
    about: int = 0,
    who: tuple[str, ...] = ("",),
    others: tuple[str, ...] = (),
) -> tuple[Meets, ...]:
    """Contacts from `since` to `until` days ago, about every so many days, kinds and people in turn.

    `notes` stand by turn, from 1. Every so many-th was an attempt (`missed`) or talk with a service about
    the case (`about`); `others` are the organisations that took part in that talk.
    """
    told = []
    for turn, planned in enumerate(range(since, until - 1, -every), start=1):
        ago = min(max(planned + SWAY[turn % len(SWAY)], until), since)
        kind, outcome = kinds[turn % len(kinds)], ContactOutcome.CONTACT
        if about and turn % about == 0:
            kind, outcome = ContactKind.WITH_SERVICE, ContactOutcome.ABOUT
        elif missed and turn % missed == 0:
            outcome = ContactOutcome.ATTEMPT
        told.append(
            Meets(
                ago,
                kind,
                (notes or {}).get(turn, ""),
                minutes=None if outcome is ContactOutcome.ATTEMPT else MINUTES.get(kind),
                outcome=outcome,
                who=who[turn % len(who)],
                others=others if kind is ContactKind.WITH_SERVICE else (),
            )
        )
    return tuple(told)
