"""What lies on somebody's desk: all that asks for them, whichever package keeps it, in one question."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from string import Formatter
from typing import Any

from tracker import clock
from tracker.board.rules.circles import FACILITATES, MEMBERS
from tracker.board.rules.evaluations import COMES_UP_BEFORE
from tracker.board.rules.kinds import Circle
from tracker.board.tables.proposals import Proposal
from tracker.partnership.rules.roles import Role, Viewer

STANDS_STILL = timedelta(days=30)
"""How long an initiative may be in preparation before the coordination is asked what it waits for."""
HEARD_LATELY = timedelta(days=30)
REMINDED_BEFORE = timedelta(days=14)
"""How long before its day a meeting or a review of the personas is shown to whoever prepares it."""


class Piece(StrEnum):
    """A kind of thing that may lie on a desk."""

    ANSWER = "answer"
    ROUND = "round"
    LED = "led"
    ACTION = "action"
    REVIEW = "review"
    MEETING = "meeting"
    ISSUE = "issue"
    LEARNED = "learned"
    SESSION = "session"
    DRAFT = "draft"
    ITERATION = "iteration"
    OFFER = "offer"
    PERSONAS_DUE = "personas_due"
    PERSONA = "persona"
    MISFIT = "misfit"
    WORDING = "wording"
    VALUE_STEP = "value_step"


@dataclass(frozen=True, slots=True)
class Lying:
    """One thing on a desk. What `number`, `words` and `more` hold depends on the piece, see `ASKED`."""

    id: int
    number: int
    words: str
    more: str
    day: date | None


Desk = Mapping[Piece, list[Lying]]

# Each gives id, number, words, more, day. Texts among them are read by every role that gets the piece.
ASKED: Mapping[Piece, str] = {
    # Open rounds in which the viewer is present and said nothing yet; more: the circle.
    Piece.ANSWER: """
        SELECT p.id, p.number, p.title, p.circle, p.remind_on
          FROM seat s JOIN round r ON r.id = s.round JOIN proposal p ON p.id = r.proposal
         WHERE p.partnership = {own} AND r.state = 'open' AND s.person = {me} AND s.present
           AND s.stepped_out_at IS NULL AND s.answer = ''
    """,
    # Every open round, once per person it waits for; more: that person, or nothing when all have spoken.
    Piece.ROUND: """
        SELECT p.id, p.number, p.title, COALESCE(pe.name, ''), p.remind_on
          FROM round r JOIN proposal p ON p.id = r.proposal
          LEFT JOIN seat s ON s.round = r.id AND s.present AND s.stepped_out_at IS NULL AND s.answer = ''
          LEFT JOIN person pe ON pe.id = s.person
         WHERE p.partnership = {own} AND r.state = 'open'
    """,
    # Proposals under way that the viewer facilitates; more: the stage.
    Piece.LED: """
        SELECT p.id, p.number, p.title, p.stage, p.remind_on
          FROM proposal p
         WHERE p.partnership = {own} AND p.facilitator = {me} AND p.stage IN ('picture', 'opinion', 'round')
    """,
    # What the viewer is to do; id: the meeting where it was agreed.
    Piece.ACTION: """
        SELECT m.id, 0, a.what, '', a.due_on
          FROM action_item a JOIN meeting m ON m.id = a.meeting
         WHERE m.partnership = {own} AND a.person = {me} AND a.done_on IS NULL
    """,
    # Agreements that come up for review; more: the circle.
    Piece.REVIEW: """
        SELECT p.id, p.number, p.title, p.circle, p.review_on
          FROM proposal p
         WHERE p.partnership = {own} AND p.stage = 'decided' AND p.review_on <= {review_by}
    """,
    # Meetings to come; number: whether the dossier was sent, words: the kind, more: the circle.
    Piece.MEETING: """
        SELECT m.id, CASE WHEN m.dossier_sent_at IS NULL THEN 0 ELSE 1 END, k.name, m.circle, m.held_on
          FROM meeting m JOIN meeting_kind k ON k.id = m.kind
         WHERE m.partnership = {own}
           AND (m.state = 'open' OR (m.state = 'prepared' AND m.held_on >= {today}))
           AND (m.circle = 'board' OR {role} <> 'representative'
                OR EXISTS (SELECT 1 FROM attendance t WHERE t.meeting = m.id AND t.person = {me}))
    """,
    # Issues that the viewer raised, until some time after they were solved; more: the state,
    # day: when the viewer last heard of it.
    Piece.ISSUE: """
        SELECT k.id, k.number, k.title, k.state, k.fed_back_on
          FROM issue k
         WHERE k.partnership = {own} AND k.raised_by = {me}
           AND (k.state <> 'solved' OR k.ended_on >= {lately})
           AND (k.kind <> 'conflict' OR {role} = 'board_member'
                OR EXISTS (SELECT 1 FROM issue_reader r WHERE r.issue = k.id AND r.person = {me}))
    """,
    # What the latest iterations taught; number: of the iteration, more: the initiative.
    Piece.LEARNED: """
        SELECT * FROM (
        SELECT i.id, t.number, t.learned, i.name, t.ended_on
          FROM iteration t JOIN initiative i ON i.id = t.initiative
         WHERE i.partnership = {own} AND t.ended_on IS NOT NULL AND t.learned <> ''
         ORDER BY t.ended_on DESC, t.id DESC LIMIT 3) latest_learned
    """,
    # The learning sessions whose minutes closed last.
    Piece.SESSION: """
        SELECT * FROM (
        SELECT l.id, 0, l.question, '', l.held_on
          FROM learning_session l
         WHERE l.partnership = {own} AND l.state = 'closed'
         ORDER BY l.held_on DESC, l.id DESC LIMIT 2) latest_session
    """,
    # Initiatives long in preparation; more: the state.
    Piece.DRAFT: """
        SELECT i.id, i.number, i.name, i.state, i.decided_on
          FROM initiative i
         WHERE i.partnership = {own} AND i.state IN ('draft', 'ready') AND i.written_at < {still_since}
    """,
    # Iterations past the day until which they were tried; number: of the iteration.
    Piece.ITERATION: """
        SELECT i.id, t.number, i.name, t.title, t.until
          FROM iteration t JOIN initiative i ON i.id = t.initiative
         WHERE i.partnership = {own} AND i.state = 'started' AND t.started_on IS NOT NULL
           AND t.ended_on IS NULL AND t.until < {today}
    """,
    # What other partnerships offer and this one did not answer; more: the other partnership.
    Piece.OFFER: """
        SELECT i.id, i.number, i.name, ps.name, CAST(NULL AS DATE)
          FROM initiative i JOIN partnership ps ON ps.id = i.partnership
         WHERE i.partnership <> {own} AND i.offered_at IS NOT NULL
           AND i.state IN ('ready', 'started', 'stable', 'spread')
           AND NOT EXISTS (SELECT 1 FROM offer_reply o WHERE o.initiative = i.id AND o.partnership = {own})
           AND NOT EXISTS (SELECT 1 FROM initiative a WHERE a.origin = i.id AND a.partnership = {own})
    """,
    # The day on which the set of personas is looked at again, when it comes near.
    Piece.PERSONAS_DUE: """
        SELECT * FROM (
        SELECT v.id, 0, '', '', v.next_on
          FROM persona_review v WHERE v.partnership = {own}
         ORDER BY v.held_on DESC, v.id DESC LIMIT 1) latest_review
         WHERE latest_review.next_on <= {soon}
    """,
    Piece.PERSONA: """
        SELECT p.id, 0, p.name, '', CAST(NULL AS DATE)
          FROM persona p WHERE p.partnership = {own} AND p.state = 'proposed'
    """,
    # Whether a case waits that fits no persona.
    Piece.MISFIT: """
        SELECT DISTINCT 0, 0, '', '', CAST(NULL AS DATE)
          FROM misfit m JOIN case_file c ON c.id = m."case"
         WHERE c.partnership = {own} AND m.ended_on IS NULL
    """,
    # What the partnership wrote about itself; words: its kind.
    Piece.WORDING: """
        SELECT DISTINCT 0, 0, w.kind, '', CAST(NULL AS DATE)
          FROM wording w WHERE w.partnership = {own} AND w.title = ''
    """,
    Piece.VALUE_STEP: """
        SELECT s.id, 0, '', '', CAST(NULL AS DATE)
          FROM value_step s WHERE s.partnership = {own} AND s.retired_on IS NULL
    """,
}

MINE = (Piece.ANSWER, Piece.LED, Piece.ACTION, Piece.MEETING)
LEARNED = (Piece.LEARNED, Piece.SESSION)
ON_DESK: Mapping[Role, tuple[Piece, ...]] = {
    Role.PRACTITIONER: (*MINE, Piece.ISSUE),
    Role.COORDINATOR: (
        *MINE,
        Piece.ROUND,
        Piece.REVIEW,
        Piece.DRAFT,
        Piece.ITERATION,
        Piece.OFFER,
        Piece.PERSONAS_DUE,
        Piece.PERSONA,
        Piece.MISFIT,
        Piece.WORDING,
        Piece.VALUE_STEP,
    ),
    Role.BOARD_MEMBER: (*MINE, *LEARNED, Piece.REVIEW),
    Role.REPRESENTATIVE: (*MINE, *LEARNED, Piece.REVIEW, Piece.ISSUE),
    Role.QUALITY_COACH: (*MINE, *LEARNED),
    Role.PROMOTOR: (Piece.MEETING, *LEARNED),
}


async def desk_of(viewer: Viewer) -> Desk:
    """What lies on the desk of this viewer in the role they act in, what is due first on top."""
    pieces = ON_DESK.get(viewer.role, ())
    found: dict[Piece, list[Lying]] = defaultdict(list)
    if not pieces:
        return found
    asked = "\nUNION ALL\n".join(
        f"SELECT '{piece}', on_{piece}.* FROM ({ASKED[piece]}) AS on_{piece}" for piece in pieces
    )
    named = f"WITH lying(piece, id, number, words, more, day) AS ({asked}) SELECT * FROM lying"
    names = [name for _, name, _, _ in Formatter().parse(named) if name]
    values = _values(viewer)
    rows = await Proposal.raw(
        named.format_map(dict.fromkeys(values, "{}")), *(values[name] for name in names)
    )
    for row in rows:
        if _is_for(viewer, Piece(row["piece"]), row["more"]):
            found[Piece(row["piece"])].append(_lying(row))
    for piece, lying in found.items():
        latest_first = piece in LEARNED
        lying.sort(key=lambda each: (each.day or date.max, each.id), reverse=latest_first)
    return found


def _values(viewer: Viewer) -> dict[str, Any]:
    today = viewer.today
    return {
        "own": viewer.partnership_id,
        "me": viewer.person_id,
        "role": str(viewer.role),
        "today": today,
        "soon": today + REMINDED_BEFORE,
        "review_by": today + COMES_UP_BEFORE,
        "lately": today - HEARD_LATELY,
        "still_since": clock.now() - STANDS_STILL,
    }


def _is_for(viewer: Viewer, piece: Piece, more: str) -> bool:
    """Whether this role answers in that circle, or looks at its agreements again."""
    match piece:
        case Piece.ANSWER:
            return viewer.role in MEMBERS[Circle(more)] or viewer.role is Role.REPRESENTATIVE
        case Piece.REVIEW:
            return viewer.role in MEMBERS[Circle(more)] | FACILITATES[Circle(more)]
        case _:
            return True


def _lying(row: dict[str, Any]) -> Lying:
    return Lying(row["id"], row["number"], row["words"], row["more"], _day(row["day"]))


def _day(value: date | str | None) -> date | None:
    """A day as either engine gives it back out of a union."""
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value
