"""The components, each with its own small render."""

import html5lib
import pytest

from tests.page import said_in
from tests.web.gallery import HOW_NAMES, NewScore
from tracker.problems import Conflict
from tracker.web.forms import blank
from tracker.web.pages import environment

JINJA = environment()


def render(source, **context):
    """The elements that a piece of template draws."""
    html = JINJA.from_string(source).render(**context)
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


def draw(name, call, **context):
    """What one macro of a component draws."""
    return render(
        f'{{% import "components/{name}.html" as component %}}{{{{ component.{call} }}}}', **context
    )


def one(tree, tag):
    (element,) = tree.iter(tag)
    return element


def fields(call, form):
    return draw("fields", call, form=form, hows=HOW_NAMES)


@pytest.fixture
def form():
    return blank(NewScore, how="visit", demands=[3])


def test_a_field_is_labelled_and_says_that_it_is_needed(form):
    tree = fields('textarea(form, "why", "Waarom?", hint="Wat zie je?")', form)

    field = one(tree, "textarea")
    assert one(tree, "label").get("for") == field.get("id") == "veld-why"
    assert field.get("aria-required") == "true"
    assert field.get("aria-describedby") == "veld-why-uitleg"
    assert "aria-invalid" not in field.attrib


def test_a_field_with_an_error_points_at_it(form):
    form.refuse("Schrijf waarom.", "why")

    tree = fields('textarea(form, "why", "Waarom?", hint="Wat zie je?")', form)

    field = one(tree, "textarea")
    assert field.get("aria-describedby") == "veld-why-uitleg veld-why-fout"
    assert field.get("aria-invalid") == "true"
    assert "Schrijf waarom." in said_in(tree)


def test_a_field_that_may_stay_empty_does_not_say_it_is_needed(form):
    field = one(fields('number(form, "minutes", "Minuten")', form), "input")

    assert "aria-required" not in field.attrib
    assert field.get("inputmode") == "numeric"


def test_two_forms_on_a_page_keep_their_ids_apart():
    tree = fields('text(form, "alias", "Schuilnaam")', blank(NewScore, prefix="nieuw"))

    assert one(tree, "label").get("for") == one(tree, "input").get("id") == "nieuw-alias"


def test_what_was_typed_stands_in_the_field_to_the_letter(form):
    form.fill({"why": '\n  "<b>\r\nTabak & co', "alias": '"><script>'})

    assert one(fields('textarea(form, "why", "Waarom?")', form), "textarea").text == '\n  "<b>\nTabak & co'
    assert one(fields('text(form, "alias", "Schuilnaam")', form), "input").get("value") == '"><script>'


def test_a_choice_is_a_named_group_with_the_chosen_one_marked(form):
    tree = fields('choice(form, "how", "Hoe?", hows, was="talk")', form)

    assert one(tree, "fieldset").get("role") == "radiogroup"
    assert one(tree, "legend").text == "Hoe?"
    assert [field.get("value") for field in tree.iter("input") if "checked" in field.attrib] == ["visit"]
    (was,) = [label for label in tree.iter("label") if label.get("class") == "was"]
    assert said_in(was) == "Gesprek (vorige keer)"
    assert next(tree.iter("input")).get("id") == "veld-how"


def test_choices_may_be_several(form):
    tree = fields('choices(form, "demands", "Welke?", [[1, "A"], [3, "C"]])', form)

    assert [
        (field.get("type"), field.get("value"), "checked" in field.attrib) for field in tree.iter("input")
    ] == [
        ("checkbox", "1", False),
        ("checkbox", "3", True),
    ]


def test_a_select_shows_the_chosen_option_and_can_be_left_empty(form):
    form.fill({"organisation": "2"})

    tree = fields('select(form, "organisation", "Organisatie", [[1, "OCMW"], [2, "VDAB"]])', form)

    assert [(option.get("value"), "selected" in option.attrib) for option in tree.iter("option")] == [
        ("", False),
        ("1", False),
        ("2", True),
    ]


def test_a_score_marks_last_time_and_chooses_nothing(form):
    tree = fields('ten(form, "score", "Hoever?", was=5)', form)

    assert [field.get("value") for field in tree.iter("input")] == [str(score) for score in range(1, 11)]
    assert not [field for field in tree.iter("input") if "checked" in field.attrib]
    assert [said_in(label) for label in tree.iter("label") if label.get("class") == "was"] == [
        "5 (vorige keer)"
    ]
    assert "1: nog een hele weg 10: we kunnen loslaten" in said_in(tree)


def test_a_reading_can_be_not_discussed_and_shows_the_words_of_the_demand(form):
    tree = fields(
        'five(form, "reading-12", "Eén adres.", "nog niets van", "zo is het goed", words=true)', form
    )

    assert said_in(one(tree, "q")) == "Eén adres."
    assert [field.get("value") for field in tree.iter("input")] == ["1", "2", "3", "4", "5", ""]
    assert not [field for field in tree.iter("input") if "checked" in field.attrib]


