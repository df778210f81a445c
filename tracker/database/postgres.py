"""PostgreSQL for Piccolo: a pool per event loop, and transactions that always give their connection back."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast
from weakref import WeakKeyDictionary

import asyncpg
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction

from tracker.database.transactions import CurrentTransaction


class PooledPostgres(PostgresEngine):
    def __init__(self, url: str, extra_nodes: Mapping[str, PostgresEngine] | None = None) -> None:
        self._pools: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncpg.Pool] = WeakKeyDictionary()
        super().__init__({"dsn": url}, extra_nodes=extra_nodes)
        self.current_transaction = cast("Any", CurrentTransaction())

    async def check_version(self) -> None:
        """Nothing: Piccolo would connect while the module is imported. Opening the pool is the check."""

    @property
    def pool(self) -> asyncpg.Pool | None:
        return self._pools.get(asyncio.get_running_loop())

    @pool.setter
    def pool(self, pool: asyncpg.Pool | None) -> None:
        if pool is not None:
            self._pools[asyncio.get_running_loop()] = pool

    async def open(self) -> None:
        for engine in self._nodes():
            if engine.pool is None:
                await engine.start_connection_pool(min_size=1, max_size=10)

    async def close(self) -> None:
        for engine in self._nodes():
            if pool := engine._pools.pop(asyncio.get_running_loop(), None):
                await pool.close()

    def _nodes(self) -> list["PooledPostgres"]:
        return [self, *cast("Mapping[str, PooledPostgres]", self.extra_nodes).values()]

    def transaction(self, allow_nested: bool = True) -> "Transaction":
        return Transaction(self, allow_nested)


class Transaction(PostgresTransaction):
    over = False

    async def __aenter__(self) -> PostgresTransaction:
        if self._parent is not None:
            return self._parent
        self.connection = await self.get_connection()
        self.transaction = self.connection.transaction()
        try:
            await self.begin()
        except BaseException:
            await self._leave()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: Any, exception: Any, traceback: Any) -> bool:
        if self._parent is not None:
            return False
        self.engine.current_transaction.reset(self.context)
        try:
            if self._committed or self._rolled_back:
                return False
            if exception is None:
                await self.commit()
            else:
                # A connection that was lost has nothing to undo, and must not hide the first error.
                with suppress(asyncpg.InterfaceError):
                    await self.rollback()
        finally:
            await self._leave()
        return False

    async def _leave(self) -> None:
        """Hand the connection back; the pool itself undoes what was left open on it."""
        self.over = True
        if self.engine.pool is not None:
            await self.engine.pool.release(self.connection)
        else:
            await self.connection.close()
