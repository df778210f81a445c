"""Failure demands: verbatim, in under a minute, and followed up until the person was told (C7)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.failure_demands import (
    FollowUp,
    Hearing,
    correct_failure_demand,
    follow_up,
    log_failure_demand,
)
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.failure_demands import (
    all_heard,
    heard_of,
    names_to_suggest,
    places_to_suggest,
)
from tracker.cases.rules.failure_demands import why_not_failure_demand
from tracker.cases.rules.kinds import Arising, Subject
from tracker.cases.tables import FailureDemand, FailureDemandOrganisation
from tracker.partnership.queries.drafts import draft_of
from tracker.problems import Conflict

WORDS = "Ze vragen een cv. Ik zeg: ik kan niet schrijven. Ze zeggen: breng een cv."


def path(code, rest="/nieuw"):
    return f"/p/durmeland/casussen/{code}/faalvragen{rest}"


def hearing(**rest):
    return Hearing(**{"words": WORDS, "heard_on": clock.today(), **rest})


def filled(**rest):
    return {
        "key": str(uuid4()),
        "words": WORDS,
        "how": "said",
        "arising": "omission",
        "heard_on": clock.today().isoformat(),
        **rest,
    }


def why_not(**rest):
    today = clock.today()
    told = {"words": WORDS, "heard_on": today, "changed": "", "told_on": None, "told_how": ""}
    return why_not_failure_demand(**{**told, **rest}, started_on=today, today=today)


def test_nothing_can_be_told_before_something_changed():
    assert why_not(told_on=clock.today()).field == "changed"


def test_how_it_was_told_comes_with_the_day():
    assert why_not(changed="Spraakberichten.", told_how="Met een bericht.").field == "told_on"


def test_nobody_was_told_before_it_was_said():
    yesterday = clock.today() - timedelta(days=1)

    assert why_not(changed="Spraakberichten.", told_on=yesterday).field == "told_on"


def test_a_signal_that_was_seen_needs_words_too():
    assert why_not(words=" ").field == "words"


async def test_the_words_are_kept_as_they_came(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing(organisations=("v.d.a.b.", "RVA")))

    heard = await heard_of(case, noted)
    assert (heard.words, heard.organisations) == (WORDS, ("v.d.a.b.", "RVA"))
    parts = await FailureDemandOrganisation.select().order_by(FailureDemandOrganisation.id)
    assert [row["organisation"] for row in parts] == [cast.vdab, None]


async def test_the_same_form_twice_is_one_failure_demand(cast):
    case, an, key = await tabak(cast), await cast.an.viewer(), uuid4()
    await log_failure_demand(an, case.code, key, hearing())
    await log_failure_demand(an, case.code, key, hearing())

    assert (await all_heard(case)).total == 1


async def test_a_correction_keeps_what_it_said_and_only_that(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing(organisations=("RVA",)))
    now = await heard_of(case, noted)
    wanted = hearing(arising=Arising.COUNTERPRODUCTIVE, organisations=("RVA", "VDAB"))
    await correct_failure_demand(an, case.code, noted, wanted, version=now.version, reason="Nagevraagd.")

    assert (await heard_of(case, noted)).organisations == ("RVA", "VDAB")
    [former] = await corrections_of(case, Subject.FAILURE_DEMAND, noted)
    assert former.former == {"arising": "unknown", "organisations": ["RVA"]}
    assert former.reason == "Nagevraagd."


async def test_saving_without_a_change_leaves_no_trace(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing())
    await correct_failure_demand(an, case.code, noted, hearing(), version="oud")

    assert await corrections_of(case, Subject.FAILURE_DEMAND, noted) == []


async def test_what_changed_and_how_it_was_told_come_later_and_the_rest_stays(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing(response="Samen gebeld."))
    now = await heard_of(case, noted)
    came_of_it = FollowUp("Geen brieven meer.", clock.today(), "Met een spraakbericht.")
    await follow_up(an, case.code, noted, came_of_it, version=now.version)

    heard = await heard_of(case, noted)
    assert FollowUp(heard.changed, heard.told_on, heard.told_how) == came_of_it
    assert (heard.words, heard.response) == (WORDS, "Samen gebeld.")


async def test_two_people_completing_the_same_one_meet_each_others_words(cast):
    case, an, ben = await tabak(cast), await cast.an.viewer(), await cast.ben.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing())
    now = await heard_of(case, noted)
    await follow_up(ben, case.code, noted, FollowUp("Van Ben."), version=now.version)

    with pytest.raises(Conflict) as met:
        await follow_up(an, case.code, noted, FollowUp("Van An."), version=now.version)

    assert (met.value.theirs["changed"], met.value.who) == ("Van Ben.", "Ben")


async def test_suggestions_come_only_from_cases_the_viewer_sees(cast):
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    mine, other = await tabak(cast), await tabak(cast, shared_with=(cast.ocmw,), alias="Wolf")
    for case, place, names in (
        (mine, "aan de balie", ("R.V.A.", "RVA")),
        (other, "bij de buurvrouw", ("Geheim vzw",)),
    ):
        heard = hearing(came_in=place, organisations=names)
        await log_failure_demand(an, case.code, uuid4(), heard)

    assert set(await places_to_suggest(an)) == {"aan de balie", "bij de buurvrouw"}
    assert await places_to_suggest(ben) == ["aan de balie"]
    names = await names_to_suggest(ben)
    assert "Geheim vzw" not in names
    assert {"VDAB", "Arktos"} <= set(names)
    assert sum(name in ("RVA", "R.V.A.") for name in names) == 1


async def test_logging_on_a_phone_takes_words_and_a_tap(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    fields = (await seat.get(path(case.code))).form(path(case.code)) | {"words": WORDS}
    answer = await seat.post(path(case.code), fields)

    assert answer.status == 303
    page = await seat.get(answer.location)
    assert WORDS in page
    assert WORDS in await seat.get(path(case.code, ""))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"words": "  "}, "words"),
        ({"words": "x\0"}, "words"),
        ({"words": "x" * 5000}, "words"),
        ({"heard_on": (clock.today() + timedelta(days=2)).isoformat()}, "heard_on"),
        ({"heard_on": "1999-01-01"}, "heard_on"),
        ({"arising": "pech"}, "arising"),
        ({"came_in": "x" * 81}, "came_in"),
        ({"organisation-2": "x" * 121}, "organisation-2"),
    ],
)
async def test_what_cannot_be_is_refused_beside_its_field_and_nothing_is_written(web, cast, typed, field):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(response="Samen gebeld.", **typed))

    assert page.status == 422
    assert field in page.errors
    assert page.form(path(case.code))["response"].strip() == "Samen gebeld."
    assert await FailureDemand.count() == 0


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "x" * 300, 'É ‘aan’ & "bij" 😀'])
async def test_odd_words_are_kept_as_typed_and_shown_as_words(web, cast, words):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled(words=words, came_in="<b>balie</b>"))

    row = await FailureDemand.select(FailureDemand.id, FailureDemand.words).first()
    assert row["words"] == words
    for rest in ("", f"/{row['id']}", f"/{row['id']}/wat-veranderde", f"/{row['id']}/waardevraag"):
        page = await seat.get(path(case.code, rest))
        assert words in page
        assert "<b>balie</b>" in page


async def test_a_national_number_is_kept_only_when_somebody_says_so(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    fields = filled(words="Ze schreven 85.07.30-033.28 op de brief.")
    page = await seat.post(path(case.code), fields)

    assert page.status == 422
    assert await FailureDemand.count() == 0
    assert (await seat.post(path(case.code), {**fields, "keep_identifiers": "yes"})).status == 303


async def test_what_was_seen_is_not_shown_as_something_said(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled(words="Kwam twee keer niet opdagen.", how="seen"))
    page = await seat.get(path(case.code, ""))

    assert "Kwam twee keer niet opdagen." in page
    assert "Gezien op" in page
    assert page.all("blockquote") == []


async def test_undo_puts_the_words_back_in_the_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled(about="ja", **{"organisation-1": "RVA"}))
    row = await FailureDemand.select(FailureDemand.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/failure_demand/{row['id']}")

    assert await FailureDemand.count() == 0
    left = (await draft_of(cast.an.person_id, path(case.code))).fields
    assert (left["words"], left["about"], left["organisation-1"]) == (WORDS, "ja", "RVA")


async def test_a_failure_demand_is_read_and_corrected_on_screen(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled(**{"organisation-1": "RVA", "organisation-3": "VDAB"}))
    row = await FailureDemand.select(FailureDemand.id).first()
    edit = path(case.code, f"/{row['id']}/verbeter")
    fields = (await seat.get(edit)).form(edit)
    assert (fields["organisation-1"], fields["organisation-2"]) == ("RVA", "VDAB")
    answer = await seat.post(edit, {**fields, "response": "Samen gebeld.", "why": "Vergeten."})

    page = await seat.get(answer.location)
    assert "Samen gebeld." in page
    assert "RVA, VDAB" in page
    assert "Wat we deden: leeg" in page


async def test_the_page_asks_whether_the_person_was_told(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await FailureDemand.select(FailureDemand.id).first()
    follow = path(case.code, f"/{row['id']}/wat-veranderde")
    fields = (await seat.get(follow)).form(follow)
    refused = await seat.post(follow, {**fields, "told_on": clock.today().isoformat()})
    assert refused.errors == {"changed": "Wat is er verteld? Schrijf eerst wat erdoor veranderde."}
    await seat.post(follow, {**fields, "changed": "Spraakberichten."})

    assert "Nog niet verteld aan Tabak." in await seat.get(path(case.code, f"/{row['id']}"))
    assert "Vertel Tabak wat er veranderde" in await seat.get(f"/p/durmeland/casussen/{case.code}")


async def test_a_long_list_comes_in_pages(web, cast):
    case, an = await tabak(cast), await cast.an.viewer()
    for n in range(51):
        await log_failure_demand(an, case.code, uuid4(), hearing(words=f"Weer een brief, nummer {n}."))
    first = await web.as_(cast.an).get(path(case.code, ""))
    second = await web.as_(cast.an).get(path(case.code, "?bladzijde=2"))

    assert (len(first.all("blockquote")), len(second.all("blockquote"))) == (50, 1)


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_finds_and_logs_nothing(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    noted = await log_failure_demand(await cast.an.viewer(), case.code, uuid4(), hearing())
    seat = web.as_(getattr(cast, member))

    for rest in ("", "/nieuw", *(f"/{noted}{page}" for page in ("", "/verbeter", "/wat-veranderde"))):
        assert (await seat.get(path(case.code, rest))).status == 404
    assert (await seat.post(path(case.code), filled())).status == 404
    assert await FailureDemand.count() == 1
