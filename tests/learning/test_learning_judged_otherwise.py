"""A deed that is judged otherwise leaves the pattern of what it was; who corrects or reads it knows."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import a_pattern, heard, helped, wasted
from tracker.cases.rules.kinds import Verdict
from tracker.learning.actions.proposed_groupings import confirm_proposals
from tracker.learning.queries.patterns import pattern_for
from tracker.learning.rules.kinds import PatternKind, Recurrence
from tracker.learning.rules.patterns import says_one_off
from tracker.learning.tables.patterns import Occurrence, Pattern, ProposedGrouping

PATTERNS = "/p/durmeland/patronen"


async def corrected(web, cast, case, assessment: int, **fields):
    """An corrects an assessment on its own page."""
    path = f"/p/durmeland/casussen/{case.code}/wat-hielp/{assessment}"
    an = web.as_(cast.an)
    form = (await an.get(path)).form(path)
    return await an.post(path, {**form, **fields})


@pytest.mark.parametrize(
    ("noted", "kind", "becomes"),
    [(wasted, PatternKind.WASTE, Verdict.VALUE), (helped, PatternKind.VALUE, Verdict.WASTE)],
)
async def test_a_deed_that_is_judged_otherwise_leaves_its_pattern(web, cast, noted, kind, becomes):
    case = await tabak(cast)
    first, second = await noted(cast, case, "Woord één"), await noted(cast, case, "Woord twee")
    pattern = await a_pattern(cast, "Drie keer hetzelfde", first, second, kind=kind)

    kind_of_waste = "again" if becomes is Verdict.WASTE else ""
    answer = await corrected(web, cast, case, first, verdict=becomes.value, waste_kind=kind_of_waste)

    assert "uit-patroon=ja" in answer.location
    assert (await pattern_for(await cast.an.viewer(), pattern)).times == 1
    page = await web.as_(cast.an).get(f"{PATTERNS}/{pattern}")
    assert "Woord één" not in page
    assert "Woord twee" in page
    assert "1 woord werd later anders geduid" in page


async def test_who_opens_no_case_does_not_read_how_many_deeds_were_judged_otherwise(web, cast):
    case = await tabak(cast)
    first = await wasted(cast, case)
    pattern = await a_pattern(cast, "Drie keer hetzelfde", first, kind=PatternKind.WASTE)
    await corrected(web, cast, case, first, verdict="value", waste_kind="")

    page = await web.as_(cast.bea).get(f"{PATTERNS}/{pattern}")

    assert "anders geduid" not in page


async def test_a_deed_whose_words_alone_are_corrected_stays_in_its_pattern(web, cast):
    case = await tabak(cast)
    first = await wasted(cast, case)
    await a_pattern(cast, "Drie keer hetzelfde", first, kind=PatternKind.WASTE)

    answer = await corrected(web, cast, case, first, what="Drie keer hetzelfde blad.")

    assert "gewijzigd=ja" in answer.location
    assert await Occurrence.count() == 1


async def test_the_list_of_what_helped_says_in_which_pattern_each_stands(web, cast):
    case = await tabak(cast)
    first, _ = await wasted(cast, case), await helped(cast, case)
    pattern = await a_pattern(cast, "Drie keer hetzelfde", first, kind=PatternKind.WASTE)

    page = await web.as_(cast.an).get(f"/p/durmeland/casussen/{case.code}/wat-hielp")

    links = [link.get("href") for link in page.all("a") if "patronen/" in (link.get("href") or "")]
    assert links == [f"{PATTERNS}/{pattern}"]
    assert "Hoort bij het patroon Drie keer hetzelfde" in page


def test_a_workbook_that_calls_words_one_off_names_no_type():
    assert says_one_off("Eenmalig ")
    assert not says_one_off("Eenmalige attesten")


async def test_words_that_a_workbook_called_one_off_come_in_a_pattern_with_that_mark(web, cast):
    case = await tabak(cast)
    word = await heard(cast, case)
    row = ProposedGrouping(partnership=cast.durmeland, failure_demand=word, name="eenmalig")
    await row.save()
    path = f"{PATTERNS}/groeperen/voorstel/{row.id}"
    an = web.as_(cast.an)

    page = await an.get(path)
    form = page.form(path)
    await an.post(path, {**form, "what": "these"})

    assert "is geen soort, maar een oordeel" in page
    assert form["name"] == "Eenmalige vragen"
    [made] = await Pattern.select(Pattern.recurrence, Pattern.recurrence_reason)
    assert made == {
        "recurrence": Recurrence.ONE_OFF,
        "recurrence_reason": "Zo stond het in de ingelezen werkmap.",
    }


async def test_an_ordinary_name_of_a_workbook_is_judged_by_people_later(cast):
    word = await heard(cast, await tabak(cast))
    row = ProposedGrouping(partnership=cast.durmeland, failure_demand=word, name="Wachtlijst")
    await row.save()

    await confirm_proposals(await cast.an.viewer(), uuid4(), row.id, "Wachtlijst")

    [made] = await Pattern.select(Pattern.recurrence)
    assert made["recurrence"] == Recurrence.NOT_JUDGED
