"""Bringing a partnership's own workbook in: choose, say what is what, check row by row, keep (C18)."""

from collections.abc import Sequence
from typing import Any

from litestar import Request, Response, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath
from litestar.response import Redirect

from tracker.cases.actions.importing import in_hand as actions
from tracker.cases.actions.importing.beside import Beside, kinds_with, labels_with
from tracker.cases.actions.importing.updating import UPDATES
from tracker.cases.exchange.in_hand import InHand
from tracker.cases.forms import workbook as forms
from tracker.jobs.actions.asking import stop_job
from tracker.jobs.queries import JobSeen, job_of
from tracker.jobs.rules import State
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken
from tracker.web.errors import send_to
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
HERE = "/p/{partnership:str}/werkmap"
ONE = f"{HERE}/inlezen/{{number:int}}"
OPT = {"need": Need.WORKBOOK}
SIZE = 50
# A form around the files takes some bytes as well.
LARGEST_REQUEST = (forms.MEGABYTES + 1) * 1024 * 1024


@get(f"{HERE}/inlezen", name="workbook.new", opt=OPT)
async def new(request: AnyRequest) -> Response[Any]:
    return page(request, "cases/workbook/choose.html", form=blank(forms.ChooseFiles))


def too_large(request: AnyRequest, _: HTTPException) -> Response[Any]:
    """A request of more than the files may be is not read at all."""
    form = blank(forms.ChooseFiles)
    form.refuse(forms.TOO_LARGE, "files")
    return page(request, "cases/workbook/choose.html", form=form, status=413)


@post(
    f"{HERE}/inlezen",
    name="workbook.create",
    opt=OPT,
    request_max_body_size=LARGEST_REQUEST,
    exception_handlers={413: too_large},
)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.ChooseFiles)
    with form.refusing():
        if form.data:
            files = [(file.name, file.content) for file in form.data.files]
            number = await actions.take_in_hand(viewer, form.data.key, files)
            held = await actions.in_hand(viewer, number)
            job = None if held.looks else await actions.change(viewer, number, held, _beside(request))
            return _after_look(request, job, "workbook.columns", number)
    return page(request, "cases/workbook/choose.html", form=form)


@get(f"{ONE}/kolommen", name="workbook.columns", opt=OPT)
async def columns(request: AnyRequest, number: FromPath[int]) -> Response[Any]:
    viewer, held = await _in_hand(request, number)
    if held.outcome is None:
        return await _still_looking(request, viewer, number, held)
    return page(request, "cases/workbook/columns.html", held=held, outcome=held.outcome, number=number)


@get(f"{ONE}/kolommen/{{sheet:int}}", name="workbook.sheet", opt=OPT)
async def sheet_form(request: AnyRequest, number: FromPath[int], sheet: FromPath[int]) -> Response[Any]:
    viewer, held = await _in_hand(request, number)
    if held.outcome is None:
        return await _still_looking(request, viewer, number, held)
    chosen = _sheet(held, sheet)
    form = blank(
        forms.ReadSheet,
        kind=chosen["kind"],
        was_kind=chosen["kind"],
        header_row=chosen["header_row"] or 1,
        column={column["index"] + 1: column["field"] for column in chosen["columns"]},
    )
    return _sheet_page(request, number, chosen, form)


@post(f"{ONE}/kolommen/{{sheet:int}}", name="workbook.choose", opt=OPT)
async def choose(request: AnyRequest, number: FromPath[int], sheet: FromPath[int]) -> Response[Any]:
    viewer, held = await _in_hand(request, number)
    if held.outcome is None:
        return await _still_looking(request, viewer, number, held)
    chosen = _sheet(held, sheet)
    form = await posted(request, forms.ReadSheet)
    with form.refusing():
        if form.data:
            wanted = forms.with_sheet(held, chosen, form.data)
            job = await actions.change(viewer, number, wanted, _beside(request))
            again = form.data.kind != form.data.was_kind and form.data.kind
            where = "workbook.sheet" if again else "workbook.columns"
            return _after_look(request, job, where, number, **({"sheet": sheet} if again else {}))
    return _sheet_page(request, number, chosen, form)


@post(f"{ONE}/kolommen/{{sheet:int}}/nog-eens", name="workbook.repeat", opt=OPT)
async def repeat(request: AnyRequest, number: FromPath[int], sheet: FromPath[int]) -> Response[Any]:
    viewer, held = await _in_hand(request, number)
    if held.outcome is None:
        return await _still_looking(request, viewer, number, held)
    repeated, place = forms.with_repeat(held, _sheet(held, sheet))
    job = await actions.change(viewer, number, repeated)
    return _after_look(request, job, "workbook.sheet", number, sheet=place)


@get(ONE, name="workbook.check", opt=OPT)
async def check(request: AnyRequest, number: FromPath[int]) -> Response[Any]:
    viewer, held = await _in_hand(request, number)
    if held.outcome is None:
        return await _still_looking(request, viewer, number, held)
    return _check_page(request, number, held, blank(forms.CheckRows, looks=held.looks))


@post(ONE, name="workbook.fix", opt=OPT)
async def fix(request: AnyRequest, number: FromPath[int]) -> Response[Any]:
    viewer, held = await _in_hand(request, number)
    if held.outcome is None:
        return await _still_looking(request, viewer, number, held)
    form = await posted(request, forms.CheckRows)
    with form.refusing():
        if form.data:
            return await _decide(request, viewer, number, held, form.data)
    return _check_page(request, number, held, form)


