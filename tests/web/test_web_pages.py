"""Whole pages, what is answered after a change, and the frame around it."""


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
