"""Making, renaming, judging and retiring patterns; the words in them never change by it (L5)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.grouping import put
from tracker.learning.actions.keeping import already_kept, keep_former
from tracker.learning.queries.patterns import Pattern, names_in_use, pattern_for
from tracker.learning.rules.kinds import PatternKind, Recurrence, Subject
from tracker.learning.rules.patterns import why_not_group, why_not_judge, why_not_name, why_not_retire
from tracker.learning.tables.patterns import Pattern as PatternRow
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken


@dataclass(frozen=True, slots=True)
class NewPattern:
    """A pattern and the words it starts with, by the ids of their records."""

    kind: PatternKind
    name: str
    meaning: str = ""
    words: tuple[int, ...] = ()
    recurrence: Recurrence = Recurrence.NOT_JUDGED
    recurrence_reason: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """What a pattern is called, what belongs to it, and whether it comes back."""

    name: str
    meaning: str = ""
    recurrence: Recurrence = Recurrence.NOT_JUDGED
    recurrence_reason: str = ""


async def make_pattern(viewer: Viewer, key: UUID, new: NewPattern) -> int:
    """Make a pattern and return its id; the same key again returns the same one. Raises RuleBroken."""
    async with writing():
        await patterns_alone(viewer)
        if made := await already_kept(viewer, PatternRow, key):
            return made
        must(why_not_name(new.name, await names_in_use(viewer, new.kind)))
        row = PatternRow(
            key=key,
            partnership=viewer.partnership_id,
            kind=new.kind,
            name=tidy(new.name),
            meaning=new.meaning.strip(),
            recurrence=new.recurrence,
            recurrence_reason=new.recurrence_reason,
            made_on=viewer.today,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "pattern made", Subject.PATTERN, row.id)
        if new.words:
            await put(viewer, await pattern_for(viewer, row.id), new.words)
        return int(row.id)


async def make_grouped(viewer: Viewer, key: UUID, new: NewPattern) -> int:
    """Make a pattern of words: the same, but without words there is nothing to make. Raises RuleBroken."""
    must(why_not_group(len(new.words), ()))
    return await make_pattern(viewer, key, new)


async def edit_pattern(
    viewer: Viewer, pattern_id: int, wanted: Edited, *, version: str, reason: str = ""
) -> None:
    """Rename a pattern or judge whether it comes back; what it said is kept. Raises RuleBroken, Conflict."""
    async with writing():
        await patterns_alone(viewer)
        now = await pattern_for(viewer, pattern_id)
        if now.merged_into is not None:
            raise RuleBroken("Dit patroon is samengevoegd met een ander en wijzigt niet meer.")
        must(why_not_name(wanted.name, await names_in_use(viewer, now.kind, but=[now.id])))
        must(why_not_judge(wanted.recurrence, wanted.recurrence_reason))
        became = {
            "name": tidy(wanted.name),
            "meaning": wanted.meaning.strip(),
            "recurrence": wanted.recurrence,
            "recurrence_reason": wanted.recurrence_reason.strip(),
        }
        former = {name: getattr(now, name) for name, value in became.items() if value != getattr(now, name)}
        if not former:
            return
        if version != now.version:
            raise _overtaken(now, former)
        await keep_former(viewer, Subject.PATTERN, now.id, former, reason)
        changes: dict[Any, Any] = dict(became)
        await PatternRow.update(changes).where(PatternRow.id == now.id)
        await trail.record(viewer, "pattern edited", Subject.PATTERN, now.id, fields=list(former))


async def retire_pattern(viewer: Viewer, pattern_id: int, reason: str) -> None:
    """Stop using a pattern: its words stay and stay readable, no new ones come. Raises RuleBroken."""
    async with writing():
        await patterns_alone(viewer)
        now = await pattern_for(viewer, pattern_id)
        must(why_not_retire(already=now.why_not_use is not None, reason=reason))
        await PatternRow.update(
            {PatternRow.retired_on: viewer.today, PatternRow.retired_reason: reason.strip()}
        ).where(PatternRow.id == now.id)
        await trail.record(viewer, "pattern retired", Subject.PATTERN, now.id)


async def use_pattern_again(viewer: Viewer, pattern_id: int) -> None:
    """Use a retired pattern again; that it was retired, and why, is kept. Raises RuleBroken."""
    async with writing():
        await patterns_alone(viewer)
        now = await pattern_for(viewer, pattern_id)
        if now.merged_into is not None or now.retired_on is None:
            raise RuleBroken("Dit patroon is in gebruik of samengevoegd.")
        must(why_not_name(now.name, await names_in_use(viewer, now.kind)))
        former = {"retired_on": now.retired_on}
        await keep_former(viewer, Subject.PATTERN, now.id, former, now.retired_reason)
        await PatternRow.update({PatternRow.retired_on: None, PatternRow.retired_reason: ""}).where(
            PatternRow.id == now.id
        )
        await trail.record(viewer, "pattern used again", Subject.PATTERN, now.id)


async def patterns_alone(viewer: Viewer) -> None:
    """Inside `writing`: nobody else changes the patterns of this partnership meanwhile."""
    await one_at_a_time("patterns", viewer.partnership_id or 0)


def tidy(name: str) -> str:
    """A name without spaces around or doubled inside."""
    return " ".join(name.split())


def _overtaken(now: Pattern, former: dict[str, object]) -> Conflict:
    texts = {name: str(text) for name, text in former.items() if name != "recurrence" and text}
    return Conflict({**texts, "version": now.version}, now.author or None)
