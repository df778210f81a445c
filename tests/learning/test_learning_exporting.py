"""What was learned goes out with the cases, and comes in again as what is known already (C18)."""

import io
from uuid import uuid4

from openpyxl import load_workbook

from tests.cases.life import tabak
from tests.cases.meetjesland import TODAY
from tests.cases.test_cases_exporting import exported
from tests.learning.sessions import opened
from tests.learning.test_learning_workbook import BESIDE, imported, persona_named
from tests.learning.words import AGAIN, a_pattern, heard
from tracker import clock
from tracker.cases.actions.importing import Choices, bring_in
from tracker.cases.actions.importing.beside import kinds_with, standing_with
from tracker.cases.exchange.comparing import Status, held_cases
from tracker.cases.exchange.reading import read_workbook
from tracker.cases.queries.importing import compared, known_to
from tracker.cases.tables import CaseFile
from tracker.learning.actions.personas import Description, describe_persona
from tracker.learning.actions.proposals import confirm_all
from tracker.learning.actions.resemblance import Comparison, compare
from tracker.learning.actions.sessions.closing import close_session
from tracker.learning.queries.personas import personas
from tracker.learning.queries.sessions.minutes import minutes_of
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.rules.minutes import seal_of
from tracker.learning.tables.patterns import ProposedGrouping
from tracker.learning.tables.personas import Misfit, Resemblance

ALL = "/p/durmeland/werkmap/uitvoer.xlsx"


async def book_of(seat, path=ALL):
    return load_workbook(io.BytesIO((await exported(seat, path)).content))


def rows_in(book, sheet):
    """The rows of a sheet by heading."""
    head, *rest = book[sheet].values
    return [dict(zip(head, row, strict=True)) for row in rest]


async def alike(cast, case, alike="Elf brieven.", different="Geen kinderen."):
    cor = await cast.cor.viewer()
    persona = await describe_persona(cor, uuid4(), Description("Papieren", "Veel post.", "Eén adres"))
    await compare(cor, case.code, uuid4(), persona, Comparison(alike, different, "Dienst schuldhulp"))
    return persona


async def test_one_case_goes_out_with_the_personas_and_patterns_beside_it(cast, web):
    case = await tabak(cast)
    await alike(cast, case)
    await a_pattern(cast, "Alles opnieuw", await heard(cast, case))

    book = await book_of(web.as_(cast.an), f"/p/durmeland/casussen/{case.code}/uitvoer.xlsx")

    (beside,) = rows_in(book, "Bijlage gelijkenissen")
    assert (beside["Persona"], beside["Gelijkaardig"], beside["Verschillend"]) == (
        "Papieren",
        "Elf brieven.",
        "Geen kinderen.",
    )
    (grouped,) = rows_in(book, "Bijlage woorden in patronen")
    assert (grouped["Patroon"], grouped["Soort patroon"], grouped["Woorden"]) == (
        "Alles opnieuw",
        "faalvraag",
        AGAIN,
    )
    assert rows_in(book, "Casussen")[0]["Persona"] == "Papieren"
    assert rows_in(book, "Faalvragen")[0]["Patroon"] == "Alles opnieuw"
    assert "Bijlage patronen" not in book.sheetnames


async def test_the_partnership_goes_out_with_minutes_and_the_seal_on_them(cast, web):
    session_id, (case,) = await opened(cast)
    cor = await cast.cor.viewer()
    session = await session_of(cor, session_id)
    version = (await minutes_of(await cast.kim.viewer(), session)).version
    minutes = f"We lazen {case.code}."
    await close_session(await cast.kim.viewer(), session_id, minutes, version=version)

    (row,) = rows_in(await book_of(web.as_(cast.cor)), "Bijlage leersessies")

    assert row["Verslag"] == minutes
    assert row["Vingerafdruk van het verslag (SHA-256)"] == seal_of(minutes)


async def test_nothing_of_a_case_closed_to_the_coordination_goes_out_with_what_was_learned(cast, web):
    session_id, (case,) = await opened(cast)
    await alike(cast, case, alike="Twaalf brieven van Tabak.")
    await a_pattern(cast, "Alles opnieuw", await heard(cast, case))
    kim = await cast.kim.viewer()
    version = (await minutes_of(kim, await session_of(kim, session_id))).version
    await close_session(kim, session_id, f"We lazen {case.code}.", version=version)
    await CaseFile.update({CaseFile.closed_to_coordination: True}).where(CaseFile.id == case.id)

    book = await book_of(web.as_(cast.cor))

    cells = "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    assert "Alles opnieuw" in cells and "Papieren" in cells
    assert not [word for word in (case.code, "Twaalf brieven", AGAIN, case.alias) if word in cells]


async def test_what_was_learned_never_becomes_a_formula(cast, web):
    case = await tabak(cast)
    await alike(cast, case, alike="=1+1", different="@SUM(A1)")

    book = await book_of(web.as_(cast.cor))

    cells = [cell for row in book["Bijlage gelijkenissen"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value in ("=1+1", "@SUM(A1)")} == {"s"}


async def again(viewer, content):
    """The file that went out, looked at where it came from."""
    known = await known_to(viewer)
    held = held_cases(known.cases)
    reading = read_workbook([("uit.xlsx", content)], clock.today(), kinds=kinds_with(BESIDE), held=held)
    return reading, await compared(viewer, reading, known, await standing_with(viewer, BESIDE))


async def counts():
    return [await table.count() for table in (Resemblance, Misfit, ProposedGrouping)]


async def test_an_export_that_comes_in_where_it_came_from_is_known_in_full(cast, web, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    cor = await cast.cor.viewer()
    await imported(cor)
    await confirm_all(cor, (await persona_named(cor, "Altijd de papieren voor")).id)
    there = await counts()

    reading, comparison = await again(cor, (await exported(web.as_(cast.cor))).content)
    brought = await bring_in(cor, reading, Choices(), beside=BESIDE)

    assert comparison.count("personas", Status.KNOWN) == 5
    assert not comparison.all(Status.NEW) and not comparison.all(Status.CHANGED)
    assert {*brought.added.values(), *brought.beside.values()} == {0}
    assert await counts() == there


async def test_an_export_brings_personas_and_patterns_along_to_another_partnership(cast, web, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    cor, cas = await cast.cor.viewer(), await cast.cas.viewer()
    await imported(cor)
    there = await counts()
    content = (await exported(web.as_(cast.cor))).content

    reading, _ = await again(cas, content)
    await bring_in(cas, reading, Choices(add_value_steps=True), beside=BESIDE)

    assert await counts() == [2 * number for number in there]
    assert {each.name for each in await personas(cas)} == {each.name for each in await personas(cor)}
