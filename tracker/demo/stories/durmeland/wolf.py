"""Wolf, who comes with a dog and disappears for weeks on end."""

from tracker.cases.rules.kinds import (
    AgreementState,
    Arising,
    ContactKind,
    PersonPart,
    Perspective,
    Reached,
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
from tracker.demo.rhythm import rhythm

VISIT, TALK = ContactKind.HOME_VISIT, ContactKind.CONVERSATION
MESSAGE, ALONG = ContactKind.MESSAGE, ContactKind.ALONGSIDE
DONE, FAILED = AgreementState.DONE, AgreementState.FAILED
NOT_DOING, WRONG_DOING = Arising.OMISSION, Arising.COUNTERPRODUCTIVE
NOT_YET = Validated.NO
TRUST = "Vertrouwen en contact"

WOLF = Story(
    alias="Wolf",
    lead="Jonas",
    municipality="Durmen",
    ago=690,
    purpose="Een plek waar niemand mij buiten zet, en dan zien we wel voor werk.",
    reached=Reached.OUTREACH,
    how="op papier",
    events=(
        Wants(
            689,
            (
                "Ergens waar mijn hond ook binnen mag.",
                "Iemand die niet verdwijnt als ik drie weken niets laat horen.",
                "Iets met mijn handen, buiten, en niet met twintig man op een hoop.",
            ),
        ),
        Meets(690, TALK, "Aan het station. De hond keurde eerst.", 40),
        *rhythm(680, 500, 26, (MESSAGE, TALK), missed=3),
        *rhythm(460, 180, 24, (ALONG, MESSAGE, TALK), {5: "De hond kreeg een eigen mat in het atelier."}),
        *rhythm(150, 42, 14, (MESSAGE, VISIT, MESSAGE), missed=4),
        Scores(
            650,
            1,
            "Slaapt afwisselend bij twee vrienden. Reageert alleen op berichten, niet op bellen.",
            NOT_YET,
        ),
        Stars(650, (1, 1, 1), by=Perspective.TEAM),
        Fails(
            610,
            "Ze hebben mij naar daar gestuurd en daar wisten ze van niets.",
            WRONG_DOING,
            "bericht",
            ("CAW De Brug",),
            "Samen teruggegaan, gesprek met drie.",
            "Geen overdracht meer zonder gesprek met drie.",
            told_ago=400,
        ),
        Wasted(
            560,
            "Vijf intakegesprekken bij vier diensten, telkens opnieuw zijn verhaal.",
            TRUST,
            WasteKind.AGAIN,
            person="Altijd hetzelfde, en dan mag ik wachten.",
        ),
        Fails(
            540,
            "Ze zeiden: daar moet ge zijn. Daar zeiden ze: bij ons niet.",
            WRONG_DOING,
            "bericht",
            ("OCMW Durmen",),
            "De volgende keer gingen we mee.",
        ),
        Fails(
            425,
            "Geen adres, dus geen brief. Geen brief, dus geschorst.",
            WRONG_DOING,
            "bericht",
            ("RVA",),
            "Briefwisseling loopt nu via het atelier.",
        ),
        Wasted(
            420,
            "Wachten op een studio, met een garantie die op een contract wachtte.",
            "Rust en basis op orde",
            WasteKind.WAITING,
            team="Twee regels die elk klopten.",
            until_ago=345,
        ),
        Scores(
            470,
            2,
            "Komt nu naar het atelier, meestal op dinsdag. De hond is mee welkom, dat maakt het verschil.",
        ),
        Stars(470, (2, 2, 3)),
        Helped(
            470,
            "In het atelier mocht de hond mee binnen.",
            TRUST,
            team="Sindsdien komt hij.",
            person="Anders was ik niet gekomen.",
        ),
        Meets(455, ALONG, "Studio gaan bekijken.", 60, demands=(0,)),
        Scores(330, 5, "Studio gevonden met garantie van het OCMW. Twee halve dagen groendienst."),
        Stars(330, (4, 3, 4)),
        Fails(
            200,
            "Geen garantie zonder contract, geen contract zonder garantie.",
            NOT_DOING,
            "gesprek",
            ("OCMW Durmen",),
            "Garantie vooraf schriftelijk beloofd.",
        ),
        Meets(168, MESSAGE, "‘studio kwijt. ben ok. hond ook.’ Hij liet het zelf weten, op de dag zelf."),
        Scores(
            166,
            3,
            "Studio opgezegd na ruzie met de verhuurder. Hij is wel blijven komen, en dat is nieuw.",
            NOT_YET,
        ),
        Stars(166, (1, 4, 3)),
        Reviews(
            160,
            PersonPart.HEARD,
            (("maatschappelijk werk", "Herval."), ("jeugdwerk", "Leren ruziemaken zonder weg te lopen.")),
            "Beide zinnen blijven staan.",
            (
                ("Gesprek verhuurder en Wolf met bemiddelaar", "Jonas", 150, FAILED),
                ("Plaats in gedeeld huis vragen", "Nadia", 90, DONE),
            ),
        ),
        Fails(
            95,
            "Ze zeiden: ga eens langs. Ik ging langs, en het was gesloten.",
            WRONG_DOING,
            "bericht",
            ("CAW De Brug",),
        ),
        Helped(
            88,
            "De huisgenoten mochten mee beslissen over wie er komt wonen.",
            "Blijven en zelf verder kunnen",
            team="Wolf stelde de hond voor, en dan pas zichzelf.",
            person="Zij hebben ja gezegd, niet gij.",
        ),
        Meets(120, VISIT, "Op bezoek in het gedeelde huis.", 45, demands=(0,)),
        Scores(38, 4, "Woont op proef in een gedeeld huis. Traag en goed."),
        Stars(38, (3, 4, 2), notes={2: "Of we daar pas na de winter over beginnen."}),
        Meets(12, MESSAGE, "Geantwoord na elf dagen. Ze zijn er nog, hij en de hond."),
    ),
)
