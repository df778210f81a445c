from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, add_index, add_unique

ID = "2026-11-24T17:00:03:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes, uniques and checks of cases"

KEYED = (
    "case_file",
    "purpose",
    "progress_score",
    "value_demand",
    "star_reading",
    "failure_demand",
    "interaction",
    "assessment",
    "review",
    "agreement",
    "case_ending",
)

INDEXES = {
    "case_file_list": ("case_file", ["partnership", "touched_at desc"]),
    "case_file_state": ("case_file", ["partnership", "state"]),
    "case_worker_case": ("case_worker", ["case"]),
    "case_worker_person": ("case_worker", ["person"]),
    "sharing_agreement_case": ("sharing_agreement", ["case"]),
    "shared_with_case": ("shared_with", ["case"]),
    "shared_with_organisation": ("shared_with", ["organisation", "case", "since", "until"]),
    "purpose_case": ("purpose", ["case", "since"]),
    "progress_score_case": ("progress_score", ["case", "scored_on"]),
    "value_demand_case": ("value_demand", ["case", "place"]),
    "demand_change_demand": ("demand_change", ["demand"]),
    "star_reading_case": ("star_reading", ["case", "read_on"]),
    "star_rating_demand": ("star_rating", ["demand"]),
    "failure_demand_case": ("failure_demand", ["case", "heard_on"]),
    "failure_demand_organisation_demand": ("failure_demand_organisation", ["failure_demand"]),
    "interaction_case": ("interaction", ["case", "happened_on desc"]),
    "interaction_partnership": ("interaction", ["partnership", "happened_on", "kind", "minutes"]),
    "interaction_organisation_interaction": ("interaction_organisation", ["interaction"]),
    "interaction_demand_interaction": ("interaction_demand", ["interaction"]),
    "interaction_demand_demand": ("interaction_demand", ["demand"]),
    "assessment_case": ("assessment", ["case", "happened_on"]),
    "assessment_interaction_assessment": ("assessment_interaction", ["assessment"]),
    "assessment_interaction_interaction": ("assessment_interaction", ["interaction"]),
    "assessment_demand_assessment": ("assessment_demand", ["assessment"]),
    "assessment_demand_demand": ("assessment_demand", ["demand"]),
    "review_case": ("review", ["case", "held_on"]),
    "review_voice_review": ("review_voice", ["review"]),
    "agreement_case": ("agreement", ["case", "state"]),
    "agreement_review": ("agreement", ["review"]),
    "validation_case": ("validation", ["case", "subject", "subject_id"]),
    "case_ending_case": ("case_ending", ["case"]),
    "correction_case": ("correction", ["case", "subject", "subject_id"]),
    "imported_row_natural_key": ("imported_row", ["partnership", "kind", "natural_key"]),
}

CHECKS = {
    "case_file_kind": (
        "case_file",
        "kind IN ('person', 'group', 'organisation', 'neighbourhood', 'collaboration')",
    ),
    "case_file_state_known": (
        "case_file",
        "state IN ('running', 'released', 'handed_over', 'stopped', 'not_target_group')",
    ),
    "case_file_participants": ("case_file", "participants >= 0"),
    "shared_with_period": ("shared_with", "until >= since"),
    "sharing_agreement_agreed": ("sharing_agreement", "agreed IN ('yes', 'no', 'not_yet', 'not_needed')"),
    "purpose_words": ("purpose", "length(trim(words)) > 0"),
    "progress_score_scale": ("progress_score", "score BETWEEN 1 AND 10"),
    "progress_score_interpretation": ("progress_score", "length(trim(interpretation)) > 0"),
    "value_demand_words": ("value_demand", "length(trim(words)) > 0"),
    "value_demand_state": ("value_demand", "state IN ('open', 'closed', 'outside', 'reclassified')"),
    "demand_change_kind": (
        "demand_change",
        "kind IN ('reworded', 'closed', 'outside', 'reopened', 'reclassified')",
    ),
    "star_reading_perspective": ("star_reading", "perspective IN ('together', 'target_group', 'team')"),
    "star_rating_scale": ("star_rating", "stars BETWEEN 1 AND 5"),
    "star_rating_fit": ("star_rating", "fit IN ('', 'too_little', 'fitting', 'too_much')"),
    "failure_demand_words": ("failure_demand", "length(trim(words)) > 0"),
    "failure_demand_arising": ("failure_demand", "arising IN ('omission', 'counterproductive', 'unknown')"),
    "interaction_kind": (
        "interaction",
        "kind IN ('message', 'home_visit', 'conversation', 'phone', 'alongside', 'with_service', 'mail', "
        "'other')",
    ),
    "interaction_outcome": ("interaction", "outcome IN ('contact', 'attempt', 'about')"),
    "interaction_minutes": ("interaction", "minutes BETWEEN 0 AND 1440"),
    "assessment_what": ("assessment", "length(trim(what)) > 0"),
    "assessment_verdict": ("assessment", "verdict IN ('value', 'waste')"),
    "assessment_period": ("assessment", "until >= happened_on"),
    "review_person_part": ("review", "person_part IN ('present', 'heard', 'absent')"),
    "agreement_state": ("agreement", "state IN ('open', 'done', 'failed', 'dropped')"),
    "validation_answer": ("validation", "answer IN ('yes', 'no', 'not_possible')"),
    "case_ending_kind": (
        "case_ending",
        "kind IN ('released', 'handed_over', 'stopped', 'not_target_group')",
    ),
    "case_ending_interpretation": ("case_ending", "length(trim(interpretation)) > 0"),
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="cases", description=DESCRIPTION)
    manager.add_raw(indexes_and_checks)
    return manager


async def indexes_and_checks():
    await add_unique("case_file", "case_file_number", ["partnership", "number"])
    await add_unique("case_file", "case_file_code", ["partnership", "code"])
    for table in KEYED:
        await add_unique(table, f"{table}_key", ["key"])
    await add_unique("star_rating", "star_rating_demand_once", ["reading", "demand"])
    await add_unique("imported_row", "imported_row_identity", ["partnership", "identity"])
    for name, (table, columns) in INDEXES.items():
        await add_index(table, name, columns)
    for name, (table, condition) in CHECKS.items():
        await add_check(table, name, condition)
