"""Rows of many tables before they go into a database, and the dice that fill them."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any


@dataclass
class Book:
    """The rows of each table; their numbers go on from one partnership to the next."""

    today: date
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    known: dict[str, int] = field(default_factory=dict)

    def add(self, table: str, /, **values: Any) -> int:
        """Add a row and return its number."""
        self.numbers[table] += 1
        return self.add_as(self.numbers[table], table, **values)

    def add_as(self, number: int, table: str, /, **values: Any) -> int:
        self.columns.setdefault(table, ("id", *values))
        self.rows.setdefault(table, []).append((number, *values.values()))
        return number

    def hand_over(self) -> dict[str, list[tuple[Any, ...]]]:
        """The rows so far, which are then forgotten."""
        rows, self.rows = self.rows, {}
        return rows


def one_of(dice: Random, choices: tuple[Any, ...]) -> Any:
    return choices[int(dice.random() * len(choices))]


def days_between(dice: Random, start: date, until: date, count: int) -> Iterator[date]:
    span = (until - start).days + 1
    return (start + timedelta(days=int(dice.random() * span)) for _ in range(count))


def new_key(dice: Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))


@cache
def morning_of(day: date) -> datetime:
    return datetime.combine(day, time(8), UTC)
