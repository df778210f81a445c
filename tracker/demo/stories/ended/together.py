"""A group, a neighbourhood, and somebody who is still under way."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    CaseKind,
    CaseState,
    ContactKind,
    Fit,
    PersonPart,
    Reached,
    WasteKind,
)
from tracker.demo.events import Ends, Fails, Helped, Reviews, Scores, Stars, Story, Wants, Wasted
from tracker.demo.rhythm import rhythm

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE
MESSAGE, ALONG, SERVICE = ContactKind.MESSAGE, ContactKind.ALONGSIDE, ContactKind.WITH_SERVICE
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
REST, TRUST = "Rust en basis op orde", "Vertrouwen en contact"
TRYING, STAYING = "Proeven en oefenen", "Blijven en zelf verder kunnen"

STRAAT = Story(
    alias="Straat achter het spoor",
    lead="Ilse",
    municipality="Polderkerke",
    ago=560,
    purpose="Dat ge hier iets kunt vragen zonder dat er eerst een dienst van komt.",
    kind=CaseKind.NEIGHBOURHOOD,
    reached=Reached.LOCAL_AUTHORITY,
    events=(
        Wants(555, ("Licht aan de doorsteek.", "Een plek met een stekker en een kookplaat.")),
        *rhythm(558, 240, 38, (TALK, ALONG), {1: "Huis aan huis, veertig deuren, negentien gingen open."}),
        Scores(530, 2, "Iedereen kent iemand die hulp nodig heeft. Niemand zegt: ik."),
        Stars(530, (1, 1), fits={0: Fit.TOO_LITTLE, 1: Fit.TOO_LITTLE}),
        Fails(
            510,
            "Wij hebben dat gemeld van dat licht. Drie keer, en drie keer kregen we een nummer.",
            NOT_DOING,
            "gesprek",
            ("gemeente Polderkerke",),
            "Samen met twee bewoners naar de technische dienst gegaan.",
        ),
        Wasted(
            510,
            "Wachten op een lamp aan de doorsteek.",
            REST,
            WasteKind.WAITING,
            team="De melding stond in drie systemen, telkens als afgehandeld.",
            person="Een lamp. Het is geen maanreis.",
            until_ago=398,
        ),
        Helped(
            390,
            "Een bewoner kreeg de sleutel van het lokaal.",
            STAYING,
            team="Sindsdien gaat het open zonder ons.",
            person="Nu is het van ons, en dus kuisen we het ook.",
        ),
        Scores(380, 5, "Er brandt licht, en op woensdag ruikt het naar soep."),
        Stars(380, (5, 3), fits={0: Fit.FITTING, 1: Fit.FITTING}),
        Scores(250, 7, "Zes bewoners beslissen zelf wat er op woensdag gebeurt."),
        Ends(
            230,
            CaseState.HANDED_OVER,
            "De bewoners hebben ons bedankt, met een ovenschotel.",
            handed_to="de bewonersgroep zelf",
            keeps_contact="Ilse, als de groep belt",
        ),
    ),
)
NAAIEN = Story(
    alias="Naaitafel donderdag",
    lead="Ilse",
    municipality="Polderkerke",
    ago=480,
    purpose="Wij willen met onze handen bezig zijn, en dat het ooit iets opbrengt.",
    kind=CaseKind.GROUP,
    reached=Reached.NETWORK_ACTOR,
    events=(
        Wants(478, ("Twee goede machines.", "Nederlands terwijl we naaien.", "Verkopen wat we maken.")),
        *rhythm(475, 170, 34, (TALK, TALK, ALONG), {2: "De oudste legde het patroon uit, zonder woorden."}),
        Scores(450, 3, "Vijf vrouwen, één machine, veel gelach."),
        Stars(450, (1, 3, 1), fits={0: Fit.TOO_LITTLE, 1: Fit.FITTING}),
        Wasted(
            430,
            "Een cursus ondernemen aangeboden, van twaalf avonden.",
            TRYING,
            WasteKind.TOO_MUCH,
            team="Niemand kwam na de tweede avond.",
            person="Wij vroegen een machine.",
        ),
        Fails(
            420,
            "Om op de markt te staan moeten we een nummer hebben, en voor dat nummer een rekening.",
            NOT_DOING,
            "gesprek",
            ("gemeente Polderkerke",),
            "Een kraam gedeeld met het dienstencentrum.",
        ),
        Helped(
            360,
            "De taalles verhuisde naar de naaitafel.",
            TRYING,
            team="Woorden voor wat ze in handen hadden.",
            person="Nu weet ik ‘zoom’. Dat had ik nodig.",
        ),
        Scores(300, 6, "Eerste bestelling: veertig zakjes voor het rusthuis."),
        Stars(300, (4, 4, 3), fits={0: Fit.FITTING, 1: Fit.FITTING, 2: Fit.TOO_LITTLE}),
        Fails(
            270,
            "Ze zeggen dat wie naait niet beschikbaar is. Ik ben elke dag beschikbaar behalve donderdag.",
            WRONG_DOING,
            "telefoon",
            ("VDAB",),
            "Bram legde het uit aan de collega’s. Donderdag mag.",
        ),
        Scores(175, 9, "Twee van de vijf werken nu halftijds in een atelier. De tafel blijft."),
        Ends(160, CaseState.RELEASED, "‘Kom nog eens koffie drinken. Meer moet niet.’", keeps_contact="Ilse"),
    ),
)
ROGGE = Story(
    alias="Rogge",
    lead="Sofie",
    municipality="Waasdorp",
    ago=170,
    purpose="Ik wil mijn eigen brood verdienen zonder dat mijn moeder alleen zit.",
    shared_with=("OCMW Waasdorp", "VDAB"),
    events=(
        Wants(
            169, ("Iemand bij mijn moeder op dinsdag.", "Werk waar ik mag bellen.", "Weten wat er af gaat.")
        ),
        *rhythm(168, 100, 15, (VISIT, PHONE), {1: "Aan het bed van haar moeder, met z’n drieën."}),
        *rhythm(62, 5, 13, (VISIT, MESSAGE, ALONG), who=("Sofie", "Bram"), missed=5),
        Scores(150, 2, "Zorgt al vier jaar, en noemt dat geen werk."),
        Stars(150, (1, 1, 1), fits={0: Fit.TOO_LITTLE, 2: Fit.TOO_LITTLE}),
        Fails(
            135,
            "Ik bel voor gezinszorg en ze zeggen: de dokter moet bellen. De dokter zegt: gij moet bellen.",
            NOT_DOING,
            "telefoon",
            ("gezinszorg",),
            "Zelf gebeld, met de dokter aan de andere lijn.",
        ),
        Wasted(
            130,
            "Wachten op iemand voor de dinsdag.",
            REST,
            WasteKind.WAITING,
            team="Twee diensten wachtten op elkaar.",
            person="Dertig dinsdagen heb ik geteld, want ik tel de vorige ook mee.",
            until_ago=64,
        ),
        Helped(
            60,
            "Dezelfde vrouw komt elke dinsdag.",
            TRUST,
            team="Haar moeder vraagt nu zelf wanneer het dinsdag is.",
            person="Ik ben naar de kapper geweest.",
        ),
        Scores(50, 4, "Proefdagen in de bakkerij, op dinsdag. Ze is om vijf uur op en klaagt niet."),
        Stars(
            50,
            (4, 3, 2),
            notes={1: "De bakker vroeg zelf of ze wou bellen."},
            fits={0: Fit.FITTING, 1: Fit.FITTING, 2: Fit.TOO_LITTLE},
        ),
        Reviews(
            36,
            PersonPart.PRESENT,
            (
                ("mantelzorg", "Ziet dat één dag al veel losmaakt."),
                ("bemiddeling", "Ziet een bakker die wil wachten."),
            ),
            "‘Ge moogt mijn moeder er ook bij vragen’, zei ze.",
            (
                ("Berekening loon naast uitkering op één blad", "Bram", 8, AgreementState.OPEN),
                ("Tweede dag gezinszorg aanvragen", "Sofie", -6, AgreementState.OPEN),
                ("De bakker bedanken", "Sofie", 30, AgreementState.DONE),
            ),
        ),
        Fails(
            22,
            "De ene zegt dat ik mag bijverdienen, de andere dat ik alles kwijt ben. Wie heeft er gelijk?",
            NOT_DOING,
            "bericht",
            ("VDAB", "mutualiteit"),
        ),
    ),
)
TOGETHER = (STRAAT, NAAIEN, ROGGE)
