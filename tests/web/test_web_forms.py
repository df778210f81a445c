"""What a form makes of what was typed."""

from datetime import date, time
from decimal import Decimal
from uuid import UUID

import pytest
from litestar.testing import RequestFactory
from pydantic import model_validator

from tests.web.forms import Everything, Kind, Needed, read
from tracker.problems import Conflict, RuleBroken
from tracker.web.forms import (
    Day,
    Form,
    asked,
    blank,
)


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
