"""What the circles of Durmeland were asked to decide, and what was said in each round."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.board.rules.kinds import Answer, Circle, EvaluationResult, Verdict


@dataclass(frozen=True, slots=True)
class Words:
    """A version; `review_in` counts the days from the day on which it was written."""

    text: str
    who: str = ""
    expected: str = ""
    criteria: str = ""
    review_in: int = 90


@dataclass(frozen=True, slots=True)
class Tests:
    """What two members found of somebody's objection."""

    owner: str
    verdict: Verdict
    reason: str
    by: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class Asks:
    """A round: who said something else than consent, and who says nothing yet."""

    ago: int
    said: Mapping[str, tuple[Answer, str]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    tests: tuple[Tests, ...] = ()
    outcome: str | None = None
    amended: Words | None = None
    why: str = ""
    amended_by: str = ""


@dataclass(frozen=True, slots=True)
class Says:
    """A question or an opinion, and the answer to it."""

    who: str
    text: str
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Proposes:
    """A proposal with all that happened to it."""

    ago: int
    title: str
    driver: str
    words: Words
    proposer: str
    facilitator: str | None
    circle: Circle = Circle.TEAM
    initiative: str = ""
    questions: tuple[Says, ...] = ()
    opinions: tuple[Says, ...] = ()
    rounds: tuple[Asks, ...] = ()
    evaluated: tuple[int, str, str, EvaluationResult] | None = None
    withdrawn: str = ""


ONE_FOLDER = Proposes(
    291,
    "Eén map, één keer vragen",
    "Mensen geven dezelfde papieren aan elke partner opnieuw.",
    Words(
        "Met toestemming van de klant houdt de trekker één map bij. Partners vragen eerst de trekker, "
        "pas dan de "
        "klant. Wie het niet wil, doet niet mee.",
        "Bram maakt het blad.\nElke trekker start met hoogstens één casus, zes in totaal.\nStart na "
        "delen met "
        "andere partnerschappen.",
        "Deze zes mensen geven binnen drie maanden hoogstens nog één keer iets opnieuw.",
        "Moet iemand nog iets opnieuw geven, in eigen woorden?\nHeeft iemand spijt van delen?",
        98,
    ),
    "Bram",
    "Ilse",
    initiative="Eén map, één keer vragen",
    questions=(
        Says("Sofie", "Wie bewaart de map?", "De trekker, op papier, tot er iets beters is."),
        Says("Marieke", "En wie dat niet wil?", "Dan niet."),
    ),
    opinions=(Says("Nadia", "Goed idee, en ik heb buikpijn."),),
    rounds=(
        Asks(
            290,
            {
                "Jonas": (Answer.CONCERN, "Jongeren verliezen alles, ook een map."),
                "Nadia": (
                    Answer.OBJECTION,
                    "Als elke partner eerst de trekker belt, komt een nieuw adres bij mensen die het "
                    "niet mogen "
                    "hebben.",
                ),
            },
            tests=(
                Tests(
                    "Nadia",
                    Verdict.VALID,
                    "Leidt uitvoeren zoals het er staat tot iets wat we moeten vermijden? Ja, niemand "
                    "betwist het.",
                    "Sofie",
                    "Marieke",
                ),
            ),
            amended=Words(
                "Met toestemming van de klant houdt de trekker één map bij. Partners vragen eerst de "
                "trekker, en de "
                "trekker geeft alleen wat de klant per blad heeft vrijgegeven. Adres staat nooit in de "
                "map. Wie het "
                "niet wil, doet niet mee.",
                "Bram maakt het blad.\nElke trekker start met hoogstens één casus, zes in totaal.\nStart "
                "na delen "
                "met andere partnerschappen.",
                "Deze zes mensen geven binnen drie maanden hoogstens nog één keer iets opnieuw.",
                "Moet iemand nog iets opnieuw geven, in eigen woorden?\nHeeft iemand spijt van delen?",
                98,
            ),
            why="Amendement van Nadia en Bram.",
            amended_by="Nadia",
        ),
        Asks(
            290,
            {"Jonas": (Answer.CONCERN, "Jongeren verliezen alles, ook een map.")},
            outcome="We beginnen met zes mappen.",
        ),
    ),
    evaluated=(
        190,
        "Bij vier mensen werd niets meer opnieuw gevraagd, bij twee wel: wie verving, kende de map niet.",
        "Een kaartje voor wie vervangt.",
        EvaluationResult.KEEP,
    ),
)

ALWAYS_THREE = Proposes(
    90,
    "Wie doorverwijst, gaat de eerste keer mee",
    "Na een doorverwijzing horen we soms weken niets, en dan komt iemand terug zonder dat er iets gebeurde.",
    Words(
        "De eerste afspraak bij een andere dienst is altijd met drie. Wie doorverwijst, blijft tot de "
        "ander zegt: ik "
        "heb het over.",
        "Iedereen: gaat mee naar de eerste afspraak.\nMarieke: vraagt er elke maand naar in het overleg.",
        "Binnen drie maanden komt niemand nog terug zonder gesprek, en het kost ons hoogstens een uur "
        "per persoon.",
        "Wat zeggen mensen over de eerste keer?\nWaar lukte het niet, en waarom?",
        97,
    ),
    "Jonas",
    "Marieke",
    rounds=(
        Asks(
            88,
            {"Ilse": (Answer.CONCERN, "In de winter zijn we met twee. Lukt het dan nog?")},
            outcome="We gaan altijd met drie.",
        ),
    ),
)

ONE_NUMBER = Proposes(
    12,
    "Eén nummer dat opneemt",
    "Elke week hoort iemand van ons: ik bel en er is niemand.",
    Words(
        "Elke trekker schakelt zijn nummer door als hij weg is. Wie opneemt, kijkt in de map en belt "
        "dezelfde dag terug.",
        "Bram maakt de beurtrol.\nMarieke regelt de toestellen.\nWe beginnen met de mensen van twee "
        "trekkers.",
        "In januari belt niemand nog twee keer voor hetzelfde.",
        "Wat zeggen mensen over bellen?\nHoe vaak belde iemand twee keer voor hetzelfde?",
        95,
    ),
    "Bram",
    "Ilse",
    initiative="Eén nummer dat opneemt",
    questions=(
        Says(
            "Sofie",
            "Wat als er niemand is om op te nemen?",
            "Dan neemt Marieke op, nooit langer dan een uur.",
        ),
    ),
    opinions=(
        Says("Jonas", "Jongeren bellen niet, die sturen. Dat nemen we later."),
        Says("Nadia", "Ik wil het, maar niet zoals het er nu staat."),
    ),
    rounds=(
        Asks(
            6,
            {
                "Jonas": (Answer.CONCERN, "Wie stuurt in plaats van belt, valt hier nog naast."),
                "Nadia": (
                    Answer.OBJECTION,
                    "Wie opneemt en in de map kijkt, leest dingen die de persoon nooit met die collega "
                    "wou delen. Dan "
                    "belt die niet meer.",
                ),
            },
            tests=(
                Tests(
                    "Nadia",
                    Verdict.VALID,
                    "Zoals het er staat, breekt het wat we beloofden over delen. Niemand betwist het.",
                    "Sofie",
                    "Marieke",
                ),
            ),
            amended=Words(
                "Elke trekker schakelt zijn nummer door als hij weg is. Wie opneemt, zegt zijn naam, "
                "kijkt niet in de "
                "map tenzij de persoon dat zelf vraagt, en belt dezelfde dag terug.",
                "Bram maakt de beurtrol.\nMarieke regelt de toestellen.\nWe beginnen met de mensen van "
                "twee trekkers.",
                "In januari belt niemand nog twee keer voor hetzelfde.",
                "Wat zeggen mensen over bellen?\nHoe vaak belde iemand twee keer voor hetzelfde?\nMoest "
                "iemand "
                "iets vertellen dat die niet wou delen?",
                89,
            ),
            why="Amendement van Nadia en Bram.",
            amended_by="Nadia",
        ),
        Asks(
            0,
            {"Jonas": (Answer.CONCERN, "Wie stuurt in plaats van belt, valt hier nog naast.")},
            silent=frozenset({"Sofie", "Marieke"}),
        ),
    ),
)

SHORT_LETTER = Proposes(
    4,
    "Wie een brief stuurt, belt er eerst over",
    "Een brief die niemand begrijpt, komt terug als een vraag aan de verkeerde deur.",
    Words(
        "Voor elke brief over geld of wonen bellen we eerst, of gaan we langs. De brief bevestigt wat "
        "gezegd is.",
        "Iedereen, vanaf januari.",
        review_in=120,
    ),
    "Sofie",
    None,
    questions=(
        Says("Jonas", "Ook voor brieven die de computer zelf stuurt?"),
        Says("Ilse", "Geldt dit voor alle partners?", "We beginnen bij de brieven die we zelf schrijven."),
    ),
)

THURSDAYS = Proposes(
    9,
    "Donderdag is onze vaste dag",
    "We zien elkaar te toevallig om samen over iemand te praten.",
    Words(
        "Elke donderdagvoormiddag zitten we aan dezelfde tafel in Waasdorp. Wie niet kan, belt in.",
        "Marieke houdt de tafel vrij.",
        "Na twee maanden ligt geen casus langer dan acht weken onbesproken.",
        "Wie komt niet, en waarom?",
        75,
    ),
    "Nadia",
    "Jonas",
    questions=(Says("Bram", "Ook in de schoolvakantie?", "Ja, met wie er is."),),
    opinions=(Says("Ilse", "Een uur is genoeg, anders haak ik af."),),
)

NO_SUSPENSION = Proposes(
    200,
    "Bij opname of herval volstaat één bericht",
    "Wie opgenomen is of hervalt, wordt verwerkt als iemand die weigert. Het team kan de regel niet "
    "wijzigen.",
    Words(
        "Bij opname of herval volstaat één bericht van de trekker. De status wordt ‘pauze’. Geen "
        "schorsing zolang de "
        "pauze loopt.",
        "Bea licht de bemiddelaars in.\nMarieke houdt de verhalen bij en koppelt terug aan het team.",
        "Niemand wordt nog geschorst tijdens een opname.",
        "Elke schorsing tijdens een opname, met het verhaal erbij.\nBlijkt de pauze ooit misbruikt?",
        205,
    ),
    "Marieke",
    "Kim",
    circle=Circle.BOARD,
    rounds=(
        Asks(
            198,
            {"Bea": (Answer.CONCERN, "Wie zegt wanneer de pauze stopt?")},
            outcome="Eén bericht volstaat, ook bij VDAB.",
        ),
    ),
)

FORMS_OUT = Proposes(
    45,
    "Alle formulieren in één kast",
    "Iedereen zoekt hetzelfde formulier.",
    Words("We leggen alle formulieren in één kast in Waasdorp."),
    "Jonas",
    "Marieke",
    withdrawn="We hebben geen kast nodig, we hebben minder formulieren nodig.",
)

PROPOSALS = (ONE_FOLDER, NO_SUSPENSION, ALWAYS_THREE, FORMS_OUT, ONE_NUMBER, THURSDAYS, SHORT_LETTER)
