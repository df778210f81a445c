"""Improvement initiatives: their parts, their states, and what may happen to them when (L10, L12).

draft -> ready -> started -> stable -> spread; stopping is a normal end from anywhere, and what happened only
once goes back to its case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.learning.rules.iterations import IterationOutcome
from tracker.learning.rules.kinds import Recurrence
from tracker.problems import Refusal

LONGEST_NAME = 120
LONGEST_SUMMARY = 1500


class InitiativeState(StrEnum):
    """The life of an initiative; abandoning it is a normal end, with what was learned."""

    DRAFT = "draft"
    READY = "ready"
    STARTED = "started"
    STABLE = "stable"
    SPREAD = "spread"
    ABANDONED = "abandoned"
    BACK_TO_CASE = "back_to_case"


INITIATIVE_STATE_NAMES = {
    InitiativeState.DRAFT: "in voorbereiding",
    InitiativeState.READY: "klaar om te beslissen",
    InitiativeState.STARTED: "loopt",
    InitiativeState.STABLE: "stabiel",
    InitiativeState.SPREAD: "verspreid",
    InitiativeState.ABANDONED: "gestopt, met wat we leerden",
    InitiativeState.BACK_TO_CASE: "terug naar de casus",
}

# In the order of a list: what moves first, what ended last.
LISTED = (
    InitiativeState.STARTED,
    InitiativeState.READY,
    InitiativeState.DRAFT,
    InitiativeState.STABLE,
    InitiativeState.SPREAD,
    InitiativeState.ABANDONED,
    InitiativeState.BACK_TO_CASE,
)
OVER = (InitiativeState.ABANDONED, InitiativeState.BACK_TO_CASE)
PREPARING = (InitiativeState.DRAFT, InitiativeState.READY)


class Part(StrEnum):
    """What must stand in an initiative before it can be decided (L10)."""

    PATTERN = "pattern"
    RECURRENCE = "recurrence"
    CAUSE = "cause"
    WHY = "why"
    PROCESS = "process"
    REQUIREMENTS = "requirements"
    EVALUATION = "evaluation"
    SMALL_GROUP = "small_group"


PART_NAMES = {
    Part.PATTERN: "Het patroon en de woorden",
    Part.RECURRENCE: "Komt dit voorspelbaar terug?",
    Part.CAUSE: "De oorzaak",
    Part.WHY: "Waarom zou dit werken?",
    Part.PROCESS: "Hoe het beter loopt",
    Part.REQUIREMENTS: "Wat is nodig om te starten en vol te houden?",
    Part.EVALUATION: "Hoe kijken we of het helpt?",
    Part.SMALL_GROUP: "Eerste kleine groep",
}

FIELDS_OF = {
    Part.PATTERN: ("patterns",),
    Part.RECURRENCE: ("recurrence", "recurrence_reason"),
    Part.CAUSE: ("causes",),
    Part.WHY: ("why_it_works",),
    Part.PROCESS: ("better_process",),
    Part.REQUIREMENTS: ("requirements", "competences"),
    Part.EVALUATION: ("evaluation",),
    Part.SMALL_GROUP: ("small_group",),
}

FIELD_NAMES = {
    "name": "naam",
    "patterns": "patronen",
    "recurrence": "komt het voorspelbaar terug",
    "recurrence_reason": "waaraan we dat zien",
    "causes": "oorzaken",
    "why_it_works": "waarom dit zou werken",
    "better_process": "hoe het beter loopt",
    "requirements": "wat nodig is",
    "competences": "nieuwe competenties",
    "evaluation": "hoe we kijken of het helpt",
    "small_group": "eerste kleine groep",
    "summary": "samenvatting voor andere partnerschappen",
}


class Task(StrEnum):
    """How far a part, or what comes after it, is."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    DONE = "done"
    NOT_YET = "not_yet"


