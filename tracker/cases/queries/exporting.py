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
from tracker.cases.queries.as_rows import Found, rows_of
from tracker.cases.queries.readers import PAGE, Reading, readings_of
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.queries.sheets_beside import Rows, SheetsBeside
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Viewer

_AT_ONCE = 500
"""Cases whose rows are in memory together."""


async def workbook_of_all(viewer: Viewer, beside: Sequence[SheetsBeside] = ()) -> IO[bytes]:
    """A workbook with every case the viewer may see; a file that is gone once it is closed.

    What higher packages know of the cases and of the partnership stands beside them.
    """
    rows = (
        await CaseFile.select(CaseFile.id, CaseFile.code).where(visible_to(viewer)).order_by(CaseFile.number)
    )
    return await _Writing(viewer, {row["id"]: row["code"] for row in rows}, beside).whole()


async def workbook_of(viewer: Viewer, case: Case, beside: Sequence[SheetsBeside] = ()) -> IO[bytes]:
    """A workbook with everything on one case, who read it as well."""
    return await _Writing(viewer, {case.id: case.code}, beside).of_one(await _readers(viewer, case))


class _Writing:
    """The sheets of one workbook, written one after the other."""

    def __init__(self, viewer: Viewer, codes: dict[int, str], beside: Sequence[SheetsBeside]) -> None:
        self._viewer, self._codes, self._beside = viewer, codes, beside
        self._file = tempfile.TemporaryFile()  # noqa: SIM115, closed by whoever sends it
        self._writer = WorkbookWriter(self._file)

    async def whole(self) -> IO[bytes]:
        """Every case, and what belongs to the partnership as a whole."""
        await self._cases()
        for each in self._beside:
            for kind, records in each.kinds:
                self._writer.begin(kind)
                await asyncio.to_thread(self._writer.add, kind, await records(self._viewer, self._codes))
        await self._appendices()
        for each in self._beside:
            for name, sheet in each.of_partnership.items():
                await self._add(name, await sheet(self._viewer, self._codes))
        return await self._finished()

    async def of_one(self, read_by: Sequence[dict[str, Any]]) -> IO[bytes]:
        """One case, and who read it."""
        await self._cases()
        await self._appendices()
        await self._add("wie las", read_by)
        return await self._finished()

    async def _cases(self) -> None:
        for kind in CASE_KINDS:
            self._writer.begin(kind)
            for batch in _batches(self._codes):
                found: Sequence[Found] = await rows_of(kind.name, batch)
                for each in self._beside:
                    if kind.name in each.completed:
                        found = await each.completed[kind.name](found)
                await asyncio.to_thread(self._writer.add, kind, [record for _, record in found])

    async def _appendices(self) -> None:
        for name in SHEETS:
            for batch in _batches(self._codes):
                await self._add(name, await appendix_of(name, batch))
        for each in self._beside:
            for name, sheet in each.of_cases.items():
                for batch in _batches(self._codes):
                    await self._add(name, await sheet(self._viewer, batch))

    async def _add(self, name: str, rows: Rows) -> None:
        await asyncio.to_thread(self._writer.add_beside, f"{BESIDE} {name}", rows)

    async def _finished(self) -> IO[bytes]:
        await asyncio.to_thread(self._writer.finish)
        self._file.seek(0)
        return self._file


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
