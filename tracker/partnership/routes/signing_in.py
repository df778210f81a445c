"""Signing in and out, choosing the acting role."""

from typing import Any, Final
from urllib.parse import parse_qs, parse_qsl, urlencode

from litestar import Request, Response, get, post
from litestar.response import Redirect
from litestar.types import ExceptionHandlersMap

from tracker.partnership.access import (
    HandedOver,
    NotHandedOver,
    PasswordChangeNeeded,
    SignInNeeded,
    cookie_for,
    no_cookie,
    signed_in_of,
)
from tracker.partnership.actions import drafts, signing_in
from tracker.partnership.forms.signing_in import ChooseCapacity, SignIn
from tracker.partnership.queries import viewers
from tracker.partnership.rules.drafts import why_not_keep
from tracker.partnership.rules.matrix import Need
from tracker.web.errors import send_to
from tracker.web.forms import blank, posted
from tracker.web.htmx import is_htmx
from tracker.web.pages import own_path, page

AnyRequest = Request[Any, Any, Any]
PAGE = "partnership/sign_in.html"


@get("/aanmelden", name="sign_in", opt={"need": Need.ANYONE})
async def show(request: AnyRequest) -> Response[Any]:
    onward = own_path(request.query_params.get("verder"), "/")
    if request.scope["auth"] is not None:
        return Redirect(onward, status_code=303)
    return page(request, PAGE, form=blank(SignIn, onward=onward), again=False)


@post("/aanmelden", name="sign_in.start", opt={"need": Need.ANYONE})
async def start(request: AnyRequest) -> Response[Any]:
    form = await posted(request, SignIn)
    with form.refusing():
        if form.data:
            token = await signing_in.sign_in(
                form.data.email, form.data.password, address=_address(request), device=_device(request)
            )
            return await _onward(request, token, form.data)
    return page(request, PAGE, form=form, again=bool(form.value("kept")))


@post("/afmelden", name="sign_out", opt={"need": Need.SIGNED_IN, "before_password": True})
async def stop(request: AnyRequest) -> Response[Any]:
    await signing_in.sign_out(signed_in_of(request).sign_in_id)
    return Redirect("/aanmelden?afgemeld=ja", status_code=303, cookies=[no_cookie()])


@get("/rol", name="capacities", opt={"need": Need.SIGNED_IN})
async def capacities(request: AnyRequest) -> Response[Any]:
    held = await viewers.capacities_of(signed_in_of(request).person_id)
    form = blank(ChooseCapacity, onward=own_path(request.query_params.get("verder"), ""))
    return page(request, "partnership/capacities.html", capacities=held, form=form)


@post("/rol", name="capacities.choose", opt={"need": Need.SIGNED_IN})
async def choose(request: AnyRequest) -> Response[Any]:
    signed_in = signed_in_of(request)
    form = await posted(request, ChooseCapacity)
    if form.data:
        token = await signing_in.choose_capacity(signed_in, form.data.role_held, device=_device(request))
        onward = own_path(form.data.onward, "/?gewisseld=ja")
        return Redirect(onward, status_code=303, cookies=[cookie_for(token)])
    held = await viewers.capacities_of(signed_in.person_id)
    return page(request, "partnership/capacities.html", capacities=held, form=form)


def _sign_in_first(request: AnyRequest, needed: SignInNeeded) -> Response[Any]:
    """To the sign-in page; when a sign-in ended in the middle of a form, what was typed travels along."""
    if not needed.typed or is_htmx(request):
        asked = request.url.path if request.method == "GET" else _path_of_form(request)
        return send_to(request, f"/aanmelden?{urlencode({'verder': asked})}")
    typed = [(name, value) for name, value in needed.typed if name not in drafts.NEVER_KEPT]
    onward = own_path(_path_of_form(request), "/")
    form = blank(SignIn, onward=onward, sent_to=request.url.path, kept=urlencode(typed))
    return page(request, PAGE, form=form, status=401, again=True)


def _stay_handed_over(request: AnyRequest, _: HandedOver) -> Response[Any]:
    return send_to(request, "/samen")


def _no_longer_handed_over(request: AnyRequest, _: NotHandedOver) -> Response[Any]:
    return send_to(request, "/")


def _change_password_first(request: AnyRequest, _: PasswordChangeNeeded) -> Response[Any]:
    return send_to(request, "/mijn/wachtwoord")


AT_THE_DOOR: Final[ExceptionHandlersMap] = {
    SignInNeeded: _sign_in_first,
    HandedOver: _stay_handed_over,
    NotHandedOver: _no_longer_handed_over,
    PasswordChangeNeeded: _change_password_first,
}


async def _onward(request: AnyRequest, token: str, data: SignIn) -> Response[Any]:
    """Back to the form with what was typed as its draft; what may not be a draft goes on to where it was
    sent, which asks about it first."""
    onward = own_path(data.onward, "/")
    fields = {name: texts if len(texts) > 1 else texts[0] for name, texts in parse_qs(data.kept).items()}
    if why_not_keep(fields):
        answer: Response[Any] = page(
            request,
            "partnership/typed_before.html",
            path=own_path(data.sent_to, onward),
            fields=parse_qsl(data.kept, keep_blank_values=True),
        )
        answer.set_cookie(cookie_for(token))
        return answer
    signed_in = await viewers.signed_in_with(token)
    if fields and signed_in is not None:
        await drafts.keep_draft(signed_in.person_id, onward, fields)
    return Redirect(onward, status_code=303, cookies=[cookie_for(token)])


def _path_of_form(request: AnyRequest) -> str:
    """The page on which the form stood, told by the browser; else the address it was sent to."""
    referer = request.headers.get("referer", "")
    host = str(request.base_url).rstrip("/")
    return referer[len(host) :].split("?")[0] if referer.startswith(f"{host}/") else request.url.path


def _address(request: AnyRequest) -> str:
    return request.client.host if request.client else ""


def _device(request: AnyRequest) -> str:
    return request.headers.get("user-agent", "")


ROUTES = [show, start, stop, capacities, choose]
