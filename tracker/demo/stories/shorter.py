"""Shorter stories, so that a list looks like a list."""

from tracker.cases.rules.kinds import (
    Agreed,
    Arising,
    CaseKind,
    CaseState,
    ContactKind,
    Fit,
    Reached,
    Validated,
)
from tracker.demo.events import Ends, Fails, Meets, Scores, Stars, Story, Wants
from tracker.demo.rhythm import rhythm

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE

KIEZEL = Story(
    alias="Kiezel",
    lead="Bram",
    municipality="Waasdorp",
    ago=520,
    purpose="Ik moest het maar één keer uitleggen aan één mens.",
    events=(
        Wants(518, ("Minder volk over de vloer.", "Opvang op woensdag.", "Een vaste dag.")),
        Meets(520, VISIT, "Negen diensten op één koelkast.", 60),
        *rhythm(505, 320, 22, (VISIT, TALK), about=2, others=("OCMW Durmen", "VDAB")),
        *rhythm(270, 30, 28, (TALK, PHONE)),
        Scores(480, 2, "Elk ziet een ander hoofdprobleem. Kiezel ziet er één: te veel volk."),
        Stars(480, (1, 1, 1)),
        Fails(
            470, "Gezinsblad. Weer dat gezinsblad.", Arising.OMISSION, "telefoon", ("school", "OCMW Waasdorp")
        ),
        Fails(
            420,
            "De school vraagt een bewijs van de opvang, en de opvang een bewijs van mijn werk.",
            Arising.OMISSION,
            "telefoon",
            ("school", "opvang"),
            "Alles samengebracht op één donderdag.",
        ),
        Fails(
            340,
            "Donderdag was alles geregeld, en op vrijdag belden ze met dezelfde vraag.",
            Arising.COUNTERPRODUCTIVE,
            "telefoon",
            ("OCMW Waasdorp",),
        ),
        Meets(300, TALK, "Van negen naar vier contacten. Donderdag is de vaste dag.", 40, demands=(0, 2)),
        Scores(200, 4, "Donderdag werkt. De rest van de week is het stil, en dat mag."),
        Stars(200, (3, 2, 4)),
        Fails(
            140,
            "Nu moet ik toch weer naar een ander loket met mijn gezinsblad.",
            Arising.OMISSION,
            "bericht",
            ("Groeipakket",),
            "Dezelfde dag doorgestuurd.",
        ),
        Scores(45, 6, "Werkt in de school van de kinderen, twaalf uur."),
        Stars(45, (4, 4, 5), fits={0: Fit.TOO_MUCH, 1: Fit.FITTING, 2: Fit.FITTING}),
        Meets(16, PHONE, "Kort: alles loopt.", 10),
    ),
)
VESPER = Story(
    alias="Vesper",
    lead="Nadia",
    municipality="Durmen",
    ago=260,
    purpose="Ik wil slapen zonder de sleutel twee keer te controleren, en daarna werken.",
    shared_with=("CAW De Brug",),
    how="op eigen vraag alleen binnen het CAW",
    events=(
        Wants(258, ("Niemand mag mijn adres weten.", "Iets om handen, overdag.")),
        Meets(260, TALK, "Op een plek die zij koos.", 50),
        *rhythm(250, 90, 17, (TALK, PHONE), {2: "Gewandeld, zonder telefoon op zak."}),
        *rhythm(70, 28, 20, (TALK,)),
        Scores(220, 2, "Veilig is nog geen rust."),
        Stars(220, (2, 1)),
        Fails(
            210,
            "De brief is naar mijn oud adres gestuurd. Waar hij woont.",
            Arising.COUNTERPRODUCTIVE,
            "balie",
            ("mutualiteit",),
            "Adres in alle bestanden nagekeken.",
        ),
        Fails(
            120,
            "Ik bel, en het bandje zegt dat ik moet mailen. Ik mail, en ze zeggen dat ik moet bellen.",
            Arising.OMISSION,
            "gesprek",
            ("mutualiteit",),
        ),
        Fails(
            44,
            "Drie kwartier aan de lijn, en dan was het de verkeerde dienst.",
            Arising.OMISSION,
            "gesprek",
            ("VDAB",),
        ),
        Scores(80, 4, "Slaapt zes uur aan een stuk."),
        Stars(80, (4, 2), fits={0: Fit.FITTING, 1: Fit.TOO_LITTLE}),
        Meets(20, TALK, "Plannen voor na de winter.", 45, demands=(1,)),
    ),
)
NOOR = Story(
    alias="Noor",
    lead="Bram",
    municipality="Polderkerke",
    ago=600,
    purpose="Ik was verpleegster. Ik wil dat weer zijn, niet alleen op papier.",
    reached=Reached.VDAB,
    events=(
        Wants(598, ("Dat iemand mijn diploma leest.", "Nederlands op de vloer, niet in een klas.")),
        Scores(560, 3, "Haar map is dikker dan die van ons."),
        Stars(560, (1, 2)),
        Fails(
            500,
            "Mijn diploma heb ik drie keer laten vertalen. Drie keer betaald.",
            Arising.OMISSION,
            "gesprek",
            ("Agentschap Integratie",),
            "Vertaling ingescand en bewaard.",
        ),
        *rhythm(585, 420, 33, (TALK, ALONG)),
        *rhythm(360, 110, 50, (PHONE, TALK)),
        Fails(
            450,
            "Ze vroegen mijn paspoort een derde keer. Het is nog altijd hetzelfde.",
            Arising.OMISSION,
            "balie",
            ("Agentschap Integratie", "VDAB"),
        ),
        Fails(
            250,
            "De les is om negen uur. Mijn dienst begint om zeven. Kies maar.",
            Arising.COUNTERPRODUCTIVE,
            "gesprek",
            ("Agentschap Integratie",),
            "Les op de werkvloer gevraagd.",
        ),
        Meets(400, TALK, "Eerst als zorgkundige, daarna het diploma. Haar volgorde.", 45, demands=(0,)),
        Scores(300, 6, "Werkt in het rusthuis, spreekt de hele dag."),
        Stars(300, (2, 5)),
        Scores(100, 9, "De gelijkschakeling is binnen."),
        Stars(100, (5, 5)),
        Ends(95, CaseState.RELEASED, "‘Nu kan ik zelf.’", keeps_contact="niemand, op eigen vraag"),
    ),
)
BASALT = Story(
    alias="Basalt",
    lead="Bram",
    municipality="Waasdorp",
    ago=360,
    purpose="Ik wil weten wat mijn rug nog mag voor ik aan iets begin.",
    events=(
        Wants(358, ("Eén dokter, één antwoord.",)),
        *rhythm(352, 190, 20, (TALK, PHONE), about=4, others=("OCMW Waasdorp",)),
        Fails(
            345,
            "De ene dokter zegt halftijds, de andere zegt: niets meer optillen. Ik werk in een magazijn.",
            Arising.OMISSION,
            "gesprek",
            ("mutualiteit", "VDAB"),
            "Beide dokters samen gevraagd.",
        ),
        Fails(
            265,
            "Het verslag was opgestuurd. Naar wie, dat weet niemand.",
            Arising.OMISSION,
            "telefoon",
            ("mutualiteit",),
        ),
        Scores(330, 2, "Twee dokters, twee antwoorden."),
        Stars(330, (1,)),
        Scores(200, 5, "Samen gezeten met beide dokters."),
        Stars(200, (3,)),
        Ends(
            180,
            CaseState.HANDED_OVER,
            "Overdracht aan tafel met Basalt, oude en nieuwe begeleider.",
            handed_to="GTB",
            keeps_contact="de nieuwe begeleider",
        ),
    ),
)
KADE = Story(
    alias="Kade",
    lead="Nadia",
    municipality="Durmen",
    ago=450,
    purpose="Ik wil van mijn schulden af en voor de rest met rust gelaten worden.",
    events=(
        Wants(449, ("Hoeveel is het nu eigenlijk allemaal samen?", "Niet elke maand een ander gezicht.")),
        *rhythm(444, 335, 18, (TALK, PHONE), missed=2),
        Scores(430, 3, "Alles op één blad. Hij schrok niet, wij wel."),
        Fails(
            400,
            "Ik ben mijn begeleidster kwijt en ik moest het horen aan de balie.",
            Arising.COUNTERPRODUCTIVE,
            "balie",
            ("OCMW Durmen",),
        ),
        Scores(350, 2, "Derde gezicht in een halfjaar.", Validated.NOT_POSSIBLE),
        Ends(320, CaseState.STOPPED, "Hij kwam niet meer. Wij hadden hem vier keer doorgegeven."),
    ),
)
BRUG = Story(
    alias="Samen aan de brug",
    lead="Sofie",
    municipality="Waasdorp",
    ago=150,
    purpose="Dat een gezin niet drie keer hetzelfde moet vertellen omdat er drie diensten zijn.",
    kind=CaseKind.COLLABORATION,
    reached=Reached.PARTNER,
    events=(
        Wants(149, ("Eén map, één keer vragen.", "Weten wie er vandaag aan zet is.")),
        Meets(150, ContactKind.WITH_SERVICE, "Vijf dossiers naast elkaar gelegd.", 120),
        *rhythm(140, 12, 30, (ContactKind.WITH_SERVICE,), others=("OCMW Durmen", "VDAB")),
        Scores(140, 2, "We meten per dienst. Gezinnen tellen per keer dat ze hun verhaal doen."),
        Scores(30, 3, "Twee van de vijf diensten gebruiken dezelfde map."),
        Stars(30, (3, 2)),
    ),
)
ZWALUW = Story(
    alias="Zwaluw",
    lead="Jonas",
    municipality="Polderkerke",
    ago=21,
    purpose="Eerst een bed. Dan een plan.",
    agreed=Agreed.NOT_YET,
    how="",
    events=(
        Meets(21, TALK, "Kwam met een vriend mee.", 25),
        Meets(3, MESSAGE),
        Fails(
            12,
            "Ik belde voor een bed. Ze zeiden: bel morgen om acht uur terug.",
            Arising.OMISSION,
            "gesprek",
            ("nachtopvang",),
            "Om acht uur samen gebeld.",
        ),
    ),
)
GINDER = Story(
    alias="Ginder",
    lead="Ilse",
    municipality="Polderkerke",
    ago=90,
    purpose="",
    agreed=Agreed.NOT_YET,
    how="",
    events=(),
)

SHORT_STORIES = (KIEZEL, VESPER, NOOR, BASALT, KADE, BRUG, ZWALUW, GINDER)
