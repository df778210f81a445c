"""The sparkline in a list: the scores of a case in 96 by 26 units, without axis or words.

It says nothing on its own and is hidden from screen readers: score and interpretation stand beside it.
"""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

_LEFT, _RIGHT = 4.0, 90.0
_Y = tuple(f"{24 - 2 * score:.1f}" for score in range(11))


def spark(scores: Sequence[int]) -> Markup:
    """The scores in order of time, evenly spaced; empty without a score."""
    if not scores:
        return Markup("")
    across, last = _across(len(scores)), _Y[scores[-1]]
    spots = " ".join([x + _Y[score] for x, score in zip(across, scores, strict=True)])
    line = f'<polyline class="now thin" points="{spots}"/>' if len(scores) > 1 else ""
    return Markup(
        '<svg class="spark" viewBox="0 0 96 26" aria-hidden="true">'
        '<line class="ax" x1="0" x2="96" y1="23" y2="23"/>'
        f'{line}<circle class="dot" cx="90.0" cy="{last}" r="3.5"/></svg>'
    )


@lru_cache(maxsize=256)
def _across(count: int) -> tuple[str, ...]:
    step = (_RIGHT - _LEFT) / max(count - 1, 1)
    return tuple(f"{_LEFT + step * i:.1f}," for i in range(count))
