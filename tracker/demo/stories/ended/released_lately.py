"""Stories that ended lately because somebody could go on alone."""

from tracker.cases.rules.kinds import Arising, CaseState, ContactKind, Fit, Perspective, Reached, WasteKind
from tracker.demo.events import Ends, Fails, Helped, Scores, Stars, Story, Wants, Wasted
from tracker.demo.rhythm import rhythm

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
REST, TRUST = "Rust en basis op orde", "Vertrouwen en contact"
SIGHT, TRYING = "Zicht op wat ik wil en kan", "Proeven en oefenen"
STAYING = "Blijven en zelf verder kunnen"

KLAVER = Story(
    alias="Klaver",
    lead="Jonas",
    municipality="Durmen",
    ago=330,
    purpose="Mijn rijbewijs, en dan zien jullie mij niet meer.",
    reached=Reached.OWN_MOVE,
    events=(
        Wants(329, ("Iemand die met mij oefent.", "Theorie zonder boek.")),
        *rhythm(328, 225, 17, (ALONG, MESSAGE), {3: "Reed zelf tot aan de kerk en terug."}),
        *rhythm(190, 150, 18, (MESSAGE,)),
        Scores(310, 4, "Weet precies wat hij wil. Wij zochten te ver."),
        Stars(310, (2, 1), fits={0: Fit.TOO_LITTLE, 1: Fit.TOO_LITTLE}),
        Fails(
            300,
            "Ik vraag hulp voor mijn rijbewijs en ik krijg een gesprek over mijn toekomst.",
            WRONG_DOING,
            "gesprek",
            ("Jeugdwerk Zuid",),
            "Gesprek geschrapt, oefenuren gezocht.",
            "In het eerste gesprek vragen we nu: wat moet er vandaag gebeuren?",
            told_ago=280,
        ),
        Fails(
            235,
            "Ik wacht nu op een examen, en wie ik moet bellen weet niemand.",
            NOT_DOING,
            "bericht",
            ("examencentrum",),
        ),
        Wasted(
            240,
            "Wachten op een plaats voor het theorie-examen.",
            TRYING,
            WasteKind.WAITING,
            person="Ik kende het van buiten, en dan begon ik het te vergeten.",
            until_ago=196,
        ),
        Helped(
            250,
            "Een buurman met tijd oefende elke zaterdag met hem.",
            TRYING,
            team="Wij zochten een vrijwilliger. Hij had er al één.",
            person="Hij zegt niet veel. Dat is goed in een auto.",
        ),
        Scores(160, 9, "Geslaagd van de tweede keer. Rijdt voor een bakkerij."),
        Stars(160, (5, 5), fits={0: Fit.FITTING, 1: Fit.FITTING}, by=Perspective.TARGET_GROUP),
        Ends(140, CaseState.RELEASED, "Hij toeterde toen hij voorbijreed.", keeps_contact="niemand"),
    ),
)
HAVEN = Story(
    alias="Haven",
    lead="Sofie",
    municipality="Waasdorp",
    ago=280,
    purpose="Ik wil mijn kinderen zien, en daarvoor heb ik een adres en een loon nodig.",
    shared_with=("OCMW Waasdorp", "VDAB", "CAW De Brug"),
    events=(
        Wants(279, ("Een kamer met plaats voor drie.", "Werk op de weken dat zij er niet zijn.")),
        *rhythm(278, 150, 15, (VISIT, PHONE, TALK), missed=6, about=5, others=("CAW De Brug",)),
        *rhythm(140, 40, 22, (MESSAGE, TALK), who=("Sofie", "Bram")),
        Scores(260, 2, "Ziet zijn kinderen op een bank in het park."),
        Stars(260, (1, 1), fits={0: Fit.TOO_LITTLE, 1: Fit.FITTING}),
        Fails(
            245,
            "Zonder woning geen kinderen, zonder kinderen geen woning van die grootte.",
            NOT_DOING,
            "gesprek",
            ("huisvestingsmaatschappij",),
            "Samen met het CAW een uitzondering gevraagd.",
        ),
        Fails(
            205,
            "Ze gaven mij een briefje met een ander adres. Meer was het niet.",
            WRONG_DOING,
            "balie",
            ("OCMW Waasdorp",),
            "Dezelfde dag samen teruggegaan.",
        ),
        Wasted(
            240,
            "Wachten op een antwoord over de uitzondering.",
            REST,
            WasteKind.WAITING,
            team="De aanvraag lag bij een commissie die om de zes weken samenkomt.",
            until_ago=178,
        ),
        Helped(
            170,
            "De sleutel kwam op een vrijdag, de matrassen op zaterdag.",
            REST,
            team="Drie diensten belden elkaar, zonder formulier.",
            person="Zondag sliepen ze hier.",
        ),
        Scores(120, 6, "De kinderen slapen er om de twee weken."),
        Stars(120, (5, 2), fits={0: Fit.FITTING, 1: Fit.TOO_LITTLE}),
        Fails(
            110,
            "Ik heb twee keer gebeld en één keer gemaild. Op het laatst wist ik niet meer naar wie.",
            NOT_DOING,
            "telefoon",
            ("VDAB",),
            "Bram gaf zijn rechtstreekse nummer.",
        ),
        Scores(45, 9, "Werkt in de weken dat zij er niet zijn. Het kan, als men het vraagt."),
        Stars(45, (5, 4), fits={0: Fit.FITTING, 1: Fit.FITTING}),
        Ends(
            30,
            CaseState.RELEASED,
            "Er hangt een tekening aan onze deur.",
            keeps_contact="Sofie, als hij belt",
        ),
    ),
)
BAMBOE = Story(
    alias="Bamboe",
    lead="Bram",
    municipality="Waasdorp",
    ago=240,
    purpose="Terug naar mijn job, maar niet op de manier waarop ik eruit ben gegaan.",
    reached=Reached.VDAB,
    events=(
        Wants(239, ("Traag opbouwen.", "Dat mijn collega’s het weten.", "Eén dokter die meeleest.")),
        *rhythm(238, 180, 13, (TALK, PHONE), {2: "Wandelend gepraat, langs het kanaal."}),
        *rhythm(150, 60, 25, (PHONE, MESSAGE)),
        Scores(225, 3, "Wil morgen beginnen, en schrikt daarvan."),
        Stars(225, (2, 1, 1), fits={0: Fit.TOO_MUCH, 2: Fit.TOO_LITTLE}),
        Fails(
            215,
            "De ene zegt twee dagen, de andere zegt niets of alles. Ik vraag gewoon wat mag.",
            NOT_DOING,
            "mail",
            ("mutualiteit", "VDAB"),
            "Alle drie rond één tafel, een halfuur.",
        ),
        Helped(
            200,
            "Eén halfuur met dokter, baas en Bamboe samen.",
            TRUST,
            team="Wat in drie maanden mails niet lukte.",
            person="Ze keken naar mij, niet naar het blad.",
        ),
        Wasted(
            190,
            "Opnieuw beginnen op maandag, vol uurrooster, omdat het programma geen halve dagen kent.",
            STAYING,
            WasteKind.TOO_MUCH,
            team="Twee weken later weer thuis.",
            person="Ik had gezegd: traag.",
        ),
        Fails(
            185,
            "Geschorst voor de week dat ik weer ziek was. Ik had het gemeld, aan de verkeerde.",
            WRONG_DOING,
            "telefoon",
            ("RVA",),
            "Melding nagestuurd, na vier dagen in orde.",
        ),
        Scores(130, 5, "Twee halve dagen. De collega’s weten het, en vragen er niet naar."),
        Stars(130, (4, 4, 3), fits={0: Fit.FITTING, 1: Fit.FITTING, 2: Fit.FITTING}),
        Fails(
            90,
            "Weer een brief met drie datums en geen enkele zin.",
            NOT_DOING,
            "post",
            ("mutualiteit",),
            "Samen gelezen, in twee minuten.",
        ),
        Scores(65, 9, "Vier dagen. De vijfde wil Bamboe houden voor zichzelf."),
        Ends(55, CaseState.RELEASED, "‘Vier is genoeg.’", keeps_contact="de bedrijfsarts"),
    ),
)
RELEASED_LATELY = (KLAVER, HAVEN, BAMBOE)
