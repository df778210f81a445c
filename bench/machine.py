"""The machine that is measured on, which may have other work to do."""

import os
import platform
import time
from pathlib import Path

QUIET = 0.6
"""The share of its time that a machine stands still when a browser may have it."""


def told() -> str:
    """Processors and load, to read the figures by."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return f"{os.cpu_count()} processors, {_model()}, load {load} over 1, 5 and 15 minutes"


def wait_for_quiet(*, at_most: float) -> None:
    """Return in a second when others leave the processors alone, or after this many seconds anyhow."""
    until = time.monotonic() + at_most
    while time.monotonic() < until:
        idle, total = _ticks()
        time.sleep(1)
        now_idle, now_total = _ticks()
        if now_idle - idle >= QUIET * (now_total - total):
            return


def _ticks() -> tuple[int, int]:
    """Time that all processors together stood still, and all their time."""
    spent = [int(each) for each in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
    return spent[3] + spent[4], sum(spent)


def _model() -> str:
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return names[0].partition(": ")[2] if names else platform.machine()
