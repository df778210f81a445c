"""Stories that ended earlier because somebody could go on alone."""

from tracker.cases.rules.kinds import Arising, CaseState, ContactKind, Fit, Reached, WasteKind
from tracker.demo.events import Ends, Fails, Helped, Scores, Stars, Story, Wants, Wasted
from tracker.demo.rhythm import rhythm

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
REST, TRUST = "Rust en basis op orde", "Vertrouwen en contact"
SIGHT, TRYING = "Zicht op wat ik wil en kan", "Proeven en oefenen"
STAYING = "Blijven en zelf verder kunnen"

DISTEL = Story(
    alias="Distel",
    lead="Sofie",
    municipality="Waasdorp",
    ago=700,
    purpose="Ik wil om vijf uur thuis zijn, dan eten we samen.",
    events=(
        Wants(699, ("Uren die passen bij de school.", "Niet meer om voorschot moeten vragen.")),
        *rhythm(698, 570, 29, (VISIT, PHONE, MESSAGE), missed=5),
        Scores(680, 3, "Werkt in ploegen en ziet haar zoon slapen."),
        Stars(680, (1, 2), fits={0: Fit.TOO_LITTLE}),
        Fails(
            660,
            "Nog eens mijn loonbrieven. Dezelfde drie als vorige maand.",
            NOT_DOING,
            "balie",
            ("OCMW Waasdorp",),
            "Loonbrieven uit ons eigen dossier gehaald.",
        ),
        Helped(
            610,
            "Samen met haar ploegbaas gepraat, op zijn uur.",
            STAYING,
            team="Hij wist niet dat er een kind was.",
            person="Hij zei: had het gezegd. Nu heb ik het gezegd.",
        ),
        Scores(575, 9, "Vaste dagploeg. Om vijf uur staat het eten op tafel."),
        Stars(575, (5, 4), fits={0: Fit.FITTING, 1: Fit.FITTING}),
        Ends(560, CaseState.RELEASED, "‘Ik heb u niet meer nodig. Dat is een compliment.’"),
    ),
)
KOPER = Story(
    alias="Koper",
    lead="Bram",
    municipality="Waasdorp",
    ago=640,
    purpose="Ik wil terug op een dak staan, of weten waarom het niet meer kan.",
    reached=Reached.VDAB,
    shared_with=("VDAB", "OCMW Waasdorp"),
    events=(
        Wants(638, ("Weten wat mijn knieën nog mogen.", "Niet achter een bureau.")),
        *rhythm(637, 410, 35, (TALK, PHONE, ALONG), about=6, others=("OCMW Waasdorp",)),
        Scores(610, 2, "Twintig jaar dakwerker. Nu thuis, met zicht op andermans daken."),
        Stars(610, (1, 2), fits={0: Fit.TOO_LITTLE, 1: Fit.FITTING}),
        Fails(
            590,
            "Ik moest het verslag van de dokter zelf halen en zelf brengen, twee deuren verder.",
            NOT_DOING,
            "gesprek",
            ("mutualiteit",),
        ),
        Wasted(
            585,
            "Wachten op het verslag van de controlearts.",
            SIGHT,
            WasteKind.WAITING,
            team="Het verslag lag klaar, maar niemand mocht het doorgeven.",
            person="Acht weken naar mijn knie zitten kijken.",
            until_ago=529,
        ),
        Wasted(
            540,
            "Verplichte computertest voor iemand die een werf leidt.",
            SIGHT,
            WasteKind.NOT_NEEDED,
            team="De test hoorde bij het pakket.",
            person="Ik heb daar zitten klikken om te kunnen weggaan.",
        ),
        Helped(
            480,
            "Een dag mee op de werf, als begeleider van leerjongens.",
            TRYING,
            team="Hij kende elk dak in de straat.",
            person="Ik moet er niet op staan. Ik moet het zien.",
        ),
        Scores(470, 6, "Leidt twee leerjongens op, halftijds."),
        Stars(470, (4, 4), fits={0: Fit.FITTING, 1: Fit.FITTING}),
        Scores(415, 9, "Vast contract als werfbegeleider."),
        Ends(
            400, CaseState.RELEASED, "Hij gaf Bram een leisteen, met de datum erop.", keeps_contact="niemand"
        ),
    ),
)
VLIER = Story(
    alias="Vlier",
    lead="Sofie",
    municipality="Waasdorp",
    ago=540,
    purpose="Dat er een maand voorbijgaat zonder deurwaarder, en dan nog één.",
    events=(
        Wants(539, ("Eén overzicht dat klopt.", "Iemand die meegaat naar de rechtbank.", "Werk in de zorg.")),
        *rhythm(
            538, 360, 18, (VISIT, PHONE, VISIT), {4: "Negentien enveloppen open, twee pakken koekjes op."}
        ),
        Scores(520, 1, "Slaapt niet van wat er niet op tafel ligt."),
        Stars(520, (1, 1, None), fits={0: Fit.TOO_LITTLE, 1: Fit.TOO_LITTLE}),
        Fails(
            505,
            "Een aanmaning van acht bladen. Het bedrag stond op het zevende.",
            NOT_DOING,
            "huisbezoek",
            ("deurwaarder",),
            "Samen gelezen, bedrag op één blad gezet.",
        ),
        Fails(
            455,
            "Geschorst, want ik was op de rechtbank. Daar hadden ze mij zelf naartoe gestuurd.",
            WRONG_DOING,
            "telefoon",
            ("VDAB",),
            "Bewijs van de rechtbank bezorgd.",
        ),
        Helped(
            440,
            "Mee naar de vrederechter, op de bank ernaast.",
            REST,
            team="Ze sprak zelf. Wij zaten er.",
            person="Als ik had moeten wenen, was er iemand.",
        ),
        Scores(430, 4, "Een afbetaling die ze zelf voorstelde."),
        Stars(430, (4, 5, 1), fits={0: Fit.FITTING, 1: Fit.FITTING, 2: Fit.TOO_LITTLE}),
        Scores(365, 9, "Vier maanden zonder deurwaarder. Ze werkt in het woonzorgcentrum."),
        Stars(365, (5, 5, 4), fits={0: Fit.FITTING, 2: Fit.FITTING}),
        Ends(350, CaseState.RELEASED, "Ze weet wie ze moet bellen, en dat het mag.", keeps_contact="Sofie"),
    ),
)
SCHELP = Story(
    alias="Schelp",
    lead="Bram",
    municipality="Polderkerke",
    ago=430,
    purpose="Werk in het Nederlands dat ik heb, niet in het Nederlands dat ik nog moet leren.",
    reached=Reached.NETWORK_ACTOR,
    shared_with=("VDAB", "Agentschap Integratie"),
    events=(
        Wants(429, ("Een baas die traag spreekt.", "De bus die op tijd is.")),
        *rhythm(428, 300, 27, (TALK, ALONG, MESSAGE), about=4, others=("Agentschap Integratie",)),
        Scores(410, 3, "Begrijpt meer dan hij zegt. Wij vulden te snel zijn zinnen aan."),
        Stars(410, (1, 2), fits={0: Fit.TOO_LITTLE, 1: Fit.TOO_LITTLE}),
        Fails(
            395,
            "Ge hebt mijn attest van inburgering. Het staat in uw computer. Kijk dan.",
            NOT_DOING,
            "balie",
            ("VDAB", "Agentschap Integratie"),
            "Bram keek. Het stond er.",
            "Eén map, één keer vragen: wie een papier krijgt, zet erbij dat het er is.",
            told_ago=330,
        ),
        Wasted(
            390,
            "Taaltest opnieuw afgelegd omdat de vorige bij een andere dienst lag.",
            SIGHT,
            WasteKind.AGAIN,
            team="Zelfde test, zelfde uitslag.",
            person="Ik kende de vragen nog.",
        ),
        Helped(
            340,
            "De meestergast tekende voor, in plaats van uit te leggen.",
            TRYING,
            team="Na drie dagen tekende Schelp voor de volgende.",
            person="Een tekening heeft geen accent.",
        ),
        Scores(300, 8, "Werkt in de kwekerij. De bus is soms te laat, hij niet."),
        Stars(300, (5, 3), fits={0: Fit.FITTING, 1: Fit.TOO_LITTLE}),
        Ends(290, CaseState.RELEASED, "‘Nu spreek ik traag met de nieuwe.’", keeps_contact="de meestergast"),
    ),
)
RELEASED_EARLIER = (DISTEL, KOPER, VLIER, SCHELP)
