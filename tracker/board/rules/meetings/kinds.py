"""The kinds of meeting, with what a new partnership is offered to begin with (B12)."""

from dataclasses import dataclass
from typing import Final

from tracker.board.rules.kinds import Circle, DecisionForm
from tracker.problems import Refusal


@dataclass(frozen=True, slots=True)
class KindOfMeeting:
    """A kind of meeting: its rhythm, who sits there, how it works, its minutes and how it decides."""

    circle: Circle
    name: str
    rhythm: str
    composition: str
    way_of_working: str
    minutes_way: str
    decision_form: DecisionForm = DecisionForm.CONSENT


# From the quality framework: the team meets to learn from cases and to decide what it tries; the board makes
# possible what the team's mandate does not reach, and reports back (chapters on team and board).
OFFERED: Final = (
    KindOfMeeting(
        Circle.TEAM,
        "Teamoverleg",
        "om de veertien dagen",
        "Alle samenwerkers en de coördinatie. De doelgroepvertegenwoordiger als het team dat vraagt.",
        "Rondje, afspraken van vorige keer, voorstellen en wat terugkomt, rondje.",
        "De gespreksleider noteert per punt wat eruit kwam, en wie wat doet tegen wanneer.",
    ),
    KindOfMeeting(
        Circle.BOARD,
        "Bestuursraad",
        "om de drie maanden",
        "Eén lid per partner, met mandaat, en de zetel van de doelgroep. De coördinatie bereidt voor.",
        "Eerst wat we schuldig zijn, dan wat het team leerde, dan wat te beslissen is.",
        "Per punt wat eruit kwam. Elke kwestie krijgt een terugkoppeling voor het verslag sluit.",
    ),
)


def why_not_keep(kind: KindOfMeeting, names: set[str]) -> Refusal | None:
    """Why a kind cannot be kept so; `names` are those of the other kinds of its circle."""
    if not kind.name.strip():
        return Refusal("Geef deze vergadering een naam.", "name")
    if kind.name.strip().casefold() in {name.casefold() for name in names}:
        return Refusal("Er is al een vergadering met deze naam.", "name")
    return None
