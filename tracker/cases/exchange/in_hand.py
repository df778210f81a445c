"""An import in hand: the files, and everything the coordinator chose and filled in so far."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tracker.cases.exchange.corrections import Corrections, Place
from tracker.cases.exchange.mapping.plans import ChosenSheet


@dataclass(frozen=True, slots=True)
class InHand:
    """Everything between choosing a file and keeping it. `outcome` is what the last look found."""

    files: tuple[int, ...]
    names: tuple[str, ...]
    again: tuple[tuple[str, str], ...] = ()
    """Sheets that are read once more as something else, with the name they then go by."""
    chosen: Mapping[str, ChosenSheet] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=Corrections)
    update: frozenset[Place] = frozenset()
    """Changed rows that may change what they became before."""
    add_value_steps: bool = False
    looks: int = 0
    """How often the files were read; what was filled in on an older page is about other rows."""
    outcome: Mapping[str, Any] | None = None

    def as_json(self) -> bytes:
        return json.dumps(
            {
                "files": self.files,
                "names": self.names,
                "again": self.again,
                "chosen": {sheet: asdict(chosen) for sheet, chosen in self.chosen.items()},
                "cells": [[*place, text] for place, text in self.corrections.cells.items()],
                "confirmed": sorted(self.corrections.confirmed),
                "organisations": dict(self.corrections.organisations),
                "update": sorted(self.update),
                "add_value_steps": self.add_value_steps,
                "looks": self.looks,
                "outcome": self.outcome,
            },
            ensure_ascii=False,
        ).encode()


def from_json(content: bytes) -> InHand:
    told = json.loads(content)
    return InHand(
        files=tuple(told["files"]),
        names=tuple(told["names"]),
        again=tuple((sheet, name) for sheet, name in told["again"]),
        chosen={
            sheet: ChosenSheet(
                chosen["kind"],
                chosen["header_row"],
                {int(index): name for index, name in chosen["columns"].items()},
            )
            for sheet, chosen in told["chosen"].items()
        },
        corrections=Corrections(
            cells={(sheet, row, name): text for sheet, row, name, text in told["cells"]},
            confirmed=frozenset((sheet, row, code) for sheet, row, code in told["confirmed"]),
            organisations=told["organisations"],
        ),
        update=frozenset((sheet, row) for sheet, row in told["update"]),
        add_value_steps=told["add_value_steps"],
        looks=told["looks"],
        outcome=told["outcome"],
    )
