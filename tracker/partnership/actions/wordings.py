"""Writing the partnership's own words anew; former versions stay (P2, P3, L1)."""

from datetime import date

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.queries import wordings as queries
from tracker.partnership.rules import wordings as rules
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import ValueStep, ValueStepVersion, Wording
from tracker.problems import Conflict, NotFound, RuleBroken


async def reword(
    viewer: Viewer,
    kind: WordingKind,
    text: str,
    *,
    since: date,
    title: str = "",
    reason: str = "",
    decided_on: date | None = None,
    decision: str = "",
    version: str = "",
) -> int:
    """Write a new version of a text. Raises RuleBroken, or Conflict when `version` is not the latest."""
    async with writing():
        await one_at_a_time("wordings", viewer.partnership_id or 0)
        current = (await queries.own_words(viewer, kind)).current(kind, title)
        if version and current is not None and str(current.id) != version:
            raise Conflict({"text": current.text, "version": str(current.id)}, current.author)
        if refusal := rules.why_not_reword(
            kind,
            title=title,
            text=text,
            reason=reason,
            since=since,
            today=viewer.today,
            former=current.text if current else None,
        ):
            raise RuleBroken(*refusal)
        row = Wording(
            partnership=viewer.partnership_id,
            kind=kind,
            title=title.strip(),
            text=text.strip(),
            since=since,
            written_at=clock.now(),
            author=viewer.person_id,
            reason=reason.strip(),
            decided_on=decided_on,
            decision=decision.strip(),
        )
        await row.save()
        await trail.record(viewer, "reworded", "wording", row.id, kind=kind)
    return int(row.id)


async def add_value_step(
    viewer: Viewer, name: str, meaning: str, examples: str = "", *, since: date | None = None
) -> int:
    """Name a new value step. Raises RuleBroken."""
    async with writing():
        if refusal := rules.why_not_value_step(
            name, taken=await _name_taken(viewer, name), former=False, reason=""
        ):
            raise RuleBroken(*refusal)
        step = ValueStep(
            partnership=viewer.partnership_id,
            name=name.strip(),
            meaning=meaning.strip(),
            examples=examples.strip(),
            since=since or viewer.today,
        )
        await step.save()
        await trail.record(viewer, "value step added", "value_step", step.id)
    return int(step.id)


async def reword_value_step(
    viewer: Viewer, step_id: int, name: str, meaning: str, examples: str, *, reason: str
) -> None:
    """Change a value step; what it said before stays readable. Raises NotFound, RuleBroken."""
    async with writing():
        step = await _step(viewer, step_id)
        taken = name.strip() != step.name and await _name_taken(viewer, name)
        if refusal := rules.why_not_value_step(name, taken=taken, former=True, reason=reason):
            raise RuleBroken(*refusal)
        await _keep_version(viewer, step, reason)
        step.name, step.meaning, step.examples = name.strip(), meaning.strip(), examples.strip()
        await step.save([ValueStep.name, ValueStep.meaning, ValueStep.examples])
        await trail.record(viewer, "value step reworded", "value_step", step_id)


async def retire_value_step(viewer: Viewer, step_id: int, *, reason: str) -> None:
    """Stop using a value step from today; what was assessed with it keeps it. Raises NotFound, RuleBroken."""
    async with writing():
        step = await _step(viewer, step_id)
        if refusal := rules.why_not_value_step(step.name, taken=False, former=True, reason=reason):
            raise RuleBroken(*refusal)
        await _keep_version(viewer, step, reason)
        await ValueStep.update({ValueStep.retired_on: viewer.today}).where(ValueStep.id == step_id)
        await trail.record(viewer, "value step retired", "value_step", step_id)


async def _step(viewer: Viewer, step_id: int) -> ValueStep:
    step = await ValueStep.objects().get(
        (ValueStep.id == step_id)
        & (ValueStep.partnership == viewer.partnership_id)
        & ValueStep.retired_on.is_null()
    )
    if step is None:
        raise NotFound
    return step


async def _name_taken(viewer: Viewer, name: str) -> bool:
    return name.strip().casefold() in {step.name.casefold() for step in await queries.value_steps(viewer)}


async def _keep_version(viewer: Viewer, step: ValueStep, reason: str) -> None:
    await ValueStepVersion(
        value_step=step.id,
        name=step.name,
        meaning=step.meaning,
        examples=step.examples,
        until=viewer.today,
        author=viewer.person_id,
        reason=reason.strip(),
    ).save()
