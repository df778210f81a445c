"""The sheets that higher packages lay beside those of the cases in an export, given by the application."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tracker.cases.exchange.fields import Kind
from tracker.cases.queries.as_rows import Codes, Found
from tracker.partnership.rules.roles import Viewer

Rows: TypeAlias = Sequence[Mapping[str, Any]]
"""The rows of a sheet, each by heading; all rows of a sheet have the same headings."""
Sheet: TypeAlias = Callable[[Viewer, Codes], Awaitable[Rows]]
Records: TypeAlias = Callable[[Viewer, Codes], Awaitable[Sequence[Any]]]
Completed: TypeAlias = Callable[[Sequence[Found]], Awaitable[Sequence[Found]]]


@dataclass(frozen=True, slots=True)
class SheetsBeside:
    """Sheets by title, of at most 23 signs, and what an import reads back.

    `of_cases` is asked for some hundreds of cases at a time. `of_partnership` and `kinds` are asked once, and
    only when everything goes out. The cases given are all that the viewer may see, by id with their code:
    nothing of another case may stand in a row. `completed` fills in, of a kind of the cases, what only the
    higher package knows.
    """

    of_cases: Mapping[str, Sheet] = field(default_factory=dict)
    of_partnership: Mapping[str, Sheet] = field(default_factory=dict)
    kinds: Sequence[tuple[Kind, Records]] = ()
    completed: Mapping[str, Completed] = field(default_factory=dict)
