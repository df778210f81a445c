"""Days as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cases.exchange.cleaning.dates import MONTHS, as_typed, read_date
from tracker.cases.exchange.messages import Level


@pytest.mark.parametrize(
    "cell",
    [
        "3/2/2025", "03-02-2025 ", "3.2.25", "3/2/'25", " 3 / 2 / 2025", "2025-02-03", "2025-02-03T10:30:00",
        "3 februari 2025", "3 feb. 2025", "3 FEBRUARI 25", "ma 3/2/2025",
        "maandag 3 februari 2025",
        "3/2/2025 14:30", "3/2/2025 om 14u30", "3-feb-25", "3e februari 2025", "February 3, 2025",
        "Feb 3rd 2025",
        "20250203", 20250203, 45691, 45691.5, "45691", date(2025, 2, 3), datetime(2025, 2, 3, 14, 30),
    ],
)  # fmt: skip
def test_one_day_has_many_spellings(cell):
    cleaned = read_date(cell)

    assert cleaned.value == date(2025, 2, 3)
    assert cleaned.remark is None


def test_days_since_1904_are_counted_from_there():
    assert read_date(44229, counts_from_1904=True).value == date(2025, 2, 3)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("begin maart 2025", date(2025, 3, 1)),
        ("half maart 2025", date(2025, 3, 15)),
        ("midden van maart '25", date(2025, 3, 15)),
        ("eind februari 2024", date(2024, 2, 29)),
        ("einde december 2025", date(2025, 12, 31)),
        ("maart 2025", date(2025, 3, 1)),
        ("03/2025", date(2025, 3, 1)),
        ("2025-03", date(2025, 3, 1)),
        ("rond 12/3/2025", date(2025, 3, 12)),
        ("± 12/3/25", date(2025, 3, 12)),
        ("12/3/2025?", date(2025, 3, 12)),
        ("12/3/2025 (telefonisch)", date(2025, 3, 12)),
    ],
)
def test_an_approximate_day_is_asked_about_and_meanwhile_used(cell, day):
    cleaned = read_date(cell)

    assert cleaned.value == day
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.QUESTION, "datum_onnauwkeurig")
    assert cleaned.remark.suggestion == as_typed(day)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/02/2025", "datum_bestaat_niet"),
        ("30/2/26", "datum_bestaat_niet"),
        ("29 februari 2025", "datum_bestaat_niet"),
        ("2025-13-01", "datum_bestaat_niet"),
        ("12/25/2024", "datum_bestaat_niet"),
        ("0/1/2025", "datum_bestaat_niet"),
        ("12 maart", "datum_zonder_jaar"),
        ("12/3", "datum_zonder_jaar"),
        ("vorige week", "datum_onleesbaar"),
        ("2025", "datum_onleesbaar"),
        (2025, "datum_onleesbaar"),
        ("3/2/0205", "datum_onleesbaar"),
        ("3/2/2025 en 5/2/2025", "datum_onleesbaar"),
    ],
)
def test_what_is_no_day_is_an_error_that_says_so(cell, code):
    cleaned = read_date(cell)

    assert cleaned.value is None
    assert cleaned.remark is not None
    assert (cleaned.remark.level, cleaned.remark.code) == (Level.ERROR, code)


DAYS = st.dates(date(1954, 10, 4), date(2099, 12, 31))


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.data())
def test_every_day_comes_back_from_every_way_to_write_it(day, month, data):
    names = [name for name, number in MONTHS.items() if number == day.month]
    written = data.draw(
        st.sampled_from(
            [
                f"{day.day}/{day.month}/{day.year}",
                f"{day:%d-%m-%Y} ",
                f"{day:%d.%m.%Y}",
                day.isoformat(),
                *(f"{day.day} {name} {day.year}" for name in names),
                *(f"{day.day}-{name}-{day.year}" for name in names),
            ]
        )
    )

    assert read_date(written).value == day
    assert read_date((day - date(1899, 12, 30)).days).value == day
