"""What Durmeland made of its words: patterns, why they come back, and what lies behind that."""

from dataclasses import dataclass

from tracker.learning.rules.kinds import CauseKind, ConditionKind, PatternKind, Recurrence, WhoCanChange

FAILURE, WASTE = PatternKind.FAILURE_DEMAND, PatternKind.WASTE
VALUE, WANTED = PatternKind.VALUE, PatternKind.VALUE_DEMAND
PREDICTABLE, ONE_OFF = Recurrence.PREDICTABLE, Recurrence.ONE_OFF


@dataclass(frozen=True, slots=True)
class Keeps:
    """A system condition: its name, who can change it, and what is asked."""

    name: str
    kind: ConditionKind
    who: WhoCanChange
    meaning: str
    asked: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """A cause with the condition and the thinking behind it, by their names."""

    kind: CauseKind
    explanation: str
    condition: str = ""
    thinking: str = ""


@dataclass(frozen=True, slots=True)
class Returns:
    """A pattern, told `ago` days before today; `words` are the beginnings of the words in it."""

    ago: int
    kind: PatternKind
    name: str
    words: tuple[str, ...]
    meaning: str = ""
    recurrence: Recurrence = Recurrence.NOT_JUDGED
    recurrence_reason: str = ""
    causes: tuple[Because, ...] = ()
    remark: str = ""


OWN_FILE = "Elke dienst een eigen dossier en een eigen blad"
LETTER_COUNTS = "Een brief geldt als bewijs dat we iets deden"
NO_PAUSE = "Het formulier kent geen pauze"
REFERRED_IS_DONE = "Doorverwijzen telt als afgewerkt"
ASKED_MYSELF = "Als ik het niet zelf gevraagd heb, is het niet geldig."
NOT_COMING = "Niet verschijnen is weigeren."
NO_ANSWER = "Wie niet antwoordt, wil niet."
SENT_IS_HELPED = "Wie doorverwezen is, is geholpen."

CONDITIONS = (
    Keeps(
        OWN_FILE,
        ConditionKind.RIGID_PROCESS,
        WhoCanChange.TEAM,
        "Elke dienst bewaart apart en vraagt apart, omdat niemand zeker is of delen mag.",
        "Eén blad waarop iemand per papier zegt wie het mag zien.",
    ),
    Keeps(
        LETTER_COUNTS,
        ConditionKind.RULES,
        WhoCanChange.OUTSIDE,
        "Een aangetekende brief is geldig, ook als niemand hem kan lezen.",
        "Een bericht of telefoontje mag evenveel tellen als een brief.",
    ),
    Keeps(
        NO_PAUSE,
        ConditionKind.ICT,
        WhoCanChange.PARTNER,
        "Op het scherm is er alleen verschenen of niet verschenen.",
        "Een status ‘pauze’ bij opname of herval, op één bericht van de trekker.",
        "VDAB",
    ),
    Keeps(
        REFERRED_IS_DONE,
        ConditionKind.MEASURES,
        WhoCanChange.BOARD,
        "In de registratie van elke dienst is een doorverwijzing een resultaat.",
        "Pas tellen als iemand is aangekomen.",
    ),
)

THINKING = {
    ASKED_MYSELF: "Die zin kwam van ons, niet uit een regelboek.",
    NOT_COMING: "Het scherm vroeg het zo, en na een tijd vroegen wij niets meer.",
    NO_ANSWER: "In dossiers heet dat ‘wisselend engagement’.",
    SENT_IS_HELPED: "",
}

MISMATCH, MISUNDERSTOOD = CauseKind.MISMATCH, CauseKind.MISUNDERSTOOD

