"""What Durmeland put in its patterns later on, and the patterns it made then."""

from dataclasses import dataclass

from tracker.demo.stories.patterns import (
    FAILURE,
    OWN_FILE,
    PREDICTABLE,
    REFERRED_IS_DONE,
    SENT_IS_HELPED,
    VALUE,
    WANTED,
    WASTE,
    Because,
    Returns,
)
from tracker.learning.rules.kinds import CauseKind, PatternKind


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words put in a pattern that is there; by their beginnings."""

    ago: int
    kind: PatternKind
    pattern: str
    words: tuple[str, ...]


RECOGNISED = (
    Recognised(
        270,
        FAILURE,
        "Attest opnieuw bezorgen",
        (
            "Nog eens mijn loonbrieven",
            "Mijn gezinsblad ligt daar",
            "Voor de inschrijving moest ik",
            "Ik moest het verslag van de dokter",
            "Ze wilden een attest dat ik nuchter",
            "Ze vroegen mijn paspoort",
            "Ge hebt mijn attest van inburgering",
        ),
    ),
    Recognised(130, FAILURE, "Attest opnieuw bezorgen", ("Nu moet ik toch weer",)),
    Recognised(
        85,
        FAILURE,
        "Brief niet te begrijpen",
        (
            "Een aanmaning van acht bladen",
            "Weer een brief met een stempel",
            "Ik kreeg een brief dat ik niet",
            "Weer een brief met drie datums",
        ),
    ),
    Recognised(
        160,
        FAILURE,
        "Geschorst zonder te weigeren",
        (
            "Geschorst omdat ik geen adres",
            "Geschorst, want ik was op de rechtbank",
            "Geen adres, dus geen brief",
            "Geschorst op een dag",
            "Geschorst voor de week",
        ),
    ),
    Recognised(
        90,
        FAILURE,
        "Doorgestuurd zonder dat iemand meegaat",
        ("Ze zeiden: daar moet ge zijn", "Ze gaven mij een briefje", "Ze zeiden: ga eens langs"),
    ),
    Recognised(
        140,
        WASTE,
        "Opnieuw vragen wat we al weten",
        ("Op zeven wachtlijsten", "Taaltest opnieuw afgelegd"),
    ),
    Recognised(
        100,
        WASTE,
        "Meer doen dan gevraagd",
        ("Een cursus ondernemen", "Groepsaanbod voorgesteld", "Verplichte computertest"),
    ),
    Recognised(
        80,
        WASTE,
        "Opnieuw vragen wat we al weten",
        ("Vijf diensten vulden elk",),
    ),
    Recognised(
        60,
        WANTED,
        "Eén iemand die blijft",
        ("Iemand die mij wakker", "Iemand die meegaat", "Iemand bij mijn moeder"),
    ),
    Recognised(
        60,
        WANTED,
        "Weten waar ik sta met geld",
        ("Eén overzicht dat klopt", "Weten wat er af gaat", "Niet meer om voorschot"),
    ),
    Recognised(
        60,
        WANTED,
        "Iets doen met wat ik kan",
        (
            "Niet achter een bureau",
            "Werk waar ik mag bellen",
            "Werk op de weken",
            "Werk in de zorg",
            "Twee goede machines",
            "Een baas die traag",
            "Traag opbouwen",
        ),
    ),
    Recognised(60, WANTED, "Opvang die past bij de uren", ("Uren die passen",)),
)

NEW_PATTERNS = (
    Returns(
        180,
        FAILURE,
        "Het ene papier wacht op het andere",
        (
            "Geen garantie zonder contract",
            "De school vraagt een bewijs",
            "Om op de markt te staan",
            "Zonder woning geen kinderen",
        ),
        "Twee regels die elk kloppen en samen niet kunnen.",
        PREDICTABLE,
        "Telkens als twee diensten op elkaars blad wachten.",
        (
            Because(
                CauseKind.MISMATCH,
                "Wie het eerst tekent, draagt het risico. Dus tekent niemand het eerst.",
                OWN_FILE,
            ),
        ),
    ),
    Returns(
        75,
        FAILURE,
        "Twee diensten, twee antwoorden",
        ("De ene dokter zegt halftijds", "De ene zegt twee dagen", "Ze bellen met drie"),
        "Iemand krijgt antwoorden die niet samengaan, en moet zelf kiezen wie gelijk heeft.",
    ),
    Returns(
        38,
        FAILURE,
        "Niemand te bereiken",
        ("Ik bel, en het bandje", "Ik heb twee keer gebeld", "Drie kwartier aan de lijn"),
        "Bellen of mailen lukt niet, of komt bij de verkeerde uit.",
        causes=(
            Because(
                CauseKind.MISUNDERSTOOD,
                "De vraag was: wie kan ik bellen. Wij gaven een nummer, geen naam.",
                REFERRED_IS_DONE,
                SENT_IS_HELPED,
            ),
        ),
    ),
    Returns(
        70,
        WASTE,
        "Wachten op elkaar",
        (
            "Wachten op een eerste gesprek met",
            "Wachten op een studio",
            "Wachten op een antwoord over",
            "Wachten op het verslag",
            "Wachten op een gesprek met beide",
            "Wachten op één handtekening",
        ),
        "De ene dienst wacht op de andere, en de persoon op allebei.",
        PREDICTABLE,
        "Bij elke beslissing waar twee diensten voor nodig zijn.",
        (Because(CauseKind.MISMATCH, "Niemand is aan zet zolang twee diensten aan zet zijn.", OWN_FILE),),
    ),
    Returns(
        65,
        VALUE,
        "Samen aan één tafel",
        ("Eén halfuur met dokter", "Mee naar de vrederechter", "Samen met haar ploegbaas"),
        "Wie moet beslissen zit erbij, en de persoon ook.",
    ),
    Returns(
        64,
        VALUE,
        "Tonen in plaats van uitleggen",
        ("De meestergast tekende", "De taalles verhuisde", "Rekenen geleerd", "Een dag mee op de werf"),
        "Leren met iets dat al in de handen lag.",
    ),
)
