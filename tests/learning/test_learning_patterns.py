"""Patterns are made after the words; grouping never touches the words and happens once (L5)."""

import asyncio
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import AGAIN, a_pattern, cases_with, heard, helped, wanted, wasted
from tracker.cases.queries.failure_demands import heard_of
from tracker.learning.actions.grouping import group_words
from tracker.learning.actions.patterns import (
    Edited,
    NewPattern,
    edit_pattern,
    make_pattern,
    retire_pattern,
    use_pattern_again,
)
from tracker.learning.queries.former import former_of
from tracker.learning.queries.patterns import pattern_for, patterns_of
from tracker.learning.rules.kinds import RECURRENCE_NAMES, PatternKind, Recurrence, Subject
from tracker.learning.rules.patterns import PATTERN_NAMES, why_not_judge, why_not_merge, why_not_name
from tracker.learning.tables.patterns import Occurrence
from tracker.learning.tables.patterns import Pattern as PatternRow
from tracker.problems import Conflict, NotFound, RuleBroken

KIND = PatternKind.FAILURE_DEMAND


def test_two_patterns_of_a_kind_never_go_by_one_name():
    assert why_not_name("  Attést  opnieuw", ["attest opnieuw"]).field == "name"
    assert why_not_name("Attest opnieuw", ["Brief niet begrepen"]) is None


def test_calling_something_predictable_needs_a_reason():
    assert why_not_judge(Recurrence.PREDICTABLE, " ").field == "recurrence_reason"
    assert why_not_judge(Recurrence.NOT_JUDGED, "") is None


def test_only_two_patterns_of_one_kind_merge():
    refusal = why_not_merge(itself=False, same_kind=False, kind=PatternKind.WASTE, reason="Hetzelfde.")

    assert "verspilling" in refusal.reason


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (PatternKind.FAILURE_DEMAND, heard),
        (PatternKind.WASTE, wasted),
        (PatternKind.VALUE, helped),
        (PatternKind.VALUE_DEMAND, wanted),
    ],
)
async def test_each_kind_of_word_makes_a_pattern_of_its_kind(cast, kind, word):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await word(cast, case)
    pattern = await make_pattern(an, uuid4(), NewPattern(kind, "Drie keer", words=(noted,)))

    [line] = await patterns_of(an, kind)
    assert (line.id, line.times, line.count.codes) == (pattern, 1, (case.code,))