def test_the_summary_counts_what_still_has_to_happen(form):
    form.refuse("Schrijf waarom.", "why")
    assert "Nog één ding voor we bewaren" in said_in(draw("errors", "error_summary(form)", form=form))

    form.refuse("Dat kan nog niet.")
    tree = draw("errors", "error_summary(form)", form=form)
    assert "Nog 2 dingen voor we bewaren" in said_in(tree)
    assert [link.get("href") for link in tree.iter("a")] == ["#veld-why"]
    box = next(tree.iter("div"))
    assert box.get("role") == "alert"
    assert box.get("tabindex") == "-1"
    assert "data-focus" in box.attrib


def test_without_errors_there_is_no_summary(form):
    assert said_in(draw("errors", "error_summary(form)", form=form)) == ""


def test_a_conflict_shows_the_words_of_the_other(form):
    with form.refusing():
        raise Conflict({"why": "Hij belde zelf terug.", "version": "8"}, "Ben")

    tree = draw("errors", "error_summary(form)", form=form)

    assert "Ben wijzigde dit intussen" in said_in(tree)
    assert said_in(one(tree, "blockquote")) == "Hij belde zelf terug."


TABLE = 'table("Scores", ["Vraag", ["nu", "num"]], rows, "Nog geen scores.")'


def test_a_table_has_a_caption_and_headings_on_both_sides():
    tree = draw("table", TABLE, rows=[["A", 3], ["B", None]])

    assert one(tree, "caption").text == "Scores"
    assert [heading.get("scope") for heading in tree.iter("th")] == ["col", "col", "row", "row"]
    assert [said_in(cell) for cell in tree.iter("td")] == ["3", "–"]


def test_an_empty_table_says_so():
    assert said_in(draw("table", TABLE, rows=[])) == "Nog geen scores."


def test_a_notice_offers_the_undo_as_a_button():
    tree = draw("notice", 'notice_bar("Bewaard.", "/undo/3")')

    assert one(tree, "form").get("action") == "/undo/3"
    assert one(tree, "form").get("method") == "post"
    assert said_in(tree) == "Bewaard. Maak ongedaan"


def test_a_notice_without_undo_is_only_words():
    tree = draw("notice", 'notice_bar("Gewist.")')

    assert said_in(tree) == "Gewist."
    assert not list(tree.iter("form"))


def test_words_stand_as_they_were_said_with_who_said_them():
    tree = render(
        '{% from "components/words.html" import words %}'
        '{% call words("Eén adres.\n\nEén naam.", big=true) %}Tabak, 6 mei 2024{% endcall %}'
        '{{ words("Kort.") }}'
    )

    big, short = tree.iter("blockquote")
    assert [part.text for part in big.iter("p")] == ["Eén adres.", "Eén naam."]
    assert said_in(one(big, "footer")) == "Tabak, 6 mei 2024"
    assert big.get("class") == "words big"
    assert not list(short.iter("footer"))


def test_steps_show_what_is_done_and_where_it_is():
    tree = draw("steps", 'steps(["Beeld", "Mening", "Consent"], "Mening")')

    assert [(step.get("class"), step.get("aria-current")) for step in tree.iter("li")] == [
        ("done", None),
        (None, "step"),
        (None, None),
    ]


def test_paging_says_where_one_is():
    tree = draw("paging", 'paging(51, 100, "1.320 casussen", "?p=1", "?p=3")')

    assert said_in(tree) == "Vorige 50 51 tot 100 van 1.320 casussen Volgende 50"


def test_a_fact_can_be_changed_where_it_stands():
    tree = draw("facts", 'facts([["Gemeente", "Eeklo", "/x"], ["Via", "VDAB"]])')

    assert [said_in(link) for link in tree.iter("a")] == ["Wijzig gemeente"]


def test_an_empty_screen_says_how_to_begin():
    tree = render(
        '{% from "components/empty.html" import empty %}'
        '{% call empty("Nog geen faalvragen", "Noteer de eerste", "/x") %}Schrijf het op.{% endcall %}'
    )

    assert said_in(tree) == "Nog geen faalvragen Schrijf het op. Noteer de eerste"


@pytest.mark.parametrize(("kind", "class_"), [("value", "tag value"), ("waste", "tag waste"), ("", "tag")])
def test_a_tag_says_in_words_what_its_dot_shows(kind, class_):
    tree = draw("tags", 'tag("waarde", kind)', kind=kind)

    assert one(tree, "span").get("class") == class_
    assert said_in(tree) == "waarde"


def test_the_save_bar_tells_about_the_draft():
    tree = draw("saved_bar", 'save_bar(draft="Concept bewaard om 14.05 uur")')

    status = one(tree, "p")
    assert status.get("role") == "status"
    assert "data-draft-status" in status.attrib
    assert one(tree, "button").text == "Bewaar"


def test_an_explanation_is_folded_until_asked():
    tree = render(
        '{% from "components/explain.html" import explain %}'
        '{% call explain("Wat is dat?") %}Een vraag.{% endcall %}'
    )

    assert "open" not in one(tree, "details").attrib
    assert one(tree, "summary").text == "Wat is dat?"


def test_a_chip_begins_with_a_capital_and_keeps_the_capitals_it_has():
    form = blank(NewScore)

    tree = draw("fields", 'choices(form, "demands", "Welke?", {1: "brief van het OCMW"})', form=form)

    assert "Brief van het OCMW" in said_in(tree)
