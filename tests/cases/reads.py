"""Small files read whole, and what came of them."""

from datetime import date

from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.reading import Reading, read_workbook

TODAY = date(2026, 11, 24)

CASES = [["Nr", "Schuilnaam", "Start"], ["AA-1", "Wilg", "3/2/2025"], ["AA-2", "Linde", "4/2/2025"]]


def read(files, **more) -> Reading:
    files = [("map.xlsx", files)] if isinstance(files, bytes) else files
    return read_workbook(files, TODAY, **more)


def kinds_of(reading: Reading) -> dict[str, str]:
    return {plan.sheet: plan.kind for plan in reading.plans}


def records(reading: Reading, kind: str) -> list:
    return [row.record for row in reading.of(kind) if row.valid]


def codes(reading: Reading, level: Level | None = None) -> list[str]:
    return [message.code for message in reading.messages if level in (None, message.level)]
