from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_index

ID = "2026-11-24T18:31:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Find what somebody noted last, on whichever case"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="cases", description=DESCRIPTION)
    manager.add_raw(index_own_interactions)
    return manager


async def index_own_interactions():
    await add_index("interaction", "interaction_author", ["author", "written_at desc"])