async def test_a_waste_is_no_failure_demand(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    good = await helped(cast, case)
    pattern = await make_pattern(an, uuid4(), NewPattern(PatternKind.WASTE, "Drie keer"))

    with pytest.raises(RuleBroken):
        await group_words(an, pattern, [good])

    assert await Occurrence.count() == 0


async def test_grouping_leaves_the_words_as_they_were(cast):
    case = await tabak(cast)
    noted = await heard(cast, case)
    before = await heard_of(case, noted)
    await a_pattern(cast, "Attest opnieuw", noted)

    assert await heard_of(case, noted) == before
    assert before.words == AGAIN


async def test_the_same_form_twice_makes_one_pattern_with_its_words_once(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()
    new = NewPattern(KIND, "Attest opnieuw", words=(await heard(cast, case),))
    first = await make_pattern(an, key, new)
    second = await make_pattern(an, key, new)

    assert first == second
    assert (await PatternRow.count(), await Occurrence.count()) == (1, 1)


async def test_a_word_stands_in_one_pattern_at_most(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    one, other = await heard(cast, case), await heard(cast, case)
    await a_pattern(cast, "Attest opnieuw", one)
    brief = await a_pattern(cast, "Brief niet begrepen")

    with pytest.raises(RuleBroken) as refused:
        await group_words(an, brief, [one, other])

    assert "‘Attest opnieuw’" in refused.value.reason
    assert (await pattern_for(an, brief)).times == 0


async def test_two_people_grouping_the_same_word_at_once_give_one_outcome(cast):
    case, an, ben = await tabak(cast), await cast.an.viewer(), await cast.ben.viewer()
    word = await heard(cast, case)
    one, other = await a_pattern(cast, "Attest opnieuw"), await a_pattern(cast, "Brief niet begrepen")
    outcomes = await asyncio.gather(
        group_words(an, one, [word]), group_words(ben, other, [word]), return_exceptions=True
    )

    assert sorted(isinstance(outcome, RuleBroken) for outcome in outcomes) == [False, True]
    assert await Occurrence.count() == 1


async def test_clicking_twice_groups_once(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    word, pattern = await heard(cast, case), await a_pattern(cast)
    put = await asyncio.gather(group_words(an, pattern, [word]), group_words(an, pattern, [word]))

    assert sorted(put) == [0, 1]
    assert await Occurrence.count() == 1


async def test_words_of_a_case_one_may_not_open_cannot_be_grouped(cast):
    closed = await tabak(cast, shared_with=(cast.ocmw,))
    word, pattern = await heard(cast, closed), await a_pattern(cast)

    with pytest.raises(RuleBroken):
        await group_words(await cast.ben.viewer(), pattern, [word])

    assert await Occurrence.count() == 0


async def test_a_pattern_of_another_partnership_does_not_exist(cast):
    pattern = await a_pattern(cast)

    for stranger in (cast.dot, cast.cas):
        with pytest.raises(NotFound):
            await pattern_for(await stranger.viewer(), pattern)
        assert await patterns_of(await stranger.viewer()) == []


async def test_a_small_count_is_a_number_only_for_who_may_open_all_of_its_cases(cast):
    await a_pattern(cast, "Attest opnieuw", *await cases_with(cast, 2))
    closed = await cases_with(cast, 1, shared_with=(cast.ocmw,))
    await group_words(await cast.an.viewer(), (await PatternRow.select().first())["id"], closed)

    said = {}
    for member in (cast.an, cast.ben, cast.bea, cast.kim):
        [line] = await patterns_of(await member.viewer())
        said[member.name] = (line.count.said, len(line.count.listed))
    assert said == {
        "An": ("3", 3),
        "Ben": ("minder dan 5", 2),
        "Bea": ("minder dan 5", 0),
        "Kim": ("minder dan 5", 0),
    }


async def test_a_count_of_five_is_for_everyone_who_learns(cast):
    await a_pattern(cast, "Attest opnieuw", *await cases_with(cast, 5))

    [line] = await patterns_of(await cast.bea.viewer())
    assert (line.count.said, line.count.listed) == ("5", ())


async def test_editing_keeps_what_it_said_and_why(cast):
    an, pattern = await cast.an.viewer(), await a_pattern(cast, "Attest opnieuw")
    now = await pattern_for(an, pattern)
    wanted = Edited("Attest opnieuw bezorgen", "", Recurrence.PREDICTABLE, "Elk kwartaal weer.")
    await edit_pattern(an, pattern, wanted, version=now.version, reason="Duidelijker.")

    [former] = await former_of(an, Subject.PATTERN, pattern, PATTERN_NAMES, {"recurrence": RECURRENCE_NAMES})
    assert former.said == (
        ("naam", "Attest opnieuw"),
        ("voorspelbaar of eenmalig", "nog niet beoordeeld"),
        ("waarom", "leeg"),
    )
    assert former.reason == "Duidelijker."


async def test_two_people_editing_a_pattern_meet_each_others_words(cast):
    an, pattern = await cast.an.viewer(), await a_pattern(cast, "Attest opnieuw")
    old = await pattern_for(an, pattern)
    await edit_pattern(await cast.ben.viewer(), pattern, Edited("Van Ben"), version=old.version)

    with pytest.raises(Conflict) as met:
        await edit_pattern(an, pattern, Edited("Van An"), version=old.version)

    assert met.value.theirs["name"] == "Van Ben"


async def test_a_retired_pattern_keeps_its_words_and_takes_no_new_ones_until_it_is_used_again(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    pattern = await a_pattern(cast, "Attest opnieuw", await heard(cast, case))
    await retire_pattern(an, pattern, "Komt niet meer voor.")

    with pytest.raises(RuleBroken):
        await group_words(an, pattern, [await heard(cast, case)])

    assert await patterns_of(an) == []
    [line] = await patterns_of(an, also_retired=True)
    assert (line.retired, line.times) == (True, 1)
    await use_pattern_again(an, pattern)
    assert [line.id for line in await patterns_of(an)] == [pattern]
