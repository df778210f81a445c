"""Everything the viewer may see out to Excel, in the shape an import reads (C18)."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Any

from tracker import clock
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.cases.exchange.sheets import BESIDE
from tracker.cases.exchange.writing import WorkbookWriter
from tracker.cases.queries.appendices import SHEETS, appendix_of
from tracker.cases.queries.as_rows import rows_of
from tracker.cases.queries.readers import PAGE, Reading, readings_of
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Viewer

_AT_ONCE = 500
"""Cases whose rows are in memory together."""


async def workbook_of_all(viewer: Viewer) -> IO[bytes]:
    """A workbook with every case the viewer may see; a file that is gone once it is closed."""
    rows = (
        await CaseFile.select(CaseFile.id, CaseFile.code).where(visible_to(viewer)).order_by(CaseFile.number)
    )
    return await _written({row["id"]: row["code"] for row in rows})


async def workbook_of(viewer: Viewer, case: Case) -> IO[bytes]:
    """A workbook with everything on one case, who read it as well."""
    return await _written({case.id: case.code}, read_by=await _readers(viewer, case))


async def _written(codes: dict[int, str], read_by: Sequence[dict[str, Any]] = ()) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115, closed by whoever sends it
    writer = WorkbookWriter(file)
    for kind in CASE_KINDS:
        writer.begin(kind)
        for batch in _batches(codes):
            records = [record for _, record in await rows_of(kind.name, batch)]
            await asyncio.to_thread(writer.add, kind, records)
    for name in SHEETS:
        for batch in _batches(codes):
            rows = await appendix_of(name, batch)
            await asyncio.to_thread(writer.add_beside, f"{BESIDE} {name}", rows)
    writer.add_beside(f"{BESIDE} wie las", read_by)
    await asyncio.to_thread(writer.finish)
    file.seek(0)
    return file


async def _readers(viewer: Viewer, case: Case) -> list[dict[str, Any]]:
    found: list[Reading] = []
    while True:
        readings = await readings_of(viewer, case, len(found) // PAGE + 1)
        found += readings.rows
        if readings.is_last or not readings.rows:
            break
    return [
        {
            "Wanneer": f"{clock.as_local(one.at):%d/%m/%Y %H:%M}",
            "Wie": one.who,
            "Rol": one.role,
            "Organisatie": one.organisation,
            "Wat": one.said,
        }
        for one in found
    ]


def _batches(codes: dict[int, str]) -> Iterator[dict[int, str]]:
    ids = list(codes)
    for start in range(0, len(ids), _AT_ONCE):
        yield {id: codes[id] for id in ids[start : start + _AT_ONCE]}
