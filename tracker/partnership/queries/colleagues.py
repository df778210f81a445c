"""The people who work on the cases of a partnership."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.tables import Partner, RoleHeld, ServiceArea


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may work on cases today; with several roles they come several times."""

    person_id: int
    name: str
    role: Role
    organisation_id: int | None
    organisation: str

    @property
    def label(self) -> str:
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


async def who_work_on_cases(viewer: Viewer) -> list[Colleague]:
    """Everyone who holds the role of practitioner or coordinator in the viewer's partnership today."""
    partners = await Partner.select(Partner.organisation).where(
        Partner.partnership == viewer.partnership_id,
        Partner.since <= viewer.today,
        (Partner.until.is_null()) | (Partner.until > viewer.today),
    )
    taking_part = {row["organisation"] for row in partners}
    rows = await (
        RoleHeld.select(
            RoleHeld.person,
            RoleHeld.person.name.as_alias("person_name"),
            RoleHeld.role,
            RoleHeld.organisation,
            RoleHeld.organisation.name.as_alias("organisation_name"),
        )
        .where(
            RoleHeld.partnership == viewer.partnership_id,
            RoleHeld.role.is_in([Role.PRACTITIONER, Role.COORDINATOR]),
            RoleHeld.since <= viewer.today,
            _not_over(viewer),
            RoleHeld.person.disabled_at.is_null(),
        )
        .order_by(RoleHeld.person.name, RoleHeld.id)
    )
    return [
        Colleague(
            person_id=row["person"],
            name=row["person_name"],
            role=Role(row["role"]),
            organisation_id=row["organisation"],
            organisation=row["organisation_name"] or "",
        )
        for row in rows
        if row["organisation"] in taking_part or row["role"] == Role.COORDINATOR
    ]


def who_see(
    people: Iterable[Colleague], organisations: Collection[int], *, with_coordination: bool
) -> set[int]:
    """Those among them who see a case that these organisations (and the coordination) see."""
    return {
        one.person_id
        for one in people
        if (with_coordination if one.role is Role.COORDINATOR else one.organisation_id in organisations)
    }


async def names_of_people(viewer: Viewer) -> set[str]:
    """The names of everyone who holds or held a role in the viewer's partnership."""
    rows = await RoleHeld.select(RoleHeld.person.name.as_alias("person_name")).where(
        RoleHeld.partnership == viewer.partnership_id
    )
    return {row["person_name"] for row in rows}


async def municipalities(viewer: Viewer) -> list[str]:
    """The municipalities of the service area today, in alphabetical order."""
    rows = await (
        ServiceArea.select(ServiceArea.municipality)
        .where(
            ServiceArea.partnership == viewer.partnership_id,
            ServiceArea.since <= viewer.today,
            (ServiceArea.until.is_null()) | (ServiceArea.until > viewer.today),
        )
        .order_by(ServiceArea.municipality)
    )
    return [row["municipality"] for row in rows]


def _not_over(viewer: Viewer) -> Any:
    return (RoleHeld.until.is_null()) | (RoleHeld.until > viewer.today)


async def who_stands_behind(viewer: Viewer) -> int | None:
    """Whose name stands under what is brought in: the viewer's, or on the command line the coordination's.

    None where nobody holds that role today.
    """
    if viewer.person_id:
        return viewer.person_id
    coordination = [each for each in await who_work_on_cases(viewer) if each.role is Role.COORDINATOR]
    return coordination[0].person_id if coordination else None
