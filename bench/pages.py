"""The case list and the case page, each against the same page from hand-written SQL, and one partnership
alone against the same one among 39 others, on SQLite and on PostgreSQL.

The sides of a ratio take turns within each round, so what else the machine does meanwhile falls on all.
A ratio is the median over the rounds. CPU is that of the whole server process and of the processes of
PostgreSQL; wall is what a client waits.
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from statistics import median

import httpx

from bench.bars import Bar, tell
from bench.data import MEASURED, Scale, alone, everyone, sqlite_of
from bench.postgres import postgres
from bench.serving import BY_HAND, CPU, FLOOR, NO_TEMPLATE, WITH_REFERENCE, serving
from bench.stories.team import large_case_of, practitioner_of_vdab, slug_of

LIST = f"/p/{slug_of(MEASURED)}/casussen"
CASE = f"{LIST}/{large_case_of(MEASURED)}"
PAGES = {"case list": LIST, "case page": CASE}
# What a page is compared with, by what stands before its address.
SIDES = {
    "real page": "",
    "by hand": BY_HAND,
    "real, no template": NO_TEMPLATE,
    "by hand, no template": NO_TEMPLATE + BY_HAND,
    "door and read log alone": FLOOR,
}
MOST_OF_BY_HAND = 2.0
MOST_OF_ALONE = 1.2
VARIES = re.compile(r'value="[0-9a-f]{32,}"| aria-current="page"')


@dataclass(frozen=True)
class Cost:
    """Milliseconds of one request."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Side:
    """One page as one client asks it; `beside` tells what other processes have spent so far."""

    client: httpx.Client
    path: str
    beside: Callable[[], float]

    def text(self) -> str:
        answer = self.client.get(self.path)
        answer.raise_for_status()
        return answer.text

    def cost(self, times: int) -> Cost:
        """What this page costs on average, over this many times in a row."""
        used, started = self._cpu(), time.perf_counter()
        for _ in range(times):
            self.client.get(self.path).raise_for_status()
        waited = time.perf_counter() - started
        return Cost(cpu=(self._cpu() - used) / times * 1000, wall=waited / times * 1000)

    def _cpu(self) -> float:
        return float(self.client.get(CPU).text) + self.beside()


@dataclass(frozen=True)
class Patience:
    """How many rounds, and how many requests in a row within each."""

    rounds: int
    times: int


def measure(*, quick: bool) -> bool:
    """Whether every page keeps to its bars, on both databases."""
    each, patience = (250, Patience(6, 3)) if quick else (2_500, Patience(20, 10))
    on_sqlite = _measure_on("SQLite", sqlite_of, lambda: 0.0, each, patience)
    with postgres() as server:
        on_postgres = _measure_on("PostgreSQL", server.database_of, server.cpu, each, patience)
    return on_sqlite and on_postgres


def _measure_on(
    database: str,
    address_of: Callable[[Scale], str],
    beside: Callable[[], float],
    cases_each: int,
    patience: Patience,
) -> bool:
    size = everyone(cases_each)
    addresses = [address_of(alone(cases_each)), address_of(size)]
    member, met = practitioner_of_vdab(MEASURED), []
    with ExitStack() as stack:
        lone, amid = (
            stack.enter_context(serving(address, WITH_REFERENCE)).signed_in(member) for address in addresses
        )
        for name, path in PAGES.items():
            print(f"\n{name}, {size.cases:,} cases in {len(size.partnerships)} partnerships, {database}")
            among = Side(amid, path, beside)
            met.append(_against_by_hand(among, patience))
            met.append(_against_alone(among, Side(lone, path, beside), patience))
    return all(met)


def _against_by_hand(real: Side, patience: Patience) -> bool:
    sides = {told: replace(real, path=prefix + real.path) for told, prefix in SIDES.items()}
    _must_be_the_same(real, sides["by hand"])
    costs = _take_turns(sides, patience)
    print("milliseconds per request, median (least)")
    for told, side in costs.items():
        _print_row(told, side)
    return tell(
        "against the same page by hand",
        [
            Bar("CPU", _ratio(costs["real page"], costs["by hand"], "cpu"), MOST_OF_BY_HAND),
            Bar("wall", _ratio(costs["real page"], costs["by hand"], "wall"), MOST_OF_BY_HAND),
            Bar("CPU without template, door and read log", _ratio_of_data(costs), MOST_OF_BY_HAND),
        ],
    )


def _against_alone(among: Side, by_itself: Side, patience: Patience) -> bool:
    costs = _take_turns({"among": among, "alone": by_itself}, patience)
    return tell(
        "among all others against alone",
        [
            Bar("CPU", _ratio(costs["among"], costs["alone"], "cpu"), MOST_OF_ALONE),
            Bar("wall", _ratio(costs["among"], costs["alone"], "wall"), MOST_OF_ALONE),
        ],
    )


def _take_turns(sides: Mapping[str, Side], patience: Patience) -> dict[str, list[Cost]]:
    """The cost of each side per round; every round another side goes first."""
    names = list(sides)
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    for side in sides.values():
        side.cost(patience.times)
    for turn in range(patience.rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            costs[name].append(sides[name].cost(patience.times))
    return costs


def _ratio(one: Sequence[Cost], other: Sequence[Cost], what: str) -> float:
    return median(getattr(a, what) / getattr(b, what) for a, b in zip(one, other, strict=True))


def _ratio_of_data(costs: Mapping[str, Sequence[Cost]]) -> float:
    """Asking the database and computing what the template shows, alone."""
    real, by_hand, door = (median(cost.cpu for cost in costs[told]) for told in list(SIDES)[2:])
    return (real - door) / (by_hand - door)


def _print_row(told: str, costs: Sequence[Cost]) -> None:
    cpu, wall = [cost.cpu for cost in costs], [cost.wall for cost in costs]
    print(f"  {told:26} CPU {median(cpu):7.2f} ({min(cpu):.2f})   wall {median(wall):7.2f} ({min(wall):.2f})")


def _must_be_the_same(real: Side, by_hand: Side) -> None:
    """The page by hand is only a reference while it is the same page."""
    ours, theirs = (VARIES.sub("", side.text()).splitlines() for side in (real, by_hand))
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            raise RuntimeError(
                f"The page by hand differs:\n  real    {one.strip()}\n  by hand {other.strip()}"
            )
    if len(ours) != len(theirs):
        raise RuntimeError(f"The page by hand has {len(theirs)} lines, the real one {len(ours)}")
