"""Tabak, who was sent from here to there until somebody read the letters with him."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    ContactKind,
    ContactOutcome,
    Fit,
    PersonPart,
    Perspective,
    Validated,
    WasteKind,
)
from tracker.demo.events import (
    Fails,
    Helped,
    Meets,
    Reviews,
    Scores,
    Stars,
    Story,
    Wants,
    Wasted,
)

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE
DONE, OPEN = AgreementState.DONE, AgreementState.OPEN
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
NOT_YET = Validated.NO
REST, TRUST, SIGHT = "Rust en basis op orde", "Vertrouwen en contact", "Zicht op wat ik wil en kan"

TABAK = Story(
    alias="Tabak",
    lead="Sofie",
    municipality="Waasdorp",
    ago=714,
    purpose="Ze moeten stoppen met mij van hier naar daar te sturen.",
    how="op papier, samen gelezen",
    shared_with=("OCMW Waasdorp", "VDAB", "CAW De Brug"),
    events=(
        Wants(712, ("Eén adres. Eén naam. Eén telefoon.", "Deurwaarders van mijn dorpel.")),
        Meets(714, VISIT, "Kennismaking. Hij was boos, en hij had gelijk.", 60),
        Meets(700, PHONE, "Niet opgenomen, boodschap ingesproken.", outcome=ContactOutcome.ATTEMPT),
        Scores(671, 1, "Boos, terecht. Elfde dienst in twee jaar.", NOT_YET),
        Stars(671, (1, 1)),
        Meets(640, TALK, "Alle papieren naast elkaar gelegd. Hij las niets luidop voor.", 75, demands=(1,)),
        Fails(
            594,
            "Een brief van vier bladen om te zeggen dat ik moet bellen.",
            NOT_DOING,
            "balie",
            ("RVA",),
            "Samen gebeld.",
            "Sofie stuurt een spraakbericht voor er een brief vertrekt.",
            told_ago=300,
        ),
        Wants(517, ("Ik kan niet goed lezen. Nu weet ge het.",)),
        Meets(517, TALK, "Na een halfjaar zei hij het. Het werd stil.", 45, demands=(0, 2)),
        Scores(
            517, 2, "Zegt na een halfjaar dat hij niet kan lezen. Alles wat we schreven was dus voor niets."
        ),
        Wasted(
            700,
            "Zes maanden brieven gestuurd naar iemand die niet kan lezen.",
            TRUST,
            WasteKind.NOT_NEEDED,
            person="Ge hadt het kunnen vragen.",
            until_ago=517,
        ),
        Fails(
            503,
            "Ze vragen een cv. Ik zeg: ik kan niet schrijven. Ze zeggen: breng een cv.",
            WRONG_DOING,
            "overleg",
            ("VDAB",),
            "Bram schreef het samen met hem.",
        ),
        Wasted(
            503,
            "Geschreven cv geëist als voorwaarde om hulp te krijgen bij een cv.",
            SIGHT,
            WasteKind.OTHER,
            team="De vraag kwam van een formulier, niet van een mens.",
        ),
        Wants(480, ("Ik was goed in lassen.",)),
        Fails(
            461,
            "Ik wist niet dat ik moest antwoorden. Ik kon het niet lezen.",
            NOT_DOING,
            "gesprek",
            ("RVA",),
            "Bezwaar ingediend, uitkering terug na drie weken.",
        ),
        Helped(
            433,
            "Spraakberichten in plaats van brieven: hij antwoordt nu altijd.",
            REST,
            team="Meestal binnen het uur, vaak met een grap.",
        ),
        Scores(384, 2, "Geen beweging in de schulden, wel in het vertrouwen."),
        Stars(384, (2, 2, 2, None)),
        Meets(360, ALONG, "Mee naar de bewindvoerder. Hij stelde zelf de vragen.", 120, demands=(1,)),
        Meets(300, MESSAGE, "Foto van een laspost gestuurd. Antwoord: een vuist.", demands=(3,), who="Bram"),
        Reviews(
            209,
            PersonPart.PRESENT,
            (
                ("bewindvoering", "Ziet cijfers."),
                ("basiseducatie", "Ziet schaamte."),
                ("maatschappelijk werk", "Ziet iemand die te veel volk over de vloer kreeg."),
            ),
            "‘Ge hebt nu alletwee gelijk’, zei Tabak.",
            (
                ("Geen brieven zonder bericht vooraf", "allen", 200, DONE),
                ("Lasatelier bezoeken", "Bram", 20, OPEN),
            ),
        ),
        Scores(202, 4, "Bewindvoerder en OCMW aan dezelfde tafel gekregen.", NOT_YET),
        Stars(202, (3, 3, 3, 2)),
        Meets(180, VISIT, "Overzicht van schulden gemaakt, stapel lager dan gevreesd.", 90, demands=(1,)),
        Scores(90, 4, "Leest korte berichten. Volgt les zonder het les te noemen."),
        Stars(90, (3, 3, 4, 2)),
        Fails(
            60,
            "Kunt gij dit lezen? Want ik versta het en toch versta ik het niet.",
            NOT_DOING,
            "bericht",
            ("RVA",),
        ),
        Meets(
            47,
            TALK,
            "Nagevraagd hoe het op de vloer gaat. Volgende week opnieuw.",
            30,
            demands=(3,),
            who="Bram",
        ),
        Scores(29, 5, "Proefdag in een lasatelier. Handen wisten het nog."),
        Stars(
            29,
            (3, 3, 4, 3),
            notes={0: "Er bellen nog twee andere diensten rechtstreeks."},
            fits={0: Fit.TOO_MUCH, 2: Fit.FITTING},
        ),
        Stars(28, (2, 3, 4, 4), by=Perspective.TARGET_GROUP),
        Meets(
            9,
            PHONE,
            "Aangebeld, niet thuis, briefje met een tekening achtergelaten.",
            outcome=ContactOutcome.ATTEMPT,
        ),
        Meets(4, MESSAGE),
    ),
)
