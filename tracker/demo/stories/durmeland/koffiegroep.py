"""A group that drinks coffee on Tuesdays and asks no more than a table and a bus."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    CaseKind,
    ContactKind,
    Fit,
    PersonPart,
    Reached,
    WasteKind,
)
from tracker.demo.events import (
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

TALK = ContactKind.CONVERSATION
DONE = AgreementState.DONE
NOT_DOING = Arising.OMISSION
TRUST = "Vertrouwen en contact"
STAYING = "Blijven en zelf verder kunnen"

KOFFIEGROEP = Story(
    alias="Koffiegroep dinsdag",
    lead="Ilse",
    municipality="Polderkerke",
    ago=700,
    purpose="Wij willen op dinsdag ergens zijn waar niemand vraagt wat we de hele week gedaan hebben.",
    kind=CaseKind.GROUP,
    reached=Reached.OWN_MOVE,
    events=(
        Wants(699, ("Een vaste tafel, elke week.", "Een bus na de middag.", "Niet gaan trekken aan mensen.")),
        Meets(700, TALK, "Zeven mensen, drie die altijd komen. Taart van Linde.", 120),
        *rhythm(679, 350, 49, (TALK,), {3: "Acht stoelen, negen mensen. Er kwam een krukje bij."}),
        *rhythm(300, 75, 28, (TALK,)),
        Scores(640, 3, "Er is een tafel en er is koffie. Meer vroegen ze niet."),
        Stars(640, (3, 1, 4)),
        Meets(560, TALK, "Een partner bracht een aanwezigheidslijst mee. De groep luisterde beleefd.", 90),
        Wasted(
            560,
            "Aanwezigheidslijst voorgesteld aan een groep die geen traject wil zijn.",
            TRUST,
            WasteKind.NOT_NEEDED,
            person="Dan kunnen we evengoed thuisblijven.",
        ),
        Scores(500, 4, "Ze regelen zelf wie rijdt en wie mee wil, met een briefje aan het prikbord."),
        Rewords(
            330,
            "Wij willen samen iets maken voor het dorp, en zien wie daar werk van maakt.",
            "Voorstel van de groep zelf, na een jaar samenkomen.",
        ),
        Reviews(
            325,
            PersonPart.PRESENT,
            (("opbouwwerk", "Een groep die zichzelf draagt."), ("bemiddeling", "Een vindplaats.")),
            "De groep: ‘niet gaan trekken aan mensen’.",
            (("Lokaal op naam van de groep", "Ilse", 280, DONE),),
        ),
        Fails(
            310,
            "Voor een pot soep moeten wij een vereniging worden, met statuten.",
            NOT_DOING,
            "gesprek",
            ("gemeente Polderkerke",),
            "Vergunning op naam van het dienstencentrum.",
        ),
        Helped(
            280,
            "Op marktdag stond er een ketel van veertig liter.",
            STAYING,
            team="Twee mensen kregen zo een contract.",
            person="We kunnen soep.",
        ),
        Scores(270, 6, "De soep was op om elf uur."),
        Stars(270, (5, 2, 5)),
        Scores(110, 8, "De groep vraagt ons nog één keer per maand. Bijna los."),
        Stars(110, (5, 2, 5), fits={0: Fit.FITTING, 1: Fit.TOO_LITTLE, 2: Fit.FITTING}),
        Fails(
            105,
            "De bus rijdt nog altijd niet op dinsdag. Ik vraag het nu voor de derde keer.",
            NOT_DOING,
            "gesprek",
            ("gemeente Polderkerke",),
        ),
        Meets(62, TALK, "Alleen soep gegeten en geluisterd.", 60),
    ),
)
