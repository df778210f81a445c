"""The coordination's own workbook and its expected outcome."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from tracker.cases.exchange.corrections import Corrections
from tracker.cases.exchange.opening.files import open_files
from tracker.cases.exchange.reading import Reading, read_sheets
from tracker.cases.exchange.sheets import Sheet

DATA = Path(__file__).parent / "data"
FILE = ("casussen-meetjesland.xlsx", (DATA / "casussen-meetjesland.xlsx").read_bytes())
EXPECTED = json.loads((DATA / "expected-meetjesland.json").read_text())
TODAY = date(2026, 11, 24)

WATERVLO_START = {("Casussen", 40, "started_on"): "14/4/2025"}
BARNSTEEN_NUMBER = {("Casussen", 49, "case"): "OM-046"}


@cache
def sheets() -> tuple[Sheet, ...]:
    return open_files([FILE])


def read(**corrections) -> Reading:
    return read_sheets(sheets(), TODAY, corrections=Corrections(**corrections))


def valid(reading: Reading, kind: str) -> list:
    return [row.record for row in reading.of(kind) if row.valid]
