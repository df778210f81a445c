"""How often cases were met, month by month; never by whom."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tracker import charts
from tracker.cases.rules.kinds import ContactOutcome
from tracker.learning.queries.dashboards.counting import Counted
from tracker.pictures import dutch
from tracker.pictures.columns import Bar, columns
from tracker.pictures.pen import Picture

BANDS: Mapping[int, str] = {0: "geen", 1: "1 keer", 2: "2 of 3 keer", 4: "4 tot 7 keer", 8: "8 keer of meer"}
OUTCOMES: Mapping[ContactOutcome, str] = {
    ContactOutcome.CONTACT: "er was contact",
    ContactOutcome.ATTEMPT: "poging",
    ContactOutcome.ABOUT: "over de casus",
}
INKS = {
    ContactOutcome.CONTACT: (charts.NOW, False),
    ContactOutcome.ATTEMPT: (charts.NOW, True),
    ContactOutcome.ABOUT: (charts.EARLIER, False),
}


def month_number(month: date) -> int:
    """A month as the database keeps it: 202611."""
    return month.year * 100 + month.month


def short(month: date) -> str:
    return f"{dutch.month(month)} {month.year}"


def contacts_picture(found: Counted, months: Sequence[date]) -> Picture:
    """The contacts of each month as bars."""
    bars = [
        Bar(
            found.at(ContactOutcome.CONTACT.value, month_number(month)).told,
            dutch.month(month),
            str(month.year),
            found.at(ContactOutcome.CONTACT.value, month_number(month)).count.rounded,
        )
        for month in months
    ]
    return columns(bars, label="Contacten per maand. De tabel eronder geeft elk getal.")


def contacts_figure(
    found: Counted, months: Sequence[date], link: Callable[[ContactOutcome, int], str]
) -> str:
    """Contacts, attempts and talk about the case per month, as JSON for Plotly."""
    layers = []
    for outcome, name in OUTCOMES.items():
        cells = [found.at(outcome.value, month_number(month)) for month in months]
        colour, hollow = INKS[outcome]
        layers.append(
            charts.Column(
                name=name,
                values=[cell.told for cell in cells],
                told=[
                    f"{dutch.month_year(month)}\n{cell.said} keer {name}, in {cell.count.in_words}"
                    if cell.told is not None
                    else f"{dutch.month_year(month)}\n{name}, in {cell.count.in_words}"
                    for month, cell in zip(months, cells, strict=True)
                ],
                links=[link(outcome, month_number(month)) for month in months],
                colour=colour,
                hollow=hollow,
            )
        )
    return charts.stacked_columns([short(month) for month in months], layers, unit="keer")
