"""Which transaction the running task is in."""

from contextvars import ContextVar, Token
from typing import Protocol


class Open(Protocol):
    over: bool


class CurrentTransaction:
    """Stands in for the context variable Piccolo reads, but no longer shows a transaction that is over.

    A task started inside a transaction inherits it and may outlive it; its queries must then go their own
    way instead of landing in someone else's transaction.
    """

    def __init__(self) -> None:
        self._inherited: ContextVar[Open | None] = ContextVar("current_transaction", default=None)

    def get(self) -> Open | None:
        transaction = self._inherited.get()
        return None if transaction is None or transaction.over else transaction

    def set(self, transaction: Open | None) -> Token[Open | None]:
        return self._inherited.set(transaction)

    def reset(self, token: Token[Open | None]) -> None:
        self._inherited.reset(token)
