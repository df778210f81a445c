"""`partnership` and `person`: the first things an installation needs."""

import argparse
import getpass
import sys
from typing import Any

from tracker import clock
from tracker.cli.opening import opened
from tracker.partnership.actions import founding, people, signing_in
from tracker.partnership.queries import organisations, partnerships
from tracker.partnership.rules.partners import PartnerKind
from tracker.partnership.rules.roles import ROLE_NAMES, Role
from tracker.problems import NotFound

ROLES = {name: role for role, name in ROLE_NAMES.items()} | {role.value: role for role in Role}


def add_to(commands: Any) -> None:
    found = commands.add_parser("partnership", help="richt een partnerschap op")
    found.add_argument("slug", help="naam in het adres, bijvoorbeeld oost-meetjesland")
    found.add_argument("name", help="naam op het scherm")
    found.add_argument("--prefix", required=True, help="letters vooraan een casuscode, bijvoorbeeld OM")
    found.add_argument("--municipality", action="append", default=[], help="gemeente; mag meermaals")
    found.set_defaults(run=_partnership)

    person = commands.add_parser("person", help="geef iemand een account en een rol, of een nieuw wachtwoord")
    person.add_argument("email")
    person.add_argument("--name", help="hoe collega's deze persoon noemen")
    person.add_argument("--role", choices=sorted(ROLES), metavar="ROL", help=", ".join(ROLE_NAMES.values()))
    person.add_argument("--partnership", metavar="SLUG")
    person.add_argument("--organisation", metavar="NAAM")
    person.add_argument(
        "--password-stdin", action="store_true", help="lees het wachtwoord van de standaardinvoer"
    )
    person.add_argument("--keep-password", action="store_true", help="laat het wachtwoord zoals het is")
    person.set_defaults(run=_person)


async def _partnership(asked: argparse.Namespace) -> int:
    async with opened():
        await founding.found_partnership(
            asked.slug, asked.name, asked.prefix, clock.today(), tuple(asked.municipality)
        )
        print(f"{asked.name} staat klaar. Geef nu iemand een rol met: tracker person")
    return 0


async def _person(asked: argparse.Namespace) -> int:
    async with opened():
        person = await people.add_person(asked.name or asked.email.split("@")[0], asked.email)
        if not asked.keep_password:
            await signing_in.set_password(person, _password(asked))
        if asked.role:
            await _give_role(person, asked)
        print(f"{asked.email} kan zich aanmelden.")
    return 0


async def _give_role(person: int, asked: argparse.Namespace) -> None:
    partnership = organisation = None
    if asked.partnership:
        partnership = await partnerships.id_of(asked.partnership)
        if partnership is None:
            raise NotFound(f"Er is geen partnerschap met het adres {asked.partnership}.")
    if asked.organisation:
        organisation = await _organisation(partnership, asked.organisation)
    await people.give_role(
        None,
        person,
        ROLES[asked.role],
        since=clock.today(),
        partnership=partnership,
        organisation=organisation,
    )


async def _organisation(partnership: int | None, name: str) -> int:
    """The organisation, taking part from today if it did not yet: without that its people see nothing."""
    known = await organisations.id_of(name)
    if partnership is None or (known and await partnerships.takes_part(partnership, known, clock.today())):
        return known or await founding.organisation_named(name)
    part = founding.NewPartner(name=name, kind=PartnerKind.PARTNER, since=clock.today())
    return await founding.add_partner(None, partnership, part)


def _password(asked: argparse.Namespace) -> str:
    if asked.password_stdin:
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass("Wachtwoord: ")
