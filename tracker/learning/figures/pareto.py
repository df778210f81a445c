"""Failure demands by type, those that come most first."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.learning.queries.dashboards.counting import Cell, Counted, Key
from tracker.learning.queries.dashboards.names import Named
from tracker.learning.rules.small_counts import may_total

UNGROUPED = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A type with how often it came, one sentence of somebody, and all that came before it as well."""

    row: Key
    name: str
    once: bool
    saying: str
    cell: Cell
    running_total: int

    @property
    def grouped(self) -> bool:
        return self.row != UNGROUPED


@dataclass(frozen=True, slots=True)
class Pareto:
    """Every type, the ones that come back first, then the one-offs, then words without a type."""

    rows: tuple[Row, ...]
    whole: Cell
    may_total: bool

    @property
    def longest(self) -> int:
        return max((row.cell.told or 0 for row in self.rows), default=0)

    def chosen(self, row: int | None) -> Row | None:
        """The type asked for, or the one that comes most."""
        asked = next((each for each in self.rows if each.row == row), None)
        return asked or next((each for each in self.rows if each.grouped), next(iter(self.rows), None))


def pareto_of(found: Counted, names: Mapping[int, Named], sayings: Mapping[Key, str]) -> Pareto:
    """The types of what was counted, in the order in which a Pareto shows them."""

    def last(row: Key) -> tuple[bool, bool]:
        named = names.get(int(row))
        return row == UNGROUPED, bool(named and named.once)

    rows, total = [], 0
    for key in sorted(found.rows, key=last):
        named, cell = names.get(int(key)), found.at(key)
        total += cell.times
        rows.append(
            Row(
                row=key,
                name=named.name if named else "nog zonder patroon",
                once=bool(named and named.once),
                saying=sayings.get(key, ""),
                cell=cell,
                running_total=total,
            )
        )
    return Pareto(tuple(rows), found.at(), may_total(row.cell.count for row in rows))
