"""Whole pages, what is answered after a change, and the frame around it."""

import pytest

from tracker.web.notices import NOTICES, Notice, notice_in
from tracker.web.pages import own_path


async def test_every_component_together_makes_a_clean_page(gallery):
    page = await gallery.get()

    assert page.status == 200
    assert page.title == "Nieuwe score bij Tabak – Leerspoor"
    assert page.heading == "Nieuwe score OM-0014"


async def test_a_refused_form_shows_what_was_typed_and_every_error_at_once(gallery):
    page = await gallery.post({"how": "visit", "alias": "Tabak", "minutes": "9999", "demands": ["1", "3"]})

    assert page.status == 422
    assert page.title.startswith("Fout: ")
    assert list(page.errors) == ["score", "why", "happened_on", "minutes"]
    assert page.form()["alias"] == "Tabak"
    assert page.form()["demands"] == ["1", "3"]
    assert page.form()["how"] == "visit"


async def test_an_error_stands_beside_its_field_and_its_link_leads_there(gallery):
    page = await gallery.post({"score": "5"})

    (why,) = [field for field in page.all("textarea") if field.get("name") == "why"]
    assert why.get("aria-invalid") == "true"
    assert "Nog 2 dingen voor we bewaren" in page
    described = [part for part in page.all("p", "error") if part.get("id") in why.get("aria-describedby")]
    assert [part.text for part in described] == ["Schrijf in een paar woorden waarom."]
    assert f"#{why.get('id')}" in page.links().values()


async def test_a_kept_form_leads_back_with_a_notice_that_holds_no_words(gallery):
    answer = await gallery.post(SCORE)

    assert answer.status == 303
    assert answer.location == "/?bewaard=score-7"
    assert "Bewaard." in await gallery.get(answer.location)


async def test_htmx_without_a_fragment_is_sent_on_as_well(gallery):
    answer = await gallery.post(SCORE, headers={"HX-Request": "true"})

    assert answer.status == 200
    assert answer.headers["hx-redirect"] == "/?bewaard=score-7"
    assert "hx-request" in answer.headers["vary"].lower()


async def test_a_rule_that_refuses_becomes_an_error_of_its_field(gallery):
    page = await gallery.post({**SCORE, "score": "10"})

    assert page.status == 422
    assert page.errors == {"score": "Een 10 vraagt eerst een gesprek over loslaten."}
    assert page.form()["why"] == SCORE["why"]


async def test_what_someone_else_wrote_meanwhile_is_shown_and_what_was_typed_stays(gallery):
    page = await gallery.post({**SCORE, "score": "9"})

    assert page.status == 409
    assert "Ben wijzigde dit intussen" in page
    assert "Hij belde zelf terug." in page
    assert page.form()["why"] == SCORE["why"]


async def test_a_notice_in_the_url_that_is_not_ours_is_not_shown(gallery):
    page = await gallery.get("/?bewaard=%3Cscript%3E&gewonnen=ja&melding=Bel+0900")

    assert "Bewaard." in page
    assert "script>" not in page
    assert "0900" not in page


@pytest.mark.parametrize("about", ["score-7", "casus-OM-0014", "demand_score-12"])
def test_a_notice_tells_what_it_is_about(about):
    assert notice_in({"zoek": "x", "bewaard": about}) == Notice("bewaard", about)


@pytest.mark.parametrize("about", ["ja", "7", "score-<b>", "score-" + "9" * 60, "Tabak zei", ""])
def test_a_notice_carries_nothing_but_a_kind_and_an_id(about):
    assert notice_in({"bewaard": about}) == Notice("bewaard", None)


def test_a_notice_keeps_the_rest_of_the_address():
    there = Notice("gewist", "taak-3").on("/p/durmeland/casussen/DL-0001?mijn=1#taken")

    assert there == "/p/durmeland/casussen/DL-0001?mijn=1&gewist=taak-3#taken"


def test_every_notice_is_a_sentence():
    assert all(said[0].isupper() and said.endswith(".") for said in NOTICES.values())


@pytest.mark.parametrize("path", ["/p/durmeland", "/casussen?mijn=1", "/"])
def test_a_path_of_this_site_is_followed(path):
    assert own_path(path, "/start") == path


@pytest.mark.parametrize(
    "path",
    [None, "", "https://elders.be", "//elders.be", "/\\elders.be", "javascript:x", "/a\nb", "/\t/elders.be"],
)
def test_a_path_to_elsewhere_is_not_followed(path):
    assert own_path(path, "/start") == "/start"


async def test_the_frame_shows_where_one_is_and_how_to_leave(gallery):
    page = await gallery.get()

    (current, *_) = [link for link in page.all("a") if link.get("aria-current") == "page"]
    assert current.text == "Casussen"
    assert "Je werkt nu als samenwerker." in page
    assert page.links()["Noteer een interactie"] == "/"
    assert "Meld af" in page


async def test_someone_who_is_not_signed_in_sees_no_menus(gallery):
    page = await gallery.get("/nergens")

    assert not page.all("nav")
    assert not page.all("details")
    assert page.links() == {"Naar de inhoud": "#inhoud", "Leerspoor": "/", "Naar je start": "/"}


SCORE = {
    "how": "visit",
    "score": "5",
    "why": "Proefdag in een lasatelier. Handen wisten het nog.",
    "happened_on": "3/11/2026",
}
