from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, drop_check

ID = "2026-11-24T18:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The target group can say that something is not right"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="cases", description=DESCRIPTION)
    manager.add_raw(widen)
    return manager


async def widen():
    await drop_check("validation", "validation_answer")
    await add_check("validation", "validation_answer", "answer IN ('yes', 'contested', 'no', 'not_possible')")
