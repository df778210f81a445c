"""The meetings of Durmeland: what stood on their agendas, what came of it, and who took what home."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.board.rules.kinds import Circle, Purpose


@dataclass(frozen=True, slots=True)
class Agrees:
    """Who does what; `in_days` counts from the meeting, `done` whether it happened since."""

    who: str
    what: str
    in_days: int
    done: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an agenda; `waits` begins the title of something that waits, else it is written by hand."""

    title: str
    purpose: Purpose = Purpose.INFORMATION
    minutes: int = 10
    note: str = ""
    waits: bool = False
    outcome: str = ""
    feedback: str = ""
    agreed: tuple[Agrees, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathers:
    """A meeting `ago` days before today, prepared `prepared` days before it; closed once it was held."""

    circle: Circle
    ago: int
    prepared: int
    facilitator: str
    place: str
    points: tuple[Point, ...]
    present: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    starts_at: str = "14:00"
    ends_at: str = "15:30"
    sent: bool = False
    consent_here: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    from_team: str = "De bestuursraad nam er kennis van en stelde vragen. Het team gaat verder."
    later: tuple[Point, ...] = ()


ROUND = Point(
    "Hoe zit iedereen hier?", Purpose.CHECK_IN, 10, outcome="Ieder zei in één zin wat bleef hangen."
)
HOME = Point("Wat nemen we mee naar onze eigen organisatie?", Purpose.CLOSING, 10)

MEETINGS = (
    Gathers(
        Circle.BOARD,
        ago=182,
        prepared=14,
        facilitator="Marieke",
        place="OCMW Waasdorp, raadzaal",
        present=("Bea", "Dirk"),
        points=(
            ROUND,
            Point(
                "Hoe het team een leersessie houdt",
                Purpose.PICTURE,
                20,
                "Wat gebeurt er in een leersessie, en wat vragen jullie er niet van?",
                outcome="We hoorden hoe een reis gelegd wordt. We vragen geen aantallen per dienst.",
                agreed=(Agrees("Bea", "Thuis vertellen waarom we geen doorverwijzingen tellen", 30),),
            ),
        ),
    ),
    Gathers(
        Circle.BOARD,
        ago=91,
        prepared=14,
        facilitator="Marieke",
        place="VDAB Durmen",
        present=("Bea", "Greet"),
        away=("Dirk",),
        consent_here={"Altijd met drie": (True, "Het raakt aan de werking van elke dienst.")},
        from_team="We beslissen hier zelf ook over, zodra we weten hoe de tweede iteratie liep.",
        points=(
            ROUND,
            Point(
                "Wie spreekt hier namens de mensen zelf?",
                Purpose.OPINION,
                20,
                "Dirk is er vandaag niet. Wat beslissen we dan beter niet?",
                outcome="Zonder Dirk beslissen we niets over hoe mensen ontvangen worden. Dat komt terug.",
                agreed=(Agrees("Marieke", "Met Dirk een uur zoeken dat voor hem past", 14),),
            ),
            Point(
                "Vervoer naar de haven",
                Purpose.INFORMATION,
                15,
                outcome="De vervoersregio antwoordde nog niet. We zeggen dat ook zo aan het team.",
                agreed=(Agrees("Bea", "Brief aan de vervoersregio herhalen", 60, done=False),),
            ),
        ),
    ),
    Gathers(
        Circle.TEAM,
        ago=16,
        prepared=5,
        facilitator="Marieke",
        place="OCMW Durmen",
        starts_at="09:00",
        ends_at="10:30",
        present=("Sofie", "Jonas", "Nadia", "Bram"),
        away=("Ilse",),
        points=(
            ROUND,
            Point(
                "Altijd met drie: wie zit op de derde stoel?",
                Purpose.OPINION,
                25,
                outcome="Bij een plotse wissel vragen we iemand van het onthaal. Twee keer proberen.",
                agreed=(
                    Agrees("Nadia", "Met het onthaal afspreken wie kan invallen", 21, done=False),
                    Agrees("Sofie", "Het kaartje voor vervangers nalezen met Dirk", 10),
                ),
            ),
            Point("Wie heeft vakantie, wie neemt over?", outcome="Bram neemt de dinsdagen over."),
        ),
    ),
    Gathers(
        Circle.TEAM,
        ago=-3,
        prepared=6,
        facilitator="Marieke",
        place="OCMW Waasdorp",
        starts_at="09:00",
        ends_at="10:30",
        points=(
            Point("Hoe zit iedereen hier?", Purpose.CHECK_IN, 10),
            Point("Afspraken van vorige keer", waits=True),
            Point("Welke vraag nemen we mee naar de volgende leersessie?", Purpose.OPINION, 20),
        ),
    ),
    Gathers(
        Circle.BOARD,
        ago=-6,
        prepared=12,
        facilitator="Marieke",
        place="OCMW Waasdorp, raadzaal",
        sent=True,
        points=(
            Point(
                "Tolken",
                waits=True,
                note="Wie van ons neemt dit op? En kan er een deel van het budget voor leren heen?",
            ),
            Point(
                "Altijd met drie",
                waits=True,
                note="Telt doorverwijzen in jouw dienst als afgewerkt? Dat is de oorzaak die wij zien.",
            ),
            Point("Het scherm kent geen pauze", waits=True),
        ),
        later=(
            Point(
                "Data voor volgend jaar",
                note="Kunnen we vier keer, op een uur dat voor iedereen aan tafel past?",
            ),
            HOME,
        ),
    ),
)
