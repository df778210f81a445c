"""Ons partnerschap: own words, value steps, partners and roles, each new version beside the former ones."""

from datetime import timedelta

import pytest

from tracker import clock
from tracker.partnership.actions import partners, wordings
from tracker.partnership.queries.wordings import own_words, value_steps
from tracker.partnership.rules.partners import PartnerKind, WordingKind
from tracker.partnership.tables import NamedRole, ServiceArea
from tracker.problems import Conflict, RuleBroken

BASE = "/p/durmeland/partnerschap"


async def say(viewer, text, **rest):
    return await wordings.reword(viewer, WordingKind.PURPOSE, text, since=viewer.today, **rest)


async def test_a_new_purpose_keeps_the_former_one_with_its_reason(cast):
    viewer = await cast.cor.viewer()
    await say(viewer, "Eén vast gezicht.")
    await say(viewer, "Eén vast gezicht, geen doorsturen.", reason="Na de leersessie.")

    words = await own_words(viewer, WordingKind.PURPOSE)

    assert words.text(WordingKind.PURPOSE) == "Eén vast gezicht, geen doorsturen."
    assert [v.text for v in words.former(WordingKind.PURPOSE)] == ["Eén vast gezicht."]


async def test_a_second_purpose_needs_a_reason(cast):
    viewer = await cast.cor.viewer()
    await say(viewer, "Eén vast gezicht.")

    with pytest.raises(RuleBroken, match="waarom"):
        await say(viewer, "Iets anders.")


async def test_two_people_rewriting_at_once_both_keep_their_words(cast):
    viewer = await cast.cor.viewer()
    first = await say(viewer, "Eén vast gezicht.")
    await say(viewer, "Van de ander.", reason="Sneller.", version=str(first))

    with pytest.raises(Conflict) as met:
        await say(viewer, "Van mij.", reason="Later.", version=str(first))

    assert met.value.theirs["text"] == "Van de ander."


async def test_the_coordination_writes_and_the_board_only_reads(web, cast):
    form = {"text": "Eén vast gezicht.", "since": str(clock.today())}
    coordination, board = web.as_(cast.cor), web.as_(cast.bea)

    assert (await coordination.post(f"{BASE}/woorden/purpose", form)).status == 303
    assert "Eén vast gezicht." in await board.get(BASE)
    assert (await board.post(f"{BASE}/woorden/purpose", form)).status == 403


async def test_an_empty_text_is_refused_beside_the_field_with_the_rest_kept(web, cast):
    page = await web.as_(cast.cor).post(
        f"{BASE}/woorden/purpose", {"text": " ", "since": str(clock.today()), "decision": "verslag 3"}
    )

    assert page.status == 422
    assert page.errors["text"] == "Schrijf de tekst."


async def test_an_unknown_kind_of_words_is_not_found(web, cast):
    assert (await web.as_(cast.cor).get(f"{BASE}/woorden/wachtwoord")).status == 404


async def test_a_reworded_value_step_shows_what_it_said_before(web, cast):
    viewer = await cast.cor.viewer()
    step = await wordings.add_value_step(viewer, "Rust", "Eerst slapen.")
    await wordings.reword_value_step(viewer, step, "Rust en basis", "Dak en slaap.", "", reason="Ruimer.")

    page = await web.as_(cast.bea).get(f"{BASE}/waardestappen")

    assert "Dak en slaap." in page
    assert "Eerst slapen." in page


async def test_a_retired_value_step_is_no_longer_offered(cast):
    viewer = await cast.cor.viewer()
    step = await wordings.add_value_step(viewer, "Rust", "Eerst slapen.")
    await wordings.retire_value_step(viewer, step, reason="Gaat op in een andere.")

    assert await value_steps(viewer) == []


async def test_two_value_steps_cannot_have_the_same_name(web, cast):
    await wordings.add_value_step(await cast.cor.viewer(), "Rust", "Eerst slapen.")

    page = await web.as_(cast.an).post(
        f"{BASE}/waardestappen/nieuw", {"name": "rust", "meaning": "Nog eens."}
    )

    assert page.errors["name"] == "Er is al een waardestap met deze naam."


