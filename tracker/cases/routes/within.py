"""A page within a case: what all of them show around their own part."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.cases.forms.validations import DISCUSSED
from tracker.cases.queries.seen import Case
from tracker.cases.rules import kinds
from tracker.cases.rules.endings import why_not_log
from tracker.web.forms import Posted
from tracker.web.pages import page


def case_page(
    request: Request[Any, Any, Any],
    template: str,
    case: Case,
    form: Posted[Any] | None = None,
    **context: Any,
) -> Template:
    """The page, with its form; on an ended case it says why nothing can be noted.

    What was typed while the case ended stays in sight.
    """
    refused = form is not None and form.refused
    return page(
        request,
        template,
        form=form,
        case=case,
        kinds=kinds,
        why_not=None if refused else why_not_log(case.state),
        discussed=DISCUSSED,
        **context,
    )
