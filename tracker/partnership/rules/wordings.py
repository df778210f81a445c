"""Changing the partnership's own words (P2, P3, L1)."""

from datetime import date

from tracker.partnership.rules.partners import WITH_TITLE, WordingKind


def why_not_reword(
    kind: WordingKind,
    *,
    title: str,
    text: str,
    reason: str,
    since: date,
    today: date,
    former: str | None,
) -> tuple[str, str] | None:
    """The first reason against this new version and the field it stands beside, or None.

    `former` is the text that holds now, None for a first version. An empty text ends a principle or term.
    """
    if kind in WITH_TITLE and not title.strip():
        return "Geef het een naam.", "title"
    if not text.strip() and (former is None or kind not in WITH_TITLE):
        return "Schrijf de tekst.", "text"
    if former is not None and text.strip() == former.strip():
        return "Er is nog niets veranderd.", "text"
    if former is not None and not reason.strip():
        return "Schrijf waarom dit verandert. De vorige tekst blijft leesbaar.", "reason"
    if since > today:
        return "Kies vandaag of een dag die voorbij is.", "since"
    return None


def why_not_value_step(name: str, *, taken: bool, former: bool, reason: str) -> tuple[str, str] | None:
    """The first reason against this value step and the field it stands beside, or None."""
    if taken:
        return "Er is al een waardestap met deze naam.", "name"
    if former and not reason.strip():
        return "Schrijf waarom de waardestap verandert.", "reason"
    return None


def why_not_open(*, purpose: bool, steps: int) -> str | None:
    """Why 'zo werken wij' cannot be shown to everyone yet, or None."""
    if not purpose:
        return "Schrijf eerst jullie bedoeling."
    if not steps:
        return "Benoem eerst minstens één waardestap."
    return None
