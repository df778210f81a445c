"""Bringing a workbook in on screen: choose, columns, check, keep."""

import asyncio

import pytest

from tests.cases.hostile import small
from tests.cases.meetjesland import FILE, TODAY
from tests.cases.reads import CASES
from tests.cases.test_cases_importing import counts
from tests.cases.workbooks import one_csv_per_kind, workbook
from tracker import clock
from tracker.cases.actions.importing import in_hand
from tracker.cases.tables import CaseFile
from tracker.jobs import worker
from tracker.jobs.tables import Job, Upload
from tracker.partnership.tables import ValueStep

HERE = "/p/durmeland/werkmap/inlezen"
SMALL = ("klein.xlsx", small())
MIXED = (
    "lijst.xlsx",
    workbook(
        {
            "Casussen": [
                ["Nr", "Schuilnaam", "Soort", "Gemeente", "Start"],
                ["AA-1", "Wilg", "persoon", "Eeklo", "3/2/2025"],
                ["AA-2", "Els", "persoon", "Eeklo", None],
            ],
            "Scores": [
                ["Nr", "Datum", "Score (1-10)", "Duiding"],
                ["AA-1", "1/3/2025", 3, "Nog ver weg"],
                ["AA-2", "1/4/2025", 4, "Durft bellen"],
            ],
            "Faalvragen": [
                ["Nr", "Datum", "Letterlijk", "Nalaten of contraproductief"],
                ["AA-1", "2/3/2025", "Weer een ander gezicht.", "nalaten"],
                ["AA-1", "2/3/2025", "Weer een ander gezicht.", "nalaten"],
            ],
        }
    ),
)


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(worker, "LOOK_EVERY", 0.05)


@pytest.fixture
def cor(web, cast):
    return web.as_(cast.cor)


async def choose(seat, *files):
    """Choose files; the answer of the form."""
    form = (await seat.get(HERE)).form(HERE)
    return await seat.upload(HERE, [("files", file) for file in files], form)


async def checking(seat, *files):
    """The address of the page on which the rows of these files are checked."""
    answer = await choose(seat, *files)
    assert answer.status == 303, answer
    return answer.location.removesuffix("/kolommen")


def row_of(page, words):
    """The place of the message that says these words."""
    [item] = [item for item in page.all("li") if words in "".join(item.itertext()) and item.get("id")]
    return int(item.get("id").removeprefix("rij-"))


async def keep(seat, here, fields=None):
    """Keep what can be kept, and give the page that tells what was."""
    form = fields or (await seat.get(here)).form(here)
    answer = await seat.post(here, {**form, "keep": "ja"})
    assert answer.status == 303, answer
    return await ended(seat, answer.location)


async def ended(seat, progress):
    async with asyncio.timeout(30):
        while (page := await seat.get(progress)).all("progress"):
            await asyncio.sleep(0.05)
    return page


async def test_from_file_to_cases(cor):
    columns = await choose(cor, FILE)
    shown = await cor.get(columns.location)
    here = columns.location.removesuffix("/kolommen")
    check = await cor.get(here)
    before = await counts()
    done = await keep(cor, here)

    assert "We lezen dit als casussen" in shown
    assert "Dit blad lezen we niet in" in shown
    assert check.heading == "Kijk de import na"
    assert "43 nieuw" in check and "Bewaar 1.755 rijen" in check
    assert not any(before.values())
    assert done.heading == "Ingelezen"
    assert done.links()["Bekijk de persona’s"] == "/p/durmeland/persona"
    assert done.links()["Bekijk de patronen"] == "/p/durmeland/patronen/groeperen"
    assert (await counts())["cases"] == 43


async def test_a_partnership_without_value_steps_brings_them_along_unless_it_says_otherwise(cor):
    rows = [
        ["Nr", "Datum", "Waardestap", "Waarde of verspilling", "Wat is er gebeurd", "Waarop gebaseerd"],
        ["AA-1", "1/3/2025", "Vertrouwen", "waarde", "Bram kwam elke dinsdag.", "observatie"],
    ]
    file = ("stappen.xlsx", workbook({"Casussen": CASES, "Verspilling": rows}))
    here = await checking(cor, file)

    proposed = (await cor.get(here)).form(here)
    await keep(cor, here, {name: value for name, value in proposed.items() if name != "add_value_steps"})

    assert proposed["add_value_steps"] == "ja"
    assert await ValueStep.count() == 0


async def test_looking_at_it_again_finds_everything_there(cor):
    here = await checking(cor, MIXED)
    await keep(cor, here)

    again = await cor.get(await checking(cor, MIXED))

    assert "0 nieuw, 1 al ingelezen" in again
    assert "Alles wat bewaard kan worden, is er al." in again


async def test_a_row_is_mended_beside_its_message(cor):
    here = await checking(cor, FILE)
    page = await cor.get(f"{here}?soort=cases")
    start, number = row_of(page, "Startdatum is leeg"), row_of(page, "rij 49")
    form = page.form(here)

    answer = await cor.post(here, {**form, "take": [str(start)], f"fill-{number}": "OM-046"})
    mended = await cor.get(answer.location)

    assert answer.status == 303
    assert "46 nieuw" in mended
    assert "Startdatum is leeg" not in mended
    assert "Casussen, rij 40: ‘14/4/2025’" in " ".join(mended.text.replace("14/04/2025", "14/4/2025").split())


async def test_what_was_filled_in_comes_along_when_keeping_at_once(cor):
    here = await checking(cor, MIXED)
    page = await cor.get(f"{here}?soort=cases")
    start = row_of(page, "Startdatum is leeg")

    await keep(cor, here, {**page.form(here), "take": [str(start)]})

    assert await CaseFile.exists().where(CaseFile.source_code == "AA-2")


