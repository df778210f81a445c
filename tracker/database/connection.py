"""The database of this installation, and the few ways to use it."""

import os
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar

from piccolo.querystring import QueryString

from tracker.database.postgres import PooledPostgres
from tracker.database.sqlite import KeptOpenSQLite
from tracker.settings import SETTINGS, Settings

REPLICA = "replica"

Answer = TypeVar("Answer", covariant=True)


class Question(Protocol[Answer]):
    """A Piccolo query, not yet run."""

    def run(self, node: str | None = None) -> Awaitable[Answer]: ...


def _engine(settings: Settings) -> KeptOpenSQLite | PooledPostgres:
    if settings.sqlite_path is not None:
        return KeptOpenSQLite(settings.sqlite_path)
    replica = {REPLICA: PooledPostgres(settings.replica_url)} if settings.replica_url else {}
    return PooledPostgres(settings.database_url, extra_nodes=replica)


DB = _engine(SETTINGS)

# Piccolo looks here for the engine and for the packages that have tables.
os.environ.setdefault("PICCOLO_CONF", "tracker.piccolo_conf")


async def open_database() -> None:
    """Connect, so that a wrong setting shows at the start and not at the first visitor. Safe to repeat."""
    if isinstance(DB, PooledPostgres):
        await DB.open()
    else:
        DB.reader()


async def close_database() -> None:
    """Let go of the connections of the running event loop."""
    if isinstance(DB, PooledPostgres):
        await DB.close()
    else:
        DB.close()


@asynccontextmanager
async def writing() -> AsyncIterator[None]:
    """All or nothing: every change in here is kept, or none when an error leaves it.

    On SQLite nobody else writes meanwhile. On PostgreSQL others may: what follows from what was read
    needs `one_at_a_time`, a unique index, or an update that repeats in its `where` what was read.
    Inside another `writing` it is a part that can fail alone: an error undoes this part, and the outer
    one may go on if it catches the error.
    """
    outer = DB.current_transaction.get()
    if outer is None:
        async with DB.transaction():
            yield
        return
    part = await outer.savepoint()
    try:
        yield
    except BaseException:
        await part.rollback_to()
        raise
    await part.release()


async def one_at_a_time(what: str, number: int) -> None:
    """Inside `writing`: wait for whoever does the same, until their transaction ends.

    For what must follow on what is there, such as the next number of a partnership. SQLite has one
    writer anyway.
    """
    if isinstance(DB, PooledPostgres):
        await DB.run_querystring(QueryString("SELECT pg_advisory_xact_lock(hashtext({}), {})", what, number))


async def heavy_read(query: Question[Answer]) -> Answer:
    """Run a select of more than some 20 ms without holding up others.

    On SQLite it runs in a thread of its own, on PostgreSQL on the read replica if there is one. Inside
    `writing` it runs like any other query, so that it sees what was written.
    """
    if DB.transaction_exists():
        return await query.run()
    if isinstance(DB, PooledPostgres):
        return await query.run(node=REPLICA if DB.extra_nodes else None)
    with DB.reading_aside():
        return await query.run()
