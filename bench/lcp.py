"""When a case page shows its largest part, in a browser on a slow phone: 1.6 Mbit/s, 150 ms, a quarter of the
processor. Every visit starts with an empty cache, and waits a while for others to leave this machine alone:
what they take from a processor that is slowed down counts four times.
"""

from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.bars import Bar, tell
from bench.data import MEASURED, alone, sqlite_of
from bench.machine import wait_for_quiet
from bench.serving import serving
from bench.stories.team import large_case_of, practitioner_of_vdab, slug_of
from tests.needs import chromium

PATH = f"/p/{slug_of(MEASURED)}/casussen/{large_case_of(MEASURED)}"
SLOW_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER_PROCESSOR = 4
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "locale": "nl-BE",
}
MOST = 1.5
LARGEST_PAINT = """() => new Promise(done => new PerformanceObserver(seen =>
    done(seen.getEntries().at(-1).startTime)).observe({type: "largest-contentful-paint", buffered: true}))"""


def measure(*, quick: bool) -> bool:
    """Whether the page is there in time."""
    with serving(sqlite_of(alone(250 if quick else 2_500))) as served, sync_playwright() as playwright:
        jar = served.signed_in(practitioner_of_vdab(MEASURED)).cookies.jar
        cookies = [{"name": each.name, "value": each.value or "", "url": served.address} for each in jar]
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        _visit(browser, served.address + PATH, cookies)  # The server reads its templates once.
        seconds = [_visit(browser, served.address + PATH, cookies) for _ in range(3 if quick else 11)]
        browser.close()
    print(f"  visits: {', '.join(f'{each:.2f}' for each in seconds)} s")
    return tell("largest paint on a slow phone", [Bar("case page, median visit", median(seconds), MOST, "s")])


def _visit(browser: Browser, address: str, cookies: list[Any]) -> float:
    wait_for_quiet(at_most=10)
    context = browser.new_context(**PHONE)
    context.add_cookies(cookies)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    page.goto(address, wait_until="networkidle")
    seconds = float(page.evaluate(LARGEST_PAINT)) / 1000
    context.close()
    return seconds
