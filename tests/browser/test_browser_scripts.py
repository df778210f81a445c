import re

from playwright.async_api import expect

from tests.browser.stage import show

DRAFT = """<form method="post" action="/bewaar" data-draft-url="/concept">
<input type="hidden" name="_csrf_token" value="t"><label>Woorden <textarea name="words"></textarea></label>
<p data-draft-status role="status"></p><button name="act" value="keep">Bewaar</button></form>"""


async def test_a_draft_is_kept_after_a_second_of_quiet_and_says_when(page):
    stage = await show(page, DRAFT, {"/concept": {"status": 204}})

    await page.get_by_label("Woorden").press_sequentially("Ik wil rust")

    status = page.locator("[data-draft-status]")
    await expect(status).to_have_text(re.compile(r"^Concept bewaard om \d{1,2}\.\d\d uur$"))
    assert stage.sent_to("/concept") == [{"_csrf_token": "t", "words": "Ik wil rust"}]
    assert stage.complaints == []


async def test_a_warning_of_the_server_stands_in_place_of_the_time(page):
    warning = "Hier staat iets dat op een rijksregisternummer lijkt."
    await show(page, DRAFT, {"/concept": {"status": 422, "body": warning, "content_type": "text/plain"}})

    await page.get_by_label("Woorden").fill("85.07.30-033.28")

    await expect(page.locator("[data-draft-status]")).to_have_text(warning)


async def test_without_connection_the_text_stays_and_goes_out_when_the_network_is_back(page):
    answers = [None, {"status": 204}]
    stage = await show(page, DRAFT, {"/concept": lambda: answers.pop(0)})
    await page.get_by_label("Woorden").fill("Ik wil rust")
    status = page.locator("[data-draft-status]")
    await expect(status).to_have_text("Geen verbinding. Je tekst staat er nog.")

    await page.evaluate("dispatchEvent(new Event('online'))")

    await expect(status).to_have_text(re.compile("^Concept bewaard"))
    assert await page.get_by_label("Woorden").input_value() == "Ik wil rust"
    assert len(stage.sent_to("/concept")) == 2


async def test_a_draft_never_follows_the_form_that_was_sent(page):
    await page.clock.install()
    stage = await show(page, DRAFT, {"/concept": {"status": 204}, "/bewaar": {"status": 204}})

    await page.get_by_label("Woorden").fill("Klaar")
    await page.get_by_role("button").click()
    await page.clock.run_for(5000)

    assert [path for path, _ in stage.sent] == ["/bewaar"]


async def test_a_form_under_way_is_not_sent_twice_and_the_button_keeps_its_value(page):
    stage = await show(page, DRAFT.replace(' data-draft-url="/concept"', ""), {"/bewaar": {"status": 204}})

    await page.get_by_role("button").dblclick()

    await expect(page.get_by_role("button")).to_be_disabled()
    assert stage.sent_to("/bewaar") == [{"_csrf_token": "t", "words": "", "act": "keep"}]


async def test_coming_back_to_a_page_frees_its_button(page):
    await show(page, DRAFT, {"/bewaar": {"status": 204}})
    await page.get_by_role("button").click()

    await page.evaluate("dispatchEvent(new Event('pageshow'))")

    await expect(page.get_by_role("button")).to_be_enabled()


LINKED = (
    '<div id="part"><a href="/deel" hx-get="/deel" hx-target="#part" hx-swap="outerHTML">Wijzig</a></div>'
)


async def test_after_a_swap_the_focus_goes_to_the_marked_field(page):
    part = '<form id="part"><h2>Bedoeling</h2><input aria-label="Woorden" data-focus></form>'
    await show(page, LINKED, {"/deel": {"body": part, "content_type": "text/html"}})

    await page.get_by_role("link").click()

    await expect(page.get_by_label("Woorden")).to_be_focused()


async def test_after_a_swap_that_took_the_focused_element_the_focus_goes_to_the_heading(page):
    part = '<section id="part"><h2>Bedoeling</h2><p>Rust</p></section>'
    await show(page, LINKED, {"/deel": {"body": part, "content_type": "text/html"}})

    await page.get_by_role("link").click()

    await expect(page.get_by_role("heading")).to_be_focused()


