"""Stories that went on elsewhere, or stopped."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    CaseState,
    ContactKind,
    Fit,
    PersonPart,
    Perspective,
    Reached,
    Validated,
    WasteKind,
)
from tracker.demo.events import Ends, Fails, Helped, Reviews, Scores, Stars, Story, Wants, Wasted
from tracker.demo.rhythm import rhythm

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
REST, TRUST = "Rust en basis op orde", "Vertrouwen en contact"
SIGHT, TRYING = "Zicht op wat ik wil en kan", "Proeven en oefenen"

MEREL = Story(
    alias="Merel",
    lead="Jonas",
    municipality="Durmen",
    ago=670,
    purpose="Ik wil iets afmaken waar ik zelf aan begonnen ben.",
    reached=Reached.OUTREACH,
    how="op het plein, daarna nog eens op papier",
    events=(
        Wants(668, ("Een school waar ik niet de oudste ben.", "Iemand die mij wakker belt.")),
        *rhythm(668, 500, 24, (TALK, MESSAGE, ALONG), {1: "Op het plein, met drie vrienden."}, missed=4),
        Scores(640, 2, "Kwam drie keer niet en één keer wel. Die ene keer bleef hij twee uur."),
        Stars(640, (1, 2), fits={0: Fit.TOO_LITTLE, 1: Fit.FITTING}),
        Fails(
            630,
            "Voor de inschrijving moest ik mijn getuigschrift nog eens gaan halen. Dat zit in uw map.",
            NOT_DOING,
            "bericht",
            ("school",),
            "Kopie dezelfde dag bezorgd.",
        ),
        Wasted(
            625,
            "Wachten op één handtekening voor de inschrijving.",
            SIGHT,
            WasteKind.WAITING,
            team="De bevoegde dienst had vakantie en niemand tekende in de plaats.",
            person="Tegen dan had ik er al geen goesting meer in.",
            until_ago=588,
        ),
        Helped(
            560,
            "De eerste ochtend samen de bus genomen.",
            TRYING,
            team="Vanaf de tweede week ging hij alleen.",
            person="Anders was ik aan de halte blijven zitten.",
        ),
        Scores(520, 5, "Zit al zes weken in de les. Op maandag belt hij nu zelf."),
        Stars(520, (4, 4), fits={0: Fit.FITTING, 1: Fit.TOO_MUCH}),
        Ends(
            480,
            CaseState.HANDED_OVER,
            "Overgedragen aan tafel, met zijn leerkracht erbij. ‘Nu bellen jullie samen’, zei hij.",
            handed_to="het centrum voor volwassenenonderwijs",
            keeps_contact="zijn leerkracht",
        ),
    ),
)
WILG = Story(
    alias="Wilg",
    lead="Nadia",
    municipality="Durmen",
    ago=590,
    purpose="Eerst een dak dat van mij is, al is het klein.",
    reached=Reached.PARTNER,
    events=(
        Wants(589, ("Een kamer waar mijn dochter mag slapen.", "Niet elke week een ander formulier.")),
        *rhythm(588, 480, 20, (TALK, PHONE, VISIT), missed=3, about=5, others=("OCMW Durmen",)),
        Scores(570, 2, "Slaapt op de zetel bij een vriendin. De dochter is er in het weekend niet."),
        Stars(570, (1, 1), fits={0: Fit.TOO_LITTLE, 1: Fit.TOO_MUCH}),
        Fails(
            560,
            "Geschorst omdat ik geen adres had om de brief te krijgen.",
            WRONG_DOING,
            "gesprek",
            ("RVA",),
            "Referentieadres gevraagd bij het OCMW.",
        ),
        Wasted(
            545,
            "Op zeven wachtlijsten ingeschreven, met zeven verschillende formulieren.",
            REST,
            WasteKind.AGAIN,
            team="Geen van de zeven diensten kende de andere zes.",
            person="Zeven keer schrijven dat ge niets hebt.",
        ),
        Wasted(
            540,
            "Wachten op een beslissing over het referentieadres.",
            REST,
            WasteKind.WAITING,
            person="Zolang dat er niet was, bestond ik niet.",
            until_ago=497,
        ),
        Scores(500, 3, "Het adres is er. Een kamer nog niet.", Validated.NO),
        Ends(470, CaseState.STOPPED, "Ze trok bij haar zus in, buiten onze streek. Ze liet het zelf weten."),
    ),
)
LANTAARN = Story(
    alias="Lantaarn",
    lead="Nadia",
    municipality="Durmen",
    ago=400,
    purpose="Ik wil weer buitenkomen zonder dat ik het drie dagen op voorhand moet weten.",
    shared_with=("CAW De Brug", "OCMW Durmen", "VDAB"),
    events=(
        Wants(399, ("Iemand die meegaat tot aan de hoek.", "Geen gesprekken met vijf tegelijk.")),
        *rhythm(398, 310, 13, (VISIT, PHONE), {2: "Aan de deur gepraat. Binnen hoefde niet."}, missed=4),
        *rhythm(275, 215, 20, (PHONE, MESSAGE), missed=2),
        Scores(370, 2, "Komt tot aan de brievenbus. Dat is tien meter verder dan vorige maand."),
        Stars(370, (2, 1), fits={0: Fit.FITTING, 1: Fit.TOO_MUCH}),
        Reviews(
            345,
            PersonPart.ABSENT,
            (
                ("geestelijke gezondheid", "Ziet iemand die zelf het tempo kiest."),
                ("bemiddeling", "Ziet weinig beweging."),
                ("maatschappelijk werk", "Ziet dat wij het tempo opdrijven."),
            ),
            "We zaten met vijf over iemand die gesprekken met vijf niet wil.",
            (("Eén iemand gaat langs, de anderen wachten", "Nadia", 330, AgreementState.DONE),),
        ),
        Fails(
            330,
            "Ge stuurt mij naar een groep, en ik had gezegd: geen groep.",
            WRONG_DOING,
            "telefoon",
            ("VDAB",),
            "Uitnodiging ingetrokken, en dat ook gezegd.",
        ),
        Wasted(
            330,
            "Groepsaanbod voorgesteld aan iemand die alleen tot aan de hoek wou.",
            TRUST,
            WasteKind.NOT_NEEDED,
            team="De plaatsen moesten gevuld worden.",
            person="Dan heb ik de deur niet meer opengedaan.",
        ),
        Fails(
            290,
            "Ik kreeg een brief dat ik niet meewerk. Ik weet niet waaraan.",
            NOT_DOING,
            "post",
            ("VDAB",),
        ),
        Scores(260, 2, "De deur bleef vaker dicht. Wij zijn te snel gegaan.", Validated.NOT_POSSIBLE),
        Stars(255, (1, 1), by=Perspective.TEAM, fits={0: Fit.TOO_LITTLE, 1: Fit.TOO_MUCH}),
        Ends(
            205,
            CaseState.STOPPED,
            "‘Laat mij nu maar.’ We vroegen wat er nog mocht: één kaartje per seizoen.",
            keeps_contact="Nadia, met een kaartje",
        ),
    ),
)
PASSED_ON = (MEREL, WILG, LANTAARN)
