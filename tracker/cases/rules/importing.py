"""What holds for cases that come out of a partnership's own list (C18)."""

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from tracker.cases.rules.kinds import Agreed
from tracker.cases.rules.searching import folded

ENDING_TAKEN_OVER = "Overgenomen uit de eerdere lijst van het partnerschap."


class Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def person_id(self) -> int: ...


Somebody = TypeVar("Somebody", bound=Named)


def lead_named(name: str, people: Sequence[Somebody]) -> Somebody | None:
    """The colleague a name in a list means: the whole name, or a first name that only one of them has."""
    said = folded(name).strip(" .")
    if not said:
        return None
    whole = [one for one in people if folded(one.name) == said]
    first = [one for one in people if folded(one.name).split(" ")[0] == said]
    found = whole or first
    return found[0] if len({one.person_id for one in found}) == 1 else None


def who_see_imported(
    team: Sequence[int], named: Collection[int], lead: int | None, agreed: Agreed
) -> tuple[int, ...]:
    """The organisations that see an imported case: those it names, or the whole team when it names none.

    Where the person does not agree to sharing, only the organisation of who leads it, or the first named;
    without either the coordination alone, until somebody says who works with the person.
    """
    if agreed is Agreed.NO:
        works = lead if lead in team else next(iter(named), None)
        return () if works is None else (works,)
    return tuple(organisation for organisation in team if organisation in named or not named)