async def _decide(
    request: AnyRequest, viewer: Viewer, number: int, held: InHand, data: forms.CheckRows
) -> Response[Any]:
    if data.drop:
        await actions.let_go(viewer, number)
        return changed(request, back_to=url(request, "cases.list"), message="gewist")
    if data.looks != held.looks:
        raise RuleBroken("Dit bestand is intussen opnieuw nagekeken. Kijk wat er nu staat.")
    wanted = forms.with_fixes(held, data)
    if data.keep:
        await actions.choose(viewer, number, wanted)
        job = await actions.keep(viewer, number, data.key)
        return changed(request, back_to=url(request, "workbook.progress", job=job))
    job_or_none = await actions.change(viewer, number, wanted, _beside(request))
    return _after_look(request, job_or_none, "workbook.check", number)


@get(f"{HERE}/werk/{{job:int}}", name="workbook.progress", opt=OPT)
async def progress(request: AnyRequest, job: FromPath[int]) -> Response[Any]:
    seen = await _job(request, job)
    if seen.state is State.DONE and seen.kind == actions.LOOK:
        number = seen.result["in_hand"]
        held = await actions.in_hand(viewer_of(request), number)
        where = "workbook.columns" if held.looks == 1 else "workbook.check"
        return send_to(request, url(request, where, number=number))
    return page(
        request,
        "cases/workbook/progress.html",
        job=seen,
        number=seen.result.get("in_hand"),
        looking=seen.kind == actions.LOOK,
        labels=labels_with(_beside(request)),
        then=[onward for each in _beside(request) for onward in each.then],
    )


@post(f"{HERE}/werk/{{job:int}}", name="workbook.stop", opt=OPT)
async def stop(request: AnyRequest, job: FromPath[int]) -> Response[Any]:
    seen = await _job(request, job)
    if not seen.ended:
        await stop_job(viewer_of(request).person_id, job)
    return changed(request, back_to=url(request, "workbook.progress"))


def _beside(request: AnyRequest) -> Sequence[Beside]:
    """What higher packages take out of a workbook, as the application said."""
    beside: Sequence[Beside] = request.app.state.get("workbook", ())
    return beside


def _kinds(request: AnyRequest) -> dict[str, str]:
    """What a sheet may be read as, by name."""
    return {kind.name: kind.label for kind in kinds_with(_beside(request))}


async def _in_hand(request: AnyRequest, number: int) -> tuple[Viewer, InHand]:
    viewer = viewer_of(request)
    return viewer, await actions.in_hand(viewer, number)


async def _job(request: AnyRequest, job: int) -> JobSeen:
    viewer = viewer_of(request)
    seen = await job_of(viewer.person_id, job)
    if seen.partnership != viewer.partnership_id or seen.kind not in (actions.LOOK, actions.KEEP):
        raise NotFound
    return seen


async def _still_looking(request: AnyRequest, viewer: Viewer, number: int, held: InHand) -> Response[Any]:
    job = await actions.looking(viewer, number, held)
    return Redirect(url(request, "workbook.progress", job=job), status_code=303)


def _after_look(request: AnyRequest, job: int | None, where: str, number: int, **more: int) -> Response[Any]:
    if job is not None:
        return changed(request, back_to=url(request, "workbook.progress", job=job))
    return changed(request, back_to=url(request, where, number=number, **more))


def _sheet(held: InHand, sheet: int) -> dict[str, Any]:
    """A sheet by its place in the files, from 1."""
    assert held.outcome is not None
    sheets: list[dict[str, Any]] = held.outcome["sheets"]
    if not 1 <= sheet <= len(sheets):
        raise NotFound
    return sheets[sheet - 1]


def _sheet_page(
    request: AnyRequest, number: int, sheet: dict[str, Any], form: Posted[forms.ReadSheet]
) -> Response[Any]:
    return page(
        request, "cases/workbook/sheet.html", form=form, number=number, sheet=sheet, kinds=_kinds(request)
    )


def _check_page(
    request: AnyRequest, number: int, held: InHand, form: Posted[forms.CheckRows]
) -> Response[Any]:
    assert held.outcome is not None
    only, kind = request.query_params.get("toon", ""), request.query_params.get("soort", "")
    messages = [
        (place, message)
        for place, message in enumerate(held.outcome["messages"], start=1)
        if (only != "achter" or message["behind"]) and kind in ("", message["kind"])
    ]
    asked = request.query_params.get("blz", "1")
    pages = max(1, -(-len(messages) // SIZE))
    at = (
        min(int(asked), pages) if asked.isascii() and asked.isdigit() and len(asked) < 6 and int(asked) else 1
    )
    return page(
        request,
        "cases/workbook/check.html",
        form=form,
        number=number,
        held=held,
        outcome=held.outcome,
        messages=messages[(at - 1) * SIZE : at * SIZE],
        total=len(messages),
        at=at,
        pages=pages,
        size=SIZE,
        only_behind=only == "achter",
        kind=kind if kind in _kinds(request) else "",
        labels=labels_with(_beside(request)),
        beside=[each.note for each in _beside(request) if each.note],
        corrected=forms.written_corrections(held),
        can_update=UPDATES,
    )


ROUTES = [new, create, columns, sheet_form, choose, repeat, check, fix, progress, stop]
