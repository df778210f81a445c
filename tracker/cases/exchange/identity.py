"""What makes a row the same row the next time: its content, however it was spelled."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.cases.exchange.cleaning.codes import code_key
from tracker.cases.exchange.cleaning.texts import plain

_CODES = {"case", "code"}


def content_of(record: Any, names: Sequence[str] = ()) -> str:
    """The record, or some of its attributes, as one comparable text."""
    names = names or [field.name for field in fields(record)]
    return json.dumps([_comparable(name, getattr(record, name)) for name in names], ensure_ascii=False)


def written_content(cells: Mapping[str, str]) -> str:
    """The cells of a row as they stand in the file, comparable in the same way."""
    return json.dumps(sorted((name, plain(text)) for name, text in cells.items() if text), ensure_ascii=False)


def digest(kind: str, content: str, ordinal: int = 0) -> str:
    """A stable name of at most 64 characters that gives nothing of the content away."""
    return hashlib.sha256("\x1f".join((kind, content, str(ordinal))).encode()).hexdigest()


class Ordinals:
    """Tells equal rows apart by their order."""

    def __init__(self) -> None:
        self._met: Counter[tuple[str, str]] = Counter()

    def next(self, kind: str, content: str) -> int:
        """How many equal ones came before."""
        self._met[kind, content] += 1
        return self._met[kind, content] - 1


def _comparable(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return code_key(value) if name in _CODES else plain(value.replace(".", ""))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.4f}"
    if isinstance(value, tuple):
        return sorted(str(_comparable(name, one)) for one in value)
    return value
