"""The initiatives of the coordination's own workbook come in as ones in preparation, once."""

from uuid import uuid4

import pytest

from tests.cases.meetjesland import EXPECTED, TODAY, sheets
from tests.cases.test_cases_exporting import exported
from tests.learning import initiated
from tests.learning.test_learning_exporting import book_of, rows_in
from tests.learning.words import a_pattern
from tracker import clock
from tracker.cases.actions.importing import bring_in
from tracker.cases.actions.importing.beside import kinds_with
from tracker.cases.exchange.comparing import held_cases
from tracker.cases.exchange.reading import read_sheets, read_workbook
from tracker.cases.queries.importing import known_to
from tracker.learning.actions import initiatives, offers
from tracker.learning.actions.bringing_initiatives import INITIATIVES_IN_WORKBOOK
from tracker.learning.queries.initiatives import initiative_for, initiatives_of
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.rules.initiatives import InitiativeState, Part
from tracker.learning.rules.kinds import Subject
from tracker.learning.rules.offers import OfferAnswer
from tracker.partnership import trail

BESIDE = (INITIATIVES_IN_WORKBOOK,)
ROWS = EXPECTED["sheets"]["Verbeterinitiatieven"]["data_rows"]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


async def imported(viewer):
    known = await known_to(viewer)
    reading = read_sheets(sheets(), TODAY, kinds=kinds_with(BESIDE), held=held_cases(known.cases))
    return (await bring_in(viewer, reading, beside=BESIDE)).added["initiatives"]


async def test_every_row_is_one_in_preparation_and_a_second_time_none(cast):
    cor = await cast.cor.viewer()
    await a_pattern(cast, "Attest opnieuw bezorgen")

    assert [await imported(cor), await imported(cor)] == [ROWS, 0]
    lines = await initiatives_of(cor)
    assert len(lines) == ROWS
    assert {line.state for line in lines} == {InitiativeState.DRAFT}
    assert sorted(line.number for line in lines) == [*range(1, ROWS + 1)]
    assert await trail.verify(cast.durmeland) is None


async def test_what_the_workbook_says_stands_in_the_parts_and_the_rest_in_a_remark(cast):
    cor, pattern = await cast.cor.viewer(), await a_pattern(cast, "Attest opnieuw bezorgen")
    await imported(cor)
    [found] = [line for line in await initiatives_of(cor) if line.name.startswith("Eén map")]

    now = await initiative_for(cor, found.id)
    assert [each.id for each in now.patterns] == [pattern]
    assert now.why_it_works.startswith("Met toestemming van de klant")
    assert now.small_group.startswith("Zes casussen")
    assert now.started_on is None
    [said] = await remarks_on(cor, Subject.INITIATIVE, now.id)
    assert "Start: 25 februari 2025" in said.text
    assert "Stand: stabiel, uitgebreid in oktober 2025" in said.text
    assert "Elke dienst bewaart apart" in said.text


async def test_initiatives_go_out_with_their_iterations_and_are_known_when_they_come_back(cast, web):
    made = await initiated.stable(cast)
    await initiatives.observe(await cast.an.viewer(), made, uuid4(), "Het houdt stand.", clock.today())
    await offers.answer(await cast.dot.viewer(), made, OfferAnswer.DID_ALREADY, "Met een app.")
    await iterations_reworded(cast)

    book = await book_of(web.as_(cast.cor))
    rows = {row["Naam"]: row for row in rows_in(book, "Verbeterinitiatieven")}
    assert rows["Eén map"]["Stand"] == "stabiel"
    cells = "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    said = ("Het houdt stand.", "deden we al", "Met een app.", "aanpassen", "Eerst iets anders.")
    for words in (*PLAN_WORDS, *said):
        assert words in cells, words

    content = (await exported(web.as_(cast.cor))).content
    cor = await cast.cor.viewer()
    known = await known_to(cor)
    held = held_cases(known.cases)
    reading = read_workbook([("uit.xlsx", content)], clock.today(), kinds=kinds_with(BESIDE), held=held)
    brought = await bring_in(cor, reading, beside=BESIDE)
    assert brought.added["initiatives"] == 0
    assert len(await initiatives_of(cor)) == 2


PLAN_WORDS = (initiated.PLAN.prediction, initiated.SEEN.seen, initiated.SEEN.learned)


async def iterations_reworded(cast) -> None:
    """A second initiative, with a part that said something else first."""
    made, an = await initiated.ready(cast, "Tolk"), await cast.an.viewer()
    await initiatives.fill(an, made, Part.WHY, {"why_it_works": "Eerst iets anders."})
    await initiatives.fill(an, made, Part.WHY, {"why_it_works": "Nu dit."})
