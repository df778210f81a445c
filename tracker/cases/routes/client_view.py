"""Reading together what was written about a case, and handing over the phone (C11)."""

from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from tracker.cases.access import case_of
from tracker.cases.actions.together import check_block, hand_over
from tracker.cases.figures.labels import DUTCH, Labels, labels_in, languages
from tracker.cases.forms.together import BLOCKS, HandOver, NotRight
from tracker.cases.queries.seen import Case
from tracker.cases.queries.together import client_view_of
from tracker.cases.rules import kinds
from tracker.cases.rules.together import Block, hand_over_path, why_not_hand_over
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.drafts import drafts_under
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
PATH = "/p/{partnership:str}/casussen/{code:str}/klantbeeld"
OPT = {"need": Need.CASES, "reads": "case"}


@get(PATH, name="cases.client_view", opt=OPT)
async def show(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    return page(
        request,
        "cases/together/client_view.html",
        **await _told(request, viewer, case),
        parts=BLOCKS,
        languages=languages().values(),
        begun=bool(await drafts_under(viewer.person_id, hand_over_path(case.code))),
        why_not=why_not_hand_over(case.state, has_password=viewer.has_password),
    )


@post(f"{PATH}/{{part:str}}/klopt", name="cases.client_view.right", opt=OPT)
async def right(request: AnyRequest, code: FromPath[str], part: FromPath[str]) -> Response[Any]:
    viewer, _ = await case_of(request, code)
    await check_block(viewer, code, _block(part), right=True)
    return changed(request, back_to=_back(request, part), message="bewaard")


@get(f"{PATH}/{{part:str}}/klopt-niet", name="cases.client_view.not_right", opt=OPT)
async def ask(request: AnyRequest, code: FromPath[str], part: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await begun(viewer, request.url.path, NotRight)
    return await _not_right(request, viewer, case, part, form)


@post(f"{PATH}/{{part:str}}/klopt-niet", name="cases.client_view.contest", opt=OPT)
async def contest(request: AnyRequest, code: FromPath[str], part: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, NotRight)
    with form.refusing():
        if said := form.data:
            await check_block(viewer, code, _block(part), right=False, words=said.words, only=said.only)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=_back(request, part), message="bewaard")
    return await _not_right(request, viewer, case, part, form)


@post(f"{PATH}/telefoon", name="cases.hand_over", opt=OPT)
async def give(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """From here on this device shows the person's own pages only, also in what the browser remembers."""
    viewer, _ = await case_of(request, code)
    form = await posted(request, HandOver)
    language = labels_in(form.value("language")).code
    await hand_over(viewer, code, language)
    return Redirect("/samen", status_code=303, headers={"Clear-Site-Data": '"cache"'})


def _block(part: str) -> Block:
    if part not in BLOCKS:
        raise NotFound
    return BLOCKS[part]


def _back(request: AnyRequest, part: str) -> str:
    chosen = _language(request)
    return f"{url(request, 'cases.client_view')}{_query(chosen)}#{part}"


def _language(request: AnyRequest) -> Labels:
    return labels_in(request.query_params.get("taal"))


def _query(say: Labels) -> str:
    return "" if say.code == DUTCH else f"?{urlencode({'taal': say.code})}"


async def _not_right(
    request: AnyRequest, viewer: Viewer, case: Case, part: str, form: Posted[NotRight]
) -> Response[Any]:
    context = await _told(request, viewer, case)
    items = context["view"].items(_block(part))
    if not items:
        return Redirect(_back(request, part), status_code=303)
    return page(request, "cases/together/not_right.html", form=form, part=part, items=items, **context)


async def _told(request: AnyRequest, viewer: Viewer, case: Case) -> dict[str, Any]:
    """What there is to read, and the language in which the fixed words around it stand."""
    say = _language(request)
    anchors = await own_words(viewer, WordingKind.STAR_LOW, WordingKind.STAR_HIGH)
    return {
        "case": case,
        "kinds": kinds,
        "view": await client_view_of(viewer, case),
        "say": say.with_anchors(anchors.text(WordingKind.STAR_LOW), anchors.text(WordingKind.STAR_HIGH)),
        "query": _query(say),
    }


ROUTES = [show, right, ask, contest, give]
