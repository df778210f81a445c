"""What the board shows on pages of the packages below it."""

from tracker.board.queries.issues import brought_into, of_conditions, of_patterns
from tracker.board.queries.proposals.listing import proposals_about
from tracker.board.queries.starting import agendas_of, gate_of
from tracker.board.rules import kinds
from tracker.learning.queries.conditions import Condition
from tracker.learning.queries.initiatives import Initiative
from tracker.learning.queries.patterns import Pattern
from tracker.learning.rules.initiatives import PREPARING, InitiativeState, why_not_start
from tracker.learning.rules.kinds import WhoCanChange
from tracker.partnership.queries.partners import Part
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.web.panels import Panel


async def issues_of_pattern(viewer: Viewer, pattern: Pattern) -> Panel | None:
    """The issues raised from a pattern, and the way to raise one."""
    may_raise = may(viewer.role, Need.ISSUES_RAISE) and not pattern.merged_into
    issues = await of_patterns(viewer, [pattern.id])
    if not issues and not may_raise:
        return None
    return Panel(
        "board/panels/_issues.html",
        {"issues": issues, "may_raise": may_raise, "query": f"?patroon={pattern.id}"},
        aside=True,
    )


async def issues_of_condition(viewer: Viewer, condition: Condition) -> Panel | None:
    """The issues about a system condition; one beyond the team can be laid before the board (L7)."""
    beyond = condition.who is not WhoCanChange.TEAM
    may_raise = beyond and may(viewer.role, Need.ISSUES_RAISE)
    issues = await of_conditions(viewer, [condition.id])
    if not issues and not may_raise:
        return None
    return Panel(
        "board/panels/_issues.html",
        {"issues": issues, "may_raise": may_raise, "query": f"?conditie={condition.id}"},
        aside=True,
    )


async def issues_at_partner(viewer: Viewer, part: Part) -> Panel | None:
    """The issues that were brought into a partner (B11)."""
    issues = await brought_into(viewer, part.organisation_id)
    if not issues:
        return None
    rows = {"issues": issues, "organisation_id": part.organisation_id}
    return Panel("board/panels/_brought_in.html", rows)


async def decisions_on_initiative(viewer: Viewer, initiative: Initiative) -> Panel | None:
    """The decisions about an initiative, the agenda of the board, and the start or why not yet."""
    proposals = await proposals_about(viewer, initiative.id)
    if initiative.state not in PREPARING:
        rows = {"proposals": proposals, "kinds": kinds}
        return Panel("board/panels/_decided.html", rows, aside=True) if proposals else None
    if initiative.state is InitiativeState.DRAFT and not proposals:
        return None
    refusal = why_not_start(initiative.facts, await gate_of(viewer, initiative.id), viewer.today)
    return Panel(
        "board/panels/_before_start.html",
        {
            "proposals": proposals,
            "agendas": await agendas_of(viewer, initiative.id),
            "why_not_start": refusal.reason if refusal else None,
            "may_start": may(viewer.role, Need.INITIATIVES_EDIT),
            "may_propose": may(viewer.role, Need.INITIATIVES_EDIT),
            "kinds": kinds,
        },
    )
