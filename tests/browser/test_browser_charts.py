import pytest
from playwright.async_api import expect

from tests.browser.stage import as_json, show

LINE = {
    "data": [
        {"type": "scatter", "x": ["2026-01-05", "2026-02-02"], "y": [1.5, 4], "line": {"color": "var(--nu)"}}
    ],
    "layout": {"xaxis": {"type": "date"}},
}
STAR = {"data": [{"type": "scatterpolar", "r": [1, 3, 4], "theta": ["A", "B", "C"]}], "layout": {}}
BARS = {"data": [{"type": "bar", "orientation": "h", "x": [3, 1], "y": ["Brief", "Attest"]}], "layout": {}}
FIGURE = """<figure data-chart-url="/figuur.json"><figcaption>Doorlooptijd</figcaption>
<table><tr><th scope="row">januari</th><td>1,5</td></tr></table></figure>"""
SLIDING = FIGURE.replace(
    "<table>",
    """<div class="frames"><label>Moment <input type="range" data-frames></label>
    <output data-frame-label></output></div><table>""",
)


@pytest.mark.parametrize("picture", [LINE, STAR, BARS], ids=["line", "star", "bars"])
async def test_a_chart_is_drawn_under_the_strict_csp_without_complaint(page, picture):
    stage = await show(page, FIGURE, {"/figuur.json": as_json(picture)}, charts=True)

    await expect(page.locator(".chart .main-svg").first).to_be_visible()
    assert stage.complaints == []


async def test_a_drawing_is_hidden_from_screen_readers_and_holds_nothing_to_tab_to(page):
    await show(page, FIGURE, {"/figuur.json": as_json(LINE)}, charts=True)
    await expect(page.locator(".chart .main-svg").first).to_be_visible()

    assert await page.locator(".chart").get_attribute("aria-hidden") == "true"
    assert await page.locator(".chart :is(a, button, input, [tabindex])").count() == 0
    await expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize(("scheme", "ink"), [("light", "rgb(42, 68, 148)"), ("dark", "rgb(169, 188, 255)")])
async def test_a_line_has_the_ink_of_the_page_in_light_and_dark(page, scheme, ink):
    await page.emulate_media(color_scheme=scheme)
    await show(page, FIGURE, {"/figuur.json": as_json(LINE)}, charts=True)

    await expect(page.locator(".chart path.js-line")).to_have_css("stroke", ink)


async def test_a_chart_takes_new_ink_when_the_device_turns_dark(page):
    await page.emulate_media(color_scheme="light")
    await show(page, FIGURE, {"/figuur.json": as_json(LINE)}, charts=True)
    await expect(page.locator(".chart path.js-line")).to_have_css("stroke", "rgb(42, 68, 148)")

    await page.emulate_media(color_scheme="dark")

    await expect(page.locator(".chart path.js-line")).to_have_css("stroke", "rgb(169, 188, 255)")


async def test_numbers_and_dates_are_written_the_belgian_way(page):
    await show(page, FIGURE, {"/figuur.json": as_json(LINE)}, charts=True)

    await expect(page.locator(".chart .ytick", has_text="1,5")).to_be_visible()
    await expect(page.locator(".chart .xtick", has_text="jan").first).to_be_visible()


async def test_a_slider_steps_through_the_moments_with_the_keyboard_and_names_them(page):
    frames = [
        {"label": "18 juni 2024", "data": STAR["data"]},
        {"label": "24 februari 2026", "data": STAR["data"] * 2},
    ]
    await show(page, SLIDING, {"/figuur.json": as_json({"frames": frames, "layout": {}})}, charts=True)
    slider = page.get_by_role("slider")
    await expect(page.locator("[data-frame-label]")).to_have_text("24 februari 2026")
    await expect(page.locator(".chart .scatterlayer .trace")).to_have_count(2)

    await slider.press("ArrowLeft")

    await expect(page.locator("[data-frame-label]")).to_have_text("18 juni 2024")
    await expect(slider).to_have_attribute("aria-valuetext", "18 juni 2024")
    await expect(page.locator(".chart .scatterlayer .trace")).to_have_count(1)


@pytest.mark.parametrize("answer", [None, {"status": 500}, {"body": "<html>", "content_type": "text/html"}])
async def test_a_figure_that_cannot_load_says_that_the_table_has_the_same(page, answer):
    await show(page, FIGURE, {"/figuur.json": lambda: answer}, charts=True)

    await expect(page.get_by_role("status")).to_have_text(
        "De tekening kon niet laden. De tabel zegt hetzelfde."
    )


async def test_a_point_leads_to_the_story_behind_it(page):
    told = {"data": [{**LINE["data"][0], "customdata": ["/casus/1", "/casus/2"]}], "layout": LINE["layout"]}
    story = {"body": "<h1>Het verhaal</h1>", "content_type": "text/html"}
    await show(page, FIGURE, {"/figuur.json": as_json(told), "/casus/2": story}, charts=True)
    box = await page.locator(".chart .points path").last.bounding_box()

    await page.mouse.move(box["x"] + 3, box["y"] + 3)
    await page.mouse.click(box["x"] + 3, box["y"] + 3)

    await expect(page.get_by_role("heading")).to_have_text("Het verhaal")


async def test_on_paper_the_table_replaces_the_drawing(page):
    await show(page, FIGURE, {"/figuur.json": as_json(LINE)}, charts=True)
    await expect(page.locator(".chart .main-svg").first).to_be_visible()

    await page.emulate_media(media="print")

    await expect(page.locator(".chart")).to_be_hidden()
    await expect(page.get_by_role("table")).to_be_visible()
