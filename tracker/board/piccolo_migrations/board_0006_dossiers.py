from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Text, Timestamptz
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-25T01:24:40:000000"
VERSION = "1.38.0"
DESCRIPTION = "A dossier as it was sent, and what changed on the agenda since"

PLAIN = {
    "primary_key": False,
    "unique": False,
    "index": False,
    "index_method": IndexMethod.btree,
    "choices": None,
    "db_column_name": None,
    "secret": False,
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="board", description=DESCRIPTION)
    manager.add_column(
        table_class_name="Meeting",
        tablename="meeting",
        column_name="dossier",
        db_column_name="dossier",
        column_class_name="Text",
        column_class=Text,
        params={**PLAIN, "default": "", "null": False},
        schema=None,
    )
    manager.add_column(
        table_class_name="AgendaItem",
        tablename="agenda_item",
        column_name="changed_at",
        db_column_name="changed_at",
        column_class_name="Timestamptz",
        column_class=Timestamptz,
        params={**PLAIN, "default": None, "null": True},
        schema=None,
    )
    return manager
