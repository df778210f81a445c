"""Taking what helped in a case as an example of a value step, without who it was (L1)."""

from tracker.cases.queries.seen import case_for
from tracker.cases.rules.refusals import must
from tracker.cases.rules.searching import folded
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.value_steps import seen_in_case, step_seen
from tracker.learning.rules.examples import why_not_example
from tracker.partnership import trail
from tracker.partnership.actions.wordings import reword_value_step
from tracker.partnership.rules.roles import Viewer

REASON = "Een voorbeeld uit een casus erbij."


async def take_as_example(viewer: Viewer, step_id: int, assessment_id: int, text: str) -> None:
    """Add an example to a value step in use; the former text stays readable. Raises RuleBroken, NotFound."""
    async with writing():
        await one_at_a_time("value steps", viewer.partnership_id or 0)
        step = (await step_seen(viewer, step_id)).step
        seen = await seen_in_case(viewer, step_id, assessment_id)
        must(
            why_not_example(
                text,
                verdict=seen.verdict,
                code=seen.code,
                alias=seen.alias,
                same=folded(text) == folded(seen.what),
            )
        )
        examples = "\n".join(filter(None, (step.examples.strip(), " ".join(text.split()))))
        if examples == step.examples:
            return
        await reword_value_step(viewer, step_id, step.name, step.meaning, examples, reason=REASON)
        case = await case_for(viewer, seen.code)
        await trail.record(viewer, "taken as example", "value_step", step_id, case=case.id)
