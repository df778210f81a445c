"""Words look like words: stems, compounds and slips of the pen meet, common words tell little."""

import pytest

from tracker.learning.rules.likeness import Known, by_likeness, most_alike, stems

ATTEST, LETTER, BUS = 1, 2, 3
KNOWN = [
    Known(ATTEST, "Ik heb dat attest van de school al twee keer binnengebracht."),
    Known(ATTEST, "Gezinsblad. Weer dat gezinsblad."),
    Known(LETTER, "Een brief van vier bladen om te zeggen dat ik moet bellen."),
    Known(BUS, "Er rijdt geen bus na de middag."),
]


def first(text: str) -> int | None:
    [alike] = most_alike([text], KNOWN)
    return alike[0].belongs_to if alike else None


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Weer attesten gevraagd.", ATTEST),
        ("Mijn schoolattest is zoek.", ATTEST),
        ("Een gezinsbald gevraagd.", ATTEST),
        ("BRIEVEN, altijd brieven.", LETTER),
        ("Bús gemist.", BUS),
    ],
)
def test_forms_compounds_slips_capitals_and_accents_of_a_word_meet(text, like):
    assert first(text) == like


@pytest.mark.parametrize("text", ["", "Dat is niet wat ik wou, en dat van mij ook niet.", "123 !?", "Paard."])
def test_nothing_is_suggested_for_words_that_share_nothing_telling(text):
    assert first(text) is None


def test_the_words_because_of_which_come_along():
    [[alike]] = most_alike(["Alweer een gezinsblad."], KNOWN)

    assert alike.text == "Gezinsblad. Weer dat gezinsblad."


def test_each_thing_is_suggested_once_and_two_at_most():
    known = [*KNOWN, Known(4, "attest school bus"), Known(4, "attest school brief")]
    [alike] = most_alike(["attest school"], known)

    assert len(alike) == 2
    assert len({each.belongs_to for each in alike}) == 2


def test_several_voices_speak_louder_than_one():
    known = [Known(1, "attest loket"), *(Known(2, f"attest {word}") for word in ("school", "werk", "huis"))]
    [alike] = most_alike(["attest"], known)

    assert alike[0].belongs_to == 2


def test_without_texts_or_known_words_nothing_is_like_anything():
    assert most_alike([], KNOWN) == []
    assert most_alike(["attest"], []) == [[]]
    assert by_likeness("attest", []) == []


def test_what_looks_like_a_text_comes_most_alike_first():
    others = ["De bus komt niet.", "Een attest voor de school.", "Attest."]

    assert by_likeness("Het attest van de school", others) == [1, 2]


def test_stems_leave_out_words_that_tell_nothing():
    assert stems("Ik heb dat bewezen, met bewijzen.") == stems("bewijzen bewezen")
    assert stems("dat is niet van mij") == frozenset()
