"""The coordination's own workbook, read as its expected outcome says."""

import json
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import pytest

from tests.cases.meetjesland import EXPECTED, read, valid
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.reading import Reading
from tracker.cases.exchange.report import as_report
from tracker.cases.rules.kinds import (
    AGREEMENT_STATE_NAMES,
    ARISING_NAMES,
    CASE_KIND_NAMES,
    CASE_STATE_NAMES,
    CONTACT_KIND_NAMES,
    VERDICT_NAMES,
    AgreementState,
    Arising,
    CaseState,
    DemandState,
    Verdict,
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read()


def test_every_reported_row_is_reported_and_no_other(reading):
    reported = {(m.sheet, m.row, m.level.value, m.code) for m in reading.messages}

    assert reported == {(m["sheet"], m["row"], m["level"], m["code"]) for m in EXPECTED["report_to_user"]}
    assert len(reading.messages) == len(EXPECTED["report_to_user"])


def test_the_reasons_say_what_the_coordination_would_say(reading):
    said = {(m.sheet, m.row): m.reason for m in reading.messages}
    approximate = ("Faalvragen", 80)

    assert said.pop(approximate) == (
        "Datum ‘begin februari 2025’ is geen dag; kies een datum. Voorlopig 01/02/2025"
    )
    assert said == {
        (m["sheet"], m["row"]): m["reason"]
        for m in EXPECTED["report_to_user"]
        if (m["sheet"], m["row"]) != approximate
    }


def test_errors_are_as_many_per_reason_as_expected(reading):
    errors = Counter(message.code for message in reading.messages if message.level is Level.ERROR)

    assert errors == EXPECTED["invalid_by_reason"]


def test_headings_are_found_where_they_stand(reading):
    found = {plan.sheet: plan.header_row for plan in reading.plans}

    assert found == {name: sheet["header_row"] for name, sheet in EXPECTED["sheets"].items()}


def test_every_column_of_the_sheets_of_cases_is_read(reading):
    unread = {
        plan.sheet: [column.heading for column in plan.columns if not column.field]
        for plan in reading.plans
        if plan.kind
    }

    assert set(unread) == set(EXPECTED["sheets"]) - {
        "Persona",
        "Verbeterinitiatieven",
        "Kwesties",
        "Partners",
    }
    assert not any(unread.values())


def test_sheets_that_nobody_reads_yet_are_named(reading):
    named = {note.sheet for note in reading.notes if note.code == "blad_niet_gelezen"}

    assert named == {"Persona", "Verbeterinitiatieven", "Kwesties", "Partners"}


def test_rows_are_counted_per_kind(reading):
    counts = {kind.name: reading.count(kind.name) for kind in reading.kinds}

    assert {name: count.rows for name, count in counts.items()} == {
        **{kind: EXPECTED[kind]["rows"] for kind in counts if kind != "reviews"},
        "reviews": EXPECTED["reviews"],
    }
    assert (counts["scores"].valid, counts["scores"].invalid) == (165, 5)
    assert (counts["stars"].valid, counts["stars"].empty, counts["stars"].invalid) == (488, 7, 4)
    assert counts["failure_demands"].valid == EXPECTED["failure_demands"]["valid"]
    assert counts["interactions"].valid == EXPECTED["interactions"]["valid"]
    assert (counts["cases"].valid, counts["cases"].invalid) == (43, 3)
    assert all(counts[kind].invalid == 0 for kind in ("purposes", "value_demands", "reviews", "assessments"))


def test_cases_agree_with_what_is_known_of_them(reading):
    cases = [row.record for row in reading.of("cases")]
    expected = EXPECTED["cases"]
    endings = Counter(CASE_STATE_NAMES[case.state] for case in cases)

    assert len({case.code for case in cases}) == expected["distinct_numbers"]
    assert Counter(CASE_KIND_NAMES[case.kind] for case in cases) == expected["by_kind"]
    assert Counter(case.municipality for case in cases) == expected["by_municipality"]
    assert endings.pop(CASE_STATE_NAMES[CaseState.RUNNING]) == expected["open"]
    assert endings == expected["ended"]
    assert Counter(persona for case in cases for persona in case.personas) == expected["by_persona"]
    assert [f"{c.code} {c.alias}" for c in cases if c.fits_no_persona] == expected["fits_no_persona"]
    assert {case.code: (case.ended_on - case.started_on).days for case in cases if case.ended_on} == expected[
        "lead_time_days"
    ]


def test_agreements_to_share_are_taken_apart(reading):
    by_code = {row.record.code: row.record for row in reading.of("cases")}

    roos, group = by_code["OM-001"], by_code["OM-010"]

    assert (roos.agreed.value, roos.agreed_on, roos.agreed_how) == ("yes", date(2024, 1, 16), "mondeling")
    assert (group.agreed.value, group.agreed_on, group.agreed_how) == ("not_needed", None, "")


def test_scores_keep_their_order_so_that_a_fall_shows(reading):
    lines = defaultdict(list)
    for score in sorted(valid(reading, "scores"), key=lambda score: score.date):
        lines[score.case].append(score.score)

    fell = [case for case, line in lines.items() if any(a > b for a, b in zip(line, line[1:], strict=False))]

    assert sorted(fell) == EXPECTED["cases"]["score_fell"]


def test_purposes_carry_the_case_of_the_merged_cell_above(reading):
    changes = [purpose for purpose in valid(reading, "purposes") if purpose.reason]

    assert len(changes) == EXPECTED["purposes"]["changes"]
    assert [purpose.case for purpose in changes] == ["OM-001", "OM-006", "OM-010", "OM-025"]


def test_value_demands_count_per_state(reading):
    states = Counter(demand.state for demand in valid(reading, "value_demands"))
    expected = EXPECTED["value_demands"]["by_status"]

    assert states == {
        DemandState.CLOSED: expected["gesloten"],
        DemandState.OPEN: expected["open"],
        DemandState.OUTSIDE: expected["buiten bedoeling"],
    }


def test_interactions_agree_with_their_breakdowns(reading):
    interactions = valid(reading, "interactions")
    expected = EXPECTED["interactions"]

    assert Counter(str(one.date.year) for one in interactions) == expected["by_year"]
    assert Counter(CONTACT_KIND_NAMES[one.kind] for one in interactions) == expected["by_kind"]
    assert Counter(name for one in interactions for name in one.organisations) == expected["by_organisation"]
    assert Counter(one.case for one in interactions) == expected["per_case"]


def test_the_duration_in_words_counts_once_it_is_answered():
    before = [one for one in valid(read(), "interactions") if one.hours is not None]
    answered = read(cells={("Interacties", 614, "hours"): "0,75"})
    after = [one for one in valid(answered, "interactions") if one.hours is not None]

    assert (len(before), sum(one.hours for one in before)) == (690, Decimal("565.98"))
    assert len(after) == EXPECTED["interactions"]["with_duration"]
    assert sum(one.hours for one in after) == Decimal(str(EXPECTED["interactions"]["hours_total"]))


def test_failure_demands_agree_with_their_breakdowns(reading):
    expected = EXPECTED["failure_demands"]
    filled = [
        row.record for row in reading.of("failure_demands") if row.record is not None and row.record.pattern
    ]

    assert Counter(f"{one.date:%Y-%m}" for one in valid(reading, "failure_demands")) == expected["by_month"]
    assert {one.pattern.casefold() for one in filled} == set(expected["by_pattern"])
    assert [one.about for one in valid(reading, "failure_demands")].count(True) == 1


def test_where_a_failure_demand_came_from_stays_open_until_somebody_says():
    before = Counter(ARISING_NAMES[one.arising] for one in valid(read(), "failure_demands"))
    answered = read(cells={("Faalvragen", 67, "arising"): "nalaten"})
    after = Counter(one.arising for one in valid(answered, "failure_demands"))
    expected = EXPECTED["failure_demands"]["by_origin"]

    assert before == {"nalaten": 115, "contraproductief doen": 39, "nog niet gezegd": 1}
    assert after == {
        Arising.OMISSION: expected["nalaten"],
        Arising.COUNTERPRODUCTIVE: expected["contraproductief"],
    }


def test_agreements_and_assessments_agree_with_their_breakdowns(reading):
    agreements = Counter(one.state for one in valid(reading, "agreements"))
    assessments = valid(reading, "assessments")
    wastes = Counter(one.value_step for one in assessments if one.verdict is Verdict.WASTE)

    assert agreements[AgreementState.OPEN] == EXPECTED["agreements"]["open"], AGREEMENT_STATE_NAMES
    assert Counter(VERDICT_NAMES[one.verdict] for one in assessments) == {
        "verspilling": EXPECTED["assessments"]["verspilling"],
        "waarde": EXPECTED["assessments"]["waarde"],
    }
    assert wastes == EXPECTED["waste_by_step"]


def test_spellings_of_an_organisation_are_gathered(reading):
    assert reading.variants == EXPECTED["organisation_variants"]


def test_a_hidden_column_is_read_but_told(reading):
    hidden = [note for note in reading.notes if note.code == "kolom_verborgen"]

    assert [(note.sheet, note.reason) for note in hidden] == [
        ("Casussen", "Kolom L (‘Oud nr’) is verborgen; we lezen ze wel.")
    ]


def test_comments_on_cells_are_told_to_be_left_out(reading):
    left_out = [note for note in reading.notes if note.code == "opmerkingen_niet_gelezen"]

    assert [(note.sheet, note.reason) for note in left_out] == [
        ("Casussen", "In casussen-meetjesland.xlsx hangen opmerkingen aan cellen; die lezen we niet.")
    ]


def test_the_report_is_plain_data_with_the_counts_and_the_rows(reading):
    report = json.loads(json.dumps(as_report(reading)))

    assert report["kinds"]["scores"] == {"rows": 170, "valid": 165, "invalid": 5, "empty": 0, "waiting": 5}
    assert report["rows"][0] == {
        "sheet": "Casussen",
        "row": 40,
        "level": "fout",
        "code": "start_ontbreekt",
        "message": "Startdatum is leeg; eerste bedoeling dateert van 14/04/2025",
    }
    assert report["files"] == ["casussen-meetjesland.xlsx"]
