from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_index, add_unique

ID = "2026-11-25T01:14:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Somebody is invited once"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="board", description=DESCRIPTION)
    manager.add_raw(indexes)
    return manager


async def indexes():
    await add_unique("invitation", "invitation_once", ["proposal", "person"])
    await add_index("proposal", "proposal_review", ["partnership", "review_on"])
