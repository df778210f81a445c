from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Date, Text
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-24T22:10:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "A pattern that is no longer used stays readable, with the reason"

PARAMS = {
    "primary_key": False,
    "unique": False,
    "index": False,
    "index_method": IndexMethod.btree,
    "choices": None,
    "db_column_name": None,
    "secret": False,
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="learning", description=DESCRIPTION)
    manager.add_column(
        table_class_name="Pattern",
        tablename="pattern",
        column_name="retired_on",
        db_column_name="retired_on",
        column_class_name="Date",
        column_class=Date,
        params={**PARAMS, "default": None, "null": True},
        schema=None,
    )
    manager.add_column(
        table_class_name="Pattern",
        tablename="pattern",
        column_name="retired_reason",
        db_column_name="retired_reason",
        column_class_name="Text",
        column_class=Text,
        params={**PARAMS, "default": "", "null": False},
        schema=None,
    )
    return manager
