from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_index

ID = "2026-11-24T21:40:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "How often the cases of a partnership were met is counted without reading the interactions"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="cases", description=DESCRIPTION)
    manager.add_raw(add_covering_index)
    return manager


async def add_covering_index():
    columns = ["partnership", "happened_on", "month", "outcome", "case"]
    await add_index("interaction", "interaction_by_month", columns)
