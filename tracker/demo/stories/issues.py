"""What Durmeland could not solve by itself: issues, how far they went, and what came back."""

from dataclasses import dataclass, field

from tracker.board.rules.issues import Next
from tracker.board.rules.kinds import IssueKind, Resolution, StepKind
from tracker.demo.stories.patterns import NO_PAUSE, REFERRED_IS_DONE


@dataclass(frozen=True, slots=True)
class Goes:
    """A step, told `ago` days before today; `at` is the organisation it is brought into."""

    ago: int
    who: str
    kind: StepKind
    text: str = ""
    at: str = ""
    then: Next = Next.GO_ON
    resolution: Resolution = Resolution.NONE
    again_in: int = 0


@dataclass(frozen=True, slots=True)
class Asks:
    """An issue and its way; `offered_to` was asked to take it over."""

    ago: int
    who: str
    kind: IssueKind
    title: str
    situation: str
    why_not_team: str = ""
    tried: str = ""
    pattern: str = ""
    condition: str = ""
    story: str = ""
    readers: tuple[str, ...] = ()
    steps: tuple[Goes, ...] = field(default=())
    offered: tuple[int, str, str] | None = None


TAKES_UP, BRINGS_IN, FEEDS_BACK = StepKind.TAKEN_UP, StepKind.ESCALATED, StepKind.FED_BACK
NOTES, AGAIN = StepKind.NOTED, StepKind.RAISED_AGAIN

