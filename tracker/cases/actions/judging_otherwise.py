"""What follows in the packages above when a deed is judged otherwise: value becomes waste, or back."""

from collections.abc import Awaitable, Callable

from tracker.partnership.rules.roles import Viewer

Follows = Callable[[Viewer, int], Awaitable[bool]]
"""Given who corrects and the id of the assessment; whether something followed that they should know."""

_FOLLOWING: dict[str, Follows] = {}


def when_judged_otherwise(follows: Follows) -> None:
    """Let this follow, in the transaction of the correction itself; naming it again changes nothing."""
    _FOLLOWING[f"{follows.__module__}.{follows.__qualname__}"] = follows


async def judged_otherwise(viewer: Viewer, assessment_id: int) -> bool:
    """Let everything follow; whether any of it should be told to who corrects."""
    return any([await follows(viewer, assessment_id) for follows in _FOLLOWING.values()])
