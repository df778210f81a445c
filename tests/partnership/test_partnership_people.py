"""People, roles and accounts: given and ended from a day, by who may."""

from datetime import timedelta

import pytest

from tests.partnership.test_partnership_signing_in import PASSWORD, sign_in
from tracker import clock
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Person, RoleHeld

PEOPLE = "/p/durmeland/mensen"


def newcomer(cast, **rest):
    return {
        "name": "Ina",
        "email": "ina@voorbeeld.be",
        "role": "practitioner",
        "organisation": str(cast.ocmw),
        "since": str(clock.today()),
        **rest,
    }


async def test_a_newcomer_gets_a_first_password_that_must_be_changed(web, cast):
    page = await web.as_(cast.cor).post(f"{PEOPLE}/nieuw", newcomer(cast))
    first = next(p for p in page.all("strong") if p.text and "-" in p.text).text

    seat = web.as_nobody()
    await seat.post("/aanmelden", {"email": "ina@voorbeeld.be", "password": first})
    assert (await seat.get("/rol")).location == "/mijn/wachtwoord"
    changed = await seat.post("/mijn/wachtwoord", {"current": first, "password": PASSWORD})

    assert changed.status == 303
    assert "samenwerker" in await seat.get("/rol")


async def test_a_known_person_gets_a_second_role_and_keeps_the_password(web, cast):
    page = await web.as_(cast.cor).post(
        f"{PEOPLE}/nieuw", newcomer(cast, email="ben@voorbeeld.be", role="coordinator")
    )

    assert page.status in (200, 303)
    assert await Person.count().where(Person.email == "ben@voorbeeld.be") == 1


async def test_a_coordinator_cannot_make_an_administrator(web, cast):
    page = await web.as_(cast.cor).post(f"{PEOPLE}/nieuw", newcomer(cast, role="administrator"))

    assert page.status == 422
    assert not await RoleHeld.exists().where(
        RoleHeld.role == Role.ADMINISTRATOR, RoleHeld.person != cast.tom.person_id
    )


async def test_a_practitioner_needs_an_organisation(web, cast):
    page = await web.as_(cast.cor).post(f"{PEOPLE}/nieuw", newcomer(cast, organisation=""))

    assert "Kies voor welke organisatie" in page.errors["role"]


async def test_a_role_of_another_partnership_cannot_be_ended(web, cast):
    page = await web.as_(cast.cor).post(
        f"{PEOPLE}/rollen/{cast.dot.role_held_id}", {"until": str(clock.today())}
    )

    assert page.status == 404
    assert await RoleHeld.exists().where(RoleHeld.id == cast.dot.role_held_id, RoleHeld.until.is_null())


async def test_ending_a_role_today_closes_the_door_at_once(web, cast):
    await web.as_(cast.cor).post(f"{PEOPLE}/rollen/{cast.ben.role_held_id}", {"until": str(clock.today())})

    assert (await web.as_(cast.ben).get("/p/durmeland/partnerschap")).status == 404


async def test_a_role_cannot_end_before_it_began(web, cast):
    page = await web.as_(cast.cor).post(f"{PEOPLE}/rollen/{cast.ben.role_held_id}", {"until": "2001-01-01"})

    assert "voor het begin" in page.errors["until"]


async def test_the_board_sees_roles_and_cannot_give_them(web, cast):
    assert (await web.as_(cast.bea).get(PEOPLE)).status == 200
    assert (await web.as_(cast.bea).get(f"{PEOPLE}/nieuw")).status == 403


async def test_the_administrator_gives_roles_anywhere_and_closes_accounts(web, cast):
    seat = web.as_(cast.tom)
    form = newcomer(cast, role="board_member", partnership=str(cast.kustpolder), organisation=str(cast.vdab))
    assert (await seat.post("/beheer/nieuw", form)).status == 200
    assert (await seat.get("/beheer")).status == 200
    assert (await seat.get(f"/beheer/rollen/{cast.dot.role_held_id}")).status == 200

    await seat.post(f"/beheer/mensen/{cast.dot.person_id}/sluiten")

    assert (await web.as_(cast.dot).get("/rol")).location.startswith("/aanmelden")


async def test_a_role_that_starts_tomorrow_opens_nothing_today(web, cast):
    tomorrow = str(clock.today() + timedelta(days=1))
    await web.as_(cast.cor).post(f"{PEOPLE}/nieuw", newcomer(cast, email="dot@voorbeeld.be", since=tomorrow))

    assert "Durmeland" not in await web.as_(cast.dot).get("/rol")


async def test_changing_a_password_signs_out_every_other_device(web, cast):
    seat, _ = await sign_in(web, cast.an)
    answer = await seat.post(
        "/mijn/wachtwoord", {"current": PASSWORD, "password": "lepel gordijn tractor zes"}
    )

    assert answer.status == 303
    assert (await web.as_(cast.an).get("/rol")).location.startswith("/aanmelden")


async def test_a_password_that_is_easy_to_guess_is_refused_beside_the_field(web, cast):
    seat, _ = await sign_in(web, cast.an)
    page = await seat.post("/mijn/wachtwoord", {"current": PASSWORD, "password": "wachtwoord12"})

    assert "raden" in page.errors["password"]


async def test_the_coordination_reads_the_trail_and_nobody_else_knows_it_exists(web, cast):
    await web.as_(cast.cor).post(f"{PEOPLE}/nieuw", newcomer(cast))

    assert "rol gegeven" in await web.as_(cast.cor).get("/p/durmeland/spoor")
    assert (await web.as_(cast.cor).get("/p/durmeland/leesboek")).status == 200
    assert (await web.as_(cast.an).get("/p/durmeland/spoor")).status == 404


@pytest.mark.parametrize("number", ["9" * 5000, "²", "-1", "0", "een"])
async def test_an_impossible_page_of_the_record_is_the_first_page(web, cast, number):
    page = await web.as_(cast.cor).get(f"/p/durmeland/spoor?bladzijde={number}")

    assert page.status == 200


async def test_ones_own_profile_shows_devices_and_takes_a_new_name(web, cast):
    seat = web.as_(cast.an)
    await seat.post("/mijn", {"name": "Anna"})

    assert "Anna" in await seat.get("/mijn")
