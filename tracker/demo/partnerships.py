"""The partnerships of the demo, who takes part in them and who signs in."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.partnership.actions import founding, partners, people, signing_in, wordings
from tracker.partnership.queries import partnerships
from tracker.partnership.queries.organisations import id_of
from tracker.partnership.queries.viewers import signed_in_with
from tracker.partnership.rules.partners import PartnerKind, WordingKind
from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.tables import SignIn

DEMO_ACCOUNT = "sofie@leerspoor.test"
PASSWORD = "vier gewone losse woorden"
LEAD, CORE = PartnerKind.LEAD, PartnerKind.CORE
PARTNER, ACTOR = PartnerKind.PARTNER, PartnerKind.NETWORK_ACTOR
SW, CO = Role.PRACTITIONER, Role.COORDINATOR


@dataclass(frozen=True, slots=True)
class Somebody:
    """A demo account: first name, role, organisation; the address is the name at the partnership."""

    name: str
    role: Role
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    slug: str
    name: str
    prefix: str
    municipalities: tuple[str, ...]
    organisations: tuple[tuple[str, PartnerKind, str], ...]
    people: tuple[Somebody, ...]
    purpose: str = ""


DURMELAND = Place(
    "durmeland",
    "Durmeland",
    "DL",
    ("Waasdorp", "Durmen", "Polderkerke"),
    (
        ("OCMW Waasdorp", LEAD, "Nabijheid en financiële hulp."),
        ("OCMW Durmen", CORE, "Nabijheid en wonen."),
        ("OCMW Polderkerke", CORE, "Dorpswerking."),
        ("VDAB", CORE, "Bemiddeling en werkgevers."),
        ("CAW De Brug", PARTNER, "Wonen en slachtofferhulp."),
        ("Jeugdwerk Zuid", PARTNER, "Jongeren, op hun plek."),
        ("Agentschap Integratie", ACTOR, "Taal en erkenning."),
    ),
    (
        Somebody("Sofie", SW, "OCMW Waasdorp"),
        Somebody("Jonas", SW, "Jeugdwerk Zuid"),
        Somebody("Nadia", SW, "CAW De Brug"),
        Somebody("Bram", SW, "VDAB"),
        Somebody("Ilse", SW, "OCMW Polderkerke"),
        Somebody("Marieke", CO, "OCMW Waasdorp"),
        Somebody("Bea", Role.BOARD_MEMBER, "VDAB"),
        Somebody("Greet", Role.BOARD_MEMBER, "OCMW Durmen"),
        Somebody("Dirk", Role.REPRESENTATIVE),
        Somebody("Kim", Role.QUALITY_COACH),
        Somebody("Paul", Role.PROMOTOR, "OCMW Waasdorp"),
    ),
    "Eén vast gezicht, geen doorsturen: doen wat deze mens nodig heeft, niet meer en niet minder.",
)
KUSTPOLDER = Place(
    "kustpolder",
    "Kustpolder",
    "KP",
    ("Zandvlo", "Duinhoek"),
    (
        ("OCMW Zandvlo", LEAD, "Nabijheid."),
        ("VDAB", CORE, "Bemiddeling."),
        ("OCMW Duinhoek", CORE, "Buurtwerk."),
    ),
    (
        Somebody("Ilse", SW, "OCMW Zandvlo"),
        Somebody("Lien", SW, "VDAB"),
        Somebody("Wim", CO, "OCMW Zandvlo"),
        Somebody("Kim", Role.QUALITY_COACH),
    ),
    "Niemand moet twee keer hetzelfde vragen.",
)
OOST_MEETJESLAND = Place(
    "oost-meetjesland",
    "Oost-Meetjesland",
    "OM",
    ("Eeklo", "Zelzate", "Kaprijke", "Evergem", "Assenede", "Lievegem", "Sint-Laureins"),
    (
        ("OCMW Eeklo", LEAD, "Nabijheid, financiële hulp."),
        ("OCMW Zelzate", CORE, "Nabijheid, wonen."),
        ("OCMW Evergem", CORE, "Taal, opvang."),
        ("OCMW Kaprijke", CORE, "Dorpswerking."),
        ("OCMW Assenede", CORE, "Gezinnen."),
        ("OCMW Lievegem", CORE, "Werkgevers in de buurt."),
        ("OCMW Sint-Laureins", CORE, "Dorpswerking."),
        ("VDAB", CORE, "Bemiddeling, werkgevers."),
        ("CAW", PARTNER, "Wonen, slachtofferhulp."),
        ("Arktos", PARTNER, "Jongeren."),
        ("Emino", PARTNER, "Jobcoaching bij ziekte."),
        ("Compaan", PARTNER, "Werkplek, 55+."),
    ),
    (Somebody("Katrien", CO, "OCMW Eeklo"), Somebody("Farah", SW, "VDAB")),
)
OUTSIDE = (Somebody("Ewa", Role.PROGRAMME_MANAGER), Somebody("Tom", Role.ADMINISTRATOR))


async def settle(place: Place, since: date) -> dict[str, Viewer]:
    """Found a partnership with its organisations and people; who works there, by first name."""
    partnership = await founding.found_partnership(
        place.slug, place.name, place.prefix, since, place.municipalities
    )
    for name, kind, added in place.organisations:
        part = founding.NewPartner(name=name, kind=kind, since=since, added_value=added)
        await founding.add_partner(None, partnership, part)
    workers = {}
    for somebody in place.people:
        workers[somebody.name] = await _welcome(somebody, place, since)
    coordinator = next(viewer for viewer in workers.values() if viewer.role is CO)
    if place.purpose:
        await _writes(coordinator, place, since)
    return workers


async def welcome_outsiders(since: date) -> None:
    """The two roles that stand outside partnerships."""
    for somebody in OUTSIDE:
        person = await people.add_person(somebody.name, f"{somebody.name.lower()}@leerspoor.test")
        await signing_in.set_password(person, PASSWORD)
        await people.give_role(None, person, somebody.role, since=since)


async def _welcome(somebody: Somebody, place: Place, since: date) -> Viewer:
    person = await people.add_person(somebody.name, f"{somebody.name.lower()}@leerspoor.test")
    if not await signing_in.has_password(person):
        await signing_in.set_password(person, PASSWORD)
    held = await people.give_role(
        None,
        person,
        somebody.role,
        since=since,
        partnership=await partnerships.id_of(place.slug),
        organisation=await id_of(somebody.organisation) if somebody.organisation else None,
    )
    token = await signing_in.start(person, device="verhaal", role_held_id=held)
    signed_in = await signed_in_with(token)
    assert signed_in is not None and signed_in.viewer is not None
    await SignIn.delete().where(SignIn.id == signed_in.sign_in_id)
    return signed_in.viewer


async def _writes(viewer: Viewer, place: Place, since: date) -> None:
    """What the partnership says about itself."""
    first, later = since + timedelta(days=20), since + timedelta(days=300)
    viewer = replace(viewer, today=later)

    async def say(kind: WordingKind, text: str, title: str = "", on: date = first, reason: str = "") -> None:
        decided = on if kind is WordingKind.TEAM_MANDATE else None
        await wordings.reword(
            viewer,
            kind,
            text,
            since=on,
            title=title,
            reason=reason,
            decided_on=decided,
            decision="verslag bestuursraad, punt 2" if decided else "",
        )

    await say(WordingKind.PURPOSE, "Eén vast gezicht voor wie tussen de diensten valt.")
    await say(
        WordingKind.PURPOSE,
        place.purpose,
        on=later,
        reason="Uit de eerste leersessies: doorsturen was het ergste.",
    )
    await say(
        WordingKind.URGENCY,
        "Wie tussen diensten valt, verliest elk jaar meer: eerst post, dan papieren, dan mensen.",
    )
    await say(
        WordingKind.PRINCIPLE,
        "We beginnen met de woorden van de persoon en schrijven ze letterlijk op.",
        "Eigen woorden eerst",
    )
    await say(
        WordingKind.PRINCIPLE,
        "Wie doorverwijst, gaat mee tot er een gesprek met drie is geweest.",
        "Met drie",
    )
    await say(
        WordingKind.TERM,
        "Wie voor een casus het vaste gezicht is. Zegt de persoon iets, dan hoort de trekker het eerst.",
        "trekker",
    )
    await say(
        WordingKind.SUBSTANTIAL_CONTACT,
        "We noteren wat er gezegd, gezien of samen gedaan is. Een afspraak verzetten telt niet.",
    )
    await say(
        WordingKind.TEAM_MANDATE,
        "Het team beslist zelf wie trekker is, wanneer we pauzeren en met wie we delen. "
        "Geld en regels van een partner gaan naar de bestuursraad.",
    )
    for name, meaning, example in (
        (
            "Rust en basis op orde",
            "Dak, geld en brieven breken niet elke week opnieuw los.",
            "Alle brieven op één stapel, één per keer open.",
        ),
        (
            "Vertrouwen en contact",
            "Er is iemand die blijft, ook als het stil wordt.",
            "Een bericht per maand zonder vraagteken.",
        ),
        (
            "Zicht op wat ik wil en kan",
            "Iemand weet zelf wat gaat en wat niet, en durft het te zeggen.",
            "Een proefdag zegt meer dan een test.",
        ),
        (
            "Proeven en oefenen",
            "Iets doen zonder dat het telt als mislukking.",
            "Het eerste uur draait er iemand mee.",
        ),
        (
            "Blijven en zelf verder kunnen",
            "Het loopt, en iemand weet wie te bellen.",
            "Een terugvalplan in eigen woorden.",
        ),
    ):
        await wordings.add_value_step(viewer, name, meaning, example, since=first)
    await partners.name_role(viewer, "Geheugen van het team", viewer.person_id, first)
    await partners.name_role(viewer, "Contact met buiten", None, first)
