"""A form as its writer left it (C16)."""

from typing import TypeVar

from tracker.partnership.actions.drafts import NEVER_KEPT
from tracker.partnership.queries.drafts import draft_of
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Form, Posted, blank

F = TypeVar("F", bound=Form)


async def begun(
    viewer: Viewer, path: str, model: type[F], /, *, prefix: str = "veld", **initial: object
) -> Posted[F]:
    """A form to show: what this person typed on this path and did not save, else the initial values.

    A form sends to the path on which it stands; that path names its draft. With a draft, `left_at` says
    since when, and the page offers to throw it away (components/draft.html).
    """
    form = blank(model, prefix=prefix, **initial)
    left = await draft_of(viewer.person_id, path)
    if left is not None:
        always = {name: value for name, value in form.values.items() if name in NEVER_KEPT}
        form.values = {**always, **left.fields}
        form.left_at = left.kept_at
    return form
