"""What an ended case says where it can no longer be measured (C12)."""

from uuid import uuid4

import pytest

from tests.cases.stars import read, with_demands
from tracker import clock
from tracker.cases.actions.endings import Ending, end_case
from tracker.cases.actions.scores import Scoring, score
from tracker.cases.rules.kinds import CaseState
from tracker.cases.tables import DemandChange, ProgressScore, Purpose, StarReading, ValueDemand

PLACES = (
    "bedoeling",
    "scores/nieuw",
    "scores/{score}",
    "waardevragen/nieuw",
    "waardevragen/{demand}/afsluiting",
    "waardevragen/{demand}/gegevens",
    "ster/nieuw",
    "ster/{star}",
)


@pytest.mark.parametrize("place", PLACES)
async def test_an_ended_case_is_there_to_read_and_keeps_nothing_more(web, cast, place):
    case, (demand, *_) = await with_demands(cast)
    an = await cast.an.viewer()
    made = {
        "demand": demand,
        "star": await read(cast.an, case, {demand: 3}),
        "score": await score(an, case.code, uuid4(), Scoring(5, "Het gaat.", clock.today())),
    }
    seat, address = web.as_(cast.an), f"/p/durmeland/casussen/{case.code}/{place.format(**made)}"
    filled = (await seat.get(address)).form(address)
    typed = {
        "words": "Anders.",
        "words-1": "Nog een vraag.",
        "interpretation": "Terugval.",
        "score": "3",
        "reason": "Hij zei het.",
        "theme": "contact",
        f"stars-{demand}": "5",
    }
    counted = (Purpose, ProgressScore, ValueDemand, DemandChange, StarReading)
    before = [await table.count() for table in counted]
    await end_case(an, case.code, Ending(uuid4(), CaseState.RELEASED, clock.today(), "Het loopt."))

    page = await seat.get(address)
    assert page.status == 200
    assert "Heropen ze eerst" in page
    assert not any(form.get("action") == address for form in page.all("form"))

    refused = await seat.post(address, {**filled, **typed})
    assert refused.status == 422
    kept = refused.form(address)
    in_this_form = kept.keys() & typed.keys()
    assert in_this_form
    assert all(kept[name] == typed[name] for name in in_this_form)
    assert [await table.count() for table in counted] == before
