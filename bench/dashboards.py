"""Each dashboard against hand-written SQL for what it tells, one partnership among 39 others against alone,
and how long the case list takes while somebody keeps asking for dashboards. On SQLite.

The page is measured without its template and without the door, so that what is left is asking and computing;
the hand asks its questions one after another on a connection that stays open.
"""

import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from statistics import median, quantiles

import httpx

from bench.bars import Bar, tell
from bench.by_hand.dashboards import PAGES as BY_NAME
from bench.data import MEASURED, alone, everyone, sqlite_of
from bench.pages import LIST, Cost, Patience, Side, _ratio, _take_turns
from bench.serving import BY_HAND, FLOOR, NO_TEMPLATE, WITH_REFERENCE, serving
from bench.stories.team import coordinator_of, slug_of

DASHBOARDS = f"/p/{slug_of(MEASURED)}/patronen"
MOST_OF_BY_HAND = 2.0
MOST_OF_ALONE = 1.2
MOST_MEANWHILE = 2.0


def measure(*, quick: bool) -> bool:
    """Whether every dashboard keeps to its bars."""
    each, patience = (250, Patience(6, 2)) if quick else (2_500, Patience(12, 3))
    size = everyone(each)
    met = []
    with ExitStack() as stack:
        lone, amid = (
            stack.enter_context(serving(address, WITH_REFERENCE))
            for address in (sqlite_of(alone(each)), sqlite_of(size))
        )
        member = coordinator_of(MEASURED)
        alone_client, client = lone.signed_in(member), amid.signed_in(member)
        for name in BY_NAME:
            path = DASHBOARDS + name
            print(f"\n{path}, {size.cases:,} cases in {len(size.partnerships)} partnerships, SQLite")
            side = Side(client, path, lambda: 0.0)
            met.append(_against_by_hand(side, patience))
            met.append(_against_alone(side, replace(side, client=alone_client), patience))
        met.append(_meanwhile(client, amid.signed_in(member), 10 if quick else 40))
    return all(met)


def _against_by_hand(side: Side, patience: Patience) -> bool:
    sides = {
        "page": replace(side, path=NO_TEMPLATE + side.path),
        "by hand": replace(side, path=BY_HAND + side.path),
        "door": replace(side, path=FLOOR + side.path),
    }
    costs = _take_turns(sides, patience)
    page, by_hand, door = (median(cost.cpu for cost in costs[name]) for name in sides)
    print(f"  CPU per request: page {page:.1f} ms, by hand {by_hand:.1f} ms, door {door:.1f} ms")
    ratio = (page - door) / (by_hand - door)
    return tell("against hand-written SQL", [Bar("CPU", ratio, MOST_OF_BY_HAND)])


def _against_alone(among: Side, by_itself: Side, patience: Patience) -> bool:
    costs: dict[str, list[Cost]] = _take_turns({"among": among, "alone": by_itself}, patience)
    ratio = _ratio(costs["among"], costs["alone"], "cpu")
    return tell("among all others against alone", [Bar("CPU", ratio, MOST_OF_ALONE)])


def _meanwhile(client: httpx.Client, other: httpx.Client, times: int) -> bool:
    """The case list, with and without somebody else asking for one dashboard after another."""
    quiet, busy = [], []
    for _ in range(4):
        quiet += _waits(client, times)
        stop = threading.Event()
        asking = threading.Thread(target=_ask_on, args=(other, stop))
        asking.start()
        busy += _waits(client, times)
        stop.set()
        asking.join()
    without, during = (quantiles(waits, n=20)[-1] * 1000 for waits in (quiet, busy))
    print(f"  case list, p95: {without:.1f} ms in quiet, {during:.1f} ms while dashboards are asked")
    return tell("the case list meanwhile", [Bar("p95", during / without, MOST_MEANWHILE)])


def _waits(client: httpx.Client, times: int) -> list[float]:
    waits = []
    for _ in range(times):
        started = time.perf_counter()
        client.get(LIST).raise_for_status()
        waits.append(time.perf_counter() - started)
    return waits


def _ask_on(client: httpx.Client, stop: threading.Event) -> None:
    while not stop.is_set():
        for name in BY_NAME:
            client.get(DASHBOARDS + name).raise_for_status()
