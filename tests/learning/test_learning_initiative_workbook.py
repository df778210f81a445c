"""The initiatives of the coordination's own workbook come in as ones in preparation, once."""

import pytest

from tests.cases.meetjesland import EXPECTED, TODAY, sheets
from tests.learning.words import a_pattern
from tracker import clock
from tracker.cases.actions.importing import bring_in
from tracker.cases.actions.importing.beside import kinds_with
from tracker.cases.exchange.comparing import held_cases
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.queries.importing import known_to
from tracker.learning.actions.bringing_initiatives import INITIATIVES_IN_WORKBOOK
from tracker.learning.queries.initiatives import initiative_for, initiatives_of
from tracker.learning.queries.remarks import remarks_on
from tracker.learning.rules.initiatives import InitiativeState
from tracker.learning.rules.kinds import Subject
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
