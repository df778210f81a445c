import pytest
from piccolo.apps.migrations.commands.new import AutoMigrationManager
from piccolo.conf.apps import Finder

from tracker.database import DB, migrate, pending_migrations


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


@pytest.mark.parametrize("app", Finder().get_app_configs(), ids=lambda app: app.app_name)
async def test_no_table_has_changed_without_a_migration(database, app):
    changes = await AutoMigrationManager().get_alter_statements(app)

    assert [line for statements in changes for line in statements.statements] == []


@pytest.mark.parametrize("table", Finder().get_table_classes(), ids=lambda table: table._meta.tablename)
async def test_the_database_has_the_columns_of_the_table(database, table):
    expected = {(column._meta.db_column_name, not column._meta.null) for column in table._meta.columns}

    assert await columns_of(table._meta.tablename) == expected
