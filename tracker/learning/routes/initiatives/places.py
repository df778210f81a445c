"""Where the pages of an initiative are, and what all of them show."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.learning.rules import initiatives as rules
from tracker.learning.rules import iterations, kinds, offers
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Posted
from tracker.web.pages import page, url

LIST = "/p/{partnership:str}/verbeteren"
ONE = f"{LIST}/{{initiative_id:int}}"
READ = {"need": Need.INITIATIVES, "reads": "told"}
EDIT = {"need": Need.INITIATIVES_EDIT, "reads": "told"}
REMARK = {"need": Need.REMARKS, "reads": "told"}

AnyRequest = Request[Any, Any, Any]


def initiative_page(
    request: AnyRequest, template: str, form: Posted[Any] | None = None, **context: Any
) -> Template:
    """The page, and what this viewer may do; it is in the read log of who sees codes of cases on it."""
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        f"learning/{template}",
        form=form,
        kinds=kinds,
        rules=rules,
        cycles=iterations,
        answers=offers,
        may_edit=may(viewer.role, Need.INITIATIVES_EDIT),
        may_remark=may(viewer.role, Need.REMARKS),
        overview=url(request, "initiatives.list"),
        **context,
    )
