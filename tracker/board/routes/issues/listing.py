"""The list of issues: what asks for you first, then all of them by state."""

from functools import partial

from litestar import get
from litestar.response import Template

from tracker.board.forms import issues as forms
from tracker.board.queries.issues import issues_of
from tracker.board.queries.issues.board import organisations_today
from tracker.board.queries.issues.listing import first_for
from tracker.board.routes.issues.place import BASE, READ, AnyRequest
from tracker.board.rules.kinds import ISSUE_KIND_NAMES, ISSUE_STATE_NAMES
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.web.pages import page


@get(BASE, name="issues.list", opt=READ)
async def list_all(request: AnyRequest) -> Template:
    viewer, wanted = viewer_of(request), forms.wanted_in(request.query_params)
    found, number = await issues_of(viewer, wanted), forms.page_in(request.query_params)
    begin = (number - 1) * forms.SIZE
    return page(
        request,
        "board/issues/list.html",
        wanted=wanted,
        asked=forms.asks(wanted),
        yours=first_for(viewer, found) if not forms.asks(wanted) else [],
        issues=found[begin : begin + forms.SIZE],
        total=len(found),
        number=number,
        begin=begin,
        size=forms.SIZE,
        states={forms.STATES[state]: name for state, name in ISSUE_STATE_NAMES.items()},
        kinds={forms.KINDS[kind]: name for kind, name in ISSUE_KIND_NAMES.items()},
        address=partial(forms.address, wanted),
        state=forms.STATES[wanted.state] if wanted.state else "",
        kind=forms.KINDS[wanted.kind] if wanted.kind else "",
        organisations=await organisations_today(viewer) if wanted.organisation else {},
        may_raise=may(viewer.role, Need.ISSUES_RAISE),
        may_choose_rhythm=may(viewer.role, Need.RHYTHM_EDIT),
    )


ROUTES = [list_all]
