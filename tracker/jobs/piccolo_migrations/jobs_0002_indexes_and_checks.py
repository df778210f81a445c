from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from tracker.database import add_check, add_index, add_unique

ID = "2026-11-24T16:30:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "What a job and an upload must fit, and the indexes to find them"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jobs", description=DESCRIPTION)

    async def indexes_and_checks():
        await add_unique("job", "job_owner_key", ["owner", "key"])
        await add_index("job", "job_to_take", ["state", "id"], where="state IN ('waiting', 'running')")
        await add_index("job", "job_owner", ["owner", "asked_at desc"])
        await add_check("job", "job_state", "state IN ('waiting', 'running', 'done', 'failed', 'stopped')")
        await add_check("job", "job_lease", "(state = 'running') = (lease_until IS NOT NULL)")
        await add_check("job", "job_progress", "done >= 0 AND total >= 0")
        await add_unique("upload", "upload_owner_key", ["owner", "key"])
        await add_index("upload", "upload_uploaded_at", ["uploaded_at"])

    manager.add_raw(indexes_and_checks)
    return manager
