"""Rows find their case and value demand, in the file and in the tracker."""

from datetime import date

from tests.cases.reads import CASES, codes, read, records
from tests.cases.workbooks import table, workbook
from tracker.cases.exchange.corrections import Corrections
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.reading import Reading
from tracker.cases.exchange.register import HeldCase


def test_cases_without_numbers_go_by_their_alias():
    cases = [["Schuilnaam", "Gemeente", "Startdatum", "Begeleider"], ["Wilg", "Aalst", "3/2/2025", "Els"],
             ["Linde", "Ninove", "4/2/2025", "Jan"]]  # fmt: skip
    scores = [["Schuilnaam", "Datum", "Score", "Duiding"], ["linde", "4/3/2025", 4, "Komt al eens langs."]]
    reading = read(workbook({"Casussen": cases, "Scores": scores}))

    assert reading.messages == ()
    assert [one.case for one in records(reading, "scores")] == ["Linde"]


def test_an_alias_in_the_column_of_numbers_finds_its_case():
    scores = [["Casus", "Datum", "Score", "Duiding"], ["Wilg", "4/3/2025", 4, "Komt al eens langs."]]
    reading = read(workbook({"Casussen": CASES, "Scores": scores}))

    assert [one.case for one in records(reading, "scores")] == ["AA-1"]


def test_an_alias_that_belongs_to_another_case_is_asked_about():
    scores = [
        ["Nr", "Schuilnaam", "Datum", "Score", "Duiding"],
        ["AA-1", "Linde", "4/3/2025", 4, "Komt langs."],
    ]
    reading = read(workbook({"Casussen": CASES, "Scores": scores}))

    assert [(m.level, m.code) for m in reading.messages] == [(Level.QUESTION, "schuilnaam_verschilt")]


def test_rows_may_name_cases_that_the_tracker_already_holds_by_any_of_their_numbers():
    held = [HeldCase("AA-1", "Wilg", also=("OM-0042",), demands={1: "Ik wil slapen."})]
    contacts = [["Nr", "Datum", "Soort", "WV"], ["aa 1", "3/3/2025", "tel", 1],
                ["om 42", "4/3/2025", "tel", None],
                ["AA-9", "5/3/2025", "tel", None]]  # fmt: skip
    reading = read([("contacten.csv", table(contacts))], held=held)

    assert [(one.case, one.demands) for one in records(reading, "interactions")] == [
        ("AA-1", (1,)),
        ("AA-1", ()),
    ]
    assert [(m.row, m.code, m.reason) for m in reading.messages] == [
        (4, "casus_onbekend", "Casus AA-9 kennen we nog niet")
    ]


def test_stars_may_name_their_demand_by_its_words():
    demands = [
        ["Nr", "WV", "Waardevraag"],
        ["AA-1", 1, "Ik wil eens rustig slapen."],
        ["AA-1", 2, "Werk dichtbij huis."],
    ]
    stars = [["Nr", "Datum", "Waardevraag", "Ster", "Gezien door"],
             ["AA-1", "4/3/2025", "Werk dichtbij", 3, "samen"],
             ["AA-1", "4/3/2025", "Iets anders", 2, "samen"]]  # fmt: skip
    reading = read(workbook({"Casussen": CASES, "Waardevragen": demands, "Sterren": stars}))

    assert [one.demand for one in records(reading, "stars")] == [2]
    assert [(m.row, m.code) for m in reading.messages] == [(3, "waardevraag_onbekend")]


def test_a_number_given_to_two_value_demands_is_an_error_on_the_second():
    demands = [
        ["Nr", "WV", "Waardevraag"],
        ["AA-1", 1, "Ik wil eens rustig slapen."],
        ["AA-1", 1, "Werk dichtbij huis."],
    ]
    reading = read(workbook({"Casussen": CASES, "Waardevragen": demands}))

    assert [(m.row, m.code, m.suggestion) for m in reading.messages] == [(3, "nummer_dubbel", "2")]


def test_a_corrected_cell_is_checked_like_any_other():
    cases = [CASES[0], ["AA-1", "Wilg", ""]]
    wrong = Corrections(cells={("casussen", 2, "started_on"): "31/2/2025"})
    right = Corrections(cells={("casussen", 2, "started_on"): "28/2/2025"})

    assert codes(read([("casussen.csv", table(cases))], corrections=wrong)) == ["datum_bestaat_niet"]
    assert codes(read([("casussen.csv", table(cases))], corrections=right)) == []


def test_an_error_cannot_be_confirmed_away():
    cases = [CASES[0], ["AA-1", "Wilg", ""]]
    insisting = Corrections(confirmed=frozenset({("casussen", 2, "start_ontbreekt")}))

    assert codes(read([("casussen.csv", table(cases))], corrections=insisting)) == ["start_ontbreekt"]


def test_a_row_keeps_its_key_when_its_content_changes_and_its_identity_when_only_its_spelling_does():
    def scored(code: str, day: object, words: str) -> Reading:
        rows = [["Nr", "Datum", "Score", "Duiding"], [code, day, 4, words]]
        return read(workbook({"Casussen": CASES, "Scores": rows}))

    first = scored("AA-1", date(2025, 3, 4), "Komt al eens langs.").of("scores")[0]
    respelled = scored("aa 1", "4 maart 2025", "Komt al eens  langs").of("scores")[0]
    changed = scored("AA-1", date(2025, 3, 4), "Komt elke week langs.").of("scores")[0]

    assert respelled.identity == first.identity
    assert (changed.key, changed.identity == first.identity) == (first.key, False)
