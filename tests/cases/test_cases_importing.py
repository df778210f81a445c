"""What is written of the coordination's own workbook, and that it is written once."""

from dataclasses import dataclass
from unittest.mock import patch

import pytest

from tests.beginnings import begins_with
from tests.cases.meetjesland import EXPECTED, TODAY, sheets
from tracker import clock
from tracker.cases.actions.importing import Choices, bring_in
from tracker.cases.actions.importing.beside import beside_of, kinds_with
from tracker.cases.exchange.comparing import Status, held_cases
from tracker.cases.exchange.corrections import Corrections
from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.queries.importing import compared, known_to, missing_value_steps
from tracker.cases.tables import (
    Agreement,
    Assessment,
    CaseFile,
    FailureDemand,
    ImportedRow,
    Interaction,
    ProgressScore,
    Purpose,
    Review,
    SharedWith,
    StarRating,
    StarReading,
    ValueDemand,
)
from tracker.partnership import trail

RECORDS = {
    "cases": CaseFile,
    "purposes": Purpose,
    "value_demands": ValueDemand,
    "scores": ProgressScore,
    "stars": StarRating,
    "failure_demands": FailureDemand,
    "interactions": Interaction,
    "reviews": Review,
    "agreements": Agreement,
    "assessments": Assessment,
}
MENDED = {
    ("Casussen", 40, "started_on"): "14/4/2025",
    ("Casussen", 49, "case"): "OM-046",
}


async def look(viewer, mended=None):
    known = await known_to(viewer)
    corrections = Corrections(cells=mended or {})
    reading = read_sheets(sheets(), TODAY, corrections=corrections, held=held_cases(known.cases))
    return reading, await compared(viewer, reading, known)


async def brought_in(cast, mended=False, steps=False):
    """The workbook, brought in by the coordination, with what waited in it or without."""
    with patch.object(clock, "today", lambda: TODAY):
        cor = await cast.cor.viewer()
        reading, _ = await look(cor, MENDED if mended else None)
        return await bring_in(cor, reading, Choices(add_value_steps=steps))


with_workbook = begins_with(brought_in)


async def counts():
    return {kind: await table.count() for kind, table in RECORDS.items()}


@pytest.fixture
async def cor(cast):
    return await cast.cor.viewer()


async def test_everything_that_can_be_kept_is_kept(cor):
    reading, comparison = await look(cor)

    brought = await bring_in(cor, reading)

    assert brought.added == await counts()
    assert brought.added == {kind: comparison.count(kind, Status.NEW) for kind in RECORDS}
    assert brought.added["cases"] == EXPECTED["cases"]["rows"] - 3
    assert await ImportedRow.count() == sum(brought.added.values())


@with_workbook
async def test_the_same_file_again_adds_nothing(cor):
    before = await counts()

    again, comparison = await look(cor)
    brought = await bring_in(cor, again)

    assert not any(brought.added.values())
    assert not comparison.all(Status.NEW) and not comparison.all(Status.CHANGED)
    assert await counts() == before


@with_workbook
async def test_what_is_mended_later_comes_in_with_what_waited_for_it(cor):
    waiting = {kind: (await look(cor))[0].count(kind).waiting for kind in RECORDS}

    brought = await bring_in(cor, (await look(cor, MENDED))[0])

    assert brought.added["cases"] == 3
    assert {kind: brought.added[kind] for kind in RECORDS if kind != "cases"} == {
        kind: count for kind, count in waiting.items() if kind != "cases"
    }


@begins_with(brought_in, mended=True)
async def test_once_mended_the_file_as_it_is_adds_nothing(cor):
    _, comparison = await look(cor)

    assert not comparison.all(Status.NEW) and not comparison.all(Status.CHANGED)


@with_workbook
async def test_cases_get_the_number_of_the_file_where_it_is_free(cor):
    rows = await CaseFile.select(CaseFile.code, CaseFile.source_code)

    assert {row["code"] for row in rows} == {f"DL-0{row['source_code'][3:]}" for row in rows}


@with_workbook
async def test_a_case_repeats_what_stands_below_it(cor):
    roos = await CaseFile.select().where(CaseFile.source_code == "OM-001").first()
    last = (
        await Interaction.select()
        .where(Interaction.case == roos["id"])
        .order_by(Interaction.happened_on, ascending=False)
        .first()
    )

    assert roos["purpose"].startswith("Ik wil werk dichtbij")
    assert roos["last_contact_on"] == last["happened_on"]
    assert roos["last_review_on"].isoformat() == "2024-10-15"
    assert "roos" in roos["search"] and "dichtbij" in roos["search"]
    assert roos["touched_at"].date() == roos["ended_on"]


