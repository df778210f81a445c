"""Naming and changing system conditions: what they are, who can change them, what is asked (L7)."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.queries.choices import organisations_to_choose
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.keeping import already_kept, keep_former
from tracker.learning.actions.patterns import tidy
from tracker.learning.queries.conditions import Condition, condition_for, conditions_to_choose
from tracker.learning.queries.thinking import thinking_to_choose
from tracker.learning.rules.catalogues import why_not_condition
from tracker.learning.rules.kinds import ConditionKind, Subject, WhoCanChange
from tracker.learning.tables.patterns import Condition as ConditionRow
from tracker.learning.tables.patterns import ConditionThinking
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


@dataclass(frozen=True, slots=True)
class NewCondition:
    """A system condition; `organisation` counts only when a partner can change it."""

    name: str
    kind: ConditionKind
    who: WhoCanChange
    meaning: str = ""
    organisation: int | None = None
    asked: str = ""
    thinking: frozenset[int] = field(default_factory=frozenset)


async def name_condition(viewer: Viewer, key: UUID, new: NewCondition, *, field: str = "name") -> int:
    """Put a system condition in the catalogue and return its id; the same key twice does it once.

    `field` is the form field beside which its name is refused. Raises RuleBroken.
    """
    async with writing():
        await one_at_a_time("catalogues", viewer.partnership_id or 0)
        if named := await already_kept(viewer, ConditionRow, key):
            return named
        await _must_fit(viewer, new, field=field)
        row = ConditionRow(
            key=key,
            partnership=viewer.partnership_id,
            author=viewer.person_id,
            written_at=clock.now(),
            **_columns(new),
        )
        await row.save()
        await _link(row.id, new.thinking)
        await trail.record(viewer, "condition named", Subject.CONDITION, row.id)
        return int(row.id)


async def edit_condition(
    viewer: Viewer, condition_id: int, wanted: NewCondition, *, version: str, reason: str = ""
) -> None:
    """Change a system condition; what it said is kept. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        await one_at_a_time("catalogues", viewer.partnership_id or 0)
        now = await condition_for(viewer, condition_id)
        await _must_fit(viewer, wanted, but=now)
        became = {**_columns(wanted), "thinking": sorted(wanted.thinking)}
        was = _was(now)
        former = {name: was[name] for name, value in became.items() if value != was[name]}
        if not former:
            return
        if version != now.version:
            raise Conflict(_texts(now) | {"version": now.version}, now.author or None)
        names = {each.id: each.name for each in now.thinking}
        if "thinking" in former:
            former["thinking"] = [names[each] for each in former["thinking"]]
        if "organisation" in former:
            former["organisation"] = now.organisation
        await keep_former(viewer, Subject.CONDITION, now.id, former, reason)
        await ConditionRow.update(_columns(wanted)).where(ConditionRow.id == now.id)
        await ConditionThinking.delete().where(ConditionThinking.condition == now.id)
        await _link(now.id, wanted.thinking)
        await trail.record(viewer, "condition edited", Subject.CONDITION, now.id, fields=list(former))


async def _must_fit(
    viewer: Viewer, wanted: NewCondition, *, but: Condition | None = None, field: str = "name"
) -> None:
    taken = await conditions_to_choose(viewer)
    if but is not None:
        taken.pop(but.id, None)
    must(
        why_not_condition(
            name=wanted.name,
            taken=taken.values(),
            who=wanted.who,
            organisation=wanted.organisation,
            field=field,
        )
    )
    if wanted.who is WhoCanChange.PARTNER and wanted.organisation is not None:
        kept = {but.organisation_id: but.organisation} if but and but.organisation_id else {}
        if wanted.organisation not in await organisations_to_choose(viewer, kept):
            raise RuleBroken("Kies een organisatie van dit partnerschap.", "organisation")
    if not wanted.thinking <= (await thinking_to_choose(viewer)).keys():
        raise RuleBroken("Een van deze denkwijzen staat niet in de lijst.", "thinking")


def _columns(wanted: NewCondition) -> dict[Any, Any]:
    return {
        "name": tidy(wanted.name),
        "kind": wanted.kind,
        "meaning": wanted.meaning.strip(),
        "who_can_change": wanted.who,
        "organisation": wanted.organisation if wanted.who is WhoCanChange.PARTNER else None,
        "asked": wanted.asked.strip(),
    }


def _was(now: Condition) -> dict[str, Any]:
    return {
        "name": now.name,
        "kind": now.kind,
        "meaning": now.meaning,
        "who_can_change": now.who,
        "organisation": now.organisation_id,
        "asked": now.asked,
        "thinking": sorted(each.id for each in now.thinking),
    }


def _texts(now: Condition) -> dict[str, str]:
    return {"name": now.name, "meaning": now.meaning, "asked": now.asked}


async def _link(condition_id: int, thinking: frozenset[int]) -> None:
    for each in sorted(thinking):
        await ConditionThinking(condition=condition_id, thinking=each).save()
