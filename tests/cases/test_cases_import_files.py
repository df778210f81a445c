"""What is no sheet is refused with what it is and what to do; csv is read in every usual form."""

import io
import zipfile

import pytest

from tests.cases.hostile import small
from tests.cases.opened import cells, why_not
from tests.cases.workbooks import table
from tracker.cases.exchange.opening.files import MAX_BYTES, open_file
from tracker.cases.exchange.sheets import MAX_ROWS, column_letter

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def other_archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("leeg.xlsx", b"", "leeg"),
        ("leeg.csv", b" \r\n\n ", "leeg"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "een foto"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "een foto"),
        ("brief.xlsx", b"%PDF-1.7 ...", "een pdf"),
        ("map.xlsx", b"Rar!\x1a\x07", "ingepakte map"),
        ("oud.xls", OLE2 + b"\0" * 600, "oud Excel-bestand"),
        ("geheim.xlsx", OLE2 + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        ("pagina.xls", b"<html><table><tr><td>Nr</td></tr></table></html>", "webpagina"),
        ("gegevens.xml", b'<?xml version="1.0"?><Workbook/>', "webpagina of xml"),
        ("gegevens.xlsx", b"Nr;Naam\nAA-1;Wilg\n", "geen Excel-bestand"),
        ("half.xlsx", small()[:2000], "beschadigd"),
        ("niets.xlsx", b"PK\x05\x06" + b"\0" * 18, "geen Excel-bestand"),
        ("map.xlsb", other_archive("[Content_Types].xml", "xl/workbook.bin"), "binaire werkmap"),
        ("map.ods", other_archive("mimetype", "content.xml"), "LibreOffice"),
        ("brief.docx", other_archive("[Content_Types].xml", "word/document.xml"), "Word-document"),
        ("map.zip", other_archive("map.xlsx"), "geen Excel-bestand"),
        ("map.xlsx", other_archive("[Content_Types].xml"), "beschadigd"),
    ],
)
def test_what_is_no_sheet_is_refused_with_what_it_is_and_what_to_do(name, data, said):
    reason = why_not(name, data)

    assert said in reason
    assert name in reason


def test_a_file_over_the_limit_is_refused_before_anything_is_looked_at():
    assert "groter dan 20 MB" in why_not("groot.xlsx", b"PK" + b"\0" * MAX_BYTES)


def test_only_the_last_part_of_a_path_is_repeated_to_the_user():
    assert why_not("C:\\Users\\an\\..\\leeg.csv", b"").startswith("leeg.csv is leeg")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_csv_is_read_in_every_usual_encoding_and_with_every_usual_separator(encoding, separator):
    rows = [["Nr", "Zin", "Duur"], ["AA-1", 'Eén, “echt”; dan "pas"\nweer', "1,5"], ["AA-2", "€ 5", ""]]
    data = table(rows, separator, encoding)

    assert cells(data, "map.csv") == [
        ("Nr", "Zin", "Duur"),
        ("AA-1", "Eén, “echt”; dan \"pas\"\nweer", "1,5"),
        ("AA-2", "€ 5"),
    ]  # fmt: skip


def test_excels_own_line_about_the_separator_is_no_row():
    assert cells(b"sep=,\nNr,Naam\nAA-1,Wilg;Els\n", "map.csv") == [("Nr", "Naam"), ("AA-1", "Wilg;Els")]


def test_rows_of_a_csv_are_numbered_as_excel_shows_them():
    (one,) = open_file("map.csv", b'Nr;Naam\n\nAA-1;"Wilg\nEls"\nAA-2;Linde\n')

    assert [row.number for row in one.rows] == [1, 3, 4]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Nr;Naam\nAA-1;Wi\0lg\n", "geen gewone tekst"),
        ("Nr;Naam\n".encode("utf-16-le"), "geen gewone tekst"),
        (b"Nr;\x81\x8d\x9d\n", "geen gewone tekst"),
        (b";".join([b"x"] * 100_000), "kolommen"),
        (b"Nr;Naam\nAA-1;" + b"a" * 40_000, "32767 tekens"),
        (b"Nr;Naam\nAA-1;" + b"a" * 400_000, "rij 2"),
        (b'Nr;Naam\nAA-1;"open\n' + b"AA-2;b\n" * 5000, "aanhalingsteken"),
        (b"a;b\n" * (MAX_ROWS + 1), "rijen"),
    ],
    ids=["nul", "utf-16 without mark", "no encoding", "columns", "cell", "huge cell", "open quote", "rows"],
)
def test_csv_beyond_reason_is_refused_with_the_place(data, said):
    assert said in why_not("map.csv", data)


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_the_spreadsheet_names_them(index, letters):
    assert column_letter(index) == letters
