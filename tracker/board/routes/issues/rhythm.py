"""After how many days what stands still is shown."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Template

from tracker.board.actions.rhythm import choose_limits
from tracker.board.forms.issues import Days
from tracker.board.queries.issues.board import limits_of
from tracker.board.routes.issues.place import BASE, AnyRequest
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need
from tracker.web.forms import blank, posted
from tracker.web.pages import changed, page, url

EDIT = {"need": Need.RHYTHM_EDIT}
PATH = f"{BASE}/ritme"


@get(PATH, name="issues.rhythm", opt=EDIT)
async def edit(request: AnyRequest) -> Template:
    now = await limits_of(viewer_of(request))
    form = blank(Days, take_up_days=now.take_up_days, silent_days=now.silent_days)
    return page(request, "board/issues/rhythm.html", form=form)


@post(PATH, name="issues.choose_rhythm", opt=EDIT)
async def choose(request: AnyRequest) -> Response[Any]:
    form = await posted(request, Days)
    with form.refusing():
        if data := form.data:
            await choose_limits(viewer_of(request), data.take_up_days, data.silent_days)
            return changed(request, back_to=url(request, "issues.list"), message="gewijzigd")
    return page(request, "board/issues/rhythm.html", form=form)


ROUTES = [edit, choose]
