"""How a kind of record is described, so that sheets can be recognised and rows read.

A higher package describes its own kinds in the same way and hands them to `read_workbook` with those of the
cases.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.cases.exchange.register import Register
    from tracker.cases.exchange.rows import RowReader


class Holds(StrEnum):
    """What the cells of a column look like."""

    CODE = "casusnummers"
    LABEL = "korte teksten"
    WORD = "vaste woorden"
    DATE = "datums"
    SCORE = "cijfers van 1 tot 10"
    STAR = "cijfers van 1 tot 5"
    NUMBER = "volgnummers"
    HOURS = "duren"
    TEXT = "zinnen"
    ORGANISATIONS = "organisaties"
    DERIVED = "berekende waarden"
    """Recognised and left alone: the tracker works it out itself."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column that may be there. `also` holds other headings, parted by `|`."""

    name: str
    label: str
    holds: Holds
    also: str = ""
    required: bool = False
    unless: str = ""
    """The field that makes this one dispensable."""
    words: Mapping[str, Any] | None = None
    longest: int = 0
    """How many signs of it can be kept, or of each name in it; 0 for any number."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading this column goes by."""
        return (self.label, *(also for also in self.also.split("|") if also))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that can be read. `read` gives the record of a row, or None when there is none."""

    name: str
    label: str
    one: str
    sheets: str
    fields: tuple[Field, ...]
    read: "Callable[[RowReader], Any]"
    key: tuple[str, ...] = ()
    """The attributes of a record that stay when the rest of its row is changed."""
    same: tuple[str, ...] = ()
    """The attributes that make two rows the same; all of them when none are named."""
    same_words: str = "als"
    settle: "Callable[[Sequence[tuple[RowReader, Any]], Register], None] | None" = None
    """Looks at all rows of this kind at once, before the kinds after it are read."""

    def field(self, name: str) -> Field:
        """The field of that name."""
        return next(field for field in self.fields if field.name == name)


CASE = Field(
    "case",
    "Casus",
    Holds.CODE,
    "nr|nummer|casusnummer|casusnr|casus nr|code|casuscode|dossier|dossiernr|dossiernummer|cliëntcode"
    "|klantcode|klantnr|volgnummer|volgnr|ref|referentie|dossierref|id|case|welke casus",
    required=True,
    unless="alias",
)
ALIAS = Field(
    "alias",
    "Schuilnaam",
    Holds.LABEL,
    "alias|naam|roepnaam|pseudoniem|codenaam|fictieve naam|bijnaam|schuilnaam casus|casusnaam",
    longest=80,
)
DATE = Field(
    "date", "Datum", Holds.DATE, "dag|datum contact|wanneer|op|datum gesprek|date|d.d.|dd", required=True
)
AUTHOR = Field(
    "author",
    "Door",
    Holds.LABEL,
    "opgeschreven door|ingevuld door|wie schreef|medewerker|begeleider|samenwerker|auteur|genoteerd door"
    "|initialen|wie",
    longest=120,
)
