"""A case beside the personas, from the case itself; never required (C13)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker.cases.access import case_of
from tracker.cases.queries.seen import Case
from tracker.learning.actions import misfits, resemblance
from tracker.learning.forms import personas as forms
from tracker.learning.queries.misfits import misfits_on
from tracker.learning.queries.personas import Portrait, personas
from tracker.learning.queries.resemblance import Likeness, likeness_on, likenesses_on
from tracker.learning.rules.kinds import PersonaState
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/casussen/{code:str}/persona"
ONE = f"{BASE}/{{resemblance_id:int}}"
OPT = {"need": Need.CASES, "reads": "case"}
PANEL = "#persona"


@get(f"{BASE}/nieuw", name="cases.resemblance.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, forms.Compare, persona=_asked(request))
    return await _new_page(request, viewer, case, form)


@post(f"{BASE}/nieuw", name="cases.resemblance.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    if not await _to_compare(viewer, case):
        return Redirect(request.url.path, status_code=303)
    form = await posted(request, forms.Compare)
    if form.data and form.data.persona not in {each.id for each in await personas(viewer)}:
        form.refuse("Maak een keuze uit de lijst.", "persona")
    with form.refusing():
        if data := form.data:
            wanted = resemblance.Comparison(data.alike, data.different, data.involve)
            await resemblance.compare(viewer, code, data.key, data.persona, wanted)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show") + PANEL, message="toegevoegd")
    return await _new_page(request, viewer, case, form)


@get(ONE, name="cases.resemblance.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], resemblance_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    now = await likeness_on(case, resemblance_id)
    form = await begun(
        viewer,
        request.url.path,
        forms.CorrectComparison,
        alike=now.alike,
        different=now.different,
        involve=now.involve,
        version=now.version,
    )
    return _edit_page(request, case, now, form)


@post(ONE, name="cases.resemblance.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], resemblance_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    now = await likeness_on(case, resemblance_id)
    form = await posted(request, forms.CorrectComparison)
    with form.refusing():
        if data := form.data:
            wanted = resemblance.Comparison(data.alike, data.different, data.involve)
            await resemblance.correct_comparison(viewer, code, now.id, wanted, version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show") + PANEL, message="gewijzigd")
    return _edit_page(request, case, now, form)


@post(f"{ONE}/ongedaan", name="cases.resemblance.undo", opt=OPT)
async def undo(request: AnyRequest, code: FromPath[str], resemblance_id: FromPath[int]) -> Response[Any]:
    """The comparison goes, its words are back in its form."""
    viewer, _ = await case_of(request, code)
    back_to = url(request, "cases.resemblance.new")
    await resemblance.undo_comparison(viewer, code, resemblance_id, form=back_to)
    return changed(request, back_to=back_to, message="ongedaan")


@post(f"{ONE}/weg", name="cases.resemblance.delete", opt=OPT)
async def take_away(request: AnyRequest, code: FromPath[str], resemblance_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await case_of(request, code)
    await resemblance.take_away(viewer, code, resemblance_id)
    return changed(request, back_to=url(request, "cases.show") + PANEL, message="gewist")


@get(f"{BASE}/geen", name="cases.misfit.new", opt=OPT)
async def fits_none(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, forms.FitsNone)
    return await _misfit_page(request, case, form)


@post(f"{BASE}/geen", name="cases.misfit.create", opt=OPT)
async def say_fits_none(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, forms.FitsNone)
    with form.refusing():
        if form.data:
            await misfits.say_fits_none(viewer, code, form.data.key, form.data.why)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.show") + PANEL, message="toegevoegd")
    return await _misfit_page(request, case, form)


def _asked(request: AnyRequest) -> int | None:
    asked = request.query_params.get("persona", "")
    fits = asked.isascii() and asked.isdecimal() and len(asked) < 11 and int(asked) <= LARGEST_ID
    return int(asked) if fits else None


async def _new_page(request: AnyRequest, viewer: Viewer, case: Case, form: Posted[forms.Compare]) -> Template:
    open_ones = await _to_compare(viewer, case)
    return page(request, "learning/resemblance/new.html", form=form, case=case, personas=open_ones)


async def _to_compare(viewer: Viewer, case: Case) -> list[Portrait]:
    """The personas that the case does not lie beside yet."""
    there = {each.persona_id for each in await likenesses_on(case) if not each.proposed}
    there_is = await personas(viewer, PersonaState.IN_USE, PersonaState.PROPOSED)
    return [each for each in there_is if each.id not in there]


def _edit_page(
    request: AnyRequest, case: Case, now: Likeness, form: Posted[forms.CorrectComparison]
) -> Template:
    return page(request, "learning/resemblance/edit.html", form=form, case=case, now=now)


async def _misfit_page(request: AnyRequest, case: Case, form: Posted[forms.FitsNone]) -> Template:
    waiting = next((each for each in await misfits_on(case) if each.waiting), None)
    return page(request, "learning/resemblance/none.html", form=form, case=case, waiting=waiting)


ROUTES = [new, create, edit, update, undo, take_away, fits_none, say_fits_none]
