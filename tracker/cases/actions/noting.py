"""What every act shares that notes something on a case."""

from typing import Any
from uuid import UUID

from tracker.cases.queries.seen import Case, case_for
from tracker.cases.rules.endings import why_not_log
from tracker.database import one_at_a_time
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def case_alone(viewer: Viewer, code: str) -> Case:
    """The case as it is, inside `writing`, while nobody else notes anything on it. Raises NotFound."""
    await one_at_a_time("notes on a case", (await case_for(viewer, code)).id)
    return await case_for(viewer, code)


async def running_case(viewer: Viewer, code: str) -> Case:
    """The same, for what an ended case no longer allows. Raises RuleBroken as well."""
    case = await case_alone(viewer, code)
    must_run(case)
    return case


def must_run(case: Case) -> None:
    """Raise RuleBroken when the case has ended."""
    if refused := why_not_log(case.state):
        raise RuleBroken(refused)


async def already_noted(table: Any, case: Case, key: UUID) -> int | None:
    """The id of what the same form wrote before (a second click, a page sent again), or None."""
    row = await table.select(table.id).where(table.key == key, table.case == case.id).first()
    return int(row["id"]) if row else None
