"""What each format asks, and in which order it can be answered."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learning.sessions import a_session
from tracker.learning.actions.sessions.filling_in import answer
from tracker.learning.actions.sessions.preparing import change_session, prepare_session
from tracker.learning.queries.sessions.material import answers_of
from tracker.learning.queries.sessions.one import session_of
from tracker.learning.rules.formats import FORMATS, question_of, why_not_answer, why_not_wipe
from tracker.learning.rules.kinds import Format
from tracker.problems import Conflict, NotFound, RuleBroken


def blocked(format, name, *answered):
    return why_not_answer(format, question_of(format, name), answered)


def test_every_format_has_questions_that_name_only_their_own():
    for format in Format:
        names = [question.name for question in FORMATS[format]]
        assert len(names) == len(set(names)) >= 3
        for question in FORMATS[format]:
            assert {question.after, question.until} - {""} <= set(names)


def test_an_after_action_review_has_four_questions_answered_in_order():
    names = [question.name for question in FORMATS[Format.AFTER_ACTION]]
    assert len(names) == 4

    for place, name in enumerate(names):
        assert blocked(Format.AFTER_ACTION, name, *names[:place]) is None
        if place:
            assert blocked(Format.AFTER_ACTION, name, *names[: place - 1])


def test_in_a_pdsa_nothing_can_be_done_before_the_prediction_is_written():
    assert "Wat voorspellen we?" in blocked(Format.PDSA, "done", "aim", "plan")
    assert blocked(Format.PDSA, "done", "prediction") is None


def test_a_prediction_stays_as_it_was_once_the_doing_is_told():
    assert blocked(Format.PDSA, "prediction", "prediction") is None
    assert blocked(Format.PDSA, "prediction", "prediction", "done")


def test_an_answer_on_which_a_later_one_stands_is_not_wiped():
    first = question_of(Format.AFTER_ACTION, "intended")

    assert why_not_wipe(Format.AFTER_ACTION, first, {"intended"}) is None
    assert why_not_wipe(Format.AFTER_ACTION, first, {"intended", "happened"})


@given(st.data())
def test_no_way_of_answering_and_wiping_ever_leaves_a_gap(data):
    format = data.draw(st.sampled_from(list(Format)))
    answered: set[str] = set()
    for _ in range(12):
        question = data.draw(st.sampled_from(FORMATS[format]))
        wipes = data.draw(st.booleans())
        refused = why_not_answer(format, question, answered)
        if wipes:
            refused = refused or why_not_wipe(format, question, answered)
        if not refused:
            (answered.discard if wipes else answered.add)(question.name)
        for each in FORMATS[format]:
            assert each.name not in answered or not each.after or each.after in answered


async def prepared(cast, format):
    return await prepare_session(await cast.cor.viewer(), uuid4(), a_session(cast.kim, format=format))


async def test_the_order_holds_for_whoever_answers(cast):
    cor, session_id = await cast.cor.viewer(), await prepared(cast, Format.AFTER_ACTION)

    with pytest.raises(RuleBroken, match="Wat was de bedoeling"):
        await answer(cor, session_id, "happened", "Er kwam een schorsing.", version="")
    await answer(cor, session_id, "intended", "Geen schorsing bij opname.", version="")
    await answer(cor, session_id, "happened", "Er kwam een schorsing.", version="")

    assert list(await answers_of(await session_of(cor, session_id))) == ["intended", "happened"]
    with pytest.raises(RuleBroken):
        await answer(cor, session_id, "intended", "", version="")
    with pytest.raises(NotFound):
        await answer(cor, session_id, "prediction", "Past niet bij deze vorm.", version="")


async def test_two_who_answer_the_same_question_see_each_other(cast):
    cor, session_id = await cast.cor.viewer(), await prepared(cast, Format.FREE)
    await answer(cor, session_id, "told", "Brieven.", version="")

    with pytest.raises(Conflict) as met:
        await answer(await cast.an.viewer(), session_id, "told", "Formulieren.", version="")

    assert met.value.theirs["text"] == "Brieven."
    await answer(await cast.an.viewer(), session_id, "told", "Beide.", version=met.value.theirs["version"])
    assert (await answers_of(await session_of(cor, session_id)))["told"].text == "Beide."


async def test_a_session_in_which_something_stands_keeps_its_format(cast):
    cor, session_id = await cast.cor.viewer(), await prepared(cast, Format.FREE)
    await answer(cor, session_id, "told", "Brieven.", version="")
    now = await session_of(cor, session_id)

    with pytest.raises(RuleBroken) as refused:
        await change_session(cor, session_id, a_session(cast.kim, format=Format.PDSA), version=now.version)

    assert refused.value.field == "format"
