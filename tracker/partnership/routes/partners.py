"""Partners, municipalities and own roles: looking at them and changing them from a day on."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from tracker.partnership.access import viewer_of
from tracker.partnership.actions import partners as actions
from tracker.partnership.forms import partners as forms
from tracker.partnership.queries import partners as queries
from tracker.partnership.queries import people as people_queries
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.partners import PARTNER_KIND_NAMES
from tracker.problems import NotFound
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/partnerschap"
READ = {"need": Need.PARTNERSHIP}
EDIT = {"need": Need.PARTNERSHIP_EDIT}


@get(f"{BASE}/organisaties/nieuw", name="partners.new", opt=EDIT)
async def new(request: AnyRequest) -> Response[Any]:
    return _new_page(request, blank(forms.NewPartner, since=viewer_of(request).today))


@post(f"{BASE}/organisaties/nieuw", name="partners.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.NewPartner)
    with form.refusing():
        if form.data:
            await actions.admit_partner(viewer_of(request), **form.data.model_dump())
            return changed(request, back_to=url(request, "partnership.show"), message="toegevoegd")
    return _new_page(request, form)


@get(f"{BASE}/organisaties/{{partner_id:int}}", name="partners.show", opt=READ)
async def show(request: AnyRequest, partner_id: FromPath[int]) -> Response[Any]:
    return await _show_page(request, partner_id)


@get(f"{BASE}/organisaties/{{partner_id:int}}/wijzig", name="partners.edit", opt=EDIT)
async def edit(request: AnyRequest, partner_id: FromPath[int]) -> Response[Any]:
    part = await _part(request, partner_id)
    told = {name: getattr(part, name) for name in forms.EditPartner.model_fields}
    return page(request, "partnership/partner_edit.html", form=blank(forms.EditPartner, **told), part=part)


@post(f"{BASE}/organisaties/{{partner_id:int}}/wijzig", name="partners.save", opt=EDIT)
async def save(request: AnyRequest, partner_id: FromPath[int]) -> Response[Any]:
    part = await _part(request, partner_id)
    form = await posted(request, forms.EditPartner)
    if form.data:
        facts = actions.PartnerFacts(**form.data.model_dump())
        await actions.edit_partner(viewer_of(request), partner_id, facts)
        return changed(
            request, back_to=url(request, "partners.show", partner_id=partner_id), message="gewijzigd"
        )
    return page(request, "partnership/partner_edit.html", form=form, part=part)


@post(f"{BASE}/organisaties/{{partner_id:int}}/einde", name="partners.end", opt=EDIT)
async def end(request: AnyRequest, partner_id: FromPath[int]) -> Response[Any]:
    form = await posted(request, forms.EndPartner, prefix="einde")
    with form.refusing():
        if form.data:
            await actions.end_partner(viewer_of(request), partner_id, form.data.until)
            return changed(
                request, back_to=url(request, "partners.show", partner_id=partner_id), message="gewijzigd"
            )
    return await _show_page(request, partner_id, ending=form)


@post(f"{BASE}/organisaties/{{partner_id:int}}/contacten", name="partners.contact", opt=EDIT)
async def contact(request: AnyRequest, partner_id: FromPath[int]) -> Response[Any]:
    form = await posted(request, forms.Contact, prefix="contact")
    if form.data:
        await actions.note_contact(viewer_of(request), partner_id, **form.data.model_dump())
        return changed(
            request, back_to=url(request, "partners.show", partner_id=partner_id), message="bewaard"
        )
    return await _show_page(request, partner_id, meeting=form)


@get(f"{BASE}/rollen/nieuw", name="named_roles.new", opt=EDIT)
async def new_role(request: AnyRequest) -> Response[Any]:
    return await _role_page(request, blank(forms.NamedRole, since=viewer_of(request).today), None)


@post(f"{BASE}/rollen/nieuw", name="named_roles.create", opt=EDIT)
async def create_role(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.NamedRole)
    with form.refusing():
        if form.data:
            await actions.name_role(viewer_of(request), **form.data.model_dump())
            return changed(request, back_to=url(request, "partnership.show"), message="bewaard")
    return await _role_page(request, form, None)


@get(f"{BASE}/rollen/{{role_id:int}}", name="named_roles.edit", opt=EDIT)
async def edit_role(request: AnyRequest, role_id: FromPath[int]) -> Response[Any]:
    roles = await queries.named_roles(viewer_of(request))
    role = next((role for role in roles if role["id"] == role_id), None)
    if role is None:
        raise NotFound
    today = viewer_of(request).today
    form = blank(forms.NamedRole, title=role["title"], person=role["person_id"], since=today)
    return await _role_page(request, form, role_id)


@post(f"{BASE}/rollen/{{role_id:int}}/einde", name="named_roles.end", opt=EDIT)
async def end_role(request: AnyRequest, role_id: FromPath[int]) -> Response[Any]:
    await actions.end_named_role(viewer_of(request), role_id)
    return changed(request, back_to=url(request, "partnership.show"), message="gewijzigd")


@get(f"{BASE}/werkingsgebied", name="service_area.edit", opt=EDIT)
async def area(request: AnyRequest) -> Response[Any]:
    return await _area_page(request, blank(forms.ServiceArea, since=viewer_of(request).today))


@post(f"{BASE}/werkingsgebied", name="service_area.add", opt=EDIT)
async def add_municipality(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.ServiceArea)
    with form.refusing():
        if form.data:
            await actions.add_municipality(viewer_of(request), form.data.municipality, form.data.since)
            return changed(request, back_to=url(request, "service_area.edit"), message="toegevoegd")
    return await _area_page(request, form)


@post(f"{BASE}/werkingsgebied/einde", name="service_area.end", opt=EDIT)
async def end_municipality(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.EndMunicipality, prefix="einde")
    with form.refusing():
        if form.data:
            await actions.end_municipality(viewer_of(request), form.data.area, form.data.until)
            return changed(request, back_to=url(request, "service_area.edit"), message="gewijzigd")
    return await _area_page(request, blank(forms.ServiceArea), ending=form)


async def _part(request: AnyRequest, partner_id: int) -> queries.Part:
    parts = await queries.partners(viewer_of(request))
    part = next((part for part in parts if part.id == partner_id), None)
    if part is None:
        raise NotFound
    return part


def _new_page(request: AnyRequest, form: Posted[Any]) -> Response[Any]:
    return page(request, "partnership/partner_new.html", form=form, kinds=PARTNER_KIND_NAMES)


async def _show_page(
    request: AnyRequest,
    partner_id: int,
    ending: Posted[Any] | None = None,
    meeting: Posted[Any] | None = None,
) -> Response[Any]:
    viewer, part = viewer_of(request), await _part(request, partner_id)
    today = viewer.today
    return page(
        request,
        "partnership/partner.html",
        status=422 if ending or meeting else None,
        form=ending or meeting,
        part=part,
        panels=await panels_on("partner", request, viewer, part),
        contacts=await queries.contacts_with(viewer, partner_id),
        ending=ending or blank(forms.EndPartner, prefix="einde", until=today),
        meeting=meeting or blank(forms.Contact, prefix="contact", met_on=today),
        may_edit=may(viewer.role, Need.PARTNERSHIP_EDIT),
    )


async def _role_page(request: AnyRequest, form: Posted[Any], role_id: int | None) -> Response[Any]:
    people = await people_queries.people_today(viewer_of(request))
    return page(request, "partnership/named_role.html", form=form, role_id=role_id, people=dict(people))


async def _area_page(
    request: AnyRequest, adding: Posted[Any], ending: Posted[Any] | None = None
) -> Response[Any]:
    viewer = viewer_of(request)
    area = await queries.service_area(viewer)
    return page(
        request,
        "partnership/service_area.html",
        status=422 if ending else None,
        form=ending or adding,
        adding=adding,
        ending=ending or blank(forms.EndMunicipality, prefix="einde", until=viewer.today),
        area=area,
        leaving={place["id"]: place["municipality"] for place in area if place["until"] is None},
    )


ROUTES = [
    new,
    create,
    show,
    edit,
    save,
    end,
    contact,
    new_role,
    create_role,
    edit_role,
    end_role,
    area,
    add_municipality,
    end_municipality,
]
