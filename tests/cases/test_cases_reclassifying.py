"""Calling a demand the other kind, both ways, with a reason and with its history (C7)."""

from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tracker import clock
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.failure_demands import Hearing, log_failure_demand
from tracker.cases.actions.reclassifying import call_it_failure, call_it_value
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.demands import demand_of
from tracker.cases.queries.failure_demands import heard_of
from tracker.cases.rules.failure_demands import why_not_call_it_failure, why_not_call_it_value
from tracker.cases.rules.kinds import DemandChangeKind, DemandState, Subject
from tracker.cases.tables import FailureDemand, ValueDemand
from tracker.problems import RuleBroken

WORDS = "Ze vragen een cv. Ik kan niet schrijven."


def at(case, rest):
    return f"/p/durmeland/casussen/{case.code}/{rest}"


async def heard(cast, case):
    hearing = Hearing(words=WORDS, heard_on=clock.today())
    return await log_failure_demand(await cast.an.viewer(), case.code, uuid4(), hearing)


async def named(cast, case):
    words = Named({1: "Nog eens dat attest."}, clock.today(), {})
    [demand] = await add_demands(await cast.an.viewer(), case.code, uuid4(), words)
    return demand


@pytest.mark.parametrize("state", [DemandState.CLOSED, DemandState.OUTSIDE, DemandState.RECLASSIFIED])
def test_only_an_open_demand_is_called_a_failure_demand(state):
    assert why_not_call_it_failure(state=state, reason="Onze fout.") is not None
    assert why_not_call_it_failure(state=DemandState.OPEN, reason="Onze fout.") is None


def test_both_ways_ask_why():
    assert why_not_call_it_failure(state=DemandState.OPEN, reason=" ").field == "reason"
    assert why_not_call_it_value(already=False, reason="").field == "reason"


async def test_a_failure_demand_becomes_a_value_demand_once_and_both_stay(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await heard(cast, case)
    value = await call_it_value(an, case.code, uuid4(), noted, "Hij wil leren schrijven.")

    demand = await demand_of(case, value)
    assert (demand.words, demand.state, demand.place) == (WORDS, DemandState.OPEN, 0)
    assert (await heard_of(case, noted)).became_demand == value
    with pytest.raises(RuleBroken, match="al een waardevraag"):
        await call_it_value(an, case.code, uuid4(), noted, "Nog eens.")


async def test_a_value_demand_becomes_a_failure_demand_once_and_keeps_its_letter(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    value = await named(cast, case)
    noted = await call_it_failure(an, case.code, uuid4(), value, "Dit was er niet geweest.")

    assert (await heard_of(case, noted)).words == "Nog eens dat attest."
    demand = await demand_of(case, value)
    assert (demand.state, demand.place) == (DemandState.RECLASSIFIED, 0)
    assert demand.steps[-1].reason == "Dit was er niet geweest."
    with pytest.raises(RuleBroken, match="werd een faalvraag"):
        await call_it_failure(an, case.code, uuid4(), value, "Nog eens.")


async def test_the_same_form_twice_calls_it_the_other_kind_once(cast):
    case, an, key, other = await tabak(cast), await cast.an.viewer(), uuid4(), uuid4()
    noted, value = await heard(cast, case), await named(cast, case)
    first = await call_it_value(an, case.code, key, noted, "Een echte vraag.")
    again = await call_it_value(an, case.code, key, noted, "Een echte vraag.")
    called = await call_it_failure(an, case.code, other, value, "Onze fout.")
    once_more = await call_it_failure(an, case.code, other, value, "Onze fout.")

    assert (first, called) == (again, once_more)
    assert (await ValueDemand.count(), await FailureDemand.count()) == (2, 2)


async def test_a_demand_called_back_is_the_same_one_with_its_letter_and_its_history(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    value = await named(cast, case)
    noted = await call_it_failure(an, case.code, uuid4(), value, "Onze fout.")
    back = await call_it_value(an, case.code, uuid4(), noted, "Toch een echte vraag.")

    assert back == value
    demand = await demand_of(case, value)
    assert demand.state is DemandState.OPEN
    assert [step.kind for step in demand.steps] == [DemandChangeKind.RECLASSIFIED, DemandChangeKind.REOPENED]
    [former] = await corrections_of(case, Subject.FAILURE_DEMAND, noted)
    assert former.former["reclassified_reason"] == "Onze fout."


async def test_a_failure_demand_called_back_counts_again_and_is_not_doubled(cast):
    case, an = await tabak(cast), await cast.an.viewer()
    noted = await heard(cast, case)
    value = await call_it_value(an, case.code, uuid4(), noted, "Een echte vraag.")
    back = await call_it_failure(an, case.code, uuid4(), value, "Toch niet.")

    assert back == noted
    now = await heard_of(case, noted)
    assert (now.became_demand, now.former_demand) == (None, value)
    assert await FailureDemand.count() == 1


async def test_both_ways_on_screen(web, cast):
    case, seat = await tabak(cast), web.as_(cast.an)
    noted, value = await heard(cast, case), await named(cast, case)
    to_value, to_failure = (
        at(case, f"faalvragen/{noted}/waardevraag"),
        at(case, f"waardevragen/{value}/faalvraag"),
    )
    assert to_failure in (await seat.get(at(case, f"waardevragen/{value}"))).links().values()
    assert to_value in (await seat.get(at(case, f"faalvragen/{noted}"))).links().values()
    for form, reason in ((to_value, "Hij wil leren schrijven."), (to_failure, "Dit was onze fout.")):
        fields = (await seat.get(form)).form(form)
        refused = await seat.post(form, fields)
        assert (refused.status, list(refused.errors)) == (422, ["reason"])
        answer = await seat.post(form, {**fields, "reason": reason})
        assert answer.status == 303
        assert (await seat.get(answer.location)).status == 200

    assert (await ValueDemand.count(), await FailureDemand.count()) == (2, 2)
    assert "Dit was onze fout." in await seat.get(at(case, f"waardevragen/{value}"))


@pytest.mark.parametrize("member", ["out", "bea", "kim", "dot"])
async def test_a_stranger_calls_nothing_by_another_name(web, cast, member):
    case = await tabak(cast, shared_with=(cast.ocmw, cast.vdab))
    noted, value = await heard(cast, case), await named(cast, case)
    seat = web.as_(getattr(cast, member))

    for form in (f"faalvragen/{noted}/waardevraag", f"waardevragen/{value}/faalvraag"):
        assert (await seat.get(at(case, form))).status == 404
        assert (await seat.post(at(case, form), {"key": str(uuid4()), "reason": "x"})).status == 404
    assert (await ValueDemand.count(), await FailureDemand.count()) == (1, 1)
