"""The personas of Durmeland, which cases lie beside them, and what they ask of the partners."""

from dataclasses import dataclass

from tracker.learning.rules.kinds import Way


@dataclass(frozen=True, slots=True)
class Beside:
    """A case beside a persona, compared by who leads it."""

    alias: str
    worker: str
    alike: str
    different: str
    involve: str = ""


@dataclass(frozen=True, slots=True)
class Portrayed:
    """A persona, described `ago` days before today; `asks` names expertise with how much and how often."""

    ago: int
    name: str
    context: str
    demands: tuple[str, ...]
    beside: tuple[Beside, ...]
    asks: tuple[tuple[str, str, str], ...]
    first: str = ""
    """The situation as it was written before it changed, and why it did."""
    reason: str = ""
    remark: str = ""


PERSONAS = (
    Portrayed(
        300,
        "Altijd de papieren voor",
        "Ouder met jonge kinderen en meerdere diensten tegelijk. Werk lukt pas als opvang, geld en brieven "
        "niet elke week opnieuw losbreken.",
        (
            "opvang die past bij de uren",
            "één keer papieren geven",
            "weten wat werken opbrengt",
            "werk dicht bij school",
        ),
        (
            Beside(
                "Roos",
                "Sofie",
                "Drie keer hetzelfde blad, telkens aan een andere dienst.",
                "Wist wel precies welk werk.",
                "De school en één vaste persoon bij VDAB.",
            ),
            Beside(
                "Kiezel",
                "Bram",
                "Negen hulpverleners, elk met een eigen plan.",
                "Minder. Eerst rust, dan pas opvang.",
            ),
            Beside(
                "Vesper",
                "Nadia",
                "Kinderen, geld en school, alles tegelijk.",
                "Papieren delen kan hier gevaarlijk zijn.",
                "Wie het adres al kent, en niemand meer.",
            ),
            Beside("Kade", "Nadia", "Alles moest eerst op één blad.", "Schulden, geen kinderen."),
            Beside("Noor", "Bram", "Haar map is dikker dan die van ons.", "Geen kinderen, wel een diploma."),
        ),
        (
            ("kinderopvang", "voor zeven uur en op woensdag", "elke week"),
            ("schuldhulp", "een dag per week", "elke maand"),
            ("sociaal recht", "iemand om te bellen", "een paar keer per jaar"),
        ),
        "Alleenstaande ouder met jonge kinderen en meerdere diensten tegelijk.",
        "Twee casussen leerden ons dat niet het alleen zijn telt, wel het aantal diensten.",
        "Mensen zeggen zelf niet ‘papieren’. Ze zeggen dat ze niet geloofd worden.",
    ),
    Portrayed(
        290,
        "Jong en nergens meer thuis",
        "Veel adressen, of een kamer waar iemand niet uitkomt. Diensten stoppen op een verjaardag.",
        ("iemand die blijft", "een plek", "proberen zonder dat het telt als mislukking"),
        (
            Beside(
                "Wolf",
                "Jonas",
                "Vijf intakes bij vier diensten, telkens met hetzelfde verhaal.",
                "Liet zelf weten dat de studio weg was, op de dag zelf.",
                "Het atelier waar de hond mee binnen mag.",
            ),
            Beside(
                "Anker",
                "Nadia",
                "Herviel, en moest bijna overal opnieuw op intake.",
                "Belt zelf, ook om elf uur ’s avonds.",
            ),
        ),
        (
            ("jeugdwerk", "aanwezig waar jongeren zijn", "elke week"),
            ("wonen", "een kamer op korte termijn", "een paar keer per jaar"),
        ),
    ),
    Portrayed(
        280,
        "Na de sluiting stilgevallen",
        "Na ontslag, ziekte of verlies. Mist vooral de plek, de collega’s, de reden om op te staan.",
        ("ergens bij horen", "eerlijk advies", "iets doen met wat ik kan"),
        (
            Beside(
                "Tabak",
                "Sofie",
                "De handen wisten het lassen nog.",
                "Kan niet goed lezen. Dat vroeg een halfjaar niemand.",
                "Basiseducatie, met een spraakbericht vooraf.",
            ),
            Beside(
                "Basalt", "Bram", "Viel stil na een ziekte die niemand zag.", "Twee dokters, twee antwoorden."
            ),
        ),
        (("basiseducatie", "op afspraak", "elke maand"), ("jobcoaching", "een halve dag", "elke week")),
    ),
)

BROUGHT = (
    ("OCMW Waasdorp", "schuldhulp", "twee halve dagen per week"),
    ("CAW De Brug", "wonen", "drie kamers, kort"),
    ("Jeugdwerk Zuid", "jeugdwerk", "elke namiddag in het atelier"),
    ("VDAB", "jobcoaching", ""),
    ("Jeugdwerk Zuid", "jobcoaching", "voor wie jonger is dan 26"),
)

CHOSEN = (
    (
        "kinderopvang",
        Way.NEW_PARTNER,
        "Niemand van ons heeft opvang voor zeven uur. We zoeken iemand.",
    ),
    ("sociaal recht", Way.TRAINING, "Twee samenwerkers volgen een korte vorming."),
    (
        "jobcoaching",
        None,
        "VDAB en Jeugdwerk Zuid bereiken andere mensen. We houden het zo.",
    ),
)

FITS_NONE = (
    ("Watervlo", "Ilse", "Wil vooral niets moeten. Rust is bij geen enkele persona de vraag."),
    ("Koffiegroep dinsdag", "Ilse", "Een tafel is geen mens. Onze persona’s zijn op maat van één persoon."),
)

LEFT_AS_IT_IS = (
    "Koffiegroep dinsdag",
    "Eén groep is te weinig om een patroon te zien. Bij een tweede groep kijken we opnieuw.",
)
