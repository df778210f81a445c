"""Where everything is kept: SQLite by default, PostgreSQL by one setting."""

from tracker.database.connection import (
    DB,
    close_database,
    heavy_read,
    one_at_a_time,
    open_database,
    writing,
)
from tracker.database.constraints import (
    add_check,
    add_index,
    add_unique,
    drop_check,
    is_check_violation,
    is_duplicate,
)
from tracker.database.migrations import migrate, pending_migrations
from tracker.database.trouble import TROUBLE, is_away, is_full

__all__ = [
    "DB",
    "TROUBLE",
    "add_check",
    "add_index",
    "add_unique",
    "close_database",
    "drop_check",
    "heavy_read",
    "is_away",
    "is_check_violation",
    "is_duplicate",
    "is_full",
    "migrate",
    "one_at_a_time",
    "open_database",
    "pending_migrations",
    "writing",
]
