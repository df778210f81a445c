"""What a partnership holds already, for holding a file against it (C18)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.exchange.comparing import (
    Comparison,
    HeldBeside,
    HeldRecord,
    Known,
    KnownCase,
    KnownRow,
    Status,
    compare,
    recognise,
    recognise_beside,
)
from tracker.cases.exchange.kinds.assessments import ASSESSMENTS
from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.reading import Reading
from tracker.cases.queries.as_rows import READERS, rows_of
from tracker.cases.queries.seen import visible_to
from tracker.cases.tables import CaseFile, ImportedRow, ValueDemand
from tracker.database import heavy_read
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.roles import Viewer

_AT_ONCE = 500
"""Cases whose records are read together."""


async def known_to(viewer: Viewer) -> Known:
    """The cases of the partnership with their value demands, and every row that came in before.

    Cases out of the viewer's reach are among them, so that a file cannot add a second one unseen.
    """
    return Known(cases=await known_cases(viewer), rows=await _known_rows(viewer))


async def compared(
    viewer: Viewer, reading: Reading, known: Known, standing: Sequence[HeldBeside] = ()
) -> Comparison:
    """The rows of a file held against what came in before, and against what stands on the same cases now.

    `standing` is what higher packages hold already of their own kinds.
    """
    comparison = recognise_beside(compare(reading, known), standing)
    asked = {
        case
        for one in comparison.rows
        if one.status in (Status.NEW, Status.CHANGED) and (case := comparison.case_of(one)) is not None
    }
    return recognise(comparison, await _standing_on(sorted(asked))) if asked else comparison


async def _standing_on(cases: list[int]) -> list[HeldRecord]:
    held = []
    for start in range(0, len(cases), _AT_ONCE):
        codes = {case: str(case) for case in cases[start : start + _AT_ONCE]}
        for kind in READERS:
            for subject, record in await rows_of(kind, codes):
                case = subject if kind == CASES.name else int(record.case)
                held.append(HeldRecord(case, kind, subject, record))
    return held


async def known_cases(viewer: Viewer) -> list[KnownCase]:
    """Every case of the partnership; of those out of reach, nothing but what names them."""
    in_reach = {row["id"] for row in await CaseFile.select(CaseFile.id).where(visible_to(viewer))}
    demands: dict[int, dict[int, str]] = defaultdict(dict)
    of_partnership = CaseFile.partnership == viewer.partnership_id
    for row in await heavy_read(
        ValueDemand.select(ValueDemand.case, ValueDemand.place, ValueDemand.words)
        .where(ValueDemand.case.partnership == viewer.partnership_id)
        .order_by(ValueDemand.id)
    ):
        demands[row["case"]].setdefault(row["place"] + 1, row["words"])
    rows = await (
        CaseFile.select(CaseFile.id, CaseFile.code, CaseFile.source_code, CaseFile.alias, CaseFile.started_on)
        .where(of_partnership)
        .order_by(CaseFile.id)
    )
    return [
        KnownCase(
            **row, in_reach=row["id"] in in_reach, demands=demands[row["id"]] if row["id"] in in_reach else {}
        )
        for row in rows
    ]


async def missing_value_steps(viewer: Viewer, reading: Reading) -> list[str]:
    """The value steps that the assessments in a file name and the partnership does not know yet."""
    known = {plain(step.name) for step in await value_steps(viewer)}
    named = (row.record.value_step for row in reading.of(ASSESSMENTS.name) if row.keepable)
    return list(missing_steps(named, known).values())


def missing_steps(names: Iterable[str], known: set[str]) -> dict[str, str]:
    """Per name not known, in its compared form, how it was first written."""
    missing: dict[str, str] = {}
    for name in names:
        if plain(name) and plain(name) not in known:
            missing.setdefault(plain(name), name)
    return missing


async def _known_rows(viewer: Viewer) -> list[KnownRow]:
    rows = await heavy_read(
        ImportedRow.select(
            ImportedRow.identity, ImportedRow.natural_key, ImportedRow.written, ImportedRow.subject_id
        )
        .where(ImportedRow.partnership == viewer.partnership_id)
        .order_by(ImportedRow.id)
    )
    return [KnownRow(row["identity"], row["natural_key"], row["written"], row["subject_id"]) for row in rows]