async def test_a_swap_while_someone_types_leaves_the_focus_where_it_is(page):
    search = """<input aria-label="Zoek" hx-get="/deel" hx-trigger="input" hx-target="#found" name="q">
    <div id="found"></div>"""
    await show(page, search, {"/deel": {"body": "<h2>Twee casussen</h2>", "content_type": "text/html"}})

    await page.get_by_label("Zoek").press_sequentially("ta")

    await expect(page.get_by_role("heading")).to_be_visible()
    await expect(page.get_by_label("Zoek")).to_be_focused()


async def test_a_page_that_polls_never_takes_the_focus(page):
    polled = '<div hx-get="/deel" hx-trigger="load"></div>'
    await show(page, polled, {"/deel": {"body": "<h2 data-focus>Klaar</h2>", "content_type": "text/html"}})

    await expect(page.get_by_role("heading")).to_be_visible()
    assert await page.evaluate("document.activeElement.tagName") == "BODY"


async def test_an_error_summary_has_the_focus_when_the_page_opens(page):
    await show(page, '<div class="errors" data-focus tabindex="-1"><h2>Nog één ding</h2></div>')

    await expect(page.locator(".errors")).to_be_focused()


MENU = """<details data-menu><summary>Sofie</summary><a href="/weg">Meld je af</a></details><p>Naast</p>"""


async def test_the_menu_closes_on_a_click_beside_it(page):
    await show(page, MENU)
    await page.get_by_text("Sofie").click()
    await expect(page.get_by_role("link")).to_be_visible()

    await page.get_by_text("Naast").click()

    await expect(page.get_by_role("link")).to_be_hidden()


async def test_escape_closes_the_menu_and_returns_the_focus(page):
    await show(page, MENU)
    await page.get_by_text("Sofie").click()
    await page.get_by_role("link").focus()

    await page.keyboard.press("Escape")

    await expect(page.get_by_role("link")).to_be_hidden()
    await expect(page.locator("summary")).to_be_focused()


FOLDED = """<button type=button data-print>Druk af</button>
<details><summary>Ouder</summary><p>Score 2</p></details>"""


async def test_printing_opens_what_is_folded_and_folds_it_again(page):
    await show(page, FOLDED)
    await page.evaluate("() => { print = () => dispatchEvent(new Event('beforeprint')) }")

    await page.get_by_role("button").click()
    await expect(page.get_by_text("Score 2")).to_be_visible()
    await page.evaluate("dispatchEvent(new Event('afterprint'))")

    await expect(page.get_by_text("Score 2")).to_be_hidden()


READ = """<p id="woorden">Een brief van vier bladen</p>
<button type=button data-read-aloud="woorden">Lees voor</button>"""


async def test_words_are_read_aloud_in_their_own_language(page):
    await page.add_init_script("window.said = []; speechSynthesis.speak = (u) => said.push([u.text, u.lang])")
    await show(page, READ)

    await page.get_by_role("button").click()

    assert await page.evaluate("said") == [["Een brief van vier bladen", "nl-BE"]]


TWO_LANGUAGES = """<div id="samen" lang="fr"><h2>Vous voulez <b>ceci</b></h2>
<ul><li><q lang="nl">Eén adres.</q> <span aria-hidden="true">oo</span> <span>un peu</span></li></ul>
<form><button>Klopt</button></form><p hidden>Niets</p></div>
<button type=button data-read-aloud="samen">Lees voor</button>"""


async def test_each_part_is_read_in_its_own_language_and_nothing_one_presses(page):
    await page.add_init_script("window.said = []; speechSynthesis.speak = (u) => said.push([u.text, u.lang])")
    await show(page, TWO_LANGUAGES)

    await page.get_by_role("button", name="Lees voor").click()

    assert await page.evaluate("said") == [
        ["Vous voulez ceci", "fr"],
        ["Eén adres.", "nl"],
        ["un peu", "fr"],
    ]


async def test_reading_aloud_is_not_offered_where_the_browser_cannot(page):
    await page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis")
    await show(page, READ)

    await expect(page.get_by_text("Lees voor")).to_be_hidden()


async def test_without_scripts_nothing_that_needs_them_is_shown(browser):
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await show(page, READ + "<button type=button data-print>Druk af</button>")

    await expect(page.get_by_text("Een brief")).to_be_visible()
    await expect(page.get_by_text("Lees voor")).to_be_hidden()
    await expect(page.get_by_text("Druk af")).to_be_hidden()
    await context.close()
