"""Merging, splitting and moving: words change place once, and how it was stays readable (L5)."""

import asyncio
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import AGAIN, a_pattern, heard, wasted
from tracker.cases.queries.failure_demands import heard_of
from tracker.learning.actions.grouping import group_words
from tracker.learning.actions.moving import merge_patterns, move_words, split_pattern
from tracker.learning.actions.patterns import Edited, NewPattern, edit_pattern, use_pattern_again
from tracker.learning.queries.former import former_of
from tracker.learning.queries.patterns import pattern_for, patterns_of
from tracker.learning.queries.words import ungrouped, words_in
from tracker.learning.rules.kinds import PatternKind, Subject
from tracker.learning.rules.patterns import PATTERN_NAMES
from tracker.learning.tables.patterns import Occurrence
from tracker.learning.tables.patterns import Pattern as PatternRow
from tracker.partnership.tables import TrailEntry
from tracker.problems import NotFound, RuleBroken

KIND = PatternKind.FAILURE_DEMAND


async def two_patterns(cast):
    """Attest with two words and Brief with one, of Tabak's case."""
    case = await tabak(cast)
    words = [await heard(cast, case, f"{AGAIN} {n}") for n in range(3)]
    return case, words, await a_pattern(cast, "Attest", *words[:2]), await a_pattern(cast, "Brief", words[2])


async def where(word: int) -> int | None:
    row = await Occurrence.select(Occurrence.pattern).where(Occurrence.failure_demand == word).first()
    return row["pattern"] if row else None


async def test_merging_moves_the_words_of_everyone_and_changes_none(cast):
    case, words, attest, brief = await two_patterns(cast)
    before = await heard_of(case, words[0])
    await merge_patterns(await cast.ben.viewer(), attest, brief, "Hetzelfde.")

    assert [await where(word) for word in words] == [brief] * 3
    assert await heard_of(case, words[0]) == before
    assert [line.name for line in await patterns_of(await cast.an.viewer())] == ["Brief"]


async def test_a_merged_pattern_takes_part_in_nothing_any_more(cast):
    _, words, attest, brief = await two_patterns(cast)
    an, other = await cast.an.viewer(), await a_pattern(cast, "Bus")
    await merge_patterns(an, attest, brief, "Hetzelfde.")

    for act in (
        merge_patterns(an, attest, other, "Nog eens."),
        merge_patterns(an, other, attest, "Terug."),
        edit_pattern(an, attest, Edited("Anders"), version=(await pattern_for(an, attest)).version),
        group_words(an, attest, [words[0]]),
        move_words(an, brief, [words[0]], attest, "Terug."),
        use_pattern_again(an, attest),
    ):
        with pytest.raises(RuleBroken):
            await act

    assert [await where(word) for word in words] == [brief] * 3


async def test_two_people_merging_into_each_other_at_once_leave_one_of_them(cast):
    _, words, attest, brief = await two_patterns(cast)
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    outcomes = await asyncio.gather(
        merge_patterns(an, attest, brief, "Zo."),
        merge_patterns(ben, brief, attest, "Zo."),
        return_exceptions=True,
    )

    assert sorted(isinstance(outcome, RuleBroken) for outcome in outcomes) == [False, True]
    assert len({await where(word) for word in words}) == 1
    assert len(await patterns_of(an)) == 1


async def test_a_pattern_never_merges_into_itself_another_kind_or_another_partnership(cast):
    _, words, attest, _ = await two_patterns(cast)
    an = await cast.an.viewer()
    waste = await a_pattern(cast, "Drie keer", await wasted(cast, await tabak(cast)), kind=PatternKind.WASTE)

    for goal in (attest, waste):
        with pytest.raises(RuleBroken) as refused:
            await merge_patterns(an, attest, goal, "Zo.")
        assert refused.value.field == "into"
    with pytest.raises(NotFound):
        await merge_patterns(await cast.cas.viewer(), attest, waste, "Zo.")

    assert await where(words[0]) == attest


