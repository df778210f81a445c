"""People and the roles they hold, with effect from a day (P3)."""

import secrets
from dataclasses import dataclass
from datetime import date

from tracker import clock
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.actions import signing_in
from tracker.partnership.rules import people as rules
from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.tables import Organisation, Partnership, Person, RoleHeld, SignIn
from tracker.problems import NotFound, RuleBroken


async def add_person(name: str, email: str) -> int:
    """The account for this address, made when there is none yet. Raises RuleBroken."""
    address = email.strip().casefold()
    if not name.strip() or "@" not in address:
        raise RuleBroken("Geef een naam en een e-mailadres.", "email")
    async with writing():
        known = await Person.select(Person.id).where(Person.email == address).first()
        if known:
            return int(known["id"])
        person = Person(name=name.strip(), email=address, created_at=clock.now())
        await person.save()
        await trail.record_by_system(None, "account made", "person", person.id)
    return int(person.id)


@dataclass(frozen=True, slots=True)
class Welcome:
    """A role that was given; `first_password` is shown once to whoever gave it, for a new account only."""

    person: int
    first_password: str | None


async def welcome(
    viewer: Viewer,
    name: str,
    email: str,
    role: Role,
    *,
    since: date,
    partnership: int | None,
    organisation: int | None,
    until: date | None,
) -> Welcome:
    """Give somebody a role, and an account with a first password when there is none. Raises RuleBroken."""
    if reason := rules.why_not_give_role(
        viewer.role, role, in_partnership=partnership is not None, has_organisation=organisation is not None
    ):
        raise RuleBroken(reason, "role")
    first_password = None
    async with writing():
        person = await add_person(name, email)
        if not await signing_in.has_password(person):
            first_password = "-".join(secrets.token_hex(3) for _ in range(3))
            await signing_in.set_password(person, first_password, temporary=True)
        await give_role(
            viewer, person, role, since=since, partnership=partnership, organisation=organisation, until=until
        )
    return Welcome(person, first_password)


async def rename_self(person_id: int, name: str) -> None:
    """Change what colleagues call you."""
    await Person.update({Person.name: name.strip()}).where(Person.id == person_id)


async def give_role(
    viewer: Viewer | None,
    person: int,
    role: Role,
    *,
    since: date,
    partnership: int | None = None,
    organisation: int | None = None,
    until: date | None = None,
) -> int:
    """Let a person hold a role from a day on; without a viewer it is the command line. Raises RuleBroken."""
    if reason := rules.why_not_give_role(
        viewer.role if viewer else None,
        role,
        in_partnership=partnership is not None,
        has_organisation=organisation is not None,
    ):
        raise RuleBroken(reason, "role")
    if until and (reason := rules.why_not_end(since, until)):
        raise RuleBroken(reason, "until")
    if viewer and viewer.role is not Role.ADMINISTRATOR and partnership != viewer.partnership_id:
        raise NotFound
    async with writing():
        if partnership and not await Partnership.exists().where(Partnership.id == partnership):
            raise RuleBroken("Kies een partnerschap uit de lijst.", "partnership")
        if organisation and not await Organisation.exists().where(Organisation.id == organisation):
            raise RuleBroken("Kies een organisatie uit de lijst.", "organisation")
        held = RoleHeld(
            person=person,
            partnership=partnership,
            organisation=organisation,
            role=role,
            since=since,
            until=until,
        )
        await held.save()
        await trail.record_act(
            viewer, partnership, "role given", "role", held.id, role=role, person=person, since=since
        )
    return int(held.id)


async def end_role(viewer: Viewer, role_held: int, until: date) -> None:
    """End a role on a day; from that day on its holder sees nothing through it. Raises RuleBroken."""
    async with writing():
        held = await RoleHeld.objects().get(RoleHeld.id == role_held)
        if held is None or (
            viewer.role is not Role.ADMINISTRATOR and held.partnership != viewer.partnership_id
        ):
            raise NotFound
        if reason := rules.why_not_end(held.since, until):
            raise RuleBroken(reason, "until")
        await RoleHeld.update({RoleHeld.until: until}).where(RoleHeld.id == role_held)
        await trail.record_act(viewer, held.partnership, "role ended", "role", role_held, until=until)


async def disable_person(viewer: Viewer, person: int) -> None:
    """Close an account: every device is signed out at once."""
    async with writing():
        await Person.update({Person.disabled_at: clock.now()}).where(Person.id == person)
        await SignIn.delete().where(SignIn.person == person)
        await trail.record_act(viewer, viewer.partnership_id, "account closed", "person", person)
