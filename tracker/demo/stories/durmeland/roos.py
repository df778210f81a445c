"""Roos, who keeps her coat on, and wants work that does not make her ill."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    CaseState,
    ContactKind,
    PersonPart,
    Validated,
    WasteKind,
)
from tracker.demo.events import (
    Ends,
    Fails,
    Helped,
    Meets,
    Reviews,
    Rewords,
    Scores,
    Stars,
    Story,
    Wants,
    Wasted,
)
from tracker.demo.rhythm import rhythm

VISIT = ContactKind.HOME_VISIT
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE
DONE = AgreementState.DONE
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
NOT_POSSIBLE = Validated.NOT_POSSIBLE
REST = "Rust en basis op orde"
TRYING = "Proeven en oefenen"

ROOS = Story(
    alias="Roos",
    lead="Sofie",
    municipality="Waasdorp",
    ago=730,
    purpose="Ik wil dat mijn kinderen mij zien vertrekken naar een werk waar ik niet ziek van word.",
    events=(
        Meets(730, VISIT, "Ze hield haar jas aan. Elf brieven, allemaal nog dicht. De koffie was warm.", 75),
        Wants(
            729,
            (
                "Wie past er op de kleinste als ik om zeven uur moet beginnen?",
                "Ik wil één iemand die weet welke papieren ik al gegeven heb.",
                "Werk waar ze niet schrikken als er een kind ziek is.",
                "Ik wil weten of ik er iets aan overhoud als ik ga werken.",
            ),
        ),
        *rhythm(722, 590, 24, (VISIT, MESSAGE, VISIT), {3: "De eerste brief ging open. Ze las hem zelf."}),
        *rhythm(575, 370, 27, (VISIT, ALONG, MESSAGE), about=4, others=("VDAB",)),
        *rhythm(290, 130, 40, (MESSAGE,)),
        Scores(709, 2, "Roos komt, maar met de jas aan. Eerst rust, dan pas over werk spreken."),
        Stars(709, (1, 1, 1, 2)),
        Fails(
            695,
            "Ik heb dat attest van de school al twee keer binnengebracht en nu vragen ze het weer.",
            NOT_DOING,
            "huisbezoek",
            ("VDAB",),
            "Kopie uit ons dossier doorgestuurd.",
        ),
        Wasted(
            674,
            "Derde keer dezelfde gezinssamenstelling opgevraagd, telkens door een andere dienst.",
            REST,
            WasteKind.AGAIN,
            person="Weer dat gezinsblad.",
        ),
        Fails(
            640,
            "Mijn gezinsblad ligt daar, ik zie het liggen. En nog vragen ze het.",
            NOT_DOING,
            "huisbezoek",
            ("Groeipakket",),
        ),
        Wasted(
            470,
            "Wachten op opvang voor zeven uur.",
            REST,
            WasteKind.WAITING,
            team="Geen enkele opvang in de buurt begint zo vroeg.",
            person="Op een lijst staan is geen opvang.",
            until_ago=352,
        ),
        Scores(583, 3, "De brieven zijn gesorteerd. Opvang blijft een gat."),
        Stars(583, (2, 1, 2, 1)),
        Meets(520, ALONG, "Mee naar het rusthuis. Ze ging graag.", 90, demands=(2,)),
        Reviews(
            457,
            PersonPart.PRESENT,
            (
                ("bemiddeling", "Zag ‘niet gemotiveerd’ na de stopzetting."),
                ("maatschappelijk werk", "Zag een opvangprobleem."),
                ("kinderopvang", "Geen plaats voor zeven uur."),
            ),
            agreed=(
                ("Noodopvang vastleggen voor de eerste werkmaand", "Sofie", 440, DONE),
                ("Berekening loon naast uitkering op één blad", "Bram", 447, DONE),
            ),
        ),
        Rewords(
            464,
            "Ik wil werk dichtbij, tijdens de schooluren, en geen brieven meer waar ik bang van ben.",
            "Na de eerste stage wist Roos zelf veel beter wat er wel en niet gaat.",
        ),
        Scores(
            464, 3, "Stage viel goed mee tot de opvang wegviel. Dat is geen stap terug van haar, wel van ons."
        ),
        Stars(464, (2, 3, 3, 2)),
        Fails(
            430,
            "Geschorst voor een papier dat twee dagen te laat was.",
            WRONG_DOING,
            "telefoon",
            ("RVA",),
            "Drie weken werk om recht te zetten.",
        ),
        Fails(
            390,
            "Ik sta op een lijst voor opvang, en niemand weet op welke plaats.",
            NOT_DOING,
            "telefoon",
            ("opvang",),
        ),
        Helped(
            359,
            "Proefdag in de schoolkeuken met iemand die het eerste uur meedraaide.",
            TRYING,
            team="Ze bleef uit zichzelf een uur langer.",
            person="Daar schrikken ze niet.",
        ),
        Scores(
            308, 6, "Werkt twintig uur in de schoolkeuken. Opvang geregeld voor beide kinderen.", NOT_POSSIBLE
        ),
        Stars(308, (4, 3, 4, 4)),
        Meets(220, MESSAGE, "Alles goed, schreef ze. Met een foto van een pot soep."),
        Scores(119, 10, "‘Ge moogt mijn dossier toedoen, ik weet wie ik moet bellen.’"),
        Stars(119, (5, 5, 5, 4)),
        Ends(
            119,
            CaseState.RELEASED,
            "Roos zei het zelf, met taart. Ze hield het nummer van Sofie.",
            keeps_contact="Sofie, als Roos belt",
        ),
    ),
)
