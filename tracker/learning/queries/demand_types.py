"""The types of value demand: the patterns made of them or, until there are, the themes noted beside them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.cases.exchange.cleaning.texts import plain
from tracker.cases.rules.kinds import DemandState
from tracker.cases.tables import ValueDemand
from tracker.learning.queries.openable import ids_of_openable
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.tables.patterns import Occurrence, Pattern
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class DemandType:
    """A type of value demand with the cases that asked it; words only of those the viewer may open."""

    id: int
    name: str
    cases: frozenset[int]
    words: Mapping[int, tuple[str, ...]]

    @property
    def sentence(self) -> str:
        """The shortest thing that somebody said."""
        said = [words for each in self.words.values() for words in each]
        return min(said, key=lambda words: (len(words), words), default="")


async def patterns_of_demands(viewer: Viewer) -> list[DemandType]:
    """The patterns of value demands in use, made after the words; their names are for everyone."""
    patterns = await Pattern.select(Pattern.id, Pattern.name).where(
        Pattern.partnership == viewer.partnership_id,
        Pattern.kind == PatternKind.VALUE_DEMAND,
        Pattern.merged_into.is_null(),
        Pattern.retired_on.is_null(),
    )
    where: Any = (Occurrence.partnership == viewer.partnership_id) & Occurrence.value_demand.is_not_null()
    cases: dict[int, set[int]] = defaultdict(set)
    for row in await Occurrence.select(Occurrence.pattern, Occurrence.case).where(where):
        cases[row["pattern"]].add(row["case"])
    words: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    if (may_open := ids_of_openable(viewer)) is not None:
        said = Occurrence.value_demand.words.as_alias("words")
        for row in await Occurrence.select(Occurrence.pattern, Occurrence.case, said).where(
            where & Occurrence.case.is_in(may_open)
        ):
            words[row["pattern"]][row["case"]].append(row["words"])
    return [
        DemandType(row["id"], row["name"], frozenset(cases[row["id"]]), _fixed(words[row["id"]]))
        for row in patterns
    ]


async def themes_of_demands(viewer: Viewer) -> list[DemandType]:
    """The themes noted beside value demands, in cases the viewer may open; `id` is one demand of the theme.

    A theme is a word on a case, so that who opens no cases gets none.
    """
    may_open = ids_of_openable(viewer)
    if may_open is None:
        return []
    rows = await (
        ValueDemand.select(ValueDemand.id, ValueDemand.case, ValueDemand.theme, ValueDemand.words)
        .where(
            ValueDemand.case.is_in(may_open),
            ValueDemand.theme != "",
            ValueDemand.state.is_in([str(DemandState.OPEN), str(DemandState.CLOSED)]),
        )
        .order_by(ValueDemand.id)
    )
    themes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        themes[plain(row["theme"])].append(row)
    return [_theme(noted) for theme, noted in themes.items() if theme]


def type_with(types: Iterable[DemandType], type_id: int) -> DemandType:
    """One of them. Raises NotFound."""
    found = next((each for each in types if each.id == type_id), None)
    if found is None:
        raise NotFound
    return found


def _theme(noted: list[dict[str, Any]]) -> DemandType:
    words: dict[int, list[str]] = defaultdict(list)
    for row in noted:
        words[row["case"]].append(row["words"])
    return DemandType(noted[0]["id"], noted[0]["theme"], frozenset(words), _fixed(words))


def _fixed(words: Mapping[int, list[str]]) -> dict[int, tuple[str, ...]]:
    return {case: tuple(said) for case, said in words.items()}
