"""Value demands beside personas, and the cases behind each number (L2, L8)."""

from typing import Any

from litestar import Request, get
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.queries import persona_matrix as queries
from tracker.learning.queries.demand_types import (
    DemandType,
    patterns_of_demands,
    themes_of_demands,
    type_with,
)
from tracker.learning.queries.persona_matrix import NOWHERE
from tracker.learning.queries.personas import persona_of, set_reviews
from tracker.learning.rules.personas import question_about
from tracker.partnership.access import reading_list, viewer_of
from tracker.partnership.rules.matrix import Need, may
from tracker.web.pages import page

AnyRequest = Request[Any, Any, Any]
MATRIX = "/p/{partnership:str}/persona/matrix"
READ = {"need": Need.LEARNING, "reads": "told"}
CASES = {"need": Need.CASES, "reads": "list"}


@get(MATRIX, name="personas.matrix", opt=READ)
async def show(request: AnyRequest) -> Template:
    viewer = viewer_of(request)
    if viewer.works_on_cases:
        reading_list(request)
    return page(
        request,
        "learning/personas/matrix.html",
        matrix=await queries.matrix(viewer),
        nowhere=NOWHERE,
        reviews=await set_reviews(viewer),
        cases=await queries.cases_in_all(viewer),
        past=await queries.behind(viewer, NOWHERE),
    )


@get(f"{MATRIX}/{{column:int}}", name="personas.matrix.column", opt=CASES)
async def show_column(request: AnyRequest, column: FromPath[int]) -> Template:
    return await _behind_page(request, column, None)


@get(f"{MATRIX}/{{column:int}}/{{type_id:int}}", name="personas.matrix.cell", opt=CASES)
async def show_cell(request: AnyRequest, column: FromPath[int], type_id: FromPath[int]) -> Template:
    asked = type_with(await patterns_of_demands(viewer_of(request)), type_id)
    return await _behind_page(request, column, asked, about=asked.name)


@get(f"{MATRIX}/{{column:int}}/thema/{{type_id:int}}", name="personas.matrix.theme", opt=CASES)
async def show_theme(request: AnyRequest, column: FromPath[int], type_id: FromPath[int]) -> Template:
    asked = type_with(await themes_of_demands(viewer_of(request)), type_id)
    return await _behind_page(request, column, asked)


async def _behind_page(
    request: AnyRequest, column: int, asked: DemandType | None, about: str | None = None
) -> Template:
    """`about` is a name that may stand in an address: a pattern, never a theme noted on a case."""
    viewer = viewer_of(request)
    reading_list(request)
    persona = None if column == NOWHERE else await persona_of(viewer, column)
    return page(
        request,
        "learning/personas/behind.html",
        persona=persona,
        pattern=asked.name if asked else None,
        behind=await queries.behind(viewer, column, asked),
        may_ask=may(viewer.role, Need.SESSIONS_FACILITATE),
        question=question_about(persona.name if persona else None, about),
    )


ROUTES = [show, show_column, show_cell, show_theme]
