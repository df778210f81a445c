"""What a higher package takes out of a workbook beside the cases, handed to the import by the application."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.comparing import HeldBeside, Status
from tracker.cases.exchange.fields import Kind
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.partnership.rules.roles import Viewer

Standing = Callable[[Viewer], Awaitable[Sequence[HeldBeside]]]


@dataclass(frozen=True, slots=True)
class Beside:
    """Kinds of rows of its own, and what it keeps in the same transaction once the cases are written.

    `keep` gives how many came in by name; `labels` says the names that are no kind in Dutch. `note` tells
    before anything is kept what will become of them, `then` where to go afterwards: labels and routes.
    `standing` gives what it holds already, so that a row that says the same is known.
    """

    kinds: tuple[Kind, ...]
    keep: Callable[[Landing], Awaitable[Mapping[str, int]]]
    labels: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    then: tuple[tuple[str, str], ...] = ()
    standing: Standing | None = None


def beside_of(
    kind: Kind,
    keep: Callable[[Viewer, Sequence[tuple[UUID, Any]]], Awaitable[Sequence[int | None]]],
    **rest: Any,
) -> Beside:
    """The rows of one kind for a package that knows nothing of cases.

    `keep` gets the new records, each with a key that the same row has every time, and gives the id of what
    each became; a row that became nothing is offered again the next time. Runs in the import's transaction.
    """

    async def kept(landing: Landing) -> Mapping[str, int]:
        rows = landing.comparison.of(kind.name, Status.NEW)
        ids = await keep(landing.viewer, [(landing.key(row), row.row.record) for row in rows]) if rows else ()
        came = [(row, id) for row, id in zip(rows, ids, strict=True) if id is not None]
        landing.became.update({row.row.identity: id for row, id in came})
        return {kind.name: len(came)}

    return Beside((kind,), kept, **rest)


async def standing_with(viewer: Viewer, beside: Sequence[Beside]) -> list[HeldBeside]:
    """What the higher packages hold already."""
    return [one for each in beside if each.standing for one in await each.standing(viewer)]


def kinds_with(beside: Sequence[Beside]) -> tuple[Kind, ...]:
    """Everything that is read: the cases first, for the others may name them."""
    return (*CASE_KINDS, *(kind for each in beside for kind in each.kinds))


def labels_with(beside: Sequence[Beside]) -> dict[str, str]:
    """How a screen calls everything that can come in."""
    labels = {kind.name: kind.label for kind in kinds_with(beside)}
    return labels | {name: label for each in beside for name, label in each.labels.items()}
