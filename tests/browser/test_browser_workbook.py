"""A coordinator's own list, from file to cases, in a real browser: with scripts and without, on a phone."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.site import sign_in, visit, wrong_with
from tests.browser.stage import SITE
from tests.cases.test_cases_importing_pages import MIXED
from tracker.cases.tables import CaseFile, ProgressScore
from tracker.jobs import worker


@pytest.fixture
def scripts(request):
    return getattr(request, "param", True)


@pytest_asyncio.fixture(loop_scope="session")
async def coordinator(browser, scripts, cast, monkeypatch):
    monkeypatch.setattr(worker, "LOOK_EVERY", 0.05)
    context = await browser.new_context(
        java_script_enabled=scripts, viewport={"width": 360, "height": 740}, locale="nl-BE"
    )
    context.set_default_timeout(20_000)
    page = await context.new_page()
    await sign_in(page, cast.cor)
    yield page
    await context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"], indirect=True)
async def test_a_list_comes_in_after_one_row_was_mended(coordinator, web, scripts):
    page = coordinator
    stage = await visit(page, web.client, "/p/durmeland/casussen")
    await page.get_by_role("link", name="Lees een werkmap in").click()
    name, content = MIXED
    await page.get_by_label("Excel-bestand of csv-bestanden").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    await page.get_by_role("button", name="Lees het bestand").click()
    await expect(page.get_by_text("We lezen dit als casussen")).to_be_visible()
    await page.get_by_role("link", name="Kijk de rijen na").click()
    await page.get_by_label("als start").check()
    await page.get_by_role("button", name="Kijk opnieuw na").click()
    keep = page.get_by_role("button", name="Bewaar 5 rijen")
    await expect(keep).to_be_visible()
    await expect(page.get_by_text("Startdatum is leeg")).to_have_count(0)
    wrong = await wrong_with(page) if scripts else []
    await keep.click()
    await expect(page.get_by_role("heading", name="Ingelezen")).to_be_visible()

    assert (await CaseFile.count(), await ProgressScore.count()) == (2, 2)
    assert wrong == []
    assert stage.complaints == []
    assert page.url.startswith(f"{SITE}/p/durmeland/werkmap/werk/")
