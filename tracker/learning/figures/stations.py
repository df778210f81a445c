"""Where an initiative is on its way, as five stations with its iterations between start and stable.

It is hidden from screen readers: the state stands beside it in words. Where one stopped there is a square.
"""

from markupsafe import Markup

from tracker.learning.queries.initiatives import InitiativeLine
from tracker.learning.rules.initiatives import OVER, InitiativeState
from tracker.pictures import pen

WAY = (
    InitiativeState.DRAFT,
    InitiativeState.READY,
    InitiativeState.STARTED,
    InitiativeState.STABLE,
    InitiativeState.SPREAD,
)
PLACES = dict(zip(WAY, (8.0, 44.0, 80.0, 152.0, 188.0), strict=True))
MOST_TICKS = 6
Y = 13.0


def stations_of(line: InitiativeLine) -> Markup:
    """The way of one initiative, 196 by 26 units."""
    last = _reached(line)
    at = PLACES[last]
    marks = [
        pen.line("ax", at, Y, PLACES[WAY[-1]], Y),
        pen.stroke("now thin", [(PLACES[WAY[0]], Y), (at, Y)]),
    ]
    for station, x in PLACES.items():
        if x < at:
            marks.append(pen.dot("dot", x, Y, 4))
        elif station is not last:
            marks.append(pen.dot("no-c", x, Y, 3))
    marks += [pen.dot("talk", x, Y, 3.5) for x in _ticks(line.iterations)]
    marks.append(pen.block("sq", at - 5, Y - 5, 10, 10) if line.state in OVER else pen.dot("dot", at, Y, 6.5))
    drawn = "".join(marks)
    return Markup(f'<svg class="stations" viewBox="0 0 196 26" aria-hidden="true">{drawn}</svg>')


def _reached(line: InitiativeLine) -> InitiativeState:
    if line.state not in OVER:
        return line.state
    if line.stable_on:
        return InitiativeState.STABLE
    return InitiativeState.STARTED if line.started_on else InitiativeState.DRAFT


def _ticks(iterations: int) -> list[float]:
    shown = min(iterations, MOST_TICKS)
    first, last = PLACES[InitiativeState.STARTED], PLACES[InitiativeState.STABLE]
    return [first + (last - first) * (i + 1) / (shown + 1) for i in range(shown)]
