"""SQLite for Piccolo with connections that stay open: one reader per thread, one writer per event loop.

Piccolo itself opens a connection for every query and begins deferred, which is slow and ends in
'database is locked' as soon as two transactions read before they write.
"""

import asyncio
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, cast
from weakref import WeakKeyDictionary

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType

from tracker.database.transactions import CurrentTransaction

Rows = list[dict[str, Any]]

# Write-ahead logging with synchronous=NORMAL would lose acknowledged writes at a power cut.
PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    # As much as SQLite allows: after each write of another connection the cache above starts empty again.
    "PRAGMA mmap_size = 2147418112",
)


class KeptOpenSQLite(SQLiteEngine):
    """Reads run at once on the thread that asks; writes take turns on the loop's one writer."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), check_same_thread=False, cached_statements=256)
        self.pragmas = PRAGMAS
        self.current_transaction = cast("Any", CurrentTransaction())
        self._readers = threading.local()
        self._writers: WeakKeyDictionary[asyncio.AbstractEventLoop, Writer] = WeakKeyDictionary()
        self._aside: ContextVar[bool] = ContextVar("reading_aside", default=False)

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> "Transaction":
        return Transaction(self, transaction_type, allow_nested)

    @contextmanager
    def reading_aside(self) -> Iterator[None]:
        """Within this, a select runs in a thread and a connection of its own: others need not wait."""
        token = self._aside.set(True)
        try:
            yield
        finally:
            self._aside.reset(token)

    def connect(self, *, only_reading: bool) -> sqlite3.Connection:
        if not os.path.exists(self.path):
            Path(self.path).parent.mkdir(parents=True, exist_ok=True)
            # The log beside the file takes over its mode: what is in it is nobody else's business.
            os.close(os.open(self.path, os.O_CREAT, 0o600))
        connection: sqlite3.Connection = sqlite3.connect(**self.connection_kwargs)
        for pragma in self.pragmas:
            connection.execute(pragma)
        if only_reading:
            connection.execute("PRAGMA query_only = ON")
        return connection

    def reader(self) -> sqlite3.Connection:
        """The open read connection of this thread."""
        kept = self._readers
        if getattr(kept, "path", None) != self.path:
            self._close_reader()
            kept.connection, kept.path = self.connect(only_reading=True), self.path
        return cast("sqlite3.Connection", kept.connection)

    def writer(self) -> "Writer":
        """The writer of the running event loop."""
        loop = asyncio.get_running_loop()
        writer = self._writers.get(loop)
        if writer is None or writer.path != self.path:
            for ended in [other for other in self._writers if other is loop or other.is_closed()]:
                self._writers.pop(ended).close()
            writer = self._writers[loop] = Writer(self)
        return writer

    def close(self) -> None:
        """Close what this thread and this event loop kept open."""
        self._close_reader()
        if writer := self._writers.pop(asyncio.get_running_loop(), None):
            writer.close()

    def _close_reader(self) -> None:
        if getattr(self._readers, "path", None) is not None:
            self._readers.connection.close()
            self._readers.path = None

    async def _run_in_new_connection(
        self, query: str, args: Sequence[Any] | None = None, query_type: str = "generic", table: Any = None
    ) -> Rows:
        if query.lstrip()[:6].upper() == "SELECT":
            if self._aside.get():
                return await asyncio.to_thread(self._read_aside, query, args or ())
            return _rows(self.reader(), query, args or ())
        writer = self.writer()
        async with writer.turn:
            return await writer.execute(query, args or ())

    async def _run_in_existing_connection(
        self,
        connection: Any,
        query: str,
        args: Sequence[Any] | None = None,
        query_type: str = "generic",
        table: Any = None,
    ) -> Rows:
        return await cast("Writer", connection).execute(query, args or ())

    def _read_aside(self, query: str, args: Sequence[Any]) -> Rows:
        connection = self.connect(only_reading=True)
        try:
            return _rows(connection, query, args)
        finally:
            connection.close()


class Writer:
    """The connection of one event loop that writes, with the thread it lives in.

    The thread does what it is given in order. That makes it safe to leave half-way: when a task is
    cancelled, its rollback queues behind the statement that still runs and before whoever is next.
    """

    def __init__(self, engine: KeptOpenSQLite) -> None:
        self.path = engine.path
        self.turn = asyncio.Lock()
        self._engine = engine
        self._connection: sqlite3.Connection | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite-writer")

    async def execute(self, query: str, args: Sequence[Any] = ()) -> Rows:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._execute, query, args)

    def abandon(self) -> None:
        """Undo what is open, without waiting for it."""
        self._thread.submit(self._rollback)

    def close(self) -> None:
        self._thread.submit(self._close)
        self._thread.shutdown()

    def _execute(self, query: str, args: Sequence[Any]) -> Rows:
        if self._connection is None:
            self._connection = self._engine.connect(only_reading=False)
        return _rows(self._connection, query, args)

    def _rollback(self) -> None:
        try:
            if self._connection is not None:
                self._connection.rollback()
        except sqlite3.Error:
            self._close()

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class Transaction(SQLiteTransaction):
    """A turn on the writer, given back however the work inside it ends."""

    over = False
    connection: Writer

    async def __aenter__(self) -> SQLiteTransaction:
        if self._parent is not None:
            return self._parent
        self.connection = cast("KeptOpenSQLite", self.engine).writer()
        await self.connection.turn.acquire()
        try:
            await self.begin()
        except BaseException:
            self._leave()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: Any, exception: Any, traceback: Any) -> bool:
        if self._parent is not None:
            return False
        self.engine.current_transaction.reset(self.context)
        try:
            if exception is None and not (self._committed or self._rolled_back):
                await self.commit()
        finally:
            self._leave()
        return False

    def _leave(self) -> None:
        self.over = True
        if not (self._committed or self._rolled_back):
            self.connection.abandon()
        self.connection.turn.release()


def _rows(connection: sqlite3.Connection, query: str, args: Sequence[Any]) -> Rows:
    cursor = connection.execute(query, args)
    rows = cursor.fetchall()
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in rows]
