"""Naming and changing ways of thinking (L6)."""

from uuid import UUID

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.keeping import already_kept, keep_former
from tracker.learning.actions.patterns import tidy
from tracker.learning.queries.thinking import thinking_for, thinking_to_choose
from tracker.learning.rules.catalogues import why_not_thinking
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.patterns import Thinking as ThinkingRow
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict


async def name_thinking(
    viewer: Viewer, key: UUID, name: str, meaning: str = "", *, field: str = "name"
) -> int:
    """Put a way of thinking in the catalogue and return its id; the same key twice does it once.

    `field` is the form field beside which its name is refused. Raises RuleBroken.
    """
    async with writing():
        await one_at_a_time("catalogues", viewer.partnership_id or 0)
        if named := await already_kept(viewer, ThinkingRow, key):
            return named
        must(why_not_thinking(name, (await thinking_to_choose(viewer)).values(), field))
        row = ThinkingRow(
            key=key,
            partnership=viewer.partnership_id,
            name=tidy(name),
            meaning=meaning.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "thinking named", Subject.THINKING, row.id)
        return int(row.id)


async def edit_thinking(
    viewer: Viewer, thinking_id: int, name: str, meaning: str, *, version: str, reason: str = ""
) -> None:
    """Change a way of thinking; what it said is kept. Raises RuleBroken, Conflict and NotFound."""
    async with writing():
        await one_at_a_time("catalogues", viewer.partnership_id or 0)
        now = await thinking_for(viewer, thinking_id)
        others = {each: known for each, known in (await thinking_to_choose(viewer)).items() if each != now.id}
        must(why_not_thinking(name, others.values()))
        became = {"name": tidy(name), "meaning": meaning.strip()}
        former = {field: getattr(now, field) for field in became if became[field] != getattr(now, field)}
        if not former:
            return
        if version != now.version:
            raise Conflict({**former, "version": now.version}, now.author or None)
        await keep_former(viewer, Subject.THINKING, now.id, former, reason)
        await ThinkingRow.update(
            {ThinkingRow.name: became["name"], ThinkingRow.meaning: became["meaning"]}
        ).where(ThinkingRow.id == now.id)
        await trail.record(viewer, "thinking edited", Subject.THINKING, now.id, fields=list(former))
