"""The minutes of a meeting: a first text from what was noted; and what is agreed in one (B12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.board.rules.kinds import DECISION_FORM_NAMES, PURPOSE_NAMES, DecisionForm, Purpose
from tracker.problems import Refusal


@dataclass(frozen=True, slots=True)
class ItemTold:
    """An agenda item as the minutes tell it."""

    title: str
    purpose: Purpose
    outcome: str
    decision_form: DecisionForm | None = None
    consent_here: str = ""
    actions: Sequence[str] = ()
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ToTell:
    """What was noted in a meeting."""

    name: str
    held_on: str
    facilitator: str
    present: Sequence[str]
    away: Sequence[str]
    target_group: Sequence[str]
    items: Sequence[ItemTold]
    actions: Sequence[str] = ()


def draft_of(told: ToTell) -> str:
    """A first text of the minutes, to be edited by people before it freezes."""
    parts = [
        f"{told.name} van {told.held_on}. Gespreksleider: {told.facilitator}.",
        f"Aanwezig: {', '.join(told.present) or 'niet genoteerd'}."
        + (f" Meldden zich af: {', '.join(told.away)}." if told.away else ""),
        f"Zetel doelgroep: {', '.join(told.target_group) or 'leeg'}.",
    ]
    for number, item in enumerate(told.items, start=1):
        parts.append("\n".join(_lines(number, item)))
    if told.actions:
        parts.append("Andere afspraken\n" + "\n".join(f"- {action}" for action in told.actions))
    return "\n\n".join(parts)


def _lines(number: int, item: ItemTold) -> list[str]:
    form = f", {DECISION_FORM_NAMES[item.decision_form]}" if item.decision_form else ""
    lines = [f"{number}. {item.title} ({PURPOSE_NAMES[item.purpose]}{form})"]
    lines += [item.outcome] if item.outcome.strip() else []
    lines += [f"Ook hier consent? {item.consent_here}"] if item.consent_here else []
    lines += [f"- {action}" for action in item.actions]
    lines += [f"Terugkoppeling: {item.feedback}"] if item.feedback else []
    return lines


def action_told(what: str, who: str, due_on: str) -> str:
    """Who does what by when, in a line."""
    return f"{what} ({', '.join(part for part in (who, f'tegen {due_on}' if due_on else '') if part)})"


def why_not_agree(
    what: str, *, person: int | None, known: Sequence[int], due_on: date | None, today: date
) -> Refusal | None:
    """Why an action item cannot be kept so; None when it can: what, who, and by when."""
    if not what.strip():
        return Refusal("Schrijf wat er gebeurt.", "what")
    if person is None or person not in known:
        return Refusal("Kies wie dit doet.", "person")
    if due_on is None:
        return Refusal("Kies tegen wanneer.", "due_on")
    if due_on < today:
        return Refusal("Deze dag is al voorbij.", "due_on")
    return None
