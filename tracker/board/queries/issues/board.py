"""Who sits in the board today, who else may be named, and after how many days what stands still is shown."""

from dataclasses import dataclass
from typing import Any

from tracker.board.rules.issues import RAISES, Limits
from tracker.board.tables.issues import Rhythm
from tracker.partnership.queries.partners import partners
from tracker.partnership.queries.viewers import NEEDS_CURRENT_PARTNER
from tracker.partnership.rules.roles import ROLE_NAMES, Role, Viewer
from tracker.partnership.tables import RoleHeld


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody with a role today, on behalf of an organisation or none."""

    person: int
    name: str
    role: Role
    organisation: str

    @property
    def label(self) -> str:
        """`Greet, bestuursraadslid voor VDAB`."""
        on_behalf = f" voor {self.organisation}" if self.organisation else ""
        return f"{self.name}, {ROLE_NAMES[self.role]}{on_behalf}"


async def board_today(viewer: Viewer) -> dict[int, Sitting]:
    """The board members of the viewer's partnership today, by person."""
    return await _holding(viewer, Role.BOARD_MEMBER)


async def readers_to_choose(viewer: Viewer) -> dict[int, str]:
    """Who may be named as reader of a conflict beside the board, by name."""
    found = await _holding(viewer, *sorted(RAISES - {Role.BOARD_MEMBER}))
    return {each.person: each.label for each in found.values() if each.person != viewer.person_id}


async def organisations_today(viewer: Viewer) -> dict[int, str]:
    """The organisations that take part in the partnership today."""
    return {part.organisation_id: part.organisation for part in await partners(viewer) if part.today}


async def limits_of(viewer: Viewer) -> Limits:
    """After how many days what stands still is shown here; 7 and 30 until the coordination chose."""
    row = await (
        Rhythm.select(Rhythm.take_up_days, Rhythm.silent_days)
        .where(Rhythm.partnership == viewer.partnership_id)
        .first()
    )
    return Limits(**row) if row else Limits()


async def _holding(viewer: Viewer, *roles: Role) -> dict[int, Sitting]:
    rows: list[dict[str, Any]] = await RoleHeld.raw(
        f"""
        SELECT p.id AS person, p.name, r.role, o.name AS organisation,
               EXISTS (SELECT 1 FROM partner pa WHERE pa.partnership = r.partnership
                       AND pa.organisation = r.organisation AND pa.since <= {{}}
                       AND (pa.until IS NULL OR pa.until > {{}})) AS partner_today
          FROM role_held r
          JOIN person p ON p.id = r.person
          LEFT JOIN organisation o ON o.id = r.organisation
         WHERE r.partnership = {{}} AND r.role IN ({", ".join(["{}"] * len(roles))})
           AND r.since <= {{}} AND (r.until IS NULL OR r.until > {{}}) AND p.disabled_at IS NULL
         ORDER BY p.name, p.id, r.id
        """,
        viewer.today,
        viewer.today,
        viewer.partnership_id,
        *(str(role) for role in roles),
        viewer.today,
        viewer.today,
    )
    found: dict[int, Sitting] = {}
    for row in rows:
        role = Role(row["role"])
        if role not in NEEDS_CURRENT_PARTNER or row["partner_today"]:
            sitting = Sitting(row["person"], row["name"], role, row["organisation"] or "")
            found.setdefault(row["person"], sitting)
    return found
