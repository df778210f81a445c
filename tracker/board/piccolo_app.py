from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="board",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(
        [f"tracker.board.tables.{name}" for name in ("proposals", "issues", "meetings")],
        exclude_imported=True,
    ),
)
