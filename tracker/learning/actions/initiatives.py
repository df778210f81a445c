"""An improvement initiative from its first thought to the whole target group, or to a good end (L10, L12)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.keeping import already_kept, keep_former
from tracker.learning.actions.patterns import tidy
from tracker.learning.queries.causes import causes_of
from tracker.learning.queries.initiatives import Initiative, initiative_for
from tracker.learning.queries.patterns import pattern_for, to_choose
from tracker.learning.rules import initiatives as rules
from tracker.learning.rules.initiatives import Gate, InitiativeState, Part
from tracker.learning.rules.kinds import PatternKind, Subject
from tracker.learning.tables.initiatives import Initiative as InitiativeRow
from tracker.learning.tables.initiatives import (
    InitiativeCarrier,
    InitiativeCause,
    InitiativePattern,
    Observation,
)
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.queries.colleagues import who_work_on_cases
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken, must

WASTE_KINDS = (PatternKind.FAILURE_DEMAND, PatternKind.WASTE)


@dataclass(frozen=True, slots=True)
class NewInitiative:
    """An initiative as it begins: a name, the pattern it came from, and who carries it."""

    name: str
    pattern: int
    carriers: frozenset[int] = field(default_factory=frozenset)


async def initiative_alone(viewer: Viewer, initiative_id: int) -> Initiative:
    """The initiative as it is, inside `writing`, while nobody else changes it. Raises NotFound."""
    await one_at_a_time("initiative", (await initiative_for(viewer, initiative_id)).id)
    return await initiative_for(viewer, initiative_id)


async def make(viewer: Viewer, key: UUID, new: NewInitiative) -> int:
    """Begin an initiative from a pattern and return its id; the causes of that pattern go along.

    The same key again returns the same id. Raises RuleBroken and NotFound.
    """
    async with writing():
        if made := await made_before(viewer, key):
            return made
        must(rules.why_not_name(new.name))
        pattern = await pattern_for(viewer, new.pattern)
        must(rules.why_not_make(works_on_waste=pattern.kind in WASTE_KINDS))
        row = await begin(
            viewer, key, new.name, recurrence=pattern.recurrence, recurrence_reason=pattern.recurrence_reason
        )
        await InitiativePattern(initiative=row.id, pattern=pattern.id).save()
        for cause in await causes_of(viewer, pattern.id):
            await InitiativeCause(initiative=row.id, cause=cause.id).save()
        await _carry(viewer, row.id, new.carriers or frozenset({viewer.person_id}))
        await trail.record(viewer, "initiative made", Subject.INITIATIVE, row.id, pattern=pattern.id)
        return int(row.id)


async def made_before(viewer: Viewer, key: UUID) -> int | None:
    """The id of what the same form made before, while the next number is nobody else's."""
    await one_at_a_time("initiatives", viewer.partnership_id or 0)
    return await already_kept(viewer, InitiativeRow, key)


async def begin(viewer: Viewer, key: UUID, name: str, **rest: Any) -> InitiativeRow:
    """A new row with the next number of the partnership, after `made_before` in the same transaction."""
    last = await (
        InitiativeRow.select(InitiativeRow.number)
        .where(InitiativeRow.partnership == viewer.partnership_id)
        .order_by(InitiativeRow.number, ascending=False)
        .first()
    )
    row = InitiativeRow(
        key=key,
        partnership=viewer.partnership_id,
        number=(last["number"] if last else 0) + 1,
        name=tidy(name),
        state=InitiativeState.DRAFT,
        author=viewer.person_id or None,
        written_at=clock.now(),
        **rest,
    )
    await row.save()
    return row


