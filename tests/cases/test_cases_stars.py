"""Reading the value demands as a star, from a stated perspective (C5)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.cases.stars import TEAM, TOGETHER, WORDS, read, said, with_demands
from tracker import clock
from tracker.cases.actions.demands import Named, Wanted, add_demands, change_demand
from tracker.cases.actions.stars import Read, correct_star, read_star
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.queries.stars import former_readings, last_times, reading_of
from tracker.cases.rules.kinds import DemandChangeKind, Fit, Validated
from tracker.cases.rules.stars import MOST_AT_ONCE, Readable, asks_to_choose, why_not_read
from tracker.cases.tables import ProgressScore, StarRating, StarReading, Validation
from tracker.partnership.actions.wordings import reword
from tracker.partnership.rules.partners import WordingKind
from tracker.problems import Conflict, RuleBroken


def new(code):
    return f"/p/durmeland/casussen/{code}/ster/nieuw"


def one(code, reading_id):
    return f"/p/durmeland/casussen/{code}/ster/{reading_id}"


def alive(days, said_about, *, ended_on=None):
    today = clock.today()
    return why_not_read(
        said=said_about,
        demands=[Readable(7, today - timedelta(days=days), ended_on)],
        read_on=today,
        started_on=today - timedelta(days=90),
        today=today,
    )


def test_at_least_one_demand_gets_a_star():
    assert alive(10, {7: 3}) is None
    assert alive(10, {7: None}).reason.startswith("Geef minstens één waardevraag")
    assert alive(10, {}).field == "stars"


@pytest.mark.parametrize("stars", [0, 6])
def test_a_star_lies_between_one_and_five(stars):
    assert alive(10, {7: stars}).field == "stars-7"


def test_a_demand_is_read_from_the_day_it_was_named_until_the_day_it_ended():
    today = clock.today()
    assert "pas op" in alive(-1, {7: 3}).reason
    assert "eindigde op" in alive(10, {7: 3}, ended_on=today - timedelta(days=1)).reason
    assert alive(10, {7: 3}, ended_on=today) is None


def test_over_eight_open_demands_somebody_chooses():
    assert not asks_to_choose(MOST_AT_ONCE)
    assert asks_to_choose(MOST_AT_ONCE + 1)


async def test_a_reading_holds_every_open_demand_and_what_was_not_spoken_about_stays_empty(cast):
    case, (a, b, c) = await with_demands(cast)
    await read(cast.an, case, {a: 3, b: said(4, "leest korte berichten", Fit.TOO_MUCH, "zijn zus: 2")})

    reading = (await demands_of(await cast.an.viewer(), case)).latest
    assert reading.perspective is TOGETHER
    assert reading.ratings == {
        a: said(3),
        b: said(4, "leest korte berichten", Fit.TOO_MUCH, "zijn zus: 2"),
        c: said(),
    }


async def test_a_star_never_makes_a_score(cast):
    case, (a, *_) = await with_demands(cast)
    await read(cast.an, case, {a: 5})

    assert await ProgressScore.count() == 0


async def test_the_same_key_keeps_one_reading(cast):
    case, (a, *_) = await with_demands(cast)
    an, key, wanted = await cast.an.viewer(), uuid4(), Read(TOGETHER, clock.today(), {a: said(3)})

    assert await read_star(an, case.code, key, wanted) == await read_star(an, case.code, key, wanted)
    assert (await StarReading.count(), await StarRating.count()) == (1, 3)


async def test_words_without_a_day_on_which_they_belong_are_refused_and_never_lost(cast):
    case, (a, *_) = await with_demands(cast)
    (late,) = await add_demands(
        await cast.an.viewer(), case.code, uuid4(), Named({1: "Lassen."}, clock.today(), {})
    )

    with pytest.raises(RuleBroken) as refused:
        await read(
            cast.an, case, {a: 3, late: said(note="zei hij toen al")}, on=clock.today() - timedelta(days=5)
        )

    assert refused.value.field == f"stars-{late}"


async def test_a_demand_of_another_case_is_not_read_here(cast):
    case, _ = await with_demands(cast)
    _, (elsewhere, *_) = await with_demands(cast)

    with pytest.raises(RuleBroken):
        await read(cast.an, case, {elsewhere: 3})

    assert await StarRating.count() == 0


async def test_only_a_star_of_the_team_alone_asks_whether_it_was_talked_over(cast):
    case, (a, *_) = await with_demands(cast)
    await read(cast.an, case, {a: 3}, discussed=Validated.YES)
    assert await Validation.count() == 0

    await read(cast.an, case, {a: 3}, seen=TEAM, discussed=Validated.YES, how="nadien, aan de telefoon")

    assert (await Validation.objects().first()).how == "nadien, aan de telefoon"


async def test_last_time_is_of_the_same_perspective_and_looks_past_gaps(cast):
    case, (a, b, _) = await with_demands(cast)
    today = clock.today()
    await read(cast.an, case, {a: 2, b: 4}, on=today - timedelta(days=30))
    await read(cast.an, case, {b: 1}, on=today - timedelta(days=20), seen=TEAM)
    await read(cast.an, case, {b: 5}, on=today - timedelta(days=10))

    last = last_times(await demands_of(await cast.an.viewer(), case, all_readings=True))
    assert (last[a][TOGETHER].stars, last[b][TOGETHER].stars, last[b][TEAM].stars) == (2, 5, 1)


async def test_a_correction_keeps_the_former_star_whole(cast):
    case, (a, b, _) = await with_demands(cast)
    reading_id = await read(cast.an, case, {a: said(2, "twee diensten bellen nog"), b: 4}, note="Aan tafel.")
    ben = await cast.ben.viewer()
    version = (await reading_of(ben, case, reading_id)).version
    wanted = Read(TOGETHER, clock.today(), {a: said(3), b: said(4)}, note="Aan tafel.")
    await correct_star(ben, case.code, reading_id, wanted, version=version, reason="Verkeerd getikt")

    now = (await reading_of(ben, case, reading_id)).reading
    former = (await former_readings(case, reading_id))[0]
    assert now.ratings[a] == said(3)
    assert former.ratings[a] == said(2, "twee diensten bellen nog")
    assert (former.note, former.corrected_by, former.reason) == ("Aan tafel.", "Ben", "Verkeerd getikt")


async def test_two_people_correcting_the_same_star_meet_each_other(cast):
    case, (a, *_) = await with_demands(cast)
    reading_id = await read(cast.an, case, {a: 2})
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    version = (await reading_of(an, case, reading_id)).version
    by_ben, by_an = [Read(TOGETHER, clock.today(), {a: said(stars)}) for stars in (3, 4)]
    await correct_star(ben, case.code, reading_id, by_ben, version=version)

    with pytest.raises(Conflict) as met:
        await correct_star(an, case.code, reading_id, by_an, version=version)

    assert met.value.who == "Ben"
    assert met.value.theirs[f"stars-{a}"] == f"{WORDS[0]}: 3"


async def test_the_form_shows_every_demand_with_the_words_at_both_ends(web, cast):
    case, _ = await with_demands(cast)
    await reword(await cast.cor.viewer(), WordingKind.STAR_LOW, "helemaal niet", since=clock.today())
    page = await web.as_(cast.an).get(new(case.code))

    assert page.status == 200
    assert all(words in page for words in WORDS)
    assert "1: helemaal niet" in page
    assert "5: zo is het goed" in page
    assert not any(name.startswith("stars") for name in page.form(new(case.code)))


async def test_the_form_marks_last_time_for_each_perspective(web, cast):
    case, (a, *_) = await with_demands(cast)
    await read(cast.an, case, {a: said(3, "er bellen nog twee diensten")})
    await read(cast.an, case, {a: 1}, seen=TEAM)
    page = await web.as_(cast.an).get(new(case.code))

    marked = {kind: page.all("label", f"was-{kind}") for kind in ("together", "team")}
    assert [label.find("input").get("value") for label in marked["together"]] == ["3"]
    assert [label.find("input").get("value") for label in marked["team"]] == ["1"]
    assert "er bellen nog twee diensten" in page


async def test_a_filled_in_star_is_kept_and_leads_back_with_an_undo(web, cast):
    case, (a, b, c) = await with_demands(cast)
    seat, address = web.as_(cast.an), new(case.code)
    filled = {
        **(await seat.get(address)).form(address),
        f"stars-{a}": "3",
        f"stars-{b}": "",
        f"seen-{a}": "één dienst belt nog",
        f"fit-{a}": "too_little",
        f"otherwise-{a}": "de wijkagent gaf 1",
        "note": "Voorgelezen.",
    }
    page = await seat.post(address, filled)

    assert page.status == 303
    assert "Maak ongedaan" in await seat.get(page.location)
    reading = (await demands_of(await cast.an.viewer(), case)).latest
    assert reading.ratings[a] == said(3, "één dienst belt nog", Fit.TOO_LITTLE, "de wijkagent gaf 1")
    assert reading.ratings[b] == reading.ratings[c] == said()

    assert (await seat.post(address, filled)).status == 303
    assert await StarReading.count() == 1


async def test_a_star_without_any_figure_is_refused_with_everything_typed_kept(web, cast):
    case, (a, *_) = await with_demands(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, f"seen-{a}": "één dienst belt nog", "perspective": "team"})

    assert page.status == 422
    assert "Geef minstens één waardevraag een cijfer van 1 tot 5." in page.errors.values()
    assert page.form(address)[f"seen-{a}"] == "één dienst belt nog"
    assert page.form(address)["perspective"] == "team"
    assert await StarReading.count() == 0


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("stars-{a}", "6"),
        ("stars-{a}", "9" * 30),
        ("fit-{a}", "genoeg"),
        ("seen-{a}", "nul\0byte"),
        ("seen-{a}", "Bel 0475 12 34 56"),
        ("otherwise-{a}", "an@voorbeeld.be"),
        ("read_on", "2999-01-01"),
        ("read_on", "1999-01-01"),
        ("perspective", "niemand"),
        ("how", "x" * 300),
    ],
)
async def test_what_cannot_be_kept_is_said_and_nothing_is_written(web, cast, field, typed):
    case, (a, b, _) = await with_demands(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, f"stars-{b}": "2", field.format(a=a): typed})

    assert page.status == 422
    assert page.form(address)[f"stars-{b}"] == "2"
    assert await StarReading.count() == 0


async def test_of_many_open_demands_somebody_chooses_first_and_the_choice_stays(web, cast):
    words = [f"Vraag nummer {n} van hem" for n in range(10)]
    case, ids = await with_demands(cast, *words)
    seat, address = web.as_(cast.an), new(case.code)
    choosing = await seat.get(address)
    assert "Kies waarover jullie het nu hebben" in choosing
    assert len([box for box in choosing.all("input") if box.get("name") == "vraag"]) == 10

    chosen = await seat.get(f"{address}?vraag={ids[1]}&vraag={ids[4]}&vraag=999&vraag={'9' * 30}")
    assert words[1] in chosen and words[4] in chosen and words[2] not in chosen

    refused = await seat.post(address, chosen.form(address))
    assert refused.status == 422
    assert words[1] in refused and words[2] not in refused

    kept = await seat.post(address, {**chosen.form(address), f"stars-{ids[4]}": "2"})
    assert kept.status == 303
    assert await StarRating.count() == 10


async def test_without_an_open_demand_the_page_says_what_comes_first(web, cast):
    case = await tabak(cast)
    page = await web.as_(cast.an).get(new(case.code))

    assert "Nog geen waardevraag open" in page
    assert "Noteer waardevragen" in page.links()


async def test_a_demand_closed_while_somebody_was_filling_in_is_still_read_that_day(web, cast):
    case, (a, b, _) = await with_demands(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    closing = Wanted(DemandChangeKind.CLOSED, clock.today(), "Hij woont er nu.")
    version = (await demand_of(case, a)).version
    await change_demand(await cast.ben.viewer(), case.code, a, closing, version=version)

    assert (await seat.post(address, {**shown, f"stars-{a}": "5"})).status == 303


async def test_a_star_is_corrected_on_its_own_page(web, cast):
    case, (a, b, _) = await with_demands(cast)
    reading_id = await read(cast.an, case, {a: said(2, "nog niet"), b: 4})
    seat, address = web.as_(cast.ben), one(case.code, reading_id)
    shown = (await seat.get(address)).form(address)
    assert (shown[f"stars-{a}"], shown[f"seen-{a}"]) == ("2", "nog niet")

    page = await seat.post(address, {**shown, f"stars-{a}": "3", "reason": "Verkeerd getikt"})

    assert page.status == 303
    after = await seat.get(address)
    assert "Wat hier eerder stond" in after
    assert "Verkeerd getikt" in after


async def test_whoever_does_not_share_the_case_finds_nothing(web, cast):
    case, (a, *_) = await with_demands(cast)
    other, _ = await with_demands(cast)
    reading_id = await read(cast.an, case, {a: 2})
    for member in (cast.out, cast.bea, cast.kim, cast.dot):
        seat = web.as_(member)
        for path in (new(case.code), one(case.code, reading_id)):
            assert (await seat.get(path)).status == 404, (member.name, path)
            assert (await seat.post(path, {f"stars-{a}": "5"})).status == 404, (member.name, path)
    seat = web.as_(cast.an)
    for path in (one(other.code, reading_id), one(case.code, 999), one(case.code, "9" * 30)):
        assert (await seat.get(path)).status == 404, path

    assert await StarReading.count() == 1


async def test_taking_a_star_back_puts_everything_in_the_form_again(web, cast):
    case, (a, b, _) = await with_demands(cast)
    seat, address = web.as_(cast.an), new(case.code)
    typed = {
        f"stars-{a}": "3",
        f"seen-{a}": "één dienst belt nog",
        f"fit-{a}": "too_much",
        f"otherwise-{b}": "zijn zus: 2",
        "perspective": "team",
        "note": "In de auto.",
        "discussed": "yes",
        "how": "nadien",
    }
    await seat.post(address, {**(await seat.get(address)).form(address), **typed})
    reading_id = (await StarReading.select().first())["id"]
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/star/{reading_id}")

    form = (await seat.get(address)).form(address)
    assert {name: form[name] for name in typed} == typed
    assert await StarReading.count() == await StarRating.count() == await Validation.count() == 0


async def test_anyone_may_read_what_too_little_and_too_much_mean_and_it_holds_no_figure(web, cast):
    page = await web.as_nobody().get("/uitleg/te-weinig-te-veel")

    assert page.status == 200
    assert "hulp die niemand vroeg" in page
    body = next(page.tree.iter("main"))
    assert not any(sign.isdigit() for sign in "".join(body.itertext()))
