"""The iterations of an initiative, with the cases they are tried with for who may see those (L11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.sources import cases_seen
from tracker.learning.rules.iterations import FIDELITY_NAMES, Cycle, Fidelity, IterationOutcome
from tracker.learning.tables.initiatives import Iteration as IterationRow
from tracker.learning.tables.initiatives import IterationCase
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Iteration:
    """One PDSA cycle. `cases` are the codes of those of its cases that this viewer may open."""

    id: int
    number: int
    title: str
    fidelity: Fidelity
    led_by_id: int | None
    led_by: str
    with_whom: str
    plan: str
    prediction: str
    predicted_on: date | None
    until: date | None
    started_on: date | None
    done: str
    seen: str
    matched: str
    learned: str
    outcome: IterationOutcome | None
    follow_up: str
    ended_on: date | None
    cases: tuple[str, ...] = ()

    @property
    def cycle(self) -> Cycle:
        return Cycle(self.number, self.started_on, self.outcome)

    @property
    def heading(self) -> str:
        """Iteratie 2, met kaartje voor vervangers."""
        return f"Iteratie {self.number}, {self.title or FIDELITY_NAMES[self.fidelity]}"

    @property
    def version(self) -> str:
        return version_of(
            self.title,
            self.fidelity,
            self.led_by_id,
            self.with_whom,
            self.plan,
            self.prediction,
            self.until,
            [*self.cases],
            self.started_on,
        )

    @property
    def noted(self) -> str:
        """The version of what was noted while doing."""
        return version_of(self.done, self.seen, self.matched, self.learned, self.outcome)


async def iterations_of(viewer: Viewer, initiative_id: int) -> tuple[Iteration, ...]:
    """The iterations of an initiative of the viewer's partnership, in their order."""
    rows = await (
        IterationRow.select(
            *(getattr(IterationRow, name) for name in _PLAIN),
            IterationRow.led_by.as_alias("led_by_id"),
            IterationRow.led_by.name.as_alias("led_by_name"),
        )
        .where(
            IterationRow.initiative == initiative_id,
            IterationRow.initiative.partnership == viewer.partnership_id,
        )
        .order_by(IterationRow.number)
    )
    codes = await _codes(viewer, [row["id"] for row in rows])
    return tuple(_iteration(row, codes.get(row["id"], ())) for row in rows)


@dataclass(frozen=True, slots=True)
class Trying:
    """An iteration that runs, and until when."""

    initiative_id: int
    number: int
    name: str
    until: date


async def running_until(viewer: Viewer) -> list[Trying]:
    """The running iterations with a day on which to look whether the prediction held, first day ahead."""
    rows = await (
        IterationRow.select(
            IterationRow.number,
            IterationRow.until,
            IterationRow.initiative.as_alias("initiative_id"),
            IterationRow.initiative.name.as_alias("initiative_name"),
        )
        .where(
            IterationRow.initiative.partnership == viewer.partnership_id,
            IterationRow.started_on.is_not_null(),
            IterationRow.outcome == "",
            IterationRow.until.is_not_null(),
        )
        .order_by(IterationRow.until, IterationRow.id)
    )
    return [Trying(row["initiative_id"], row["number"], row["initiative_name"], row["until"]) for row in rows]


_PLAIN = (
    "id",
    "number",
    "title",
    "with_whom",
    "plan",
    "prediction",
    "predicted_on",
    "until",
    "started_on",
    "done",
    "seen",
    "matched",
    "learned",
    "follow_up",
    "ended_on",
    "fidelity",
    "outcome",
)


def _iteration(row: Mapping[str, Any], cases: tuple[str, ...]) -> Iteration:
    said = {name: row[name] for name in _PLAIN}
    return Iteration(
        **{
            **said,
            "fidelity": Fidelity(row["fidelity"]),
            "outcome": IterationOutcome(row["outcome"]) if row["outcome"] else None,
        },
        led_by_id=row["led_by_id"],
        led_by=row["led_by_name"] or "",
        cases=cases,
    )


async def _codes(viewer: Viewer, iterations: list[int]) -> dict[int, tuple[str, ...]]:
    if not iterations or not viewer.works_on_cases:
        return {}
    rows = await (
        IterationCase.select(IterationCase.iteration, IterationCase.case.code.as_alias("code"))
        .where(IterationCase.iteration.is_in(iterations), IterationCase.case.is_in(cases_seen(viewer)))
        .order_by(IterationCase.case.code)
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row["iteration"], []).append(row["code"])
    return {iteration: tuple(codes) for iteration, codes in found.items()}
