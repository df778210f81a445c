"""A case lent to somebody who sees no cases: the one exception to `visible_to` (L16).

A quality coach reads a case only while a team shares it into an open session in which the coach sits. What
a session is, learning knows; so it hands over the `where` that says which cases are on loan. An import
contract keeps this module to the access of learning.
"""

from typing import Any

from tracker.cases.queries.seen import Case, the_case
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Role, Viewer
from tracker.problems import NotFound


async def case_lent(viewer: Viewer, code: str, on_loan: Any) -> Case:
    """The case behind a code while it is on loan to this coach. Raises NotFound in every other case."""
    if viewer.role is not Role.QUALITY_COACH:
        raise NotFound
    return await the_case((CaseFile.partnership == viewer.partnership_id) & on_loan, code)
