"""The cards on the table of a session (L17)."""

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.sessions.one import Session, session_of
from tracker.learning.rules.cards import OnTheTable
from tracker.learning.rules.kinds import SessionState
from tracker.learning.tables.sessions import Card, LearningSession
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

LONGEST_CODE = 8


async def session_behind(viewer: Viewer, entry_code: str) -> Session:
    """The open session of the viewer's partnership with this code on its screen. Raises NotFound."""
    if not entry_code.isascii() or not entry_code.isdecimal() or len(entry_code) > LONGEST_CODE:
        raise NotFound
    row = await (
        LearningSession.select(LearningSession.id)
        .where(
            LearningSession.partnership == viewer.partnership_id,
            LearningSession.state == SessionState.OPEN,
            LearningSession.entry_code == entry_code,
        )
        .first()
    )
    if row is None:
        raise NotFound
    return await session_of(viewer, row["id"])


async def closed_behind(viewer: Viewer, entry_code: str) -> Session:
    """The closed session that had this code last, for whoever took part in it. Raises NotFound."""
    if not entry_code.isascii() or not entry_code.isdecimal() or len(entry_code) > LONGEST_CODE:
        raise NotFound
    row = await (
        LearningSession.select(LearningSession.id)
        .where(
            LearningSession.partnership == viewer.partnership_id,
            LearningSession.state == SessionState.CLOSED,
            LearningSession.entry_code == entry_code,
        )
        .order_by(LearningSession.closed_at, ascending=False)
        .first()
    )
    session = await session_of(viewer, row["id"]) if row else None
    if session is None or not session.takes_part:
        raise NotFound
    return session


async def cards_of(viewer: Viewer, session: Session, *, mine: bool = False) -> tuple[OnTheTable, ...]:
    """The cards, in the order in which they came; all of them only for who works in this session."""
    where = [Card.session == session.id, Card.removed_at.is_null()]
    if mine or not session.works:
        where.append(Card.author == viewer.person_id)
    rows = await (
        Card.select(
            Card.id,
            Card.words,
            Card.quoted,
            Card.grouped_as,
            Card.pattern,
            Card.pattern.name.as_alias("pattern_name"),
            Card.case,
            Card.author,
        )
        .where(*where)
        .order_by(Card.id)
    )
    codes = {case.id: case.code for case in session.cases}
    return tuple(
        OnTheTable(
            id=row["id"],
            words=row["words"],
            quoted=bool(row["quoted"]),
            group=row["grouped_as"],
            pattern_id=row["pattern"],
            pattern=row["pattern_name"] or "",
            case=codes.get(row["case"], ""),
            mine=row["author"] == viewer.person_id,
        )
        for row in rows
    )


def mark_of(cards: tuple[OnTheTable, ...]) -> str:
    """A mark that differs as soon as the table looks different."""
    return version_of([(card.id, card.group) for card in cards])
