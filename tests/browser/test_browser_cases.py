"""The list and the page of a case in a real browser: on a phone, in the dark, on paper, by weight."""

import gzip
from io import BytesIO

from playwright.async_api import expect
from pypdf import PdfReader

from tests.beginnings import begins_with
from tests.browser.site import sign_in, visit, wrong_with
from tests.browser.stage import SITE
from tests.cases.big_case import big_case
from tracker.web.static import BUILT, PREFIX, asset

CASES = "/p/durmeland/casussen"
FIRST_VIEW, NEXT_VIEW = 60_000, 20_000
"""Bytes on the wire, compressed and without fonts."""


@begins_with(big_case)
async def test_list_page_and_timeline_are_accessible_and_fit(an, case, web):
    for path in (CASES, f"{CASES}/{case.code}", f"{CASES}/{case.code}/tijdlijn"):
        stage = await visit(an, web.client, path)

        assert await wrong_with(an) == []
        assert stage.complaints == []


@begins_with(big_case, scores=3)
async def test_the_list_answers_while_someone_types_and_keeps_the_question_in_the_address(an, web):
    await visit(an, web.client, CASES)

    await an.get_by_label("Zoek op schuilnaam").press_sequentially("zzz")

    await expect(an.get_by_role("heading", name="Niets gevonden")).to_be_visible()
    await expect(an).to_have_url(f"{SITE}{CASES}?zoek=zzz")
    await an.get_by_label("Zoek op schuilnaam").fill("tábak")
    await expect(an.get_by_role("link", name="Tabak")).to_be_visible()
    await expect(an.get_by_label("Zoek op schuilnaam")).to_be_focused()


@begins_with(big_case, scores=3)
async def test_without_scripts_the_button_searches(browser, cast, web):
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await sign_in(page, cast.an)
    await visit(page, web.client, CASES)

    await page.get_by_label("Zoek op schuilnaam").fill("niets van dit")
    await page.get_by_role("button", name="Zoek").click()

    await expect(page.get_by_role("heading", name="Niets gevonden")).to_be_visible()
    await context.close()


@begins_with(big_case)
async def test_a_case_prints_on_two_sheets_each_with_its_code_and_a_warning(an, case, web):
    await visit(an, web.client, f"{CASES}/{case.code}")

    sheets = await printed(an)

    assert len(sheets) <= 2
    assert all(f"{case.code}, " in sheet and "vertrouwelijk" in sheet for sheet in sheets)
    assert not any("Noteer interactie" in sheet or "Verbeter" in sheet for sheet in sheets)


@begins_with(big_case)
async def test_the_page_for_paper_unfolds_every_interpretation_without_scripts(browser, cast, case, web):
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await sign_in(page, cast.an)
    await visit(page, web.client, f"{CASES}/{case.code}/afdruk")

    sheets = " ".join(await printed(page))

    assert all(f"Duiding {number}:" in sheets for number in range(40))
    assert "Ze moeten stoppen" in sheets
    await context.close()


@begins_with(big_case)
async def test_the_first_view_of_a_big_case_is_light_and_the_next_one_lighter(cast, case, web):
    page = await web.as_(cast.an).get(f"{CASES}/{case.code}")

    html = page.response.num_bytes_downloaded

    assert len(page.html.encode()) > html
    assert html <= NEXT_VIEW
    assert html + sum(on_the_wire(name) for name in ("app.css", "app.js", "icon.svg")) <= FIRST_VIEW


def on_the_wire(name):
    return len(gzip.compress((BUILT / asset(name).removeprefix(f"{PREFIX}/")).read_bytes(), 6))


async def printed(page):
    """The text of each sheet of paper."""
    pdf = PdfReader(BytesIO(await page.pdf(format="A4")))
    return [sheet.extract_text() for sheet in pdf.pages]
