"""What an import reads back of personas and patterns: who resembles whom, and what words were grouped as."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tracker.cases.exchange.comparing import HeldBeside
from tracker.cases.queries.as_rows import Codes, Found
from tracker.database import heavy_read
from tracker.learning.exchange.personas import PERSONAS, PersonaRow
from tracker.learning.queries.personas import personas
from tracker.learning.rules.kinds import PersonaState
from tracker.learning.tables.patterns import Occurrence, ProposedGrouping
from tracker.learning.tables.personas import ExpertiseAsked, Misfit, Resemblance
from tracker.partnership.rules.roles import Viewer

_AT_ONCE = 5_000


async def personas_as_rows(viewer: Viewer, _: Codes) -> list[PersonaRow]:
    """The personas in use and those proposed; which cases resemble them stands on the rows of the cases."""
    found = await _found(viewer, PersonaState.IN_USE, PersonaState.PROPOSED)
    return [record for _, record in found]


async def standing_personas(viewer: Viewer) -> list[HeldBeside]:
    """The personas as they stand, for a file that tells of the same ones."""
    told = ("name", "context", "demands", "expertise")
    return [HeldBeside(PERSONAS.name, persona, record, told) for persona, record in await _found(viewer)]


async def _found(viewer: Viewer, *states: PersonaState) -> list[tuple[int, PersonaRow]]:
    asked: dict[int, list[str]] = defaultdict(list)
    for row in await (
        ExpertiseAsked.select(ExpertiseAsked.persona, ExpertiseAsked.expertise.name.as_alias("name"))
        .where(ExpertiseAsked.persona.partnership == viewer.partnership_id)
        .order_by(ExpertiseAsked.id)
    ):
        asked[row["persona"]].append(row["name"])
    return [
        (each.id, PersonaRow(each.name, each.context, each.lines, (), tuple(asked[each.id])))
        for each in await personas(viewer, *states)
    ]


async def with_personas(found: Sequence[Found]) -> list[Found]:
    """Rows of cases with the personas beside them, or that they wait on the review list for fitting none."""
    ids = [case for case, _ in found]
    beside: dict[int, list[str]] = defaultdict(list)
    for row in await heavy_read(
        Resemblance.select(Resemblance.case, Resemblance.persona.name.as_alias("name"))
        .where(Resemblance.case.is_in(ids), Resemblance.persona.state != PersonaState.RETIRED)
        .order_by(Resemblance.id)
    ):
        beside[row["case"]].append(row["name"])
    waiting = await heavy_read(
        Misfit.select(Misfit.case).where(Misfit.case.is_in(ids), Misfit.ended_on.is_null())
    )
    unfit = {row["case"] for row in waiting}
    return [
        (
            case,
            replace(
                record,
                personas=tuple(beside[case]),
                fits_no_persona=case in unfit and not beside[case],
            ),
        )
        for case, record in found
    ]


async def with_patterns(found: Sequence[Found]) -> list[Found]:
    """Rows of failure demands with the pattern they stand in, or the one an import proposed."""
    names: dict[int, str] = {}
    ids = [demand for demand, _ in found]
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        names |= await _named(ProposedGrouping, ProposedGrouping.name, some)
        names |= await _named(Occurrence, Occurrence.pattern.name, some)
    return [(demand, replace(record, pattern=names.get(demand, ""))) for demand, record in found]


async def _named(table: Any, name: Any, demands: Sequence[int]) -> dict[int, str]:
    rows = await heavy_read(
        table.select(table.failure_demand, name.as_alias("name")).where(table.failure_demand.is_in(demands))
    )
    return {row["failure_demand"]: row["name"] for row in rows}
