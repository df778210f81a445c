"""What a look at files found, as plain data for the command line."""

from dataclasses import asdict
from typing import Any

from tracker.cases.exchange.reading import Reading


def as_report(reading: Reading) -> dict[str, Any]:
    """Counts per kind, the reported rows, and how every sheet was read; ready for JSON."""
    return {
        "files": list(dict.fromkeys(sheet.file for sheet in reading.sheets)),
        "kinds": {
            kind.name: asdict(reading.count(kind.name))
            for kind in reading.kinds
            if any(plan.kind == kind.name for plan in reading.plans)
        },
        "rows": [
            {
                "sheet": message.sheet,
                "row": message.row,
                "level": message.level.value,
                "code": message.code,
                "message": message.reason,
            }
            for message in reading.messages
        ],
        "sheets": [
            {
                "sheet": plan.sheet,
                "kind": plan.kind,
                "header_row": plan.header_row,
                "confidence": plan.confidence,
                "columns": {column.heading: column.field for column in plan.columns if column.field},
            }
            for plan in reading.plans
        ],
        "notes": [asdict(note) for note in reading.notes],
        "organisations": {name: list(spellings) for name, spellings in reading.variants.items()},
    }
