"""What a reader did, in words, by the name of the page that was read (T3)."""

from typing import Final

# What is taken out of the house: one case, or every case the reader sees.
EXPORT: Final = "cases.export"
EXPORT_ALL: Final = "workbook.export"

# A route whose name is not here takes the words of the nearest name above it: `cases.scores.new` of
# `cases.scores`. Acts are not reads; they stand in the trail.
SAID: Final = {
    "cases.show": "las de casus",
    "cases.print": "drukte de casus af",
    "cases.timeline": "las de tijdlijn",
    "cases.client_view": "las de casus samen",
    "together": "liet de persoon zelf lezen en antwoorden",
    "cases.readers": "keek wie meelas",
    "cases.sharing": "keek wie de casus ziet",
    "cases.edit": "keek naar de gegevens",
    "cases.update": "keek naar de gegevens",
    "cases.workers": "keek wie meevolgt",
    "cases.release": "keek naar het loslaten",
    "cases.reopen": "keek naar het heropenen",
    "cases.purpose": "las de bedoeling",
    "cases.scores": "las een score",
    "cases.stars": "las een ster",
    "cases.demands": "las een waardevraag",
    "cases.failure_demands": "las een faalvraag",
    "cases.interactions": "las een interactie",
    "cases.interactions.list": "las alle interacties",
    "cases.assessments": "las een duiding",
    "cases.reviews": "las een overleg",
    "cases.agreements": "las een afspraak",
    "cases.validate": "keek wat besproken is",
    EXPORT: "nam de casus mee als bestand",
}


def said_of(what: str, *, refused: bool = False, all_cases: bool = False) -> str:
    """What somebody did, from the name of the page: the nearest name that has words."""
    if refused:
        return "vroeg de casus op en kreeg ze niet"
    if all_cases:
        return "nam alle casussen mee als bestand"
    name = what
    while name not in SAID and "." in name:
        name = name.rpartition(".")[0]
    return SAID.get(name, "las een bladzijde van de casus")
