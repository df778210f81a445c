import asyncio
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.apps.migrations.commands.new import AutoMigrationManager
from piccolo.conf.apps import Finder

from tracker.database import DB, migrate, migrations, pending_migrations

APPS = Finder().get_app_configs()
migrations_of = migrations._modules


async def columns_of(table):
    if DB.engine_type == "sqlite":
        rows = await DB.run_ddl(
            f"SELECT name, \"notnull\" OR pk AS required FROM pragma_table_info('{table}')"
        )
        return {(row["name"], bool(row["required"])) for row in rows}
    rows = await DB.run_ddl(
        "SELECT column_name, is_nullable FROM information_schema.columns "
        f"WHERE table_schema = current_schema() AND table_name = '{table}'"
    )
    return {(row["column_name"], row["is_nullable"] == "NO") for row in rows}


async def test_once_migrated_nothing_is_pending_and_migrating_again_does_nothing(database):
    assert await pending_migrations() == []
    assert await migrate() == []


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.app_name)
async def test_no_table_has_changed_without_a_migration(database, app):
    changes = await AutoMigrationManager().get_alter_statements(app)

    assert [line for statements in changes for line in statements.statements] == []


@pytest.mark.parametrize("table", Finder().get_table_classes(), ids=lambda table: table._meta.tablename)
async def test_the_database_has_the_columns_of_the_table(database, table):
    expected = {(column._meta.db_column_name, not column._meta.null) for column in table._meta.columns}

    assert await columns_of(table._meta.tablename) == expected


async def test_processes_that_migrate_a_new_database_at_once_do_it_once(new_database):
    migrating = "import asyncio, tracker.database as d; print(*asyncio.run(d.migrate()), sep='\\n', end='')"
    environment = {**os.environ, "DATABASE_URL": new_database}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", migrating], env=environment, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    outputs = [(await asyncio.to_thread(process.communicate))[0] for process in started]

    everything = [f"{app.app_name}: {module.DESCRIPTION}" for app in APPS for module in migrations_of(app)]
    assert [process.returncode for process in started] == [0, 0, 0]
    assert sorted(outputs) == ["", "", "\n".join(everything)]


async def test_a_migration_that_fails_leaves_the_database_as_it_was(database, monkeypatch):
    async def make_and_break():
        await DB.run_ddl("CREATE TABLE half_done (id INTEGER PRIMARY KEY)")
        raise ZeroDivisionError

    async def forwards():
        manager = MigrationManager(migration_id="9999", app_name="jobs")
        manager.add_raw(make_and_break)
        return manager

    broken = SimpleNamespace(ID="9999", DESCRIPTION="Breaks", forwards=forwards)
    monkeypatch.setattr(migrations, "_modules", lambda app: [*migrations_of(app), broken])
    with pytest.raises(ZeroDivisionError):
        await migrate()

    assert await columns_of("half_done") == set()
    assert await pending_migrations() == [f"{app.app_name}: Breaks" for app in APPS]
