"""Reading and correcting a star on the screen (C5)."""

import pytest

from tests.cases.life import tabak
from tests.cases.stars import TEAM, WORDS, read, said, with_demands
from tracker import clock
from tracker.cases.actions.demands import Wanted, change_demand
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.overview.demands import demands_of
from tracker.cases.rules.kinds import DemandChangeKind, Fit
from tracker.cases.tables import StarRating, StarReading, Validation
from tracker.partnership.actions.wordings import reword
from tracker.partnership.rules.partners import WordingKind


def new(code):
    return f"/p/durmeland/casussen/{code}/ster/nieuw"


def one(code, reading_id):
    return f"/p/durmeland/casussen/{code}/ster/{reading_id}"


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
