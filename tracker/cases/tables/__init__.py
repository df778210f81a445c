"""Tables of a case. Text in them is confidential; only queries that start from a viewer may read it."""

from tracker.cases.tables.assessments import Assessment, AssessmentDemand, AssessmentInteraction
from tracker.cases.tables.case_files import CaseEnding, CaseFile, CaseWorker, SharedWith, SharingAgreement
from tracker.cases.tables.failure_demands import FailureDemand, FailureDemandOrganisation
from tracker.cases.tables.interactions import Interaction, InteractionDemand, InteractionOrganisation
from tracker.cases.tables.measures import (
    DemandChange,
    ProgressScore,
    Purpose,
    StarRating,
    StarReading,
    ValueDemand,
)
from tracker.cases.tables.records import Correction, ImportedRow, Validation
from tracker.cases.tables.reviews import Agreement, Review, ReviewVoice

__all__ = [
    "Agreement",
    "Assessment",
    "AssessmentDemand",
    "AssessmentInteraction",
    "CaseEnding",
    "CaseFile",
    "CaseWorker",
    "Correction",
    "DemandChange",
    "FailureDemand",
    "FailureDemandOrganisation",
    "ImportedRow",
    "Interaction",
    "InteractionDemand",
    "InteractionOrganisation",
    "ProgressScore",
    "Purpose",
    "Review",
    "ReviewVoice",
    "SharedWith",
    "SharingAgreement",
    "StarRating",
    "StarReading",
    "Validation",
    "ValueDemand",
]
