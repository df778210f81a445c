from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Integer
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-25T01:56:11:000000"
VERSION = "1.38.0"
DESCRIPTION = "How many deeds left a pattern because they were judged otherwise"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="learning", description=DESCRIPTION)
    manager.add_column(
        table_class_name="Pattern",
        tablename="pattern",
        column_name="judged_otherwise",
        db_column_name="judged_otherwise",
        column_class_name="Integer",
        column_class=Integer,
        params={
            "default": 0,
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )
    return manager
