"""Cases that a team shares into an open session, so that a coach in it may read them (L16)."""

from typing import Any

from piccolo.columns.combination import WhereRaw

from tracker.learning.rules.kinds import SessionState
from tracker.partnership.rules.roles import Viewer

ON_LOAN = """EXISTS (
    SELECT 1 FROM session_case sc JOIN learning_session ls ON ls.id = sc.session
     WHERE sc."case" = case_file.id AND sc.shared AND ls.id = {} AND ls.partnership = {} AND ls.state = {}
       AND (ls.facilitator = {} OR EXISTS (
            SELECT 1 FROM participant p WHERE p.session = ls.id AND p.person = {})))"""


def on_loan(viewer: Viewer, session_id: int) -> Any:
    """The `where` for cases lent to this viewer now: shared, the session open, the viewer in it."""
    return WhereRaw(
        ON_LOAN,
        session_id,
        viewer.partnership_id,
        SessionState.OPEN,
        viewer.person_id,
        viewer.person_id,
    )
