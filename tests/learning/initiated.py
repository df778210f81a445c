"""Initiatives in every state, for the tests about deciding and changing."""

from uuid import uuid4

from tests.learning.words import a_pattern
from tracker import clock
from tracker.learning.actions import initiatives, iterations, offers
from tracker.learning.actions.causes import Naming, name_cause
from tracker.learning.actions.initiatives import NewInitiative
from tracker.learning.actions.iterations import Ending, Plan, Seen
from tracker.learning.queries.initiatives import initiative_for
from tracker.learning.rules.initiatives import Gate, Part
from tracker.learning.rules.iterations import Fidelity, IterationOutcome
from tracker.learning.rules.kinds import CauseKind, PatternKind, Recurrence

TEXTS = {
    Part.RECURRENCE: {"recurrence": Recurrence.PREDICTABLE, "recurrence_reason": "Acht kwartalen op rij."},
    Part.WHY: {"why_it_works": "Wie het al heeft, moet het niet vragen."},
    Part.PROCESS: {"better_process": "Eén map waar iedereen in kijkt."},
    Part.REQUIREMENTS: {
        "requirements": "Een gedeelde map.",
        "competences": "Leren delen; vorming door VDAB.",
    },
    Part.EVALUATION: {"evaluation": "Moet iemand nog iets opnieuw geven?"},
    Part.SMALL_GROUP: {"small_group": "Zes mensen van donderdag."},
}

PLAN = Plan(
    Fidelity.PROTOTYPE, with_whom="Zes mensen.", prediction="Hoogstens één keer opnieuw.", title="met map"
)
SEEN = Seen("Map gemaakt.", "Bij vier niets meer opnieuw.", "Half.", "De map is niet het punt.")
SUMMARY = "Eén map per persoon, zodat niemand iets twee keer moet geven."


def gate(**otherwise) -> Gate:
    """A gate that is open: decided by consent today, on the agenda, offered."""
    return Gate(
        **{
            "decided_on": clock.today(),
            "by_consent": True,
            "on_agenda": True,
            "offered": True,
            **otherwise,
        }
    )


async def drafted(cast, name: str = "Eén map", *, who=None, kind=PatternKind.FAILURE_DEMAND) -> int:
    """An initiative of An about a pattern with a cause."""
    viewer = await (who or cast.an).viewer()
    pattern = await a_pattern(cast, f"Attest bij {name}", kind=kind)
    await name_cause(
        viewer, uuid4(), pattern, Naming(CauseKind.MISMATCH, "Elke dienst bewaart apart en vraagt apart.")
    )
    return await initiatives.make(viewer, uuid4(), NewInitiative(name, pattern))


async def written(cast, name: str = "Eén map") -> int:
    """The same, with every part done."""
    made, viewer = await drafted(cast, name), await cast.an.viewer()
    for part, values in TEXTS.items():
        await initiatives.fill(viewer, made, part, values)
    return made


async def ready(cast, name: str = "Eén map") -> int:
    made = await written(cast, name)
    await initiatives.ready(await cast.an.viewer(), made)
    return made


async def offered(cast, name: str = "Eén map") -> int:
    made = await ready(cast, name)
    await offers.offer(await cast.an.viewer(), made, SUMMARY)
    return made


async def started(cast, name: str = "Eén map") -> int:
    made = await offered(cast, name)
    await initiatives.start(await cast.an.viewer(), made, gate())
    return made


async def tried(cast, made: int, outcome=IterationOutcome.ADOPT, **said) -> int:
    """One iteration from prediction to end; its number."""
    an = await cast.an.viewer()
    number = await iterations.plan(an, made, uuid4(), PLAN)
    await iterations.begin(an, made, number)
    await iterations.end(an, made, number, Ending(outcome, clock.today(), "Heel het team.", SEEN))
    return number


async def stable(cast, name: str = "Eén map") -> int:
    made = await started(cast, name)
    await tried(cast, made, IterationOutcome.ADAPT)
    await tried(cast, made)
    await initiatives.call_stable(await cast.an.viewer(), made, "Twee keer hetzelfde gezien.")
    return made


async def spread(cast, name: str = "Eén map") -> int:
    made = await stable(cast, name)
    await initiatives.spread(await cast.an.viewer(), made, "Iedereen krijgt een map.")
    return made


async def seen_by(member, made: int):
    return await initiative_for(await member.viewer(), made)
