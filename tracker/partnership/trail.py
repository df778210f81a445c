"""The trail: one hash chain per partnership of what was done, with the reads sealed into it in batches.

The chain itself holds no case text. What an act tells beyond verb and subject stands beside it
(`TrailDetail`) and only its hash is in the chain, so that an erasure never breaks it (T3).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import ReadEntry, TrailDetail, TrailEntry

START = "0" * 64
READS_SEALED = "reads sealed"


@dataclass(frozen=True, slots=True)
class ReadToLog:
    """A read (or a refusal) that must be stored before the answer goes out."""

    what: str
    case_id: int | None = None
    code: str = ""
    refused: bool = False


async def record(
    viewer: Viewer,
    verb: str,
    subject: str,
    subject_id: int | None,
    *,
    case: int | None = None,
    **details: object,
) -> None:
    """Add an act to the chain; called inside the act's own transaction, so both happen or neither.

    `details` are ids, codes and names of fields, never what somebody wrote about a case.
    """
    await _append(
        partnership=viewer.partnership_id,
        person=viewer.person_id or None,
        role=viewer.role,
        organisation=viewer.organisation_id,
        verb=verb,
        subject=subject,
        subject_id=subject_id,
        case=case,
        details=details,
    )


async def record_act(
    viewer: Viewer | None,
    partnership: int | None,
    verb: str,
    subject: str,
    subject_id: int | None,
    **details: object,
) -> None:
    """Add an act to the chain of the partnership it touches, done by a viewer or by the command line."""
    await _append(
        partnership=partnership,
        person=viewer.person_id if viewer else None,
        role=viewer.role if viewer else "",
        organisation=viewer.organisation_id if viewer else None,
        verb=verb,
        subject=subject,
        subject_id=subject_id,
        case=None,
        details=details,
    )


async def record_by_system(
    partnership: int | None, verb: str, subject: str, subject_id: int | None, **details: object
) -> None:
    """Add an act that nobody signed in did: set-up by command line, a batch of reads sealed."""
    await record_act(None, partnership, verb, subject, subject_id, **details)


async def log_read(viewer: Viewer, read: ReadToLog, partnership: int | None) -> None:
    """Store a read before its answer goes out; it joins the chain with the next batch."""
    await ReadEntry.insert(
        ReadEntry(
            partnership=partnership,
            happened_at=clock.now(),
            person=viewer.person_id,
            role=viewer.role,
            organisation=viewer.organisation_id,
            what=read.what,
            case=read.case_id,
            code=read.code,
            refused=read.refused,
        )
    )


async def seal_reads(partnership: int | None) -> int:
    """Seal the reads that are not in the chain yet, as one link; returns how many."""
    async with writing():
        number = await _next_number(partnership)
        rows = await _reads(partnership, sealed_in=None)
        if not rows:
            return 0
        await (
            ReadEntry.update({ReadEntry.sealed_in: number})
            .where(_in_chain(ReadEntry.partnership, partnership))
            .where(ReadEntry.id.is_in([row["id"] for row in rows]))
        )
        await record_by_system(
            partnership, READS_SEALED, "reads", rows[-1]["id"], reads=len(rows), digest=_digest_of_reads(rows)
        )
    return len(rows)


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a chain no longer holds."""

    number: int
    reason: str


async def verify(partnership: int | None) -> Broken | None:
    """Walk a partnership's chain from the start; the first link that does not hold, or None.

    A detail that was wiped does not break the chain; a detail that was changed does.
    """
    previous, expected = START, 1
    entries = (
        await TrailEntry.select()
        .where(_in_chain(TrailEntry.partnership, partnership))
        .order_by(TrailEntry.number)
    )
    details = {
        row["entry"]: row["details"]
        for row in await TrailDetail.select(TrailDetail.entry, TrailDetail.details).where(
            _in_chain(TrailDetail.entry.partnership, partnership)
        )
    }
    for entry in entries:
        number = entry["number"]
        if number != expected:
            return Broken(expected, "een schakel ontbreekt")
        if entry["previous_hash"] != previous or entry["hash"] != _hash_of(entry):
            return Broken(number, "de schakel is veranderd")
        told = details.get(entry["id"])
        if told is not None and _sha(told) != entry["detail_hash"]:
            return Broken(number, "wat erbij verteld staat, is veranderd")
        if entry["verb"] == READS_SEALED and told is not None:
            rows = await _reads(partnership, sealed_in=number)
            if json.loads(told)["digest"] != _digest_of_reads(rows):
                return Broken(number, "het leesboek is veranderd")
        previous, expected = entry["hash"], number + 1
    return None


async def head(partnership: int | None) -> tuple[int, str]:
    """Number and hash of the last link: printed or exported, it anchors the chain outside the database."""
    last = (
        await TrailEntry.select(TrailEntry.number, TrailEntry.hash)
        .where(_in_chain(TrailEntry.partnership, partnership))
        .order_by(TrailEntry.number, ascending=False)
        .first()
    )
    return (last["number"], last["hash"]) if last else (0, START)


async def _append(
    *,
    partnership: int | None,
    person: int | None,
    role: str,
    organisation: int | None,
    verb: str,
    subject: str,
    subject_id: int | None,
    case: int | None,
    details: Mapping[str, object],
) -> None:
    number = await _next_number(partnership)
    _, previous = await head(partnership)
    told = json.dumps(details, ensure_ascii=False, sort_keys=True, default=str)
    link: dict[str, Any] = {
        "number": number,
        "happened_at": clock.now(),
        "person": person,
        "role": str(role),
        "organisation": organisation,
        "verb": verb,
        "subject": subject,
        "subject_id": subject_id,
        "case": case,
        "detail_hash": _sha(told),
        "previous_hash": previous,
    }
    entry = TrailEntry(partnership=partnership, hash=_hash_of(link))
    for name, value in link.items():
        setattr(entry, name, value)
    await entry.save()
    await TrailDetail.insert(TrailDetail(entry=entry.id, details=told))


async def _next_number(partnership: int | None) -> int:
    await one_at_a_time("trail", partnership or 0)
    number, _ = await head(partnership)
    return number + 1


async def _reads(partnership: int | None, sealed_in: int | None) -> list[dict[str, Any]]:
    return (
        await ReadEntry.select()
        .where(_in_chain(ReadEntry.partnership, partnership))
        .where(ReadEntry.sealed_in.is_null() if sealed_in is None else ReadEntry.sealed_in == sealed_in)
        .order_by(ReadEntry.id)
    )


def _in_chain(column: Any, partnership: int | None) -> Any:
    return column.is_null() if partnership is None else column == partnership


def _hash_of(entry: Mapping[str, Any]) -> str:
    parts = [
        entry["previous_hash"],
        entry["number"],
        _microseconds(entry["happened_at"]),
        entry["person"],
        entry["role"],
        entry["organisation"],
        entry["verb"],
        entry["subject"],
        entry["subject_id"],
        entry["case"],
        entry["detail_hash"],
    ]
    return _sha(json.dumps(parts, ensure_ascii=False, separators=(",", ":")))


def _microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


def _digest_of_reads(rows: list[dict[str, Any]]) -> str:
    told = [
        [
            row["id"],
            _microseconds(row["happened_at"]),
            row["person"],
            row["role"],
            row["organisation"],
            row["what"],
            row["case"],
            row["code"],
            bool(row["refused"]),
        ]
        for row in rows
    ]
    return _sha(json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
