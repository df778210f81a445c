from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_index, add_unique

ID = "2026-11-25T00:50:01:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes of notices"

INDEXES = {"notice_person": ("notice", ["person", "seen_at"]), "notice_to_mail": ("notice", ["mailed_at"])}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="partnership", description=DESCRIPTION)
    manager.add_raw(indexes_and_checks)
    return manager


async def indexes_and_checks():
    for name, (table, columns) in INDEXES.items():
        await add_index(table, name, columns)
    await add_unique("notice_choice", "notice_choice_once", ["person", "kind"])
