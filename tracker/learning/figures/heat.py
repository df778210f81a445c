"""A table whose cells are tinted by how many cases they hold; the number always stands in the cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.learning.queries.dashboards.counting import Cell, Counted, Key
from tracker.learning.rules.small_counts import CaseCount, may_total

HIDDEN_TINT = 2
"""One tint for every hidden number, so that the tint does not tell it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its name, how it is marked, its cells in the order of the columns, its total."""

    key: Key
    name: str
    mark: str
    cells: tuple[Cell, ...]
    total: Cell

    @property
    def may_total(self) -> bool:
        """Whether the total may stand beside the cells without giving away a hidden one."""
        return may_total(cell.count for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Heat:
    """Rows and columns by name; the keys are what an address carries."""

    columns: Mapping[Key, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ValueAndWaste:
    """The kinds of value and of waste, and each of both as a whole, over the same columns."""

    kinds: Heat
    verdicts: Heat

    def kinds_of(self, verdict: str) -> list[Row]:
        return [row for row in self.kinds.rows if row.mark == verdict]

    def whole(self, verdict: str) -> Row | None:
        """All kinds together, unless that would give away a hidden number of one of them."""
        if not all(row.may_total for row in self.kinds_of(verdict)):
            return None
        return next((row for row in self.verdicts.rows if row.key == verdict), None)


def heat_of(
    found: Counted,
    columns: Mapping[Key, str],
    name: Callable[[Key], str],
    mark: Callable[[Key], str] = lambda _: "",
    rows: list[Key] | None = None,
) -> Heat:
    """The counted rows over these columns."""
    return Heat(
        columns,
        tuple(
            Row(
                key=key,
                name=name(key),
                mark=mark(key),
                cells=tuple(found.at(key, column) for column in columns),
                total=found.at(key),
            )
            for key in (found.rows if rows is None else rows)
        ),
    )


def tint(count: CaseCount) -> str:
    """n0 for none to n4 for five and more: more is darker, not worse."""
    if not count.known:
        return f"n{HIDDEN_TINT}"
    return f"n{next(i for i, most in enumerate((0, 1, 2, 4, count.cases)) if count.cases <= most)}"
