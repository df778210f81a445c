"""Where the pages of a proposal are, and what all of them show."""

from typing import Any

from litestar import Request
from litestar.response import Template

from tracker.board.actions.proposals.alone import actor
from tracker.board.queries.proposals.one import Proposal
from tracker.board.rules import kinds, objections, proposals, rounds
from tracker.board.rules.evaluations import comes_up, why_not_evaluate
from tracker.board.rules.kinds import Stage
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted
from tracker.web.pages import page

LIST = "/p/{partnership:str}/voorstellen"
ONE = f"{LIST}/{{proposal_id:int}}"
READ = {"need": Need.PROPOSALS}
PROPOSE = {"need": Need.PROPOSE}
ANSWER = {"need": Need.ANSWER}
FACILITATE = {"need": Need.FACILITATE}


def proposal_page(
    request: Request[Any, Any, Any],
    template: str,
    viewer: Viewer,
    proposal: Proposal,
    form: Posted[Any] | None = None,
    **context: Any,
) -> Template:
    """A page about a proposal, with what this viewer may do there and why not."""
    return page(
        request,
        template,
        form=form,
        proposal=proposal,
        kinds=kinds,
        needs=proposals.NEED_NAMES,
        needed=proposals.needed(proposal.form, starts_initiative=proposal.starts_initiative),
        why_not=why_not(viewer, proposal),
        my_seat=proposal.open_round.seat(viewer.person_id) if proposal.open_round else None,
        is_member=proposal.deciding.is_member(actor(viewer)),
        leads=proposal.deciding.leads(actor(viewer)),
        is_away=viewer.person_id in proposal.deciding.away,
        left=[each.id for each in proposal.objections if proposal.deciding.has_left(each.owner)],
        comes_up=proposal.stage is Stage.DECIDED and comes_up(proposal.review_on, viewer.today),
        usual_days=rounds.USUAL_ARGUMENT_DAYS,
        **context,
    )


def why_not(viewer: Viewer, proposal: Proposal) -> dict[str, str | None]:
    """Per act why this viewer cannot do it now; None when they can. The same rules refuse the act itself."""
    deciding, who = proposal.deciding, actor(viewer)
    answering = rounds.why_not_answer(deciding, who)
    arguing = objections.why_not_argue(deciding, who, viewer.today)
    withdrawing = proposals.why_not_withdraw(deciding, who)
    sending_back = proposals.why_not_send_back(deciding, who)
    return {
        "open": rounds.why_not_open_round(deciding, who),
        "answer": answering.reason if answering else None,
        "decide": rounds.why_not_decide(deciding, who),
        "end": rounds.why_not_end_round(deciding, who),
        "edit": proposals.why_not_edit(deciding, who),
        "amend": proposals.why_not_amend(deciding, who),
        "react": proposals.why_not_react(deciding, who),
        "reply": proposals.why_not_reply(deciding, who),
        "lead": proposals.why_not_name_facilitator(deciding, who),
        "invite": proposals.why_not_invite(deciding, who),
        "to_picture": proposals.why_not_move(deciding, who, Stage.PICTURE),
        "to_opinion": proposals.why_not_move(deciding, who, Stage.OPINION),
        "withdraw": withdrawing.reason if withdrawing else None,
        "send_back": sending_back.reason if sending_back else None,
        "be_away": rounds.why_not_be_away(deciding, who),
        "be_back": rounds.why_not_be_back(deciding, who),
        "argue": arguing.reason if arguing else None,
        "evaluate": why_not_evaluate(deciding, who),
    }


def tests_of(viewer: Viewer, proposal: Proposal) -> dict[int, dict[str, str | None]]:
    """Per objection why this viewer cannot test, confirm, withdraw or answer it."""
    deciding, who = proposal.deciding, actor(viewer)
    found = {}
    for each in proposal.objections:
        judging = objections.why_not_judge(deciding, each.facts, who)
        for_circle = objections.why_not_answer_for_circle(deciding, each.facts, who)
        found[each.id] = {
            "judge": judging.reason if judging else None,
            "confirm": objections.why_not_confirm(deciding, each.facts, who),
            "withdraw": objections.why_not_withdraw_objection(deciding, each.facts, who),
            "for_circle": for_circle.reason if for_circle else None,
        }
    return found
