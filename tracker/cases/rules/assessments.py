"""What was done, seen from the purpose: value or waste, with the bases it rests on (C9)."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.kinds import Verdict, WasteKind
from tracker.cases.rules.refusals import Refusal

ASSESSMENT_NAMES = {
    "what": "wat er gebeurde",
    "verdict": "waarde of verspilling",
    "waste_kind": "wat voor verspilling",
    "happened_on": "datum",
    "until": "tot",
    "value_step": "waardestap",
    "team_view": "wat het team zag",
    "person_view": "wat de persoon ervan vindt",
    "basis": "waarop het gebaseerd is",
    "demands": "waardevraag",
    "interactions": "interactie",
}


def why_not_assess(
    *,
    verdict: Verdict,
    waste_kind: WasteKind | None,
    happened_on: date,
    until: date | None,
    team_view: str,
    person_view: str,
    basis: str = "",
    started_on: date,
    today: date,
) -> Refusal | None:
    """The first reason not to keep this assessment, or None."""
    if reason := why_not_on(happened_on, started_on=started_on, today=today):
        return Refusal(reason, "happened_on")
    if until and not happened_on <= until <= today:
        return Refusal("Het einde van het wachten ligt tussen het begin en vandaag.", "until")
    if verdict is Verdict.WASTE and waste_kind is None:
        return Refusal("Kies wat voor verspilling het was, of ‘iets anders’.", "waste_kind")
    if not (team_view.strip() or person_view.strip() or basis.strip()):
        return Refusal(
            "Waarop steunt dit? Schrijf wat het team zag, of wat de persoon ervan vindt.", "team_view"
        )
    return None


def waited_days(happened_on: date, until: date | None) -> int | None:
    """How long somebody waited, in days; None when it was no waiting."""
    return (until - happened_on).days if until else None
