"""Pages about Leerspoor itself, open to everyone: words, help, privacy, accessibility."""

from typing import Any

from litestar import Request, Response, get

from tracker.partnership.rules.matrix import Need
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]
OPEN = {"need": Need.ANYONE}


@get("/begrippen", name="about.terms", opt=OPEN)
async def terms(request: AnyRequest) -> Response[Any]:
    return page(request, "about/terms.html")


@get("/hulp", name="about.help", opt=OPEN)
async def help_(request: AnyRequest) -> Response[Any]:
    return page(request, "about/help.html")


@get("/privacy", name="about.privacy", opt=OPEN)
async def privacy(request: AnyRequest) -> Response[Any]:
    return page(request, "about/privacy.html")


@get("/toegankelijkheid", name="about.accessibility", opt=OPEN)
async def accessibility(request: AnyRequest) -> Response[Any]:
    return page(request, "about/accessibility.html")


ROUTES = [terms, help_, privacy, accessibility]
