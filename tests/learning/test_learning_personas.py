"""Personas: describing them, laying cases beside them, and the cases that fit none."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker.cases.tables import Correction
from tracker.learning.actions.misfits import conclude, say_fits_none
from tracker.learning.actions.personas import (
    Description,
    describe_persona,
    retire_persona,
    review_set,
    reword_persona,
)
from tracker.learning.actions.resemblance import Comparison, compare, correct_comparison, take_away
from tracker.learning.queries.former import former_of
from tracker.learning.queries.misfits import misfit_of, misfits
from tracker.learning.queries.personas import persona_of, personas, set_reviews
from tracker.learning.queries.resemblance import cases_beside, likenesses_of, likenesses_on
from tracker.learning.rules.kinds import Outcome, PersonaState, Subject
from tracker.learning.rules.personas import PERSONA_NAMES
from tracker.problems import Conflict, NotFound, RuleBroken

PAPERS = Description("Altijd de papieren voor", "Alleenstaande ouder.", "Opvang\n Eén keer papieren geven")


async def papers(member, **rest):
    return await describe_persona(await member.viewer(), uuid4(), PAPERS, **rest)


async def test_a_persona_is_a_situation_with_the_value_demands_that_come_together_in_it(cast):
    made = await papers(cast.an)

    persona = await persona_of(await cast.bea.viewer(), made)
    assert persona.lines == ("Opvang", "Eén keer papieren geven")
    assert (persona.version, persona.state) == (1, PersonaState.IN_USE)


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (Description("altijd de  PAPIEREN voor", "", "iets"), "name"),
        (Description("Anders", "", " \n "), "demands"),
        (Description(" ", "", "iets"), "name"),
    ],
)
async def test_a_persona_needs_a_name_of_its_own_and_a_value_demand(cast, wanted, field):
    await papers(cast.an)

    with pytest.raises(RuleBroken) as refused:
        await describe_persona(await cast.an.viewer(), uuid4(), wanted)

    assert refused.value.field == field


async def test_the_same_form_sent_twice_makes_one_persona(cast):
    an, key = await cast.an.viewer(), uuid4()

    first, second = await describe_persona(an, key, PAPERS), await describe_persona(an, key, PAPERS)

    assert first == second
    assert len(await personas(an)) == 1


async def test_a_new_version_keeps_what_was_written_and_why_it_changed(cast):
    an, made = await cast.an.viewer(), await papers(cast.an)
    wanted = Description(PAPERS.name, "Ouder met jonge kinderen.", PAPERS.demands)

    await reword_persona(an, made, wanted, version="1", reason="Ook koppels herkenden zich.")

    [former] = await former_of(an, Subject.PERSONA, made, PERSONA_NAMES)
    assert ("de situatie", "Alleenstaande ouder.") in former.said
    assert former.reason == "Ook koppels herkenden zich."
    assert (await persona_of(an, made)).version == 2


async def test_a_new_version_without_a_reason_or_without_a_change_is_refused(cast):
    an, made = await cast.an.viewer(), await papers(cast.an)
    wanted = Description(PAPERS.name, "Ouder met jonge kinderen.", PAPERS.demands)

    with pytest.raises(RuleBroken) as without_reason:
        await reword_persona(an, made, wanted, version="1", reason=" ")
    with pytest.raises(RuleBroken) as without_change:
        await reword_persona(an, made, PAPERS, version="1", reason="zomaar")

    assert without_reason.value.field == "reason"
    assert "niets veranderd" in without_change.value.reason


async def test_who_writes_on_an_older_version_sees_what_the_other_wrote(cast):
    an, ben, made = await cast.an.viewer(), await cast.ben.viewer(), await papers(cast.an)
    theirs, mine = (Description(PAPERS.name, text, PAPERS.demands) for text in ("Van Ben.", "Van An."))
    await reword_persona(ben, made, theirs, version="1", reason="Van Ben.")

    with pytest.raises(Conflict) as conflict:
        await reword_persona(an, made, mine, version="1", reason="Van An.")

    assert (conflict.value.theirs["context"], conflict.value.who) == ("Van Ben.", "Ben")


async def test_nothing_new_is_laid_beside_a_retired_persona_and_what_lay_there_stays(cast):
    an, case, made = await cast.an.viewer(), await tabak(cast), await papers(cast.an)
    await compare(an, case.code, uuid4(), made, Comparison("Elf brieven.", ""))

    await retire_persona(an, made, reason="Te breed geworden.")

    other = await tabak(cast, alias="Wolf")
    with pytest.raises(RuleBroken):
        await compare(an, other.code, uuid4(), made, Comparison("Post.", ""))
    [there] = await likenesses_on(case)
    assert there.alike == "Elf brieven."


async def test_a_case_may_lie_beside_several_personas_but_once_beside_each(cast):
    an, case, first = await cast.an.viewer(), await tabak(cast), await papers(cast.an)
    second = await describe_persona(
        an, uuid4(), Description("Stilgevallen", "Na ontslag.", "Ergens bij horen")
    )
    for persona in (first, second):
        await compare(an, case.code, uuid4(), persona, Comparison("Iets.", ""))

    with pytest.raises(RuleBroken) as again:
        await compare(an, case.code, uuid4(), first, Comparison("Nog eens.", ""))

    assert again.value.field == "persona"
    assert {each.persona_id for each in await likenesses_on(case)} == {first, second}


async def test_what_was_written_about_a_case_is_kept_with_that_case_when_it_changes_or_goes(cast):
    an, case, made = await cast.an.viewer(), await tabak(cast), await papers(cast.an)
    there = await compare(an, case.code, uuid4(), made, Comparison("Elf brieven.", ""))
    [before] = await likenesses_on(case)
    await correct_comparison(an, case.code, there, Comparison("Twaalf brieven.", ""), version=before.version)

    await take_away(an, case.code, there)

    kept = await Correction.select(Correction.case, Correction.former).order_by(Correction.id)
    assert [row["case"] for row in kept] == [case.id, case.id]
    assert "Elf brieven." in kept[0]["former"] and "Twaalf brieven." in kept[1]["former"]
    assert await likenesses_on(case) == []


async def test_the_words_about_a_case_are_only_for_who_may_open_it(cast):
    an = await cast.an.viewer()
    case, made = await tabak(cast, shared_with=[cast.ocmw, cast.vdab]), await papers(cast.an)
    await compare(an, case.code, uuid4(), made, Comparison("Elf brieven.", ""))

    seen = {
        member.name: len(await likenesses_of(await member.viewer(), made))
        for member in (cast.an, cast.ben, cast.cor, cast.out, cast.bea, cast.dirk, cast.kim, cast.pro)
    }

    assert seen == {"An": 1, "Ben": 1, "Cor": 1, "Out": 0, "Bea": 0, "Dirk": 0, "Kim": 0, "Pro": 0}


async def test_a_small_count_gives_codes_to_who_may_open_the_cases_and_no_number_to_others(cast):
    an = await cast.an.viewer()
    case, made = await tabak(cast, shared_with=[cast.ocmw]), await papers(cast.an)
    await compare(an, case.code, uuid4(), made, Comparison("Elf brieven.", ""))

    mine = await cases_beside(an)
    boards = await cases_beside(await cast.bea.viewer())

    assert (mine[made].listed, mine[made].said) == ((case.code,), "1")
    assert (boards[made].listed, boards[made].said) == ((), "minder dan 5")


async def test_a_case_that_fits_none_waits_until_an_analysis_ends_with_an_outcome_and_why(cast):
    an, cor, case = await cast.an.viewer(), await cast.cor.viewer(), await tabak(cast)
    waiting = await say_fits_none(an, case.code, uuid4(), "Wil vooral rust.")

    await conclude(cor, waiting, Outcome.LEAVE, why="Te weinig om een patroon te zien.")

    ended = await misfit_of(cor, waiting)
    assert (ended.outcome, ended.ended_by, ended.waiting) == (Outcome.LEAVE, "Cor", False)
    with pytest.raises(RuleBroken):
        await conclude(cor, waiting, Outcome.LEAVE, why="Nog eens.")


async def test_adjusting_names_the_persona_and_every_outcome_says_why(cast):
    an, case, made = await cast.an.viewer(), await tabak(cast), await papers(cast.an)
    waiting = await say_fits_none(an, case.code, uuid4(), "Wil vooral rust.")

    with pytest.raises(RuleBroken) as nameless:
        await conclude(an, waiting, Outcome.ADJUST, why="Rust ontbreekt.")
    with pytest.raises(RuleBroken) as silent:
        await conclude(an, waiting, Outcome.ADJUST, why=" ", persona_id=made)

    assert (nameless.value.field, silent.value.field) == ("persona", "why")


async def test_a_case_stands_once_on_the_review_list(cast):
    an, case = await cast.an.viewer(), await tabak(cast)
    await say_fits_none(an, case.code, uuid4(), "Wil vooral rust.")

    with pytest.raises(RuleBroken):
        await say_fits_none(an, case.code, uuid4(), "Nog eens.")

    assert len(await misfits(an)) == 1


async def test_the_review_list_of_another_partnership_or_of_a_closed_case_does_not_exist(cast):
    an, case = await cast.an.viewer(), await tabak(cast, shared_with=[cast.ocmw])
    waiting = await say_fits_none(an, case.code, uuid4(), "Wil vooral rust.")

    for member in (cast.out, cast.dot, cast.cas, cast.bea):
        with pytest.raises(NotFound):
            await misfit_of(await member.viewer(), waiting)
        assert await misfits(await member.viewer()) == []


async def test_the_set_is_reviewed_on_a_day_that_is_over_and_again_after_it(cast):
    cor = await cast.cor.viewer()
    today, later = cor.today, cor.today + timedelta(days=180)
    await review_set(cor, uuid4(), held_on=today, next_on=later, note="Eén persona ontbreekt.")

    with pytest.raises(RuleBroken) as too_early:
        await review_set(cor, uuid4(), held_on=today, next_on=today, note="")
    with pytest.raises(RuleBroken) as not_yet:
        await review_set(cor, uuid4(), held_on=later, next_on=later + timedelta(days=1), note="")

    assert (too_early.value.field, not_yet.value.field) == ("next_on", "held_on")
    [kept] = await set_reviews(cor)
    assert (kept.next_on, kept.author) == (later, "Cor")


async def test_personas_of_another_partnership_do_not_exist(cast):
    made = await papers(cast.an)

    with pytest.raises(NotFound):
        await persona_of(await cast.cas.viewer(), made)

    assert await personas(await cast.cas.viewer()) == []