async def test_splitting_twice_with_one_form_makes_one_pattern(cast):
    _, words, attest, _ = await two_patterns(cast)
    an, key, new = await cast.an.viewer(), uuid4(), NewPattern(KIND, "Diploma")
    first = await split_pattern(an, key, attest, [words[0]], new, "Ander papier.")
    second = await split_pattern(an, key, attest, [words[0]], new, "Ander papier.")

    assert first == second
    assert [await where(word) for word in words[:2]] == [first, attest]
    assert await PatternRow.count() == 3


async def test_a_split_that_is_refused_makes_no_pattern(cast):
    _, words, attest, _ = await two_patterns(cast)

    with pytest.raises(RuleBroken):
        await split_pattern(
            await cast.an.viewer(), uuid4(), attest, [words[2]], NewPattern(KIND, "Diploma"), "Ander papier."
        )

    assert await PatternRow.count() == 2


async def test_two_people_moving_the_same_word_at_once_give_one_outcome(cast):
    _, words, attest, brief = await two_patterns(cast)
    an, ben, bus = await cast.an.viewer(), await cast.ben.viewer(), await a_pattern(cast, "Bus")
    outcomes = await asyncio.gather(
        move_words(an, attest, [words[0]], brief, "Zo."),
        move_words(ben, attest, [words[0]], bus, "Zo."),
        return_exceptions=True,
    )

    assert sorted(isinstance(outcome, RuleBroken) for outcome in outcomes) == [False, True]
    assert await Occurrence.count().where(Occurrence.failure_demand == words[0]) == 1


async def test_words_taken_out_come_back_on_the_board(cast):
    _, words, attest, _ = await two_patterns(cast)
    an = await cast.an.viewer()
    await move_words(an, attest, [words[0]], None, "Hoort nergens bij.")

    assert [word.id for word in (await ungrouped(an, KIND)).rows] == [words[0]]
    assert [word.id for word in (await words_in(an, await pattern_for(an, attest))).rows] == [words[1]]


async def test_moving_needs_a_reason_that_both_patterns_keep(cast):
    _, words, attest, brief = await two_patterns(cast)
    an = await cast.an.viewer()
    with pytest.raises(RuleBroken) as refused:
        await move_words(an, attest, [words[0]], brief, " ")
    assert refused.value.field == "reason"
    await move_words(an, attest, [words[0]], brief, "Het ging om de brief.")

    [went] = await former_of(an, Subject.PATTERN, attest, PATTERN_NAMES)
    [came] = await former_of(an, Subject.PATTERN, brief, PATTERN_NAMES)
    assert went.said == (("woorden", "sommige woorden gingen naar ‘Brief’"),)
    assert came.said == (("woorden", "er kwamen woorden bij uit ‘Attest’"),)
    assert went.reason == came.reason == "Het ging om de brief."


async def test_nobody_moves_words_of_a_case_they_may_not_open(cast):
    closed = await tabak(cast, shared_with=(cast.ocmw,))
    word = await heard(cast, closed)
    attest, brief = await a_pattern(cast, "Attest", word), await a_pattern(cast, "Brief")

    with pytest.raises(RuleBroken):
        await move_words(await cast.ben.viewer(), attest, [word], brief, "Zo.")

    assert await where(word) == attest


async def test_every_act_leaves_its_entry_in_the_trail(cast):
    _, words, attest, brief = await two_patterns(cast)
    an = await cast.an.viewer()
    await move_words(an, attest, [words[0]], brief, "Zo.")
    await move_words(an, brief, [words[0]], None, "Zo.")
    await merge_patterns(an, attest, brief, "Zo.")

    rows = await TrailEntry.select(TrailEntry.verb).order_by(TrailEntry.number, ascending=False).limit(3)
    assert [row["verb"] for row in rows] == ["patterns merged", "ungrouped", "moved"]
