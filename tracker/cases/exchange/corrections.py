"""What the coordinator filled in or confirmed between two looks at the same file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Place: TypeAlias = tuple[str, int]
"""A sheet and a row."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Nothing of this changes the file; reading it again with them gives the new outcome."""

    cells: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    """Sheet, row and field: the text to read instead."""
    confirmed: frozenset[tuple[str, int, str]] = frozenset()
    """Sheet, row and code: messages that were looked at and may pass, such as a possible double."""
    organisations: Mapping[str, str] = field(default_factory=dict)
    """A spelling, and the organisation it stands for; itself keeps it apart."""
