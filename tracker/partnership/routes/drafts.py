"""Drafts: kept while someone types, thrown away when asked. Only ever one's own."""

from typing import Any

from litestar import Request, Response, post
from litestar.response import Redirect

from tracker.partnership.access import signed_in_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import keep_typed
from tracker.partnership.rules.matrix import Need
from tracker.web.pages import own_path

AnyRequest = Request[Any, Any, Any]


@post("/concepten", name="drafts.keep", opt={"need": Need.SIGNED_IN}, status_code=200)
async def keep(request: AnyRequest) -> Response[Any]:
    """Answers with nothing when the draft is kept, else with why not: the page says it in place."""
    return await keep_typed(request, signed_in_of(request).person_id, _form(request))


@post("/concepten/weg", name="drafts.drop", opt={"need": Need.SIGNED_IN})
async def drop(request: AnyRequest) -> Redirect:
    await drop_draft(signed_in_of(request).person_id, _form(request))
    return Redirect(_form(request), status_code=303)


def _form(request: AnyRequest) -> str:
    return own_path(request.query_params.get("formulier"), "/")


ROUTES = [keep, drop]
