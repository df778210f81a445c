"""One's own account: name, password, devices."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.response import Redirect

from tracker.partnership.access import cookie_for, no_cookie, signed_in_of
from tracker.partnership.actions import people, signing_in
from tracker.partnership.forms import people as forms
from tracker.partnership.queries import people as queries
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.passwords import MINIMUM_LENGTH
from tracker.web.forms import blank, posted
from tracker.web.pages import changed, page

AnyRequest = Request[Any, Any, Any]
OWN = {"need": Need.SIGNED_IN}
PASSWORD = {"need": Need.SIGNED_IN, "before_password": True}


@get("/mijn", name="account", opt=OWN)
async def show(request: AnyRequest) -> Response[Any]:
    signed_in = signed_in_of(request)
    return page(
        request,
        "partnership/account.html",
        form=blank(forms.ChangeName, name=signed_in.name),
        devices=await queries.devices_of(signed_in.person_id),
        this_device=signed_in.sign_in_id,
    )


@post("/mijn", name="account.rename", opt=OWN)
async def rename(request: AnyRequest) -> Response[Any]:
    signed_in = signed_in_of(request)
    form = await posted(request, forms.ChangeName)
    if form.data:
        await people.rename_self(signed_in.person_id, form.data.name)
        return changed(request, back_to="/mijn", message="gewijzigd")
    devices = await queries.devices_of(signed_in.person_id)
    return page(
        request, "partnership/account.html", form=form, devices=devices, this_device=signed_in.sign_in_id
    )


@get("/mijn/wachtwoord", name="account.password", opt=PASSWORD)
async def password(request: AnyRequest) -> Response[Any]:
    return _password_page(request, blank(forms.ChangePassword))


@post("/mijn/wachtwoord", name="account.change_password", opt=PASSWORD)
async def change_password(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.ChangePassword)
    with form.refusing():
        if form.data:
            token = await signing_in.change_password(
                signed_in_of(request),
                form.data.current,
                form.data.password,
                device=request.headers.get("user-agent", ""),
            )
            return Redirect("/?gewijzigd=ja", status_code=303, cookies=[cookie_for(token)])
    return _password_page(request, form)


@post("/mijn/afmelden-overal", name="account.sign_out_everywhere", opt=OWN)
async def sign_out_everywhere(request: AnyRequest) -> Response[Any]:
    await signing_in.sign_out_everywhere(signed_in_of(request).person_id)
    return Redirect("/aanmelden?afgemeld=ja", status_code=303, cookies=[no_cookie()])


def _password_page(request: AnyRequest, form: Any) -> Response[Any]:
    return page(
        request,
        "partnership/password.html",
        form=form,
        first=signed_in_of(request).must_change_password,
        minimum=MINIMUM_LENGTH,
    )


ROUTES = [show, rename, password, change_password, sign_out_everywhere]
