"""A session from beginning to end: prepared, projected and closed by a coach, six phones adding cards."""

import asyncio
import re

from playwright.async_api import expect

from tests.browser.site import findings, sign_in, visit
from tests.browser.stage import SITE
from tests.cases.life import tabak
from tracker.learning.tables.sessions import Card, LearningSession
from tracker.partnership.tables import ReadEntry

QUESTION = "Waarom vragen we alles opnieuw?"


async def sit_down(browser, web, member, path, *, scripts=True):
    """A device of this member, opened at a page."""
    context = await browser.new_context(locale="nl-BE", java_script_enabled=scripts)
    page = await context.new_page()
    await sign_in(page, member)
    await visit(page, web.client, path)
    return page


async def test_a_coach_prepares_projects_and_closes_a_session_with_four_cases_and_six_phones(
    browser, cast, web
):
    cases = [await tabak(cast, alias=alias) for alias in ("Kiezel", "Roos", "Noor", "Tabak")]
    coach = await sit_down(browser, web, cast.kim, "/p/durmeland/leersessies/nieuw")
    await coach.get_by_label("Welke vraag").fill(QUESTION)
    await coach.get_by_label("Vrije vorm").check()
    await coach.get_by_label("An (OCMW Waas)").check()
    await coach.get_by_role("button", name="Bewaar").click()
    await expect(coach.get_by_role("heading", name=QUESTION)).to_be_visible()
    session = coach.url.partition("?")[0].removeprefix(SITE)

    an = await sit_down(browser, web, cast.an, f"{session}/casussen", scripts=False)
    for case in cases:
        await an.goto(f"{SITE}{session}/casussen?casus={case.code}")
        await an.get_by_label("Waarom deze casus?").fill("Drie keer dezelfde zin.")
        await an.get_by_role("button", name="Kies deze casus").click()
        await an.wait_for_url("**?bewaard=ja")
    await an.goto(SITE + session)
    share = an.get_by_role("button", name=f"Deel {cases[0].code} met de coach")
    await share.click()
    await expect(share).to_have_count(0)

    await coach.goto(SITE + session)
    begin = coach.get_by_role("button", name="Begin de sessie")
    await begin.click()
    await expect(begin).to_have_count(0)
    await coach.get_by_role("link", name=cases[0].code).click()
    await expect(coach.get_by_text("Eén adres. Eén naam. Eén telefoon.").first).to_be_visible()
    await coach.goto(f"{SITE}{session}/projectie/1")
    await walk_by_remote(coach, session, cases)

    code = (await LearningSession.select().first())["entry_code"]
    phones = [
        await sit_down(browser, web, member, f"/s/{code}")
        for member in (cast.an, cast.ben, cast.out, cast.cor, cast.dirk, cast.kim)
    ]
    await asyncio.gather(*(lay(phone, f"Kaart van telefoon {n}") for n, phone in enumerate(phones)))
    for number in range(6):
        await expect(coach.get_by_text(f"Kaart van telefoon {number}")).to_be_visible()
    assert await Card.count() == 6
    assert await findings(coach) == []

    await close(coach, session)
    row = await LearningSession.select().first()
    await expect(coach.get_by_text(row["minutes_hash"])).to_be_attached()
    assert "Kaart van telefoon 3" in row["minutes"]
    await coach.goto(f"{SITE}{session}/casussen/{cases[0].code}")
    await expect(coach.get_by_role("heading")).not_to_contain_text(cases[0].code)
    await phones[0].reload()
    await expect(phones[0].get_by_label("Op de kaart")).to_have_count(0)
    assert await LearningSession.select().first() == row
    seen = await ReadEntry.select().where(
        ReadEntry.person == cast.kim.person_id, ReadEntry.case.is_not_null()
    )
    assert [(entry["case"], entry["refused"]) for entry in seen][0] == (cases[0].id, 0)
    for page in (coach, an, *phones):
        await page.context.close()


async def walk_by_remote(coach, session, cases):
    """To the cards with the keys of a remote; a reload and a black wall keep the place."""
    await coach.keyboard.press("PageDown")
    await coach.wait_for_url(f"{SITE}{session}/projectie/2")
    await coach.keyboard.press("ArrowRight")
    await coach.wait_for_url(f"{SITE}{session}/projectie/3")
    await expect(coach.get_by_text(cases[3].code)).to_be_visible()
    await expect(coach.get_by_text("Kiezel")).to_have_count(0)
    await coach.keyboard.press("b")
    await expect(coach).to_have_url(f"{SITE}{session}/projectie/3?zwart=1")
    await expect(coach.get_by_text(cases[3].code)).to_be_hidden()
    await coach.reload()
    await coach.keyboard.press("b")
    await coach.wait_for_url(f"{SITE}{session}/projectie/3")
    await expect(coach.get_by_text(cases[3].code)).to_be_visible()
    await coach.keyboard.press("PageUp")
    await coach.wait_for_url(f"{SITE}{session}/projectie/2")
    for screen in (3, 4):
        await coach.get_by_role("link", name="Volgende").click()
        await coach.wait_for_url(f"{SITE}{session}/projectie/{screen}")
    await expect(coach.get_by_role("heading", name="Wat zie jij?")).to_be_visible()


async def lay(phone, words):
    await phone.get_by_label("Op de kaart").fill(words)
    await phone.get_by_role("button", name="Leg op tafel").click()
    await expect(phone.get_by_text("Je kaart ligt op tafel.")).to_be_visible()


async def close(coach, session):
    """Everything that was filled in stands ready; it freezes with one button."""
    await coach.goto(f"{SITE}{session}/verslag/schrijf")
    await expect(coach.get_by_label("Verslag")).to_have_value(re.compile(re.escape(QUESTION)))
    await coach.get_by_role("button", name="Sluit af en bevries").click()
    await expect(coach.get_by_text("Bevroren. Dit wijzigt niet meer.")).to_be_visible()
