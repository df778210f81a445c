"""Excel out: the whole partnership, and one case (C18, T4)."""

from collections.abc import Iterator, Sequence
from typing import IO, Any

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Stream

from tracker.cases.access import case_of
from tracker.cases.queries import exporting as queries
from tracker.cases.queries.sheets_beside import SheetsBeside
from tracker.partnership.access import viewer_of
from tracker.partnership.rules.matrix import Need

AnyRequest = Request[Any, Any, Any]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PIECE = 64 * 1024


@get(
    "/p/{partnership:str}/werkmap/uitvoer.xlsx",
    name="workbook.export",
    opt={"need": Need.WORKBOOK, "reads": "export"},
)
async def export_all(request: AnyRequest) -> Stream:
    viewer = viewer_of(request)
    return _download(
        await queries.workbook_of_all(viewer, _beside(request)), f"{viewer.slug}-{viewer.today}.xlsx"
    )


@get(
    "/p/{partnership:str}/casussen/{code:str}/uitvoer.xlsx",
    name="cases.export.xlsx",
    opt={"need": Need.CASES, "reads": "export"},
)
async def export_case(request: AnyRequest, code: FromPath[str]) -> Stream:
    viewer, case = await case_of(request, code)
    return _download(
        await queries.workbook_of(viewer, case, _beside(request)), f"{case.code}-{viewer.today}.xlsx"
    )


def _beside(request: AnyRequest) -> Sequence[SheetsBeside]:
    beside: Sequence[SheetsBeside] = request.app.state.get("sheets", ())
    return beside


def _download(file: IO[bytes], name: str) -> Stream:
    return Stream(
        _pieces(file),
        media_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece


ROUTES = [export_all, export_case]
