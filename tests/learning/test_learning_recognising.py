"""What everyone in the partnership reads about learning names no case: its writer is warned first (law 3)."""

import pytest

from tests.cases.life import tabak
from tests.learning.words import a_pattern, cases_with
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
