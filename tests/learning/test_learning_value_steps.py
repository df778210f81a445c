"""Value steps as they are seen in cases, with examples taken from there."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.assessments import Judging, assess
from tracker.cases.rules.kinds import Verdict, WasteKind
from tracker.learning.actions.examples import take_as_example
from tracker.learning.queries.value_steps import seen_in_cases, step_seen
from tracker.partnership.actions.wordings import add_value_step, retire_value_step
from tracker.partnership.queries.wordings import value_step_history, value_steps
from tracker.problems import NotFound, RuleBroken

WHAT = "Tabak kreeg een spraakbericht in plaats van een brief."
TOLD = "Een bericht dat gesproken is, voor wie brieven niet leest."


async def a_step(cast, name="Vertrouwen"):
    return await add_value_step(await cast.cor.viewer(), name, "Er is iemand die blijft.")


async def judged(cast, step, verdict=Verdict.VALUE, what=WHAT, case=None, **rest):
    case = case or await tabak(cast, **rest)
    judging = Judging(
        what=what,
        verdict=verdict,
        waste_kind=WasteKind.AGAIN if verdict is Verdict.WASTE else None,
        happened_on=clock.today(),
        value_step=step,
        team_view="Gezien.",
    )
    return await assess(await cast.an.viewer(), case.code, uuid4(), judging), case


async def test_a_step_is_counted_in_cases_however_often_it_was_seen_in_one(cast):
    step = await a_step(cast)
    _, case = await judged(cast, step)
    await judged(cast, step, case=case, what="Nog eens.")
    await judged(cast, step, Verdict.WASTE, case=case)

    seen = await step_seen(await cast.an.viewer(), step)

    assert (seen.value.cases, seen.waste.cases) == (1, 1)
    assert seen.value.listed == (case.code,)


async def test_who_may_not_open_the_case_gets_no_code_no_word_and_no_small_number(cast, web):
    step = await a_step(cast)
    _, case = await judged(cast, step, shared_with=[cast.ocmw])

    for member in (cast.bea, cast.dirk, cast.out, cast.kim):
        assert (await seen_in_cases(await member.viewer(), step)).rows == ()
        for path in (f"waardestappen/{step}", "partnerschap/waardestappen"):
            page = await web.as_(member).get(f"/p/durmeland/{path}")
            assert page.status == 200
            assert "minder dan 5" in page
            assert case.code not in page.html and WHAT not in page.html


async def test_an_example_is_told_without_who_it_was_and_the_former_text_stays(cast):
    step, an = await a_step(cast), await cast.an.viewer()
    assessment, _ = await judged(cast, step)

    await take_as_example(an, step, assessment, TOLD)

    [now] = await value_steps(an)
    [former] = await value_step_history(an)
    assert (now.examples, former["examples"]) == (TOLD, "")


@pytest.mark.parametrize("text", ["Met TABAK ging het goed.", "Op DL-0001 lukte het.", WHAT, " "])
async def test_an_example_with_the_alias_the_code_or_the_same_words_is_refused(cast, text):
    step, an = await a_step(cast), await cast.an.viewer()
    assessment, _ = await judged(cast, step)

    with pytest.raises(RuleBroken) as refused:
        await take_as_example(an, step, assessment, text)

    assert refused.value.field == "text"
    assert (await value_steps(an))[0].examples == ""


async def test_only_what_helped_becomes_an_example_and_only_of_a_step_in_use(cast):
    step, an, cor = await a_step(cast), await cast.an.viewer(), await cast.cor.viewer()
    wasted, case = await judged(cast, step, Verdict.WASTE)
    helped, _ = await judged(cast, step, case=case)

    with pytest.raises(RuleBroken):
        await take_as_example(an, step, wasted, TOLD)
    await retire_value_step(cor, step, reason="Hoort bij een andere stap.")
    with pytest.raises(NotFound):
        await take_as_example(an, step, helped, TOLD)


async def test_a_case_one_may_not_open_gives_no_example(cast):
    step = await a_step(cast)
    assessment, _ = await judged(cast, step, shared_with=[cast.ocmw])

    for member in (cast.out, cast.cas, cast.bea):
        with pytest.raises(NotFound):
            await take_as_example(await member.viewer(), step, assessment, TOLD)


async def test_on_screen_one_walks_from_the_step_to_the_moment_to_the_example(cast, web):
    step, an = await a_step(cast), web.as_(cast.an)
    await judged(cast, step)
    page = await an.get(f"/p/durmeland/waardestappen/{step}")
    there = next(link for name, link in page.links().items() if name.startswith("Neem als voorbeeld"))

    refused = await an.post(there, {"text": "Met Tabak lukte het."})
    kept = await an.post(there, {"text": TOLD})

    assert refused.errors == {"text": "Hier staat nog ‘Tabak’. Schrijf het zonder wie het is."}
    assert kept.status == 303
    assert TOLD in await an.get(f"/p/durmeland/waardestappen/{step}")


async def test_a_retired_step_stays_readable_with_what_was_seen(cast, web):
    step, cor = await a_step(cast), await cast.cor.viewer()
    await judged(cast, step)
    await retire_value_step(cor, step, reason="Hoort bij een andere stap.")

    page = await web.as_(cast.an).get(f"/p/durmeland/waardestappen/{step}")

    assert "niet meer in gebruik" in page and "Hoort bij een andere stap." in page
    assert WHAT in page and "Neem als voorbeeld" not in page
