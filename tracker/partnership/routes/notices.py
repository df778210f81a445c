"""What somebody was told: the list, the way to where it stands, and what comes by mail."""

from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from tracker.partnership.access import signed_in_of
from tracker.partnership.actions import notices
from tracker.partnership.forms.notices import MailChoice
from tracker.partnership.queries.notices import not_by_mail, notices_of, where_to
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.notices import NOTICE_KIND_NAMES, NoticeKind
from tracker.problems import NotFound
from tracker.web.forms import blank, posted
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.pages import changed, page

AnyRequest = Request[Any, Any, Any]
OWN = {"need": Need.SIGNED_IN}


@get("/berichten", name="notices.list", opt=OWN)
async def list_(request: AnyRequest) -> Response[Any]:
    return page(request, "partnership/notices.html", notices=await notices_of(signed_in_of(request)))


@get("/berichten/{notice_id:int}", name="notices.open", opt=OWN)
async def open_(request: AnyRequest, notice_id: FromPath[int]) -> Response[Any]:
    """To where the notice stands; in another partnership the role for it is asked first."""
    signed_in = signed_in_of(request)
    found = await where_to(signed_in, notice_id) if 0 < notice_id <= LARGEST_ID else None
    if found is None:
        raise NotFound
    if signed_in.viewer is None or signed_in.viewer.partnership_id != found.partnership_id:
        return Redirect(f"/rol?{urlencode({'verder': request.url.path})}", status_code=303)
    await notices.look(signed_in.person_id, notice_id)
    return Redirect(found.path, status_code=303)


@post("/berichten", name="notices.look", opt=OWN)
async def look(request: AnyRequest) -> Response[Any]:
    await notices.look_at_all(signed_in_of(request).person_id)
    return changed(request, back_to="/berichten", message="bewaard")


@get("/mijn/berichten", name="notices.choose", opt=OWN)
async def choices(request: AnyRequest) -> Response[Any]:
    off = await not_by_mail(signed_in_of(request).person_id)
    form = blank(MailChoice, kinds=[kind for kind in NoticeKind if kind not in off])
    return page(request, "partnership/mail_choice.html", form=form, kinds=NOTICE_KIND_NAMES)


@post("/mijn/berichten", name="notices.chosen", opt=OWN)
async def choose(request: AnyRequest) -> Response[Any]:
    form = await posted(request, MailChoice)
    if form.data:
        wanted = {kind for kind in NoticeKind if kind in form.data.kinds}
        await notices.choose_mail(signed_in_of(request).person_id, wanted)
        return changed(request, back_to="/mijn/berichten", message="bewaard")
    return page(request, "partnership/mail_choice.html", form=form, kinds=NOTICE_KIND_NAMES)


ROUTES = [list_, open_, look, choices, choose]
