"""The command line: run it, set it up, bring cases in, and examine it."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from tracker.cli import examining, importing, serving, setting_up, telling
from tracker.problems import NotFound, RuleBroken

ROOMS = (serving, setting_up, importing, telling, examining)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; what goes wrong is said in plain words and ends with exit code 1."""
    parser = argparse.ArgumentParser(
        prog="tracker", description="Leerspoor: volg samen of je doet wat nodig is, niet meer en niet minder."
    )
    commands = parser.add_subparsers(title="opdrachten", dest="command", required=True, metavar="OPDRACHT")
    for room in ROOMS:
        room.add_to(commands)
    asked = parser.parse_args(arguments)
    try:
        outcome = asked.run(asked)
        sys.exit(asyncio.run(outcome) if asyncio.iscoroutine(outcome) else outcome)
    except RuleBroken as broken:
        sys.exit(f"Niet gedaan. {broken.reason}")
    except NotFound as missing:
        sys.exit(f"Niet gevonden. {missing}".rstrip())
