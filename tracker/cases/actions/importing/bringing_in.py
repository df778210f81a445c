"""The one transaction in which everything new of a workbook is written, or nothing."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.cases.actions.importing.beside import Beside, standing_with
from tracker.cases.actions.importing.cases import add_cases
from tracker.cases.actions.importing.demands import add_stars, add_value_demands
from tracker.cases.actions.importing.inserting import insert_all
from tracker.cases.actions.importing.keeping_up import keep_all_up
from tracker.cases.actions.importing.landing import Landing, add_missing_steps, look_up_held, prepare
from tracker.cases.actions.importing.records import (
    add_agreements,
    add_assessments,
    add_failure_demands,
    add_interactions,
    add_purposes,
    add_reviews,
    add_scores,
)
from tracker.cases.actions.importing.updating import update_changed
from tracker.cases.exchange.comparing import ComparedRow, Status
from tracker.cases.exchange.corrections import Place
from tracker.cases.exchange.kinds.assessments import ASSESSMENTS
from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.reading import Reading
from tracker.cases.queries.importing import compared, known_to
from tracker.cases.tables import ImportedRow
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Choices:
    """What the coordinator decided beyond the rows themselves."""

    add_value_steps: bool = False
    update: frozenset[Place] = frozenset()
    """Changed rows that may change the record they became; the others are left."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in: how many records per kind, how many were corrected, which value steps were added.

    `beside` counts what higher packages took out of these records besides, by name.
    `refused` are changed rows that a rule kept from correcting anything, as on an ended case.
    """

    added: Mapping[str, int]
    changed: int = 0
    refused: tuple[Place, ...] = ()
    value_steps: tuple[str, ...] = ()
    beside: Mapping[str, int] = field(default_factory=dict)


# What others refer to comes first.
WRITERS: Mapping[str, Callable[[Landing], Awaitable[int]]] = {
    "purposes": add_purposes,
    "value_demands": add_value_demands,
    "scores": add_scores,
    "stars": add_stars,
    "failure_demands": add_failure_demands,
    "interactions": add_interactions,
    "reviews": add_reviews,
    "agreements": add_agreements,
    "assessments": add_assessments,
}


async def bring_in(
    viewer: Viewer,
    reading: Reading,
    choices: Choices | None = None,
    *,
    beside: Sequence[Beside] = (),
    last: Callable[[Brought], Awaitable[None]] | None = None,
) -> Brought:
    """Write every row that can be kept and did not come in before.

    What higher packages take out of the file, and `last`, belong to the same transaction.
    """
    choices = choices or Choices()
    async with writing():
        await one_at_a_time("workbook", viewer.partnership_id or 0)
        await one_at_a_time("case numbers", viewer.partnership_id or 0)
        standing = await standing_with(viewer, beside)
        landing = await prepare(viewer, await compared(viewer, reading, await known_to(viewer), standing))
        steps: list[str] = []
        if choices.add_value_steps:
            named = (row.row.record.value_step for row in landing.comparison.of(ASSESSMENTS.name, Status.NEW))
            steps = await add_missing_steps(landing, named)
        added = {CASES.name: await add_cases(landing)}
        await look_up_held(landing)
        for kind, write in WRITERS.items():
            added[kind] = await write(landing)
        taken: dict[str, int] = {}
        for each in beside:
            taken |= await each.keep(landing)
        added |= {kind.name: taken.pop(kind.name, 0) for each in beside for kind in each.kinds}
        changed, refused = await update_changed(landing, choices.update)
        await _remember(landing)
        opened = {landing.became[row.row.identity] for row in landing.comparison.of(CASES.name, Status.NEW)}
        await keep_all_up(landing, opened)
        if any(added.values()) or any(taken.values()) or changed:
            await trail.record(
                viewer,
                "imported",
                "workbook",
                None,
                value_steps=len(steps),
                changed=changed,
                **added,
                **taken,
            )
        brought = Brought(added, changed, tuple(row.place for row in refused), tuple(steps), taken)
        if last:
            await last(brought)
    return brought


async def _remember(landing: Landing) -> None:
    """So that the same row is known the next time."""
    await insert_all(
        ImportedRow,
        [_imported(landing, one) for one in landing.comparison.rows if one.row.identity in landing.became],
        by=(),
    )


def _imported(landing: Landing, one: ComparedRow) -> dict[str, object]:
    return {
        "partnership": landing.viewer.partnership_id,
        "kind": one.row.kind,
        "identity": one.row.identity,
        "natural_key": one.row.key,
        "written": one.row.written,
        "subject_id": landing.became[one.row.identity],
        "imported_at": landing.now,
    }
