"""The case list and the case page, each against the same page from hand-written SQL, and one partnership
alone against the same one among 39 others.

The two sides of a ratio take turns within each round, so what else the machine does meanwhile falls on both.
A ratio is the median over the rounds. CPU is that of the whole server process; wall is what a client waits.
"""

import re
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

import httpx

from bench.bars import Bar, tell
from bench.data import MEASURED, alone, everyone, sqlite_of
from bench.serving import BY_HAND, CPU, FLOOR, WITH_REFERENCE, serving
from bench.stories.team import large_case_of, practitioner_of_vdab, slug_of

LIST = f"/p/{slug_of(MEASURED)}/casussen"
CASE = f"{LIST}/{large_case_of(MEASURED)}"
PAGES = {"case list": LIST, "case page": CASE}
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
    """One page as one client asks it."""

    client: httpx.Client
    path: str

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
        return float(self.client.get(CPU).text)


def measure(*, quick: bool) -> bool:
    """Whether every page keeps to its bars on SQLite."""
    cases_each = 250 if quick else 2_500
    rounds, times = (8, 5) if quick else (20, 10)
    member = practitioner_of_vdab(MEASURED)
    addresses = [sqlite_of(alone(cases_each)), sqlite_of(everyone(cases_each))]
    with ExitStack() as stack:
        lone, amid = (
            stack.enter_context(serving(address, WITH_REFERENCE)).signed_in(member) for address in addresses
        )
        scale = f"{everyone(cases_each).cases:,} cases in {len(everyone().partnerships)} partnerships, SQLite"
        met = [_against_by_hand(name, amid, path, scale, rounds, times) for name, path in PAGES.items()]
        met += [_against_alone(name, lone, amid, path, rounds, times) for name, path in PAGES.items()]
    return all(met)


def _against_by_hand(name: str, client: httpx.Client, path: str, scale: str, rounds: int, times: int) -> bool:
    real, by_hand, floor = Side(client, path), Side(client, BY_HAND + path), Side(client, FLOOR + LIST)
    _must_be_the_same(real, by_hand)
    costs = _take_turns([real, by_hand, floor], rounds, times)
    print(f"\n{name}, {scale}: milliseconds per request, median (least)")
    for side, told in zip(costs, ("real page", "by hand", "door and read log alone"), strict=True):
        _print_row(told, side)
    return tell(
        f"{name} against the same page by hand",
        [
            Bar(f"{name}: CPU", _ratio(costs[0], costs[1], "cpu"), MOST_OF_BY_HAND),
            Bar(f"{name}: wall", _ratio(costs[0], costs[1], "wall"), MOST_OF_BY_HAND),
            Bar(f"{name}: CPU, without door and read log", _ratio_above(costs), MOST_OF_BY_HAND),
        ],
    )


def _against_alone(
    name: str, lone: httpx.Client, amid: httpx.Client, path: str, rounds: int, times: int
) -> bool:
    among, by_itself = _take_turns([Side(amid, path), Side(lone, path)], rounds, times)
    return tell(
        f"{name} of one partnership, among all others against alone",
        [
            Bar(f"{name}: CPU", _ratio(among, by_itself, "cpu"), MOST_OF_ALONE),
            Bar(f"{name}: wall", _ratio(among, by_itself, "wall"), MOST_OF_ALONE),
        ],
    )


def _take_turns(sides: Sequence[Side], rounds: int, times: int) -> list[list[Cost]]:
    """The cost of each side per round; every round another side goes first."""
    costs: list[list[Cost]] = [[] for _ in sides]
    for side in sides:
        side.cost(times)
    for turn in range(rounds):
        for place in range(len(sides)):
            which = (turn + place) % len(sides)
            costs[which].append(sides[which].cost(times))
    return costs


def _ratio(one: Sequence[Cost], other: Sequence[Cost], what: str) -> float:
    return median(getattr(a, what) / getattr(b, what) for a, b in zip(one, other, strict=True))


def _ratio_above(costs: Sequence[Sequence[Cost]]) -> float:
    rounds = zip(*costs, strict=True)
    return median((real.cpu - floor.cpu) / (by_hand.cpu - floor.cpu) for real, by_hand, floor in rounds)


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
