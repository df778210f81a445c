"""What each sort of field makes of what was typed in it."""

from datetime import date, time
from decimal import Decimal
from urllib.parse import urlencode
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import per_hundred
from tests.web.forms import Everything, Kind, Needed, read

ACCEPTED = [
    ("line", "  Tabak ", "Tabak"),
    ("words", "een\r\n\r\ntwee\rdrie\n", "een\n\ntwee\ndrie"),
    ("words", "💬 ça va, à l’œil", "💬 ça va, à l’œil"),
    ("chapter", "x" * 40000, "x" * 40000),
    ("plain", "0475 12 34 56", "0475 12 34 56"),
    ("email", "sofie@ocmw.eeklo.be", "sofie@ocmw.eeklo.be"),
    ("password", "  vier woorden  ", "  vier woorden  "),
    ("kind", "visit", Kind.VISIT),
    ("kinds", ["visit", "phone"], [Kind.VISIT, Kind.PHONE]),
    ("kinds", "visit", [Kind.VISIT]),
    ("ids", ["3", "1"], [3, 1]),
    ("whole", "1440", 1440),
    ("anything", "-7", -7),
    ("anything", "007", 7),
    ("on", "2026-11-03", date(2026, 11, 3)),
    ("on", "3/11/2026", date(2026, 11, 3)),
    ("on", "03-11-2026", date(2026, 11, 3)),
    ("on", "3.11.2026", date(2026, 11, 3)),
    ("on", "1900-01-01", date(1900, 1, 1)),
    ("on", "31/12/2100", date(2100, 12, 31)),
    ("on", "29/02/2024", date(2024, 2, 29)),
    ("at", "14:05", time(14, 5)),
    ("at", "9.30 uur", time(9, 30)),
    ("amount", "1.250,50", Decimal("1250.50")),
    ("amount", "0,5", Decimal("0.5")),
    ("amount", "1250.5", Decimal("1250.5")),
    ("amount", "€ 1 250", Decimal("1250")),
    ("ten", "10", 10),
    ("agreed", "ja", True),
    ("agreed", "on", True),
    ("key", "3f0c8f6e-53a1-4f0b-9d7a-0a1f2b3c4d5e", UUID("3f0c8f6e-53a1-4f0b-9d7a-0a1f2b3c4d5e")),
]


@pytest.mark.parametrize(("field", "typed", "meant"), ACCEPTED)
def test_what_was_typed_is_understood(field, typed, meant):
    form = read(Everything, {field: typed})

    assert form.errors == {}
    assert getattr(form.data, field) == meant


REFUSED = [
    ("line", "twee\nregels", "Schrijf dit op één regel."),
    ("line", "x" * 201, "Maak dit korter: hoogstens 200 tekens."),
    ("words", "x" * 4001, "Maak dit korter: hoogstens 4.000 tekens."),
    ("chapter", "x" * 40001, "Maak dit korter: hoogstens 40.000 tekens."),
    ("words", "a\0b", "In deze tekst staan onzichtbare tekens die we niet kunnen bewaren. Typ hem opnieuw."),
    (
        "words",
        "a\x1bb",
        "In deze tekst staan onzichtbare tekens die we niet kunnen bewaren. Typ hem opnieuw.",
    ),
    (
        "password",
        "a\0b",
        "In deze tekst staan onzichtbare tekens die we niet kunnen bewaren. Typ hem opnieuw.",
    ),
    ("email", "sofie", "Schrijf een e-mailadres zoals naam@gemeente.be."),
    ("kind", "brief", "Maak een keuze uit de lijst."),
    ("kinds", ["visit", "brief"], "Maak een keuze uit de lijst."),
    ("ids", ["1", "x"], "Maak een keuze uit de lijst."),
    ("ids", ["0"], "Maak een keuze uit de lijst."),
    ("ids", ["2147483648"], "Maak een keuze uit de lijst."),
    ("ids", [str(n) for n in range(1, 502)], "Dit zijn er te veel in één keer."),
    ("whole", "0", "Neem minstens 1."),
    ("whole", "1441", "Neem hoogstens 1.440."),
    ("whole", "1,5", "Schrijf een geheel getal, in cijfers."),
    ("whole", "1_0", "Schrijf een geheel getal, in cijfers."),
    ("whole", "٣", "Schrijf een geheel getal, in cijfers."),
    ("anything", "2147483648", "Neem hoogstens 2.147.483.647."),
    ("anything", "9" * 40, "Schrijf een geheel getal, in cijfers."),
    ("on", "morgen", "Schrijf de datum als dag/maand/jaar, bijvoorbeeld 3/11/2026."),
    ("on", "31/02/2026", "Deze datum bestaat niet."),
    ("on", "29/02/2023", "Deze datum bestaat niet."),
    ("on", "3/11/26", "Schrijf de datum als dag/maand/jaar, bijvoorbeeld 3/11/2026."),
    ("on", "31/12/1899", "Kijk het jaartal na: het ligt tussen 1900 en 2100."),
    ("on", "2101-01-01", "Kijk het jaartal na: het ligt tussen 1900 en 2100."),
    ("on", "0000-00-00", "Kijk het jaartal na: het ligt tussen 1900 en 2100."),
    ("at", "24:00", "Schrijf het uur als 14.05."),
    ("amount", "1,250.50", "Schrijf een bedrag of aantal zoals 1.250,50."),
    ("amount", "-5", "Schrijf een bedrag of aantal zoals 1.250,50."),
    ("amount", "NaN", "Schrijf een bedrag of aantal zoals 1.250,50."),
    ("ten", "11", "Neem hoogstens 10."),
    ("ten", "5.5", "Kies een van de cijfers."),
    ("line", ["een", "twee"], "Dit veld kwam twee keer mee. Vul het één keer in."),
]


@pytest.mark.parametrize(("field", "typed", "said"), REFUSED)
def test_what_cannot_be_kept_is_refused_in_dutch(field, typed, said):
    form = read(Everything, {field: typed})

    assert form.errors == {field: said}
    assert form.data is None
    assert form.refused


def test_a_key_that_is_none_is_renewed_and_its_error_stands_above_the_form():
    form = read(Everything, {"key": "abc"})

    assert form.errors == {"": "Dit formulier is niet meer geldig. Bewaar nog eens."}
    assert UUID(form.value("key"))


@pytest.mark.parametrize("nothing", ["", "   ", "\r\n\t", "\u200b\u00a0\ufeff"])
def test_a_field_with_a_default_may_stay_empty(nothing):
    form = read(Everything, dict.fromkeys(Everything.model_fields, nothing))

    assert form.errors == {}
    assert form.data == Everything(password=nothing)


TYPED = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(
    ["1", "2026-11-03", "31/02/2026", "ja", "visit", "\0", "9" * 30, "-1", "1,5", "nan", "\u202e", "٣"]
)
NAMES = st.sampled_from(
    [*Everything.model_fields, "per-1", "per-99999999999", "said-3", "keep_identifiers", "", "x"]
)


@given(st.lists(st.tuples(NAMES, TYPED), max_size=25))
@settings(max_examples=per_hundred(300), deadline=None)
def test_whatever_was_typed_is_read_without_trouble(fields):
    form = read(Everything, urlencode(fields).encode())

    assert (form.data is None) == form.refused
    assert all(isinstance(said, str) and said for said in form.errors.values())


@given(st.binary(max_size=200))
@settings(max_examples=per_hundred(300), deadline=None)
def test_whatever_bytes_arrive_are_read_without_trouble(body):
    assert (read(Needed, body).data is None) == read(Needed, body).refused
