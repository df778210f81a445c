"""Files that are no workbook, or mean harm: said beside the field, nothing kept."""

import pytest

from tests.cases.hostile import SHEET, repacked, repeated
from tests.cases.test_cases_importing_pages import choose
from tracker.jobs.tables import Upload


@pytest.fixture
def cor(web, cast):
    return web.as_(cast.cor)


HOSTILE = {
    "empty": ("leeg.xlsx", b""),
    "broken": ("stuk.xlsx", b"PK\x03\x04 niets"),
    "photo": ("foto.xlsx", b"\x89PNG\r\n\x1a\n"),
    "old": ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "password": (
        "slot.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    ),
    "renamed": ("brief.xlsx", b"%PDF-1.7"),
    "bomb": (
        "bom.xlsx",
        repacked({SHEET: repeated(b"<row/>", 120, b"<worksheet><sheetData>", b"</sheetData></worksheet>")}),
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
async def test_a_file_that_cannot_be_read_is_said_beside_its_field(cor, what):
    answer = await choose(cor, HOSTILE[what])

    assert answer.status == 422
    assert HOSTILE[what][0] in answer.errors["files"]
    assert await Upload.count() == 0


async def test_without_a_file_one_is_asked(cor):
    answer = await choose(cor, ("", b""))

    assert answer.status == 422
    assert answer.errors == {"files": "Kies een bestand."}


async def test_a_file_that_is_too_large_is_refused(cor):
    answer = await choose(cor, ("groot.csv", b"a;b\n" * 5_300_000))

    assert answer.status == 422
    assert "20 MB" in answer.errors["files"]


async def test_more_than_a_request_may_be_is_refused_without_reading_it(cor):
    answer = await choose(cor, ("groot.csv", b"a;b\n" * 6_000_000))

    assert answer.status == 413
    assert "hoogstens 20 MB" in answer.errors["files"]
