"""What a story of an initiative is made of; `ago` counts days before today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.learning.actions.iterations import Plan, Seen
from tracker.learning.rules.initiatives import Part
from tracker.learning.rules.iterations import IterationOutcome
from tracker.learning.rules.kinds import Recurrence
from tracker.learning.rules.offers import Adoption, OfferAnswer


@dataclass(frozen=True, slots=True)
class At:
    """Something said on a day."""

    ago: int
    text: str


@dataclass(frozen=True, slots=True)
class Remarks:
    ago: int
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One iteration: planned, perhaps begun, perhaps ended."""

    planned: int
    who: str
    plan: Plan
    seen: Seen = field(default_factory=Seen)
    begun: bool = True
    until: int | None = None
    ended: int | None = None
    outcome: IterationOutcome | None = None
    follow_up: str = ""


@dataclass(frozen=True, slots=True)
class Tries:
    """An initiative, as far as it came."""

    ago: int
    name: str
    pattern: str
    carriers: tuple[str, ...]
    parts: Mapping[Part, Mapping[str, Any]]
    unfinished: frozenset[Part] = frozenset()
    ready: int | None = None
    summary: str = ""
    started: int | None = None
    iterations: tuple[Tried, ...] = ()
    stable: At | None = None
    spread: At | None = None
    observed: tuple[At, ...] = ()
    stopped: At | None = None
    back: At | None = None
    remarks: tuple[Remarks, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What the other partnership says of an initiative of this name."""

    ago: int
    who: str
    name: str
    answer: OfferAnswer
    remark: str = ""
    adoption: Adoption | None = None


def parts(
    recurring: str,
    why: str,
    process: str,
    requirements: str,
    competences: str,
    evaluation: str,
    small_group: str,
) -> dict[Part, dict[str, Any]]:
    """The parts of an initiative that works on something that comes back, whole."""
    return {
        Part.RECURRENCE: {"recurrence": Recurrence.PREDICTABLE, "recurrence_reason": recurring},
        Part.WHY: {"why_it_works": why},
        Part.PROCESS: {"better_process": process},
        Part.REQUIREMENTS: {"requirements": requirements, "competences": competences},
        Part.EVALUATION: {"evaluation": evaluation},
        Part.SMALL_GROUP: {"small_group": small_group},
    }
