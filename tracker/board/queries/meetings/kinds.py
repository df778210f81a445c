"""The kinds of meeting of a partnership (B12)."""

from dataclasses import dataclass
from typing import Any

from tracker.board.rules.kinds import CIRCLE_NAMES, Circle, DecisionForm
from tracker.board.rules.meetings.kinds import OFFERED, KindOfMeeting
from tracker.board.rules.meetings.life import edits
from tracker.board.tables.meetings import MeetingKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.rules.versions import version_of
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of meeting as it is kept; `edits` is about the viewer."""

    id: int
    kind: KindOfMeeting
    retired: bool
    edits: bool

    @property
    def version(self) -> str:
        return version_of(self.kind)

    @property
    def label(self) -> str:
        return f"{self.kind.name} ({CIRCLE_NAMES[self.kind.circle]})"


async def kinds_of(viewer: Viewer, *, retired: bool = False) -> list[Kept]:
    """The kinds of meeting of the viewer's partnership, those of the team first."""
    rows = await _select(viewer).order_by(MeetingKind.circle, ascending=False).order_by(MeetingKind.name)
    kept = [_kept(viewer, row) for row in rows]
    return [each for each in kept if retired or not each.retired]


async def kind_of(viewer: Viewer, kind_id: int) -> Kept:
    """One kind. Raises NotFound."""
    row = await _select(viewer).where(MeetingKind.id == kind_id).first()
    if row is None:
        raise NotFound
    return _kept(viewer, row)


async def still_offered(viewer: Viewer) -> list[KindOfMeeting]:
    """What is offered to begin with, for the circles that have no kind yet and that this role prepares."""
    there = {each.kind.circle for each in await kinds_of(viewer, retired=True)}
    return [each for each in OFFERED if each.circle not in there and edits(each.circle, viewer.role)]


def _select(viewer: Viewer) -> Any:
    return MeetingKind.select(
        MeetingKind.id,
        MeetingKind.circle,
        MeetingKind.name,
        MeetingKind.rhythm,
        MeetingKind.composition,
        MeetingKind.way_of_working,
        MeetingKind.minutes_way,
        MeetingKind.decision_form,
        MeetingKind.retired_on,
    ).where(MeetingKind.partnership == viewer.partnership_id)


def _kept(viewer: Viewer, row: dict[str, Any]) -> Kept:
    circle = Circle(row["circle"])
    return Kept(
        id=row["id"],
        kind=KindOfMeeting(
            circle=circle,
            name=row["name"],
            rhythm=row["rhythm"],
            composition=row["composition"],
            way_of_working=row["way_of_working"],
            minutes_way=row["minutes_way"],
            decision_form=DecisionForm(row["decision_form"]),
        ),
        retired=row["retired_on"] is not None,
        edits=edits(circle, viewer.role),
    )
