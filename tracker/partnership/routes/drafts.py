"""Drafts: kept while someone types, thrown away when asked. Only ever one's own."""

from typing import Any

from litestar import Request, Response, post
from litestar.enums import MediaType
from litestar.response import Redirect

from tracker.partnership.access import signed_in_of
from tracker.partnership.actions.drafts import NEVER_KEPT, drop_draft, keep_draft
from tracker.partnership.queries.drafts import FieldValues
from tracker.partnership.rules.drafts import why_not_keep
from tracker.partnership.rules.matrix import Need
from tracker.web.forms.body import read_body
from tracker.web.forms.posted import KEEP_IDENTIFIERS
from tracker.web.pages import own_path

AnyRequest = Request[Any, Any, Any]


@post("/concepten", name="drafts.keep", opt={"need": Need.SIGNED_IN}, status_code=200)
async def keep(request: AnyRequest) -> Response[Any]:
    """Answers with nothing when the draft is kept, else with why not: the page says it in place."""
    sent = _texts(await read_body(request))
    fields = {name: value for name, value in sent.items() if name not in NEVER_KEPT}
    if reason := why_not_keep(fields, identifiers_may_stay=sent.get(KEEP_IDENTIFIERS) == "yes"):
        return Response(reason, media_type=MediaType.TEXT, status_code=422)
    await keep_draft(signed_in_of(request).person_id, _form(request), fields)
    return Response(None, status_code=204)


@post("/concepten/weg", name="drafts.drop", opt={"need": Need.SIGNED_IN})
async def drop(request: AnyRequest) -> Redirect:
    await drop_draft(signed_in_of(request).person_id, _form(request))
    return Redirect(_form(request), status_code=303)


def _form(request: AnyRequest) -> str:
    return own_path(request.query_params.get("formulier"), "/")


def _texts(body: dict[str, list[Any]]) -> FieldValues:
    fields: FieldValues = {}
    for name, values in body.items():
        texts = [value for value in values if isinstance(value, str)]
        fields[name] = texts[0] if len(texts) == 1 else texts
    return fields


ROUTES = [keep, drop]
