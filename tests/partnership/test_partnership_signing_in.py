"""Signing in and out, with nothing typed lost and no token to plant."""

from datetime import timedelta

from tests.client import Seat
from tracker import clock
from tracker.partnership.access import COOKIE
from tracker.partnership.actions.signing_in import set_password
from tracker.partnership.queries.drafts import draft_of
from tracker.partnership.tables import Partner, RoleHeld, SignIn

PASSWORD = "paraplu kaasplank velo dinsdag"


async def sign_in(web, member, password=PASSWORD, **fields) -> tuple[Seat, object]:
    await set_password(member.person_id, PASSWORD)
    seat = web.as_nobody()
    email = f"{member.name.casefold()}@voorbeeld.be"
    return seat, await seat.post("/aanmelden", {"email": email, "password": password, **fields})


async def test_the_right_password_signs_in_and_leads_to_where_one_wanted_to_be(web, cast):
    seat, answer = await sign_in(web, cast.an, onward="/rol")

    assert (answer.status, answer.location) == (303, "/rol")
    assert (await seat.get("/rol")).status == 200


async def test_a_wrong_password_is_refused_beside_the_field_without_saying_which_was_wrong(web, cast):
    _, answer = await sign_in(web, cast.an, password="iets anders")

    assert answer.status == 422
    assert "passen niet bij elkaar" in answer


async def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(web, cast):
    for _ in range(5):
        await sign_in(web, cast.an, password="fout")

    _, answer = await sign_in(web, cast.an)

    assert answer.status == 422
    assert "kwartier" in answer


async def test_a_planted_token_is_worth_nothing_and_signing_in_gives_a_fresh_one(web, cast):
    seat = web.as_nobody()
    seat.cookies[COOKIE] = "planted"
    assert (await seat.get("/rol")).status == 303

    fresh, _ = await sign_in(web, cast.an)

    assert fresh.cookies[COOKIE] not in ("planted", cast.an.token)


async def test_onward_never_leads_off_this_site(web, cast):
    _, answer = await sign_in(web, cast.an, onward="//elders.example/vals")

    assert answer.location == "/"


async def test_signing_out_ends_the_token_on_the_server(web, cast):
    seat = web.as_(cast.an)
    await seat.post("/afmelden")

    seat.cookies[COOKIE] = cast.an.token
    assert (await seat.get("/rol")).location.startswith("/aanmelden")


async def test_what_was_typed_when_the_sign_in_ended_waits_as_a_draft_after_signing_in_again(web, cast):
    seat = web.as_nobody()
    page = await seat.post(
        "/rol", {"role_held": "1", "why": "Hij belde zelf."}, referer="https://leerspoor.test/rol"
    )
    assert page.status == 401

    await set_password(cast.an.person_id, PASSWORD)
    fields = page.form("/aanmelden") | {"email": "an@voorbeeld.be", "password": PASSWORD}
    answer = await seat.post("/aanmelden", fields)

    assert answer.location == "/rol"
    assert (await draft_of(cast.an.person_id, "/rol")).fields["why"] == "Hij belde zelf."


async def test_an_idle_sign_in_ends(web, cast):
    await SignIn.update({SignIn.seen_at: clock.now() - timedelta(days=30)}, force=True)

    assert (await web.as_(cast.an).get("/rol")).location.startswith("/aanmelden")


async def test_a_role_ends_on_its_day_with_effect_at_once(web, cast):
    await RoleHeld.update({RoleHeld.until: clock.today()}).where(RoleHeld.id == cast.an.role_held_id)

    page = await web.as_(cast.an).get("/rol")

    assert "Je hebt vandaag geen rol" in page


async def test_when_an_organisation_leaves_its_practitioners_lose_access_that_day(web, cast):
    await Partner.update({Partner.until: clock.today()}).where(Partner.organisation == cast.vdab)

    page = await web.as_(cast.ben).get("/rol")

    assert "Je hebt vandaag geen rol" in page
