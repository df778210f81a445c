"""The purpose of a case, in the target group's own words; every former version stays (C2)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.purpose import Rewording, reword_purpose
from tracker.cases.queries.listing import Wanted, cases_for, choices_for
from tracker.cases.queries.purpose import purposes_of
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.kinds import Validated
from tracker.cases.rules.purpose import why_not_reword
from tracker.cases.tables import Purpose, Validation
from tracker.partnership.actions.wordings import reword
from tracker.partnership.rules.partners import WordingKind
from tracker.problems import Conflict, RuleBroken

NEW = "Dat ze stoppen met mij rond te sturen, en dat ik weer kan lassen."
WHY = "Na de proefdag zei hij er zelf iets bij."
MONTH_AGO = timedelta(days=30)


def form_of(code):
    return f"/p/durmeland/casussen/{code}/bedoeling"


async def write(member, case, words=NEW, *, since=None, reason=WHY, version=None, **rest):
    viewer = await member.viewer()
    version = version or (await purposes_of(viewer, case)).version
    wanted = Rewording(words=words, since=since or clock.today(), reason=reason, **rest)
    return await reword_purpose(viewer, case.code, uuid4(), wanted, version=version)


def test_only_the_first_version_needs_no_reason():
    today = clock.today()
    rest = {"changed": True, "reason": " ", "since": today, "started_on": today, "today": today}

    assert why_not_reword(has_former=False, **rest) is None
    assert why_not_reword(has_former=True, **rest).field == "reason"


async def test_the_former_words_stay_with_their_day_author_and_reason(cast):
    case = await tabak(cast, started_on=clock.today() - MONTH_AGO)
    await write(cast.ben, case)

    former, now = (await purposes_of(await cast.an.viewer(), case)).versions
    assert (former.words, former.since, former.author) == (case.purpose, case.started_on, "An")
    assert (now.words, now.since, now.author, now.reason) == (NEW, clock.today(), "Ben", WHY)


async def test_the_list_shows_and_finds_the_new_words(cast):
    case = await tabak(cast)
    await write(cast.an, case)

    an = await cast.an.viewer()
    found = await cases_for(an, Wanted(question="lassen"), await choices_for(an))
    assert [each.purpose for each in found.cases] == [NEW]


async def test_words_about_an_earlier_time_do_not_become_the_current_ones(cast):
    case = await tabak(cast, started_on=clock.today() - MONTH_AGO)
    await write(cast.an, case)
    await write(cast.an, case, "Eerst rust.", since=clock.today() - timedelta(days=10))

    an = await cast.an.viewer()
    assert (await case_for(an, case.code)).purpose == NEW
    assert [each.words for each in (await purposes_of(an, case)).versions] == [
        case.purpose,
        "Eerst rust.",
        NEW,
    ]


async def test_the_central_purpose_of_that_day_is_kept_with_it(cast):
    case = await tabak(cast, started_on=clock.today() - MONTH_AGO)
    cor = await cast.cor.viewer()
    long_ago, this_week = clock.today() - timedelta(days=90), clock.today() - timedelta(days=5)
    await reword(cor, WordingKind.PURPOSE, "Iedereen een dak.", since=long_ago)
    await reword(
        cor, WordingKind.PURPOSE, "Iedereen werk dat past.", since=this_week, reason="Na de studiedag"
    )
    await write(cast.an, case, "Eerst rust.", since=clock.today() - timedelta(days=10), fit="een dak eerst")
    await write(cast.an, case)

    versions = (await purposes_of(await cast.an.viewer(), case)).versions
    assert [each.central for each in versions[1:]] == ["Iedereen een dak.", "Iedereen werk dat past."]


async def test_the_same_words_again_are_no_new_version_but_another_fit_is(cast):
    case = await tabak(cast)

    with pytest.raises(RuleBroken, match="nog niets veranderd"):
        await write(cast.an, case, case.purpose)

    await write(cast.an, case, case.purpose, outside=True, fit="dit gaat over zijn huwelijk")

    assert (await purposes_of(await cast.an.viewer(), case)).current.outside


async def test_a_case_opened_without_purpose_gets_its_first_one_without_a_reason(cast):
    case = await tabak(cast, purpose="")
    await write(cast.an, case, reason="")

    assert (await case_for(await cast.an.viewer(), case.code)).purpose == NEW


async def test_whoever_wrote_meanwhile_is_named_with_their_words(cast):
    case = await tabak(cast)
    version = (await purposes_of(await cast.an.viewer(), case)).version
    await write(cast.ben, case, "Van Ben.", version=version)

    with pytest.raises(Conflict) as met:
        await write(cast.an, case, "Van An.", version=version)

    assert (met.value.who, met.value.theirs["words"]) == ("Ben", "Van Ben.")


async def test_on_the_form_both_texts_are_shown_and_the_second_save_keeps_both(web, cast):
    case = await tabak(cast)
    an, ben, address = web.as_(cast.an), web.as_(cast.ben), form_of(case.code)
    from_an = {**(await an.get(address)).form(address), "words": "Van An.", "reason": "Hij zei het."}
    from_ben = {**(await ben.get(address)).form(address), "words": "Van Ben.", "reason": "Hij zei dit."}
    assert (await ben.post(address, from_ben)).status == 303
    met = await an.post(address, from_an)

    assert met.status == 409
    assert "Ben wijzigde dit intussen" in met
    assert "Van Ben." in met
    assert met.form(address)["words"] == "Van An."
    assert await Purpose.count() == 2

    assert (await an.post(address, met.form(address))).status == 303
    words = [each.words for each in (await purposes_of(await cast.an.viewer(), case)).versions]
    assert words == [case.purpose, "Van Ben.", "Van An."]


async def test_the_partnerships_own_purpose_stands_beside_the_form(web, cast):
    case = await tabak(cast)
    await reword(await cast.cor.viewer(), WordingKind.PURPOSE, "Iedereen werk dat past.", since=clock.today())
    page = await web.as_(cast.an).get(form_of(case.code))

    assert page.status == 200
    assert "Iedereen werk dat past." in page
    assert case.purpose in page


async def test_a_missing_reason_is_asked_for_with_everything_typed_kept(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), form_of(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words": NEW, "fit": "één vast gezicht"})

    assert page.status == 422
    assert set(page.errors) == {"reason"}
    assert page.form(address)["words"] == NEW
    assert page.form(address)["fit"] == "één vast gezicht"
    assert await Purpose.count() == 1


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("words", "Ze\0moeten"),
        ("words", ""),
        ("fit", "x" * 300),
        ("reason", "twee\nregels"),
        ("since", "2999-01-01"),
        ("since", "1999-01-01"),
        ("since", "30/02/2026"),
        ("discussed", "not_possible"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_nothing_is_written(web, cast, field, typed):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), form_of(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words": NEW, "reason": WHY, field: typed})

    assert page.status == 422
    assert await Purpose.count() == 1


async def test_a_word_of_three_hundred_signs_is_kept_whole(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), form_of(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words": "w" * 300, "reason": WHY})

    assert page.status == 303
    assert "w" * 300 in await seat.get(page.location)


async def test_a_double_click_keeps_one_version(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), form_of(case.code)
    fields = {**(await seat.get(address)).form(address), "words": NEW, "reason": WHY}
    first, second = await seat.post(address, fields), await seat.post(address, fields)

    assert (first.status, second.status) == (303, 303)
    assert await Purpose.count() == 2


async def test_a_phone_number_in_the_words_is_asked_about_first(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), form_of(case.code)
    shown = (await seat.get(address)).form(address)
    fields = {**shown, "words": "Bel mij op 0475 12 34 56.", "reason": WHY}

    assert (await seat.post(address, fields)).status == 422
    assert (await seat.post(address, {**fields, "keep_identifiers": "yes"})).status == 303


async def test_whoever_does_not_share_the_case_finds_no_form(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw,))
    for member in (cast.ben, cast.bea, cast.dirk, cast.kim, cast.pro, cast.dot):
        seat = web.as_(member)
        assert (await seat.get(form_of(case.code))).status == 404, member.name
        assert (await seat.post(form_of(case.code), {"words": NEW})).status == 404, member.name

    assert await Purpose.count() == 1


async def test_taking_it_back_brings_the_former_words_and_fills_the_form_again(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), form_of(case.code)
    shown = (await seat.get(address)).form(address)
    typed = {"words": NEW, "reason": WHY, "discussed": Validated.YES, "how": "aan tafel"}
    await seat.post(address, {**shown, **typed})
    latest = (await purposes_of(await cast.an.viewer(), case)).current
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/purpose/{latest.id}")

    assert (await case_for(await cast.an.viewer(), case.code)).purpose == case.purpose
    again = (await seat.get(address)).form(address)
    assert {name: again[name] for name in typed} == typed
    assert await Validation.count() == 0
    assert (await seat.post(address, again)).status == 303


async def test_taking_back_what_is_not_there_is_not_found(web, cast):
    case = await tabak(cast)
    seat = web.as_(cast.an)
    for subject in ("purpose", "score", "ending", "onzin"):
        page = await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/{subject}/999")
        assert page.status == 404, subject
