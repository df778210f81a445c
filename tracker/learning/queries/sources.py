"""Where the words of each kind of pattern come from: one table of cases for each."""

from dataclasses import dataclass
from typing import Any

from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.kinds import DemandState, Verdict
from tracker.cases.tables import Assessment, CaseFile, FailureDemand, ValueDemand
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Source:
    """A table of words: its columns by name, the reference from an occurrence, and which rows belong.

    `quoted`: whether its words are literally what somebody said, unless the row says that it was seen.
    """

    table: Any
    words: str
    day: str
    occurrence: Any
    belongs: Any
    quoted: bool

    @property
    def record(self) -> str:
        """The name of the reference in `Occurrence`."""
        return str(self.occurrence._meta.name)


SOURCES = {
    PatternKind.FAILURE_DEMAND: Source(
        FailureDemand,
        "words",
        "heard_on",
        Occurrence.failure_demand,
        FailureDemand.became_demand.is_null(),
        quoted=True,
    ),
    PatternKind.WASTE: Source(
        Assessment,
        "what",
        "happened_on",
        Occurrence.assessment,
        Assessment.verdict == Verdict.WASTE,
        quoted=False,
    ),
    PatternKind.VALUE: Source(
        Assessment,
        "what",
        "happened_on",
        Occurrence.assessment,
        Assessment.verdict == Verdict.VALUE,
        quoted=False,
    ),
    PatternKind.VALUE_DEMAND: Source(
        ValueDemand,
        "words",
        "named_on",
        Occurrence.value_demand,
        ValueDemand.state != DemandState.RECLASSIFIED,
        quoted=True,
    ),
}


def cases_seen(viewer: Viewer) -> Any:
    """The ids of the cases this viewer may open, as part of a larger query."""
    return CaseFile.select(CaseFile.id).where(visible_to(viewer))
