"""A form as its writer left it (C16)."""

from typing import Any, TypeVar

from litestar import Request, Response
from litestar.enums import MediaType

from tracker.partnership.actions.drafts import NEVER_KEPT, keep_draft
from tracker.partnership.queries.drafts import FieldValues, draft_of
from tracker.partnership.rules.drafts import why_not_keep
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Form, Posted, blank
from tracker.web.forms.body import read_body
from tracker.web.forms.posted import KEEP_IDENTIFIERS

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


async def keep_typed(request: Request[Any, Any, Any], person_id: int, path: str) -> Response[Any]:
    """Keep what a browser sends while somebody types in the form on this path; says why when it may not."""
    sent = _texts(await read_body(request))
    fields = {name: value for name, value in sent.items() if name not in NEVER_KEPT}
    if reason := why_not_keep(fields, identifiers_may_stay=sent.get(KEEP_IDENTIFIERS) == "yes"):
        return Response(reason, media_type=MediaType.TEXT, status_code=422)
    await keep_draft(person_id, path, fields)
    return Response(None, status_code=204)


def _texts(body: dict[str, list[Any]]) -> FieldValues:
    fields: FieldValues = {}
    for name, values in body.items():
        texts = [value for value in values if isinstance(value, str)]
        fields[name] = texts[0] if len(texts) == 1 else texts
    return fields
