"""What is being tried now."""

from tracker.demo.stories.improving.telling import Tried, Tries, parts
from tracker.learning.actions.iterations import Plan, Seen
from tracker.learning.rules.iterations import Fidelity, IterationOutcome

ALWAYS_THREE = Tries(
    184,
    "Altijd met drie",
    "Doorgestuurd zonder dat iemand meegaat",
    ("Sofie", "Ilse"),
    parts(
        "Bij bijna elke overdracht, in de drie gemeenten.",
        "Mensen haken af tussen twee diensten. Als de oude begeleider erbij blijft tot het eerste "
        "gesprek voorbij is, is "
        "er geen tussen.",
        "Geen overdracht zonder een gesprek met klant, oude en nieuwe begeleider.\nTer plaatse, of aan "
        "de telefoon.\n"
        "De oude begeleider belt na vier weken nog eens.",
        "Tijd om er met twee te zijn, en leidinggevenden die akkoord gaan.",
        "Zwijgen als de klant praat. Dat oefenen we op een leersessie.",
        "Wat vertelt de klant na vier weken?\nHoe vaak moest iemand opnieuw beginnen?",
        "Acht overdrachten in Polderkerke, want daar zitten de drie diensten in één straat.",
    ),
    ready=178,
    summary="Wie doorgestuurd wordt, haakt onderweg af. Doorverwijzen telt als afgewerkt in de "
    "registratie. We doen geen "
    "overdracht meer zonder een gesprek met drie: de persoon, wie hem kent, en wie overneemt.",
    started=166,
    iterations=(
        Tried(
            165,
            "Ilse",
            Plan(
                Fidelity.ROUGH,
                with_whom="Acht overdrachten in Polderkerke.",
                prediction="Zes van de acht zullen na vier weken zeggen dat ze wisten bij wie ze "
                "terecht konden. Bij "
                "twee zal het gesprek niet lukken door de agenda’s.",
                title="acht overdrachten",
            ),
            Seen(
                "Zeven gesprekken met drie, één aan de telefoon.",
                "Zeven mensen wisten bij wie ze terecht konden. Eén haakte af: de nieuwe begeleider was "
                "na twee weken weg.",
                "Meer dan half. De agenda’s waren het probleem niet, het personeel wel.",
                "Het gesprek werkt. Een wissel van personeel daarna maakt het weer stuk.",
            ),
            ended=96,
            outcome=IterationOutcome.ADAPT,
            follow_up="Opnieuw, nu met een tweede gezicht aan de nieuwe kant.",
        ),
        Tried(
            90,
            "Sofie",
            Plan(
                Fidelity.TRIAL,
                with_whom="Tien overdrachten, ook in Durmen.",
                prediction="Ook als iemand vertrekt, zal de klant na vier weken een naam noemen bij wie "
                "hij terecht kan.",
                title="met een tweede gezicht",
                plan="Twee mensen van de nieuwe dienst in het gesprek.",
            ),
            Seen("Zes van de tien gesprekken zijn geweest.", "Twee keer kwam de tweede niet opdagen."),
            until=-14,
        ),
    ),
)

RELAPSE = Tries(
    246,
    "Herval is geen weigering",
    "Geschorst zonder te weigeren",
    ("Nadia",),
    parts(
        "Bij elke opname, zolang het scherm maar twee antwoorden kent.",
        "Niet verschijnen wordt nu vanzelf verwerkt, ook bij opname. Eén bericht op dag twee houdt die "
        "verwerking tegen.",
        "De trekker stuurt op dag twee één bericht.\nDe bemiddelaar zet de afspraken op pauze.\n"
        "De trekker zegt ook wanneer de pauze stopt.",
        "Een afspraak met VDAB, en vervangers die ze kennen.",
        "Geen nieuwe. Wie vervangt, krijgt een kwartier uitleg van een collega.",
        "Hoeveel mensen werden geschorst tijdens een opname, telkens met hun verhaal?",
        "Vier mensen die al eens opgenomen werden en zelf zeggen dat ze dit willen.",
    ),
    ready=240,
    summary="Wie opgenomen is of hervalt, wordt verwerkt als iemand die weigert. We proberen één "
    "bericht van de trekker, en "
    "een pauze in plaats van een schorsing.",
    started=228,
    iterations=(
        Tried(
            226,
            "Nadia",
            Plan(
                Fidelity.PROTOTYPE,
                with_whom="Vier mensen.",
                prediction="Niemand van de vier wordt nog geschorst tijdens een opname.",
                title="één bericht op dag twee",
            ),
            Seen(
                "Drie opnames, drie berichten.",
                "Twee keer pauze, één keer toch een schorsing: de vervanger kende de afspraak niet.",
                "Bijna. Het bericht kwam toe, maar niet bij wie het moest weten.",
                "De afspraak stond in een verslag, niet in het werk.",
            ),
            ended=108,
            outcome=IterationOutcome.ADAPT,
            follow_up="Elke nieuwe collega krijgt de lopende afspraken in de eerste week mondeling.",
        ),
        Tried(
            6,
            "Nadia",
            Plan(
                Fidelity.TRIAL,
                with_whom="Zes mensen, en drie nieuwe collega’s.",
                prediction="Ook een vervanger zet de afspraken op pauze, zonder dat iemand erom moet vragen.",
                title="de eerste week van wie nieuw is",
            ),
            begun=False,
        ),
    ),
)