@with_workbook
async def test_a_case_is_shared_with_those_it_names_and_otherwise_with_the_whole_team(cor, cast):
    wolf = await CaseFile.select().where(CaseFile.source_code == "OM-002").first()
    merel = await CaseFile.select().where(CaseFile.source_code == "OM-003").first()

    assert await who_share(wolf["id"]) == {cast.arktos}
    assert await who_share(merel["id"]) == {cast.vdab}


async def who_share(case):
    return set(
        await SharedWith.select(SharedWith.organisation).where(SharedWith.case == case).output(as_list=True)
    )


async def test_stars_of_one_day_and_one_pair_of_eyes_are_one_reading(cor):
    reading, _ = await look(cor)
    moments = {
        (row.record.case, row.record.date, row.record.perspective)
        for row in reading.of("stars")
        if row.keepable
    }

    await bring_in(cor, reading)

    assert await StarReading.count() == len(moments)


async def test_value_steps_are_added_only_when_that_was_said(cor):
    reading, _ = await look(cor)
    missing = await missing_value_steps(cor, reading)

    brought = await bring_in(cor, reading, Choices(add_value_steps=True))

    assert set(EXPECTED["waste_by_step"]) <= set(missing)
    assert list(brought.value_steps) == missing
    assert await missing_value_steps(cor, reading) == []
    without = sum(row.keepable and not row.record.value_step for row in reading.of("assessments"))
    assert await Assessment.count().where(Assessment.value_step.is_null()) == without


async def test_an_import_is_one_entry_in_the_trail(cor, cast):
    before, _ = await trail.head(cast.durmeland)

    await bring_in(cor, (await look(cor))[0])

    number, _ = await trail.head(cast.durmeland)
    assert number == before + 1
    assert await trail.verify(cast.durmeland) is None


async def test_nothing_comes_in_when_something_goes_wrong(cor, monkeypatch):
    reading, _ = await look(cor)

    async def breaks(landing):
        raise OSError

    monkeypatch.setitem(bring_in.__globals__["WRITERS"], "assessments", breaks)
    with pytest.raises(OSError):
        await bring_in(cor, reading)

    assert not any((await counts()).values())


@with_workbook
async def test_another_partnership_may_bring_in_the_same_file(cor, cast):
    cas = await cast.cas.viewer()

    brought = await bring_in(cas, (await look(cas))[0])

    assert brought.added["cases"] == 43


@begins_with(brought_in, mended=True, steps=True)
async def test_what_an_assessment_rests_on_is_its_basis_and_nobodys_words(cor, cast, web):
    roos = await CaseFile.select(CaseFile.id, CaseFile.code).where(CaseFile.alias == "Roos").first()

    page = await web.as_(cast.cor).get(f"/p/durmeland/casussen/{roos['code']}/wat-hielp")

    rows = await Assessment.select().where(Assessment.case == roos["id"])
    assert {row["basis"] for row in rows} >= {"eigen woorden van Roos", "observatie"}
    assert {(row["team_view"], row["person_view"]) for row in rows} == {("", "")}
    assert "Waarop gebaseerd, zegt de werkmap: eigen woorden van Roos" in page


@dataclass(frozen=True, slots=True)
class Issue:
    number: str
    what: str


def read_issue(row):
    return Issue(row.text("number"), row.text("what"))


ISSUES = Kind(
    "issues",
    "Kwesties",
    "kwestie",
    "Kwesties|Kwestie",
    (Field("number", "Nr", Holds.LABEL, required=True), Field("what", "Kwestie", Holds.TEXT, required=True)),
    read_issue,
    key=("number",),
)


async def test_a_package_that_knows_no_case_reads_a_sheet_of_its_own_and_once(cor):
    kept = []

    async def keep(viewer, rows):
        kept.append([record for _, record in rows])
        return [100 + place for place, _ in enumerate(rows)]

    beside = (beside_of(ISSUES, keep),)
    brought = []
    for _ in range(2):
        known = await known_to(cor)
        reading = read_sheets(sheets(), TODAY, kinds=kinds_with(beside), held=held_cases(known.cases))
        brought.append((await bring_in(cor, reading, beside=beside)).added["issues"])

    assert brought == [EXPECTED["sheets"]["Kwesties"]["data_rows"], 0]
    assert kept[0][0].number == "K1"
    assert len(kept) == 1