TASK_NAMES = {
    Task.NOT_BEGUN: "nog niet begonnen",
    Task.BEGUN: "begonnen",
    Task.DONE: "klaar",
    Task.NOT_YET: "kan nog niet",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the parts of an initiative; `unfinished` are parts that their writer goes on with."""

    patterns: int = 0
    recurrence: Recurrence = Recurrence.NOT_JUDGED
    recurrence_reason: str = ""
    causes: int = 0
    why_it_works: str = ""
    better_process: str = ""
    requirements: str = ""
    competences: str = ""
    evaluation: str = ""
    small_group: str = ""
    unfinished: frozenset[Part] = frozenset()


def tasks(written: Written) -> Mapping[Part, Task]:
    """How far each part is: begun while something of it is missing, or while its writer says so."""
    holds: dict[Part, tuple[object, ...]] = {
        Part.PATTERN: (written.patterns,),
        Part.RECURRENCE: (written.recurrence, written.recurrence_reason.strip()),
        Part.CAUSE: (written.causes,),
        Part.WHY: (written.why_it_works.strip(),),
        Part.PROCESS: (written.better_process.strip(),),
        Part.REQUIREMENTS: (written.requirements.strip(), written.competences.strip()),
        Part.EVALUATION: (written.evaluation.strip(),),
        Part.SMALL_GROUP: (written.small_group.strip(),),
    }
    return {part: _task(values, part in written.unfinished) for part, values in holds.items()}


def _task(values: tuple[object, ...], unfinished: bool) -> Task:
    if not any(values):
        return Task.NOT_BEGUN
    return Task.DONE if all(values) and not unfinished else Task.BEGUN


def missing(written: Written) -> tuple[Part, ...]:
    """The parts that are not done."""
    return tuple(part for part, task in tasks(written).items() if task is not Task.DONE)


@dataclass(frozen=True, slots=True)
class Facts:
    """An initiative as its rules look at it.

    `missing`: parts that are not done. `outcomes`: how its iterations ended, in their order. `running`: the
    number of an iteration that is being tried, `planned` of one that is only predicted. `changed_on`: the
    last day on which a part changed.
    """

    state: InitiativeState
    missing: tuple[Part, ...] = ()
    one_off: bool = False
    offered: bool = False
    outcomes: tuple[IterationOutcome, ...] = ()
    running: int | None = None
    planned: int | None = None
    decided_on: date | None = None
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between ready and started (L10), as the packages above gathered it.

    `decided_on`: the day of the team's decision, `by_consent` whether it was taken by consent.
    `arguments_until`: the last day on which who was absent may still bring an argument that reopens.
    `on_agenda`: it stood or stands on an agenda of the board. `offered`: other partnerships could answer.
    """

    decided_on: date | None = None
    by_consent: bool = False
    arguments_until: date | None = None
    on_agenda: bool = False
    offered: bool = False


def why_not_name(name: str) -> Refusal | None:
    """The first reason not to call an initiative this, or None."""
    if not name.strip():
        return Refusal("Geef het initiatief een naam, in gewone woorden.", "name")
    return None


def why_not_make(*, works_on_waste: bool) -> Refusal | None:
    """Why an initiative cannot begin from this pattern, or None: it begins where something goes wrong."""
    if not works_on_waste:
        return Refusal("Begin van een patroon van faalvragen of van verspilling.", "pattern")
    return None


def why_not_write(facts: Facts) -> Refusal | None:
    """Why nothing of the parts can change any more, or None while it can."""
    if facts.state not in PREPARING:
        return Refusal("Wat beslist is, blijft staan. Wat anders moet, leer je in een iteratie.")
    if facts.decided_on is not None:
        return Refusal("Het team besliste hierover. Wat anders moet, leg je opnieuw voor.")
    return None


def why_not_ready(facts: Facts) -> Refusal | None:
    """The first reason why an initiative cannot be decided yet, or None (L10)."""
    if facts.state is not InitiativeState.DRAFT:
        return Refusal("Dit initiatief is niet meer in voorbereiding.")
    if facts.missing:
        names = ", ".join(f"‘{PART_NAMES[part]}’" for part in facts.missing)
        return Refusal(f"Nog niet klaar: {names}.")
    return None


def why_not_offer(facts: Facts, summary: str) -> Refusal | None:
    """The first reason not to offer an initiative to other partnerships, or None (L13)."""
    if facts.state in OVER:
        return Refusal("Dit initiatief is gestopt. Er valt niets meer voor te leggen.")
    if facts.state is InitiativeState.DRAFT:
        return Refusal("Werk eerst de delen af, dan weten anderen waarover het gaat.")
    if not summary.strip():
        return Refusal("Schrijf wat andere partnerschappen lezen.", "summary")
    return None


def why_not_start(facts: Facts, gate: Gate, today: date) -> Refusal | None:
    """The first reason why an initiative cannot start now, or None (L10).

    It takes a decision of the team, by consent and no other form, about the text as it stands; who was absent
    has had the time to bring an argument; the board has it on an agenda; others could answer.
    """
    if facts.state is not InitiativeState.READY or facts.missing:
        return Refusal("Alleen wat klaar is om te beslissen, kan starten.")
    if gate.decided_on is None:
        return Refusal("Het team besliste hier nog niet over.")
    if not gate.by_consent:
        return Refusal("Een verbeterinitiatief start alleen na consent van het team.")
    if facts.changed_on and facts.changed_on > gate.decided_on:
        return Refusal("Er veranderde iets na het besluit. Leg het opnieuw voor aan het team.")
    if gate.arguments_until and today <= gate.arguments_until:
        return Refusal("Wie er niet bij was, kan nog een argument brengen. Wacht tot die dag voorbij is.")
    if not gate.on_agenda:
        return Refusal("Dit stond nog niet op een agenda van de bestuursraad.")
    if not (gate.offered and facts.offered):
        return Refusal("Leg het eerst voor aan andere partnerschappen. Je hoeft niet op antwoord te wachten.")
    return None


def why_not_stable(facts: Facts, evidence: str, reason: str) -> Refusal | None:
    """The first reason not to call an initiative stable, or None (L12).

    Typically after several iterations; after one only with a reason. The last one ended in taking it over.
    """
    if refusal := why_no_stability(facts):
        return refusal
    if not evidence.strip():
        return Refusal("Schrijf waaraan jullie zien dat het standhoudt.", "evidence")
    if len(facts.outcomes) == 1 and not reason.strip():
        return Refusal("Na één iteratie is dit vroeg. Schrijf waarom het toch al stabiel is.", "reason")
    return None


def why_no_stability(facts: Facts) -> Refusal | None:
    """The same, before anything is written about it."""
    if facts.state is not InitiativeState.STARTED:
        return Refusal("Alleen een initiatief dat loopt, kan stabiel worden.")
    if facts.running is not None:
        return Refusal(f"Iteratie {facts.running} loopt nog. Sluit die eerst af.")
    if not facts.outcomes:
        return Refusal("Er is nog geen iteratie afgesloten.")
    if facts.outcomes[-1] is not IterationOutcome.ADOPT:
        return Refusal("De laatste iteratie eindigde niet met overnemen. Probeer eerst nog eens.")
    return None


def why_not_spread(facts: Facts, how: str) -> Refusal | None:
    """The first reason not to spread an initiative, or None: only what is stable spreads (L12)."""
    if refusal := why_no_spreading(facts):
        return refusal
    if not how.strip():
        return Refusal("Schrijf hoe dit bij de hele doelgroep komt.", "how")
    return None


def why_no_spreading(facts: Facts) -> Refusal | None:
    """The same, before anything is written about it."""
    if facts.state is InitiativeState.SPREAD:
        return Refusal("Dit is al verspreid.")
    if facts.state is not InitiativeState.STABLE:
        return Refusal("Alleen wat stabiel is, verspreid je.")
    return None


def why_not_abandon(facts: Facts, learned: str) -> Refusal | None:
    """The first reason not to stop an initiative, or None: stopping is normal, with what was learned."""
    if refusal := why_no_stopping(facts):
        return refusal
    if not learned.strip():
        return Refusal("Schrijf wat jullie hieruit leerden. Dat is de opbrengst van stoppen.", "learned")
    return None


def why_no_stopping(facts: Facts) -> Refusal | None:
    """The same, before anything is written about it."""
    if facts.state in OVER:
        return Refusal("Dit initiatief is al gestopt.")
    if facts.running is not None:
        return Refusal(f"Iteratie {facts.running} loopt nog. Sluit die eerst af met wat jullie leerden.")
    return None


def why_not_back(facts: Facts, reason: str) -> Refusal | None:
    """The first reason not to send an initiative back to the case it came from, or None.

    Only what was judged to happen once goes back, and only before it runs.
    """
    if refusal := why_no_way_back(facts):
        return refusal
    if not reason.strip():
        return Refusal("Schrijf wat er in de casus nog moet gebeuren, zonder de casus te noemen.", "learned")
    return None


def why_no_way_back(facts: Facts) -> Refusal | None:
    """The same, before anything is written about it."""
    if facts.state not in PREPARING:
        return Refusal("Alleen wat nog niet loopt, kan terug naar de casus.")
    if not facts.one_off:
        return Refusal("Alleen wat eenmalig is, gaat terug naar de casus.")
    return None


def why_not_observe(facts: Facts, text: str, seen_on: date, today: date) -> Refusal | None:
    """The first reason not to note what was seen, or None: once it is stable we keep looking."""
    if refusal := why_no_observing(facts):
        return refusal
    if not text.strip():
        return Refusal("Schrijf wat jullie zagen.", "text")
    if seen_on > today:
        return Refusal("Kies vandaag of een dag die voorbij is.", "seen_on")
    return None


def why_no_observing(facts: Facts) -> Refusal | None:
    """The same, before anything is written about it."""
    if facts.state not in (InitiativeState.STABLE, InitiativeState.SPREAD):
        return Refusal("Wat je ziet terwijl het loopt, hoort bij de iteratie.")
    return None
