"""What people type in cells, and what it stands for."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cases.exchange.cleaning import vocabulary
from tracker.cases.exchange.cleaning.codes import code_key, is_total, looks_like_code, read_code
from tracker.cases.exchange.cleaning.dates import MONTHS, as_typed, read_date
from tracker.cases.exchange.cleaning.numbers import (
    read_decimal,
    read_demand_number,
    read_demand_numbers,
    read_hours,
    read_score,
    read_star,
)
from tracker.cases.exchange.cleaning.organisations import Spellings, organisation_key, split_organisations
from tracker.cases.exchange.cleaning.texts import as_text, plain, split_list, tidy
from tracker.cases.exchange.cleaning.vocabulary import choose
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.sheets import Missing
from tracker.cases.rules.kinds import (
    Arising,
    CaseKind,
    CaseState,
    ContactKind,
    PersonPart,
    Perspective,
    Validated,
)

CELLS = st.one_of(
    st.none(),
    st.text(max_size=80),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(Missing),
    st.from_regex(r"[0-9]{1,9}[-/.,: u][0-9]{0,4}[-/., ]?[0-9a-z]{0,9}", fullmatch=True),
)


@pytest.mark.parametrize(
    "cell",
    [
        "3/2/2025", "03-02-2025 ", "3.2.25", "3/2/'25", " 3 / 2 / 2025", "2025-02-03", "2025-02-03T10:30:00",
        "3 februari 2025", "3 feb. 2025", "3 FEBRUARI 25", "ma 3/2/2025",
        "maandag 3 februari 2025",
        "3/2/2025 14:30", "3/2/2025 om 14u30", "3-feb-25", "3e februari 2025", "February 3, 2025",
        "Feb 3rd 2025",
        "20250203", 20250203, 45691, 45691.5, "45691", date(2025, 2, 3), datetime(2025, 2, 3, 14, 30),
    ],
)  # fmt: skip
def test_one_day_has_many_spellings(cell):
    cleaned = read_date(cell)

    assert cleaned.value == date(2025, 2, 3)
    assert cleaned.remark is None


def test_days_since_1904_are_counted_from_there():
    assert read_date(44229, counts_from_1904=True).value == date(2025, 2, 3)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("begin maart 2025", date(2025, 3, 1)),
        ("half maart 2025", date(2025, 3, 15)),
        ("midden van maart '25", date(2025, 3, 15)),
        ("eind februari 2024", date(2024, 2, 29)),
        ("einde december 2025", date(2025, 12, 31)),
        ("maart 2025", date(2025, 3, 1)),
        ("03/2025", date(2025, 3, 1)),
        ("2025-03", date(2025, 3, 1)),
        ("rond 12/3/2025", date(2025, 3, 12)),
        ("± 12/3/25", date(2025, 3, 12)),
        ("12/3/2025?", date(2025, 3, 12)),
        ("12/3/2025 (telefonisch)", date(2025, 3, 12)),
    ],
)
def test_an_approximate_day_is_asked_about_and_meanwhile_used(cell, day):
    cleaned = read_date(cell)

    assert cleaned.value == day
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.QUESTION, "datum_onnauwkeurig")
    assert cleaned.remark.suggestion == as_typed(day)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/02/2025", "datum_bestaat_niet"),
        ("30/2/26", "datum_bestaat_niet"),
        ("29 februari 2025", "datum_bestaat_niet"),
        ("2025-13-01", "datum_bestaat_niet"),
        ("12/25/2024", "datum_bestaat_niet"),
        ("0/1/2025", "datum_bestaat_niet"),
        ("12 maart", "datum_zonder_jaar"),
        ("12/3", "datum_zonder_jaar"),
        ("vorige week", "datum_onleesbaar"),
        ("2025", "datum_onleesbaar"),
        (2025, "datum_onleesbaar"),
        ("3/2/0205", "datum_onleesbaar"),
        ("3/2/2025 en 5/2/2025", "datum_onleesbaar"),
    ],
)
def test_what_is_no_day_is_an_error_that_says_so(cell, code):
    cleaned = read_date(cell)

    assert cleaned.value is None
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.ERROR, code)


DAYS = st.dates(date(1954, 10, 4), date(2099, 12, 31))


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.data())
def test_every_day_comes_back_from_every_way_to_write_it(day, month, data):
    names = [name for name, number in MONTHS.items() if number == day.month]
    written = data.draw(
        st.sampled_from(
            [
                f"{day.day}/{day.month}/{day.year}",
                f"{day:%d-%m-%Y} ",
                f"{day:%d.%m.%Y}",
                day.isoformat(),
                *(f"{day.day} {name} {day.year}" for name in names),
                *(f"{day.day}-{name}-{day.year}" for name in names),
            ]
        )
    )

    assert read_date(written).value == day
    assert read_date((day - date(1899, 12, 30)).days).value == day


@pytest.mark.parametrize(
    ("cell", "score"),
    [(7, 7), ("7", 7), (7.0, 7), (" 7 ", 7), ("7/10", 7), ("7 op 10", 7), ("7 / 10", 7), ("zeven", 7),
     ("7 (goed)", 7), (1, 1), ("10/10", 10), ("score 7", 7)],
)  # fmt: skip
def test_a_score_is_read_as_people_write_it(cell, score):
    assert read_score(cell).value == score


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (0, "score_buiten_schaal"),
        (11, "score_buiten_schaal"),
        ("-3", "score_buiten_schaal"),
        ("12/10", "score_buiten_schaal"),
        ("6,5", "score_geen_geheel_getal"),
        (6.5, "score_geen_geheel_getal"),
        ("6-7", "score_onduidelijk"),
        ("goed", "score_onduidelijk"),
    ],
)
def test_a_score_off_the_scale_is_an_error(cell, code):
    cleaned = read_score(cell)

    assert cleaned.value is None
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.ERROR, code)


def test_a_score_that_excel_made_a_date_of_is_asked_about():
    cleaned = read_score(datetime(2026, 10, 7))

    assert cleaned.value == 7
    assert cleaned.remark is not None and cleaned.remark.level is Level.QUESTION
    assert read_score(datetime(2026, 3, 12)).value is None


@pytest.mark.parametrize(
    ("cell", "star"), [(3, 3), ("3/5", 3), ("★★★", 3), ("***", 3), ("3 op 5", 3), ("drie", 3)]
)
def test_a_star_is_read_as_people_draw_it(cell, star):
    assert read_star(cell).value == star


@pytest.mark.parametrize("cell", [None, "", " ", "-", "x", "nvt", "n.v.t.", "niet besproken", "?"])
def test_no_star_is_no_fault_and_never_zero(cell):
    cleaned = read_star(cell)

    assert (cleaned.value, cleaned.remark) == (None, None)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("0,75", 45), (0.75, 45), ("0.75", 45), ("1u30", 90), ("1h30", 90), ("1:30", 90), (time(1, 30), 90),
        (timedelta(minutes=90), 90), ("90 min", 90), ("45 minuten", 45), ("1,5 uur", 90), ("1 u", 60),
        ("2 uren", 120),
        ("1 uur 15 min", 75), ("1 uur en 15 minuten", 75), (0, 0),
    ],
)  # fmt: skip
def test_a_duration_is_read_with_or_without_its_unit(cell, minutes):
    hours = read_hours(cell).value

    assert hours is not None
    assert round(hours * 60) == minutes


def test_a_bare_duration_follows_the_unit_of_its_column_and_a_unit_in_the_cell_leads():
    assert read_hours("45", in_minutes=True).value == Decimal("0.75")
    assert read_hours("1u30", in_minutes=True).value == Decimal("1.5")


@pytest.mark.parametrize(("cell", "suggestion"), [("halfuurtje", "0,5"), ("kwartier", "0,25"), ("lang", "")])
def test_a_duration_in_words_is_asked_about_with_a_suggestion(cell, suggestion):
    cleaned = read_hours(cell)

    assert cleaned.value is None
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.QUESTION, "duur_geen_getal")
    assert cleaned.remark.suggestion == suggestion


@given(st.decimals(0, 24, places=2))
def test_hours_come_back_with_a_comma_and_with_a_point(hours):
    assert read_hours(str(hours)).value == hours
    assert read_hours(str(hours).replace(".", ",")).value == hours


@pytest.mark.parametrize("cell", [2, "2", 2.0, "WV2", "wv 2", "Waardevraag 2", "b", "B."])
def test_a_value_demand_is_named_by_number_or_letter(cell):
    assert read_demand_number(cell) == 2


@pytest.mark.parametrize("cell", ["1, 3", "1;3", "1 en 3", "WV1 + WV3", "1,3", 1.3, "3, 1, 3"])
def test_several_value_demands_stand_in_one_cell(cell):
    assert read_demand_numbers(cell) == (1, 3)


@pytest.mark.parametrize("cell", ["om-012", "OM 012", "OM012", "OM-012", " om - 12 ", "OM-0012", "Om.12"])
def test_spellings_of_a_case_number_are_one_number(cell):
    assert code_key(cell) == code_key("OM-012")


@pytest.mark.parametrize("cell", ["Casus 12", "casus nr 12", "Dossier 012", "12", 12, 12.0, "nr. 12", "#12"])
def test_the_word_case_before_a_number_does_not_count(cell):
    assert code_key(read_code(cell)) == "12"


def test_a_case_number_is_shown_tidily_with_its_own_zeros():
    assert [read_code(cell) for cell in ("om 012", "OM019", "eek24/003", None, "")] == [
        "OM-012", "OM-019", "EEK-24-003", "", "",
    ]  # fmt: skip


@given(st.from_regex(r"[A-Z]{1,4}", fullmatch=True), st.integers(0, 99999))
def test_a_case_number_keeps_its_key_however_it_is_typed(prefix, number):
    keys = {
        code_key(typed)
        for typed in (
            f"{prefix}-{number:03}",
            f"{prefix.lower()} {number}",
            f"{prefix}{number:05}",
            f" {prefix}/{number}",
        )
    }

    assert len(keys) == 1


def test_names_sentences_and_dates_are_no_case_numbers():
    assert not any(
        map(looks_like_code, ["Roos", "Samen voor Zelzate-Noord 2", "", None, True, 2.5, "a 1 b 2 c 3"])
    )
    assert all(map(looks_like_code, ["OM-012", "Casus 12", 12, "2024/017"]))


@pytest.mark.parametrize(
    "text", ["Totaal", "TOTAAL uren", "Subtotaal", "Total", "Som", "Gemiddelde", "totalen"]
)
def test_a_row_of_totals_is_known_by_its_first_word(text):
    assert is_total(text)


def test_a_word_that_only_begins_like_a_total_is_none():
    assert not any(map(is_total, ["Totaalplaatje", "Sommige", "Somers", "OM-001", ""]))


@pytest.mark.parametrize("name", ["CAW", "C.A.W.", "caw", " CAW  ", "Caw."])
def test_spellings_of_an_organisation_are_one_organisation(name):
    assert organisation_key(name) == organisation_key("CAW")


def test_organisations_are_listed_in_many_ways():
    for cell in ("VDAB; CAW", "VDAB, CAW", "VDAB + CAW", "VDAB\nCAW", " VDAB ;CAW; "):
        assert [tidy(name) for name in split_organisations(cell)] == ["VDAB", "CAW"]


def test_and_parts_organisations_only_when_both_are_known_apart():
    known = {organisation_key(name) for name in ("VDAB", "CAW", "Kind en Gezin")}

    assert split_organisations("VDAB en CAW", known) == ["VDAB", "CAW"]
    assert split_organisations("Kind en Gezin", known) == ["Kind en Gezin"]
    assert split_organisations("VDAB/CAW", known) == ["VDAB", "CAW"]
    assert split_organisations("geen") == []


def test_the_spelling_used_most_stands_for_the_organisation():
    spellings = Spellings()
    for name in ("CAW", "CAW", "C.A.W.", "caw "):
        spellings.meet(name, alone=True)

    assert spellings.name_of("c.a.w") == "CAW"
    assert spellings.variants() == {"CAW": ["C.A.W.", "caw "]}


def test_what_the_coordinator_says_of_a_spelling_leads():
    spellings = Spellings({"C.A.W.": "Club Aalter West", "OCMW Ekelo": "OCMW Eeklo"})
    for name in ("CAW", "C.A.W.", "OCMW Eeklo", "OCMW Ekelo"):
        spellings.meet(name, alone=True)

    assert [spellings.name_of(name) for name in ("CAW", "C.A.W.", "OCMW Ekelo")] == [
        "CAW", "Club Aalter West", "OCMW Eeklo",
    ]  # fmt: skip


def test_names_that_differ_by_a_letter_stay_apart_but_are_pointed_out():
    spellings = Spellings()
    for name in ("OCMW Eeklo", "OCMW Ekelo", "VDAB"):
        spellings.meet(name, alone=True)

    assert spellings.lookalikes() == [("OCMW Eeklo", "OCMW Ekelo")]
    assert spellings.variants() == {}


@pytest.mark.parametrize(
    ("words", "cell", "meant"),
    [
        ("CASE_KINDS", " PERSOON ", CaseKind.PERSON),
        ("CASE_KINDS", "gezin", CaseKind.GROUP),
        ("ENDINGS", "Losgelaten", CaseState.RELEASED),
        ("ENDINGS", "overgedragen aan OCMW", CaseState.HANDED_OVER),
        ("ENDINGS", "gestpot", None),
        ("ENDINGS", "losgelaaten", CaseState.RELEASED),
        ("CONTACT_KINDS", "Tel.", ContactKind.PHONE),
        ("CONTACT_KINDS", "HB", ContactKind.HOME_VISIT),
        ("CONTACT_KINDS", "koffie", None),
        ("PERSON_PARTS", "ja", PersonPart.PRESENT),
        ("PERSON_PARTS", "gehoord", PersonPart.HEARD),
        ("PERSPECTIVES", "cliënt", Perspective.TARGET_GROUP),
        ("VALIDATED", "neen", Validated.NO),
        ("VALIDATED", "niet mogelijk", Validated.NOT_POSSIBLE),
        ("VALIDATED", "✓", None),
        ("ARISING", "nalaten ", Arising.OMISSION),
    ],
)
def test_fixed_words_are_known_by_habit_and_past_a_typing_slip(words, cell, meant):
    assert choose(cell, getattr(vocabulary, words)) is meant


def test_lists_are_parted_by_every_usual_sign():
    assert split_list("werk; wonen, geld + taal en kind\nrust") == [
        "werk",
        "wonen",
        "geld",
        "taal",
        "kind",
        "rust",
    ]


@given(CELLS)
def test_whatever_stands_in_a_cell_nothing_raises(cell):
    as_text(cell)
    read_code(cell)
    looks_like_code(cell)
    read_decimal(cell)
    read_demand_number(cell)
    read_demand_numbers(cell)
    day, score, star, hours = read_date(cell), read_score(cell), read_star(cell), read_hours(cell)

    assert day.value is None or 1 <= day.value.year <= 9999
    assert score.value in {None, *range(1, 11)}
    assert star.value in {None, *range(1, 6)}
    assert hours.value is None or 0 <= hours.value <= 24


@given(st.text(max_size=200))
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)
    assert plain(plain(text)) == plain(text)
    assert choose(text, vocabulary.ENDINGS) in {None, *CaseState}
    assert all(tidy(name) for name in split_organisations(text))
