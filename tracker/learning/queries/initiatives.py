"""The improvement initiatives of a partnership (L10 to L12)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker import clock
from tracker.cases.rules.versions import version_of
from tracker.learning.queries.causes import Cause, causes_with
from tracker.learning.queries.former import Former, former_of
from tracker.learning.queries.iterations import Iteration, iterations_of
from tracker.learning.queries.patterns import PatternLine, patterns_with
from tracker.learning.rules.initiatives import (
    FIELD_NAMES,
    FIELDS_OF,
    INITIATIVE_STATE_NAMES,
    Facts,
    InitiativeState,
    Part,
    Task,
    Written,
    missing,
    tasks,
)
from tracker.learning.rules.kinds import RECURRENCE_NAMES, Recurrence, Subject
from tracker.learning.rules.offers import Adoption
from tracker.learning.tables.initiatives import Initiative as InitiativeRow
from tracker.learning.tables.initiatives import (
    InitiativeCarrier,
    InitiativeCause,
    InitiativePattern,
    Observation,
)
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    """An initiative as a list shows it; `on` is the day of its last step."""

    id: int
    number: int
    name: str
    state: InitiativeState
    on: date
    iterations: int
    patterns: tuple[str, ...]
    started_on: date | None
    stable_on: date | None

    @property
    def code(self) -> str:
        return f"I{self.number}"

    @property
    def state_name(self) -> str:
        return INITIATIVE_STATE_NAMES[self.state]


@dataclass(frozen=True, slots=True)
class Observed:
    """Something seen after an initiative was stable."""

    text: str
    seen_on: date
    author: str


@dataclass(frozen=True, slots=True)
class Initiative:
    """An initiative as its own pages show it."""

    id: int
    number: int
    name: str
    state: InitiativeState
    recurrence: Recurrence
    recurrence_reason: str
    why_it_works: str
    better_process: str
    requirements: str
    competences: str
    evaluation: str
    small_group: str
    unfinished: frozenset[Part]
    summary: str
    offered_at: datetime | None
    decided_on: date | None
    started_on: date | None
    stable_on: date | None
    stable_evidence: str
    stable_reason: str
    spread_on: date | None
    spread_to: str
    ended_on: date | None
    ended_reason: str
    origin_id: int | None
    origin_name: str
    origin_partnership: str
    adoption: Adoption | None
    author_id: int | None
    author: str
    written_at: datetime
    patterns: tuple[PatternLine, ...]
    causes: tuple[Cause, ...]
    carriers: Mapping[int, str]
    iterations: tuple[Iteration, ...]
    changed_on: date | None

    @property
    def code(self) -> str:
        return f"I{self.number}"

    @property
    def state_name(self) -> str:
        return INITIATIVE_STATE_NAMES[self.state]

    @property
    def begun_on(self) -> date:
        return clock.as_local(self.written_at).date()

    @property
    def written(self) -> Written:
        return Written(
            patterns=len(self.patterns),
            recurrence=self.recurrence,
            recurrence_reason=self.recurrence_reason,
            causes=len(self.causes),
            why_it_works=self.why_it_works,
            better_process=self.better_process,
            requirements=self.requirements,
            competences=self.competences,
            evaluation=self.evaluation,
            small_group=self.small_group,
            unfinished=self.unfinished,
        )

    @property
    def tasks(self) -> Mapping[Part, Task]:
        return tasks(self.written)

    @property
    def running(self) -> Iteration | None:
        """The iteration that is being tried now."""
        return next((each for each in self.iterations if each.cycle.running), None)

    @property
    def planned(self) -> Iteration | None:
        """The iteration that is predicted and not begun."""
        return next((each for each in self.iterations if each.cycle.planned), None)

    @property
    def facts(self) -> Facts:
        return Facts(
            state=self.state,
            missing=missing(self.written),
            one_off=self.recurrence is Recurrence.ONE_OFF,
            offered=self.offered_at is not None,
            outcomes=tuple(each.outcome for each in self.iterations if each.outcome),
            running=self.running.number if self.running else None,
            planned=self.planned.number if self.planned else None,
            decided_on=self.decided_on,
            changed_on=self.changed_on,
        )

    def said(self, part: Part) -> dict[str, Any]:
        """What stands in a part, by field; patterns and causes by their ids."""
        held = {"patterns": [each.id for each in self.patterns], "causes": [each.id for each in self.causes]}
        return {name: held[name] if name in held else getattr(self, name) for name in FIELDS_OF[part]}

    def version(self, part: Part) -> str:
        return version_of(*self.said(part).values())


STEPS = ("ended_on", "spread_on", "stable_on", "started_on", "decided_on")


async def initiatives_of(viewer: Viewer, ids: Iterable[int] | None = None) -> list[InitiativeLine]:
    """The initiatives of the viewer's partnership (these, when given), with the latest step first."""
    wanted: Any = InitiativeRow.partnership == viewer.partnership_id
    if ids is not None:
        wanted &= InitiativeRow.id.is_in([*ids, 0])
    rows = await InitiativeRow.select(
        InitiativeRow.id,
        InitiativeRow.number,
        InitiativeRow.name,
        InitiativeRow.state,
        InitiativeRow.written_at,
        *(getattr(InitiativeRow, step) for step in STEPS),
    ).where(wanted)
    names = await InitiativePattern.select(
        InitiativePattern.initiative, InitiativePattern.pattern.name.as_alias("pattern_name")
    ).where(InitiativePattern.initiative.partnership == viewer.partnership_id)
    counted = await InitiativeRow.raw(
        "SELECT t.initiative, COUNT(*) AS times FROM iteration t JOIN initiative i ON i.id = t.initiative "
        "WHERE i.partnership = {} AND t.started_on IS NOT NULL GROUP BY t.initiative",
        viewer.partnership_id,
    )
    times = {row["initiative"]: row["times"] for row in counted}
    lines = [
        InitiativeLine(
            id=row["id"],
            number=row["number"],
            name=row["name"],
            state=InitiativeState(row["state"]),
            on=next((row[step] for step in STEPS if row[step]), None)
            or clock.as_local(row["written_at"]).date(),
            iterations=times.get(row["id"], 0),
            patterns=tuple(each["pattern_name"] for each in names if each["initiative"] == row["id"]),
            started_on=row["started_on"],
            stable_on=row["stable_on"],
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: (line.on, line.number), reverse=True)


async def initiatives_on_pattern(viewer: Viewer, pattern_id: int) -> list[InitiativeLine]:
    """The initiatives that work on a pattern."""
    rows = await InitiativePattern.select(InitiativePattern.initiative).where(
        InitiativePattern.pattern == pattern_id
    )
    return await _these(viewer, rows)


async def initiatives_on_causes(viewer: Viewer, causes: Iterable[int]) -> list[InitiativeLine]:
    """The initiatives that work on any of these causes."""
    rows = await InitiativeCause.select(InitiativeCause.initiative).where(
        InitiativeCause.cause.is_in([*causes, 0])
    )
    return await _these(viewer, rows)


async def _these(viewer: Viewer, rows: list[dict[str, Any]]) -> list[InitiativeLine]:
    ids = {row["initiative"] for row in rows}
    return await initiatives_of(viewer, ids) if ids else []


async def started_in(viewer: Viewer, pattern_id: int | None = None) -> list[InitiativeLine]:
    """The initiatives (on this pattern, when given) that ever started, in the order of their start."""
    lines = await (
        initiatives_of(viewer) if pattern_id is None else initiatives_on_pattern(viewer, pattern_id)
    )
    return sorted((line for line in lines if line.started_on), key=lambda line: (line.started_on, line.id))


async def initiative_for(viewer: Viewer, initiative_id: int) -> Initiative:
    """One initiative of the viewer's partnership. Raises NotFound."""
    origin: Any = InitiativeRow.origin
    row = await (
        InitiativeRow.select(
            *(getattr(InitiativeRow, name) for name in (*_PLAIN, *_CODED)),
            origin.as_alias("origin_id"),
            origin.name.as_alias("origin_name"),
            origin.partnership.name.as_alias("origin_partnership"),
            InitiativeRow.author.as_alias("author_id"),
            InitiativeRow.author.name.as_alias("author_name"),
        )
        .where(InitiativeRow.id == initiative_id, InitiativeRow.partnership == viewer.partnership_id)
        .first()
    )
    if row is None:
        raise NotFound
    mine = initiative_id
    patterns = await InitiativePattern.select(InitiativePattern.pattern).where(
        InitiativePattern.initiative == mine
    )
    causes = await InitiativeCause.select(InitiativeCause.cause).where(InitiativeCause.initiative == mine)
    carriers = await (
        InitiativeCarrier.select(
            InitiativeCarrier.person, InitiativeCarrier.person.name.as_alias("carrier_name")
        )
        .where(InitiativeCarrier.initiative == mine)
        .order_by(InitiativeCarrier.person.name)
    )
    causes_ids = [each["cause"] for each in causes]
    return Initiative(
        **{
            name: row[name]
            for name in _PLAIN
            if name not in ("state", "recurrence", "unfinished", "adoption")
        },
        state=InitiativeState(row["state"]),
        recurrence=Recurrence(row["recurrence"]),
        unfinished=frozenset(Part(part) for part in row["unfinished"].split()),
        adoption=Adoption(row["adoption"]) if row["adoption"] else None,
        origin_id=row["origin_id"],
        origin_name=row["origin_name"] or "",
        origin_partnership=row["origin_partnership"] or "",
        author_id=row["author_id"],
        author=row["author_name"] or "",
        patterns=tuple(await patterns_with(viewer, [each["pattern"] for each in patterns])),
        causes=tuple(await causes_with(viewer, causes_ids)) if causes_ids else (),
        carriers={each["person"]: each["carrier_name"] for each in carriers},
        iterations=await iterations_of(viewer, mine),
        changed_on=await _changed_on(viewer, mine),
    )


_PLAIN = (
    "id",
    "number",
    "name",
    "recurrence_reason",
    "why_it_works",
    "better_process",
    "requirements",
    "competences",
    "evaluation",
    "small_group",
    "summary",
    "offered_at",
    "decided_on",
    "started_on",
    "stable_on",
    "stable_evidence",
    "stable_reason",
    "spread_on",
    "spread_to",
    "ended_on",
    "ended_reason",
    "written_at",
)
_CODED = ("state", "recurrence", "unfinished", "adoption")


async def former_of_initiative(viewer: Viewer, initiative_id: int) -> list[Former]:
    """What an initiative said before each change, latest first."""
    return await former_of(
        viewer, Subject.INITIATIVE, initiative_id, FIELD_NAMES, {"recurrence": RECURRENCE_NAMES}
    )


async def observations_of(viewer: Viewer, initiative_id: int) -> list[Observed]:
    """What was seen after an initiative was stable, in the order of the days."""
    rows = await (
        Observation.select(
            Observation.text, Observation.seen_on, Observation.author.name.as_alias("author_name")
        )
        .where(
            Observation.initiative == initiative_id,
            Observation.initiative.partnership == viewer.partnership_id,
        )
        .order_by(Observation.seen_on, Observation.id)
    )
    return [Observed(row["text"], row["seen_on"], row["author_name"] or "") for row in rows]


async def _changed_on(viewer: Viewer, initiative_id: int) -> date | None:
    """The last day on which a part said something else than before."""
    parts = {FIELD_NAMES[name] for names in FIELDS_OF.values() for name in names}
    former = await former_of_initiative(viewer, initiative_id)
    return next((each.changed_on for each in former if any(label in parts for label, _ in each.said)), None)
