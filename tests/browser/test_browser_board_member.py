"""A board member with a phone: from the link in a mail to the dossier, and never to a case."""

from playwright.async_api import expect

from tests.browser.site import visit, wrong_with
from tests.browser.stage import SITE
from tests.home.telling import a_meeting, a_word, raised
from tracker import clock
from tracker.partnership.actions.signing_in import set_password, start
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Notice, RoleHeld

PASSWORD = "vier gewone losse woorden"


async def test_a_board_member_reads_the_dossier_on_a_phone_from_the_link_in_a_mail(browser, cast, web):
    _, pattern = await a_word(cast)
    issue = await raised(cast, pattern=pattern)
    meeting = await a_meeting(cast, ticks=[f"kwestie-{issue}"], sent=True)
    await set_password(cast.bea.person_id, PASSWORD)
    elsewhere = {"partnership": cast.kustpolder, "organisation": cast.vdab, "role": Role.PRACTITIONER}
    held = RoleHeld(person=cast.bea.person_id, since=clock.today(), **elsewhere)
    await held.save()
    await start(cast.bea.person_id, device="Haar werk in Kustpolder, het laatst", role_held_id=held.id)
    [notice] = await Notice.select(Notice.id).where(
        Notice.person == cast.bea.person_id, Notice.path.like("%/dossier")
    )
    context = await browser.new_context(locale="nl-BE", viewport={"width": 360, "height": 740})
    page = await context.new_page()

    await visit(page, web.client, f"/berichten/{notice['id']}")
    await page.get_by_label("E-mailadres").fill("bea@voorbeeld.be")
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Meld aan").click()
    await page.get_by_role("button", name="bestuursraadslid").click()
    await page.wait_for_url(f"**/overleg/{meeting}/dossier")

    await expect(page.get_by_role("heading", name="Papieren apart bewaard")).to_be_visible()
    await expect(page.get_by_text("Elke dienst vraagt opnieuw.")).to_be_visible()
    assert await wrong_with(page) == []
    bar = page.get_by_role("navigation", name="Snelmenu")
    await bar.get_by_text("Meer").click()
    await expect(bar.get_by_role("link", name="Patronen")).to_be_visible()
    assert await wrong_with(page) == []
    await bar.get_by_role("link", name="Start").click()
    await expect(page.get_by_role("heading", name="Volgende raad: 1 ding om te lezen")).to_be_visible()
    assert await wrong_with(page) == []
    hrefs = await page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    assert not [href for href in hrefs if "casussen" in href]
    await page.goto(f"{SITE}/p/durmeland/casussen/DL-0001")
    await expect(page.get_by_text("DL-0001")).to_have_count(0)
    await expect(page.get_by_text("Tabak")).to_have_count(0)
    await context.close()
