"""A later version of a list: what changed is asked, what is added comes in."""

import pytest

from tests.cases.workbooks import table
from tracker.cases.actions.importing import Choices, bring_in
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.actions.scores import Scoring, score
from tracker.cases.exchange.comparing import Status, held_cases
from tracker.cases.exchange.reading import read_workbook
from tracker.cases.queries.importing import compared, known_to
from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.cases.tables import CaseFile, Correction, ProgressScore

CASES = [
    ["Nr", "Schuilnaam", "Soort", "Gemeente", "Start", "Hoe geëindigd", "Einde"],
    ["AA-1", "Wilg", "persoon", "Eeklo", "3/2/2025", "", ""],
    ["AA-2", "Els", "persoon", "Eeklo", "4/2/2025", "gestopt", "1/6/2025"],
]
HEADINGS = ["Nr", "Datum", "Score (1-10)", "Duiding"]
FIRST = [["AA-1", "1/3/2025", "3", "Nog ver weg"], ["AA-2", "1/3/2025", "2", "Kwam niet"]]
MENDED = [["AA-1", "1/3/2025", "4", "Toch al dichter"], ["AA-2", "1/3/2025", "3", "Kwam twee keer"]]


def files(cases, scores):
    return [("Casussen.csv", table(cases)), ("Scores.csv", table([HEADINGS, *scores]))]


@pytest.fixture
async def cor(cast):
    return await cast.cor.viewer()


async def look(viewer, cases=CASES, scores=FIRST):
    known = await known_to(viewer)
    reading = read_workbook(files(cases, scores), viewer.today, held=held_cases(known.cases))
    return reading, await compared(viewer, reading, known)


def statuses(comparison, kind):
    return [one.status for one in comparison.rows if one.row.kind == kind]


async def test_a_changed_row_is_asked_and_left_until_somebody_says_otherwise(cor):
    await bring_in(cor, (await look(cor))[0])

    reading, comparison = await look(cor, scores=MENDED)
    brought = await bring_in(cor, reading)

    assert statuses(comparison, "scores") == [Status.CHANGED, Status.CHANGED]
    assert (brought.added["scores"], brought.changed) == (0, 0)
    assert await ProgressScore.count().where(ProgressScore.interpretation == "Nog ver weg") == 1


async def test_a_changed_row_that_is_taken_over_keeps_what_was_there(cor):
    await bring_in(cor, (await look(cor))[0])
    reading, comparison = await look(cor, scores=MENDED)
    places = frozenset(one.place for one in comparison.all(Status.CHANGED))

    brought = await bring_in(cor, reading, Choices(update=places))

    running, ended = sorted(await ProgressScore.select(), key=lambda row: row["id"])
    assert (running["score"], running["interpretation"]) == (4, "Toch al dichter")
    assert "Nog ver weg" in (await Correction.select().first())["former"]
    assert (ended["score"], brought.changed) == (2, 1)
    assert brought.refused == (("Scores", 3),)


async def test_what_was_taken_over_is_known_the_next_time(cor):
    await bring_in(cor, (await look(cor))[0])
    reading, comparison = await look(cor, scores=MENDED[:1] + FIRST[1:])
    await bring_in(
        cor, reading, Choices(update=frozenset(one.place for one in comparison.all(Status.CHANGED)))
    )

    _, new = await look(cor, scores=MENDED[:1] + FIRST[1:])
    _, old = await look(cor)

    assert statuses(new, "scores") == [Status.KNOWN, Status.KNOWN]
    assert statuses(old, "scores") == [Status.KNOWN, Status.KNOWN]


async def test_a_second_row_beside_the_first_is_new_and_no_change(cor):
    await bring_in(cor, (await look(cor))[0])

    _, comparison = await look(cor, scores=[*FIRST, ["AA-1", "1/3/2025", "5", "Namiddag, na het gesprek"]])

    assert statuses(comparison, "scores") == [Status.KNOWN, Status.KNOWN, Status.NEW]


async def test_a_number_given_to_somebody_else_is_another_case(cor):
    await bring_in(cor, (await look(cor))[0])
    other = [CASES[0], ["AA-1", "Populier", "persoon", "Zelzate", "9/9/2025", "", ""]]

    reading, comparison = await look(cor, cases=other, scores=[])
    brought = await bring_in(cor, reading)

    assert statuses(comparison, "cases") == [Status.NEW]
    assert brought.added["cases"] == 1
    assert await CaseFile.count().where(CaseFile.source_code == "AA-1") == 2


async def test_a_case_whose_alias_changed_is_asked(cor):
    await bring_in(cor, (await look(cor))[0])
    renamed = [CASES[0], ["AA-1", "Treurwilg", "persoon", "Eeklo", "3/2/2025", "", ""]]

    reading, comparison = await look(cor, cases=renamed)
    await bring_in(cor, reading, Choices(update=frozenset({("Casussen", 2)})))

    assert statuses(comparison, "cases") == [Status.CHANGED]
    assert await CaseFile.exists().where(CaseFile.alias == "Treurwilg")
    assert await CaseFile.count() == 2


async def test_what_somebody_typed_here_already_is_not_added_again(cor):
    await bring_in(cor, (await look(cor, scores=[]))[0])
    case = await CaseFile.select(CaseFile.code).where(CaseFile.source_code == "AA-1").first()
    from datetime import date
    from uuid import uuid4

    await score(cor, case["code"], uuid4(), Scoring(3, "Nog ver weg", date(2025, 3, 1)))

    _, comparison = await look(cor)

    assert statuses(comparison, "scores") == [Status.KNOWN, Status.NEW]


async def test_rows_of_a_case_that_the_coordination_may_not_see_stay_out(cor, cast):
    await bring_in(cor, (await look(cor))[0])
    await CaseFile.update({CaseFile.closed_to_coordination: True}).where(CaseFile.source_code == "AA-1")

    reading, comparison = await look(cor, scores=[*FIRST, ["AA-1", "2/4/2025", "6", "Goed op weg"]])
    brought = await bring_in(cor, reading)

    assert statuses(comparison, "scores")[-1] is Status.OUT_OF_REACH
    assert brought.added["scores"] == 0


async def test_a_number_in_use_gives_way_to_the_next_free_one(cor, cast):
    from uuid import uuid4

    an = await cast.an.viewer()
    await open_case(
        an,
        NewCase(
            key=uuid4(),
            kind=CaseKind.PERSON,
            started_on=an.today,
            alias="Eik",
            sharing=Sharing(agreed=Agreed.NOT_YET),
        ),
    )

    await bring_in(cor, (await look(cor))[0])

    rows = await CaseFile.select(CaseFile.code, CaseFile.alias)
    assert {row["alias"]: row["code"] for row in rows} == {
        "Eik": "DL-0001",
        "Wilg": "DL-0003",
        "Els": "DL-0002",
    }


async def test_without_agreement_a_case_is_not_shared(cor, cast):
    from tests.cases.test_cases_importing import who_share

    cases = [
        [*CASES[0], "Partners", "Toestemming delen"],
        [*CASES[1], "VDAB; OCMW Waas", "nee"],
        [*CASES[2], "VDAB; OCMW Waas", "ja, 4/2/2025, mondeling"],
    ]

    await bring_in(cor, (await look(cor, cases=cases, scores=[]))[0])

    wilg, els = await CaseFile.select(CaseFile.id).order_by(CaseFile.number).output(as_list=True)
    assert await who_share(wilg) == {cast.vdab}
    assert await who_share(els) == {cast.vdab, cast.ocmw}
