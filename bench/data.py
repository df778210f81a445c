"""Databases full of cases, made by the real migrations and filled past them; kept until they are too old."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.stories import write_partnership
from bench.stories.book import Book

ROOT = Path(__file__).resolve().parents[1]
SCRATCH = ROOT / ".cache" / "bench"
CASES_EACH = 2_500
PARTNERSHIPS = 40
MEASURED = 20
"""The partnership that is looked at lies in the middle of the others."""

QUICK_FOR_FILLING = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA cache_size = -1048576",
)


@dataclass(frozen=True)
class Scale:
    """How many partnerships of how many cases each."""

    partnerships: tuple[int, ...]
    cases_each: int

    @property
    def cases(self) -> int:
        return len(self.partnerships) * self.cases_each

    @property
    def name(self) -> str:
        return f"{len(self.partnerships)}-of-{self.cases_each}"


def everyone(cases_each: int = CASES_EACH) -> Scale:
    return Scale(tuple(range(1, PARTNERSHIPS + 1)), cases_each)


def alone(cases_each: int = CASES_EACH) -> Scale:
    return Scale((MEASURED,), cases_each)


def sqlite_of(scale: Scale) -> str:
    """The address of a filled database; made when there is none of this week and this code."""
    path = folder_of_now() / f"{scale.name}.sqlite"
    if not path.exists():
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        print(f"filling {scale.cases:,} cases", flush=True)
        migrate(f"sqlite:///{draft}")
        _fill_sqlite(draft, scale)
        draft.rename(path)
    return f"sqlite:///{path}"


def folder_of_now() -> Path:
    """Where filled databases are kept: those of another week or other code make room."""
    folder = SCRATCH / _recipe(this_week())
    for old in SCRATCH.glob("*/"):
        if old != folder:
            shutil.rmtree(old)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "tracker", "migrate"],
        cwd=ROOT,
        env={**os.environ, **settings(url)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def settings(url: str) -> dict[str, str]:
    """The environment of an application on this database, over plain http."""
    return {"DATABASE_URL": url, "DATA_DIR": str(SCRATCH), "SECURE_COOKIES": "false"}


def _fill_sqlite(path: Path, scale: Scale) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for pragma in QUICK_FOR_FILLING:
            connection.execute(pragma)
        aside = _put_aside(connection)
        book = Book(this_week())
        for number in scale.partnerships:
            write_partnership(book, number, scale.cases_each)
            for table, rows in book.hand_over().items():
                _insert(connection, table, book.columns[table], rows)
        for statement in aside:
            connection.execute(statement)
        connection.commit()
        if wrong := connection.execute("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"{len(wrong)} rows point nowhere, such as {wrong[0]}")
        connection.execute("PRAGMA journal_mode = WAL")


def _put_aside(connection: sqlite3.Connection) -> list[str]:
    """Take indexes and triggers away while rows come in; returns what makes them again."""
    kept = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in kept:
        connection.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in kept]


def _insert(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{table}" ({named}) VALUES ({places})', rows)


def this_week() -> date:
    """What happened in the stories counts back from Monday, so that a database lasts a week."""
    today = date.today()
    return today - timedelta(days=today.weekday())


def _recipe(today: date) -> str:
    """A name that changes with whatever the rows are made of."""
    told = hashlib.sha256(str(today).encode())
    for path in _ingredients():
        told.update(path.read_bytes())
    return told.hexdigest()[:12]


def _ingredients() -> Iterator[Path]:
    here = Path(__file__).parent
    yield from (here / "data.py", here / "words.py", *sorted((here / "stories").glob("*.py")))
    yield from sorted((ROOT / "tracker").glob("*/piccolo_migrations/*.py"))