PATTERNS = (
    Returns(
        300,
        FAILURE,
        "Attest opnieuw bezorgen",
        ("Ik heb dat attest van de school", "Gezinsblad. Weer", "Mijn diploma heb ik drie keer"),
        "Iemand moet een papier geven dat een van ons al heeft. Niet: een papier dat echt verlopen is.",
        PREDICTABLE,
        "Elk kwartaal opnieuw, telkens bij een andere dienst.",
        (
            Because(
                MISMATCH,
                "De vraag was goed begrepen. Elke dienst bewaart en vraagt apart, want niemand is zeker of "
                "delen mag. Geen enkele dienst deed iets fout volgens de eigen regels.",
                OWN_FILE,
                ASKED_MYSELF,
            ),
        ),
        "Vraag ook wie beslist wat in die map zit. Dat is degene van wie de papieren zijn.",
    ),
    Returns(
        280,
        FAILURE,
        "Brief niet te begrijpen",
        ("Een brief van vier bladen", "Ik wist niet dat ik moest antwoorden"),
        "Een brief komt aan en helpt niet, omdat lezen of begrijpen niet lukt.",
        PREDICTABLE,
        "Bij elke beslissing vertrekt er een brief.",
        (
            Because(
                MISUNDERSTOOD,
                "Toen er geen antwoord kwam, schreven we meer. Niemand vroeg of lezen lukte.",
                LETTER_COUNTS,
                NO_ANSWER,
            ),
        ),
    ),
    Returns(
        250,
        FAILURE,
        "Geschorst zonder te weigeren",
        ("Geschorst voor een papier", "Niet verschenen, dus geschorst"),
        "Iemand verliest een uitkering door een papier of een afspraak, zonder iets te weigeren.",
        PREDICTABLE,
        "Zolang het scherm maar twee antwoorden kent.",
        (
            Because(
                MISMATCH,
                "Wie opgenomen is of een dag te laat is, wordt verwerkt als iemand die weigert.",
                NO_PAUSE,
                NOT_COMING,
            ),
        ),
    ),
    Returns(
        190,
        FAILURE,
        "Doorgestuurd zonder dat iemand meegaat",
        ("Ze hebben mij naar daar gestuurd", "Ik ben mijn begeleidster kwijt"),
        "Een ander neemt over, en de persoon moet zelf uitzoeken wie en waar.",
        causes=(
            Because(
                MISUNDERSTOOD,
                "De vraag was: blijf bij mij tot het lukt. Wij hoorden: zoek de juiste dienst.",
                REFERRED_IS_DONE,
                SENT_IS_HELPED,
            ),
        ),
    ),
    Returns(
        150,
        FAILURE,
        "Papier nodig om iets kleins te mogen doen",
        ("Voor een pot soep",),
        recurrence=ONE_OFF,
        recurrence_reason="Eén keer gehoord. De vergunning liep via het dienstencentrum.",
    ),
    Returns(
        240,
        WASTE,
        "Opnieuw vragen wat we al weten",
        ("Derde keer dezelfde gezinssamenstelling", "Vijf intakegesprekken"),
        "Werk van ons dat alleen nodig was omdat we niet wisten wat een ander al wist.",
        PREDICTABLE,
        "Bij elke nieuwe dienst begint het opnieuw.",
        (
            Because(
                MISMATCH,
                "We leggen elk een eigen dossier aan, dus begint elke dienst van nul.",
                OWN_FILE,
                ASKED_MYSELF,
            ),
        ),
    ),
    Returns(
        120,
        WASTE,
        "Meer doen dan gevraagd",
        ("Vier afspraken in vijf weken", "Aanwezigheidslijst voorgesteld"),
        "Iets aanbieden omdat wij het aanbieden, niet omdat het nodig is.",
    ),
    Returns(
        110,
        VALUE,
        "Er blijven zonder te duwen",
        ("Een jaar lang niet aangedrongen", "Na het herval nergens opnieuw"),
        "Dezelfde mensen bleven, op het tempo van de persoon.",
        PREDICTABLE,
        "Dit hielp telkens weer.",
    ),
    Returns(
        100,
        WANTED,
        "Eén iemand die blijft",
        (
            "Ik wil één iemand die weet",
            "Iemand die niet verdwijnt",
            "Niet elke maand een ander gezicht",
            "Iemand die ik om elf uur",
            "Een vaste dag",
            "Eén adres. Eén naam",
        ),
        "Een vast gezicht dat weet wat er al gebeurde.",
    ),
    Returns(
        98,
        WANTED,
        "Weten waar ik sta met geld",
        ("Ik wil weten of ik er iets", "Hoeveel is het nu", "Mijn uitkering niet kwijt", "Deurwaarders van"),
        "Eerlijk en op één blad.",
    ),
    Returns(
        96,
        WANTED,
        "Rust in huis",
        ("Minder volk over de vloer", "Rust. Echt rust", "Niemand mag mijn adres", "Volk zien, maar dan"),
        "Eerst stilte, dan pas een plan.",
    ),
    Returns(
        94,
        WANTED,
        "Opvang die past bij de uren",
        ("Wie past er op de kleinste", "Opvang op woensdag"),
    ),
    Returns(
        92,
        WANTED,
        "Iets doen met wat ik kan",
        (
            "Iets met mijn handen",
            "Ik was goed in lassen",
            "Iets om handen",
            "Werk waar ze mijn verhaal",
            "Werk waar ze niet schrikken",
            "Dat iemand mijn diploma",
        ),
        "Werk dat vertrekt van wat iemand al kon.",
    ),
)
