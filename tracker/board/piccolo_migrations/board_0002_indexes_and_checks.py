from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, add_index, add_unique

ID = "2026-11-25T00:50:05:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes, uniques and checks of the board"

KEYED = (
    "proposal",
    "proposal_version",
    "reaction",
    "round",
    "objection",
    "evaluation",
    "issue",
    "issue_step",
    "meeting_kind",
    "meeting",
    "agenda_item",
    "action_item",
)

ONCE = {
    "proposal_number": ("proposal", ["partnership", "number"]),
    "proposal_version_number": ("proposal_version", ["proposal", "number"]),
    "round_number": ("round", ["proposal", "number"]),
    "seat_once": ("seat", ["round", "person"]),
    "absence_once": ("absence", ["proposal", "person"]),
    "objection_once": ("objection", ["round", "owner"]),
    "issue_number": ("issue", ["partnership", "number"]),
    "issue_reader_once": ("issue_reader", ["issue", "person"]),
    "rhythm_once": ("rhythm", ["partnership"]),
    "attendance_once": ("attendance", ["meeting", "person"]),
    "meeting_feedback_once": ("meeting_feedback", ["meeting", "issue"]),
}

INDEXES = {
    "proposal_stage": ("proposal", ["partnership", "stage"]),
    "proposal_initiative": ("proposal", ["initiative"]),
    "proposal_decided_by_team": ("proposal", ["decided_by_team"]),
    "reaction_proposal": ("reaction", ["proposal"]),
    "seat_person": ("seat", ["person"]),
    "evaluation_proposal": ("evaluation", ["proposal"]),
    "issue_state": ("issue", ["partnership", "state"]),
    "issue_pattern": ("issue", ["pattern"]),
    "issue_condition": ("issue", ["condition"]),
    "issue_reader_person": ("issue_reader", ["person"]),
    "issue_step_issue": ("issue_step", ["issue", "happened_on"]),
    "meeting_held": ("meeting", ["partnership", "held_on"]),
    "agenda_item_meeting": ("agenda_item", ["meeting", "place"]),
    "agenda_item_initiative": ("agenda_item", ["initiative"]),
    "agenda_item_issue": ("agenda_item", ["issue"]),
    "agenda_item_proposal": ("agenda_item", ["proposal"]),
    "attendance_person": ("attendance", ["person"]),
    "action_item_meeting": ("action_item", ["meeting"]),
    "action_item_person": ("action_item", ["person", "done_on"]),
}

CHECKS = {
    "proposal_circle": ("proposal", "circle IN ('team', 'board')"),
    "proposal_title": ("proposal", "length(trim(title)) > 0"),
    "proposal_form": ("proposal", "form IN ('consent', 'consensus', 'majority', 'mandate')"),
    "proposal_form_reason": ("proposal", "form = 'consent' OR length(trim(form_reason)) > 0"),
    "proposal_initiative_by_consent": ("proposal", "initiative IS NULL OR form = 'consent'"),
    "proposal_stage_known": (
        "proposal",
        "stage IN ('picture', 'opinion', 'round', 'decided', 'withdrawn', 'sent_back', 'ended')",
    ),
    "proposal_version_text": ("proposal_version", "length(trim(text)) > 0"),
    "round_state": ("round", "state IN ('open', 'decided', 'not_decided', 'reopened')"),
    "seat_answer": ("seat", "answer IN ('', 'consent', 'concern', 'objection')"),
    "seat_argument": ("seat", "answer NOT IN ('concern', 'objection') OR length(trim(argument)) > 0"),
    "objection_argument": ("objection", "length(trim(argument)) > 0"),
    "objection_verdict": ("objection", "verdict IN ('', 'valid', 'concern', 'neither')"),
    "objection_verdict_reason": ("objection", "verdict = '' OR length(trim(verdict_reason)) > 0"),
    "evaluation_result": ("evaluation", "result IN ('keep', 'change', 'end')"),
    "issue_circle": ("issue", "circle IN ('team', 'board')"),
    "issue_kind": ("issue", "kind IN ('missing', 'tension', 'rules', 'other_actors', 'conflict')"),
    "issue_state_known": ("issue", "state IN ('new', 'taken_up', 'escalated', 'parked', 'solved', 'back')"),
    "issue_owned": ("issue", "state NOT IN ('taken_up', 'escalated', 'parked') OR owner IS NOT NULL"),
    "issue_step_kind": (
        "issue_step",
        "kind IN ('raised', 'taken_up', 'escalated', 'fed_back', 'parked', 'solved', 'sent_back', 'raised_again', 'handed_over', 'noted')",
    ),
    "rhythm_days": ("rhythm", "take_up_days > 0 AND silent_days > 0"),
    "meeting_kind_circle": ("meeting_kind", "circle IN ('team', 'board')"),
    "meeting_kind_form": ("meeting_kind", "decision_form IN ('consent', 'consensus', 'majority', 'mandate')"),
    "meeting_circle": ("meeting", "circle IN ('team', 'board')"),
    "meeting_state": ("meeting", "state IN ('prepared', 'open', 'closed', 'cancelled')"),
    "agenda_item_purpose": (
        "agenda_item",
        "purpose IN ('check_in', 'information', 'feedback', 'picture', 'opinion', 'decision', 'review', 'closing')",
    ),
    "agenda_item_minutes": ("agenda_item", "minutes >= 0"),
    "attendance_attending": ("attendance", "attending IN ('', 'present', 'away')"),
    "meeting_feedback_text": ("meeting_feedback", "length(trim(text)) > 0"),
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="board", description=DESCRIPTION)
    manager.add_raw(indexes_and_checks)
    return manager


async def indexes_and_checks():
    for table in KEYED:
        await add_unique(table, f"{table}_key", ["key"])
    for name, (table, columns) in ONCE.items():
        await add_unique(table, name, columns)
    for name, (table, columns) in INDEXES.items():
        await add_index(table, name, columns)
    for name, (table, condition) in CHECKS.items():
        await add_check(table, name, condition)
    # At most one open round per proposal, whatever happens at the same moment.
    await add_unique("round", "round_open_once", ["proposal"], where="state = 'open'")
