"""What learning shows on pages of the packages below it."""

from collections.abc import Sequence

from tracker.cases.queries.assessments import Judged
from tracker.cases.queries.demands import Life
from tracker.cases.queries.failure_demands import Heard
from tracker.cases.queries.seen import Case
from tracker.learning.queries.capacity import brought_by
from tracker.learning.queries.conditions import conditions_of
from tracker.learning.queries.extracts import stories_of_case
from tracker.learning.queries.on_cases import on_case, patterns_of_assessed
from tracker.learning.queries.resemblance import in_sight
from tracker.learning.queries.threads import OnwardOf, Thread, thread_from, whole
from tracker.learning.queries.value_steps import steps_seen
from tracker.learning.queries.words import Word, suggestions_for
from tracker.learning.rules import kinds
from tracker.learning.rules.kinds import PatternKind
from tracker.partnership.queries.partners import Part
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.web.panels import Panel, PanelOf


async def personas_of_case(viewer: Viewer, case: Case) -> Panel:
    """The personas beside a case, or that it fits none (C13)."""
    rows = {"personas": await in_sight(viewer, case)}
    return Panel("learning/resemblance/_panel.html", rows, aside=True)


async def released_stories(viewer: Viewer, case: Case) -> Panel:
    """The stories that the team released of a case, and the way to release one."""
    return Panel(
        "learning/extracts/_panel.html", {"stories": await stories_of_case(viewer, case)}, aside=True
    )


async def patterns_of_case(viewer: Viewer, case: Case) -> Panel | None:
    """Which patterns the words of a case belong to, and what was just noted looks like elsewhere (L14)."""
    found = await on_case(viewer, case)
    if not found.here and not found.fresh:
        return None
    return Panel("learning/panels/_case.html", {"found": found}, aside=True)


async def patterns_of_assessments(viewer: Viewer, case: Case, judged: Sequence[Judged]) -> Panel:
    """The pattern in which each of these assessments of a case stands."""
    rows = {"patterns": await patterns_of_assessed([each.id for each in judged])}
    return Panel("learning/panels/_of_assessment.html", rows)


def thread_of_failure_demand(onward: OnwardOf) -> PanelOf:
    """The thread that begins at a failure demand, or the patterns that it looks like (L14)."""
    kind = PatternKind.FAILURE_DEMAND

    async def panel(viewer: Viewer, case: Case, heard: Heard) -> Panel | None:
        word = Word(
            heard.id, heard.words, not heard.observed, heard.heard_on, "", heard.author, case.code, case.name
        )
        if thread := await thread_from(viewer, kind, heard.id, word, heard.changed):
            return await _thread(viewer, thread, onward)
        if heard.became_demand:
            return None
        alike = await suggestions_for(viewer, kind, {heard.id: heard.words})
        return Panel("learning/panels/_alike.html", {"id": heard.id, "alike": alike.get(heard.id, [])})

    return panel


def thread_of_value_demand(onward: OnwardOf) -> PanelOf:
    """The thread that begins at a value demand, once it stands in a pattern (L14)."""

    async def panel(viewer: Viewer, case: Case, demand: Life) -> Panel | None:
        word = Word(demand.id, demand.words, True, demand.named_on, "", "", case.code, case.name)
        thread = await thread_from(viewer, PatternKind.VALUE_DEMAND, demand.id, word)
        return await _thread(viewer, thread, onward) if thread else None

    return panel


async def _thread(viewer: Viewer, thread: Thread, onward: OnwardOf) -> Panel:
    rows = {"thread": await whole(viewer, thread, onward), "kinds": kinds}
    return Panel("learning/panels/_thread.html", rows)


async def asked_of_partner(viewer: Viewer, part: Part) -> Panel | None:
    """The system conditions that a partner can change, and what is asked of it (L7)."""
    conditions = await conditions_of(viewer, organisation=part.organisation_id)
    if not conditions:
        return None
    rows = {"conditions": conditions, "organisation_id": part.organisation_id}
    return Panel("learning/panels/_asked.html", rows)


async def expertise_of_partner(viewer: Viewer, part: Part) -> Panel:
    """What expertise a partner brings (L3)."""
    rows = {
        "brought": await brought_by(viewer, part.id),
        "partner_id": part.id,
        "may_edit": may(viewer.role, Need.PARTNERSHIP_EDIT),
    }
    return Panel("learning/capacity/_of_partner.html", rows)


async def steps_in_cases(viewer: Viewer) -> Panel:
    """In how many cases each value step was seen (C9, L1)."""
    return Panel("learning/value_steps/_seen.html", {"seen": await steps_seen(viewer)})
