"""`tracker import`, as somebody types it."""

import asyncio
import json
from pathlib import Path

import pytest

from tests.cases.meetjesland import DATA, EXPECTED, TODAY
from tracker import clock
from tracker.cases.tables import CaseFile
from tracker.cli import main
from tracker.database import open_database

FILE = str(DATA / "casussen-meetjesland.xlsx")


@pytest.fixture
def command(cast, capsys, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)

    async def run(*arguments: str):
        # A command has an event loop of its own, as when it is typed.
        code = await asyncio.to_thread(_exit_code, arguments)
        await open_database()
        return code, capsys.readouterr().out

    return run


def _exit_code(arguments):
    with pytest.raises(SystemExit) as ended:
        main(["import", *arguments])
    return ended.value.code


async def test_it_reports_what_the_file_holds(command):
    code, said = await command(FILE, "--partnership", "durmeland", "--check", "--json")

    report = json.loads(said)
    assert code == 0
    assert {(r["sheet"], r["row"], r["level"], r["code"]) for r in report["rows"]} == {
        (r["sheet"], r["row"], r["level"], r["code"]) for r in EXPECTED["report_to_user"]
    }
    assert report["kinds"]["scores"]["rows"] == EXPECTED["scores"]["rows"]
    assert report["kinds"]["scores"]["valid"] == EXPECTED["scores"]["valid"]
    assert report["kinds"]["stars"]["invalid"] == EXPECTED["stars"]["ongeldig"]
    assert report["kinds"]["cases"]["new"] == 43


async def test_it_tells_what_came_in_as_a_proposal(command):
    _, said = await command(FILE, "--partnership", "durmeland", "--json")

    report = json.loads(said)
    assert report["kinds"]["personas"]["new"] == 5
    assert report["proposed"]["resemblances"] == sum(EXPECTED["cases"]["by_persona"].values()) - 1
    assert report["proposed"]["misfits"] == len(EXPECTED["cases"]["fits_no_persona"]) - 2


async def test_looking_writes_nothing(command):
    await command(FILE, "--partnership", "durmeland", "--check")

    assert await CaseFile.count() == 0


async def test_twice_brings_in_once(command):
    await command(FILE, "--partnership", "durmeland", "--json")
    _, said = await command(FILE, "--partnership", "durmeland", "--json")

    kinds = json.loads(said)["kinds"]
    assert {kind["new"] for kind in kinds.values()} == {0}
    assert {kind["changed"] for kind in kinds.values()} == {0}
    assert kinds["cases"]["known"] == 43
    assert await CaseFile.count() == 43


async def test_in_words_it_tells_what_was_kept_and_what_stays_out(command):
    _, said = await command(FILE, "--partnership", "durmeland")

    assert "Casussen: 46 gelezen, 43 nieuw, 0 al ingelezen, 3 met een fout" in said
    assert "Nummer OM-044 staat bij twee verschillende casussen (Koren en Barnsteen)" in said
    assert "Persona" in said


async def test_a_partnership_that_is_not_there_is_said(command):
    code, _ = await command(FILE, "--partnership", "nergens")

    assert code == "Niet gevonden. Er is geen partnerschap met het adres nergens."


async def test_a_file_that_cannot_be_read_is_said(command, tmp_path: Path):
    broken = tmp_path / "lijst.xlsx"
    broken.write_bytes(b"PK\x03\x04 niets")

    code, _ = await command(str(broken), "--partnership", "durmeland")
    missing, _ = await command(str(tmp_path / "weg.xlsx"), "--partnership", "durmeland")

    assert str(code).startswith("Niet gedaan. lijst.xlsx is beschadigd.")
    assert "kan niet gelezen worden" in str(missing)
