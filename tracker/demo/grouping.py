"""Telling what a partnership made of its words, with the acts its people would have done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.demo.stories.patterns import CONDITIONS, PATTERNS, THINKING, Because, Keeps, Returns
from tracker.demo.stories.returning import NEW_PATTERNS, RECOGNISED
from tracker.learning.actions.causes import Naming, name_cause
from tracker.learning.actions.conditions import NewCondition, name_condition
from tracker.learning.actions.grouping import group_words
from tracker.learning.actions.patterns import Edited, NewPattern, edit_pattern, make_pattern
from tracker.learning.actions.remarks import remark
from tracker.learning.actions.thinking import name_thinking
from tracker.learning.queries.conditions import conditions_to_choose
from tracker.learning.queries.patterns import pattern_for
from tracker.learning.queries.thinking import thinking_to_choose
from tracker.learning.queries.words import all_ungrouped
from tracker.learning.rules.kinds import PatternKind, Recurrence, Subject
from tracker.partnership.queries.organisations import id_of
from tracker.partnership.rules.roles import Viewer

AFTERNOON = time(14)
FIRST_SESSION = 310


async def tell_patterns(people: dict[str, Viewer], today: date) -> None:
    """Group the words of the told cases; Marieke groups, Dirk remarks."""

    def on(name: str, ago: int) -> Viewer:
        return replace(people[name], today=today - timedelta(days=ago))

    with clock.at(_moment(today, FIRST_SESSION)):
        for keeps in CONDITIONS:
            await _condition(on("Marieke", FIRST_SESSION), keeps)
        for name, meaning in THINKING.items():
            await name_thinking(on("Marieke", FIRST_SESSION), uuid4(), name, meaning)
    made: dict[str, int] = {}
    for returns in (*PATTERNS, *NEW_PATTERNS):
        with clock.at(_moment(today, returns.ago)):
            made[returns.name] = await _pattern(on("Marieke", returns.ago), returns)
            if returns.remark:
                about = made[returns.name]
                await remark(on("Dirk", returns.ago), Subject.PATTERN, about, uuid4(), returns.remark)
    for recognised in RECOGNISED:
        with clock.at(_moment(today, recognised.ago)):
            viewer = on("Marieke", recognised.ago)
            words = await _beginning(viewer, recognised.kind, recognised.words)
            await group_words(viewer, made[recognised.pattern], words)


def _moment(today: date, ago: int) -> datetime:
    return datetime.combine(today - timedelta(days=ago), AFTERNOON, tzinfo=UTC)


async def _condition(viewer: Viewer, keeps: Keeps) -> None:
    organisation = await id_of(keeps.organisation) if keeps.organisation else None
    new = NewCondition(
        keeps.name, keeps.kind, keeps.who, keeps.meaning, organisation=organisation, asked=keeps.asked
    )
    await name_condition(viewer, uuid4(), new)


async def _pattern(viewer: Viewer, returns: Returns) -> int:
    chosen = await _beginning(viewer, returns.kind, returns.words)
    new = NewPattern(returns.kind, returns.name, returns.meaning, chosen)
    pattern = await make_pattern(viewer, uuid4(), new)
    if returns.recurrence is not Recurrence.NOT_JUDGED:
        now = await pattern_for(viewer, pattern)
        judged = Edited(now.name, now.meaning, returns.recurrence, returns.recurrence_reason)
        await edit_pattern(viewer, pattern, judged, version=now.version)
    for because in returns.causes:
        await name_cause(viewer, uuid4(), pattern, await _naming(viewer, because))
    return pattern


async def _beginning(viewer: Viewer, kind: PatternKind, words: tuple[str, ...]) -> tuple[int, ...]:
    ungrouped = await all_ungrouped(viewer, kind)
    return tuple(word.id for word in ungrouped if word.words.startswith(words))


async def _naming(viewer: Viewer, because: Because) -> Naming:
    conditions, thinking = await conditions_to_choose(viewer), await thinking_to_choose(viewer)
    return Naming(
        kind=because.kind,
        explanation=because.explanation,
        conditions=frozenset(key for key, name in conditions.items() if name == because.condition),
        thinking=frozenset(key for key, name in thinking.items() if name == because.thinking),
    )