async def test_a_possible_double_comes_in_once_somebody_says_it_is_none(cor):
    here = await checking(cor, MIXED)
    page = await cor.get(f"{here}?toon=achter")
    double = row_of(page, "Faalvragen, rij 3")

    answer = await cor.post(here, {**page.form(here), "passes": [str(double)]})

    assert "2 nieuw" not in page
    assert "2 nieuw" in await cor.get(answer.location)


async def test_what_was_filled_in_can_be_taken_away(cor):
    here = await checking(cor, MIXED)
    page = await cor.get(f"{here}?soort=cases")
    answer = await cor.post(here, {**page.form(here), "take": [str(row_of(page, "Startdatum is leeg"))]})
    mended = await cor.get(answer.location)

    await cor.post(here, {**mended.form(here), "remove": ["1"]})

    assert "Startdatum is leeg" in await cor.get(here)


async def test_an_older_page_fills_in_nothing(cor):
    here = await checking(cor, MIXED)
    old = (await cor.get(f"{here}?soort=cases")).form(here)
    await cor.post(here, {**(await cor.get(here)).form(here)})

    answer = await cor.post(here, {**old, "take": [old["shown"][0]]})

    assert answer.status == 422
    assert "intussen opnieuw nagekeken" in answer


async def test_a_double_click_keeps_once(cor):
    here = await checking(cor, SMALL)
    form = {**(await cor.get(here)).form(here), "keep": "ja"}

    first = await cor.post(here, form)
    second = await cor.post(here, form)

    assert first.location == second.location or second.status == 303
    await ended(cor, first.location)
    assert await Job.count().where(Job.kind == in_hand.KEEP) == 1
    assert (await counts())["cases"] == 1


async def test_nothing_is_kept_when_that_is_chosen(cor):
    here = await checking(cor, SMALL)

    answer = await cor.post(here, {**(await cor.get(here)).form(here), "drop": "ja"})

    assert answer.status == 303
    assert await Upload.count() == 0
    assert await CaseFile.count() == 0
    assert (await cor.get(here)).status == 404


async def test_a_column_can_be_read_as_something_else(cor):
    here = await checking(cor, SMALL)
    sheet = f"{here}/kolommen/1"
    form = (await cor.get(sheet)).form(sheet)

    answer = await cor.post(sheet, {**form, "column-2": ""})
    shown = await cor.get(sheet)

    assert answer.location == f"{here}/kolommen"
    assert form["column-2"] == "alias"
    assert shown.form(sheet)["column-2"] == ""


async def test_another_kind_of_sheet_gets_other_columns_proposed(cor):
    here = await checking(cor, SMALL)
    sheet = f"{here}/kolommen/1"
    form = (await cor.get(sheet)).form(sheet)

    answer = await cor.post(sheet, {**form, "kind": "scores"})
    proposed = await cor.get(answer.location)
    nothing = await cor.post(sheet, {**proposed.form(sheet), "kind": ""})

    assert answer.location == sheet
    assert proposed.form(sheet)["kind"] == "scores"
    assert nothing.location == f"{here}/kolommen"
    assert "Casussen" in await cor.get(nothing.location)


async def test_several_csv_files_are_one_import(cor):
    here = await checking(cor, *one_csv_per_kind())

    done = await keep(cor, here)

    assert done.heading == "Ingelezen"
    assert (await counts())["scores"] > 0


async def test_large_files_are_read_in_the_background(cor, monkeypatch):
    monkeypatch.setattr(in_hand, "READ_AT_ONCE", 1000)

    answer = await choose(cor, FILE)
    async with asyncio.timeout(30):
        while (page := await cor.get(answer.location)).status == 200:
            assert "We lezen je bestand" in page
            await asyncio.sleep(0.05)

    assert page.location.endswith("/kolommen")
    assert "We lezen dit als casussen" in await cor.get(page.location)


async def test_a_large_file_that_cannot_be_read_says_why(cor, monkeypatch):
    monkeypatch.setattr(in_hand, "READ_AT_ONCE", 1)

    answer = await choose(cor, ("lijst.xlsx", b"PK\x03\x04 niets"))
    page = await ended(cor, answer.location)

    assert page.heading == "Niet ingelezen"
    assert "lijst.xlsx is beschadigd" in page


async def test_an_import_is_nobody_elses(cor, web, cast):
    here = await checking(cor, SMALL)

    for member, status in ((cast.an, 404), (cast.cas, 404), (cast.kim, 404), (cast.bea, 404)):
        assert (await web.as_(member).get(here)).status == status
    assert (await web.as_(cast.cas).get(here.replace("durmeland", "kustpolder"))).status == 404


async def test_work_can_be_stopped_before_it_begins(cor, monkeypatch):
    monkeypatch.setattr(worker, "LOOK_EVERY", 3600.0)
    await asyncio.sleep(0.1)
    here = await checking(cor, SMALL)
    answer = await cor.post(here, {**(await cor.get(here)).form(here), "keep": "ja"})

    await cor.post(answer.location)
    page = await cor.get(answer.location)

    assert page.heading == "Niet ingelezen"
    assert "Gestopt op jouw vraag. Er is niets bewaard." in page
    assert await CaseFile.count() == 0


async def test_unknown_numbers_are_not_found(cor):
    for path in (f"{HERE}/999", f"{HERE}/99999999999999999999", "/p/durmeland/werkmap/werk/999"):
        assert (await cor.get(path)).status == 404
