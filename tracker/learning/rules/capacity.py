"""The expertise that personas ask against what partners bring; never a score (L3)."""

from enum import StrEnum

from tracker.cases.rules.refusals import Refusal
from tracker.learning.rules.kinds import Way


class Standing(StrEnum):
    """How what is asked and what is brought meet."""

    GAP = "gap"
    MET = "met"
    OVERLAP = "overlap"
    NOT_ASKED = "not_asked"


STANDING_NAMES = {
    Standing.GAP: "Niemand brengt dit",
    Standing.MET: "Gevraagd en gebracht",
    Standing.OVERLAP: "Door meer dan één partner gebracht",
    Standing.NOT_ASKED: "Gebracht, en door geen persona gevraagd",
}


def standing(asked: int, brought: int) -> Standing:
    """How many personas ask an expertise, against how many partners bring it.

    Whether what is brought is enough is no sum: the team says so by choosing a way.
    """
    if asked and not brought:
        return Standing.GAP
    if brought > 1:
        return Standing.OVERLAP
    return Standing.MET if asked else Standing.NOT_ASKED


def sort_name(name: str) -> str:
    """An expertise by its name without capitals and double spaces, so that two writings meet."""
    return " ".join(name.split()).casefold()


def why_not_name_expertise(name: str) -> Refusal | None:
    """The reason against this name of an expertise, or None."""
    return None if name.strip() else Refusal("Schrijf welke expertise.", "expertise")


def why_not_choose(way: Way | None, reason: str, *, asked: int, brought: int) -> Refusal | None:
    """The first reason against this choice, or None. Without a way it says why an overlap is wanted."""
    if way is None and brought < 2:
        return Refusal("Kies hoe jullie dit aanpakken.", "way")
    if way is not None and not asked:
        return Refusal("Geen enkele persona vraagt dit: er is geen tekort.", "way")
    if not reason.strip():
        return Refusal("Schrijf waarom.", "reason")
    return None
