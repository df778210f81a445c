"""Taking back, within ten minutes, what one just laid beside a persona (C16, C13)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.learning.actions.personas import Description, describe_persona
from tracker.learning.actions.resemblance import (
    Comparison,
    compare,
    correct_comparison,
    undo_comparison,
)
from tracker.learning.queries.resemblance import likeness_on, likenesses_on
from tracker.learning.tables.personas import Resemblance
from tracker.problems import RuleBroken

PAPERS = Description("Altijd de papieren voor", "Alleenstaande ouder.", "Opvang")


@pytest.fixture
async def laid(cast):
    """A case of An beside a persona: the case, the persona and what lies between them."""
    an, case = await cast.an.viewer(), await tabak(cast)
    persona = await describe_persona(an, uuid4(), PAPERS)
    return case, persona, await compare(an, case.code, uuid4(), persona, Comparison("Papieren.", "Jonger."))


async def test_who_just_laid_a_case_beside_a_persona_takes_it_back_and_finds_the_words_in_the_form(
    web, cast, laid
):
    case, persona, resemblance = laid
    here = f"/p/durmeland/casussen/{case.code}"
    an = web.as_(cast.an)
    undo = f"{here}/persona/{resemblance}/ongedaan"
    assert undo in [form.get("action") for form in (await an.get(here)).all("form")]

    answer = await an.post(undo)

    form = (await an.get(answer.location.split("?")[0])).form(f"{here}/persona/nieuw")
    assert (form["persona"], form["alike"], form["different"]) == (str(persona), "Papieren.", "Jonger.")
    assert await likenesses_on(case) == []


@pytest.mark.parametrize("why", ["another", "later", "corrected"])
async def test_it_is_not_taken_back_by_another_later_or_once_it_was_corrected(web, cast, laid, why):
    case, _, resemblance = laid
    an = await cast.an.viewer()
    if why == "later":
        then = clock.now() - timedelta(minutes=11)
        await Resemblance.update({Resemblance.written_at: then}).where(Resemblance.id == resemblance)
    if why == "corrected":
        now = await likeness_on(case, resemblance)
        wanted = Comparison("Alles.", "Jonger.")
        await correct_comparison(an, case.code, resemblance, wanted, version=now.version)
    who = cast.cor if why == "another" else cast.an

    page = await web.as_(who).get(f"/p/durmeland/casussen/{case.code}")
    with pytest.raises(RuleBroken):
        await undo_comparison(await who.viewer(), case.code, resemblance, form="/nieuw")

    assert not [form for form in page.all("form") if "/persona/" in (form.get("action") or "")]
    assert len(await likenesses_on(case)) == 1
