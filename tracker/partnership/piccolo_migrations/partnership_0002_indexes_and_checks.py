from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, add_index, add_unique

ID = "2026-11-24T17:00:01:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes, uniques and checks of the partnership"

ROLES = (
    "'practitioner', 'coordinator', 'board_member', 'representative', 'quality_coach', 'promotor', "
    "'programme_manager', 'administrator'"
)
WORDINGS = (
    "'purpose', 'urgency', 'principle', 'term', 'substantial_contact', 'star_low', 'star_high', "
    "'team_mandate', 'role_mandate'"
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="partnership", description=DESCRIPTION)
    manager.add_raw(indexes_and_checks)
    return manager


async def indexes_and_checks():
    await add_unique("partnership", "partnership_slug", ["slug"])
    await add_unique("organisation", "organisation_sort_name", ["sort_name"])
    await add_unique("person", "person_email", ["email"])
    await add_unique("sign_in", "sign_in_token", ["token_hash"])
    await add_unique("draft", "draft_person_form", ["person", "form"])
    await add_unique("network_contact", "network_contact_key", ["key"])
    await add_unique("trail_entry", "trail_entry_number", ["partnership", "number"])
    await add_unique("trail_entry", "trail_entry_number_outside", ["number"], where="partnership IS NULL")
    await add_index("service_area", "service_area_partnership", ["partnership"])
    await add_index("partner", "partner_partnership", ["partnership", "organisation"])
    await add_index("network_contact", "network_contact_partner", ["partner"])
    await add_index("role_held", "role_held_person", ["person"])
    await add_index("role_held", "role_held_partnership", ["partnership", "role"])
    await add_index("named_role", "named_role_partnership", ["partnership"])
    await add_index("wording", "wording_kind", ["partnership", "kind", "title", "since"])
    await add_index("value_step", "value_step_partnership", ["partnership"])
    await add_index("value_step_version", "value_step_version_step", ["value_step"])
    await add_index("sign_in", "sign_in_person", ["person"])
    await add_index("sign_in_attempt", "sign_in_attempt_email", ["email_hash", "tried_at"])
    await add_index("sign_in_attempt", "sign_in_attempt_address", ["address_hash", "tried_at"])
    await add_index("trail_entry", "trail_entry_case", ["case"])
    await add_index("trail_detail", "trail_detail_entry", ["entry"])
    await add_index("read_entry", "read_entry_unsealed", ["partnership", "id"], where="sealed_in IS NULL")
    await add_index("read_entry", "read_entry_sealed", ["partnership", "sealed_in"])
    await add_index("read_entry", "read_entry_case", ["case", "happened_at"])
    await add_check("role_held", "role_held_role", f"role IN ({ROLES})")
    await add_check("wording", "wording_kind_known", f"kind IN ({WORDINGS})")
    await add_check(
        "partner", "partner_kind", "kind IN ('lead', 'core', 'partner', 'subcontractor', 'network_actor')"
    )
    for table in ("partner", "role_held", "named_role", "service_area"):
        await add_check(table, f"{table}_period", "until >= since")
