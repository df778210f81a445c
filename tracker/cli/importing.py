"""`import`: bring a partnership's own workbook in, or look at what it holds."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracker import clock
from tracker.app import WORKBOOK
from tracker.cases.actions.importing import Choices, bring_in
from tracker.cases.actions.importing.beside import kinds_with, labels_with, standing_with
from tracker.cases.exchange.comparing import Comparison, Status, held_cases
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.opening.files import open_files
from tracker.cases.exchange.reading import Reading, read_sheets
from tracker.cases.exchange.report import as_report
from tracker.cases.exchange.sheets import UnreadableFile
from tracker.cases.queries.importing import compared, known_to, missing_value_steps
from tracker.cli.opening import opened
from tracker.partnership.queries.viewers import coordination_of
from tracker.problems import NotFound, RuleBroken


def add_to(commands: Any) -> None:
    brought = commands.add_parser("import", help="lees een werkmap (Excel, csv) van een partnerschap in")
    brought.add_argument("file", nargs="+", type=Path, metavar="BESTAND", help="xlsx of csv; mag meermaals")
    brought.add_argument("--partnership", required=True, metavar="SLUG")
    brought.add_argument("--check", action="store_true", help="toon wat er zou gebeuren, bewaar niets")
    brought.add_argument("--json", action="store_true", help="als JSON")
    brought.set_defaults(run=_import)


async def _import(asked: argparse.Namespace) -> int:
    async with opened():
        viewer = await coordination_of(asked.partnership)
        if viewer is None:
            raise NotFound(f"Er is geen partnerschap met het adres {asked.partnership}.")
        known = await known_to(viewer)
        try:
            sheets = open_files([(path.name, _content(path)) for path in asked.file])
        except UnreadableFile as unreadable:
            raise RuleBroken(unreadable.reason) from unreadable
        reading = read_sheets(sheets, clock.today(), kinds=kinds_with(WORKBOOK), held=held_cases(known.cases))
        comparison = await compared(viewer, reading, known, await standing_with(viewer, WORKBOOK))
        steps = await missing_value_steps(viewer, reading)
        proposed: Mapping[str, int] = {}
        if not asked.check:
            brought = await bring_in(viewer, reading, Choices(add_value_steps=True), beside=WORKBOOK)
            proposed = brought.beside
    _tell(asked, reading, comparison, steps, proposed)
    return 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleBroken(f"{path} kan niet gelezen worden ({error.strerror}).") from error


def _tell(
    asked: argparse.Namespace,
    reading: Reading,
    comparison: Comparison,
    steps: list[str],
    proposed: Mapping[str, int],
) -> None:
    report = as_report(reading)
    for kind, counts in report["kinds"].items():
        for name, status in (("new", Status.NEW), ("known", Status.KNOWN), ("changed", Status.CHANGED)):
            counts[name] = comparison.count(kind, status)
    report["value_steps_added"] = [] if asked.check else steps
    report["proposed"] = dict(proposed)
    report["written"] = not asked.check
    if asked.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return
    _tell_in_words(reading, report, proposed)
    if steps:
        print(f"Waardestappen {'ontbreken' if asked.check else 'toegevoegd'}: {', '.join(steps)}")
    print("Niets bewaard." if asked.check else "Bewaard.")


def _tell_in_words(reading: Reading, report: dict[str, Any], proposed: Mapping[str, int]) -> None:
    for kind in reading.kinds:
        if counts := report["kinds"].get(kind.name):
            said = f"{counts['rows']} gelezen, {counts['new']} nieuw, {counts['known']} al ingelezen"
            said += f", {counts['changed']} gewijzigd (gelaten)" if counts["changed"] else ""
            print(f"{kind.label}: {said}, {counts['invalid']} met een fout")
    for name, count in proposed.items():
        print(f"{labels_with(WORKBOOK)[name]}: {count}")
    for message in reading.messages:
        if message.level is not Level.INFO:
            print(f"{message.sheet}, rij {message.row}: {message.reason}")
    for note in reading.notes:
        print(f"{note.sheet}: {note.reason}")
