"""What helped and what did not: assessing what was done, seen from the purpose."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.assessments import assess, correct_assessment
from tracker.cases.forms import assessments as forms
from tracker.cases.forms.filters import page_in
from tracker.cases.queries.assessments import Judged, all_judged, judged_of
from tracker.cases.queries.choices import demands_to_choose, interactions_to_choose
from tracker.cases.queries.corrections import former_of
from tracker.cases.queries.seen import Case
from tracker.cases.routes.show import undo_of
from tracker.cases.routes.within import case_page
from tracker.cases.rules.assessments import ASSESSMENT_NAMES
from tracker.cases.rules.kinds import VERDICT_NAMES, WASTE_KIND_NAMES, Subject
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
LIST = "/p/{partnership:str}/casussen/{code:str}/wat-hielp"
ONE = f"{LIST}/{{assessment_id:int}}"
OPT = {"need": Need.CASES, "reads": "case"}


@get(LIST, name="cases.assessments.list", opt=OPT)
async def list_all(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    judged = await all_judged(case, page_in(request.query_params))
    panels = await panels_on("assessments", request, viewer, case, judged.rows)
    return case_page(request, "cases/assessments/list.html", case, judged=judged, panels=panels)


@get(f"{LIST}/nieuw", name="cases.assessments.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, forms.NewAssessment, happened_on=viewer.today)
    return await _form_page(request, viewer, case, form, None)


@post(f"{LIST}/nieuw", name="cases.assessments.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, forms.NewAssessment)
    with form.refusing():
        if form.data:
            noted = await assess(viewer, code, form.data.key, forms.judging(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{Subject.ASSESSMENT}-{noted}"
            return changed(request, back_to=url(request, "cases.show"), message="bewaard", about=about)
    return await _form_page(request, viewer, case, form, None)


@get(ONE, name="cases.assessments.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], assessment_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await judged_of(case, assessment_id)
    told = forms.as_typed_in(now)
    form = await begun(viewer, request.url.path, forms.CorrectAssessment, **told, version=now.version)
    return await _form_page(request, viewer, case, form, now)


@post(ONE, name="cases.assessments.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], assessment_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await judged_of(case, assessment_id)
    form = await posted(request, forms.CorrectAssessment)
    with form.refusing():
        if data := form.data:
            wanted = forms.judging(data)
            left = await correct_assessment(
                viewer, code, assessment_id, wanted, version=data.version, reason=data.why
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(
                request,
                back_to=url(request, "cases.assessments.list"),
                message="uit-patroon" if left else "gewijzigd",
            )
    return await _form_page(request, viewer, case, form, now)


async def _form_page(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[Any], now: Judged | None
) -> Template:
    demands = await demands_to_choose(case, now.demands if now else ())
    names: dict[str, Mapping[Any, str]] = {"verdict": VERDICT_NAMES, "waste_kind": WASTE_KIND_NAMES}
    subject = Subject.ASSESSMENT
    return case_page(
        request,
        "cases/assessments/form.html",
        case,
        form,
        now=now,
        steps={step.id: step.name for step in await value_steps(viewer, retired=now is not None)},
        demands=demands,
        interactions=await interactions_to_choose(case, now.interactions if now else ()),
        former=await former_of(case, subject, now.id, ASSESSMENT_NAMES, names) if now else [],
        take_back=await undo_of(request, viewer, case, subject, now.id) if now else None,
    )


ROUTES = [list_all, new, create, edit, update]
