from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="cases",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(
        [
            f"tracker.cases.tables.{name}"
            for name in (
                "case_files",
                "measures",
                "failure_demands",
                "interactions",
                "assessments",
                "reviews",
                "records",
            )
        ],
        exclude_imported=True,
    ),
)
