"""The components and the frame in a real browser: under the content policy, accessible, by keyboard."""

import pytest
import pytest_asyncio
from litestar.testing import AsyncTestClient
from playwright.async_api import expect

from tests.browser.site import visit, wrong_with
from tests.web.gallery import site
from tracker.web.static import asset


@pytest_asyncio.fixture(loop_scope="session")
async def gallery():
    client = AsyncTestClient(site(asset), base_url="https://leerspoor.test", raise_server_exceptions=False)
    async with client:
        yield client


@pytest.mark.parametrize("path", ["/?bewaard=score-7", "/nergens", "/raise/not_allowed"])
async def test_a_page_is_accessible_and_fits_in_every_width_and_colour(page, gallery, path):
    stage = await visit(page, gallery, path)

    assert await wrong_with(page, narrow=320) == []
    assert [said for said in stage.complaints if "status of 40" not in said] == []


async def test_a_refused_form_is_accessible_and_has_the_focus_on_what_is_wrong(page, gallery):
    await visit(page, gallery)
    await page.get_by_label("Schuilnaam").fill("Mia 0475 12 34 56")

    await page.get_by_role("button", name="Bewaar").click()

    await expect(page.get_by_role("alert").first).to_be_focused()
    await expect(page.get_by_role("alert").first).to_contain_text("Nog 3 dingen voor we bewaren")
    await expect(page.get_by_label("Schuilnaam")).to_have_value("Mia 0475 12 34 56")
    assert await wrong_with(page) == []


async def test_the_link_of_an_error_brings_one_to_its_field(page, gallery):
    await visit(page, gallery)
    await page.get_by_role("button", name="Bewaar").click()

    await page.get_by_role("link", name="Schrijf in een paar woorden waarom.").click()

    await expect(page.get_by_label("Waarom?")).to_be_focused()


async def test_a_refusal_of_the_server_stands_above_the_page_that_stays(page, gallery):
    await visit(page, gallery)
    await page.get_by_label("Schuilnaam").fill("Tabak")

    await page.get_by_role("link", name="Beslis").click()

    await expect(page.locator("#melding")).to_contain_text("Zwijgen is geen consent.")
    await expect(page.get_by_label("Schuilnaam")).to_have_value("Tabak")


async def test_a_kept_form_leads_on_and_says_so(page, gallery):
    await visit(page, gallery)
    await page.get_by_role("radiogroup", name="Hoever staat het?").get_by_label("7").check()
    await page.get_by_label("Waarom?").fill("Handen wisten het nog.")
    await page.get_by_label("Datum").fill("2026-11-03")

    await page.get_by_role("button", name="Bewaar").click()

    await expect(page.locator("#melding")).to_have_text("Bewaard.")
    await expect(page).to_have_url("https://leerspoor.test/?bewaard=score-7")


async def test_without_scripts_the_same_form_works(browser, gallery):
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await visit(page, gallery)

    await page.get_by_role("button", name="Bewaar").click()

    await expect(page.get_by_role("alert").first).to_contain_text("Nog 3 dingen voor we bewaren")
    await expect(page).to_have_title("Fout: Nieuwe score bij Tabak – Leerspoor")
    await context.close()


async def test_the_first_stop_of_the_keyboard_skips_to_the_content(page, gallery):
    await visit(page, gallery)

    await page.keyboard.press("Tab")

    await expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()


async def test_everything_to_press_is_large_enough_on_a_phone(page, gallery):
    await page.set_viewport_size({"width": 360, "height": 800})
    await visit(page, gallery)

    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, .btn, .chips label, .bar a, select, summary")]
            .filter((it) => it.offsetParent && it.getBoundingClientRect().height < 44)
            .map((it) => it.outerHTML.slice(0, 80))"""
    )

    assert small == []
