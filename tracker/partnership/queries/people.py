"""The people of a partnership, their roles and their devices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.partnership.rules.roles import ROLE_NAMES, Role, Viewer, is_current
from tracker.partnership.tables import Organisation, Partnership, RoleHeld, SignIn


@dataclass(frozen=True, slots=True)
class Held:
    """A role somebody holds, held or will hold."""

    id: int
    person_id: int
    name: str
    email: str
    role: Role
    organisation: str
    partnership: str
    since: date
    until: date | None
    account_closed: bool
    today: bool

    @property
    def role_name(self) -> str:
        return ROLE_NAMES[self.role]


async def roles_held(viewer: Viewer) -> list[Held]:
    """Every role of the partnership, or of all partnerships for the administrator, by name; one query."""
    query = RoleHeld.select(
        RoleHeld.id,
        RoleHeld.person.as_alias("person_id"),
        RoleHeld.person.name.as_alias("name"),
        RoleHeld.person.email.as_alias("email"),
        RoleHeld.person.disabled_at.as_alias("disabled_at"),
        RoleHeld.role,
        RoleHeld.organisation.name.as_alias("organisation"),
        RoleHeld.partnership.name.as_alias("partnership"),
        RoleHeld.since,
        RoleHeld.until,
    )
    if viewer.role is not Role.ADMINISTRATOR:
        query = query.where(RoleHeld.partnership == viewer.partnership_id)
    rows = await query.order_by(RoleHeld.person.name, RoleHeld.id)
    return [
        Held(
            id=row["id"],
            person_id=row["person_id"],
            name=row["name"],
            email=row["email"],
            role=Role(row["role"]),
            organisation=row["organisation"] or "",
            partnership=row["partnership"] or "",
            since=row["since"],
            until=row["until"],
            account_closed=row["disabled_at"] is not None,
            today=is_current(row["since"], row["until"], viewer.today),
        )
        for row in rows
    ]


async def organisations_to_choose(viewer: Viewer) -> dict[int, str]:
    """Every organisation known here, for giving a role on its behalf."""
    rows = await Organisation.select(Organisation.id, Organisation.name).order_by(Organisation.name)
    return {row["id"]: row["name"] for row in rows}


async def partnerships_to_choose() -> dict[int, str]:
    """Every partnership, for the administrator."""
    rows = await Partnership.select(Partnership.id, Partnership.name).order_by(Partnership.name)
    return {row["id"]: row["name"] for row in rows}


async def devices_of(person_id: int) -> list[dict[str, Any]]:
    """Where a person is signed in, last used first; with a case when the device was handed over for it."""
    return await (
        SignIn.select(SignIn.id, SignIn.device, SignIn.started_at, SignIn.seen_at, SignIn.locked_to_case)
        .where(SignIn.person == person_id)
        .order_by(SignIn.seen_at, ascending=False)
    )


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
