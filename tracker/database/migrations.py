"""Bring the tables up to date. Each package keeps its own migrations; all run here, in one go.

A new one starts as `PICCOLO_CONF=tracker.piccolo_conf piccolo migrations new <package> --auto` and is then
named by what it does: `<package>_0003_<what>.py`, with a DESCRIPTION. Indexes, uniqueness and checks stand
in a migration after it (`add_raw` with `add_index`, `add_unique`, `add_check`), since within one migration
Piccolo runs `add_raw` before it makes the tables. New columns may be empty or have a constant default.
"""

from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pkgutil import iter_modules
from typing import cast

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.apps.migrations.tables import Migration
from piccolo.conf.apps import AppConfig, Finder, MigrationModule

from tracker.database.connection import one_at_a_time, writing


async def migrate() -> list[str]:
    """Run what has not run yet, all of it or none, and say which: 'package: what it did'.

    Safe to repeat, and safe when several processes start at once: the second waits and finds it done.
    """
    async with writing():
        await one_at_a_time("migrations", 0)
        await Migration.create_table(if_not_exists=True)
        return [await _run(app, module) for app, module in await _not_yet_run()]


async def pending_migrations() -> list[str]:
    """What `migrate` would run, in its order."""
    return [_title(app, module) for app, module in await _not_yet_run()]


async def _not_yet_run() -> list[tuple[AppConfig, MigrationModule]]:
    done = set()
    if await Migration.table_exists():
        rows = await Migration.select(Migration.app_name, Migration.name)
        done = {(row["app_name"], row["name"]) for row in rows}
    return [
        (app, module)
        for app in Finder().get_app_configs()
        for module in _modules(app)
        if (app.app_name, module.ID) not in done
    ]


def _modules(app: AppConfig) -> Iterator[MigrationModule]:
    """The migrations of one package, oldest first."""
    package = f"tracker.{app.app_name}.piccolo_migrations"
    names = (found.name for found in iter_modules(import_module(package).__path__))
    modules = [cast("MigrationModule", import_module(f"{package}.{name}")) for name in names]
    yield from sorted(modules, key=lambda module: module.ID)


async def _run(app: AppConfig, module: MigrationModule) -> str:
    steps = await module.forwards()
    if isinstance(steps, MigrationManager):
        with redirect_stdout(StringIO()):
            await steps.run()
    await Migration.insert(Migration(name=module.ID, app_name=app.app_name))
    return _title(app, module)


def _title(app: AppConfig, module: MigrationModule) -> str:
    return f"{app.app_name}: {module.DESCRIPTION}"
