"""What a higher package takes out of a workbook beside the cases, handed to the import by the application."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.fields import Kind
from tracker.cases.exchange.kinds import CASE_KINDS


@dataclass(frozen=True, slots=True)
class Beside:
    """Kinds of rows of its own, and what it keeps in the same transaction once the cases are written.

    `keep` gives how many came in by name; `labels` says the names that are no kind in Dutch. `note` tells
    before anything is kept what will become of them, `then` where to go afterwards: labels and routes.
    """

    kinds: tuple[Kind, ...]
    keep: Callable[[Landing], Awaitable[Mapping[str, int]]]
    labels: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    then: tuple[tuple[str, str], ...] = ()


def kinds_with(beside: Sequence[Beside]) -> tuple[Kind, ...]:
    """Everything that is read: the cases first, for the others may name them."""
    return (*CASE_KINDS, *(kind for each in beside for kind in each.kinds))


def labels_with(beside: Sequence[Beside]) -> dict[str, str]:
    """How a screen calls everything that can come in."""
    labels = {kind.name: kind.label for kind in kinds_with(beside)}
    return labels | {name: label for each in beside for name, label in each.labels.items()}
