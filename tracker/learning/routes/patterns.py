"""A pattern: its page, making and editing it, merging, splitting, moving and retiring (L5)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.forms.filters import page_in
from tracker.learning.actions import moving
from tracker.learning.actions import patterns as actions
from tracker.learning.actions.remarks import remark
from tracker.learning.forms import patterns as forms
from tracker.learning.forms.asked import KINDS, board_in, kind_named
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.forms.remarks import RemarkOn
from tracker.learning.queries import patterns as queries
from tracker.learning.queries.causes import causes_of
from tracker.learning.queries.dashboards.stories import released_about
from tracker.learning.queries.former import former_of
from tracker.learning.queries.initiatives import initiatives_on_pattern
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.queries.threads import thread_of, whole
from tracker.learning.queries.words import first_and_last, words_in
from tracker.learning.routes.within import EDIT, READ, REMARK, learning_page
from tracker.learning.rules.kinds import PATTERN_KIND_PLURALS, RECURRENCE_NAMES, Subject
from tracker.learning.rules.patterns import PATTERN_NAMES
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.pages import changed, url
from tracker.web.panels import panels_on

AnyRequest = Request[Any, Any, Any]
BASE = "/p/{partnership:str}/patronen"
ONE = f"{BASE}/{{pattern_id:int}}"


@get(f"{BASE}/nieuw", name="patterns.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    wanted = board_in(request.query_params)
    return learning_page(
        request, "learning/patterns/new.html", blank(forms.NewPattern, soort=KINDS[wanted.kind])
    )


@post(f"{BASE}/nieuw", name="patterns.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    form = await posted(request, forms.NewPattern)
    await warn_of_cases(viewer_of(request), form, "name", "meaning")
    with form.refusing():
        if data := form.data:
            wanted = actions.NewPattern(kind_named(data.soort), data.name, data.meaning)
            made = await actions.make_pattern(viewer_of(request), data.key, wanted)
            return changed(request, back_to=url(request, "patterns.show", pattern_id=made), message="bewaard")
    return learning_page(request, "learning/patterns/new.html", form)


@get(ONE, name="patterns.show", opt=READ)
async def show(request: AnyRequest, pattern_id: FromPath[int]) -> Template:
    return await _show_page(request, pattern_id, blank(RemarkOn))


@post(f"{ONE}/opmerkingen", name="patterns.remark", opt=REMARK)
async def remark_on(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    await queries.pattern_for(viewer, pattern_id)
    form = await posted(request, RemarkOn)
    await warn_of_cases(viewer, form, "text")
    with form.refusing():
        if form.data:
            await remark(viewer, Subject.PATTERN, pattern_id, form.data.key, form.data.text)
            return changed(request, back_to=url(request, "patterns.show"), message="bewaard")
    return await _show_page(request, pattern_id, form)


@get(f"{ONE}/wijzig", name="patterns.edit", opt=EDIT)
async def edit(request: AnyRequest, pattern_id: FromPath[int]) -> Template:
    pattern = await queries.pattern_for(viewer_of(request), pattern_id)
    return _of_pattern(request, "edit", pattern, blank(forms.EditPattern, **forms.as_typed_in(pattern)))


@post(f"{ONE}/wijzig", name="patterns.update", opt=EDIT)
async def update(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    pattern = await queries.pattern_for(viewer, pattern_id)
    form = await posted(request, forms.EditPattern)
    await warn_of_cases(viewer, form, "name", "meaning", "recurrence_reason", "reason")
    with form.refusing():
        if data := form.data:
            wanted = forms.edited(data)
            await actions.edit_pattern(viewer, pattern_id, wanted, version=data.version, reason=data.reason)
            return changed(request, back_to=url(request, "patterns.show"), message="gewijzigd")
    return _of_pattern(request, "edit", pattern, form)


@get(f"{ONE}/verplaats", name="patterns.move", opt=EDIT)
async def move(request: AnyRequest, pattern_id: FromPath[int]) -> Template:
    pattern = await queries.pattern_for(viewer_of(request), pattern_id)
    return await _move_page(request, pattern, blank(forms.Move))


@post(f"{ONE}/verplaats", name="patterns.move.keep", opt=EDIT)
async def keep_move(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    pattern = await queries.pattern_for(viewer, pattern_id)
    form = await posted(request, forms.Move)
    await warn_of_cases(viewer, form, "name", "reason")
    with form.refusing():
        if data := form.data:
            if data.what == "out":
                await moving.move_words(viewer, pattern_id, data.words, None, data.reason)
            elif data.into and not data.name:
                await moving.move_words(viewer, pattern_id, data.words, data.into, data.reason)
            else:
                new = actions.NewPattern(pattern.kind, data.name)
                await moving.split_pattern(viewer, data.key, pattern_id, data.words, new, data.reason)
            return changed(request, back_to=url(request, "patterns.show"), message="verplaatst")
    return await _move_page(request, pattern, form)


@get(f"{ONE}/samenvoegen", name="patterns.merge", opt=EDIT)
async def merge(request: AnyRequest, pattern_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    pattern = await queries.pattern_for(viewer, pattern_id)
    return await _merge_page(request, viewer, pattern, blank(forms.Merge))


@post(f"{ONE}/samenvoegen", name="patterns.merge.keep", opt=EDIT)
async def keep_merge(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    pattern = await queries.pattern_for(viewer, pattern_id)
    form = await posted(request, forms.Merge)
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if data := form.data:
            await moving.merge_patterns(viewer, pattern_id, data.into, data.reason)
            goal = url(request, "patterns.show", pattern_id=data.into)
            return changed(request, back_to=goal, message="samengevoegd")
    return await _merge_page(request, viewer, pattern, form)


@get(f"{ONE}/niet-meer", name="patterns.retire", opt=EDIT)
async def retire(request: AnyRequest, pattern_id: FromPath[int]) -> Template:
    pattern = await queries.pattern_for(viewer_of(request), pattern_id)
    return _of_pattern(request, "retire", pattern, blank(forms.Retire))


@post(f"{ONE}/niet-meer", name="patterns.retire.keep", opt=EDIT)
async def keep_retired(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    pattern = await queries.pattern_for(viewer, pattern_id)
    form = await posted(request, forms.Retire)
    await warn_of_cases(viewer, form, "reason")
    with form.refusing():
        if form.data:
            await actions.retire_pattern(viewer, pattern_id, form.data.reason)
            return changed(request, back_to=url(request, "patterns.show"), message="gewijzigd")
    return _of_pattern(request, "retire", pattern, form)


@post(f"{ONE}/weer-gebruiken", name="patterns.use_again", opt=EDIT)
async def use_again(request: AnyRequest, pattern_id: FromPath[int]) -> Response[Any]:
    await actions.use_pattern_again(viewer_of(request), pattern_id)
    return changed(request, back_to=url(request, "patterns.show"), message="gewijzigd")


async def _show_page(request: AnyRequest, pattern_id: int, form: Posted[RemarkOn]) -> Template:
    viewer = viewer_of(request)
    pattern = await queries.pattern_for(viewer, pattern_id)
    causes = await causes_of(viewer, pattern.id)
    first, last = await first_and_last(viewer, pattern)
    names = {"recurrence": RECURRENCE_NAMES}
    return learning_page(
        request,
        "learning/patterns/show.html",
        form,
        pattern=pattern,
        pattern_plural=PATTERN_KIND_PLURALS[pattern.kind],
        causes=causes,
        thread=await whole(viewer, thread_of(pattern, causes, last), request.app.state["onward"]),
        first=first,
        last=last,
        words=await words_in(viewer, pattern, page_in(request.query_params)),
        stories=await released_about(viewer, pattern.id),
        remarks=await remarks_on(viewer, Subject.PATTERN, pattern.id),
        remark_url=url(request, "patterns.remark"),
        former=await former_of(viewer, Subject.PATTERN, pattern.id, PATTERN_NAMES, names),
        address=KINDS[pattern.kind],
        tried=await initiatives_on_pattern(viewer, pattern.id),
        panels=await panels_on("pattern", request, viewer, pattern),
    )


def _of_pattern(
    request: AnyRequest, name: str, pattern: queries.Pattern, form: Posted[Any], **context: Any
) -> Template:
    return learning_page(request, f"learning/patterns/{name}.html", form, pattern=pattern, **context)


async def _move_page(request: AnyRequest, pattern: queries.Pattern, form: Posted[forms.Move]) -> Template:
    viewer = viewer_of(request)
    words = await words_in(viewer, pattern, page_in(request.query_params))
    others = await queries.to_choose(viewer, pattern.kind, but=[pattern.id])
    return _of_pattern(request, "move", pattern, form, words=words, others=others, kind=pattern.kind)


async def _merge_page(
    request: AnyRequest, viewer: Viewer, pattern: queries.Pattern, form: Posted[forms.Merge]
) -> Template:
    others = await queries.to_choose(viewer, pattern.kind, but=[pattern.id])
    return _of_pattern(
        request, "merge", pattern, form, others=others, plural=PATTERN_KIND_PLURALS[pattern.kind]
    )


ROUTES = [
    new,
    create,
    show,
    remark_on,
    edit,
    update,
    move,
    keep_move,
    merge,
    keep_merge,
    retire,
    keep_retired,
    use_again,
]
