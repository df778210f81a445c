"""Who can facilitate a session and who can take part in one."""

from collections.abc import Iterable

from tracker.learning.rules.sessions import FACILITATES, TAKES_PART
from tracker.partnership.queries.people import roles_held
from tracker.partnership.rules.roles import Role, Viewer


async def people_to_choose(viewer: Viewer) -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    """By id: who may facilitate, who may take part, and who of those speaks for the target group."""
    facilitating: dict[int, str] = {}
    taking_part: dict[int, str] = {}
    speaking: dict[int, str] = {}
    for held in await roles_held(viewer):
        if not held.today or held.account_closed:
            continue
        label = f"{held.name} ({held.organisation})" if held.organisation else held.name
        if held.role in FACILITATES:
            facilitating.setdefault(held.person_id, label)
        if held.role in TAKES_PART and held.role is not Role.REPRESENTATIVE:
            taking_part.setdefault(held.person_id, label)
        if held.role is Role.REPRESENTATIVE:
            speaking.setdefault(held.person_id, held.name)
    return facilitating, taking_part, speaking


async def names_elsewhere(viewer: Viewer, present: Iterable[int]) -> list[str]:
    """The names of everyone who holds or held a role here and is not among these people."""
    here = set(present)
    return sorted({held.name for held in await roles_held(viewer) if held.person_id not in here})
