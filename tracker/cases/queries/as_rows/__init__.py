"""The records of cases as the rows of a workbook, the way an import reads them (C18)."""

from collections.abc import Awaitable, Callable, Mapping

from tracker.cases.exchange.kinds.assessments import ASSESSMENTS
from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.kinds.demands import STARS, VALUE_DEMANDS
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS
from tracker.cases.exchange.kinds.interactions import INTERACTIONS
from tracker.cases.exchange.kinds.purposes import PURPOSES
from tracker.cases.exchange.kinds.reviews import AGREEMENTS, REVIEWS
from tracker.cases.exchange.kinds.scores import SCORES
from tracker.cases.queries.as_rows.asking import Codes, Found, asked
from tracker.cases.queries.as_rows.standing import (
    cases_as_rows,
    purposes_as_rows,
    scores_as_rows,
    stars_as_rows,
    value_demands_as_rows,
)
from tracker.cases.queries.as_rows.working import (
    agreements_as_rows,
    assessments_as_rows,
    failure_demands_as_rows,
    interactions_as_rows,
    reviews_as_rows,
)

__all__ = ["READERS", "Codes", "Found", "asked", "rows_of"]


async def rows_of(kind: str, codes: Codes) -> list[Found]:
    """Every record of a kind on these cases, by case and in the order in which it was written."""
    return await READERS[kind](codes) if codes else []


READERS: Mapping[str, Callable[[Codes], Awaitable[list[Found]]]] = {
    CASES.name: cases_as_rows,
    PURPOSES.name: purposes_as_rows,
    VALUE_DEMANDS.name: value_demands_as_rows,
    SCORES.name: scores_as_rows,
    STARS.name: stars_as_rows,
    FAILURE_DEMANDS.name: failure_demands_as_rows,
    INTERACTIONS.name: interactions_as_rows,
    REVIEWS.name: reviews_as_rows,
    AGREEMENTS.name: agreements_as_rows,
    ASSESSMENTS.name: assessments_as_rows,
}
