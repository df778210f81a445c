"""The whole path by four people in four browsers: from a word that was heard to a practice elsewhere."""

import re
from datetime import timedelta

from playwright.async_api import expect

from tests.board.test_board_whole_path import AMENDED, KNOTS, OBJECTION, PARTS, P, fill, word_in_pattern
from tests.browser.conftest import PATIENCE
from tests.browser.site import findings, sign_in, visit
from tests.browser.stage import SITE
from tests.learning.initiated import TEXTS
from tracker import clock
from tracker.learning.rules import initiatives as rules

DONE = re.compile(r"\?[a-z-]+=")
"""What an address says after an act of which the page tells."""


async def sit_down(browser, web, member):
    """A browser of this member."""
    context = await browser.new_context(locale="nl-BE", timezone_id="Europe/Brussels")
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = await context.new_page()
    await sign_in(page, member)
    await visit(page, web.client, "/privacy")
    return page


async def go(page, name):
    """Click this link and read the page behind it."""
    link = page.get_by_role("link", name=name).first
    address = await link.get_attribute("href")
    await link.click()
    await page.wait_for_url(f"**{address}")


async def write(page, button, *checked, **typed):
    """Fill in the fields with these names, check these labels, and send; the page it leads to stands open."""
    send = page.get_by_role("button", name=button, exact=True)
    form = page.locator("form", has=send)
    for name, value in typed.items():
        field = form.locator(f"[name={name}]")
        is_list = await field.evaluate("element => element.tagName === 'SELECT'")
        await (field.select_option(value) if is_list else field.fill(value))
    for label in checked:
        await form.get_by_label(label, exact=True).check()
    await page.evaluate("history.replaceState(null, '', location.pathname)")
    await send.click()
    await page.wait_for_url(DONE)
    return page.url.partition("?")[0]


async def begin(an, pattern):
    """From a pattern to an initiative of which every part stands."""
    await an.goto(SITE + pattern)
    await go(an, "Begin een verbeterinitiatief")
    initiative = await write(an, "Begin", name="Eén map")
    for part in PARTS.values():
        texts = dict(TEXTS[part])
        checked = ["Komt voorspelbaar terug"] if texts.pop("recurrence", None) else []
        await go(an, rules.PART_NAMES[part])
        await write(an, "Bewaar", *checked, **texts)
    await go(an, "Kijk alles na")
    await write(an, "Zet klaar om te beslissen")
    return initiative


async def decide(an, ben, cor, out, proposal):
    """A round with an objection that is tested and met by an amendment; a round in which all agree."""
    await cor.goto(proposal)
    await write(cor, "Open ronde 1")
    await fill(out, proposal.removeprefix(SITE), f"{proposal.removeprefix(SITE)}/antwoord", answer="consent")
    for page in (an, ben):
        await page.goto(f"{proposal}/antwoord")
    await write(an, "Bewaar mijn antwoord", "Consent")
    await ben.get_by_text("Bezwaar of bezorgdheid? Schrijf waarom").click()
    await write(ben, "Bewaar mijn antwoord", "Bezwaar", argument=OBJECTION)
    await cor.reload()
    await expect(cor.get_by_text("De ronde wacht op Cor.")).to_be_visible()
    assert OBJECTION not in await cor.content()
    await write(cor, "Bewaar mijn antwoord", "Consent")
    await expect(cor.get_by_text(OBJECTION)).to_be_visible()
    await cor.get_by_text("Toets dit bezwaar").click()
    await write(cor, "Stel dit oordeel voor", "Geldig bezwaar", reason="Een adres hoort daar niet.")
    await expect(cor.get_by_role("button", name="Sluit af als besloten")).to_have_count(0)
    address = proposal.removeprefix(SITE)
    await fill(out, address, f"{address}/bezwaren/1/bevestig")
    await go(ben, "Schrijf een nieuwe versie")
    await write(ben, "Bewaar versie 2", text=AMENDED, reason="Het adres gaat eruit.")
    await cor.reload()
    await write(cor, "Open ronde 2")
    await fill(out, f"{address}/antwoord", answer="consent")
    for page in (an, ben):
        await page.goto(f"{proposal}/antwoord")
        await expect(page.locator("ins")).to_contain_text("zonder adres")
        await write(page, "Bewaar mijn antwoord", "Consent")
    await write(cor, "Bewaar mijn antwoord", "Consent")
    await write(cor, "Sluit af als besloten")
    await expect(cor.get_by_text("Besloten.")).to_be_visible()


