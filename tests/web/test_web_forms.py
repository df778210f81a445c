"""What a form makes of what was typed."""

import asyncio
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar.testing import RequestFactory
from pydantic import Field, model_validator

from tracker.problems import Conflict, RuleBroken
from tracker.web.forms import (
    Amount,
    Chapter,
    Checked,
    Clock,
    Day,
    Email,
    Form,
    Id,
    Key,
    Line,
    Password,
    Plain,
    Score5,
    Score10,
    WhenEmpty,
    Whole,
    Words,
    asked,
    blank,
    posted,
)


class Kind(StrEnum):
    VISIT = "visit"
    PHONE = "phone"


class Everything(Form):
    line: Line = ""
    words: Words = ""
    chapter: Chapter = ""
    plain: Plain = ""
    email: Email = ""
    password: Password = ""
    kind: Kind | None = None
    kinds: list[Kind] = []
    ids: list[Id] = []
    whole: Annotated[Whole, Field(ge=1, le=1440)] | None = None
    anything: Whole | None = None
    on: Day | None = None
    at: Clock | None = None
    amount: Amount | None = None
    ten: Score10 | None = None
    per: dict[int, Score5] = {}
    said: dict[int, Words] = {}
    agreed: Checked = False
    key: Key | None = None


class Needed(Form):
    why: Annotated[Words, WhenEmpty("Schrijf in een paar woorden waarom.")]
    kind: Kind
    on: Day
    ids: list[Id]
    ten: Score10


def read(model, body, content_type="application/x-www-form-urlencoded"):
    content = body if isinstance(body, bytes) else urlencode(body, doseq=True).encode()
    request = RequestFactory().post("/", headers={"content-type": content_type}, data=None)
    request._body = content
    return asyncio.run(posted(request, model))


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


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u2060\u00ad"])
def test_every_needed_field_asks_for_itself_in_the_order_of_the_form(nothing):
    form = read(Needed, {"why": nothing})

    assert form.errors == {
        "why": "Schrijf in een paar woorden waarom.",
        "kind": "Maak een keuze.",
        "on": "Vul een datum in.",
        "ids": "Duid er minstens één aan.",
        "ten": "Vul dit in.",
    }


def test_what_was_typed_is_shown_again_as_it_was_typed():
    form = read(Everything, {"words": " veel\r\nwoorden ", "whole": "zes", "ids": ["1", "x"], "per-3": "9"})

    assert form.value("words") == " veel\r\nwoorden "
    assert form.value("whole") == "zes"
    assert form.chosen("ids") == ["1", "x"]
    assert form.value("per-3") == "9"


def test_a_password_is_never_shown_again():
    form = read(Everything, {"password": "vier woorden op een rij", "whole": "zes"})

    assert "password" not in form.values


def test_invisible_signs_are_not_put_back_in_the_page():
    form = read(Everything, {"words": "a\0b\x1bc"})

    assert form.value("words") == "abc"


def test_a_numbered_group_is_read_by_number_and_complains_by_number():
    form = read(
        Everything, {"per-12": "3", "per-7": "6", "per-x": "1", "per-0": "1", "per-": "2", "said-4": "ja"}
    )

    assert form.errors == {"per-7": "Neem hoogstens 5."}
    assert read(Everything, {"per-12": "3", "per-15": "", "said-4": " ja "}).data == Everything(
        per={12: 3}, said={4: "ja"}
    )


def test_fields_the_form_does_not_know_are_left_alone():
    assert read(Everything, {"admin": "ja", "line": "x"}).data == Everything(line="x")


def test_a_rule_over_several_fields_says_where_it_stands():
    class Period(Form):
        since: Day
        until: Day

        @model_validator(mode="after")
        def in_order(self):
            if self.until < self.since:
                raise RuleBroken("Het einde ligt voor het begin.", "until")
            return self

    form = read(Period, {"since": "3/11/2026", "until": "2/11/2026"})

    assert form.errors == {"until": "Het einde ligt voor het begin."}


