"""People and roles: of the partnership for its coordination, of all for the administrator."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from tracker.partnership.access import viewer_of
from tracker.partnership.actions import people as actions
from tracker.partnership.forms import people as forms
from tracker.partnership.queries import people as queries
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import OUTSIDE_PARTNERSHIPS, ROLE_NAMES, Role
from tracker.problems import NotFound
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
PEOPLE = "/p/{partnership:str}/mensen"


@get(PEOPLE, name="people.list", opt={"need": Need.PEOPLE})
async def show(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    held = await queries.roles_held(viewer)
    return page(
        request, "partnership/people.html", held=held, may_edit=may(viewer.role, Need.PEOPLE_EDIT), all=False
    )


@get("/beheer", name="administration", opt={"need": Need.ADMINISTRATION})
async def show_all(request: AnyRequest) -> Response[Any]:
    held = await queries.roles_held(viewer_of(request))
    return page(request, "partnership/people.html", held=held, may_edit=True, all=True)


@get([f"{PEOPLE}/nieuw"], name="people.new", opt={"need": Need.PEOPLE_EDIT})
async def new(request: AnyRequest) -> Response[Any]:
    return await _new_page(request, blank(forms.GiveRole, since=viewer_of(request).today))


@post([f"{PEOPLE}/nieuw"], name="people.welcome", opt={"need": Need.PEOPLE_EDIT})
async def welcome(request: AnyRequest) -> Response[Any]:
    return await _welcome(request, viewer_of(request).partnership_id)


@get("/beheer/nieuw", name="administration.new", opt={"need": Need.ADMINISTRATION})
async def new_anywhere(request: AnyRequest) -> Response[Any]:
    return await _new_page(request, blank(forms.GiveRole, since=viewer_of(request).today))


@post("/beheer/nieuw", name="administration.welcome", opt={"need": Need.ADMINISTRATION})
async def welcome_anywhere(request: AnyRequest) -> Response[Any]:
    return await _welcome(request, None)


@get(f"{PEOPLE}/rollen/{{role_held:int}}", name="people.role", opt={"need": Need.PEOPLE_EDIT})
async def role(request: AnyRequest, role_held: FromPath[int]) -> Response[Any]:
    return await _role_page(request, role_held)


@post(f"{PEOPLE}/rollen/{{role_held:int}}", name="people.end_role", opt={"need": Need.PEOPLE_EDIT})
async def end_role(request: AnyRequest, role_held: FromPath[int]) -> Response[Any]:
    return await _end(request, role_held, url(request, "people.list"))


@get("/beheer/rollen/{role_held:int}", name="administration.role", opt={"need": Need.ADMINISTRATION})
async def role_anywhere(request: AnyRequest, role_held: FromPath[int]) -> Response[Any]:
    return await _role_page(request, role_held)


@post("/beheer/rollen/{role_held:int}", name="administration.end_role", opt={"need": Need.ADMINISTRATION})
async def end_role_anywhere(request: AnyRequest, role_held: FromPath[int]) -> Response[Any]:
    return await _end(request, role_held, "/beheer")


@post("/beheer/mensen/{person:int}/sluiten", name="administration.close", opt={"need": Need.ADMINISTRATION})
async def close_account(request: AnyRequest, person: FromPath[int]) -> Response[Any]:
    await actions.disable_person(viewer_of(request), person)
    return changed(request, back_to="/beheer", message="gewijzigd")


async def _welcome(request: AnyRequest, partnership: int | None) -> Response[Any]:
    form = await posted(request, forms.GiveRole)
    with form.refusing():
        if form.data:
            chosen = form.data.model_dump() | {"partnership": partnership or form.data.partnership}
            met = await actions.welcome(viewer_of(request), **chosen)
            if met.first_password is None:
                return changed(request, back_to=_back(request), message="toegevoegd")
            return page(
                request,
                "partnership/welcome.html",
                email=form.data.email,
                first_password=met.first_password,
                back=_back(request),
            )
    return await _new_page(request, form)


async def _end(request: AnyRequest, role_held: int, back_to: str) -> Response[Any]:
    form = await posted(request, forms.EndRole)
    with form.refusing():
        if form.data:
            await actions.end_role(viewer_of(request), role_held, form.data.until)
            return changed(request, back_to=back_to, message="gewijzigd")
    return await _role_page(request, role_held, form)


async def _new_page(request: AnyRequest, form: Posted[Any]) -> Response[Any]:
    viewer = viewer_of(request)
    everywhere = viewer.role is Role.ADMINISTRATOR
    return page(
        request,
        "partnership/person_new.html",
        form=form,
        roles={r: name for r, name in ROLE_NAMES.items() if everywhere or r not in OUTSIDE_PARTNERSHIPS},
        organisations=await queries.organisations_to_choose(viewer),
        partnerships=await queries.partnerships_to_choose() if everywhere else None,
        back=_back(request),
    )


async def _role_page(request: AnyRequest, role_held: int, form: Posted[Any] | None = None) -> Response[Any]:
    viewer = viewer_of(request)
    held = next((h for h in await queries.roles_held(viewer) if h.id == role_held), None)
    if held is None:
        raise NotFound
    form = form or blank(forms.EndRole, until=viewer.today)
    everywhere = viewer.role is Role.ADMINISTRATOR
    return page(
        request, "partnership/role.html", form=form, held=held, back=_back(request), may_close=everywhere
    )


def _back(request: AnyRequest) -> str:
    return "/beheer" if viewer_of(request).role is Role.ADMINISTRATOR else url(request, "people.list")


ROUTES = [
    show,
    show_all,
    new,
    welcome,
    new_anywhere,
    welcome_anywhere,
    role,
    end_role,
    role_anywhere,
    end_role_anywhere,
    close_account,
]
