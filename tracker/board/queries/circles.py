"""Who sits in a circle today."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.board.rules.circles import FACILITATES, MEMBERS
from tracker.board.rules.kinds import Circle
from tracker.partnership.queries.viewers import NEEDS_CURRENT_PARTNER
from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.tables import RoleHeld


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who holds one of the roles asked for today; the first role given counts."""

    person: int
    name: str
    role: Role
    organisation_id: int | None
    organisation: str

    @property
    def label(self) -> str:
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


async def circle_today(
    viewer: Viewer, circle: Circle, invited: Collection[int] = frozenset()
) -> list[Member]:
    """The members of a circle of the viewer's partnership today, by name.

    With whom of the target group the team invited, as long as they speak for it.
    """
    if not invited:
        return await _holding(viewer.partnership_id, viewer.today, MEMBERS[circle])
    roles = MEMBERS[circle] | {Role.REPRESENTATIVE}
    found = await _holding(viewer.partnership_id, viewer.today, roles)
    return [each for each in found if each.role in MEMBERS[circle] or each.person in invited]


async def able_to_facilitate(viewer: Viewer, circle: Circle) -> list[Member]:
    """Who can facilitate in this circle today, by name."""
    return await _holding(viewer.partnership_id, viewer.today, FACILITATES[circle])


async def representatives(viewer: Viewer) -> list[Member]:
    """The representatives of the target group today, by name."""
    return await _holding(viewer.partnership_id, viewer.today, {Role.REPRESENTATIVE})


async def circle_of(partnership: int, circle: Circle, today: date) -> list[Member]:
    """The members of a circle of a partnership on this day, for what happens without a viewer."""
    return await _holding(partnership, today, MEMBERS[circle])


async def _holding(partnership: int | None, today: date, roles: Collection[Role]) -> list[Member]:
    rows = await RoleHeld.raw(
        f"""
        SELECT p.id AS person, p.name, r.role, r.organisation AS organisation_id, o.name AS organisation,
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
        today,
        today,
        partnership,
        *(str(role) for role in sorted(roles)),
        today,
        today,
    )
    return list(_once(rows))


def _once(rows: Iterable[dict[str, Any]]) -> Iterable[Member]:
    seen: set[int] = set()
    for row in rows:
        role = Role(row["role"])
        if row["person"] in seen or (role in NEEDS_CURRENT_PARTNER and not row["partner_today"]):
            continue
        seen.add(row["person"])
        yield Member(
            person=row["person"],
            name=row["name"],
            role=role,
            organisation_id=row["organisation_id"],
            organisation=row["organisation"] or "",
        )
