"""The fixed words for the person, in every language there is."""

import re
import tomllib
from string import Formatter

import pytest

from tests.page import english_words
from tracker.cases.figures import labels
from tracker.cases.figures.labels import SHIPPED, labels_in, languages
from tracker.settings import SETTINGS

FILES = sorted(SHIPPED.glob("*.toml"))
DUTCH = tomllib.loads((SHIPPED / "nl.toml").read_text())


def blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.fixture
def own_texts(tmp_path, monkeypatch):
    """The folder in which an installation keeps its own words."""
    monkeypatch.setattr(labels, "SETTINGS", type("Own", (), {"data_dir": tmp_path}))
    languages.cache_clear()
    yield tmp_path / "klantbeeld"
    languages.cache_clear()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_the_same_sentences_with_the_same_blanks(path):
    told = tomllib.loads(path.read_text())

    assert list(told) == list(DUTCH)
    assert {name: blanks(text) for name, text in told.items()} == {
        name: blanks(text) for name, text in DUTCH.items()
    }
    assert all(text.strip() for text in told.values())


def test_no_sentence_of_the_dutch_words_is_long():
    sentences = [part for text in DUTCH.values() for part in re.split(r"[.?!]", text)]

    assert max(len(sentence.split()) for sentence in sentences) <= 14
    assert not {word for text in DUTCH.values() for word in text.lower().split()} & english_words()


def test_days_and_lists_are_written_as_the_language_does():
    from datetime import date

    assert labels_in("nl").day(date(2024, 5, 6)) == "6 mei 2024"
    assert labels_in("fr").day(date(2024, 5, 6)) == "6 mai 2024"
    assert labels_in("nl").several(["OCMW", "VDAB", "CAW"]) == "OCMW, VDAB en CAW"


def test_who_has_no_alias_is_greeted_without_a_name():
    assert labels_in("nl").to("", "greeting") == "Dag"
    assert labels_in("uk").to("", "greeting") == "Вітаємо"


def test_an_installation_improves_a_sentence_and_adds_a_language_of_its_own(own_texts):
    own_texts.mkdir()
    (own_texts / "nl.toml").write_text('right = "Juist"')
    (own_texts / "vls.toml").write_text('language = "West-Vlams"\ngreeting = "Dag {name}, ’t is goed"')

    assert labels_in("nl")("right") == "Juist"
    assert labels_in("vls")("greeting", name="Tabak") == "Dag Tabak, ’t is goed"
    assert labels_in("vls")("right") == "Juist"


def test_the_words_of_the_installation_lie_in_its_data_folder():
    assert SETTINGS.data_dir.is_absolute()
