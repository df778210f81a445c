"""What a form about a case can choose from: its value demands, and the organisations that take part."""

from collections.abc import Collection, Mapping
from datetime import date

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import DemandState
from tracker.cases.tables import Interaction, ValueDemand
from tracker.partnership.queries.partners import partners
from tracker.partnership.rules.roles import Viewer

MOST_INTERACTIONS = 12


async def demands_to_choose(case: Case, also: Collection[int] = ()) -> dict[int, tuple[int, str]]:
    """The open value demands of a case, and those chosen before: id, with place and words."""
    rows = await (
        ValueDemand.select(ValueDemand.id, ValueDemand.place, ValueDemand.words)
        .where(
            ValueDemand.case == case.id,
            (ValueDemand.state == DemandState.OPEN) | ValueDemand.id.is_in([*also] or [0]),
        )
        .order_by(ValueDemand.place)
    )
    return {row["id"]: (row["place"], row["words"]) for row in rows}


async def interactions_to_choose(case: Case, also: Collection[int] = ()) -> dict[int, tuple[date, str, str]]:
    """The last interactions of a case, and those chosen before: id, with day, kind and note."""
    columns = (Interaction.id, Interaction.happened_on, Interaction.kind, Interaction.note)
    mine = Interaction.case == case.id
    last = await (
        Interaction.select(*columns)
        .where(mine)
        .order_by(Interaction.happened_on, Interaction.id, ascending=False)
        .limit(MOST_INTERACTIONS)
    )
    chosen = await Interaction.select(*columns).where(mine, Interaction.id.is_in([*also] or [0]))
    rows = {row["id"]: row for row in [*chosen, *last]}
    ordered = sorted(rows.values(), key=lambda row: (row["happened_on"], row["id"]), reverse=True)
    return {row["id"]: (row["happened_on"], row["kind"], row["note"]) for row in ordered}


async def organisations_to_choose(viewer: Viewer, also: Mapping[int, str] | None = None) -> dict[int, str]:
    """The organisations that take part in the partnership today, and those chosen before."""
    found = {part.organisation_id: part.organisation for part in await partners(viewer) if part.today}
    if viewer.organisation_id is not None:
        found.setdefault(viewer.organisation_id, viewer.organisation)
    return {**found, **(also or {})}
