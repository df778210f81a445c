"""The frame around every page: for each role what it needs most in the line, everything else under 'Meer'."""

import pytest

from tests.page import said_in

IN_LINE = {
    "an": ["Casussen", "Patronen", "Verbeteren", "Overleg", "Kwesties"],
    "cor": ["Casussen", "Patronen", "Verbeteren", "Overleg", "Kwesties"],
    "bea": ["Start", "Overleg", "Kwesties", "Patronen", "Verbeteren"],
    "dirk": ["Start", "Overleg", "Kwesties", "Patronen", "Verbeteren"],
    "kim": ["Start", "Leersessies", "Patronen", "Verbeteren", "Overleg"],
    "pro": ["Start", "Overleg", "Kwesties", "Patronen", "Verbeteren"],
    "ewa": ["Start", "Uitwisseling"],
    "tom": ["Start", "Beheer"],
}
IN_BAR = {
    "an": ["Start", "Casussen", "+", "Verbeteren", "Meer"],
    "cor": ["Start", "Casussen", "+", "Verbeteren", "Meer"],
    "bea": ["Start", "Overleg", "Kwesties", "Verbeteren", "Meer"],
    "dirk": ["Start", "Overleg", "Kwesties", "Verbeteren", "Meer"],
    "kim": ["Start", "Leersessies", "Overleg", "Verbeteren", "Meer"],
    "pro": ["Start", "Overleg", "Kwesties", "Verbeteren", "Meer"],
    "ewa": ["Start", "Uitwisseling", "Mijn profiel"],
    "tom": ["Start", "Beheer", "Mijn profiel"],
}


def signs(menu) -> list[str]:
    """What stands in the line of a menu: its links, and the word that opens the rest."""
    return [said_in(next(each for each in item.iter() if each.tag in ("a", "summary"))) for item in menu[0]]


def places(page, name: str) -> set[str]:
    """Where the menu of this name leads."""
    menus = [menu for menu in page.all("nav") if menu.get("aria-label") == name]
    return {link.get("href") for menu in menus for link in menu.iter("a")}


@pytest.mark.parametrize("member", IN_LINE)
async def test_each_role_finds_what_it_needs_in_the_main_line(web, cast, member):
    page = await web.as_(getattr(cast, member)).get("/")

    [line] = [menu for menu in page.all("nav") if menu.get("aria-label") == "Hoofdmenu"]
    [bar] = page.all("nav", "bar")
    found = signs(line)
    assert [sign for sign in found if sign != "Meer"] == IN_LINE[member]
    assert len(found) <= 6
    assert signs(bar) == IN_BAR[member]


@pytest.mark.parametrize("member", IN_LINE)
async def test_every_place_of_the_menu_opens_for_this_role_and_is_in_the_bar_of_a_phone_too(
    web, cast, member
):
    seat = web.as_(getattr(cast, member))
    page = await seat.get("/")

    line, bar = (places(page, name) for name in ("Hoofdmenu", "Snelmenu"))
    assert line <= bar
    for path in sorted(line):
        assert (await seat.get(path)).status == 200, path


async def test_a_place_under_more_marks_that_one_is_there(web, cast):
    page = await web.as_(cast.bea).get("/p/durmeland/leersessies")

    assert [said_in(sign) for sign in page.all("summary", "here")] == ["Meer", "Meer"]