async def rename(viewer: Viewer, initiative_id: int, name: str, carriers: frozenset[int]) -> None:
    """Give an initiative another name or other carriers; what it was called is kept. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_name(name))
        former: dict[str, object] = {"name": now.name} if tidy(name) != now.name else {}
        if carriers == frozenset(now.carriers) and not former:
            return
        if former:
            await keep_former(viewer, Subject.INITIATIVE, now.id, former)
            await InitiativeRow.update({InitiativeRow.name: tidy(name)}).where(InitiativeRow.id == now.id)
        await _carry(viewer, now.id, carriers, but=now.carriers)
        fields = [*former, *(["carriers"] if carriers != frozenset(now.carriers) else [])]
        await trail.record(viewer, "initiative edited", Subject.INITIATIVE, now.id, fields=fields)


async def fill(
    viewer: Viewer,
    initiative_id: int,
    part: Part,
    wanted: Mapping[str, Any],
    *,
    finished: bool = True,
    version: str = "",
    reason: str = "",
) -> None:
    """Write a part of an initiative; what stood there is kept. Raises RuleBroken and Conflict.

    `wanted` holds the fields of that part (`FIELDS_OF`), patterns and causes as ids. One that was ready goes
    back to preparing when the part is no longer whole.
    """
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_write(now.facts))
        became = {name: _tidied(value) for name, value in wanted.items()}
        was = now.said(part)
        former = {name: was[name] for name, value in became.items() if value != _tidied(was[name])}
        unfinished = now.unfinished - {part} if finished else now.unfinished | {part}
        if not former and unfinished == now.unfinished:
            return
        if former and version and version != now.version(part):
            raise Conflict({**_texts(was), "version": now.version(part)})
        await _must_know(viewer, now, became)
        if kept := _kept(now, former):
            await keep_former(viewer, Subject.INITIATIVE, now.id, kept, reason)
        changes: dict[Any, Any] = {name: value for name, value in became.items() if name not in _LISTS}
        await InitiativeRow.update({**changes, "unfinished": " ".join(sorted(unfinished))}).where(
            InitiativeRow.id == now.id
        )
        await _link(now.id, became)
        if now.state is InitiativeState.READY and (await initiative_for(viewer, now.id)).facts.missing:
            await InitiativeRow.update({InitiativeRow.state: InitiativeState.DRAFT}).where(
                InitiativeRow.id == now.id
            )
        await trail.record(viewer, "initiative written", Subject.INITIATIVE, now.id, part=part)


async def ready(viewer: Viewer, initiative_id: int) -> None:
    """Say that an initiative can be decided: every part stands. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_ready(now.facts))
        await _become(now, InitiativeState.READY)
        await trail.record(viewer, "initiative ready", Subject.INITIATIVE, now.id)


async def note_decision(
    viewer: Viewer, initiative_id: int, decided_on: date | None, decided: Mapping[str, str] | None = None
) -> None:
    """Fix the parts as the team decided on them that day; None when the decision was reopened.

    `decided` holds the fields as the last version of the proposal words them: what an amendment changed is
    what others read and what is tried; what stood there is kept.
    """
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        if now.state is not InitiativeState.READY:
            raise RuleBroken("Alleen een initiatief dat klaar is om te beslissen, kan beslist worden.")
        other = {name: text for name, text in (decided or {}).items() if text != getattr(now, name)}
        if other:
            former = {name: getattr(now, name) for name in other}
            await keep_former(viewer, Subject.INITIATIVE, now.id, former, "Zoals het team besliste.")
        changes: dict[Any, Any] = {"decided_on": decided_on, **other}
        await InitiativeRow.update(changes).where(InitiativeRow.id == now.id)
        verb = "initiative decided" if decided_on else "initiative decision reopened"
        await trail.record(viewer, verb, Subject.INITIATIVE, now.id, decided_on=decided_on)


async def start(viewer: Viewer, initiative_id: int, gate: Gate) -> None:
    """Start an initiative after the team's decision; the gate is checked here. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_start(now.facts, gate, viewer.today))
        await _become(now, InitiativeState.STARTED, started_on=viewer.today, decided_on=gate.decided_on)
        await trail.record(
            viewer, "initiative started", Subject.INITIATIVE, now.id, decided_on=gate.decided_on
        )
        await _tell(viewer, now, f"Initiatief {now.code} is gestart")


async def call_stable(viewer: Viewer, initiative_id: int, evidence: str, reason: str = "") -> None:
    """Call an initiative stable, with evidence (and after one iteration with a reason). Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_stable(now.facts, evidence, reason))
        said = {"stable_evidence": evidence.strip(), "stable_reason": reason.strip()}
        await _become(now, InitiativeState.STABLE, stable_on=viewer.today, **said)
        await trail.record(viewer, "initiative stable", Subject.INITIATIVE, now.id)
        await _tell(viewer, now, f"Initiatief {now.code} is stabiel")


async def spread(viewer: Viewer, initiative_id: int, how: str) -> None:
    """Bring a stable initiative to the whole target group. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_spread(now.facts, how))
        await _become(now, InitiativeState.SPREAD, spread_on=viewer.today, spread_to=how.strip())
        await trail.record(viewer, "initiative spread", Subject.INITIATIVE, now.id)
        await _tell(viewer, now, f"Initiatief {now.code} is verspreid")


async def abandon(viewer: Viewer, initiative_id: int, learned: str) -> None:
    """Stop an initiative, with what was learned: a normal end. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_abandon(now.facts, learned))
        said = {"ended_on": viewer.today, "ended_reason": learned.strip()}
        await _become(now, InitiativeState.ABANDONED, **said)
        await trail.record(viewer, "initiative abandoned", Subject.INITIATIVE, now.id)
        await _tell(viewer, now, f"Initiatief {now.code} is gestopt")


