"""Lists of coordinations that work otherwise: on the page they are told what is what, and come in."""

from datetime import date

import pytest

from tests.cases.test_cases_importing_pages import checking, choose, keep
from tests.cases.workbooks import table, workbook
from tracker.cases.tables import CaseFile, FailureDemand, Interaction, ProgressScore, Purpose, SharedWith

ONE_SHEET = workbook(
    {
        "Blad1": [
            ["Volgnr", "Codenaam", "Woonplaats", "Gestart op", "Laatste gesprek", "Wat wil de klant bereiken",
             "Cijfer", "Waarom dit cijfer", "Wat liep mis (letterlijk)", "Gestopt op", "Reden stop"],
            [1, "Vlinder", "Deinze", "3 maart 2025", "12/5/2025", "Ik wil terug slapen.", 4,
             "Slaapt al drie nachten.", "Ze stuurden mij weer weg.", None, None],
            [2, "Krekel", "Aalter", "10-03-2025", "15/6/2025", "Een eigen sleutel.", 7,
             "Heeft een sleutel, nog geen bel.", None, date(2025, 9, 1), "losgelaten"],
        ]
    }
)  # fmt: skip
OTHER_WORDS = workbook(
    {
        "Dossierlijst": [
            ["Dossierref.", "Bijnaam", "Gestart", "Beëindigd", "Waarom beëindigd", "Wie trekt de kar",
             "Welke organisaties doen mee", "Mag gedeeld worden"],
            ["GW/25/01", "Pluim", "ma 3/2/25", None, None, "Hilde", "OCMW Waas + VDAB", "ja, mondeling"],
            ["GW/25/02", "Schelp", "4 februari 2025", "30-6-2025", "gestopt", "Koen", "VDAB", "neen"],
        ],
        "Hoe ver": [
            ["dossier", "toen", "1=ver weg, 10=er", "vertel"],
            ["GW/25/01", "1/4/2025", "5", "Belt zelf"],
            ["GW/25/02", "1/4/2025", "3", "Komt niet"],
        ],
        "Contacten Q1": [
            ["Wie", "Ref", "Datum", "Hoe lang", "Wat"],
            ["VDAB", "GW/25/01", "2/4/2025", "halfuur", "Koffie"],
            ["OCMW Waas", "GW/25/02", "3/4/2025", "1u15", "Thuis"],
        ],
    }
)  # fmt: skip
SEMICOLONS = table(
    [
        ["Nummer", "Roepnaam", "Aanmelding", "Gemeente", "Opmerkingen"],
        ["7", "Zeester", "3.2.2025", "Knokke", 'belt "liefst"; na vier uur'],
        ["8", "Zeepaard", "10.2.25", "Brugge", ""],
    ],
    encoding="cp1252",
)


@pytest.fixture
def cor(web, cast):
    return web.as_(cast.cor)


async def read_as(cor, sheet, kind, columns, header_row=1):
    """Say what a sheet holds, and then which column is what; columns by their place from 1."""
    form = (await cor.get(sheet)).form(sheet)
    await cor.post(sheet, {**form, "kind": kind, "header_row": str(header_row)})
    form = (await cor.get(sheet)).form(sheet)
    empty = {name: "" for name in form if name.startswith("column-")}
    said = {f"column-{place}": field for place, field in columns.items()}
    return await cor.post(sheet, {**form, **empty, **said})


async def once_more(cor, here, sheet=1):
    answer = await cor.post(f"{here}/kolommen/{sheet}/nog-eens")
    return answer.location


