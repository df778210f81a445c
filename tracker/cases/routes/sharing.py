"""Who sees a case, and what the person said about it."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.sharing import Answer, Wanted, Withdrawal, note_answer, share, withdraw
from tracker.cases.forms.sharing import EXTENT_NAMES, Extent, NoteAnswer, TakeBack, WhoSees
from tracker.cases.queries.seen import Case, still_sees
from tracker.cases.queries.sharing import sharing_of
from tracker.cases.rules import kinds
from tracker.cases.rules.sharing import needs_persons_agreement
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.partnerships import team_names
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
SHARING = "/p/{partnership:str}/casussen/{code:str}/delen"
OPT = {"need": Need.CASES, "reads": "case"}


@get(SHARING, name="cases.sharing.show", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    return await _page(request, viewer, case, "show", None)


@get(f"{SHARING}/organisaties", name="cases.sharing.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    state = await sharing_of(case)
    form = await begun(
        viewer,
        request.url.path,
        WhoSees,
        version=state.version,
        organisations=sorted(state.going_on),
        coordination=state.with_coordination,
        from_day=viewer.today,
    )
    return await _page(request, viewer, case, "edit", form)


@post(f"{SHARING}/organisaties", name="cases.sharing.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, WhoSees)
    with form.refusing():
        if form.data:
            wanted = Wanted(
                organisations=frozenset(form.data.organisations),
                from_day=form.data.from_day,
                with_coordination=form.data.coordination,
                leaves_own=form.data.leaves_own,
            )
            await share(viewer, code, wanted, version=form.data.version)
            return await _shared(request, viewer, code, "gewijzigd")
    return await _page(request, viewer, case, "edit", form)


@get(f"{SHARING}/akkoord", name="cases.sharing.answer", opt=OPT)
async def ask(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    told = (await sharing_of(case)).told
    form = await begun(
        viewer, request.url.path, NoteAnswer, informed_on=viewer.today, how=told.how, limits=told.limits
    )
    return await _page(request, viewer, case, "answer", form)


@post(f"{SHARING}/akkoord", name="cases.sharing.answer.create", opt=OPT)
async def answer(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, NoteAnswer)
    with form.refusing():
        if form.data:
            await note_answer(viewer, code, Answer(**form.data.model_dump()))
            return await _shared(request, viewer, code, "bewaard")
    return await _page(request, viewer, case, "answer", form)


@get(f"{SHARING}/intrekking", name="cases.sharing.withdraw", opt=OPT)
async def taking_back(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, TakeBack, withdrawn_on=viewer.today)
    return await _page(request, viewer, case, "withdraw", form)


@post(f"{SHARING}/intrekking", name="cases.sharing.withdraw.create", opt=OPT)
async def take_back(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, TakeBack)
    with form.refusing():
        if form.data:
            withdrawal = Withdrawal(
                withdrawn_on=form.data.withdrawn_on,
                whole=form.data.extent is Extent.WHOLE,
                organisations=frozenset(form.data.organisations),
                coordination_too=form.data.coordination_too,
                how=form.data.how,
                by_whom=form.data.by_whom,
                leaves_own=form.data.leaves_own,
            )
            await withdraw(viewer, code, withdrawal)
            return await _shared(request, viewer, code, "ingetrokken")
    return await _page(request, viewer, case, "withdraw", form)


async def _shared(request: AnyRequest, viewer: Viewer, code: str, message: str) -> Response[Any]:
    """Back to the sharing of the case, or to the list for who no longer sees it."""
    await drop_draft(viewer.person_id, request.url.path)
    route = "cases.sharing.show" if await still_sees(viewer, code) else "cases.list"
    return changed(request, back_to=url(request, route), message=message)


async def _page(
    request: AnyRequest, viewer: Viewer, case: Case, name: str, form: Posted[Any] | None
) -> Template:
    state = await sharing_of(case)
    return page(
        request,
        f"cases/sharing/{name}.html",
        form=form,
        case=case,
        state=state,
        team={**state.names_going_on, **await team_names(viewer, viewer.today)},
        kinds=kinds,
        extents=EXTENT_NAMES,
        needs_person=needs_persons_agreement(case.kind),
    )


ROUTES = [show, edit, update, ask, answer, taking_back, take_back]
