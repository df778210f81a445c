"""An issue there and back: raised from a system condition, taken up on a phone, brought in, told back."""

from uuid import uuid4

from playwright.async_api import expect

from tests.browser.site import findings, sign_in, visit
from tests.browser.stage import SITE
from tracker.learning.actions.conditions import NewCondition, name_condition
from tracker.learning.rules.kinds import ConditionKind, WhoCanChange

NO_PAUSE = "Het formulier kent geen pauze"


async def at_a_device(browser, web, member, path, **screen):
    """A device of this member, opened at a page."""
    context = await browser.new_context(locale="nl-BE", **screen)
    page = await context.new_page()
    await sign_in(page, member)
    await visit(page, web.client, path)
    return page


async def test_an_issue_goes_from_a_condition_to_the_board_and_comes_back_with_an_answer(browser, cast, web):
    condition = await name_condition(
        await cast.an.viewer(),
        uuid4(),
        NewCondition(NO_PAUSE, ConditionKind.ICT, WhoCanChange.PARTNER, organisation=cast.vdab),
    )
    an = await at_a_device(browser, web, cast.an, f"/p/durmeland/systeemcondities/{condition}")
    await an.get_by_role("link", name="Leg voor aan de bestuursraad").click()
    await expect(an.get_by_label("Waarover gaat het")).to_have_value(NO_PAUSE)
    await an.get_by_label("Wat speelt er?").fill("Wie opgenomen is, wordt geschorst.")
    await an.get_by_label("Waarom volstaat het mandaat").fill("Een regel van buiten.")
    await an.get_by_label("Regels").check()
    await an.get_by_role("button", name="Leg voor aan de bestuursraad").click()
    await expect(an.get_by_role("heading", name=NO_PAUSE)).to_be_visible()
    issue = an.url.partition("?")[0].removeprefix(SITE)

    phone = {"viewport": {"width": 360, "height": 740}}
    bea = await at_a_device(browser, web, cast.bea, "/berichten", **phone)
    await bea.get_by_role("link", name="Kwestie K1").first.click()
    take_up = bea.get_by_role("button", name="Ik neem dit op")
    await take_up.click()
    await expect(take_up).to_have_count(0)
    await expect(bea.get_by_role("heading", name="De weg, heen en terug")).to_be_hidden()
    await bea.get_by_text("Breng in bij een organisatie").click()
    await bea.get_by_label("Bij welke organisatie?").select_option(label="VDAB")
    await bea.get_by_role("button", name="Breng in").click()
    await expect(bea.get_by_text("Bea brengt het in bij VDAB.")).to_be_visible()

    answer = bea.get_by_label("Welk antwoord kwam er?")
    await expect(answer).to_be_hidden()
    await bea.get_by_label("Wat is er gebeurd sinds").fill("Er komt een derde vakje.")
    await bea.get_by_label("Opgelost").check()
    await answer.select_option(label="Een regel die verandert")
    await bea.get_by_role("button", name="Koppel terug").click()
    await expect(bea.get_by_text("Opgelost, zegt Bea.")).to_be_visible()
    assert await findings(bea) == []

    await an.goto(SITE + issue)
    await expect(an.get_by_text("Er komt een derde vakje.")).to_be_visible()
    await expect(an.get_by_role("img", name="De weg tussen Team, Bestuursraad en VDAB")).to_be_visible()
    assert await findings(an) == []
