"""One Chromium for all browser tests, a clean context for each. They share the session's event loop."""

from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from tests.conftest import cast_of, database_of
from tests.needs import chromium

PATIENCE = 20_000
"""How long (ms) a busy machine may take; on a quiet one nothing waits that long."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    """The walks past every page take longest: first, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: item.path.name != "test_browser_every_page.py")
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser():
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser):
    context = await browser.new_context(locale="nl-BE", timezone_id="Europe/Brussels")
    context.set_default_timeout(PATIENCE)
    yield await context.new_page()
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def database(migrated, tmp_path, tmp_path_factory, request):
    """As everywhere, but in the loop of the browser."""
    async with database_of(request.node, migrated, tmp_path, tmp_path_factory) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def cast(database, request):
    return await cast_of(request.node)


@pytest_asyncio.fixture(loop_scope="session")
async def web(database):
    from tests.client import serving

    async with serving() as application:
        yield application


@pytest_asyncio.fixture(loop_scope="session")
async def an(page, cast):
    """The browser with An signed in."""
    from tests.browser.stage import SITE
    from tracker.partnership.access import COOKIE

    await page.context.add_cookies([{"name": COOKIE, "value": cast.an.token, "url": SITE, "secure": True}])
    return page
