"""Pattern names that an imported workbook gave to failure demands: proposals until somebody confirms them."""

from dataclasses import dataclass
from typing import Any

from piccolo.query.functions.aggregate import Count, Min

from tracker.cases.queries.pages import SIZE, Shown
from tracker.learning.queries.sources import SOURCES, cases_seen
from tracker.learning.queries.words import Word, word_columns, word_of
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.tables.patterns import ProposedGrouping
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

_DEMAND: Any = ProposedGrouping.failure_demand


@dataclass(frozen=True, slots=True)
class Proposal:
    """One name and for how many words it was given; `id` is that of one of its rows."""

    id: int
    name: str
    words: int


async def proposals(viewer: Viewer) -> list[Proposal]:
    """The names proposed for words this viewer may read, most used first."""
    rows = await (
        ProposedGrouping.select(
            ProposedGrouping.name,
            Min(ProposedGrouping.id, alias="one"),
            Count(ProposedGrouping.id, alias="words"),
        )
        .where(*_mine(viewer))
        .group_by(ProposedGrouping.name)
    )
    found = [Proposal(row["one"], row["name"], row["words"]) for row in rows]
    return sorted(found, key=lambda proposal: (-proposal.words, proposal.name))


async def proposed_name(viewer: Viewer, proposal_id: int) -> str:
    """The name that this proposal gives. Raises NotFound."""
    row = await (
        ProposedGrouping.select(ProposedGrouping.name)
        .where(*_mine(viewer), ProposedGrouping.id == proposal_id)
        .first()
    )
    if row is None:
        raise NotFound
    return str(row["name"])


async def words_proposed(viewer: Viewer, name: str, page: int = 1) -> Shown[Word]:
    """The words for which this name was proposed, latest first."""
    source, demand = SOURCES[PatternKind.FAILURE_DEMAND], _DEMAND
    mine = (*_mine(viewer), ProposedGrouping.name == name)
    rows = await (
        ProposedGrouping.select(*word_columns(source, demand, demand))
        .where(*mine)
        .order_by(demand.heard_on, demand.id, ascending=False)
        .limit(SIZE)
        .offset((page - 1) * SIZE)
    )
    words = tuple(word_of(source, row) for row in rows)
    return Shown(words, await ProposedGrouping.count().where(*mine), page)


async def ids_proposed(viewer: Viewer, name: str) -> list[int]:
    """The ids of all words for which this name was proposed."""
    rows = await ProposedGrouping.select(_DEMAND.as_alias("demand")).where(
        *_mine(viewer), ProposedGrouping.name == name
    )
    return [row["demand"] for row in rows]


def _mine(viewer: Viewer) -> tuple[Any, ...]:
    return (
        ProposedGrouping.partnership == viewer.partnership_id,
        _DEMAND.case.is_in(cases_seen(viewer)),
        _DEMAND.became_demand.is_null(),
    )
