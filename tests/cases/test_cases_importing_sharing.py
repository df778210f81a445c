"""What the check says of who will see a case, and of what does not fit."""

from tests.cases.test_cases_importing_pages import checking, keep, row_of
from tests.cases.workbooks import table
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.cases.tables import (
    CaseFile,
    FailureDemand,
    FailureDemandOrganisation,
    Interaction,
    ProgressScore,
    ReviewVoice,
    SharedWith,
    ValueDemand,
)

HEADINGS = ["Nr", "Schuilnaam", "Soort", "Gemeente", "Start", "Trekker", "Partners", "Toestemming delen"]


def listed(*rows):
    return ("Casussen.csv", table([HEADINGS, *rows]))


async def test_a_case_that_only_the_coordination_will_see_is_asked_about(web, cast):
    cor = web.as_(cast.cor)
    here = await checking(
        cor, listed(["AA-1", "Wilg", "persoon", "Eeklo", "3/2/2025", "Onbekend", "", "nee, 3/2/2025"])
    )
    page = await cor.get(here)
    row = row_of(page, "alleen de coördinatie ziet deze casus")

    answer = await cor.post(here, {**page.form(here), f"fill-{row}": "VDAB"})
    settled = await cor.get(answer.location)
    await keep(cor, here)

    assert "1 casus komt alleen bij de coördinatie terecht" in page
    assert "Zonder rol in dit partnerschap: Onbekend" in page
    assert "alleen de coördinatie ziet deze casus" not in settled
    assert "Wil niet delen: AA-1" in settled
    assert await SharedWith.select(SharedWith.organisation).output(as_list=True) == [cast.vdab]


async def test_it_may_stay_with_the_coordination_alone(web, cast):
    cor = web.as_(cast.cor)
    here = await checking(cor, listed(["AA-1", "Wilg", "persoon", "Eeklo", "3/2/2025", "", "", "nee"]))
    page = await cor.get(here)
    row = row_of(page, "alleen de coördinatie ziet deze casus")

    answer = await cor.post(here, {**page.form(here), "passes": [str(row)]})
    await keep(cor, here)

    assert "alleen de coördinatie ziet deze casus" not in await cor.get(answer.location)
    assert await SharedWith.count() == 0
    assert await CaseFile.count() == 1


async def test_what_is_too_long_is_asked_about_before_it_is_shortened(web, cast):
    cor = web.as_(cast.cor)
    here = await checking(cor, listed(["AA-1", "Wilg " * 20, "persoon", "Eeklo", "3/2/2025", "", "", ""]))
    page = await cor.get(here)
    row = row_of(page, "Schuilnaam is langer dan 80 tekens")

    answer = await cor.post(here, {**page.form(here), f"fill-{row}": "Wilg"})
    await keep(cor, here)

    assert answer.status == 303
    assert (await CaseFile.select(CaseFile.alias).first())["alias"] == "Wilg"


def test_every_limit_that_is_asked_about_is_that_of_the_column_it_is_kept_in():
    kept_in = {
        ("cases", "alias"): CaseFile.alias,
        ("cases", "municipality"): CaseFile.municipality,
        ("cases", "lead"): CaseFile.lead_name,
        ("value_demands", "theme"): ValueDemand.theme,
        ("scores", "author"): ProgressScore.author_name,
        ("failure_demands", "came_in"): FailureDemand.came_in,
        ("failure_demands", "organisations"): FailureDemandOrganisation.name,
        ("interactions", "with_whom"): Interaction.with_whom,
        ("reviews", "disciplines"): ReviewVoice.discipline,
    }
    limits = {(kind.name, field.name): field.longest for kind in CASE_KINDS for field in kind.fields}

    assert {place: limits[place] for place in kept_in} == {place: c.length for place, c in kept_in.items()}
