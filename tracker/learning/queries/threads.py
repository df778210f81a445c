"""The learning thread: from a word to its pattern, the cause, and what lies behind it, and back (L14)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.learning.queries.causes import Behind, Cause, causes_of
from tracker.learning.queries.patterns import Pattern, pattern_for
from tracker.learning.queries.sources import SOURCES
from tracker.learning.queries.words import Word
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Knot:
    """One thing further along the thread: what it is, how it stands, and the page where it stands."""

    words: str
    small: str
    route: str
    where: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Onward:
    """How a thread goes on after its cause: tried or asked, decided, done, and what changed by it."""

    tried: tuple[Knot, ...] = ()
    decided: tuple[Knot, ...] = ()
    iterations: tuple[Knot, ...] = ()
    changed: tuple[Knot, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """What hangs together. `word` is None for who may not read it; `changed` is what came of that word."""

    pattern: Pattern
    causes: tuple[Cause, ...]
    word: Word | None = None
    changed: str = ""
    onward: Onward = Onward()

    @property
    def conditions(self) -> tuple[Behind, ...]:
        return _once(each for cause in self.causes for each in cause.conditions)

    @property
    def thinking(self) -> tuple[Behind, ...]:
        return _once(each for cause in self.causes for each in cause.thinking)


OnwardOf = Callable[[Viewer, Thread], Awaitable[Onward]]


async def whole(viewer: Viewer, thread: Thread, onward: OnwardOf) -> Thread:
    """The thread with its second half, which the packages above this one know."""
    return replace(thread, onward=await onward(viewer, thread))


def thread_of(pattern: Pattern, causes: Sequence[Cause], word: Word | None = None) -> Thread:
    """The thread that goes through a pattern, beginning at one of its words."""
    return Thread(pattern, tuple(causes), word)


async def thread_from(
    viewer: Viewer, kind: PatternKind, record_id: int, word: Word | None = None, changed: str = ""
) -> Thread | None:
    """The thread that begins at a word on a case this viewer may open; None while it stands in no pattern."""
    row = await (
        Occurrence.select(Occurrence.pattern)
        .where(
            SOURCES[kind].occurrence == record_id,
            Occurrence.partnership == viewer.partnership_id,
        )
        .first()
    )
    if row is None:
        return None
    pattern = await pattern_for(viewer, row["pattern"])
    return Thread(pattern, tuple(await causes_of(viewer, pattern.id)), word, changed)


def _once(found: Any) -> tuple[Behind, ...]:
    return tuple({each.id: each for each in found}.values())
