"""Merging and splitting patterns: words change place, never themselves, and the former place is kept (L5)."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.keeping import already_kept, keep_former
from tracker.learning.actions.patterns import NewPattern, make_pattern, patterns_alone
from tracker.learning.queries.patterns import Pattern, pattern_for
from tracker.learning.queries.sources import SOURCES, cases_seen
from tracker.learning.rules.kinds import Subject
from tracker.learning.rules.patterns import why_not_group, why_not_merge, why_not_move
from tracker.learning.tables.patterns import Cause, Occurrence
from tracker.learning.tables.patterns import Pattern as PatternRow
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def merge_patterns(viewer: Viewer, pattern_id: int, into: int, reason: str) -> None:
    """Let a pattern go into another of its kind, with all its words and causes; it stays readable as it was.

    Raises RuleBroken and NotFound.
    """
    async with writing():
        await patterns_alone(viewer)
        gone, goal = await pattern_for(viewer, pattern_id), await pattern_for(viewer, into)
        _must_be_whole(gone)
        must(
            why_not_merge(
                itself=gone.id == goal.id, same_kind=gone.kind is goal.kind, kind=gone.kind, reason=reason
            )
        )
        if refused := goal.why_not_use:
            raise RuleBroken(refused, "into")
        await Occurrence.update({Occurrence.pattern: goal.id}).where(Occurrence.pattern == gone.id)
        await Cause.update({Cause.pattern: goal.id}).where(Cause.pattern == gone.id)
        await PatternRow.update(
            {PatternRow.merged_into: goal.id, PatternRow.merged_reason: reason.strip()}
        ).where(PatternRow.id == gone.id)
        former = {"words": f"de woorden van ‘{gone.name}’ kwamen erbij"}
        await keep_former(viewer, Subject.PATTERN, goal.id, former, reason)
        await trail.record(viewer, "patterns merged", Subject.PATTERN, gone.id, into=goal.id)


async def move_words(
    viewer: Viewer, pattern_id: int, words: Collection[int], to: int | None, reason: str
) -> None:
    """Move words to another pattern of the same kind, or out of any pattern (`to` is None).

    Raises RuleBroken when one of them is not there (any more), and NotFound.
    """
    async with writing():
        await patterns_alone(viewer)
        now = await pattern_for(viewer, pattern_id)
        must(why_not_group(len(words), ()) or why_not_move(reason))
        goal = await pattern_for(viewer, to) if to is not None else None
        if goal is not None:
            must(
                why_not_merge(
                    itself=goal.id == now.id, same_kind=goal.kind is now.kind, kind=now.kind, reason=reason
                )
            )
            if refused := goal.why_not_use:
                raise RuleBroken(refused, "into")
        await _take_along(viewer, now, sorted(set(words)), goal, reason)


async def split_pattern(
    viewer: Viewer, key: UUID, pattern_id: int, words: Collection[int], new: NewPattern, reason: str
) -> int:
    """Make a new pattern of some words of this one and return its id; the same key twice does it once."""
    async with writing():
        await patterns_alone(viewer)
        if made := await already_kept(viewer, PatternRow, key):
            return made
        now = await pattern_for(viewer, pattern_id)
        must(why_not_group(len(words), ()) or why_not_move(reason))
        made = await make_pattern(viewer, key, replace(new, kind=now.kind, words=()))
        await _take_along(viewer, now, sorted(set(words)), await pattern_for(viewer, made), reason)
        return made


async def _take_along(
    viewer: Viewer, now: Pattern, words: list[int], goal: Pattern | None, reason: str
) -> None:
    _must_be_whole(now)
    of_word = SOURCES[now.kind].occurrence
    these = (
        Occurrence.pattern == now.id,
        of_word.is_in(words),
        Occurrence.case.is_in(cases_seen(viewer)),
    )
    if await Occurrence.count().where(*these) != len(words):
        raise RuleBroken("Een van deze woorden staat niet meer in dit patroon. Kijk even na.")
    if goal is None:
        await Occurrence.delete().where(*these)
        former = {"words": "sommige woorden gingen eruit"}
    else:
        await Occurrence.update({Occurrence.pattern: goal.id}).where(*these)
        former = {"words": f"sommige woorden gingen naar ‘{goal.name}’"}
        came = {"words": f"er kwamen woorden bij uit ‘{now.name}’"}
        await keep_former(viewer, Subject.PATTERN, goal.id, came, reason)
    await keep_former(viewer, Subject.PATTERN, now.id, former, reason)
    verb = "moved" if goal else "ungrouped"
    into = goal.id if goal else None
    await trail.record(viewer, verb, Subject.PATTERN, now.id, into=into, words=words)


def _must_be_whole(pattern: Pattern) -> None:
    if pattern.merged_into is not None:
        raise RuleBroken("Dit patroon is al samengevoegd met een ander.")


async def leave_pattern(viewer: Viewer, assessment_id: int) -> bool:
    """Take a deed that was judged otherwise out of its pattern; the pattern remembers how many left it so.

    Returns whether it stood in one. It can be grouped again among what it is now.
    """
    async with writing():
        row = await (
            Occurrence.select(Occurrence.id, Occurrence.pattern)
            .where(Occurrence.assessment == assessment_id)
            .first()
        )
        if row is None:
            return False
        await Occurrence.delete().where(Occurrence.id == row["id"])
        await PatternRow.update({PatternRow.judged_otherwise: PatternRow.judged_otherwise + 1}).where(
            PatternRow.id == row["pattern"]
        )
        await trail.record(viewer, "ungrouped", Subject.PATTERN, row["pattern"], words=[assessment_id])
        return True
