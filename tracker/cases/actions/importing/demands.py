"""New value demands with what became of them, and their stars grouped into readings."""

from collections import defaultdict
from datetime import date
from typing import Any

from tracker.cases.actions.importing.inserting import insert_all
from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.comparing import ComparedRow
from tracker.cases.exchange.kinds.demands import STARS, VALUE_DEMANDS, StarRow, ValueDemandRow
from tracker.cases.rules.demands import next_place
from tracker.cases.rules.kinds import DemandChangeKind, DemandState, Perspective
from tracker.cases.tables import DemandChange, StarRating, StarReading, ValueDemand

_Moment = tuple[int, date, Perspective]

_BECAME = {
    DemandState.CLOSED: DemandChangeKind.CLOSED,
    DemandState.OUTSIDE: DemandChangeKind.OUTSIDE,
    DemandState.RECLASSIFIED: DemandChangeKind.RECLASSIFIED,
}


async def add_value_demands(landing: Landing) -> int:
    """A list says that a demand was closed, not when: that is the day the case ended, or its last star."""
    rows = list(landing.new(VALUE_DEMANDS.name))
    last_star = _last_stars(landing)
    values, changes = [], []
    for row in rows:
        record: ValueDemandRow = row.row.record
        case = landing.case(record)
        started = landing.started[case]
        ended = None
        if record.state in _BECAME:
            ended = landing.ended[case] or last_star.get((case, record.number), started)
            changes.append((row, _BECAME[record.state], ended, record.reason))
        values.append(
            {
                "key": landing.key(row),
                "case": case,
                "place": _place(landing, case, record.number),
                "words": record.words,
                "theme": record.theme,
                "state": record.state,
                "named_on": started,
                "ended_on": ended,
                "author": None,
                "written_at": landing.now,
            }
        )
    landing.keep(rows, await insert_all(ValueDemand, values))
    for row in rows:
        number = (landing.case(row.row.record), row.row.record.number)
        landing.demands[number] = landing.became[row.row.identity]
    steps = [
        {
            "demand": landing.became[row.row.identity],
            "kind": kind,
            "changed_on": on,
            "former_words": "",
            "reason": reason,
            "author": None,
            "written_at": landing.now,
        }
        for row, kind, on, reason in changes
    ]
    await insert_all(DemandChange, steps, by=())
    return len(rows)


def _place(landing: Landing, case: int, number: int) -> int:
    """The place of its number where that is free: a letter is never given twice."""
    taken = landing.places[case]
    place = number - 1 if number - 1 not in taken else next_place(taken)
    taken.add(place)
    return place


def _last_stars(landing: Landing) -> dict[tuple[int, int], date]:
    last: dict[tuple[int, int], date] = {}
    for row in landing.new(STARS.name):
        demand = (landing.case(row.row.record), row.row.record.demand)
        last[demand] = max(row.row.record.date, last.get(demand, date.min))
    return last


async def add_stars(landing: Landing) -> int:
    """Stars of one case, day and perspective are one reading; a second star for the same demand a second."""
    rows = [row for row in landing.new(STARS.name) if _demand(landing, row) is not None]
    groups: dict[tuple[_Moment, int], list[ComparedRow]] = defaultdict(list)
    times: dict[tuple[_Moment, int], int] = defaultdict(int)
    for row in rows:
        record: StarRow = row.row.record
        moment = (landing.case(record), record.date, record.perspective)
        groups[moment, times[moment, record.demand]].append(row)
        times[moment, record.demand] += 1
    readings = [_reading(landing, moment, group[0]) for (moment, _), group in groups.items()]
    ids = await insert_all(StarReading, readings)
    ratings = [
        {
            "reading": ids[landing.key(group[0], "reading"),],
            "demand": _demand(landing, row),
            "stars": row.row.record.stars,
            "note": row.row.record.note,
            "fit": "",
            "disagreement": "",
        }
        for group in groups.values()
        for row in group
    ]
    rated = await insert_all(StarRating, ratings, by=("reading", "demand"))
    for rating, row in zip(ratings, (row for group in groups.values() for row in group), strict=True):
        landing.became[row.row.identity] = rated[rating["reading"], rating["demand"]]
    return len(rows)


def _demand(landing: Landing, row: ComparedRow) -> int | None:
    return landing.demands.get((landing.case(row.row.record), row.row.record.demand))


def _reading(landing: Landing, moment: _Moment, first: ComparedRow) -> dict[str, Any]:
    case, day, perspective = moment
    return {
        "key": landing.key(first, "reading"),
        "case": case,
        "read_on": day,
        "perspective": perspective,
        "note": "",
        "author": None,
        "written_at": landing.now,
    }
