"""Which day something on a case may have happened on."""

from datetime import date


def why_not_on(day: date, *, started_on: date, today: date) -> str | None:
    """The reason to refuse a day for something that happened on a case, or None."""
    if day > today:
        return "Deze dag ligt in de toekomst. Kies vandaag of een dag die voorbij is."
    if day < started_on:
        begin = f"{started_on.day}/{started_on.month:02}/{started_on.year}"
        return f"De casus begon op {begin}. Kies een latere dag, of verbeter de startdatum."
    return None
