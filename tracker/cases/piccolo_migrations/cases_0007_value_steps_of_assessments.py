from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_index

ID = "2026-11-24T23:20:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Find what points at a value step, with its case"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="cases", description=DESCRIPTION)
    manager.add_raw(index_value_steps)
    return manager


async def index_value_steps():
    await add_index("assessment", "assessment_value_step", ["value_step", "verdict", "case"])