async def test_a_partner_that_leaves_takes_the_access_of_its_people_with_it_that_day(web, cast):
    viewer = await cast.cor.viewer()
    part = await partners.admit_partner(viewer, "Compaan", PartnerKind.PARTNER, viewer.today)
    assert "Compaan" in await web.as_(cast.bea).get(BASE)

    page = await web.as_(cast.cor).post(f"{BASE}/organisaties/{part}/einde", {"until": str(viewer.today)})

    assert page.status == 303


async def test_an_organisation_cannot_take_part_twice_at_once(cast):
    viewer = await cast.cor.viewer()

    with pytest.raises(RuleBroken, match="al mee"):
        await partners.admit_partner(viewer, "v.d.a.b", PartnerKind.PARTNER, viewer.today)


async def test_a_part_cannot_end_before_it_began(web, cast):
    viewer = await cast.cor.viewer()
    part = await partners.admit_partner(viewer, "Compaan", PartnerKind.PARTNER, viewer.today)

    page = await web.as_(cast.cor).post(
        f"{BASE}/organisaties/{part}/einde", {"until": str(viewer.today - timedelta(days=1))}
    )

    assert page.status == 422
    assert "voor het begin" in page


async def test_every_page_of_our_partnership_reads_well(web, cast):
    viewer = await cast.cor.viewer()
    await say(viewer, "Eén vast gezicht.")
    step = await wordings.add_value_step(viewer, "Rust", "Eerst slapen.")
    part = await partners.admit_partner(viewer, "CGG", PartnerKind.NETWORK_ACTOR, viewer.today)
    seat = web.as_(cast.cor)

    for path in (
        "",
        "/woorden/purpose",
        "/woorden/term",
        "/woorden/team_mandate",
        "/waardestappen/nieuw",
        f"/waardestappen/{step}",
        "/organisaties/nieuw",
        f"/organisaties/{part}",
        f"/organisaties/{part}/wijzig",
        "/rollen/nieuw",
        "/werkingsgebied",
    ):
        assert (await seat.get(BASE + path)).status == 200, path


async def test_a_vacant_role_is_shown_to_the_board(web, cast):
    viewer = await cast.cor.viewer()
    await partners.name_role(viewer, "Geheugen van het team", None, viewer.today)

    assert "niemand, deze rol is vrij" in await web.as_(cast.bea).get(BASE)


async def test_a_municipality_joins_and_leaves_on_a_day(web, cast):
    seat, today = web.as_(cast.cor), str(clock.today())
    await seat.post(f"{BASE}/werkingsgebied", {"municipality": "Herzele", "since": today})
    page = await seat.get(f"{BASE}/werkingsgebied")
    assert "Herzele" in page

    again = await seat.post(f"{BASE}/werkingsgebied", {"municipality": "Herzele", "since": today})

    assert again.errors["municipality"] == "Herzele hoort al bij het werkingsgebied."


@pytest.mark.parametrize("huge", ["9" * 30, "-1", "\0", "een"])
async def test_a_choice_that_cannot_be_is_refused_and_changes_nothing(web, cast, huge):
    seat, today = web.as_(cast.cor), str(clock.today())
    await seat.post(f"{BASE}/werkingsgebied", {"municipality": "Herzele", "since": today})

    ended = await seat.post(f"{BASE}/werkingsgebied/einde", {"area": huge, "until": today})
    named = await seat.post(f"{BASE}/rollen/nieuw", {"name": "Geheugen", "person": huge})
    acting = await seat.post("/rol", {"role_held": huge})

    assert [page.status for page in (ended, named, acting)] == [422, 422, 422]
    assert set(ended.errors) == {"area"}
    assert await ServiceArea.count() == await ServiceArea.count().where(ServiceArea.until.is_null()) == 1
    assert await NamedRole.count() == 0
