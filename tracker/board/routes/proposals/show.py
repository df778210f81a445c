"""A proposal whole: what it says, where it stands, who spoke, and what this viewer can do with it."""

from typing import Any

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.proposals.alone import actor
from tracker.board.forms import proposals as forms
from tracker.board.queries.circles import representatives
from tracker.board.queries.proposals.around import evaluations_of, reactions_to
from tracker.board.queries.proposals.one import Proposal, proposal_for
from tracker.board.routes.proposals.places import ONE, READ, proposal_page, tests_of, why_not
from tracker.board.rules.differences import differences
from tracker.partnership.access import viewer_of
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank

AnyRequest = Request[Any, Any, Any]


@get(ONE, name="proposals.show", opt=READ)
async def show(request: AnyRequest, proposal_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    return await whole_page(request, viewer, await proposal_for(viewer, proposal_id))


async def whole_page(
    request: AnyRequest,
    viewer: Viewer,
    proposal: Proposal,
    form: Posted[Any] | None = None,
    named: str = "",
    about: int = 0,
) -> Template:
    """The page with all its forms empty, but the one that was refused: `named`, about this objection."""
    blanks: dict[str, Posted[Any]] = {
        "open": blank(forms.Open, prefix="open"),
        "answer": answer_form(viewer, proposal),
        "enter": blank(forms.EnterAnswer, prefix="noteer"),
        "decide": blank(forms.Decide, prefix="besluit"),
        "react": blank(forms.React, prefix="reactie"),
        "reply": blank(forms.Reply, prefix="antwoord"),
        "judge": blank(forms.Judge, prefix="toets"),
        "for_circle": blank(forms.ForCircle, prefix="kring"),
        "argue": blank(forms.Argue, prefix="argument"),
        "withdraw": blank(forms.Reason, prefix="intrekken"),
        "send_back": blank(forms.Reason, prefix="terug"),
    }
    before = proposal.before
    barred, tests = why_not(viewer, proposal), tests_of(viewer, proposal)
    reactions = await reactions_to(proposal.id)
    shown = {name for name, reason in barred.items() if reason is None} - {"open"}
    shown |= {name for name, reason in tests.get(about, {}).items() if reason is None} - {"confirm"}
    if proposal.open_round and proposal.deciding.leads(actor(viewer)):
        shown.add("enter")
    if not any(each.id == about and not each.reply for each in reactions):
        shown.discard("reply")
    if form and named not in shown:
        say_above(form, barred.get(named) or tests.get(about, {}).get(named))
    return proposal_page(
        request,
        "board/proposals/show.html",
        viewer,
        proposal,
        form,
        forms={**blanks, **({named: form} if form else {})},
        about=about,
        tests=tests,
        changed=differences(before.text, proposal.now.text) if before else (),
        reactions=reactions,
        evaluations=await evaluations_of(proposal.id),
        purpose=(await own_words(viewer, WordingKind.PURPOSE)).text(WordingKind.PURPOSE),
        guests=await _guests(viewer, proposal) if barred["invite"] is None else {},
        withdraws=[each for each in proposal.objections if each.is_mine and each.is_open],
    )


def say_above(form: Posted[Any], reason: str | None) -> None:
    """Of a form that does not stand on the page, say above it why not, instead of beside its fields."""
    if form.refused:
        form.errors = {"": reason or next(iter(form.errors.values()), "Dit kan nu niet.")}
        form.suspects = ()


def answer_form(viewer: Viewer, proposal: Proposal) -> Posted[forms.GiveAnswer]:
    """The answer as this viewer gave it; nothing is chosen while nothing was said."""
    seat = proposal.open_round.seat(viewer.person_id) if proposal.open_round else None
    said = {"answer": seat.answer, "argument": seat.argument} if seat and seat.spoke else {}
    return blank(forms.GiveAnswer, prefix="zeg", **said)


async def _guests(viewer: Viewer, proposal: Proposal) -> dict[int, str]:
    invited = proposal.deciding.invited
    return {each.person: each.name for each in await representatives(viewer) if each.person not in invited}


ROUTES = [show]