async def on_agenda(cor, facilitator):
    """A meeting of the board, on which stands by itself what the team decided."""
    await cor.goto(f"{SITE}{P}/overleg/soorten")
    await write(cor, "Neem dit over")
    await cor.goto(f"{SITE}{P}/overleg/nieuw")
    kinds = cor.locator("main [name=kind] option")
    board = await kinds.filter(has_text="estuursraad").first.get_attribute("value")
    day = (clock.today() + timedelta(days=7)).isoformat()
    await write(cor, "Bewaar", kind=board, held_on=day, facilitator=facilitator)


async def test_four_people_walk_from_a_word_to_a_practice_elsewhere(browser, web, cast):
    word, pattern = await word_in_pattern(cast)
    an, ben, cor, dot = people = [
        await sit_down(browser, web, member) for member in (cast.an, cast.ben, cast.cor, cast.dot)
    ]
    initiative = await begin(an, pattern)
    await go(an, "Leg het voor aan het team")
    review_on = (clock.today() + timedelta(days=90)).isoformat()
    said = {"expected": "Niemand geeft iets twee keer.", "review_on": review_on}
    proposal = await write(an, "Bewaar", facilitator=str(cast.cor.person_id), **said)
    await decide(an, ben, cor, web.as_(cast.out), proposal)
    await on_agenda(cor, str(cast.bea.person_id))
    await expect(cor.get_by_text("I1 Eén map")).to_be_visible()

    await an.goto(initiative)
    await go(an, "Gedeeld met andere partnerschappen")
    await write(an, "Deel", summary="Eén map per persoon.")
    await dot.goto(f"{SITE}/uitwisseling")
    await go(dot, "Eén map")
    await write(dot, "Antwoord", "Ook relevant bij ons", remark="Bij ons geven ze alles drie keer.")
    await an.reload()
    await expect(an.get_by_text("Bij ons geven ze alles drie keer.")).to_be_visible()
    await write(an, "Start het initiatief")
    await try_out(an, "Aanpassen")
    await an.goto(initiative)
    await try_out(an, "Overnemen")
    await an.goto(initiative)
    await go(an, "Noem het stabiel")
    await write(an, "Noem het stabiel", evidence="Twee keer hetzelfde gezien.")
    await go(an, "Verspreid het")
    await write(an, "Verspreid", how="Iedereen krijgt een map.")
    await dot.reload()
    await write(dot, "Neem het over")
    await expect(dot.get_by_text("Overgenomen van Durmeland")).to_be_visible()

    await ben.goto(SITE + word)
    thread = ben.locator("ol.thread")
    for knot in KNOTS:
        await expect(thread).to_contain_text(knot)
    assert await findings(ben) == []
    for page in people:
        await page.context.close()


async def try_out(an, outcome):
    """One iteration, from what is predicted to how it ended."""
    await go(an, "Voorspel een iteratie")
    await write(an, "Bewaar", "Prototype", with_whom="Zes mensen.", prediction="Hoogstens één keer.")
    await write(an, "Begin deze iteratie")
    await go(an, "Sluit af")
    seen = {"done": "Map gemaakt.", "seen": "Bij vier niets.", "matched": "Half.", "learned": "Klein houden."}
    await write(an, "Sluit af", outcome, **seen, follow_up="We gaan door.")
