"""The standing cast of every test: two partnerships and the people who look, each in one capacity.

In Durmeland: An and Ben (practitioners of OCMW Waas and VDAB), Out (practitioner of Arktos, a partner that
cases in tests do not share with), Cor (coordinator), Bea (board member), Dirk (target-group
representative), Kim (quality coach), Pro (promotor). Outside: Ewa (Europa WSE) and Tom (administrator).
In Kustpolder: Dot (practitioner of VDAB there too) and Cas (coordinator).
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from tracker import clock
from tracker.partnership.queries.viewers import hash_of, signed_in_with
from tracker.partnership.rules.partners import PartnerKind
from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.tables import Organisation, Partner, Partnership, Person, RoleHeld, SignIn

LONG_AGO = date(2023, 1, 1)


@dataclass(frozen=True)
class Member:
    """A person of the cast, signed in on a device of their own."""

    name: str
    person_id: int
    role_held_id: int
    token: str

    async def viewer(self) -> Viewer:
        """This member as the code sees them today."""
        signed_in = await signed_in_with(self.token)
        assert signed_in is not None and signed_in.viewer is not None, f"{self.name} holds no role today"
        return signed_in.viewer


@dataclass(frozen=True)
class Cast:
    durmeland: int
    kustpolder: int
    ocmw: int
    vdab: int
    arktos: int
    an: Member
    ben: Member
    out: Member
    cor: Member
    bea: Member
    dirk: Member
    kim: Member
    pro: Member
    ewa: Member
    tom: Member
    dot: Member
    cas: Member


async def gather() -> Cast:
    """Bring the cast into an empty database."""
    durmeland = await _partnership("durmeland", "Durmeland", "DL")
    kustpolder = await _partnership("kustpolder", "Kustpolder", "KP")
    ocmw, vdab, arktos = [await _organisation(name) for name in ("OCMW Waas", "VDAB", "Arktos")]
    for partnership in (durmeland, kustpolder):
        await _partner(partnership, ocmw, PartnerKind.LEAD)
        await _partner(partnership, vdab, PartnerKind.CORE)
        await _partner(partnership, arktos, PartnerKind.PARTNER)
    vvsg = await _organisation("VVSG")
    return Cast(
        durmeland=durmeland,
        kustpolder=kustpolder,
        ocmw=ocmw,
        vdab=vdab,
        arktos=arktos,
        an=await _member("An", Role.PRACTITIONER, durmeland, ocmw),
        ben=await _member("Ben", Role.PRACTITIONER, durmeland, vdab),
        out=await _member("Out", Role.PRACTITIONER, durmeland, arktos),
        cor=await _member("Cor", Role.COORDINATOR, durmeland, ocmw),
        bea=await _member("Bea", Role.BOARD_MEMBER, durmeland, vdab),
        dirk=await _member("Dirk", Role.REPRESENTATIVE, durmeland, None),
        kim=await _member("Kim", Role.QUALITY_COACH, durmeland, vvsg),
        pro=await _member("Pro", Role.PROMOTOR, durmeland, ocmw),
        ewa=await _member("Ewa", Role.PROGRAMME_MANAGER, None, None),
        tom=await _member("Tom", Role.ADMINISTRATOR, None, None),
        dot=await _member("Dot", Role.PRACTITIONER, kustpolder, vdab),
        cas=await _member("Cas", Role.COORDINATOR, kustpolder, ocmw),
    )


async def _partnership(slug: str, name: str, prefix: str) -> int:
    row = Partnership(slug=slug, name=name, code_prefix=prefix, started_on=LONG_AGO)
    await row.save()
    return row.id


async def _organisation(name: str) -> int:
    row = Organisation(name=name, sort_name=name.casefold())
    await row.save()
    return row.id


async def _partner(partnership: int, organisation: int, kind: PartnerKind) -> None:
    await Partner(partnership=partnership, organisation=organisation, kind=kind, since=LONG_AGO).save()


async def _member(name: str, role: Role, partnership: int | None, organisation: int | None) -> Member:
    person = Person(name=name, email=f"{name.casefold()}@voorbeeld.be", created_at=clock.now())
    await person.save()
    held = RoleHeld(
        person=person.id, partnership=partnership, organisation=organisation, role=role, since=LONG_AGO
    )
    await held.save()
    token = secrets.token_urlsafe(32)
    now = clock.now()
    await SignIn(
        token_hash=hash_of(token),
        person=person.id,
        role_held=held.id,
        started_at=now,
        seen_at=now - timedelta(seconds=1),
    ).save()
    return Member(name=name, person_id=person.id, role_held_id=held.id, token=token)
