"""What waits for the team, and what is still being written."""

from tracker.demo.stories.improving.telling import Remarks, Tries, parts
from tracker.learning.rules.initiatives import Part
from tracker.learning.rules.kinds import Recurrence

ONE_NUMBER = Tries(
    30,
    "Eén nummer dat opneemt",
    "Niemand te bereiken",
    ("Marieke", "Bram"),
    parts(
        "Elke week hoort iemand van ons dit.",
        "Mensen bellen naar wie ze kennen. Als dat nummer doorschakelt naar wie er wel is, en die de "
        "map kan lezen, is er "
        "altijd iemand die iets weet.",
        "Elke trekker schakelt zijn nummer door als hij weg is.\nWie opneemt, zegt zijn naam en belt "
        "dezelfde dag terug.",
        "Toestellen die kunnen doorschakelen, en een beurtrol.",
        "Opnemen voor iemand die je niet kent. Jeugdwerk Zuid doet dat al en toont het.",
        "Wat zeggen mensen over bellen?\nHoe vaak belde iemand twee keer voor hetzelfde?",
        "De mensen van twee trekkers die in december vakantie nemen.",
    ),
    ready=16,
    summary="Bellen lukt niet, of komt bij de verkeerde uit. We willen dat het nummer dat iemand kent, "
    "altijd uitkomt bij "
    "iemand die iets weet.",
)

INTERPRETER = Tries(
    22,
    "Telefoontolk vanaf de eerste dag",
    "Brief niet te begrijpen",
    ("Sofie", "Marieke"),
    {
        Part.RECURRENCE: {
            "recurrence": Recurrence.PREDICTABLE,
            "recurrence_reason": "Bij elke beslissing vertrekt er een brief, en elk kwartaal begrijpt "
            "iemand die niet.",
        },
        Part.WHY: {
            "why_it_works": "Wie het meteen in de eigen taal hoort, moet niet wachten tot een kind van "
            "school komt om te "
            "tolken."
        },
        Part.PROCESS: {"better_process": "Bij het eerste gesprek bellen we een tolk."},
    },
    unfinished=frozenset({Part.PROCESS}),
    remarks=(
        Remarks(20, "Dirk", "Vraag eerst of iemand een tolk wil. Niet iedereen wil een vreemde erbij."),
    ),
)
