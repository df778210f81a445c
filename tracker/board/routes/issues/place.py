"""The page of an issue, with the form that was just refused where it stands."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.board.figures.issues import way_of
from tracker.board.forms import issues as forms
from tracker.board.queries.issues import Issue, issue_for
from tracker.board.queries.issues.board import board_today, organisations_today
from tracker.board.queries.issues.seen import readers_of
from tracker.board.rules import issues as rules
from tracker.board.rules import kinds
from tracker.partnership.access import viewer_of
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank
from tracker.web.pages import page, url

AnyRequest = Request[Any, Any, Any]

BASE = "/p/{partnership:str}/kwesties"
ONE = f"{BASE}/{{issue_id:int}}"
READ = {"need": Need.ISSUES}
RAISE = {"need": Need.ISSUES_RAISE}
TAKE_UP = {"need": Need.ISSUES_TAKE_UP}


async def issue_page(request: AnyRequest, issue_id: int, refused: Posted[Any] | None = None) -> Template:
    """The whole page of an issue. Raises NotFound."""
    viewer = viewer_of(request)
    issue = await issue_for(viewer, issue_id)
    may = _may(issue, viewer)
    return page(
        request,
        "board/issues/show.html",
        form=refused,
        issue=issue,
        way=way_of(issue),
        may=may,
        forms=await _forms(request, viewer, refused),
        organisations=await organisations_today(viewer) if may["work"] else {},
        board={
            person: seat.label
            for person, seat in (await board_today(viewer)).items()
            if person != viewer.person_id
        }
        if may["work"]
        else {},
        readers=await readers_of(issue.id) if issue.is_conflict else [],
        mandate=(await own_words(viewer, WordingKind.TEAM_MANDATE)).text(WordingKind.TEAM_MANDATE),
        kinds=kinds,
        rules=rules,
    )


def _may(issue: Issue, viewer: Viewer) -> dict[str, bool]:
    """What this viewer can do with the issue now; the same rules refuse."""
    facts, actor = issue.facts, rules.Actor(viewer.person_id, viewer.role)
    return {
        "take_up": rules.why_not_take_up(facts, actor) is None,
        "work": rules.why_not_work_on(facts, actor) is None,
        "note": rules.why_not_note(facts, actor) is None,
        "withdraw": rules.why_not_withdraw(facts, actor) is None,
        "raise_again": rules.why_not_raise_again(facts, actor) is None,
        "take_over": rules.why_not_take_over(facts, actor) is None,
        "decline": rules.why_not_decline(facts, actor) is None,
    }


async def _forms(request: AnyRequest, viewer: Viewer, refused: Posted[Any] | None) -> dict[str, Posted[Any]]:
    feedback = await begun(
        viewer, url(request, "issues.show"), forms.FeedBack, prefix="terug", then=rules.Next.GO_ON
    )
    blanks: dict[str, Posted[Any]] = {
        "terug": feedback,
        "op": blank(forms.Say, prefix="op"),
        "breng": blank(forms.BringIn, prefix="breng"),
        "nota": blank(forms.Remember, prefix="nota"),
        "weer": blank(forms.Reason, prefix="weer"),
        "klaar": blank(forms.Reason, prefix="klaar"),
        "vraag": blank(forms.Offer, prefix="vraag"),
        "over": blank(forms.Say, prefix="over"),
    }
    return blanks | ({refused.prefix: refused} if refused else {})
