"""The minutes of a session: a first text from what was filled in, and the seal on the last one (L4)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.learning.rules.kinds import FORMAT_NAMES, STEP_KIND_NAMES, Format, StepKind


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step of a journey as the minutes tell it."""

    happened_on: date | None
    what: str
    kind: StepKind
    waited: int


@dataclass(frozen=True, slots=True)
class ToTell:
    """What was filled in before and during a session."""

    question: str
    format: Format
    facilitator: str
    present: Sequence[str]
    target_group: Sequence[str]
    cases: Sequence[tuple[str, str]]
    check_in: Sequence[str] = ()
    journeys: Mapping[str, Sequence[StepTold]] = field(default_factory=dict)
    answers: Sequence[tuple[str, str]] = ()
    groups: Mapping[str, Sequence[str]] = field(default_factory=dict)
    minute_taker: str = ""


def draft_of(told: ToTell) -> str:
    """A first text of the minutes, to be edited by people before it freezes.

    Cases by code only; what was said in the round at the start without who said it.
    """
    seat = ", ".join(told.target_group) or "lege stoel"
    parts = [
        f"Vraag: {told.question}",
        f"Vorm: {FORMAT_NAMES[told.format]}. Begeleiding: {told.facilitator}."
        + (f" Verslag: {told.minute_taker}." if told.minute_taker else ""),
        f"Aanwezig: {', '.join(told.present) or 'niet genoteerd'}. Doelgroep: {seat}.",
    ]
    if told.cases:
        parts.append("Gekozen casussen:\n" + "\n".join(f"- {code}: {why}" for code, why in told.cases))
    if told.check_in:
        parts.append("Bij het begin:\n" + "\n".join(f"- {words}" for words in told.check_in))
    for code, steps in told.journeys.items():
        lines = [_step(number, step) for number, step in enumerate(steps, start=1)]
        parts.append(f"De reis van {code}:\n" + "\n".join(lines))
    parts += [f"{question}\n{answer}" for question, answer in told.answers]
    for group, cards in told.groups.items():
        name = f"Kaarten over ‘{group}’" if group else "Kaarten zonder groep"
        parts.append(f"{name}:\n" + "\n".join(f"- {words}" for words in cards))
    return "\n\n".join(parts)


def _step(number: int, step: StepTold) -> str:
    waited = f", {step.waited} {'dag' if step.waited == 1 else 'dagen'} gewacht" if step.waited else ""
    return f"{number}. {step.what} ({STEP_KIND_NAMES[step.kind]}{waited})"


def seal_of(minutes: str) -> str:
    """The SHA-256 of the minutes as they froze, in UTF-8, as 64 hexadecimal signs."""
    return hashlib.sha256(minutes.encode()).hexdigest()
