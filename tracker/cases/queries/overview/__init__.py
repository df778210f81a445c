"""Everything a case page tells, read in seven questions however much there is."""

from dataclasses import dataclass

from tracker.cases.queries.overview.consultation import Consultation, consultation_of
from tracker.cases.queries.overview.contacts import Contact, contacts_of
from tracker.cases.queries.overview.demands import Demands, demands_of
from tracker.cases.queries.overview.lessons import Assessments, Failures, assessments_of, failures_of
from tracker.cases.queries.overview.line import Line, line_of
from tracker.cases.queries.overview.standing import Standing, standing_of
from tracker.cases.queries.seen import Case
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Overview:
    """A case as its page shows it."""

    standing: Standing
    line: Line
    demands: Demands
    contacts: tuple[Contact, ...]
    assessments: Assessments
    failures: Failures
    consultation: Consultation


async def overview_of(viewer: Viewer, case: Case) -> Overview:
    """The whole of a case that this viewer may see."""
    return Overview(
        standing=await standing_of(viewer, case),
        line=await line_of(viewer, case),
        demands=await demands_of(viewer, case),
        contacts=await contacts_of(viewer, case),
        assessments=await assessments_of(viewer, case),
        failures=await failures_of(viewer, case),
        consultation=await consultation_of(viewer, case),
    )
