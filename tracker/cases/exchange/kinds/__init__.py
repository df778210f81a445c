"""The kinds of records of a case that a workbook may hold, those that others refer to first."""

from tracker.cases.exchange.fields import Kind
from tracker.cases.exchange.kinds.assessments import ASSESSMENTS
from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.kinds.demands import STARS, VALUE_DEMANDS
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS
from tracker.cases.exchange.kinds.interactions import INTERACTIONS
from tracker.cases.exchange.kinds.purposes import PURPOSES
from tracker.cases.exchange.kinds.reviews import AGREEMENTS, REVIEWS
from tracker.cases.exchange.kinds.scores import SCORES

CASE_KINDS: tuple[Kind, ...] = (
    CASES,
    PURPOSES,
    VALUE_DEMANDS,
    SCORES,
    STARS,
    FAILURE_DEMANDS,
    INTERACTIONS,
    REVIEWS,
    AGREEMENTS,
    ASSESSMENTS,
)
