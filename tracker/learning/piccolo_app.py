from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="learning",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(
        [
            f"tracker.learning.tables.{name}"
            for name in ("patterns", "personas", "sessions", "evidence", "initiatives")
        ],
        exclude_imported=True,
    ),
)
