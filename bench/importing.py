"""Memory and processor time of `tracker import`, for workbooks of more and more interactions.

Every run is a process of its own on a fresh database; memory is the most it ever held, as the operating
system counted it, the interpreter and all libraries included.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import xlsxwriter

from bench import words
from bench.bars import Bar, tell
from bench.data import MEASURED, ROOT, Scale, settings, sqlite_of, this_week
from bench.stories.team import large_case_of, slug_of

ROWS = (2_500, 5_000, 10_000, 20_000)
PROMISED = 10_000
MEGABYTES = 200
INTERACTIONS_OF_A_CASE = 25
MOST_OF_A_DOUBLING = 2.5
"""What the last doubling of the rows adds, against the doubling before it; 2 is exactly linear."""


@dataclass(frozen=True)
class Run:
    """One import: megabytes at most, seconds of processor time."""

    rows: int
    megabytes: float
    seconds: float


def measure(*, quick: bool) -> bool:
    """Whether an import of 10,000 interactions stays small, and doubling the rows no more than doubles it."""
    empty = Path(sqlite_of(Scale((MEASURED,), 0)).removeprefix("sqlite:///"))
    with tempfile.TemporaryDirectory() as folder:
        runs = [_run(Path(folder), empty, rows) for rows in (ROWS[:3] if quick else ROWS)]
    for run in runs:
        print(f"  {run.rows:>6,} rows: {run.megabytes:6.0f} MB, {run.seconds:6.1f} s CPU", flush=True)
    promised = next(run for run in runs if run.rows == PROMISED)
    memory, cpu = ([getattr(run, what) for run in runs] for what in ("megabytes", "seconds"))
    return tell(
        "import of a workbook",
        [
            Bar(f"most memory at {PROMISED:,} interactions", promised.megabytes, MEGABYTES, "MB"),
            Bar("memory: last doubling against the one before", _doubling(memory), MOST_OF_A_DOUBLING),
            Bar("CPU: last doubling against the one before", _doubling(cpu), MOST_OF_A_DOUBLING),
        ],
    )


def _doubling(measured: Sequence[float]) -> float:
    before, half, full = measured[-3:]
    return (full - half) / max(half - before, 0.001)


def _run(folder: Path, empty: Path, rows: int) -> Run:
    book, database = folder / f"{rows}.xlsx", folder / f"{rows}.sqlite"
    write_workbook(book, rows)
    shutil.copy(empty, database)
    importing = subprocess.Popen(
        [sys.executable, "-m", "tracker", "import", str(book), "--partnership", slug_of(MEASURED)],
        cwd=ROOT,
        env={**os.environ, **settings(f"sqlite:///{database}")},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert importing.stdout
    said = importing.stdout.read()
    _, status, used = os.wait4(importing.pid, 0)
    importing.returncode = os.waitstatus_to_exitcode(status)
    if importing.returncode or f"{rows} nieuw" not in said:
        raise RuntimeError(f"The import of {rows} rows did not bring them all in:\n{said[:2000]}")
    return Run(rows, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


def write_workbook(path: Path, rows: int) -> None:
    """A coordination's workbook: its cases, and this many interactions with them."""
    dice, today = Random(rows), this_week()
    prefix = large_case_of(MEASURED).partition("-")[0]
    codes = [f"{prefix}-{number:04d}" for number in range(1, rows // INTERACTIONS_OF_A_CASE + 1)]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        cases = book.add_worksheet("Casussen")
        cases.write_row(0, 0, ["Casus", "Schuilnaam", "Soort", "Gemeente", "Start"])
        for place, code in enumerate(codes, start=1):
            municipality = dice.choice(words.MUNICIPALITIES)
            cases.write_row(
                place, 0, [code, f"{dice.choice(words.ALIASES)} {place}", "persoon", municipality]
            )
            cases.write_datetime(place, 4, today - timedelta(days=1_000), day)
        contacts = book.add_worksheet("Interacties")
        contacts.write_row(0, 0, ["Casus", "Datum", "Soort", "Organisatie", "Met wie", "Uren", "Nota"])
        for place in range(1, rows + 1):
            contacts.write_string(place, 0, codes[place % len(codes)])
            contacts.write_datetime(place, 1, today - timedelta(days=dice.randrange(1_000)), day)
            contacts.write_string(place, 2, dice.choice(("huisbezoek", "telefoon", "bericht", "gesprek")))
            contacts.write_string(place, 3, dice.choice(("VDAB", f"OCMW {MEASURED:02}")))
            contacts.write_string(place, 4, "klant")
            contacts.write_number(place, 5, dice.choice((0.25, 0.5, 1)))
            contacts.write_string(place, 6, f"{dice.choice(words.NOTES)} ({place})")
