"""Who proposes, answers and facilitates in which circle ('Who may do what' of the product description)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tracker.board.rules.kinds import CIRCLE_NAMES, Circle
from tracker.partnership.rules.roles import Role

SW, CO, BR, DV, KC = (
    Role.PRACTITIONER,
    Role.COORDINATOR,
    Role.BOARD_MEMBER,
    Role.REPRESENTATIVE,
    Role.QUALITY_COACH,
)

PROPOSES: Final[Mapping[Circle, frozenset[Role]]] = {
    Circle.TEAM: frozenset({SW, CO}),
    Circle.BOARD: frozenset({CO, BR, DV}),
}
MEMBERS: Final[Mapping[Circle, frozenset[Role]]] = {
    Circle.TEAM: frozenset({SW, CO}),
    Circle.BOARD: frozenset({BR, DV}),
}
FACILITATES: Final[Mapping[Circle, frozenset[Role]]] = {
    Circle.TEAM: frozenset({SW, CO, KC}),
    Circle.BOARD: frozenset({CO, BR, KC}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who wants to do something, in the role they act in now."""

    person: int
    role: Role


def answers_as(circle: Circle, role: Role, *, invited: bool) -> bool:
    """Whether somebody in this role gives an answer there; the representative in the team when invited."""
    return role in MEMBERS[circle] or (circle is Circle.TEAM and role is DV and invited)


def why_not_propose(circle: Circle, role: Role) -> str | None:
    """Why this role brings no proposal into this circle; None when it may."""
    if role in PROPOSES[circle]:
        return None
    return f"In de kring {CIRCLE_NAMES[circle]} dien je in jouw rol geen voorstel in."


def circles_to_propose_in(role: Role) -> list[Circle]:
    """Where this role may bring a proposal."""
    return [circle for circle in Circle if role in PROPOSES[circle]]
