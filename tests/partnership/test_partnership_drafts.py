"""Drafts: what somebody typed stays theirs, is put back, and holds no identifiers (C15, C16)."""

from datetime import timedelta

from tracker import clock
from tracker.partnership.actions.drafts import drop_draft, keep_draft, sweep_drafts
from tracker.partnership.actions.signing_in import set_password
from tracker.partnership.queries.drafts import draft_of
from tracker.partnership.rules.drafts import LARGEST, why_not_keep
from tracker.partnership.tables import SignIn

PASSWORD = "vier gewone woorden samen"
FORM = "/p/durmeland/casussen/nieuw"
KEEP = f"/concepten?formulier={FORM}"


def test_a_text_with_a_phone_number_is_not_kept_unless_its_writer_says_so():
    fields = {"purpose": "Bel haar op 0471 23 45 67"}

    assert "telefoonnummer" in why_not_keep(fields)
    assert why_not_keep(fields, identifiers_may_stay=True) is None


def test_a_draft_larger_than_any_form_is_not_kept():
    assert "te lang" in why_not_keep({"purpose": "a" * LARGEST, "demands": ["b"]})
    assert why_not_keep({"purpose": "a" * LARGEST}) is None


async def test_what_is_typed_is_kept_for_its_writer_alone(web, cast):
    page = await web.as_(cast.an).post(KEEP, {"alias": "Tabak", "key": "x", "demands": ["1", "2"]})

    assert page.status == 204
    left = await draft_of(cast.an.person_id, FORM)
    assert left.fields == {"alias": "Tabak", "demands": ["1", "2"]}
    assert await draft_of(cast.ben.person_id, FORM) is None


async def test_the_last_draft_of_a_form_takes_the_place_of_the_former(web, cast):
    seat = web.as_(cast.an)
    await seat.post(KEEP, {"alias": "Tab"})
    await seat.post(KEEP, {"alias": "Tabak"})

    assert (await draft_of(cast.an.person_id, FORM)).fields == {"alias": "Tabak"}


async def test_a_draft_with_an_identifier_is_refused_in_words_and_not_stored(web, cast):
    page = await web.as_(cast.an).post(KEEP, {"purpose": "Bel 0471 23 45 67"})

    assert page.status == 422
    assert page.headers["content-type"].startswith("text/plain")
    assert "telefoonnummer" in page.response.text
    assert await draft_of(cast.an.person_id, FORM) is None


async def test_who_said_that_an_identifier_may_stay_keeps_the_draft_too(web, cast):
    page = await web.as_(cast.an).post(KEEP, {"purpose": "Bel 0471 23 45 67", "keep_identifiers": "yes"})

    assert page.status == 204
    assert (await draft_of(cast.an.person_id, FORM)).fields == {"purpose": "Bel 0471 23 45 67"}


async def test_throwing_a_draft_away_leads_back_to_the_empty_form(web, cast):
    await keep_draft(cast.an.person_id, FORM, {"alias": "Tabak"})
    page = await web.as_(cast.an).post(f"/concepten/weg?formulier={FORM}")

    assert (page.status, page.location) == (303, FORM)
    assert await draft_of(cast.an.person_id, FORM) is None


async def test_throwing_away_never_leads_to_another_site(web, cast):
    page = await web.as_(cast.an).post("/concepten/weg?formulier=//elders.example/")

    assert page.location == "/"


async def test_nobody_keeps_a_draft_without_signing_in(web, cast):
    page = await web.as_nobody().post(KEEP, {"alias": "Tabak"})

    assert page.status in (303, 401)
    assert await draft_of(cast.an.person_id, FORM) is None


async def test_a_form_without_words_leaves_no_draft(cast):
    await keep_draft(cast.an.person_id, FORM, {"alias": "", "key": "x"})

    assert await draft_of(cast.an.person_id, FORM) is None


async def test_dropping_one_draft_leaves_the_others(cast):
    await keep_draft(cast.an.person_id, FORM, {"alias": "Tabak"})
    await keep_draft(cast.an.person_id, "/elders", {"alias": "Roos"})
    await drop_draft(cast.an.person_id, FORM)

    assert await draft_of(cast.an.person_id, FORM) is None
    assert (await draft_of(cast.an.person_id, "/elders")).fields == {"alias": "Roos"}


async def test_beneath_a_draft_another_one_waits_its_turn(web, cast):
    seat, an = web.as_(cast.an), cast.an.person_id
    await keep_draft(an, FORM, {"alias": "Roos"})
    await keep_draft(an, FORM, {"alias": "Tabak"}, on_top=True)
    await seat.post(KEEP, {"alias": "Tabak twee"})
    assert (await draft_of(an, FORM)).fields == {"alias": "Tabak twee"}

    await seat.post(f"/concepten/weg?formulier={FORM}")

    assert (await draft_of(an, FORM)).fields == {"alias": "Roos"}


async def test_drafts_are_forgotten_after_thirty_days(cast):
    with clock.at(clock.now() - timedelta(days=31)):
        await keep_draft(cast.an.person_id, FORM, {"alias": "Tabak"})
    await keep_draft(cast.ben.person_id, FORM, {"alias": "Roos"})
    await sweep_drafts()

    assert await draft_of(cast.an.person_id, FORM) is None
    assert await draft_of(cast.ben.person_id, FORM) is not None


async def ended_in_the_middle(web, cast, fields):
    """An's sign-in ends while she fills in a form; she signs in again on the page she gets."""
    await set_password(cast.an.person_id, PASSWORD)
    seat = web.as_(cast.an)
    await SignIn.delete(force=True)
    door = await seat.post(FORM, fields, referer=f"https://leerspoor.test{FORM}")
    assert door.status == 401
    typed = door.form("/aanmelden") | {"email": "an@voorbeeld.be", "password": PASSWORD}
    return seat, await seat.post("/aanmelden", typed)


async def test_a_sign_in_that_ended_in_the_middle_of_a_form_loses_nothing(web, cast):
    words = "Eén adres.\nEén naam & één telefoon."
    team = [str(cast.ocmw), str(cast.vdab)]
    fields = {"kind": "group", "alias": "Roos", "purpose": words, "organisations": team}
    seat, back = await ended_in_the_middle(web, cast, fields)

    assert back.location == FORM
    page = await seat.get(FORM)
    assert "We zetten terug" in page
    form = page.form(FORM)
    assert (form["kind"], form["alias"], form["purpose"]) == ("group", "Roos", words)
    assert form["organisations"] == team


async def test_a_number_typed_before_the_sign_in_ended_is_asked_about_and_not_stored(web, cast):
    seat, page = await ended_in_the_middle(web, cast, {"alias": "Roos", "purpose": "Bel 0471 23 45 67"})

    assert page.status == 200
    assert await draft_of(cast.an.person_id, FORM) is None
    form = await seat.post(FORM, page.form(FORM))
    assert form.status == 422
    assert "0471 23 45 67, een telefoonnummer" in form
    assert form.form(FORM)["alias"] == "Roos"
