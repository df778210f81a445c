"""Which kind of file this is, by its content rather than its name."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from tracker.cases.exchange.opening.delimited import read_delimited
from tracker.cases.exchange.opening.xlsx import read_xlsx
from tracker.cases.exchange.sheets import MAX_SHEETS, Sheet, UnreadableFile

MAX_BYTES = 20_000_000
DELIMITED = {".csv", ".txt", ".tsv"}

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KNOWN_OTHERS = (
    (b"%PDF", "een pdf"),
    (b"\x89PNG", "een foto"),
    (b"\xff\xd8\xff", "een foto"),
    (b"GIF8", "een foto"),
    (b"Rar!", "een ingepakte map"),
    (b"7z\xbc\xaf", "een ingepakte map"),
    (b"\x1f\x8b", "een ingepakt bestand"),
)


def open_files(files: Iterable[tuple[str, bytes]]) -> tuple[Sheet, ...]:
    """All sheets of the files, each a (name, content); a sheet name that returns gets its file beside it."""
    sheets: list[Sheet] = []
    for name, data in files:
        for sheet in open_file(name, data):
            wanted, count = sheet.name, 1
            while any(other.name == wanted for other in sheets):
                wanted = f"{sheet.name} ({sheet.file}{f', {count}' if count > 1 else ''})"
                count += 1
            sheets.append(replace(sheet, name=wanted))
        if len(sheets) > MAX_SHEETS:
            raise UnreadableFile(f"Samen zijn dit meer dan {MAX_SHEETS} bladen. Haal weg wat niet nodig is.")
    return tuple(sheets)


def open_file(name: str, data: bytes) -> tuple[Sheet, ...]:
    """The sheets of one xlsx or csv file. Raises `UnreadableFile`."""
    name = PurePath(name.replace("\\", "/")).name
    if not data.strip():
        raise UnreadableFile(f"{name} is leeg. Kies het bestand waarin je gegevens staan.")
    if len(data) > MAX_BYTES:
        raise UnreadableFile(
            f"{name} is groter dan {MAX_BYTES // 1_000_000} MB. Haal foto's en bladen die niet nodig zijn "
            "weg, of splits het in meerdere bestanden."
        )
    if data.startswith(b"PK"):
        return _open_archive(name, data)
    if reason := _why_not_text(name, data):
        raise UnreadableFile(reason)
    return (read_delimited(name, data),)


def _open_archive(name: str, data: bytes) -> tuple[Sheet, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, UnicodeError) as broken:
        raise UnreadableFile(
            f"{name} is beschadigd. Open het in Excel, bewaar het opnieuw als .xlsx en probeer nog eens."
        ) from broken
    if "xl/workbook.bin" in entries:
        raise UnreadableFile(f"{name} is een binaire werkmap (.xlsb). Bewaar ze in Excel als .xlsx.")
    if "content.xml" in entries:
        raise UnreadableFile(
            f"{name} is een OpenDocument-bestand (LibreOffice). Bewaar het daar als Excel (.xlsx)."
        )
    if any(entry.startswith("word/") for entry in entries):
        raise UnreadableFile(f"{name} is een Word-document. Zet de tabel in Excel en bewaar als .xlsx.")
    if "[Content_Types].xml" not in entries:
        raise UnreadableFile(f"{name} is geen Excel-bestand. Kies een bestand dat eindigt op .xlsx of .csv.")
    return read_xlsx(name, data)


def _why_not_text(name: str, data: bytes) -> str | None:
    """Why these bytes, which are no archive, are not a csv file either."""
    if data.startswith(_OLE2):
        if _ENCRYPTED in data:
            return (
                f"{name} is met een wachtwoord beveiligd. Haal in Excel het wachtwoord weg en bewaar opnieuw."
            )
        return f"{name} is een oud Excel-bestand (.xls). Open het in Excel en bewaar het als .xlsx."
    for signature, what in _KNOWN_OTHERS:
        if data.startswith(signature):
            return f"{name} is {what}, geen Excel-bestand. Kies een bestand dat eindigt op .xlsx of .csv."
    if data.lstrip()[:15].lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        return f"{name} is een webpagina of xml. Open het in Excel en bewaar het als .xlsx."
    if PurePath(name).suffix.lower() not in DELIMITED:
        return f"{name} is geen Excel-bestand. Kies een bestand dat eindigt op .xlsx of .csv."
    return None
