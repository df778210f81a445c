from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import DB, add_index

ID = "2026-11-24T20:40:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "A draft may lie on top of another one of the same form"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="partnership", description=DESCRIPTION)
    manager.add_raw(replace_index)
    return manager


async def replace_index():
    await DB.run_ddl('DROP INDEX "draft_person_form"')
    await add_index("draft", "draft_of_form", ["person", "form", "id"])
