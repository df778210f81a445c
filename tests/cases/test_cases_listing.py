"""Which cases the list shows, in which order, and by which words they are found."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.queries import counted
from tracker import clock
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.queries.listing import Stage, Wanted, cases_for, choices_for
from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.cases.tables import CaseFile, CaseWorker, ProgressScore


async def opened(member, alias, **rest):
    viewer = await member.viewer()
    new = NewCase(
        **{"key": uuid4(), "kind": CaseKind.PERSON, "started_on": viewer.today, "alias": alias, **rest}
    )
    return await open_case(viewer, new)


async def listed(member, wanted=None, **page):
    viewer = await member.viewer()
    return await cases_for(viewer, wanted or Wanted(), await choices_for(viewer), **page)


async def names(member, **wanted):
    return [case.alias for case in (await listed(member, Wanted(**wanted))).cases]


@pytest.mark.parametrize(
    "question",
    ["tabák", "TABAK", "dl-0001", "reisburo", "één naam", "EEN  NAAM", "naam eeklo", "om-77", "100%", "a_b"],
)
async def test_a_case_is_found_by_its_words_without_capitals_or_accents(cast, question):
    await opened(
        cast.an,
        "Tabak",
        purpose="Eén naam. 100% a_b, geen reïsburo.",
        municipality="Eeklo",
        source_code="OM-77",
    )
    await opened(cast.an, "Roos", purpose="100 dingen, aab.")

    assert await names(cast.an, question=question) == ["Tabak"]


async def test_every_word_of_the_question_must_be_there(cast):
    await opened(cast.an, "Tabak", municipality="Eeklo")

    assert await names(cast.an, question="tabak zelzate") == []


async def test_my_cases_come_first_and_then_the_last_used(cast):
    for alias, lead in (("Oud", cast.an), ("Vreemd", cast.ben), ("Nieuw", None)):
        await opened(cast.ben, alias, lead_id=lead.person_id if lead else None)
    mine = await CaseFile.select(CaseFile.id).where(CaseFile.alias == "Nieuw").first()
    await CaseWorker(case=mine["id"], person=cast.an.person_id, since=clock.today()).save()
    await CaseFile.update({CaseFile.touched_at: None}, force=True).where(CaseFile.alias == "Oud")

    assert await names(cast.an) == ["Nieuw", "Oud", "Vreemd"]
    assert await names(cast.an, mine=True) == ["Nieuw", "Oud"]
    assert await names(cast.an, lead=cast.ben.person_id) == ["Vreemd"]


async def test_nobody_finds_by_searching_what_they_may_not_open(cast):
    limited = Sharing(agreed=Agreed.YES, organisations=(cast.ocmw,))
    await opened(cast.an, "Tabak", sharing=limited, municipality="Eeklo")

    assert await names(cast.ben, question="tabak") == []
    assert await names(cast.dot, question="tabak") == []
    assert (await choices_for(await cast.ben.viewer())).municipalities == ()
    assert await names(cast.cor, question="tabak") == ["Tabak"]


async def test_a_case_without_a_review_is_long_not_discussed_once_it_runs_long_enough(cast):
    today = clock.today()
    await opened(cast.an, "Nooit", started_on=today - timedelta(weeks=8))
    await opened(cast.an, "Pas begonnen", started_on=today - timedelta(weeks=8) + timedelta(days=1))
    await opened(cast.an, "Besproken", started_on=today - timedelta(weeks=80))
    await CaseFile.update({CaseFile.last_review_on: today}).where(CaseFile.alias == "Besproken")
    await opened(cast.an, "Losgelaten", started_on=today - timedelta(weeks=80))
    await CaseFile.update({CaseFile.state: "released"}).where(CaseFile.alias == "Losgelaten")

    assert await names(cast.an, long_not_reviewed=True) == ["Nooit"]
    assert await names(cast.an, long_quiet=True) == ["Besproken", "Pas begonnen", "Nooit"]
    assert await names(cast.an, stage=Stage.RELEASED) == ["Losgelaten"]
    assert await names(cast.an, stage=Stage.ENDED_OTHERWISE) == []
    assert len(await names(cast.an, stage=Stage.RUNNING)) == 3


async def test_the_list_narrows_by_kind_municipality_doubt_and_organisation(cast):
    limited = Sharing(agreed=Agreed.YES, organisations=(cast.ocmw,))
    soon = clock.today() + timedelta(days=30)
    await opened(cast.an, "Tabak", sharing=limited, municipality="Eeklo", doubt=True, doubt_review_on=soon)
    await opened(cast.an, "Koffiegroep", kind=CaseKind.GROUP, municipality="Kaprijke")

    assert await names(cast.an, kind=CaseKind.GROUP) == ["Koffiegroep"]
    assert await names(cast.an, municipality="Eeklo") == ["Tabak"]
    assert await names(cast.an, doubt=True) == ["Tabak"]
    assert await names(cast.an, organisation=cast.vdab) == ["Koffiegroep"]
    choices = await choices_for(await cast.an.viewer())
    assert choices.municipalities == ("Eeklo", "Kaprijke")
    assert list(choices.organisations.values()) == ["Arktos", "OCMW Waas", "VDAB"]


async def test_a_score_in_the_list_comes_with_its_words(cast):
    code = await opened(cast.an, "Tabak")
    case = (await CaseFile.select(CaseFile.id).where(CaseFile.code == code).first())["id"]
    for weeks, score in ((2, 4), (1, 3), (0, 5)):
        day = clock.today() - timedelta(weeks=weeks)
        await ProgressScore(
            key=uuid4(), case=case, scored_on=day, score=score, interpretation=f"Duiding bij {score}."
        ).save()

    [shown] = (await listed(cast.an)).cases
    assert shown.scores == (4, 3, 5)
    assert shown.interpretation == "Duiding bij 5."


async def test_a_long_list_is_read_by_the_page_in_three_questions(cast):
    for number in range(53):
        await opened(cast.an, f"Casus {number}")
    viewer = await cast.an.viewer()

    with counted() as statements:
        second = await cases_for(viewer, Wanted(), await choices_for(viewer), page=2)

    assert len(statements) == 3
    assert (second.first, second.last, second.total, second.pages) == (51, 53, 53, 2)
    assert [case.alias for case in second.cases] == ["Casus 2", "Casus 1", "Casus 0"]
