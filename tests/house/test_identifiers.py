from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import nn

from tracker.identifiers import find_identifiers

SEPARATORS = st.sampled_from(["", " ", ".", "-", "/", "\u00a0", ". "])
WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéë ,.;\n", max_size=20)


def found_in(text):
    return [(one.kind, text[one.start : one.end]) for one in find_identifiers(text)]


@st.composite
def insz_numbers(draw):
    born = draw(st.dates(date(1905, 1, 1), date(2025, 12, 31)))
    serial = f"{born:%y%m%d}{draw(st.integers(1, 998)):03}"
    check = 97 - int(("2" if born.year >= 2000 else "") + serial) % 97
    return f"{serial}{check:02}"


@given(number=insz_numbers(), apart=st.lists(SEPARATORS, min_size=4, max_size=4), before=WORDS, after=WORDS)
def test_every_insz_number_is_found_however_it_is_parted(number, apart, before, after):
    assert nn.is_valid(number)
    a, b, c, d = apart
    written = f"{number[:2]}{a}{number[2:4]}{b}{number[4:6]}{c}{number[6:9]}{d}{number[9:]}"

    assert ("insz", written) in found_in(f"{before} {written} {after}")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("85.07.30-033 28", "rijksregisternummer"),
        ("17073003384", "rijksregisternummer"),
        ("98.47.28-997.65", "bisnummer"),
        ("99.99.99-999.64", "nummer dat op een rijksregisternummer lijkt"),
    ],
)
def test_the_label_says_what_kind_of_number_it_looks_like(text, label):
    (found,) = find_identifiers(text)

    assert (found.kind, found.label) == ("insz", label)


@pytest.mark.parametrize(
    "phone",
    [
        "0470 12 34 56",
        "0470/12.34.56",
        "0470123456",
        "(0470) 12 34 56",
        "+32 470 12 34 56",
        "+32 (0)470 123 456",
        "0032470123456",
        "09 233 12 12",
        "03/233.45.67",
        "0031 6 12345678",
    ],
)
def test_phone_numbers_are_found_as_people_write_them(phone):
    assert found_in(f"Bel {phone} na vier uur.") == [("phone", phone)]


def test_a_mobile_number_is_found_right_after_a_word_a_date_or_another_number():
    found = found_in("gsm0470123456, op 24/11 0471 123456, of 0472 12 34 56 0473 12 34 56")

    assert [digits for _, digits in found] == ["0470123456", "0471 123456", "0472 12 34 56", "0473 12 34 56"]


def test_a_mobile_number_is_found_in_a_series_that_is_not_given_out_yet():
    assert found_in("Nr van de zus: 0400 12 34 56, bel gerust.") == [("phone", "0400 12 34 56")]


@pytest.mark.parametrize("address", ["an@ocmw.be", "an.de-smet+werk@stad.gent", "0470123456@voorbeeld.be"])
def test_an_email_address_is_found_whole_and_once(address):
    assert found_in(f"Mail naar {address}, niet bellen.") == [("email", address)]


def test_several_are_told_in_reading_order():
    found = found_in("an@ocmw.be, 0470 12 34 56, 85.07.30-033.28, ben@vdab.be")

    assert [kind for kind, _ in found] == ["email", "phone", "insz", "email"]


@pytest.mark.parametrize(
    "text",
    [
        "Casus OM-0042 en OM-1234567",
        "Kerkstraat 12 bus 3, 9000 Gent",
        "op 24-11-2026 om 14u30, van 9:30 tot 11.45",
        "01-02-2024 030, 03.12.2024 04.12.2024, 2024-2025",
        "1.234,56 euro, 12.345.678 euro, 1 000 000, 12345678,90",
        "BE68 5390 0754 7034",
        "BE 0417.497.106",
        "+++090/9337/55493+++",
        "85.07.30-033 29",
        "@home, jan@, @jan en 50 @ 3 euro",
        "",
    ],
)
def test_dates_amounts_codes_and_accounts_are_left_alone(text):
    assert found_in(text) == []


ORDINARY = st.one_of(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).flatmap(
        lambda day: st.sampled_from(
            [
                f"{day:%d-%m-%Y}",
                f"{day:%d/%m/%Y}",
                f"{day.day}.{day.month}.{day.year}",
                f"{day:%Y-%m-%d}",
                f"{day:%Y}",
            ]
        )
    ),
    st.times().map(lambda hour: f"{time.strftime(hour, '%H:%M')}"),
    st.times().map(lambda hour: f"{hour.hour}u{hour.minute:02}"),
    st.integers(0, 10**9).map(
        lambda cents: f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02} euro"
    ),
    st.integers(1, 9999).map(lambda number: f"OM-{number:04}"),
    st.integers(1, 400).map(lambda number: f"Kerkstraat {number}"),
)


@given(st.lists(ORDINARY, max_size=6), st.sampled_from([", ", " tot ", "; ", "\n"]))
def test_ordinary_numbers_in_a_note_never_look_like_a_person(parts, between):
    assert found_in(between.join(parts)) == []


@given(st.text(max_size=300))
def test_whatever_the_text_the_stretches_lie_in_it_in_order_without_overlap(text):
    ends = [0]
    for one in find_identifiers(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
