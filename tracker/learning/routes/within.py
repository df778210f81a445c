"""A page about patterns and what lies behind them: what all of them show around their own part."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.learning.rules import kinds
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.web.forms import Posted
from tracker.web.pages import page, url

AnyRequest = Request[Any, Any, Any]

READ = {"need": Need.LEARNING, "reads": "told"}
EDIT = {"need": Need.LEARNING_EDIT, "reads": "told"}
REMARK = {"need": Need.REMARKS, "reads": "told"}


def learning_page(
    request: AnyRequest, template: str, form: Posted[Any] | None = None, **context: Any
) -> Template:
    """The page, with its form and what this viewer may do; it is in the read log of who works on cases."""
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        template,
        form=form,
        kinds=kinds,
        may_edit=may(viewer.role, Need.LEARNING_EDIT),
        may_remark=may(viewer.role, Need.REMARKS),
        may_ask=may(viewer.role, Need.SESSIONS_FACILITATE),
        overview=url(request, "patterns.overview"),
        **context,
    )
