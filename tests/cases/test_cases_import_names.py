"""Case numbers, organisations and fixed words, however they are spelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cases.exchange.cleaning import vocabulary
from tracker.cases.exchange.cleaning.codes import code_key, is_total, looks_like_code, read_code
from tracker.cases.exchange.cleaning.organisations import Spellings, organisation_key, split_organisations
from tracker.cases.exchange.cleaning.texts import split_list, tidy
from tracker.cases.exchange.cleaning.vocabulary import choose
from tracker.cases.rules.kinds import (
    Arising,
    CaseKind,
    CaseState,
    ContactKind,
    PersonPart,
    Perspective,
    Validated,
)


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
