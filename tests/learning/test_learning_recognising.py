"""What everyone in the partnership reads about learning names no case: its writer is warned first (law 3)."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import a_pattern, cases_with
from tracker.learning.actions.extracts import Telling, release_story
from tracker.learning.actions.personas import Description, describe_persona
from tracker.learning.queries.extracts import story_of
from tracker.learning.queries.patterns import pattern_for

NEW = {
    "persona/nieuw": {"name": "Stil thuis", "context": "Zoals {}.", "demands": "Volk zien"},
    "persona/herziening": {"held_on": "1/1/2026", "next_on": "1/1/2027", "note": "Rond {} denken we na."},
    "patronen/nieuw": {"soort": "faalvragen", "name": "Opnieuw gevraagd", "meaning": "Zoals bij {}."},
    "systeemcondities/nieuw": {
        "name": "Aparte dossiers",
        "kind": "rule",
        "who": "team",
        "meaning": "Zie {}.",
    },
    "denkwijzen/nieuw": {"name": "Papier is zekerheid", "meaning": "Zoals {} zei."},
    "leersessies/nieuw": {"question": "Wat leerde {} ons?", "format": "free"},
    "inbreng/nieuw": {"source": "expert", "text": "Dat is zoals {}."},
    "patronen/grenzen/faalvragen": {"from_on": "1/1/2026", "reason": "Door {} werken we anders."},
}


@pytest.mark.parametrize("path", NEW)
async def test_a_text_for_everyone_that_names_a_case_is_held_back_once(cast, web, path):
    case = await tabak(cast, alias="Roos")
    an, there = web.as_(cast.an), f"/p/durmeland/{path}"
    for said, what in (("Roos", "schuilnaam"), (case.code, "casuscode")):
        typed = {name: text.format(said) for name, text in NEW[path].items()}

        held = await an.post(there, {**(await an.get(there)).form(there), **typed})

        assert held.status == 422
        assert what in held


async def test_the_reason_of_a_change_names_no_case_either(cast, web):
    words = await cases_with(cast, 1)
    made = await a_pattern(cast, "Opnieuw gevraagd", *words)
    an, there = web.as_(cast.an), f"/p/durmeland/patronen/{made}/wijzig"
    typed = {**(await an.get(there)).form(there), "name": "Nog eens", "reason": "Dat leerde Schuil 0 ons."}

    held = await an.post(there, typed)
    kept = await an.post(there, {**typed, "keep_identifiers": "yes"})

    assert (held.status, kept.status) == (422, 303)
    assert (await pattern_for(await cast.an.viewer(), made)).name == "Nog eens"


async def test_the_reason_to_take_a_story_back_names_no_case(cast, web):
    case = await tabak(cast, alias="Roos")
    an = await cast.an.viewer()
    story = await release_story(an, case.code, uuid4(), Telling("Wachten", "Iemand wachtte.", None))
    there = f"/p/durmeland/verhalen/{story}/intrekken"

    held = await web.as_(cast.an).post(there, {"reason": "Iedereen herkent Roos."})

    assert held.status == 422
    assert "schuilnaam" in held
    assert not (await story_of(an, story)).withdrawn_on


async def test_what_a_persona_asks_names_no_case(cast, web):
    case = await tabak(cast, alias="Roos")
    made = await describe_persona(
        await cast.an.viewer(), uuid4(), Description("Stil thuis", "Alleen.", "Volk zien")
    )
    there = f"/p/durmeland/persona/{made}/expertise"

    held = await web.as_(cast.an).post(there, {"expertise": f"Wat {case.code} vroeg"})

    assert held.status == 422
    assert "casuscode" in held
