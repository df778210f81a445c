"""Opening a case and its further life in a real browser: drafts while typing, without scripts, on a phone."""

from playwright.async_api import expect

from tests.browser.site import sign_in, visit, wrong_with
from tests.browser.stage import SITE
from tests.cases.life import tabak
from tracker.cases.tables import CaseFile

NEW = "/p/durmeland/casussen/nieuw"
PAGES = (
    "gegevens",
    "wie-volgt-mee",
    "delen",
    "delen/organisaties",
    "delen/akkoord",
    "delen/intrekking",
    "loslaten",
    "leesboek",
)


async def test_every_form_of_a_case_s_life_is_accessible_and_fits(an, cast, web):
    case = await tabak(cast)

    for path in (NEW, *(f"/p/durmeland/casussen/{case.code}/{rest}" for rest in PAGES)):
        stage = await visit(an, web.client, path)
        await an.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

        assert await wrong_with(an) == []
        assert stage.complaints == [], path


async def test_what_is_typed_is_kept_while_typing_and_stands_there_after_a_closed_tab(an, cast, web):
    await visit(an, web.client, NEW)
    await an.get_by_label("Schuilnaam").fill("Tabak")
    await an.get_by_label("Bedoeling, in eigen woorden").fill("Eén adres.")
    await expect(an.get_by_text("Concept bewaard om")).to_be_visible()

    await an.goto("about:blank")
    await visit(an, web.client, NEW)

    await expect(an.get_by_text("We zetten terug wat je eerder typte")).to_be_visible()
    await expect(an.get_by_label("Schuilnaam")).to_have_value("Tabak")
    await an.get_by_role("button", name="Gooi het weg").click()
    await expect(an.get_by_label("Schuilnaam")).to_have_value("")


async def test_a_phone_number_stops_the_draft_and_says_so_in_place(an, cast, web):
    await visit(an, web.client, NEW)

    await an.get_by_label("Bedoeling, in eigen woorden").fill("Bel 0471 23 45 67")

    await expect(an.get_by_text("er staat een telefoonnummer in")).to_be_visible()


async def test_a_case_opens_on_a_phone_and_can_be_taken_back_with_its_words(an, cast, web):
    await an.set_viewport_size({"width": 360, "height": 740})
    await visit(an, web.client, NEW)
    await an.get_by_label("Schuilnaam").fill("Tabak")
    await an.get_by_label("Bedoeling, in eigen woorden").fill("Eén adres.")
    await an.get_by_role("button", name="Open de casus").click()
    await expect(an.get_by_role("heading", name="Tabak", level=1)).to_be_visible()

    await an.get_by_role("button", name="Maak ongedaan").click()

    await expect(an.get_by_label("Schuilnaam")).to_have_value("Tabak")
    await expect(an.get_by_label("Bedoeling, in eigen woorden")).to_have_value("Eén adres.")
    assert await CaseFile.count() == 0


async def test_two_quick_clicks_open_one_case(an, cast, web):
    await visit(an, web.client, NEW)
    await an.get_by_label("Schuilnaam").fill("Tabak")

    await an.get_by_role("button", name="Open de casus").dblclick()

    await expect(an.get_by_role("heading", name="Tabak", level=1)).to_be_visible()
    assert await CaseFile.count() == 1


async def test_without_scripts_a_case_is_opened_limited_and_released(browser, cast, web):
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await sign_in(page, cast.an)
    await visit(page, web.client, NEW)
    await page.get_by_label("Schuilnaam").fill("Tabak")
    await page.get_by_role("button", name="Open de casus").click()
    await page.wait_for_url("**/casussen/DL-0001*")
    case = f"{SITE}/p/durmeland/casussen/DL-0001"

    await page.goto(f"{case}/delen/organisaties")
    await page.get_by_label("Arktos").uncheck(force=True)
    await page.get_by_role("button", name="Bewaar").click()
    await expect(page.get_by_role("list", name="Wie de casus niet meer ziet")).to_contain_text("Arktos")
    await page.goto(f"{case}/loslaten")
    await page.get_by_label("Hoe is het nu?").fill("Hij redt het.")
    await page.get_by_role("button", name="Rond af").click()

    await expect(page).to_have_url(f"{case}?losgelaten=ending-1")
    await expect(page.get_by_role("heading", name="Losgelaten op")).to_be_visible()
    await context.close()
