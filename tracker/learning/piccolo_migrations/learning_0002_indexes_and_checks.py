from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, add_index, add_unique

ID = "2026-11-24T21:00:01:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes, uniques and checks of learning"

KEYED = (
    "pattern",
    "cause",
    "condition",
    "thinking",
    "remark",
    "persona",
    "resemblance",
    "misfit",
    "persona_review",
    "capacity_choice",
    "learning_session",
    "journey_step",
    "card",
    "extract",
    "external_input",
    "input_case",
    "limits_reset",
)

ONCE = {
    "occurrence_failure_demand": ("occurrence", ["failure_demand"]),
    "occurrence_assessment": ("occurrence", ["assessment"]),
    "occurrence_value_demand": ("occurrence", ["value_demand"]),
    "proposed_grouping_failure_demand": ("proposed_grouping", ["failure_demand"]),
    "cause_condition_once": ("cause_condition", ["cause", "condition"]),
    "cause_thinking_once": ("cause_thinking", ["cause", "thinking"]),
    "condition_thinking_once": ("condition_thinking", ["condition", "thinking"]),
    "resemblance_once": ("resemblance", ["case", "persona"]),
    "expertise_name": ("expertise", ["partnership", "sort_name"]),
    "expertise_asked_once": ("expertise_asked", ["persona", "expertise"]),
    "expertise_brought_once": ("expertise_brought", ["partner", "expertise"]),
    "session_case_once": ("session_case", ["session", "case"]),
    "session_answer_once": ("session_answer", ["session", "case", "question"]),
}

INDEXES = {
    "pattern_partnership": ("pattern", ["partnership", "kind"]),
    "occurrence_pattern": ("occurrence", ["pattern"]),
    "occurrence_partnership": ("occurrence", ["partnership", "pattern"]),
    "occurrence_case": ("occurrence", ["case"]),
    "proposed_grouping_partnership": ("proposed_grouping", ["partnership", "name"]),
    "cause_pattern": ("cause", ["pattern"]),
    "condition_partnership": ("condition", ["partnership"]),
    "condition_organisation": ("condition", ["organisation"]),
    "thinking_partnership": ("thinking", ["partnership"]),
    "cause_condition_condition": ("cause_condition", ["condition"]),
    "cause_thinking_thinking": ("cause_thinking", ["thinking"]),
    "condition_thinking_thinking": ("condition_thinking", ["thinking"]),
    "former_text_subject": ("former_text", ["partnership", "subject", "subject_id"]),
    "remark_subject": ("remark", ["partnership", "subject", "subject_id"]),
    "persona_partnership": ("persona", ["partnership", "state"]),
    "resemblance_persona": ("resemblance", ["persona"]),
    "misfit_case": ("misfit", ["case"]),
    "persona_review_partnership": ("persona_review", ["partnership", "held_on"]),
    "expertise_asked_expertise": ("expertise_asked", ["expertise"]),
    "expertise_brought_expertise": ("expertise_brought", ["expertise"]),
    "capacity_choice_expertise": ("capacity_choice", ["expertise"]),
    "learning_session_partnership": ("learning_session", ["partnership", "held_on"]),
    "participant_session": ("participant", ["session"]),
    "participant_person": ("participant", ["person"]),
    "session_case_case": ("session_case", ["case"]),
    "journey_step_session": ("journey_step", ["session", "case", "happened_on"]),
    "card_session": ("card", ["session"]),
    "extract_partnership": ("extract", ["partnership", "released_on"]),
    "extract_case": ("extract", ["case"]),
    "external_input_partnership": ("external_input", ["partnership"]),
    "input_case_input": ("input_case", ["input"]),
    "input_case_case": ("input_case", ["case"]),
    "limits_reset_chart": ("limits_reset", ["partnership", "chart", "from_on"]),
}

CHECKS = {
    "pattern_kind": ("pattern", "kind IN ('failure_demand', 'waste', 'value', 'value_demand')"),
    "pattern_name": ("pattern", "length(trim(name)) > 0"),
    "pattern_recurrence": ("pattern", "recurrence IN ('', 'predictable', 'one_off')"),
    "occurrence_of_one": (
        "occurrence",
        "(CASE WHEN failure_demand IS NULL THEN 0 ELSE 1 END) + (CASE WHEN assessment IS NULL THEN 0 ELSE 1 "
        "END) + (CASE WHEN value_demand IS NULL THEN 0 ELSE 1 END) = 1",
    ),
    "cause_kind": ("cause", "kind IN ('misunderstood', 'mismatch')"),
    "cause_explanation": ("cause", "length(trim(explanation)) > 0"),
    "condition_kind": (
        "condition",
        "kind IN ('competence', 'mandate', 'ict', 'rigid_process', 'measures', 'rules', 'other_actors', "
        "'capacity', 'other')",
    ),
    "condition_name": ("condition", "length(trim(name)) > 0"),
    "condition_who": ("condition", "who_can_change IN ('team', 'board', 'partner', 'outside')"),
    "thinking_name": ("thinking", "length(trim(name)) > 0"),
    "persona_name": ("persona", "length(trim(name)) > 0"),
    "persona_state": ("persona", "state IN ('proposed', 'in_use', 'retired')"),
    "resemblance_state": ("resemblance", "state IN ('proposed', 'confirmed')"),
    "misfit_outcome": ("misfit", "outcome IN ('', 'adjust', 'new', 'leave')"),
    "misfit_ended_with_reason": ("misfit", "ended_on IS NULL OR length(trim(outcome_why)) > 0"),
    "capacity_choice_way": (
        "capacity_choice",
        "way IN ('', 'training', 'new_partner', 'subcontractor', 'network_actor', 'leave')",
    ),
    "learning_session_format": (
        "learning_session",
        "format IN ('journey', 'after_action', 'pdsa', 'review', 'free')",
    ),
    "learning_session_state": (
        "learning_session",
        "state IN ('prepared', 'open', 'closed', 'cancelled')",
    ),
    "session_case_reason": ("session_case", "length(trim(reason)) > 0"),
    "journey_step_kind": ("journey_step", "kind IN ('value', 'waste', 'failure_demand', 'unknown')"),
    "journey_step_waited": ("journey_step", "waited >= 0"),
    "card_words": ("card", "length(trim(words)) > 0"),
    "extract_story": ("extract", "length(trim(story)) > 0"),
    "external_input_source": (
        "external_input",
        "source IN ('impact_evaluation', 'expert_by_experience', 'other_partnership', 'expert')",
    ),
    "limits_reset_chart_known": ("limits_reset", "chart IN ('lead_time', 'failure_demands')"),
    "limits_reset_reason": ("limits_reset", "length(trim(reason)) > 0"),
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="learning", description=DESCRIPTION)
    manager.add_raw(indexes_and_checks)
    return manager


async def indexes_and_checks():
    for table in KEYED:
        await add_unique(table, f"{table}_key", ["key"])
    for name, (table, columns) in ONCE.items():
        await add_unique(table, name, columns)
    await add_unique(
        "session_answer", "session_answer_whole", ["session", "question"], where='"case" IS NULL'
    )
    for name, (table, columns) in INDEXES.items():
        await add_index(table, name, columns)
    for name, (table, condition) in CHECKS.items():
        await add_check(table, name, condition)