async def back_to_case(viewer: Viewer, initiative_id: int, reason: str) -> None:
    """Send what happened only once back to its case: no practice changes by it. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(rules.why_not_back(now.facts, reason))
        said = {"ended_on": viewer.today, "ended_reason": reason.strip()}
        await _become(now, InitiativeState.BACK_TO_CASE, **said)
        await trail.record(viewer, "initiative back to case", Subject.INITIATIVE, now.id)


async def observe(viewer: Viewer, initiative_id: int, key: UUID, text: str, seen_on: date) -> None:
    """Note what was seen after it was stable; the same key again notes nothing more. Raises RuleBroken."""
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        if await Observation.exists().where(Observation.key == key, Observation.initiative == now.id):
            return
        must(rules.why_not_observe(now.facts, text, seen_on, viewer.today))
        row = Observation(
            key=key,
            initiative=now.id,
            seen_on=seen_on,
            text=text.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "initiative observed", Subject.INITIATIVE, now.id)


_LISTS = ("patterns", "causes")


async def _become(now: Initiative, state: InitiativeState, **rest: Any) -> None:
    changes: dict[Any, Any] = {"state": state, **rest}
    changed = await (
        InitiativeRow.update(changes)
        .where(InitiativeRow.id == now.id, InitiativeRow.state == now.state)
        .returning(InitiativeRow.id)
    )
    if not changed:
        raise RuleBroken("Iemand was je net voor. Kijk hoe het initiatief er nu voor staat.")


async def _carry(
    viewer: Viewer, initiative_id: int, carriers: frozenset[int], but: Mapping[int, str] | None = None
) -> None:
    known = {each.person_id for each in await who_work_on_cases(viewer)} | set(but or {})
    if not carriers <= known:
        raise RuleBroken("Kies mensen uit de lijst.", "carriers")
    await InitiativeCarrier.delete().where(InitiativeCarrier.initiative == initiative_id)
    for person in sorted(carriers):
        await InitiativeCarrier(initiative=initiative_id, person=person).save()


async def _must_know(viewer: Viewer, now: Initiative, wanted: Mapping[str, Any]) -> None:
    if "patterns" in wanted:
        known = {each.id for each in now.patterns}
        for kind in WASTE_KINDS:
            known |= (await to_choose(viewer, kind)).keys()
        if not set(wanted["patterns"]) <= known:
            raise RuleBroken("Kies patronen uit de lijst.", "patterns")
    if "causes" in wanted:
        offered = [each for line in now.patterns for each in await causes_of(viewer, line.id)]
        if not set(wanted["causes"]) <= {each.id for each in [*now.causes, *offered]}:
            raise RuleBroken("Kies oorzaken uit de lijst.", "causes")


async def _link(initiative_id: int, became: Mapping[str, Any]) -> None:
    if "patterns" in became:
        await InitiativePattern.delete().where(InitiativePattern.initiative == initiative_id)
        for each in became["patterns"]:
            await InitiativePattern(initiative=initiative_id, pattern=each).save()
    if "causes" in became:
        await InitiativeCause.delete().where(InitiativeCause.initiative == initiative_id)
        for each in became["causes"]:
            await InitiativeCause(initiative=initiative_id, cause=each).save()


def _tidied(value: Any) -> Any:
    if isinstance(value, (list, set, frozenset, tuple)):
        return sorted(set(value))
    return value.strip() if type(value) is str else value


def _texts(said: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in said.items() if isinstance(value, str)}


def _kept(now: Initiative, former: Mapping[str, Any]) -> dict[str, object]:
    """What stood there, in words; a field that was still empty says nothing."""
    told = {
        "patterns": [each.name for each in now.patterns],
        "causes": [each.explanation for each in now.causes],
    }
    return {name: told.get(name, value) for name, value in former.items() if value}


async def _tell(viewer: Viewer, now: Initiative, text: str) -> None:
    people = {*now.carriers, *([now.author_id] if now.author_id else [])} - {viewer.person_id}
    path = f"/p/{viewer.slug}/verbeteren/{now.id}"
    await tell(viewer.partnership_id or 0, people, NoticeKind.INITIATIVE, text, path)
