"""Failure demands: verbatim, in under a minute, and called the other kind with history (C7)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.failure_demands import (
    Hearing,
    call_it_failure,
    call_it_value,
    correct_failure_demand,
    log_failure_demand,
)
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.failure_demands import all_heard, heard_of
from tracker.cases.rules.failure_demands import why_not_failure_demand
from tracker.cases.rules.kinds import Arising, DemandState, Subject
from tracker.cases.tables import FailureDemand, FailureDemandOrganisation, ValueDemand
from tracker.partnership.queries.drafts import draft_of
from tracker.problems import RuleBroken

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


def test_nothing_can_be_told_before_something_changed():
    today = clock.today()
    refusal = why_not_failure_demand(
        words=WORDS, heard_on=today, told_on=today, changed="", started_on=today, today=today
    )

    assert refusal.field == "changed"


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

    assert len(await all_heard(case)) == 1


async def test_a_failure_demand_becomes_a_value_demand_once_and_both_stay(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing())
    demand = await call_it_value(an, case.code, noted, "Hij wil leren schrijven.")

    assert (await ValueDemand.objects().get(ValueDemand.id == demand)).words == WORDS
    assert (await heard_of(case, noted)).became_demand == demand
    with pytest.raises(RuleBroken, match="al eens"):
        await call_it_value(an, case.code, noted, "Nog eens.")


async def test_a_value_demand_becomes_a_failure_demand_with_its_words(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    demand = ValueDemand(
        key=uuid4(), case=case.id, place=0, words="Nog eens dat attest.", state="open", named_on=clock.today()
    )
    await demand.save()
    noted = await call_it_failure(an, case.code, demand.id, "Dit was er niet geweest.")

    assert (await heard_of(case, noted)).words == "Nog eens dat attest."
    assert (await ValueDemand.objects().get(ValueDemand.id == demand.id)).state == DemandState.RECLASSIFIED
    with pytest.raises(RuleBroken):
        await call_it_failure(an, case.code, demand.id, "Nog eens.")


async def test_what_changed_and_that_it_was_told_can_be_added_and_the_former_stays(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await log_failure_demand(an, case.code, uuid4(), hearing())
    now = await heard_of(case, noted)
    wanted = hearing(changed="Geen brieven meer.", told_on=clock.today(), arising=Arising.COUNTERPRODUCTIVE)
    await correct_failure_demand(an, case.code, noted, wanted, version=now.version)

    assert (await heard_of(case, noted)).told_on == clock.today()
    [former] = await corrections_of(case, Subject.FAILURE_DEMAND, noted)
    assert former.former["changed"] == ""


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
        ({"told_on": clock.today().isoformat()}, "changed"),
    ],
)
async def test_what_cannot_be_is_refused_beside_its_field_and_nothing_is_written(web, cast, typed, field):
    case = await tabak(cast)
    page = await web.as_(cast.an).post(path(case.code), filled(response="Samen gebeld.", **typed))

    assert page.status == 422
    assert field in page.errors
    assert page.form(path(case.code))["response"].strip() == "Samen gebeld."
    assert await FailureDemand.count() == 0


async def test_undo_puts_the_words_back_in_the_form(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await FailureDemand.select(FailureDemand.id).first()
    await seat.post(f"/p/durmeland/casussen/{case.code}/ongedaan/failure_demand/{row['id']}")

    assert await FailureDemand.count() == 0
    assert (await draft_of(cast.an.person_id, path(case.code))).fields["words"] == WORDS


async def test_a_failure_demand_is_read_completed_and_reclassified_on_screen(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    await seat.post(path(case.code), filled())
    row = await FailureDemand.select(FailureDemand.id).first()
    edit = path(case.code, f"/{row['id']}/verbeter")
    fields = (await seat.get(edit)).form(edit) | {"changed": "Spraakberichten."}
    assert (await seat.post(edit, fields)).status == 303
    assert "Spraakberichten." in await seat.get(path(case.code, f"/{row['id']}"))

    refused = await seat.post(path(case.code, f"/{row['id']}/waardevraag"), {"reason": ""})
    assert refused.status == 422
    await seat.post(path(case.code, f"/{row['id']}/waardevraag"), {"reason": "Wil leren schrijven."})

    assert await ValueDemand.count() == 1


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_finds_and_logs_nothing(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    noted = await log_failure_demand(await cast.an.viewer(), case.code, uuid4(), hearing())
    seat = web.as_(getattr(cast, member))

    for rest in ("", "/nieuw", f"/{noted}", f"/{noted}/verbeter"):
        assert (await seat.get(path(case.code, rest))).status == 404
    assert (await seat.post(path(case.code), filled())).status == 404
    assert await FailureDemand.count() == 1
