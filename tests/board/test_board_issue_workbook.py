"""The issues of the coordination's own workbook come in once, as new ones that a board member takes up."""

from datetime import date

import pytest

from tests.cases.meetjesland import EXPECTED, TODAY, sheets
from tracker import clock
from tracker.app import ISSUES_IN_WORKBOOK
from tracker.board.queries.issues import issues_of
from tracker.board.rules.bringing_in import dated, kind_in, number_in
from tracker.board.rules.kinds import IssueKind, IssueState, StepKind
from tracker.cases.actions.importing import bring_in
from tracker.cases.actions.importing.beside import kinds_with
from tracker.cases.exchange.comparing import held_cases
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.queries.importing import known_to
from tracker.partnership import trail

BESIDE = (ISSUES_IN_WORKBOOK,)
ROWS = EXPECTED["sheets"]["Kwesties"]["data_rows"]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


async def imported(viewer):
    known = await known_to(viewer)
    reading = read_sheets(sheets(), TODAY, kinds=kinds_with(BESIDE), held=held_cases(known.cases))
    return (await bring_in(viewer, reading, beside=BESIDE)).added["issues"]


async def test_every_row_is_a_new_issue_with_its_number_and_a_second_time_none(cast):
    cor = await cast.cor.viewer()

    assert [await imported(cor), await imported(cor)] == [ROWS, 0]
    found = {issue.code: issue for issue in await issues_of(cor)}
    assert sorted(found) == ["K1", "K2", "K3", "K4", "K5", "K6"]
    assert {issue.state for issue in found.values()} == {IssueState.NEW}
    assert {issue.owner_id for issue in found.values()} == {None}
    assert found["K1"].raised_on == date(2024, 10, 22)
    assert found["K3"].kind is IssueKind.MISSING
    assert found["K5"].kind is IssueKind.TENSION
    assert await trail.verify(cast.durmeland) is None


async def test_what_the_workbook_says_of_an_issue_stands_on_its_way(cast):
    cor = await cast.cor.viewer()
    await imported(cor)

    found = {issue.code: issue for issue in await issues_of(cor)}
    assert [step.kind for step in found["K1"].steps] == [
        StepKind.RAISED,
        StepKind.FED_BACK,
        StepKind.RAISED_AGAIN,
    ]
    assert found["K1"].steps[1].on == date(2025, 9, 2)
    assert "Stand: geëscaleerd binnen VDAB en mutualiteit" in found["K1"].last.text
    assert [step.kind for step in found["K6"].steps][:1] == [StepKind.RAISED]
    assert "Stand" not in found["K6"].last.text


@pytest.mark.parametrize(
    ("words", "kind"),
    [("ontbrekende capaciteit", IssueKind.MISSING), ("Regels", IssueKind.RULES), ("iets anders", None)],
)
def test_the_kind_is_read_from_its_words(words, kind):
    assert kind_in(words) is kind


def test_numbers_and_days_are_read_only_when_they_are_some():
    assert [number_in(words) for words in ("K6", "12", "zes", "0")] == [6, 12, None, None]
    assert dated("2025-09-02: gesprek") == (date(2025, 9, 2), "gesprek")
    assert dated("2025-19-02: gesprek") is None
    assert dated("nog niets") is None
