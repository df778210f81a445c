"""The initiatives as a workbook tells them: what goes out, and what an import knows again."""

from tracker.cases.exchange.comparing import HeldBeside
from tracker.cases.queries.as_rows import Codes
from tracker.database import heavy_read
from tracker.learning.exchange.initiatives import INITIATIVES, InitiativeRow
from tracker.learning.rules.initiatives import INITIATIVE_STATE_NAMES, InitiativeState
from tracker.learning.tables.initiatives import Initiative, InitiativeCause, InitiativePattern
from tracker.partnership.rules.roles import Viewer

TEXTS = ("name", "why_it_works", "requirements", "evaluation", "small_group")


async def initiatives_as_rows(viewer: Viewer, _: Codes) -> list[InitiativeRow]:
    """Every initiative of the partnership, by its number."""
    return [record for _, record in await _found(viewer)]


async def standing_initiatives(viewer: Viewer) -> list[HeldBeside]:
    """The initiatives as they stand: a row of the same name is known, whatever else it says."""
    return [HeldBeside(INITIATIVES.name, one, record, ("name",)) for one, record in await _found(viewer)]


async def _found(viewer: Viewer) -> list[tuple[int, InitiativeRow]]:
    own = viewer.partnership_id
    rows = await heavy_read(
        Initiative.select(
            Initiative.id, Initiative.state, Initiative.started_on, *(getattr(Initiative, t) for t in TEXTS)
        )
        .where(Initiative.partnership == own)
        .order_by(Initiative.number)
    )
    patterns = await InitiativePattern.select(
        InitiativePattern.initiative, InitiativePattern.pattern.name.as_alias("told")
    ).where(InitiativePattern.initiative.partnership == own)
    causes = await InitiativeCause.select(
        InitiativeCause.initiative, InitiativeCause.cause.explanation.as_alias("told")
    ).where(InitiativeCause.initiative.partnership == own)
    return [
        (
            row["id"],
            InitiativeRow(
                **{name: row[name] for name in TEXTS},
                pattern="; ".join(each["told"] for each in patterns if each["initiative"] == row["id"]),
                cause=" ".join(each["told"] for each in causes if each["initiative"] == row["id"]),
                started=row["started_on"].isoformat() if row["started_on"] else "",
                state=INITIATIVE_STATE_NAMES[InitiativeState(row["state"])],
            ),
        )
        for row in rows
    ]
