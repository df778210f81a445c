"""Input from outside, and what cases showed about it (L15)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.learning.queries.openable import openable
from tracker.learning.rules.kinds import Source
from tracker.learning.rules.small_counts import CaseCount, count_for
from tracker.learning.tables.evidence import ExternalInput, InputCase
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

MOST = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """What a case that the viewer sees showed about the input."""

    code: str
    alias: str
    finding: str
    pattern_id: int | None
    pattern: str
    author: str


@dataclass(frozen=True, slots=True)
class Input:
    """What came from outside; `count` says in how many cases it was looked for."""

    id: int
    source: Source
    from_whom: str
    received_on: date
    text: str
    author: str
    findings: tuple[Finding, ...]
    count: CaseCount


async def inputs(viewer: Viewer) -> list[Input]:
    """Everything that came from outside, latest first."""
    rows = await (
        _select(viewer).order_by(ExternalInput.received_on, ExternalInput.id, ascending=False).limit(MOST)
    )
    return await _with_findings(viewer, rows)


async def input_of(viewer: Viewer, input_id: int) -> Input:
    """One of them. Raises NotFound."""
    found = await _with_findings(viewer, await _select(viewer).where(ExternalInput.id == input_id))
    if not found:
        raise NotFound
    return found[0]


def _select(viewer: Viewer) -> Any:
    return ExternalInput.select(
        ExternalInput.id,
        ExternalInput.source,
        ExternalInput.from_whom,
        ExternalInput.received_on,
        ExternalInput.text,
        ExternalInput.author.name.as_alias("author_name"),
    ).where(ExternalInput.partnership == viewer.partnership_id)


async def _with_findings(viewer: Viewer, rows: list[dict[str, Any]]) -> list[Input]:
    if not rows:
        return []
    found = await (
        InputCase.select(
            InputCase.input,
            InputCase.case,
            InputCase.finding,
            InputCase.pattern,
            InputCase.pattern.name.as_alias("pattern_name"),
            InputCase.author.name.as_alias("author_name"),
        )
        .where(InputCase.input.is_in([row["id"] for row in rows]))
        .order_by(InputCase.id)
    )
    seen = await openable(viewer, [row["case"] for row in found])
    by_input: dict[int, list[dict[str, Any]]] = {}
    for row in found:
        by_input.setdefault(row["input"], []).append(row)
    return [
        Input(
            id=row["id"],
            source=Source(row["source"]),
            from_whom=row["from_whom"],
            received_on=row["received_on"],
            text=row["text"],
            author=row["author_name"] or "",
            findings=tuple(
                Finding(
                    code=seen[each["case"]].code,
                    alias=seen[each["case"]].alias,
                    finding=each["finding"],
                    pattern_id=each["pattern"],
                    pattern=each["pattern_name"] or "",
                    author=each["author_name"] or "",
                )
                for each in by_input.get(row["id"], [])
                if each["case"] in seen
            ),
            count=_count(viewer, by_input.get(row["id"], []), {k: one.code for k, one in seen.items()}),
        )
        for row in rows
    ]


def _count(viewer: Viewer, found: list[dict[str, Any]], codes: dict[int, str]) -> CaseCount:
    cases = {each["case"] for each in found}
    listed = sorted(codes[case] for case in cases if case in codes)
    return count_for(len(cases), listed, opens_cases=viewer.works_on_cases)
