"""What it takes to open a case (C1, C14)."""

from datetime import date

from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.cases.rules.refusals import Refusal

MOST_PARTICIPANTS = 200


def code_of(prefix: str, number: int) -> str:
    """The code of a case: the area's letters and a number, `OM-0042`."""
    return f"{prefix}-{number:04d}"


def why_not_open(
    *,
    kind: CaseKind,
    started_on: date,
    today: date,
    agreed: Agreed,
    participants: int,
    doubt: bool,
    doubt_review_on: date | None,
) -> Refusal | None:
    """The first reason not to open this case, or None."""
    if started_on > today:
        return Refusal(
            "De startdatum ligt in de toekomst. Kies vandaag of een dag die voorbij is.", "started_on"
        )
    if not 0 <= participants <= MOST_PARTICIPANTS:
        return Refusal(f"Geef een aantal tussen 0 en {MOST_PARTICIPANTS}.", "participants")
    if doubt and doubt_review_on is None:
        return Refusal("Kies een dag om opnieuw te kijken of dit de doelgroep is.", "doubt_review_on")
    return None
