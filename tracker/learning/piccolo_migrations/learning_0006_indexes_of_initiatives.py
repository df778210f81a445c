from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, add_index, add_unique

ID = "2026-11-25T00:50:03:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes, uniques and checks of initiatives"

KEYED = ("initiative", "iteration", "observation")

ONCE = {
    "initiative_number": ("initiative", ["partnership", "number"]),
    "initiative_pattern_once": ("initiative_pattern", ["initiative", "pattern"]),
    "initiative_cause_once": ("initiative_cause", ["initiative", "cause"]),
    "initiative_carrier_once": ("initiative_carrier", ["initiative", "person"]),
    "iteration_number": ("iteration", ["initiative", "number"]),
    "iteration_case_once": ("iteration_case", ["iteration", "case"]),
    "offer_reply_once": ("offer_reply", ["initiative", "partnership"]),
}

INDEXES = {
    "initiative_state": ("initiative", ["partnership", "state"]),
    "initiative_origin": ("initiative", ["origin"]),
    "initiative_offered": ("initiative", ["offered_at"]),
    "initiative_pattern_pattern": ("initiative_pattern", ["pattern"]),
    "initiative_cause_cause": ("initiative_cause", ["cause"]),
    "initiative_carrier_person": ("initiative_carrier", ["person"]),
    "iteration_case_case": ("iteration_case", ["case"]),
    "observation_initiative": ("observation", ["initiative", "seen_on"]),
    "offer_reply_partnership": ("offer_reply", ["partnership"]),
}

CHECKS = {
    "initiative_name": ("initiative", "length(trim(name)) > 0"),
    "initiative_state_known": (
        "initiative",
        "state IN ('draft', 'ready', 'started', 'stable', 'spread', 'abandoned', 'back_to_case')",
    ),
    "initiative_recurrence": ("initiative", "recurrence IN ('', 'predictable', 'one_off')"),
    "initiative_adoption": ("initiative", "adoption IN ('', 'tried_along', 'taken_over')"),
    "initiative_stable_after_start": ("initiative", "stable_on IS NULL OR started_on IS NOT NULL"),
    "initiative_spread_after_stable": ("initiative", "spread_on IS NULL OR stable_on IS NOT NULL"),
    "iteration_fidelity": ("iteration", "fidelity IN ('rough', 'prototype', 'trial', 'worked_out')"),
    "iteration_prediction": ("iteration", "length(trim(prediction)) > 0"),
    "iteration_outcome": ("iteration", "outcome IN ('', 'adopt', 'adapt', 'abandon')"),
    "iteration_learned": ("iteration", "outcome = '' OR length(trim(learned)) > 0"),
    "observation_text": ("observation", "length(trim(text)) > 0"),
    "offer_reply_answer": ("offer_reply", "answer IN ('also_relevant', 'not_relevant', 'did_already')"),
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
    for name, (table, columns) in INDEXES.items():
        await add_index(table, name, columns)
    for name, (table, condition) in CHECKS.items():
        await add_check(table, name, condition)
