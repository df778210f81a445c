"""`routes` and `check`: look at the installation without changing it."""

import argparse
import json
from typing import Any

from litestar.routes import HTTPRoute

from tracker.app import create_app
from tracker.database import close_database, open_database, pending_migrations
from tracker.partnership import trail
from tracker.partnership.tables import Partnership
from tracker.settings import SETTINGS


def add_to(commands: Any) -> None:
    routes = commands.add_parser("routes", help="toon elk adres met wat het vraagt")
    routes.add_argument("--json", action="store_true", help="als JSON")
    routes.set_defaults(run=_routes)
    commands.add_parser("check", help="kijk de installatie na").set_defaults(run=_check)


def all_routes() -> list[dict[str, str]]:
    """Every address of the application: method, path, name and the need it declares."""
    return sorted(
        (
            {
                "method": method,
                "path": route.path_format,
                "name": handler.name or "",
                "need": str(handler.opt.get("need", "")),
            }
            for route in create_app().routes
            if isinstance(route, HTTPRoute)
            for handler in route.route_handlers
            for method in sorted(handler.http_methods)
            if method != "OPTIONS"
        ),
        key=lambda row: (row["path"], row["method"]),
    )


def _routes(asked: argparse.Namespace) -> int:
    rows = all_routes()
    if asked.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print(f"{row['method']:7}{row['path']:70}{row['name']:40}{row['need']}")
    return 0


async def _check(_: argparse.Namespace) -> int:
    """Settings, migrations, integrity and every hash chain; exit code 1 when something is wrong."""
    await open_database()
    wrong = 0
    try:
        print(f"databank: {'SQLite' if SETTINGS.sqlite_path else 'PostgreSQL'}")
        waiting = await pending_migrations()
        wrong += len(waiting)
        print("migraties: " + (f"{len(waiting)} te doen" if waiting else "alles gedaan"))
        if SETTINGS.sqlite_path and not waiting:
            [answer] = await Partnership.raw("PRAGMA integrity_check")
            sound = answer["integrity_check"] == "ok"
            wrong += not sound
            print(f"bestand: {'in orde' if sound else 'beschadigd'}")
        if not waiting:
            wrong += await _check_chains()
        if not SETTINGS.secure_cookies:
            print("let op: SECURE_COOKIES staat uit; gebruik dit nooit buiten je eigen toestel")
    finally:
        await close_database()
    return 1 if wrong else 0


async def _check_chains() -> int:
    broken = 0
    chains = [(None, "buiten de partnerschappen")] + [
        (row["id"], row["name"]) for row in await Partnership.select(Partnership.id, Partnership.name)
    ]
    for partnership, name in chains:
        found = await trail.verify(partnership)
        number, digest = await trail.head(partnership)
        broken += found is not None
        said = f"gebroken bij schakel {found.number}, {found.reason}" if found else "heel"
        print(f"spoor van {name}: {said} ({number} schakels, laatste {digest[:12]})")
    return broken
