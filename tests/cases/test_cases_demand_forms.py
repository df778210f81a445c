"""Naming, rewording and closing value demands on the screen, and taking a step back (C4, C16)."""

import pytest

from tests.cases.demands import ADDRESS, READING, change, name, new, page_of
from tests.cases.life import tabak
from tracker.cases.queries.demands import demand_of
from tracker.cases.rules.kinds import DemandChangeKind, DemandState
from tracker.cases.tables import DemandChange, ValueDemand


async def test_the_form_names_several_demands(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words-1": ADDRESS, "words-3": READING, "theme-3": "lezen"})

    assert page.status == 303
    assert [row["place"] for row in await ValueDemand.select().order_by(ValueDemand.place)] == [0, 1]
    back = await seat.get(page.location)
    assert ADDRESS in back
    assert READING in back


async def test_an_empty_form_says_what_belongs_there(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    page = await seat.post(address, (await seat.get(address)).form(address))

    assert page.status == 422
    assert page.errors == {"words-1": "Schrijf minstens één waardevraag."}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("words-2", "Ze\0moeten"),
        ("theme-1", "x" * 300),
        ("named_on", "2999-01-01"),
        ("named_on", "1999-01-01"),
        ("named_on", ""),
        ("words-2", "Bel 0475 12 34 56"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_nothing_is_written(web, cast, field, typed):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words-1": ADDRESS, field: typed})

    assert page.status == 422
    assert page.form(address)["words-1"] == ADDRESS
    assert await ValueDemand.count() == 0


async def test_a_script_in_a_demand_stays_words(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, "<script>alert(1)</script> " + "w" * 300)
    page = await web.as_(cast.an).get(page_of(case.code, demand_id))

    assert "<script>alert(1)</script>" in page


@pytest.mark.parametrize(
    ("change_name", "state"),
    [
        ("herwoording", DemandState.OPEN),
        ("afsluiting", DemandState.CLOSED),
        ("buiten-de-bedoeling", DemandState.OUTSIDE),
    ],
)
async def test_every_step_has_its_form_and_a_double_click_takes_it_once(web, cast, change_name, state):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    seat, address = web.as_(cast.an), page_of(case.code, demand_id, f"/{change_name}")
    fields = {**(await seat.get(address)).form(address), "reason": "Hij woont er nu."}
    if change_name == "herwoording":
        fields["words"] = "Eén gezicht volstaat."
    first, second = await seat.post(address, fields), await seat.post(address, fields)

    assert (first.status, second.status) == (303, 303)
    assert await DemandChange.count() == 1
    assert (await demand_of(case, demand_id)).state is state
    assert "Hij woont er nu." in await seat.get(page_of(case.code, demand_id))


async def test_a_closed_demand_can_be_reopened_from_its_page(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await change(cast.an, case, demand_id, DemandChangeKind.CLOSED)
    seat = web.as_(cast.an)
    page = await seat.get(page_of(case.code, demand_id))
    assert "Herschrijf" not in page.links()

    address = page.links()["Heropen"]
    await seat.post(address, {**(await seat.get(address)).form(address), "reason": "Hij belde weer."})

    assert (await demand_of(case, demand_id)).state is DemandState.OPEN


async def test_a_missing_reason_is_asked_for_with_the_new_words_kept(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    seat, address = web.as_(cast.an), page_of(case.code, demand_id, "/herwoording")
    fields = {**(await seat.get(address)).form(address), "words": "Eén gezicht volstaat."}
    page = await seat.post(address, fields)

    assert page.status == 422
    assert set(page.errors) == {"reason"}
    assert page.form(address)["words"] == "Eén gezicht volstaat."
    assert await DemandChange.count() == 0


async def test_whoever_does_not_share_the_case_finds_nothing(web, cast):
    case = await tabak(cast, shared_with=(cast.ocmw,))
    other = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    paths = [new(case.code)] + [
        page_of(case.code, demand_id, more) for more in ("", "/afsluiting", "/gegevens")
    ]
    for member in (cast.ben, cast.bea, cast.kim, cast.dot):
        for path in paths:
            assert (await web.as_(member).get(path)).status == 404, (member.name, path)
    seat = web.as_(cast.an)
    for path in (
        page_of(other.code, demand_id),
        page_of(case.code, 999),
        page_of(case.code, "9" * 30),
        page_of(case.code, demand_id, "/onzin"),
    ):
        assert (await seat.get(path)).status == 404, path


async def test_taking_a_named_demand_back_puts_its_words_in_the_form_again(web, cast):
    case = await tabak(cast)
    seat, address = web.as_(cast.an), new(case.code)
    shown = (await seat.get(address)).form(address)
    page = await seat.post(address, {**shown, "words-1": ADDRESS, "theme-1": "contact"})
    assert "Maak ongedaan" in await seat.get(page.location)
    demand_id = (await ValueDemand.select().first())["id"]
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/value_demand/{demand_id}")

    form = (await seat.get(address)).form(address)
    assert (form["words-1"], form["theme-1"]) == (ADDRESS, "contact")
    assert await ValueDemand.count() == 0


@pytest.mark.parametrize("change_name", ["herwoording", "afsluiting"])
async def test_taking_a_step_back_lets_the_demand_be_as_it_was(web, cast, change_name):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    seat, address = web.as_(cast.an), page_of(case.code, demand_id, f"/{change_name}")
    fields = {**(await seat.get(address)).form(address), "reason": "Hij woont er nu."}
    if change_name == "herwoording":
        fields["words"] = "Eén gezicht volstaat."
    await seat.post(address, fields)
    page = await seat.get(page_of(case.code, demand_id))
    back = next(form.get("action") for form in page.all("form") if "ongedaan" in form.get("action"))
    assert (await seat.post(back)).location.startswith(address)

    row = await ValueDemand.select().first()
    assert (row["words"], row["state"], row["ended_on"]) == (ADDRESS, DemandState.OPEN, None)
    again = (await seat.get(address)).form(address)
    assert again["reason"] == "Hij woont er nu."
    assert (await seat.post(address, again)).status == 303


async def test_only_the_last_step_can_be_taken_back(web, cast):
    case = await tabak(cast)
    (demand_id,) = await name(cast.an, case, ADDRESS)
    await change(cast.an, case, demand_id, DemandChangeKind.REWORDED, words="Eerst zo.")
    await change(cast.an, case, demand_id, DemandChangeKind.REWORDED, words="Dan zo.", reason="Weer.")
    first = (await DemandChange.select().order_by(DemandChange.id).first())["id"]
    page = await web.as_(cast.an).post(f"/p/durmeland/casussen/{case.code}/ongedaan/demand_change/{first}")

    assert page.status == 422
    assert (await demand_of(case, demand_id)).words == "Dan zo."
