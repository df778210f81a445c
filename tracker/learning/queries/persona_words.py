"""What the people in cases like a persona ask, in their own words."""

from dataclasses import dataclass

from tracker.cases.rules.kinds import DemandState
from tracker.cases.tables import ValueDemand
from tracker.learning.queries.openable import ids_of_openable
from tracker.learning.rules.kinds import ResemblanceState
from tracker.learning.tables.personas import Resemblance
from tracker.partnership.rules.roles import Viewer

MOST = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """A value demand as somebody said it."""

    words: str
    code: str
    demand_id: int


async def words_of(viewer: Viewer, persona_id: int) -> list[Asked]:
    """One value demand of each case beside this persona, as far as the viewer may open the case."""
    may_open = ids_of_openable(viewer)
    if may_open is None:
        return []
    beside = Resemblance.select(Resemblance.case).where(
        Resemblance.persona == persona_id, Resemblance.state == ResemblanceState.CONFIRMED
    )
    rows = await (
        ValueDemand.select(
            ValueDemand.id, ValueDemand.words, ValueDemand.case, ValueDemand.case.code.as_alias("code")
        )
        .where(
            ValueDemand.case.is_in(beside),
            ValueDemand.case.is_in(may_open),
            ValueDemand.state.is_in([str(DemandState.OPEN), str(DemandState.CLOSED)]),
        )
        .order_by(ValueDemand.place, ValueDemand.case)
        .limit(20 * MOST)
    )
    first: dict[int, Asked] = {}
    for row in rows:
        first.setdefault(row["case"], Asked(row["words"], row["code"], row["id"]))
    return list(first.values())[:MOST]
