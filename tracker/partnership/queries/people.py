"""The people of a partnership and their roles."""

from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import RoleHeld


async def people_today(viewer: Viewer) -> list[tuple[int, str]]:
    """Everyone who holds a role in this partnership today: id and name, by name, each once."""
    rows = await (
        RoleHeld.select(
            RoleHeld.person.id.as_alias("person_id"), RoleHeld.person.name.as_alias("person_name")
        )
        .where(
            RoleHeld.partnership == viewer.partnership_id,
            RoleHeld.since <= viewer.today,
            (RoleHeld.until.is_null()) | (RoleHeld.until > viewer.today),
            RoleHeld.person.disabled_at.is_null(),
        )
        .order_by(RoleHeld.person.name)
    )
    return list(dict.fromkeys((row["person_id"], row["person_name"]) for row in rows))
