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
from tracker.database import writing
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
    async with writing():
        durmeland = Partnership(slug="durmeland", name="Durmeland", code_prefix="DL", started_on=LONG_AGO)
        kustpolder = Partnership(slug="kustpolder", name="Kustpolder", code_prefix="KP", started_on=LONG_AGO)
        await Partnership.insert(durmeland, kustpolder)
        ocmw, vdab, arktos, vvsg = organisations = [
            Organisation(name=name, sort_name=name.casefold())
            for name in ("OCMW Waas", "VDAB", "Arktos", "VVSG")
        ]
        await Organisation.insert(*organisations)
        kinds = {ocmw.id: PartnerKind.LEAD, vdab.id: PartnerKind.CORE, arktos.id: PartnerKind.PARTNER}
        await Partner.insert(
            *(
                Partner(partnership=partnership.id, organisation=organisation, kind=kind, since=LONG_AGO)
                for partnership in (durmeland, kustpolder)
                for organisation, kind in kinds.items()
            )
        )
        members = await _members(
            ("An", Role.PRACTITIONER, durmeland, ocmw),
            ("Ben", Role.PRACTITIONER, durmeland, vdab),
            ("Out", Role.PRACTITIONER, durmeland, arktos),
            ("Cor", Role.COORDINATOR, durmeland, ocmw),
            ("Bea", Role.BOARD_MEMBER, durmeland, vdab),
            ("Dirk", Role.REPRESENTATIVE, durmeland, None),
            ("Kim", Role.QUALITY_COACH, durmeland, vvsg),
            ("Pro", Role.PROMOTOR, durmeland, ocmw),
            ("Ewa", Role.PROGRAMME_MANAGER, None, None),
            ("Tom", Role.ADMINISTRATOR, None, None),
            ("Dot", Role.PRACTITIONER, kustpolder, vdab),
            ("Cas", Role.COORDINATOR, kustpolder, ocmw),
        )
    return Cast(
        durmeland=durmeland.id,
        kustpolder=kustpolder.id,
        ocmw=ocmw.id,
        vdab=vdab.id,
        arktos=arktos.id,
        **{member.name.casefold(): member for member in members},
    )


async def _members(*who: tuple[str, Role, Partnership | None, Organisation | None]) -> list[Member]:
    now = clock.now()
    persons = [Person(name=name, email=f"{name.casefold()}@voorbeeld.be", created_at=now) for name, *_ in who]
    await Person.insert(*persons)
    held = [
        RoleHeld(
            person=person.id,
            partnership=partnership and partnership.id,
            organisation=organisation and organisation.id,
            role=role,
            since=LONG_AGO,
        )
        for person, (_, role, partnership, organisation) in zip(persons, who, strict=True)
    ]
    await RoleHeld.insert(*held)
    tokens = [secrets.token_urlsafe(32) for _ in who]
    await SignIn.insert(
        *(
            SignIn(
                token_hash=hash_of(token),
                person=role_held.person,
                role_held=role_held.id,
                started_at=now,
                seen_at=now - timedelta(seconds=1),
            )
            for token, role_held in zip(tokens, held, strict=True)
        )
    )
    return [
        Member(name=person.name, person_id=person.id, role_held_id=role_held.id, token=token)
        for person, role_held, token in zip(persons, held, tokens, strict=True)
    ]
