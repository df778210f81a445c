"""What Piccolo needs to know: the database, and the packages that have tables, lowest first."""

from piccolo.conf.apps import AppRegistry

from tracker.database import DB

__all__ = ["APP_REGISTRY", "DB"]

APP_REGISTRY = AppRegistry(
    apps=[
        "tracker.jobs.piccolo_app",
        "tracker.partnership.piccolo_app",
        "tracker.cases.piccolo_app",
        "tracker.learning.piccolo_app",
        "tracker.board.piccolo_app",
    ]
)
