"""Excel out: everything in the shape an import reads, and nothing that could do harm."""

import io

import pytest
from openpyxl import load_workbook

from tests.beginnings import begins_with
from tests.cases.meetjesland import TODAY
from tests.cases.test_cases_importing import RECORDS, brought_in, counts
from tracker import clock
from tracker.cases.actions.importing import Choices, bring_in
from tracker.cases.exchange.comparing import Status, held_cases
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.cases.exchange.reading import read_workbook
from tracker.cases.exchange.sheets import BESIDE
from tracker.cases.queries.importing import compared, known_to
from tracker.cases.tables import CaseFile, Interaction, SharedWith
from tracker.learning.exchange.initiatives import INITIATIVES
from tracker.learning.exchange.personas import PERSONAS_OUT
from tracker.partnership.tables import ReadEntry

ALL = "/p/durmeland/werkmap/uitvoer.xlsx"


@pytest.fixture
async def cor(cast, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return await cast.cor.viewer()


pytestmark = begins_with(brought_in, mended=True, steps=True)


async def exported(seat, path=ALL):
    answer = await seat.raw("GET", path)
    assert answer.status_code == 200
    return answer


async def test_an_export_is_brought_in_elsewhere_without_losing_a_row(cor, web, cast):
    content = (await exported(web.as_(cast.cor))).content
    cas = await cast.cas.viewer()
    there = await counts()

    reading = read_workbook([("uitvoer.xlsx", content)], TODAY)
    brought = await bring_in(cas, reading, Choices(add_value_steps=True))

    assert brought.added == there
    assert not [message for message in reading.messages if message.level.value == "fout"]


async def test_an_export_brought_in_where_it_came_from_adds_nothing(cor, web, cast):
    content = (await exported(web.as_(cast.cor))).content

    known = await known_to(cor)
    reading = read_workbook([("uitvoer.xlsx", content)], TODAY, held=held_cases(known.cases))
    comparison = await compared(cor, reading, known)

    assert {kind: comparison.count(kind, Status.NEW) for kind in RECORDS} == dict.fromkeys(RECORDS, 0)


async def test_the_workbook_explains_itself(cor, web, cast):
    answer = await exported(web.as_(cast.cor))
    book = load_workbook(io.BytesIO(answer.content))

    to_be_read = [kind.label for kind in (*CASE_KINDS, PERSONAS_OUT, INITIATIVES)]
    assert book.sheetnames[: len(to_be_read)] == to_be_read
    assert {name.split()[0] for name in book.sheetnames[len(to_be_read) : -1]} == {BESIDE}
    assert book.sheetnames[-1] == "Wat staat waar"
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert answer.headers["content-disposition"] == 'attachment; filename="durmeland-2026-11-24.xlsx"'


async def test_text_never_becomes_a_formula(cor, web, cast):
    harm = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "https://leerspoor.be"]
    ids = await Interaction.select(Interaction.id).limit(len(harm)).output(as_list=True)
    for row, words in zip(ids, harm, strict=True):
        await Interaction.update({Interaction.note: words}).where(Interaction.id == row)

    book = load_workbook(io.BytesIO((await exported(web.as_(cast.cor))).content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in harm]

    assert {cell.value for cell in cells} == set(harm)
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}


async def test_cases_closed_to_the_coordination_stay_out(cor, web, cast):
    await CaseFile.update({CaseFile.closed_to_coordination: True}).where(CaseFile.alias == "Roos")

    content = (await exported(web.as_(cast.cor))).content

    said = {cell for row in load_workbook(io.BytesIO(content))["Casussen"].values for cell in row}
    assert "Roos" not in said and "Wolf" in said


async def test_an_export_stands_in_the_log_of_what_was_read(cor, web, cast):
    await exported(web.as_(cast.cor))

    read = await ReadEntry.select().order_by(ReadEntry.id, ascending=False).first()
    assert (read["what"], read["person"]) == ("workbook.export", cast.cor.person_id)


async def test_only_the_coordination_takes_everything_out(cor, web, cast):
    for member in (cast.an, cast.bea, cast.kim, cast.cas, cast.tom):
        assert (await web.as_(member).get(ALL)).status == 404


async def test_one_case_goes_out_under_its_code(cor, web, cast):
    roos = await CaseFile.select(CaseFile.id).where(CaseFile.alias == "Roos").first()
    await SharedWith(case=roos["id"], organisation=cast.ocmw, since=TODAY).save()

    answer = await exported(web.as_(cast.an), "/p/durmeland/casussen/DL-0001/uitvoer.xlsx")

    book = load_workbook(io.BytesIO(answer.content))
    assert [row[1] for row in book["Casussen"].values] == ["Schuilnaam", "Roos"]
    assert {row[0] for row in book["Interacties"].values} == {"Casus", "DL-0001"}
    assert "Roos" not in answer.headers["content-disposition"]
    read = await ReadEntry.select().order_by(ReadEntry.id, ascending=False).first()
    assert (read["what"], read["case"]) == ("cases.export.xlsx", roos["id"])


async def test_a_stranger_takes_no_case_out(cor, web, cast):
    path = "/p/durmeland/casussen/DL-0002/uitvoer.xlsx"

    assert (await web.as_(cast.ben).get(path)).status == 404
    assert (await web.as_(cast.cas).get(path)).status == 404
