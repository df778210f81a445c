"""Files that mean harm, or were harmed."""

import io
import zipfile
from collections.abc import Iterable

from openpyxl import Workbook

from tests.cases.workbooks import saved

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def small() -> bytes:
    """A sound workbook with one row of data."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "Casussen"
    for row in (["Nr", "Schuilnaam", "Start"], ["AA-1", "Wilg", "3/2/2025"]):
        book.active.append(row)
    return saved(book)


def repacked(changed: dict[str, bytes | Iterable[bytes]], without: tuple[str, ...] = ()) -> bytes:
    """The sound workbook with other parts; a part may come in pieces, never whole in memory."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(small())) as sound,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in sound.namelist():
            if name not in changed and name not in without:
                archive.writestr(name, sound.read(name))
        for name, content in changed.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, bytes) else content:
                    part.write(piece)
    return target.getvalue()


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    """The sound workbook with these rows in its sheet, as XML."""
    return repacked({SHEET: f"{HEAD}{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode()})


def repeated(piece: bytes, megabytes: int, before: bytes = b"", after: bytes = b"") -> Iterable[bytes]:
    """A part that goes on and on."""
    block = piece * (1_000_000 // len(piece))
    yield before
    for _ in range(megabytes):
        yield block
    yield after
