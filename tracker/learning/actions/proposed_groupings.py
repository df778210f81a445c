"""Following the pattern names of an imported workbook, one by one or all of one name at once, or not."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from tracker.cases.rules.refusals import must
from tracker.cases.rules.searching import folded
from tracker.database import writing
from tracker.learning.actions.grouping import group_words, no_longer_proposed
from tracker.learning.actions.patterns import NewPattern, make_pattern, patterns_alone
from tracker.learning.queries.patterns import to_choose
from tracker.learning.queries.proposed_groupings import ids_proposed, proposed_name
from tracker.learning.rules.kinds import PatternKind, Recurrence, Subject
from tracker.learning.rules.patterns import says_one_off, why_not_group
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer

KIND = PatternKind.FAILURE_DEMAND
AS_IN_WORKBOOK = "Zo stond het in de ingelezen werkmap."


async def confirm_proposals(
    viewer: Viewer, key: UUID, proposal_id: int, name: str, words: Collection[int] | None = None
) -> int:
    """Put words for which a name was proposed in the pattern of this name, made when it is not there yet.

    `words` are the ids of some of them, None for all of this viewer's. Returns the id of the pattern.
    A new one is marked as one-off when that is what the workbook said. Raises RuleBroken and NotFound.
    """
    async with writing():
        await patterns_alone(viewer)
        chosen = await _chosen(viewer, proposal_id, words)
        there = {folded(known): pattern for pattern, known in (await to_choose(viewer, KIND)).items()}
        if (pattern := there.get(folded(name))) is None:
            new = NewPattern(KIND, name, words=tuple(chosen))
            if says_one_off(await proposed_name(viewer, proposal_id)):
                new = replace(new, recurrence=Recurrence.ONE_OFF, recurrence_reason=AS_IN_WORKBOOK)
            return await make_pattern(viewer, key, new)
        await group_words(viewer, pattern, chosen)
        return pattern


async def set_aside(viewer: Viewer, proposal_id: int, words: Collection[int] | None = None) -> None:
    """Not follow a proposal for some words, or for all of its name; they stay ungrouped. Raises NotFound."""
    async with writing():
        await patterns_alone(viewer)
        chosen = await _chosen(viewer, proposal_id, words)
        await no_longer_proposed(KIND, chosen)
        await trail.record(viewer, "proposals set aside", Subject.PATTERN, None, words=chosen)


async def _chosen(viewer: Viewer, proposal_id: int, words: Collection[int] | None) -> list[int]:
    proposed = await ids_proposed(viewer, await proposed_name(viewer, proposal_id))
    chosen = proposed if words is None else [word for word in proposed if word in set(words)]
    must(why_not_group(len(chosen), ()))
    return chosen
