"""The phone in the person's hands, in a real browser: without scripts too, by keyboard, on a small screen."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.site import sign_in, visit, wrong_with
from tests.browser.stage import SITE
from tests.cases.life import tabak
from tests.cases.test_cases_reading_together import demand, failure, reading
from tracker.cases import tables as t
from tracker.cases.rules.kinds import Perspective
from tracker.partnership.actions.signing_in import set_password

PASSWORD = "paraplu kaasplank velo dinsdag"


@pytest.fixture
async def case(cast):
    """Tabak, who wants two things, seen by the team before."""
    await set_password(cast.an.person_id, PASSWORD)
    case = await tabak(cast)
    home, rest = await demand(case, "Een thuis"), await demand(case, "Rust", place=1)
    await failure(case, changed="Je kreeg het geld terug.")
    await reading(case, Perspective.TEAM, {home: 4, rest: 4})
    return case


def view(case):
    return f"/p/durmeland/casussen/{case.code}/klantbeeld"


async def hand_over(page, case, web):
    stage = await visit(page, web.client, view(case))
    await page.get_by_role("button", name="Geef de telefoon aan Tabak").click()
    await expect(page.get_by_role("heading", name="Nu ben jij aan de beurt")).to_be_visible()
    return stage


async def go_on(page, to):
    """To the next screen, known by its words: two questions may offer the same answers."""
    await page.get_by_role("button", name="Ga verder").click()
    await expect(page.get_by_text(to, exact=True)).to_be_visible()


async def answer_everything(page):
    await page.get_by_role("button", name="Begin").click()
    await page.get_by_label("Nee, het is veranderd").check()
    await page.get_by_label("Hoe zeg jij het nu?").fill("Ik wil weer lassen.")
    await go_on(page, "Vraag 2 van 4")
    await page.get_by_label("een beetje").check()
    await go_on(page, "Vraag 3 van 4")
    await page.get_by_label("Weet ik niet, of zeg ik liever niet").check()
    await go_on(page, "Vraag 4 van 4")
    await page.get_by_label("Zeg het in je eigen woorden").fill("Zeg het ook aan Ben.")
    await go_on(page, "Dit heb je gezegd")
    assert "bijna goed" not in await page.locator("main").inner_text()
    await page.get_by_role("button", name="Ja, bewaar dit").click()


@pytest.mark.parametrize("scripts", [True, False])
async def test_the_whole_journey_from_worker_to_person_and_back(browser, cast, web, case, scripts):
    context = await browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    page = await context.new_page()
    await sign_in(page, cast.an)
    await hand_over(page, case, web)

    await answer_everything(page)

    await expect(page.get_by_role("heading", name="Dank je wel, Tabak")).to_be_visible()
    await expect(
        page.get_by_text(re.compile("Vorige keer, je begeleiders.*: bijna goed")).first
    ).to_be_visible()
    await page.goto(f"{SITE}/p/durmeland/casussen")
    await expect(page).to_have_url(f"{SITE}/samen/{case.code}/klaar")
    await page.get_by_role("link", name="Geef de telefoon terug").click()
    await page.get_by_label("Je wachtwoord").fill("geraden")
    await page.get_by_role("button", name="Neem de telefoon terug").click()
    await expect(page.get_by_role("alert")).to_contain_text("Dit is niet je wachtwoord.")
    await page.get_by_label("Je wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Neem de telefoon terug").click()
    await expect(page).to_have_url(f"{SITE}{view(case)}?teruggekregen=ja")
    await expect(page.get_by_text("Zo zag jij het op")).to_be_visible()
    assert await t.StarReading.count().where(t.StarReading.perspective == Perspective.TARGET_GROUP) == 1
    await context.close()


async def test_every_screen_is_accessible_and_fits(an, web, case):
    await hand_over(an, case, web)
    [home, _] = await t.ValueDemand.select(t.ValueDemand.id).order_by(t.ValueDemand.place)

    for path in (
        "/samen",
        "/samen?taal=ar",
        f"/samen/{case.code}/bedoeling",
        f"/samen/{case.code}/waardevraag/{home['id']}",
        f"/samen/{case.code}/nog-iets",
        f"/samen/{case.code}/nalezen",
        "/samen/terug",
    ):
        await an.goto(SITE + path)

        assert await wrong_with(an, narrow=320) == []


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
async def test_the_page_to_read_together_is_accessible_in_every_language(an, web, case, language):
    await visit(an, web.client, f"{view(case)}?taal={language}")

    assert await wrong_with(an, narrow=320) == []


async def test_everything_to_press_is_large_enough_for_any_thumb(an, web, case):
    await an.set_viewport_size({"width": 360, "height": 740})
    await hand_over(an, case, web)
    await an.get_by_role("button", name="Begin").click()
    await an.get_by_label("Ja, dit klopt").check()
    await go_on(an, "Vraag 2 van 4")
    await an.wait_for_load_state()

    small = await an.evaluate(
        """() => [...document.querySelectorAll("main :is(button, .btn, .answers label, summary), .stop")]
            .filter((it) => it.offsetParent && it.getBoundingClientRect().height < 44)
            .map((it) => it.outerHTML.slice(0, 80))"""
    )

    assert small == []


async def test_by_keyboard_alone_an_answer_is_chosen_and_sent(an, web, case):
    await hand_over(an, case, web)
    await an.get_by_role("button", name="Begin").click()
    await an.get_by_label("Ja, dit klopt").focus()

    await an.keyboard.press("ArrowDown")
    await an.keyboard.press("Enter")

    await expect(an.get_by_text("Vraag 2 van 4")).to_be_visible()
    await an.goto(f"{SITE}/samen/{case.code}/bedoeling")
    await expect(an.get_by_label("Nee, het is veranderd")).to_be_checked()


async def test_what_was_typed_is_there_again_after_the_phone_was_put_away(an, web, case):
    await hand_over(an, case, web)
    await an.goto(f"{SITE}/samen/{case.code}/nog-iets")
    async with an.expect_response(re.compile("/concept")) as kept:
        await an.get_by_label("Zeg het in je eigen woorden").fill("Zeg het ook aan Ben.")
    assert (await kept.value).status == 204

    await an.reload()

    await expect(an.get_by_label("Zeg het in je eigen woorden")).to_have_value("Zeg het ook aan Ben.")


async def test_going_back_in_the_browser_never_leads_out(an, web, case):
    await visit(an, web.client, f"/p/durmeland/casussen/{case.code}")
    await hand_over(an, case, web)

    await an.go_back()

    await expect(an).to_have_url(f"{SITE}/samen")
    await expect(an.get_by_role("heading", name="Nu ben jij aan de beurt")).to_be_visible()
