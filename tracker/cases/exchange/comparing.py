"""What is new in a file, against what came in before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.cases.exchange.cleaning.codes import code_key
from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.exchange.corrections import Place
from tracker.cases.exchange.identity import Ordinals, content_of, digest
from tracker.cases.exchange.kinds.cases import CASES, CaseRow
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS
from tracker.cases.exchange.kinds.interactions import INTERACTIONS
from tracker.cases.exchange.kinds.purposes import PURPOSES
from tracker.cases.exchange.kinds.scores import SCORES
from tracker.cases.exchange.reading import Reading, ReadRow
from tracker.cases.exchange.register import HeldCase
from tracker.cases.rules.kinds import ContactOutcome, Validated


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case of the partnership, whoever may see it; `in_reach` tells whether the one who imports may."""

    id: int
    code: str
    source_code: str
    alias: str
    started_on: date
    in_reach: bool
    demands: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that came in before, and the record it became."""

    identity: str
    key: str
    written: str
    subject_id: int


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a file is held against."""

    cases: Sequence[KnownCase] = ()
    rows: Sequence[KnownRow] = ()


class Status(StrEnum):
    """What there is to do with a row."""

    NEW = "nieuw"
    KNOWN = "al ingelezen"
    CHANGED = "gewijzigd"
    WAITING = "wacht"
    LEFT_OUT = "blijft weg"
    OUT_OF_REACH = "afgeschermd"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row and what there is to do with it; `subject_id` is the record it became or would change."""

    row: ReadRow
    status: Status
    subject_id: int | None = None

    @property
    def place(self) -> Place:
        return (self.row.sheet, self.row.row)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of a file held against what is known; `case_ids` per number in the file the case it is."""

    rows: tuple[ComparedRow, ...]
    case_ids: Mapping[str, int]

    def of(self, kind: str, status: Status) -> list[ComparedRow]:
        return [one for one in self.rows if one.row.kind == kind and one.status is status]

    def count(self, kind: str, status: Status) -> int:
        return len(self.of(kind, status))

    def all(self, status: Status) -> list[ComparedRow]:
        return [one for one in self.rows if one.status is status]

    def case_of(self, one: ComparedRow) -> int | None:
        """The case here that a row is or belongs to, or None for one that is new itself."""
        if one.row.kind == CASES.name:
            return one.subject_id
        return self.case_ids.get(getattr(one.row.record, "case", ""))


def held_cases(cases: Iterable[KnownCase]) -> list[HeldCase]:
    """The cases as a reading wants to know them: by their number in the partnership's own lists."""
    named = [(case, _own_number(case)) for case in cases]
    times: dict[str, int] = defaultdict(int)
    for _, number in named:
        times[code_key(number)] += 1
    return [
        HeldCase(number, case.alias, also=(case.code,), demands=case.demands)
        if times[code_key(number)] == 1
        else HeldCase(case.code, case.alias, also=(number,), demands=case.demands)
        for case, number in named
    ]


