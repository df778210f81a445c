"""One page of a long list, 50 rows at a time."""

from dataclasses import dataclass
from typing import Generic, TypeVar

SIZE = 50

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """The rows of one page, from 1, and how many there are in all."""

    rows: tuple[T, ...]
    total: int
    page: int = 1

    @property
    def first(self) -> int:
        return (self.page - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))
