"""Cards on the table: from many phones at once, grouped after the words, taken back by their writer only."""

import asyncio
from uuid import uuid4

import pytest

from tests.learning.sessions import BASE, code_of, opened
from tests.learning.words import a_pattern
from tracker.learning.actions.sessions.cards import add_card, group_cards, take_back_card
from tracker.learning.queries.sessions.cards import cards_of
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.rules.cards import LONGEST, OnTheTable, groups_of, why_not_add
from tracker.learning.tables.sessions import Card
from tracker.problems import NotFound, RuleBroken


def card(number, group=""):
    return OnTheTable(number, f"Kaart {number}", False, group, None, "", "", False)


def test_groups_come_in_the_order_in_which_they_came_about_and_the_rest_last():
    groups = groups_of([card(1), card(2, "Opnieuw"), card(3, "Te veel volk"), card(4, "Opnieuw")])

    assert {name: [each.id for each in held] for name, held in groups.items()} == {
        "Opnieuw": [2, 4],
        "Te veel volk": [3],
        "": [1],
    }
    assert list(groups)[-1] == ""


@pytest.mark.parametrize("words", ["", "  ", "x" * (LONGEST + 1)])
def test_a_card_says_something_and_is_short(words):
    assert why_not_add(words, on_the_table=0)


async def test_six_phones_at_once_lose_no_card_and_double_none(cast):
    session_id, _ = await opened(cast)
    code = await code_of(cast, session_id)
    people = [await each.viewer() for each in (cast.an, cast.ben, cast.out, cast.cor, cast.dirk, cast.kim)]
    sent = [(viewer, uuid4(), f"{viewer.name} {number}") for viewer in people for number in range(3)]

    # Every card twice, as when a thumb hits the button again while the first is under way.
    await asyncio.gather(*(add_card(viewer, code, key, words) for viewer, key, words in sent * 2))

    on_the_table = [row["words"] for row in await Card.select(Card.words)]
    assert sorted(on_the_table) == sorted(words for _, _, words in sent)


async def test_a_card_is_taken_back_by_its_writer_alone(cast):
    session_id, _ = await opened(cast)
    an, cor = await cast.an.viewer(), await cast.cor.viewer()
    laid = await add_card(an, await code_of(cast, session_id), uuid4(), "Weer dat blad.")
    with pytest.raises(NotFound):
        await take_back_card(cor, session_id, laid)

    await take_back_card(an, session_id, laid)

    assert await cards_of(cor, await session_of(cor, session_id)) == ()


async def test_cards_are_put_together_and_linked_to_a_pattern_while_their_words_stay(cast):
    session_id, _ = await opened(cast)
    an, cor = await cast.an.viewer(), await cast.cor.viewer()
    laid = await add_card(an, await code_of(cast, session_id), uuid4(), "Weer dat blad.", quoted=True)
    pattern = await a_pattern(cast, "Opnieuw vragen")
    with pytest.raises(RuleBroken):
        await group_cards(cor, session_id, {laid: "Opnieuw"}, {laid: 9999})

    await group_cards(cor, session_id, {laid: "Opnieuw"}, {laid: pattern})

    [kept] = await cards_of(cor, await session_of(cor, session_id))
    assert (kept.words, kept.quoted, kept.group, kept.pattern_id) == (
        "Weer dat blad.",
        True,
        "Opnieuw",
        pattern,
    )


async def test_a_card_names_only_a_case_that_its_writer_may_open(cast):
    session_id, [case] = await opened(cast)
    code = await code_of(cast, session_id)
    with pytest.raises(RuleBroken):
        await add_card(await cast.dirk.viewer(), code, uuid4(), "Over Tabak.", case=case.id)

    await add_card(await cast.kim.viewer(), code, uuid4(), "Over de casus.", case=case.id)

    assert await Card.count() == 1


async def test_the_target_group_lays_cards_and_sees_its_own_only(cast):
    session_id, _ = await opened(cast)
    code, dirk = await code_of(cast, session_id), await cast.dirk.viewer()
    await add_card(await cast.an.viewer(), code, uuid4(), "Van An.")
    await add_card(dirk, code, uuid4(), "Van Dirk.")

    assert [each.words for each in await cards_of(dirk, await session_of(dirk, session_id))] == ["Van Dirk."]


async def test_a_number_of_a_person_on_a_card_is_asked_about_first(web, cast):
    session_id, _ = await opened(cast)
    code, an = await code_of(cast, session_id), web.as_(cast.an)
    fields = {"key": str(uuid4()), "words": "Bel 0470 12 34 56."}

    assert (await an.post(f"/s/{code}", fields)).status == 422
    assert await Card.count() == 0
    assert (await an.post(f"/s/{code}", {**fields, "keep_identifiers": "yes"})).status == 303


async def test_the_wall_hears_of_a_new_card_and_stays_still_while_there_is_none(web, cast):
    session_id, _ = await opened(cast)
    an = web.as_(cast.an)
    wall = await an.get(f"{BASE}/{session_id}/projectie/4")
    asks = next(part.get("hx-get") for part in wall.all("div") if part.get("id") == "tafel")
    assert (await an.get(asks, htmx=True)).status == 204

    await add_card(await cast.dirk.viewer(), await code_of(cast, session_id), uuid4(), "Weer dat blad.")

    heard = await an.get(asks, htmx=True)
    assert heard.status == 200
    assert "Weer dat blad." in heard
    assert (await an.get(asks)).location == f"{BASE}/{session_id}/kaarten"


async def test_cards_are_grouped_on_screen_without_dragging(web, cast):
    session_id, _ = await opened(cast)
    code = await code_of(cast, session_id)
    for words in ("Weer dat blad.", "Alweer een intake."):
        await add_card(await cast.an.viewer(), code, uuid4(), words)
    kim, table = web.as_(cast.kim), f"{BASE}/{session_id}/kaarten"
    fields = (await kim.get(table)).form(table)
    groups = {name: "Opnieuw" for name in fields if name.startswith("group-")}

    assert (await kim.post(table, {**fields, **groups})).status == 303

    assert "Opnieuw" in await kim.get(f"{BASE}/{session_id}/projectie/5")
    assert [row["grouped_as"] for row in await Card.select(Card.grouped_as)] == ["Opnieuw", "Opnieuw"]