def compare(reading: Reading, known: Known) -> Comparison:
    """Tell of every row whether it is new, came in before, or changed since."""
    before = _Before(known.rows)
    held = {number.code: case.id for number, case in zip(held_cases(known.cases), known.cases, strict=True)}
    out_of_reach = {case.id for case in known.cases if not case.in_reach}
    found = before.settle(_first_look(row, before, known.cases) for row in reading.rows)
    case_ids = held | {
        one.row.record.code: one.subject_id
        for one in found
        if one.row.kind == CASES.name and one.row.record is not None and one.subject_id is not None
    }
    compared = Comparison(tuple(found), case_ids)
    rows = [
        ComparedRow(one.row, Status.OUT_OF_REACH, one.subject_id)
        if one.status in (Status.NEW, Status.CHANGED) and compared.case_of(one) in out_of_reach
        else one
        for one in found
    ]
    return Comparison(tuple(rows), case_ids)


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A record as it stands in the tracker now, as a row; its case is named by the id."""

    case_id: int
    kind: str
    subject_id: int
    record: Any


def recognise(comparison: Comparison, held: Iterable[HeldRecord]) -> Comparison:
    """Rows that say what already stands here, however it came to stand here, are known.

    A row that changed must say it in full; a new one is known by what it tells, whoever wrote it down.
    """
    held = list(held)
    in_full, what_is_told = _Recognised(held, in_full=True), _Recognised(held, in_full=False)
    rows = []
    for one in comparison.rows:
        case = comparison.case_of(one)
        if case is not None and one.row.record is not None:
            found = {
                Status.CHANGED: in_full.find(one.row.kind, one.row.record, case),
                Status.NEW: what_is_told.find(one.row.kind, one.row.record, case),
            }
            if subject := found.get(one.status):
                one = ComparedRow(one.row, Status.KNOWN, subject)
        rows.append(one)
    return replace(comparison, rows=tuple(rows))


@dataclass(frozen=True, slots=True)
class HeldBeside:
    """A record of a higher package as it stands now; `told` names the attributes that make a row the same."""

    kind: str
    subject_id: int
    record: Any
    told: tuple[str, ...]


def recognise_beside(comparison: Comparison, held: Iterable[HeldBeside]) -> Comparison:
    """Rows beside the cases that say what already stands here are known."""
    held = list(held)
    told = {one.kind: one.told for one in held}
    subjects = {(one.kind, content_of(one.record, one.told)): one.subject_id for one in held}
    rows = []
    for one in comparison.rows:
        if one.status in (Status.NEW, Status.CHANGED) and one.row.kind in told:
            content = content_of(one.row.record, told[one.row.kind])
            subject = subjects.get((one.row.kind, content))
            one = one if subject is None else ComparedRow(one.row, Status.KNOWN, subject)
        rows.append(one)
    return replace(comparison, rows=tuple(rows))


# What a workbook and the tracker do not both hold cannot tell records apart.
_NOT_COMPARED: Mapping[str, Mapping[str, Any]] = {
    CASES.name: {"personas": (), "fits_no_persona": False, "former_code": ""},
    FAILURE_DEMANDS.name: {"pattern": "", "about": False},
    INTERACTIONS.name: {"outcome": ContactOutcome.CONTACT},
}
_BESIDE_WHAT_IS_TOLD: Mapping[str, Mapping[str, Any]] = {
    PURPOSES.name: {"author": ""},
    SCORES.name: {"author": "", "validated": None},
}


class _Recognised:
    """Finds held records by what they say on a case; among equals each is found once, in order."""

    def __init__(self, held: Iterable[HeldRecord], *, in_full: bool) -> None:
        self._beside = {} if in_full else _BESIDE_WHAT_IS_TOLD
        self._ordinals = Ordinals()
        self._held = {self._name(one.kind, one.record, one.case_id): one.subject_id for one in held}
        self._ordinals = Ordinals()

    def find(self, kind: str, record: Any, case: int) -> int | None:
        return self._held.get(self._name(kind, record, case))

    def _name(self, kind: str, record: Any, case: int) -> str:
        case_field = "code" if kind == CASES.name else "case"
        told = {case_field: str(case), **_NOT_COMPARED.get(kind, {}), **self._beside.get(kind, {})}
        # 'Nog niet' is what holds while nobody says otherwise.
        if getattr(record, "validated", None) is Validated.NO:
            told["validated"] = None
        content = content_of(replace(record, **told))
        return digest(kind, content, self._ordinals.next(kind, content))


def _first_look(row: ReadRow, before: "_Before", cases: Sequence[KnownCase]) -> ComparedRow:
    subject = before.ids.get(row.identity) if row.identity else None
    if subject is None:
        subject = before.ids.get(row.written)
    if subject is not None:
        return ComparedRow(row, Status.KNOWN, subject)
    if not row.keepable:
        return ComparedRow(row, Status.WAITING if row.valid else Status.LEFT_OUT)
    if row.kind == CASES.name and (case := _same_case(row.record, cases)):
        return ComparedRow(row, Status.CHANGED, case.id)
    return ComparedRow(row, Status.NEW)


def _same_case(row: CaseRow, cases: Sequence[KnownCase]) -> KnownCase | None:
    """The case in the tracker that this row is about: the same number, and nothing that speaks against it."""
    number = code_key(row.code)
    for case in cases:
        same_alias = bool(row.alias) and plain(case.alias) == plain(row.alias)
        if code_key(case.code) == number and same_alias:
            return case
        if code_key(case.source_code) == number and (
            same_alias or not (row.alias and case.alias) or case.started_on == row.started_on
        ):
            return case
    return None


def _own_number(case: KnownCase) -> str:
    return case.source_code or case.code


@dataclass(slots=True)
class _Before:
    """The rows that came in before, by what they may be recognised by."""

    rows: Sequence[KnownRow]
    ids: dict[str, int] = field(default_factory=dict)
    by_key: dict[str, dict[int, None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            self.ids[row.identity] = row.subject_id
            if row.written:
                self.ids.setdefault(row.written, row.subject_id)
            if row.key:
                self.by_key.setdefault(row.key, {})[row.subject_id] = None

    def settle(self, rows: Iterable[ComparedRow]) -> list[ComparedRow]:
        """Where a row is new but one with its key is gone from the file, it is that one, changed."""
        found = list(rows)
        still_there = {
            (one.row.kind, one.subject_id) for one in found if one.status in (Status.KNOWN, Status.CHANGED)
        }
        settled = []
        for one in found:
            if one.status is Status.NEW and one.row.key:
                gone = (
                    subject
                    for subject in self.by_key.get(one.row.key, ())
                    if (one.row.kind, subject) not in still_there
                )
                subject = next(gone, None)
                # A number that was given to somebody else is another case.
                if subject is not None and one.row.kind != CASES.name:
                    still_there.add((one.row.kind, subject))
                    one = ComparedRow(one.row, Status.CHANGED, subject)
            settled.append(one)
        return settled
