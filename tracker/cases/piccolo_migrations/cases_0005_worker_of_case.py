from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import DB, add_index

ID = "2026-11-24T19:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Whether somebody follows a case is found without reading all cases of that person"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="cases", description=DESCRIPTION)
    manager.add_raw(replace_index)
    return manager


async def replace_index():
    await DB.run_ddl('DROP INDEX "case_worker_person"')
    await add_index("case_worker", "case_worker_person_case", ["person", "case", "since", "until"])
