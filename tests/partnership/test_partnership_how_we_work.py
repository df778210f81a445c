"""'Zo werken wij': one page that everyone may read once the coordination opens it."""

import pytest

from tracker.partnership.actions.how_we_work import open_to_everyone
from tracker.partnership.actions.wordings import add_value_step, retire_value_step, reword
from tracker.partnership.rules.partners import WordingKind
from tracker.problems import RuleBroken

OPEN = "/zo-werken-wij/durmeland"
OWN = "/p/durmeland/partnerschap/zo-werken-wij"


async def written(cast):
    cor = await cast.cor.viewer()
    for kind, title, text in (
        (WordingKind.PURPOSE, "", "Eén vast gezicht."),
        (WordingKind.PRINCIPLE, "Met drie", "Wie doorverwijst, gaat mee."),
        (WordingKind.TEAM_MANDATE, "", "Het team beslist over geld."),
    ):
        await reword(cor, kind, text, title=title, since=cor.today)
    step = await add_value_step(cor, "Rust", "Dak en brieven.", "Alle brieven op één stapel.\nEén per keer.")
    gone = await add_value_step(cor, "Trajecten", "Wat we vroeger deden.")
    await retire_value_step(cor, gone, reason="Bestaat niet meer.")
    return step


async def test_nobody_outside_reads_it_until_the_coordination_opens_it(cast, web):
    await written(cast)
    nobody, cor = web.as_nobody(), web.as_(cast.cor)

    before = await nobody.get(OPEN)
    opened = await cor.post(OWN, {"open": "ja"})
    during = await nobody.get(OPEN)
    await cor.post(OWN, {"open": ""})
    after = await nobody.get(OPEN)

    assert (before.status, opened.status, during.status, after.status) == (404, 303, 200, 404)


async def test_it_tells_purpose_principles_and_steps_in_use_and_nobody_and_nothing_else(cast, web):
    await written(cast)
    await open_to_everyone(await cast.cor.viewer())

    page = await web.as_nobody().get(OPEN)

    for told in ("Eén vast gezicht.", "Met drie", "Rust", "Dak en brieven.", "Bijvoorbeeld: Eén per keer."):
        assert told in page
    for kept in ("Het team beslist over geld", "Trajecten", "Cor", "OCMW", "Casussen"):
        assert kept not in page


async def test_it_is_not_opened_before_there_is_something_to_read(cast):
    cor = await cast.cor.viewer()

    with pytest.raises(RuleBroken) as without_purpose:
        await open_to_everyone(cor)
    await reword(cor, WordingKind.PURPOSE, "Eén vast gezicht.", since=cor.today)
    with pytest.raises(RuleBroken) as without_steps:
        await open_to_everyone(cor)

    assert "bedoeling" in without_purpose.value.reason
    assert "waardestap" in without_steps.value.reason


async def test_a_practitioner_reads_the_own_page_and_opens_nothing(cast, web):
    await written(cast)
    an = web.as_(cast.an)

    page, refused = await an.get(OWN), await an.post(OWN, {"open": "ja"})

    assert "Nu leest alleen het partnerschap ze." in page and "Open ze voor iedereen" not in page
    assert refused.status == 403
    assert (await web.as_nobody().get(OPEN)).status == 404


@pytest.mark.parametrize("slug", ["bestaat-niet", "kustpolder", "x" * 300])
async def test_a_partnership_that_is_not_there_or_not_open_is_not_found(cast, web, slug):
    assert (await web.as_nobody().get(f"/zo-werken-wij/{slug}")).status == 404
