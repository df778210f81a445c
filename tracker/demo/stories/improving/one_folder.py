"""One folder, asked once: stable after two iterations, and taken over elsewhere."""

from tracker.demo.stories.improving.telling import At, Remarks, Tried, Tries, parts
from tracker.learning.actions.iterations import Plan, Seen
from tracker.learning.rules.iterations import Fidelity, IterationOutcome

ONE_FOLDER = Tries(
    296,
    "Eén map, één keer vragen",
    "Attest opnieuw bezorgen",
    ("Bram", "Nadia"),
    parts(
        "Elk kwartaal opnieuw, telkens bij een andere dienst.",
        "De vraag is telkens dezelfde. Als één trekker de papieren bewaart en iedereen eerst de trekker "
        "belt, hoeft "
        "niemand ze nog eens te geven. Dat raakt de oorzaak: we weten niet wat een ander al heeft.",
        "De klant stelt de map samen met de trekker.\nPartners bellen eerst de trekker, en die geeft "
        "alleen wat de "
        "klant per blad vrijgaf.\nEen adres staat nooit in de map.",
        "Een blad waarop iemand per papier zegt wie het mag zien, en de afspraak om eerst te bellen.",
        "Weten wat je mag delen: een halve dag vorming bij het OCMW van Waasdorp, twee uur per partner.",
        "Moet iemand nog iets opnieuw geven, in eigen woorden?\nHeeft iemand spijt van delen?",
        "Zes mensen bij zes trekkers, die er zelf om vroegen. Elke trekker hoogstens één.",
    ),
    ready=290,
    summary="Mensen geven dezelfde papieren aan elke partner opnieuw, want elke dienst bewaart en "
    "vraagt apart. "
    "We proberen één map per persoon, bij één trekker. Partners bellen eerst de trekker. De persoon "
    "beslist per blad.",
    started=280,
    iterations=(
        Tried(
            280,
            "Nadia",
            Plan(
                Fidelity.PROTOTYPE,
                with_whom="Zes mensen, elk bij een andere trekker.",
                prediction="Binnen drie maanden zullen deze zes mensen hoogstens nog één keer iets "
                "opnieuw moeten "
                "geven. We denken dat het bij overdracht tussen gemeenten zal mislopen.",
                title="prototype met zes mensen",
                plan="Zes papieren mappen, telkens samen met de klant samengesteld.",
            ),
            Seen(
                "Zes mappen gemaakt. Eén klant haalde er zelf twee bladen uit; dat mocht.",
                "Bij vier mensen niets meer opnieuw. Bij twee wel. Niet de gemeentegrens was het "
                "probleem, wel een "
                "collega die van niets wist.",
                "Half. Het aantal wel, de plaats niet.",
                "De map werkt waar mensen elkaar kennen. Wie vervangt, kent de map niet. De map is dus "
                "niet het punt.",
            ),
            ended=189,
            outcome=IterationOutcome.ADAPT,
            follow_up="Ronde twee met een kaartje voor vervangers, en donderdag als vaste dag.",
        ),
        Tried(
            185,
            "Bram",
            Plan(
                Fidelity.TRIAL,
                with_whom="Dezelfde zes, en elf nieuwe.",
                prediction="Ook wie vervangt zal eerst de trekker bellen, als het kaartje bovenaan de "
                "map ligt.",
                title="met kaartje voor vervangers",
                plan="Een kaartje bovenaan elke map. Eerste zin: de klant beslist wat erin zit.",
            ),
            Seen(
                "Kaartjes gelegd, donderdag als vaste dag.",
                "Drie keer nog iets opnieuw gevraagd. Eén keer was de map niet gedeeld. Eén keer lag "
                "het blad er: "
                "uit de map gehaald, vijf minuten.",
                "Ja, op één keer na.",
                "Het kaartje helpt wie nieuw is. Wie op donderdag niet werkt, moet het ergens anders horen.",
            ),
            ended=66,
            outcome=IterationOutcome.ADOPT,
            follow_up="Heel het team.",
        ),
    ),
    stable=At(
        60,
        "Vier maanden na elkaar moest bijna niemand nog iets opnieuw geven, ook niet toen er drie "
        "vervangers waren. "
        "Niemand zei spijt te hebben van delen.",
    ),
    spread=At(
        52, "Iedereen die begint, krijgt de map aangeboden. Nieuwe collega’s horen het in hun eerste week."
    ),
    observed=(
        At(34, "Een school vroeg toch nog eens een attest. Een vervanger kende de map niet."),
        At(9, "Een gezinsblad gevraagd voor de speelpleinwerking: uit de map gehaald, vijf minuten."),
    ),
    remarks=(
        Remarks(
            288, "Dirk", "Wie beslist wat in de map zit? Dat moet de persoon zelf zijn. Zet dat bovenaan."
        ),
    ),
)
