"""Putting words in patterns, and moving them; the words themselves never change by it (L5)."""

from collections.abc import Collection

from tracker import clock
from tracker.cases.rules.refusals import must
from tracker.database import one_at_a_time, writing
from tracker.learning.queries.patterns import Pattern, pattern_for
from tracker.learning.queries.sources import SOURCES, Source, cases_seen
from tracker.learning.rules.kinds import PatternKind, Subject
from tracker.learning.rules.patterns import why_not_group
from tracker.learning.tables.patterns import Occurrence, ProposedGrouping
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


async def group_words(viewer: Viewer, pattern_id: int, words: Collection[int]) -> int:
    """Put words (by the ids of their records) in a pattern and return how many were not in it yet.

    Doing it twice does it once. Words that somebody else put in another pattern meanwhile are refused, and
    then none is put. Raises RuleBroken and NotFound.
    """
    async with writing():
        await one_at_a_time("patterns", viewer.partnership_id or 0)
        return await put(viewer, await pattern_for(viewer, pattern_id), words)


async def put(viewer: Viewer, pattern: Pattern, words: Collection[int]) -> int:
    """The same, inside an act that holds the patterns of the partnership already."""
    if refused := pattern.why_not_use:
        raise RuleBroken(refused, "pattern")
    source, chosen = SOURCES[pattern.kind], sorted(set(words))
    must(why_not_group(len(chosen), ()))
    cases = await _cases_of(viewer, source, chosen)
    stands = await _stands_in(source, chosen)
    must(why_not_group(len(chosen), [name for other, name in stands.values() if other != pattern.id]))
    fresh = [word for word in chosen if word not in stands]
    if not fresh:
        return 0
    await Occurrence.insert(*(_occurrence(viewer, pattern, source, word, cases[word]) for word in fresh))
    await no_longer_proposed(pattern.kind, fresh)
    await trail.record(viewer, "grouped", Subject.PATTERN, pattern.id, words=fresh)
    return len(fresh)


def _occurrence(viewer: Viewer, pattern: Pattern, source: Source, word: int, case_id: int) -> Occurrence:
    row = Occurrence(
        partnership=viewer.partnership_id,
        pattern=pattern.id,
        case=case_id,
        author=viewer.person_id,
        grouped_at=clock.now(),
    )
    setattr(row, source.record, word)
    return row


async def no_longer_proposed(kind: PatternKind, words: Collection[int]) -> None:
    """What a workbook proposed for these words is settled."""
    if kind is PatternKind.FAILURE_DEMAND:
        await ProposedGrouping.delete().where(ProposedGrouping.failure_demand.is_in([*words, 0]))


async def _cases_of(viewer: Viewer, source: Source, words: Collection[int]) -> dict[int, int]:
    """The case of each of these words. Raises RuleBroken when one is gone or not for this viewer."""
    table = source.table
    rows = await table.select(table.id, table.case).where(
        table.id.is_in([*words]), source.belongs, table.case.is_in(cases_seen(viewer))
    )
    if len(rows) != len(words):
        raise RuleBroken("Een van deze woorden staat hier niet meer. Kijk even na en bewaar opnieuw.")
    return {row["id"]: row["case"] for row in rows}


async def _stands_in(source: Source, words: Collection[int]) -> dict[int, tuple[int, str]]:
    """In which pattern each of these words stands by now: its id and name."""
    rows = await Occurrence.select(
        source.occurrence.as_alias("word"),
        Occurrence.pattern,
        Occurrence.pattern.name.as_alias("pattern_name"),
    ).where(source.occurrence.is_in([*words]))
    return {row["word"]: (row["pattern"], row["pattern_name"]) for row in rows}
