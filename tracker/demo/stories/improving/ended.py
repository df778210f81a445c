"""What ended without spreading: stopped with what was learned, and back to the case."""

from tracker.demo.stories.improving.telling import At, Tried, Tries, parts
from tracker.learning.actions.iterations import Plan, Seen
from tracker.learning.rules.initiatives import Part
from tracker.learning.rules.iterations import Fidelity, IterationOutcome
from tracker.learning.rules.kinds import Recurrence

LUNCH_CALLS = Tries(
    69,
    "Elke woensdag een belhalfuur",
    "Wachten op elkaar",
    ("Jonas",),
    parts(
        "Elke week wacht er wel iemand op een antwoord van een ander van ons.",
        "Wie weet dat een ander op dat uur aan de telefoon zit, moet niet wachten op een mail.",
        "Elke woensdag van twaalf tot halfeen neemt elke dienst op.\nKorte vragen, meteen een antwoord.",
        "Een half uur per week, bij elke dienst iemand.",
        "Geen nieuwe.",
        "Hoeveel dagen wachtte iemand op een antwoord van ons?",
        "Drie diensten die veel mensen samen begeleiden.",
    ),
    ready=66,
    summary="Mensen wachten omdat wij op elkaar wachten. We proberen een vast half uur waarop elke "
    "dienst opneemt.",
    started=58,
    iterations=(
        Tried(
            57,
            "Jonas",
            Plan(
                Fidelity.ROUGH,
                with_whom="Drie diensten.",
                prediction="De helft van de vragen heeft dezelfde dag een antwoord.",
                title="drie diensten",
            ),
            Seen(
                "Vier woensdagen.",
                "Twee keer nam iedereen op. Op de andere woensdagen was er telkens iemand op huisbezoek.",
                "Nee.",
                "Een vast uur past niet bij wie onderweg is.",
            ),
            ended=38,
            outcome=IterationOutcome.ADAPT,
            follow_up="Een ander uur, en een vervanger per dienst.",
        ),
        Tried(
            37,
            "Jonas",
            Plan(
                Fidelity.ROUGH,
                with_whom="Dezelfde drie diensten.",
                prediction="Met een vervanger neemt elke dienst drie woensdagen op vier op.",
                title="met een vervanger",
            ),
            Seen(
                "Drie woensdagen.",
                "Er werd opgenomen, maar wie opnam kende de vraag niet.",
                "Ja, en het hielp niet.",
                "Bereikbaar zijn is niet hetzelfde als mogen beslissen.",
            ),
            ended=19,
            outcome=IterationOutcome.ABANDON,
        ),
    ),
    stopped=At(
        17,
        "Niet het uur was het probleem. Wie opneemt, mag vaak niet beslissen. Dat nemen we mee als "
        "vraag over ons mandaat.",
    ),
)

BACK = Tries(
    52,
    "Een briefje voor het containerpark",
    "Papier nodig om iets kleins te mogen doen",
    ("Ilse",),
    {
        Part.RECURRENCE: {
            "recurrence": Recurrence.ONE_OFF,
            "recurrence_reason": "Eén keer gezien. De gemeente kende het zelf niet.",
        }
    },
    back=At(
        49,
        "Iemand van ons gaat één keer mee en regelt het ter plaatse. Daar is geen nieuwe werking voor nodig.",
    ),
)
