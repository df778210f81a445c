"""What the rows and columns of the dashboards are called."""

from dataclasses import dataclass
from datetime import date

from tracker.cases.tables import CaseFile
from tracker.learning.rules.kinds import Recurrence
from tracker.learning.tables.patterns import Pattern
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import ValueStep


@dataclass(frozen=True, slots=True)
class Named:
    """A pattern by its name, and what people judged of its coming back."""

    id: int
    name: str
    recurrence: Recurrence

    @property
    def once(self) -> bool:
        return self.recurrence is Recurrence.ONE_OFF


async def pattern_names(viewer: Viewer) -> dict[int, Named]:
    """Every pattern of the partnership."""
    rows = await Pattern.select(Pattern.id, Pattern.name, Pattern.recurrence).where(
        Pattern.partnership == viewer.partnership_id
    )
    return {row["id"]: Named(row["id"], row["name"], Recurrence(row["recurrence"])) for row in rows}


async def step_names(viewer: Viewer) -> dict[int, str]:
    """Every value step of the partnership, the retired ones too, by name."""
    rows = await (
        ValueStep.select(ValueStep.id, ValueStep.name)
        .where(ValueStep.partnership == viewer.partnership_id)
        .order_by(ValueStep.name, ValueStep.id)
    )
    return {row["id"]: row["name"] for row in rows}


async def began_on(viewer: Viewer) -> date:
    """The first day of the first case; today while there is none."""
    rows = await CaseFile.raw(
        "SELECT MIN(started_on) AS began FROM case_file WHERE partnership = {}", viewer.partnership_id
    )
    began = rows[0]["began"]
    return date.fromisoformat(str(began)) if began else viewer.today
