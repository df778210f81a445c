"""What a higher package shows on a page of a lower one, without the lower one knowing it.

The application registers functions under the name of a page: `create_app` puts
`{"case": [learning.panels.persona, ...]}` into `app.state.panels`. The page asks them in that order.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from litestar import Request


@dataclass(frozen=True, slots=True)
class Panel:
    """A template that draws one section, and what it needs. `aside` puts it in the margin."""

    template: str
    rows: Mapping[str, Any] = field(default_factory=dict)
    aside: bool = False


PanelOf = Callable[..., Awaitable[Panel | None]]


async def panels_on(page: str, request: Request[Any, Any, Any], *about: Any) -> list[Panel]:
    """The panels registered for this page that have something to show about this."""
    registered: Mapping[str, Sequence[PanelOf]] = request.app.state.get("panels", {})
    found = [await panel(*about) for panel in registered.get(page, ())]
    return [panel for panel in found if panel is not None]
