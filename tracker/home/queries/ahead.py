"""What a board member reads before the next meeting of the board: each thing with why it is there (B13)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.board.queries.issues import Issue
from tracker.board.queries.meetings.dossier import sent_dossier
from tracker.board.queries.meetings.one import Item, Meeting, meeting_of
from tracker.board.rules.kinds import PURPOSE_NAMES, IssueState, Purpose
from tracker.board.rules.meetings.dossier import Dossier
from tracker.home.queries.desk import Desk, Piece
from tracker.partnership.rules.roles import Viewer
from tracker.web.filters import date_long, duration_days

# What is done in the room, with nothing to read for it.
IN_THE_ROOM = (Purpose.CHECK_IN, Purpose.CLOSING)


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing to read; `minutes` is how long that takes, None while the dossier is being prepared."""

    item_id: int
    title: str
    reason: str
    purpose: str
    minutes: int | None
    late: str = ""
    """What happened to it after the dossier was sent."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next meeting of the board, and what to read for it; `away`: the viewer said not to be there."""

    meeting: Meeting
    readings: tuple[Reading, ...]
    reading_minutes: int | None
    away: bool

    @property
    def may_say_away(self) -> bool:
        return self.meeting.mine is not None and not self.away

    @property
    def sent(self) -> bool:
        return self.reading_minutes is not None


async def ahead(viewer: Viewer, desk: Desk, issues: Iterable[Issue]) -> Ahead | None:
    """The next meeting of the board on this desk, or None; five queries at most."""
    first = next((each for each in desk[Piece.MEETING] if each.more == "board"), None)
    if first is None:
        return None
    meeting = await meeting_of(viewer, first.id)
    dossier = await sent_dossier(viewer, meeting)
    known = {issue.id: issue for issue in issues}
    return Ahead(
        meeting=meeting,
        readings=tuple(_readings(meeting, dossier, known, viewer.today)),
        reading_minutes=dossier.reading_minutes if dossier else None,
        away=bool(meeting.mine and meeting.mine.is_away),
    )


def _readings(
    meeting: Meeting, dossier: Dossier | None, known: Mapping[int, Issue], today: date
) -> Iterable[Reading]:
    sections = {section.item_id: section for section in dossier.sections} if dossier else {}
    for item in meeting.items:
        section = sections.get(item.id)
        if section is None and (item.purpose in IN_THE_ROOM or not _is_about_something(item)):
            continue
        yield Reading(
            item_id=item.id,
            title=section.title if section else item.title,
            reason=_reason(item, known, today),
            purpose=PURPOSE_NAMES[item.purpose],
            minutes=section.reading_minutes if section else None,
            late="toegevoegd" if dossier and not section else "gewijzigd" if item.changed_after else "",
        )


def _is_about_something(item: Item) -> bool:
    about = (item.issue_id, item.initiative_id, item.proposal_id, item.extract_id, item.note)
    return any(about)


def _reason(item: Item, known: Mapping[int, Issue], today: date) -> str:
    issue = known.get(item.issue_id or 0)
    if issue is not None:
        return f"Kwestie van {issue.raised_by_name}. {_stands(issue)}"
    if item.extract_id:
        return "Uittreksel, vrijgegeven door het team."
    if item.note:
        return item.note
    if item.from_team and item.decided_on:
        return f"Het team besliste op {date_long(item.decided_on)}. Ook hier consent?"
    return ""


def _stands(issue: Issue) -> str:
    if issue.state is IssueState.NEW:
        return f"Wacht al {duration_days(issue.days_waiting)} op iemand die ze opneemt."
    return f"{issue.owner} nam ze op. Het team hoorde {duration_days(issue.days_silent)} niets."
