"""Naming why a pattern keeps arising, with what lies behind it picked or made in the same act (L6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.conditions import NewCondition, name_condition
from tracker.learning.actions.keeping import keep_former
from tracker.learning.actions.patterns import patterns_alone
from tracker.learning.actions.thinking import name_thinking
from tracker.learning.queries.causes import Cause, cause_for
from tracker.learning.queries.conditions import conditions_to_choose
from tracker.learning.queries.patterns import pattern_for
from tracker.learning.queries.thinking import thinking_to_choose
from tracker.learning.rules.causes import why_not_cause, why_not_named, why_not_remove
from tracker.learning.rules.kinds import CauseKind, Subject
from tracker.learning.tables.patterns import Cause as CauseRow
from tracker.learning.tables.patterns import CauseCondition, CauseThinking
from tracker.partnership import trail
from tracker.partnership.queries.colleagues import names_of_people
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


@dataclass(frozen=True, slots=True)
class Naming:
    """A cause: its kind, how it comes, and what lies behind it.

    `names_stay`: somebody read the warning about a colleague's name and keeps the text.
    """

    kind: CauseKind
    explanation: str
    conditions: frozenset[int] = field(default_factory=frozenset)
    thinking: frozenset[int] = field(default_factory=frozenset)
    new_condition: NewCondition | None = None
    new_thinking: str = ""
    names_stay: bool = False


async def name_cause(viewer: Viewer, key: UUID, pattern_id: int, naming: Naming) -> int:
    """Give a pattern a cause and return its id; the same key twice does it once. Raises RuleBroken."""
    async with writing():
        await patterns_alone(viewer)
        pattern = await pattern_for(viewer, pattern_id)
        before = await CauseRow.select(CauseRow.id).where(CauseRow.key == key, CauseRow.pattern == pattern.id)
        if before:
            return int(before[0]["id"])
        if pattern.merged_into is not None:
            raise RuleBroken("Dit patroon is samengevoegd met een ander. Zet de oorzaak daar.")
        await _must_fit(viewer, naming)
        row = CauseRow(
            key=key,
            pattern=pattern.id,
            kind=naming.kind,
            explanation=naming.explanation.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await _put_behind(viewer, key, row.id, naming)
        await trail.record(viewer, "cause named", Subject.CAUSE, row.id, pattern=pattern.id)
        return int(row.id)


async def edit_cause(
    viewer: Viewer,
    key: UUID,
    pattern_id: int,
    cause_id: int,
    naming: Naming,
    *,
    version: str,
    reason: str = "",
) -> None:
    """Change a cause or what lies behind it; what it said is kept. Raises RuleBroken and Conflict."""
    async with writing():
        await patterns_alone(viewer)
        now = await cause_for(viewer, pattern_id, cause_id)
        await _must_fit(viewer, naming)
        conditions = {each.id: each.name for each in now.conditions}
        thinking = {each.id: each.name for each in now.thinking}
        former: dict[str, object] = {}
        if naming.kind is not now.kind:
            former["kind"] = now.kind
        if naming.explanation.strip() != now.explanation:
            former["explanation"] = now.explanation
        if naming.new_condition or naming.conditions != conditions.keys():
            former["conditions"] = [*conditions.values()]
        if naming.new_thinking.strip() or naming.thinking != thinking.keys():
            former["thinking"] = [*thinking.values()]
        if not former:
            return
        if version != now.version:
            raise Conflict({"explanation": now.explanation, "version": now.version}, now.author or None)
        await keep_former(viewer, Subject.CAUSE, now.id, former, reason)
        await CauseRow.update(
            {CauseRow.kind: naming.kind, CauseRow.explanation: naming.explanation.strip()}
        ).where(CauseRow.id == now.id)
        await CauseCondition.delete().where(CauseCondition.cause == now.id)
        await CauseThinking.delete().where(CauseThinking.cause == now.id)
        await _put_behind(viewer, key, now.id, naming)
        await trail.record(viewer, "cause edited", Subject.CAUSE, now.id, fields=list(former))


async def remove_cause(viewer: Viewer, pattern_id: int, cause_id: int, reason: str) -> None:
    """Take a cause away that proved wrong; what it said stays with its pattern. Raises RuleBroken."""
    async with writing():
        await patterns_alone(viewer)
        now = await cause_for(viewer, pattern_id, cause_id)
        must(why_not_remove(reason))
        await keep_former(viewer, Subject.PATTERN, pattern_id, {"cause": _told(now)}, reason)
        await CauseRow.delete().where(CauseRow.id == now.id)
        await trail.record(viewer, "cause removed", Subject.CAUSE, now.id, pattern=pattern_id)


async def _must_fit(viewer: Viewer, naming: Naming) -> None:
    must(why_not_cause(naming.explanation))
    _must_know(naming.conditions, await conditions_to_choose(viewer), "conditions")
    _must_know(naming.thinking, await thinking_to_choose(viewer), "thinking")
    if not naming.names_stay:
        new = naming.new_condition.name if naming.new_condition else ""
        texts = (naming.explanation, new, naming.new_thinking)
        must(why_not_named(texts, await names_of_people(viewer)))


def _must_know(chosen: frozenset[int], catalogue: Mapping[int, str], field: str) -> None:
    if not chosen <= catalogue.keys():
        raise RuleBroken("Een van deze keuzes staat niet in de lijst.", field)


async def _put_behind(viewer: Viewer, key: UUID, cause_id: int, naming: Naming) -> None:
    conditions, thinking = set(naming.conditions), set(naming.thinking)
    if naming.new_condition is not None:
        made = await name_condition(
            viewer, uuid5(key, "condition"), naming.new_condition, field="new_condition"
        )
        conditions.add(made)
    if naming.new_thinking.strip():
        thinking.add(
            await name_thinking(viewer, uuid5(key, "thinking"), naming.new_thinking, field="new_thinking")
        )
    rows: list[Any] = [CauseCondition(cause=cause_id, condition=each) for each in sorted(conditions)]
    rows += [CauseThinking(cause=cause_id, thinking=each) for each in sorted(thinking)]
    for row in rows:
        await row.save()


def _told(cause: Cause) -> str:
    return f"{cause.kind_name}: {cause.explanation}"
