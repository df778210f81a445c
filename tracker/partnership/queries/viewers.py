"""From a cookie to the person who looks, and the capacities that person may choose."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker import clock
from tracker.partnership.rules.roles import ROLE_NAMES, Role, Viewer, is_current
from tracker.partnership.tables import Partnership, Person, RoleHeld, SignIn

# Roles that work on behalf of an organisation end on the day that organisation leaves the partnership.
NEEDS_CURRENT_PARTNER = (Role.PRACTITIONER, Role.BOARD_MEMBER)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A signed-in person; `viewer` is None while no role is held today."""

    sign_in_id: int
    person_id: int
    name: str
    must_change_password: bool
    started_at: datetime
    seen_at: datetime
    locked_to_case: int | None
    viewer: Viewer | None


@dataclass(frozen=True, slots=True)
class Capacity:
    """A role held today that the person may choose to act in."""

    role_held_id: int
    role: Role
    organisation: str
    partnership: str
    slug: str

    @property
    def role_name(self) -> str:
        return ROLE_NAMES[self.role]


def hash_of(token: str) -> str:
    """What the database keeps of a sign-in token."""
    return hashlib.sha256(token.encode()).hexdigest()


# What a viewer is made of, wherever the role comes from.
_VIEWER = """p.id AS person_id, p.name, p.password_hash <> '' AS has_password,
           r.id AS role_held_id, r.role, r.since, r.until,
           o.id AS organisation_id, o.name AS organisation,
           ps.id AS partnership_id, ps.name AS partnership, ps.slug, ps.code_prefix,
           EXISTS (SELECT 1 FROM partner pa WHERE pa.partnership = r.partnership
                   AND pa.organisation = r.organisation AND pa.since <= {}
                   AND (pa.until IS NULL OR pa.until > {})) AS partner_today"""
_ROLE_OF = """LEFT JOIN organisation o ON o.id = r.organisation
      LEFT JOIN partnership ps ON ps.id = r.partnership"""

SIGNED_IN = f"""
    SELECT s.id AS sign_in_id, s.started_at, s.seen_at, s.locked_to_case, p.must_change_password,
           {_VIEWER}
      FROM sign_in s
      JOIN person p ON p.id = s.person
      LEFT JOIN role_held r ON r.id = s.role_held
      {_ROLE_OF}
     WHERE s.token_hash = {{}} AND p.disabled_at IS NULL
"""


IN_ROLE = f"""
    SELECT {_VIEWER}
      FROM role_held r
      JOIN person p ON p.id = r.person
      {_ROLE_OF}
     WHERE r.id = {{}} AND p.disabled_at IS NULL
"""


async def signed_in_with(token: str) -> SignedIn | None:
    """Who holds this token, in which capacity, judged on this day; one query."""
    today = clock.today()
    rows = await SignIn.raw(SIGNED_IN, today, today, hash_of(token))
    if not rows:
        return None
    row = rows[0]
    return SignedIn(
        sign_in_id=row["sign_in_id"],
        person_id=row["person_id"],
        name=row["name"],
        must_change_password=bool(row["must_change_password"]),
        started_at=row["started_at"],
        seen_at=row["seen_at"],
        locked_to_case=row["locked_to_case"],
        viewer=_viewer(row, today),
    )


async def capacities_of(person_id: int) -> list[Capacity]:
    """Every role the person holds today, in the order in which they were given."""
    today = clock.today()
    rows = await RoleHeld.raw(
        """
        SELECT r.id, r.role, r.since, r.until, r.organisation AS organisation_id,
               o.name AS organisation, ps.name AS partnership, ps.slug,
               EXISTS (SELECT 1 FROM partner pa WHERE pa.partnership = r.partnership
                       AND pa.organisation = r.organisation AND pa.since <= {}
                       AND (pa.until IS NULL OR pa.until > {})) AS partner_today
          FROM role_held r
          LEFT JOIN organisation o ON o.id = r.organisation
          LEFT JOIN partnership ps ON ps.id = r.partnership
         WHERE r.person = {} ORDER BY ps.name, r.id
        """,
        today,
        today,
        person_id,
    )
    return [
        Capacity(
            role_held_id=row["id"],
            role=Role(row["role"]),
            organisation=row["organisation"] or "",
            partnership=row["partnership"] or "",
            slug=row["slug"] or "",
        )
        for row in rows
        if _holds_today(row, today)
    ]


async def in_role(role_held_id: int) -> Viewer | None:
    """Somebody in the role they asked long work in, or None when they no longer hold it."""
    today = clock.today()
    rows = await RoleHeld.raw(IN_ROLE, today, today, role_held_id)
    return _viewer({**rows[0], "sign_in_id": 0, "locked_to_case": None}, today) if rows else None


async def coordination_of(slug: str) -> Viewer | None:
    """The coordination of a partnership where nobody is signed in, for the command line: person 0."""
    if "\0" in slug:
        return None
    row = await Partnership.select().where(Partnership.slug == slug[:60]).first()
    if row is None:
        return None
    return Viewer(
        person_id=0,
        name="",
        role=Role.COORDINATOR,
        role_held_id=0,
        organisation_id=None,
        organisation="",
        partnership_id=row["id"],
        partnership=row["name"],
        slug=row["slug"],
        code_prefix=row["code_prefix"],
        today=clock.today(),
        sign_in_id=0,
    )


async def person_by_email(email: str) -> dict[str, Any] | None:
    """The account behind an address, for signing in only."""
    return await (
        Person.select(Person.id, Person.name, Person.email, Person.password_hash, Person.disabled_at)
        .where(Person.email == email.strip().casefold())
        .first()
    )


def _viewer(row: dict[str, Any], today: Any) -> Viewer | None:
    if row["role_held_id"] is None or not _holds_today(row, today):
        return None
    return Viewer(
        person_id=row["person_id"],
        name=row["name"],
        role=Role(row["role"]),
        role_held_id=row["role_held_id"],
        organisation_id=row["organisation_id"],
        organisation=row["organisation"] or "",
        partnership_id=row["partnership_id"],
        partnership=row["partnership"] or "",
        slug=row["slug"] or "",
        code_prefix=row["code_prefix"] or "",
        today=today,
        sign_in_id=row["sign_in_id"],
        locked_to_case=row["locked_to_case"],
        has_password=bool(row["has_password"]),
    )


def _holds_today(row: dict[str, Any], today: Any) -> bool:
    if not is_current(row["since"], row["until"], today):
        return False
    return bool(row["partner_today"]) or Role(row["role"]) not in NEEDS_CURRENT_PARTNER
