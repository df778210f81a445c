"""Purpose, score, value demands and star in a real browser: on a phone, in the dark, without scripts."""

from playwright.async_api import expect

from tests.beginnings import begins_with
from tests.browser.site import sign_in, visit, wrong_with
from tests.browser.stage import SITE
from tests.cases.big_case import big_case
from tests.cases.stars import TEAM, read, with_demands
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.tables import ProgressScore, Purpose, StarReading, ValueDemand

CASES = "/p/durmeland/casussen"


async def _last(table):
    return (await table.select().order_by(table.id, ascending=False).first())["id"]


@begins_with(big_case)
async def test_every_form_and_the_star_over_time_are_accessible_and_fit(an, case, web):
    demand = f"waardevragen/{await _last(ValueDemand)}"

    for path in (
        "bedoeling",
        "scores/nieuw",
        f"scores/{await _last(ProgressScore)}",
        "waardevragen/nieuw",
        demand,
        f"{demand}/herwoording",
        f"{demand}/gegevens",
        "ster/nieuw",
        f"ster/{await _last(StarReading)}",
        "ster?wie=samen&naast=team",
        f"besproken/bedoeling/{await _last(Purpose)}",
    ):
        stage = await visit(an, web.client, f"{CASES}/{case.code}/{path}")

        assert await wrong_with(an) == []
        assert stage.complaints == [], path


async def test_last_time_is_marked_for_whoever_looks(an, cast, web):
    case, (a, *_) = await with_demands(cast)
    await read(cast.an, case, {a: 3})
    await read(cast.an, case, {a: 1}, seen=TEAM)
    await visit(an, web.client, f"{CASES}/{case.code}/ster/nieuw")

    await expect(an.get_by_text("Vorige keer 3")).to_be_visible()
    await expect(an.get_by_text("Besproken met Tabak?")).to_be_hidden()
    await an.get_by_text("Het team", exact=True).click()
    await expect(an.get_by_text("Vorige keer 1")).to_be_visible()
    await expect(an.get_by_text("Vorige keer 3")).to_be_hidden()
    await expect(an.get_by_text("Besproken met Tabak?")).to_be_visible()


async def test_a_star_is_read_without_scripts_and_by_keyboard(browser, cast, web):
    case, (a, *_) = await with_demands(cast)
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await sign_in(page, cast.an)
    await visit(page, web.client, f"{CASES}/{case.code}/ster/nieuw")
    await page.locator(f"[name=stars-{a}][value='4']").focus()
    await page.keyboard.press("Space")
    await page.get_by_role("button", name="Bewaar", exact=True).click()

    await expect(page.get_by_text("Bewaard.")).to_be_visible()
    reading = (await demands_of(await cast.an.viewer(), case)).latest
    assert reading.ratings[a].stars == 4
    await context.close()


@begins_with(big_case)
async def test_the_slider_moves_the_star_through_its_readings(an, case, web):
    stage = await visit(an, web.client, f"{CASES}/{case.code}/ster?wie=samen")
    await expect(an.locator(".chart .main-svg").first).to_be_visible()
    slider = an.get_by_label("Schuif naar een ander moment")
    await expect(slider).to_have_value("8")
    await slider.focus()
    await an.keyboard.press("Home")

    await expect(an.locator("[data-frame-label]")).not_to_be_empty()
    await expect(slider).to_have_value("0")
    assert stage.complaints == []


@begins_with(big_case)
async def test_without_scripts_the_star_over_time_shows_its_picture_and_its_table(browser, cast, case, web):
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await sign_in(page, cast.an)
    await visit(page, web.client, f"{CASES}/{case.code}/ster")

    await expect(page.locator("svg.star")).to_be_visible()
    await expect(page.get_by_role("table", name="Alle sterren")).to_be_visible()
    await expect(page.locator(".frames")).to_be_hidden()
    assert page.url.startswith(SITE)
    await context.close()