async def test_one_row_with_everything_is_read_as_several_things(cor):
    here = await checking(cor, ("Blad1.xlsx", ONE_SHEET))

    await read_as(cor, await once_more(cor, here), "purposes", {1: "case", 4: "date", 6: "words"})
    scored = {1: "case", 5: "date", 7: "score", 8: "interpretation"}
    await read_as(cor, await once_more(cor, here), "scores", scored)
    await read_as(cor, await once_more(cor, here), "failure_demands", {1: "case", 5: "date", 9: "words"})
    columns = await cor.get(f"{here}/kolommen")
    await keep(cor, here)

    assert [heading.text for heading in columns.all("h2")][:4] == [
        "Blad1",
        "Blad1, 2e keer",
        "Blad1, 3e keer",
        "Blad1, 4e keer",
    ]
    assert await CaseFile.count() == 2
    assert {row["words"] for row in await Purpose.select()} == {"Ik wil terug slapen.", "Een eigen sleutel."}
    assert {row["score"] for row in await ProgressScore.select()} == {4, 7}
    assert [row["words"] for row in await FailureDemand.select()] == ["Ze stuurden mij weer weg."]


async def test_reading_such_a_list_again_adds_nothing(cor):
    for _ in range(2):
        here = await checking(cor, ("Blad1.xlsx", ONE_SHEET))
        sheet = await once_more(cor, here)
        await read_as(cor, sheet, "purposes", {1: "case", 4: "date", 6: "words"})
        await keep(cor, here)

    assert (await CaseFile.count(), await Purpose.count()) == (2, 2)


async def test_a_sheet_is_not_read_endlessly(cor):
    here = await checking(cor, ("Blad1.xlsx", ONE_SHEET))
    for _ in range(12):
        await once_more(cor, here)

    answer = await cor.post(f"{here}/kolommen/1/nog-eens")

    assert answer.status == 422
    assert "Vaker kan niet" in answer


async def test_other_words_for_everything_come_in_once_they_are_told(cor, cast):
    here = await checking(cor, ("lijst.xlsx", OTHER_WORDS))
    shown = await cor.get(f"{here}/kolommen")

    await read_as(
        cor, f"{here}/kolommen/2", "scores", {1: "case", 2: "date", 3: "score", 4: "interpretation"}
    )
    told = {1: "organisations", 2: "case", 3: "date", 4: "hours", 5: "note"}
    await read_as(cor, f"{here}/kolommen/3", "interactions", told)
    check = await cor.get(here)
    done = await keep(cor, here)

    assert "Dit blad lezen we niet in" in shown
    assert "halfuur" in check
    assert done.heading == "Ingelezen"
    assert {row["source_code"] for row in await CaseFile.select()} == {"GW-25-01", "GW-25-02"}
    assert {row["score"] for row in await ProgressScore.select()} == {3, 5}
    assert {row["minutes"] for row in await Interaction.select()} == {None, 75}
    schelp = await CaseFile.select(CaseFile.id, CaseFile.state).where(CaseFile.alias == "Schelp").first()
    assert schelp["state"] == "stopped"
    assert await SharedWith.count().where(SharedWith.case == schelp["id"]) == 1


async def test_a_csv_with_semicolons_from_an_older_windows_comes_in(cor):
    here = await checking(cor, ("lijst.csv", SEMICOLONS))

    await keep(cor, here)

    rows = await CaseFile.select(CaseFile.alias, CaseFile.started_on).order_by(CaseFile.id)
    assert [(row["alias"], row["started_on"]) for row in rows] == [
        ("Zeester", date(2025, 2, 3)),
        ("Zeepaard", date(2025, 2, 10)),
    ]


async def test_more_columns_than_a_list_has_are_said(cor):
    wide = table([[f"kolom {place}" for place in range(300)], ["x"] * 300])

    answer = await choose(cor, ("breed.csv", wide))

    assert answer.status == 422
    assert "kolommen" in answer.errors["files"]


async def test_a_file_with_signs_that_no_text_holds_is_refused(cor):
    content = table([["Nr", "Schuilnaam", "Start"], ["1", "Wi\0lg", "3/2/2025"]])

    answer = await choose(cor, ("nul.csv", content))

    assert answer.status == 422
    assert "nul.csv" in answer.errors["files"]
