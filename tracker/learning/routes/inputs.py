"""Input from outside: recorded, and looked for in cases (L15)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import inputs as actions
from tracker.learning.forms.evidence import FindInCase, ReceiveInput
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import patterns
from tracker.learning.queries.inputs import Input, input_of, inputs
from tracker.learning.rules.extracts import why_not_bring_to_initiative
from tracker.learning.rules.kinds import SOURCE_NAMES
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/inbreng"
ONE = f"{LIST}/{{input_id:int}}"
READ = {"need": Need.LEARNING, "reads": "told"}
EDIT = {"need": Need.LEARNING_EDIT}


@get(LIST, name="inputs.list", opt=READ)
async def list_inputs(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    received = await inputs(viewer)
    if any(each.findings for each in received):
        reading_list(request)
    return page(
        request,
        "learning/inputs/list.html",
        inputs=received,
        source_names=SOURCE_NAMES,
        may_edit=may(viewer.role, Need.LEARNING_EDIT),
    )


@get(f"{LIST}/nieuw", name="inputs.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    form = await begun(viewer, request.url.path, ReceiveInput, received_on=viewer.today)
    return page(request, "learning/inputs/new.html", form=form, source_names=SOURCE_NAMES)


@post(f"{LIST}/nieuw", name="inputs.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, ReceiveInput)
    await warn_of_cases(viewer, form, "from_whom", "text")
    with form.refusing():
        if data := form.data:
            received = actions.Receiving(data.source, data.from_whom, data.received_on, data.text)
            made = await actions.receive_input(viewer, data.key, received)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "inputs.show", input_id=made), message="toegevoegd")
    return page(request, "learning/inputs/new.html", form=form, source_names=SOURCE_NAMES)


@get(ONE, name="inputs.show", opt=READ)
async def show(request: AnyRequest, input_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    return await _show_page(request, viewer, await input_of(viewer, input_id), blank(FindInCase))


@post(f"{ONE}/casussen", name="inputs.find", opt={"need": Need.CASES, "reads": "list"})
async def find(request: AnyRequest, input_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    received = await input_of(viewer, input_id)
    form = await posted(request, FindInCase)
    with form.refusing():
        if data := form.data:
            try:
                await actions.find_in_case(viewer, input_id, data.case, data.key, data.finding, data.pattern)
                return changed(request, back_to=url(request, "inputs.show"), message="toegevoegd")
            except NotFound:
                form.refuse("Deze casus vinden we niet. Kijk de code na.", "case")
    return await _show_page(request, viewer, received, form)


async def _show_page(request: AnyRequest, viewer: Viewer, received: Input, form: Posted[Any]) -> Template:
    if received.findings:
        reading_list(request)
    return page(
        request,
        "learning/inputs/show.html",
        form=form,
        input=received,
        source_names=SOURCE_NAMES,
        may_look=may(viewer.role, Need.CASES),
        why_not_yet=why_not_bring_to_initiative(findings=received.count.cases),
        patterns=await patterns.to_choose(viewer),
    )


ROUTES = [list_inputs, new, create, show, find]
