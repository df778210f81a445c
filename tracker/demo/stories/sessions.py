"""Three learning sessions as they were told: one closed, one being prepared, one under way today."""

from dataclasses import dataclass, field

from tracker.learning.rules.kinds import Format, Source, StepKind


@dataclass(frozen=True, slots=True)
class Walks:
    """A step of a journey, and the days waited before it."""

    what: str
    kind: StepKind
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Lays:
    """A card: who laid it, what it says, and the group it came to."""

    who: str
    words: str
    quoted: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Meets:
    """A session: cases as alias and reason, answers by question, cards in the order in which they came."""

    ago: int
    format: Format
    question: str
    facilitator: str
    people: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    place: str = ""
    check_in: str = ""
    said: dict[str, str] = field(default_factory=dict)
    speaking: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    journey: tuple[Walks, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    cards: tuple[Lays, ...] = ()
    prepared_ago: int = 0
    opens: bool = True
    ends_with: str = ""


AFTERWARDS = Meets(
    ago=288,
    prepared_ago=300,
    format=Format.AFTER_ACTION,
    question="Waarom moest iemand aan de balie horen dat zijn begeleider weg was?",
    facilitator="Kim",
    people=("Nadia", "Sofie", "Bram", "Marieke"),
    guests=("een vervanger, drie weken in dienst",),
    speaking=("Dirk",),
    place="Waasdorp, zaal boven, 13.30 uur",
    check_in="Eén woord: hoe zit je hier?",
    said={"Nadia": "beschaamd", "Bram": "benieuwd", "Dirk": "eindelijk"},
    cases=(
        ("Kade", "Vier keer doorgegeven, en toen kwam er niemand meer."),
        ("Basalt", "Ook doorgegeven, maar aan tafel. Dat ging goed."),
    ),
    answers=(
        ("intended", "Wie van begeleider verandert, hoort dat van de begeleider zelf, aan tafel met drie."),
        (
            "happened",
            "De begeleider vertrok op een vrijdag. De overdracht gebeurde op papier. Op maandag stond iemand "
            "aan de balie en kreeg een andere naam. ‘Ik ben mijn begeleidster kwijt en ik moest het horen "
            "aan de balie.’ Bij de tweede casus zaten drie mensen samen, een uur. Daar bleef het contact.",
        ),
        (
            "difference",
            "De afspraak ‘met drie’ stond in een verslag, niet in het werk. Wie toen niet bij het team was, "
            "kende ze niet. Ons programma kent ‘overgedragen’ als een vinkje, niet als een gesprek.",
        ),
        (
            "next_time",
            "Behouden: het gesprek met drie, ook als het weken duurt om een dag te vinden.\n"
            "Verbeteren: elke nieuwe collega hoort in de eerste week de lopende afspraken, mondeling.\n"
            "Vragen aan de bestuursraad: één week overlap als iemand vertrekt.",
        ),
    ),
    cards=(
        Lays("Nadia", "Overdracht was een formulier", group="Op papier doorgegeven"),
        Lays("Bram", "Derde gezicht in een halfjaar", True, "Op papier doorgegeven"),
        Lays("Sofie", "Niemand wist wie er op maandag aan zet was", group="Niemand aan zet"),
        Lays("Dirk", "Bij ons noemen ze dat: van het kastje naar de muur", True, "Niemand aan zet"),
        Lays("Marieke", "Een uur aan tafel, en het bleef goed", group="Wat wel werkte"),
    ),
    ends_with="Tegenstem: een gesprek met drie kan voor sommige mensen te veel zijn. We vragen het altijd "
    "eerst.\n\nDe doelgroepvertegenwoordiger las op het einde één zin voor: "
    "‘Zeg het mij zelf, dan kan ik het plaatsen.’",
)

UNDER_WAY = Meets(
    ago=0,
    prepared_ago=12,
    format=Format.JOURNEY,
    question="Hoe vaak moet één gezin hetzelfde geven, en hoe komt dat?",
    facilitator="Kim",
    people=("Sofie", "Bram", "Nadia", "Ilse", "Marieke"),
    place="Durmen, bibliotheek, 13.30 uur",
    check_in="Eén woord per persoon.",
    said={"Sofie": "moe", "Bram": "nieuwsgierig"},
    cases=(
        ("Kiezel", "Loopt nog, negen diensten bij de start. Hiervan tekenen we de reis."),
        ("Roos", "Ter vergelijking: andere diensten, dezelfde zin."),
        ("Noor", "Ter vergelijking: drie keer betaald voor dezelfde vertaling."),
        ("Tabak", "Ging goed zodra we stopten met brieven."),
    ),
    journey=(
        Walks("Geeft het gezinsblad aan het OCMW", StepKind.VALUE),
        Walks("De school vraagt het voor het middagtarief", StepKind.WASTE, 6),
        Walks("Groeipakket vraagt het: ‘Gezinsblad. Weer dat gezinsblad.’", StepKind.FAILURE_DEMAND, 14),
        Walks("Opvang vraagt een werkbewijs, de werkgever een opvangbewijs", StepKind.FAILURE_DEMAND, 31),
        Walks("De trekker belt rond en brengt alles op donderdag samen", StepKind.VALUE, 3),
    ),
    cards=(
        Lays("Sofie", "Vijf intakes bij vier diensten", group="Opnieuw vragen"),
        Lays("Bram", "Gezinsblad. Weer dat gezinsblad.", True, "Opnieuw vragen"),
        Lays(
            "Nadia",
            "Elke dienst wil een bewijs dat ik alleen ben. Ik ben zo alleen als iets.",
            True,
            "Bewijs",
        ),
        Lays("Ilse", "Negen hulpverleners, elk een eigen plan", group="Te veel volk"),
        Lays("Marieke", "Alles op één dag, één plek, één gezicht", group="Eén gezicht"),
        Lays("Bram", "Ge hebt mijn attest van inburgering. Het staat in uw computer. Kijk dan.", True),
    ),
)

AHEAD = Meets(
    ago=-9,
    prepared_ago=4,
    format=Format.PDSA,
    question="Werkt één map die de persoon zelf beheert?",
    facilitator="Marieke",
    people=("Sofie", "Bram", "Kim"),
    place="Polderkerke, dorpshuis, 9 uur",
    check_in="Wat hoop je straks te weten?",
    cases=(
        ("Kiezel", "Hier begon het: negen diensten, vijf dossiers."),
        ("Samen aan de brug", "De samenwerking zelf: twee van de vijf diensten gebruiken dezelfde map."),
    ),
    answers=(
        ("aim", "Niemand geeft hetzelfde blad nog een tweede keer."),
        (
            "prediction",
            "Binnen drie maanden moeten deze zes mensen hoogstens nog één keer iets opnieuw geven. "
            "We denken dat het bij overdracht tussen gemeenten zal mislopen.",
        ),
    ),
    opens=False,
)

SESSIONS = (AFTERWARDS, AHEAD, UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Releases:
    """A story of a case, told without who it is."""

    alias: str
    who: str
    ago: int
    title: str
    story: str


STORIES = (
    Releases(
        "Tabak",
        "Sofie",
        240,
        "Zes maanden brieven",
        "Een halfjaar lang stuurden we brieven naar iemand die niet kan lezen. Niemand had het gevraagd. "
        "Elke brief die niet beantwoord werd, kreeg een nieuwe brief als antwoord.\n\n"
        "Op een dag zei hij het zelf, en werd het stil. Sindsdien sturen we spraakberichten. Hij antwoordt "
        "meestal binnen het uur. Aan de schulden veranderde dat niets, aan het vertrouwen alles.\n\n"
        "Wat we leerden: de vraag ‘lukt lezen?’ stellen we nu in het eerste gesprek, aan iedereen. En een "
        "brief vertrekt pas als iemand hem ook voorlas.",
    ),
    Releases(
        "Kade",
        "Nadia",
        280,
        "Het vierde gezicht",
        "Iemand wou van zijn schulden af en voor de rest met rust gelaten worden. In een halfjaar kreeg hij "
        "vier gezichten. Het laatste leerde hij kennen aan de balie.\n\n"
        "Hij kwam niet meer. In onze cijfers heet dat ‘gestopt’. In zijn woorden was het anders: hij was ons "
        "kwijt.\n\n"
        "Wie nu van begeleider verandert, hoort het van de begeleider zelf.",
    ),
    Releases(
        "Anker",
        "Nadia",
        248,
        "Het scherm kent geen pauze",
        "Iemand lag in een kliniek. Dat was afgesproken, en het ging goed. Thuis viel een brief in de bus: "
        "niet verschenen, dus geschorst.\n\n"
        "Drie weken werk om het recht te zetten. Hetzelfde attest moest naar drie plaatsen. Niemand had iets "
        "fout gedaan: op het scherm staat verschenen of niet verschenen, en iets anders is er niet.\n\n"
        "‘Ik deed wat ge vroeg, en ik werd gestraft’, zei hij. Voor ons is herval een deel van herstel. Voor "
        "het scherm is het weigeren.",
    ),
)


@dataclass(frozen=True, slots=True)
class Hears:
    """Input from outside, and what cases showed: alias and finding."""

    source: Source
    from_whom: str
    ago: int
    text: str
    found: tuple[tuple[str, str], ...] = ()


INPUTS = (
    Hears(
        Source.EXPERT_BY_EXPERIENCE,
        "Dirk, met drie anderen",
        120,
        "Jullie vragen altijd eerst naar papieren. Vraag eerst hoe het gaat. Wie zijn papieren niet heeft, "
        "durft daarna niets meer te zeggen.",
        (
            (
                "Tabak",
                "Klopt. Pas na een halfjaar zei hij dat lezen niet lukt; elk gesprek begon met een brief.",
            ),
            ("Noor", "Half. Haar map was net haar trots. Daar zijn papieren een begin, geen drempel."),
        ),
    ),
    Hears(
        Source.IMPACT_EVALUATION,
        "onderzoekers van de impactevaluatie",
        40,
        "In de meeste partnerschappen duurt het langer tot iemand aan het werk is dan gepland. De "
        "onderzoekers vragen of wij weten waarop mensen wachten.",
    ),
)
