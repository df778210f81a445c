"""Other coordinations have other sheets, columns, orders and habits."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from tests.cases.reads import CASES, kinds_of, read, records
from tests.cases.workbooks import as_vdab_writes_it, one_csv_per_kind, sloppy, table, workbook
from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.kinds import CASE_KINDS
from tracker.cases.exchange.mapping.headings import likeness
from tracker.cases.exchange.mapping.plans import ChosenSheet, confidence_word
from tracker.cases.exchange.rows import RowReader
from tracker.cases.rules.kinds import Arising, CaseKind, CaseState, ContactKind, ContactOutcome, Reached


def test_a_workbook_with_other_names_and_orders_is_read_whole():
    reading = read(as_vdab_writes_it())
    kastanje, beuk = records(reading, "cases")

    assert kinds_of(reading) == {
        "Handleiding": "",
        "Contactmomenten": "interactions",
        "Dossiers": "cases",
        "Voortgang": "scores",
        "Hulpvragen": "value_demands",
        "Lijsten": "",
    }
    assert reading.messages == ()
    assert (kastanje.code, kastanje.reached, kastanje.organisations) == (
        "2025-003", Reached.VDAB, ("VDAB", "OCMW Deinze"),
    )  # fmt: skip
    assert (beuk.kind, beuk.state, beuk.ended_on) == (CaseKind.GROUP, CaseState.RELEASED, date(2025, 9, 1))
    assert [(one.score, one.author) for one in records(reading, "scores")] == [(3, "Hilde"), (9, "Koen")]


def test_a_scale_alone_heads_the_scores():
    rows = [["Casus", "Datum", "/10", "Duiding"], ["AA-1", "3/2/2025", 7, "Ik slaap."]]

    scores = records(read([("casussen.csv", table(CASES)), ("scores.csv", table(rows))]), "scores")

    assert [one.score for one in scores] == [7]


def test_a_needed_column_that_is_not_there_is_told_also_beside_columns_that_nobody_reads():
    rows = [["Casus", "Datum", "Duiding", "Kleur"], ["AA-1", "3/2/2025", "Ik slaap.", "groen"]]

    reading = read([("casussen.csv", table(CASES)), ("scores.csv", table(rows))])

    assert [(one.code, one.field) for one in reading.messages] == [("kolom_ontbreekt", "score")]


def test_minutes_in_the_heading_make_minutes_of_bare_durations():
    contacts = records(read(as_vdab_writes_it()), "interactions")

    assert [one.minutes for one in contacts] == [20, 90, None]
    assert [one.kind for one in contacts] == [ContactKind.PHONE, ContactKind.HOME_VISIT, ContactKind.MAIL]
    assert [one.outcome for one in contacts] == [
        ContactOutcome.CONTACT, ContactOutcome.CONTACT, ContactOutcome.ABOUT,
    ]  # fmt: skip


def test_durations_too_large_for_hours_are_minutes_when_no_heading_says_so():
    rows = [["Nr", "Datum", "Soort", "Duur"], *(["AA-1", f"{day}/3/2025", "tel", 45] for day in range(1, 6))]
    reading = read([("casussen.csv", table(CASES)), ("contacten.csv", table(rows))])

    assert {one.hours for one in records(reading, "interactions")} == {Decimal("0.75")}


def test_one_csv_per_kind_is_read_together_whatever_separator_and_encoding():
    reading = read(one_csv_per_kind())
    first, second = records(reading, "failure_demands")

    assert kinds_of(reading) == {"cliënten": "cases", "faalvragen": "failure_demands", "scores": "scores"}
    assert reading.messages == ()
    assert [case.alias for case in records(reading, "cases")] == ["Zeester", "Zeepaard"]
    assert (first.words, first.arising) == ("Ik kreeg drie brieven, met drie bedragen.", Arising.OMISSION)
    assert second.words.startswith("“Kom morgen terug”")
    assert [one.score for one in records(reading, "scores")] == [4, 8]


def test_titles_merged_headings_repeated_headings_totals_and_a_legend_are_no_rows():
    reading = read(sloppy())
    plan = reading.plans[0]

    assert (plan.kind, plan.header_row) == ("cases", 5)
    assert [case.alias for case in records(reading, "cases")] == ["Merel", "Kraai", "Mus", "Reiger"]
    assert [(m.row, m.code) for m in reading.messages if m.sheet == "Overzicht 2025"] == [
        (7, "einde_onduidelijk"),
        (8, "datum_onnauwkeurig"),
        (11, "totaalrij"),
        (13, "losse_tekst"),
    ]


def test_dates_and_scores_typed_by_hand_are_read():
    reading = read(sloppy())

    assert [case.started_on for case in records(reading, "cases")] == [
        date(2025, 3, 3), date(2025, 3, 12), date(2025, 4, 1), date(2025, 4, 7),
    ]  # fmt: skip
    assert [one.score for one in records(reading, "scores")] == [3, 5, 7, 8]


def test_a_case_written_once_above_its_rows_counts_for_all_of_them_and_that_is_told():
    reading = read(sloppy())

    assert [one.case for one in records(reading, "scores")] == ["1", "1", "2", "2"]
    assert [note.reason for note in reading.notes if note.code == "casus_van_erboven"] == [
        "2 rijen zonder casus krijgen de casus van de rij erboven."
    ]


def test_one_forgotten_case_among_many_is_never_guessed():
    rows = [["Nr", "Datum", "Soort"], *(["AA-1", f"{day}/3/2025", "tel"] for day in range(1, 12))]
    rows[5][0] = ""
    reading = read([("casussen.csv", table(CASES)), ("contacten.csv", table(rows))])

    assert [(m.row, m.code) for m in reading.messages] == [(6, "casus_ontbreekt")]


def test_formulas_are_never_worked_out_and_text_that_looks_like_one_stays_text():
    reading = read(sloppy())
    logbook = [m for m in reading.messages if m.sheet == "Logboek" and m.row == 4]

    assert [m.code for m in logbook] == ["cel_zonder_waarde", "datum_ontbreekt"]
    injected = [
        ["Nr", "Datum", "Notitie"],
        ["AA-1", "3/3/2025", '=HYPERLINK("http://x";"y")'],
        ["AA-2", "4/3/2025", "@SUM(1)"],
    ]
    notes = records(
        read([("casussen.csv", table(CASES)), ("contacten.csv", table(injected))]), "interactions"
    )
    assert [one.note for one in notes] == ['=HYPERLINK("http://x";"y")', "@SUM(1)"]


def test_words_that_nobody_knows_are_counted_once_instead_of_asked_per_row():
    reading = read(sloppy())

    assert [note.reason for note in reading.notes if note.code == "woord_onbekend"] == []
    rows = [["Nr", "Datum", "Soort"], *(["AA-1", f"{day}/3/2025", "wandeling"] for day in range(1, 4))]
    reading = read([("casussen.csv", table(CASES)), ("contacten.csv", table(rows))])
    assert [note.reason for note in reading.notes if note.code == "woord_onbekend"] == [
        "‘wandeling’ (3 keer) kennen we niet als soort; dat wordt ‘iets anders’."
    ]
    assert {one.kind for one in records(reading, "interactions")} == {ContactKind.OTHER}


def test_what_the_coordinator_chose_leads_over_the_proposal():
    rows = [["Kolom A", "Kolom B", "Kolom C"], ["Aan de deur.", "AA-1", "3/3/2025"]]
    files = [("casussen.csv", table(CASES)), ("blad1.csv", table(rows))]
    chosen = {"blad1": ChosenSheet("interactions", 1, {0: "note", 1: "case", 2: "date"})}

    assert kinds_of(read(files))["blad1"] == ""
    assert [one.note for one in records(read(files, chosen=chosen), "interactions")] == ["Aan de deur."]


def test_a_column_that_the_coordinator_leaves_out_is_not_read():
    rows = [["Nr", "Datum", "Soort", "Notitie"], ["AA-1", "3/3/2025", "tel", "Gebeld."]]
    files = [("casussen.csv", table(CASES)), ("contacten.csv", table(rows))]
    chosen = {"contacten": ChosenSheet(columns={3: ""})}

    assert [one.note for one in records(read(files), "interactions")] == ["Gebeld."]
    assert [one.note for one in records(read(files, chosen=chosen), "interactions")] == [""]


def test_a_sheet_that_the_coordinator_leaves_out_is_not_read():
    reading = read(as_vdab_writes_it(), chosen={"Voortgang": ChosenSheet("")})

    assert reading.count("scores").rows == 0
    assert ("Voortgang", "blad_niet_gelezen") in {(note.sheet, note.code) for note in reading.notes}


def test_another_row_of_headings_can_be_chosen():
    rows = [["Nr", "Schuilnaam", "Start"], ["code", "naam", "begindatum"], *CASES[1:]]
    reading = read([("casussen.csv", table(rows))], chosen={"casussen": ChosenSheet(header_row=2)})

    assert [case.alias for case in records(reading, "cases")] == ["Wilg", "Linde"]
    assert reading.messages == ()


def test_a_needed_column_that_is_nowhere_is_reported_once_and_keeps_its_rows_out():
    rows = [["Nr", "Datum", "Score"], *(["AA-1", f"{day}/3/2025", 5] for day in range(1, 6))]
    reading = read([("casussen.csv", table(CASES)), ("scores.csv", table(rows))])

    assert [(m.sheet, m.row, m.code, m.field) for m in reading.messages] == [
        ("scores", 1, "kolom_ontbreekt", "interpretation")
    ]
    assert (reading.count("scores").valid, reading.count("scores").invalid) == (0, 5)


def test_missing_optional_columns_say_nothing_per_row():
    reading = read([("casussen.csv", table(CASES))])

    assert reading.messages == ()
    assert [case.kind for case in records(reading, "cases")] == [CaseKind.PERSON, CaseKind.PERSON]


def test_years_on_sheets_of_their_own_are_one_kind_and_doubles_are_seen_across_them():
    rows = [["Nr", "Datum", "Soort", "Notitie"], ["AA-1", date(2025, 3, 3), "tel", "Gebeld."]]
    reading = read(workbook({"Casussen": CASES, "Contacten 2025": rows, "Contacten 2026": rows}))

    assert reading.count("interactions").rows == 2
    assert [(m.sheet, m.code, m.reason) for m in reading.messages] == [
        ("Contacten 2026", "mogelijk_dubbel", "Zelfde als rij 2 op blad Contacten 2025")
    ]


def test_the_same_sheet_name_in_two_files_keeps_both_apart():
    one = workbook({"Casussen": CASES})
    other = workbook({"Casussen": [CASES[0], ["AA-3", "Els", "5/2/2025"]]})
    reading = read([("noord.xlsx", one), ("zuid.xlsx", other)])

    assert [plan.sheet for plan in reading.plans] == ["Casussen", "Casussen (zuid.xlsx)"]
    assert reading.count("cases").valid == 3


@dataclass(frozen=True)
class Persona:
    name: str


def test_a_higher_package_reads_its_own_sheets_with_its_own_kind():
    def read_persona(row: RowReader) -> Persona:
        return Persona(row.text("name"))

    personas = Kind(
        "personas", "Persona's", "persona", "Persona|Persona's",
        (Field("name", "Persona", Holds.LABEL, required=True), Field("context", "Context", Holds.TEXT)),
        read_persona,
        key=("name",),
    )  # fmt: skip
    file = workbook(
        {"Casussen": CASES, "Persona": [["Persona", "Context"], ["Stil thuis", "Lang alleen geweest."]]}
    )

    assert kinds_of(read(file))["Persona"] == ""
    reading = read(file, kinds=(*CASE_KINDS, personas))
    assert records(reading, "personas") == [Persona("Stil thuis")]
    assert all(row.identity and row.key for row in reading.of("personas"))


def test_headings_are_alike_by_their_words_not_by_chance():
    assert likeness("Waardevraag (woorden van de klant)", ("Waardevraag",)) == 1.0
    assert likeness("Datum van het gesprek", ("datum gesprek",)) == 1.0
    assert likeness("Bedoel.", ("Bedoeling",)) > 0.7
    assert likeness("Stand", ("Stad",)) < 0.6
    assert likeness("Wat we moeten kunnen", ("Wat",)) < 0.62


@pytest.mark.parametrize(("confidence", "word"), [(1.0, "zeker"), (0.7, "waarschijnlijk"), (0.5, "onzeker")])
def test_how_sure_a_proposal_is_has_a_word(confidence, word):
    assert confidence_word(confidence) == word