@pytest.mark.parametrize(
    ("field", "place"), [("line", "line"), ("per-12", "per-12"), ("unknown", ""), (None, "")]
)
def test_a_broken_rule_stands_beside_its_field_or_above_the_form(field, place):
    form = read(Everything, {"line": "x"})

    with form.refusing():
        raise RuleBroken("Dat kan nog niet.", field)

    assert form.errors == {place: "Dat kan nog niet."}
    assert form.data is None
    assert form.status == 422


def test_a_conflict_hands_over_the_version_to_save_on():
    form = read(Everything, {"line": "x"})

    with form.refusing():
        raise Conflict({"line": "y", "version": "8"}, "Ben")

    assert form.status == 409
    assert form.value("version") == "8"
    assert form.value("line") == "x"


def test_other_errors_pass_through():
    form = read(Everything, {"line": "x"})

    with pytest.raises(ZeroDivisionError), form.refusing():
        raise ZeroDivisionError


SUSPECT = "Bel 0475 12 34 56 of mail mia@voorbeeld.be, 85.07.30-033.28"


@pytest.mark.parametrize("field", ["line", "words", "said-3"])
def test_text_that_identifies_someone_is_kept_only_when_asked_twice(field):
    first = read(Everything, {field: SUSPECT})
    second = read(Everything, {field: SUSPECT, "keep_identifiers": "yes"})

    assert first.refused
    assert first.data is None
    assert first.errors == {}
    assert [(one.field, one.text) for one in first.suspects] == [
        (field, "0475 12 34 56"),
        (field, "mia@voorbeeld.be"),
        (field, "85.07.30-033.28"),
    ]
    assert first.value(field) == SUSPECT
    assert second.data is not None
    assert second.keeps_identifiers


@pytest.mark.parametrize("field", ["plain", "email"])
def test_a_field_that_asks_for_a_number_or_address_takes_it(field):
    assert read(Everything, {field: "mia@voorbeeld.be"}).data is not None


def test_a_blank_form_shows_its_initial_values_and_a_key_of_its_own():
    form = blank(
        Everything,
        kind=Kind.PHONE,
        kinds=[Kind.VISIT],
        on=date(2026, 11, 3),
        at=time(9, 5),
        amount=Decimal("2.50"),
        agreed=True,
        whole=None,
        per={12: 3},
    )

    assert UUID(form.value("key")) != UUID(blank(Everything).value("key"))
    assert form.value("kind") == "phone"
    assert form.chosen("kinds") == ["visit"]
    assert form.value("on") == "2026-11-03"
    assert form.value("at") == "09:05"
    assert form.value("amount") == "2,50"
    assert form.value("agreed") == "ja"
    assert form.value("whole") == ""
    assert form.value("per-12") == "3"
    assert not form.refused


def test_initial_values_come_back_as_they_went():
    initial = Everything(
        line="x",
        kind=Kind.PHONE,
        ids=[3],
        whole=7,
        on=date(2026, 11, 3),
        at=time(9, 5),
        amount=Decimal("2.50"),
        agreed=True,
    )

    shown = blank(Everything, **initial.model_dump(exclude={"key"}))
    assert read(Everything, shown.values).data == initial.model_copy(update={"key": UUID(shown.value("key"))})


def test_filters_are_read_from_the_address():
    request = RequestFactory().get("/", query_params={"line": "tabak", "ids": ["1", "2"], "whole": "x"})

    form = asked(request, Everything)

    assert form.value("line") == "tabak"
    assert form.chosen("ids") == ["1", "2"]
    assert form.errors == {"whole": "Schrijf een geheel getal, in cijfers."}


TYPED = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(
    ["1", "2026-11-03", "31/02/2026", "ja", "visit", "\0", "9" * 30, "-1", "1,5", "nan", "\u202e", "٣"]
)
NAMES = st.sampled_from(
    [*Everything.model_fields, "per-1", "per-99999999999", "said-3", "keep_identifiers", "", "x"]
)


@given(st.lists(st.tuples(NAMES, TYPED), max_size=25))
@settings(max_examples=300, deadline=None)
def test_whatever_was_typed_is_read_without_trouble(fields):
    form = read(Everything, urlencode(fields).encode())

    assert (form.data is None) == form.refused
    assert all(isinstance(said, str) and said for said in form.errors.values())


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_whatever_bytes_arrive_are_read_without_trouble(body):
    assert (read(Needed, body).data is None) == read(Needed, body).refused
