"""The kinds of meeting of a partnership, with their rhythm and how they work (B12)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.meetings import kinds as actions
from tracker.board.forms import meetings as forms
from tracker.board.queries.meetings.kinds import kind_of, kinds_of, still_offered
from tracker.board.routes.meetings.places import EDIT, LIST, READ
from tracker.board.rules import kinds
from tracker.board.rules.meetings.life import edits
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotAllowed
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
KINDS = f"{LIST}/soorten"
NEW = f"{KINDS}/nieuw"
ONE = f"{KINDS}/{{kind_id:int}}"
TOLD = ("name", "rhythm", "composition", "way_of_working", "minutes_way")


@get(KINDS, name="meeting_kinds.list", opt=READ)
async def list_kinds(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    return page(
        request,
        "board/meetings/kinds.html",
        kept=await kinds_of(viewer, retired=True),
        offered=await still_offered(viewer),
        kinds=kinds,
        circles=_circles(viewer),
    )


@post(KINDS, name="meeting_kinds.begin", opt=EDIT)
async def begin(request: AnyRequest) -> Response[Any]:
    """Keep what is offered to begin with."""
    await actions.begin_with_offered(viewer_of(request))
    return changed(request, back_to=url(request, "meetings.list"), message="bewaard")


@get(NEW, name="meeting_kinds.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    return _form_page(request, viewer, await begun(viewer, request.url.path, forms.NewKind))


@post(NEW, name="meeting_kinds.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.NewKind)
    await warn_of_cases(viewer, form, *TOLD)
    with form.refusing():
        if data := form.data:
            await actions.add_kind(viewer, data.key, forms.kind_from(data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meeting_kinds.list"), message="toegevoegd")
    return _form_page(request, viewer, form)


@get(ONE, name="meeting_kinds.edit", opt=EDIT)
async def edit(request: AnyRequest, kind_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    now = await kind_of(viewer, kind_id)
    if not now.edits:
        raise NotAllowed
    values = {name: getattr(now.kind, name) for name in (*TOLD, "circle", "decision_form")}
    form = await begun(
        viewer,
        request.url.path,
        forms.ChangeKind,
        **values,
        retired="ja" if now.retired else "",
        version=now.version,
    )
    return _form_page(request, viewer, form)


@post(ONE, name="meeting_kinds.update", opt=EDIT)
async def update(request: AnyRequest, kind_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await kind_of(viewer, kind_id)
    form = await posted(request, forms.ChangeKind)
    await warn_of_cases(viewer, form, *TOLD)
    with form.refusing():
        if data := form.data:
            await actions.change_kind(
                viewer, kind_id, forms.kind_from(data), retired=data.retired, version=data.version
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "meeting_kinds.list"), message="gewijzigd")
    return _form_page(request, viewer, form)


def _circles(viewer: Viewer) -> dict[kinds.Circle, str]:
    return {circle: name for circle, name in kinds.CIRCLE_NAMES.items() if edits(circle, viewer.role)}


def _form_page(request: AnyRequest, viewer: Viewer, form: Posted[Any]) -> Template:
    return page(request, "board/meetings/kind.html", form=form, kinds=kinds, circles=_circles(viewer))


ROUTES = [list_kinds, begin, new, create, edit, update]
