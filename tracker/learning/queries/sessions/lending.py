"""Cases that a team shares into an open session, so that a coach in it may read them (L16)."""

from typing import Any

from piccolo.columns.combination import WhereRaw

from tracker.cases.rules.kinds import Agreed
from tracker.cases.tables import CaseFile
from tracker.learning.rules.kinds import SessionState
from tracker.partnership.rules.roles import Role, Viewer

ON_LOAN = """EXISTS (
    SELECT 1 FROM session_case sc JOIN learning_session ls ON ls.id = sc.session
     WHERE sc."case" = case_file.id AND sc.shared AND ls.id = {} AND ls.partnership = {} AND ls.state = {}
       AND (ls.facilitator = {} OR EXISTS (
            SELECT 1 FROM participant p WHERE p.session = ls.id AND p.person = {})))
    AND NOT EXISTS (
    SELECT 1 FROM sharing_agreement a
     WHERE a.id = (SELECT MAX(b.id) FROM sharing_agreement b WHERE b."case" = case_file.id)
       AND a.agreed = {})"""


def on_loan(viewer: Viewer, session_id: int) -> Any:
    """The `where` for cases lent to this viewer now: shared, the session open, the viewer in it.

    Not when the person's last answer about sharing was no.
    """
    return WhereRaw(
        ON_LOAN,
        session_id,
        viewer.partnership_id,
        SessionState.OPEN,
        viewer.person_id,
        viewer.person_id,
        Agreed.NO,
    )


async def lent_to(viewer: Viewer, session_id: int) -> set[int]:
    """The cases of a session that are lent to this viewer now; none for who is no coach."""
    if viewer.role is not Role.QUALITY_COACH:
        return set()
    rows = await CaseFile.select(CaseFile.id).where(
        CaseFile.partnership == viewer.partnership_id, on_loan(viewer, session_id)
    )
    return {row["id"] for row in rows}