ISSUES = (
    Asks(
        246,
        "Nadia",
        IssueKind.RULES,
        "Tussen twee kassen: maanden zonder inkomen",
        "De ene dienst zegt: te ziek om te werken. De andere: niet ziek genoeg. Wie daartussen valt, heeft "
        "maanden geen inkomen en krijgt van allebei een brief waarin staat dat hij bij de ander moet zijn.",
        "Het team kan de beslissingen van de mutualiteit en van de arbeidsarts niet veranderen.",
        "Samen met de persoon naar beide diensten. Dat helpt één mens tegelijk.",
        steps=(
            Goes(242, "Bea", TAKES_UP, "Ik vraag eerst na wie bij ons hierover beslist."),
            Goes(228, "Bea", BRINGS_IN, "Aan de arbeidsarts: kunnen we samen adviseren?", "VDAB"),
            Goes(
                168,
                "Bea",
                FEEDS_BACK,
                "Gesprek met de adviserend arts. Er komt een proef met één gezamenlijk advies.",
            ),
            Goes(150, "Bea", BRINGS_IN, "Een voorschot zolang er geen beslissing is.", "OCMW Waasdorp"),
            Goes(
                18,
                "Bea",
                FEEDS_BACK,
                "De proef loopt. Het voorschot wordt besproken in de OCMW-raad van volgende maand.",
            ),
        ),
    ),
    Asks(
        244,
        "Nadia",
        IssueKind.RULES,
        "Herval en opname worden verwerkt als weigering",
        "Wie opgenomen is of hervalt, verschijnt niet. Niet verschijnen wordt automatisch verwerkt als "
        "weigeren. Daarna volgt een schorsing, en weken werk om die recht te zetten.",
        "Het is een regel van buiten het partnerschap.",
        "Pauze in plaats van stop, en op dag twee een bericht aan de bemiddelaar.",
        "Geschorst zonder te weigeren",
        NO_PAUSE,
        "Het scherm kent geen pauze",
        steps=(
            Goes(238, "Bea", TAKES_UP),
            Goes(
                226,
                "Bea",
                FEEDS_BACK,
                "De raad besliste met consent: bij opname of herval volstaat één bericht, en de status wordt "
                "‘pauze’.",
            ),
            Goes(212, "Bea", BRINGS_IN, "De bemiddelaars krijgen de afspraak te horen.", "VDAB"),
            Goes(205, "Bea", NOTES, "Alle bemiddelaars zijn ingelicht."),
            Goes(
                186,
                "Bea",
                FEEDS_BACK,
                "De afspraak loopt. Sinds de start geen schorsing tijdens een opname.",
                then=Next.SOLVED,
                resolution=Resolution.AGREEMENT,
            ),
            Goes(
                97,
                "Nadia",
                AGAIN,
                "Een nieuwe schorsing tijdens een opname. De vervanger kende de afspraak niet, en het "
                "formulier kent geen ‘pauze’. De leersessie vraagt om te heropenen.",
            ),
            Goes(92, "Bea", TAKES_UP),
            Goes(90, "Bea", BRINGS_IN, "Een derde vakje in het formulier: pauze.", "VDAB"),
        ),
    ),
    Asks(
        200,
        "Sofie",
        IssueKind.MISSING,
        "Geen kinderopvang voor zeven uur en na half zeven",
        "Wie vroeg of laat werkt, vindt geen opvang. Ouders zeggen een job af die ze wilden, of laten de "
        "oudste op de jongste passen.",
        "Het team heeft er geen middelen voor, en beslist niet over opvang.",
        "Buren gezocht die willen passen. Dat lukte twee keer, telkens voor een maand.",
        steps=(
            Goes(194, "Greet", TAKES_UP, "Ik neem contact met de dienst opvang."),
            Goes(120, "Greet", FEEDS_BACK, "In Durmen begint een onthaalouder op proef om half zes."),
            Goes(
                48,
                "Greet",
                FEEDS_BACK,
                "De proef is goed, maar kent maar vier plaatsen. Na de jaarwisseling beslist de gemeente.",
                then=Next.PARK,
                again_in=45,
            ),
        ),
    ),
    Asks(
        180,
        "Jonas",
        IssueKind.OTHER_ACTORS,
        "Vroege ploegen in de haven zijn onbereikbaar",
        "De eerste bus komt een halfuur na het begin van de vroege ploeg. Wie geen auto heeft, kan daar niet "
        "werken, ook al is er plaats.",
        "De vervoersregio beslist over de bussen.",
        "Samen rijden met collega’s. Dat stopt telkens als iemand van ploeg verandert.",
        steps=(
            Goes(171, "Greet", TAKES_UP, "Ik schrijf de vervoersregio."),
            Goes(
                40,
                "Greet",
                FEEDS_BACK,
                "Twee brieven, geen antwoord. Binnen ons partnerschap lossen we dit niet op. Kijken jullie "
                "wat met een werkgever samen kan?",
                then=Next.SEND_BACK,
            ),
        ),
    ),
    Asks(
        132,
        "Dirk",
        IssueKind.OTHER_ACTORS,
        "Wie voor de doelgroep spreekt, betaalt zelf de trein",
        "Aan tafel zitten kost mij twaalf euro per keer. Voor iedereen anders is dat werktijd.",
        steps=(
            Goes(127, "Bea", TAKES_UP, "Terecht. Op de volgende vergadering."),
            Goes(
                88,
                "Bea",
                FEEDS_BACK,
                "Verplaatsingen worden vooraf betaald, uit het budget voor de werking van de raad.",
                then=Next.SOLVED,
                resolution=Resolution.AGREEMENT,
            ),
        ),
    ),
    Asks(
        72,
        "Marieke",
        IssueKind.TENSION,
        "Streefcijfer voor doorverwijzen botst met een warme overdracht",
        "Een partner telt doorverwijzingen als resultaat. Meegaan tot iemand aangekomen is, kost tijd die "
        "nergens telt. Collega’s staan tussen hun eigen dienst en wat we samen afspraken.",
        "Het gaat over hoe een organisatie haar eigen werk telt.",
        "Overdracht met drie. Wie het doet, doet het in zijn vrije uren.",
        condition=REFERRED_IS_DONE,
        steps=(
            Goes(64, "Greet", TAKES_UP, "Ik praat met de directies, niet met de collega’s."),
            Goes(
                27,
                "Greet",
                FEEDS_BACK,
                "Eén directie wil ‘aangekomen’ tellen in plaats van ‘doorverwezen’. Met de andere heb ik nog "
                "geen datum.",
            ),
        ),
        offered=(4, "Greet", "Bea"),
    ),
    Asks(
        31,
        "Sofie",
        IssueKind.CONFLICT,
        "Twee diensten geven elkaar de schuld waar de persoon bij zit",
        "Het gebeurde drie keer. We raken er zelf niet uit, en willen het niet voor de hele groep leggen.",
        tried="Apart gepraat met wie erbij was.",
        readers=("Jonas",),
        steps=(
            Goes(28, "Greet", TAKES_UP, "Ik spreek beide kanten, elk apart."),
            Goes(12, "Greet", FEEDS_BACK, "Beide kanten willen een gesprek met iemand van buiten erbij."),
        ),
    ),
    Asks(
        16,
        "Ilse",
        IssueKind.MISSING,
        "Tolken: geen budget voor een telefoontolk bij drie partners",
        "Een gesprek van vijf minuten wacht tot er iemand kan tolken die de familie kent. Dan vertaalt een "
        "kind van elf voor zijn moeder.",
        "Het budget ligt bij de bestuursraad.",
        "Een collega die vertaalt, als die er is. Een vertaalapp, tot iets verkeerd begrepen werd.",
    ),
)
