"""What a reader did, in words, by the name of the page that was read (T3)."""

from typing import Final

# Exports that hold every case of the partnership; they show in the readings of each case.
WHOLE_LISTS: Final = frozenset({"cases.list.export", "cases.workbook.export"})

SAID: Final = {
    "cases.show": "las de casus",
    "cases.print": "drukte de casus af",
    "cases.timeline": "las de tijdlijn",
    "cases.readers": "keek wie meelas",
    "cases.sharing": "bekeek of wijzigde het delen",
    "cases.release": "bekeek of noteerde het einde",
    "cases.reopen": "heropende de casus, of bekeek dat",
    "cases.edit": "bekeek de gegevens",
    "cases.update": "wijzigde de gegevens",
    "cases.workers": "bekeek of wijzigde wie meevolgt",
    "cases.undo": "maakte iets ongedaan",
    "cases.client_view": "las de casus samen",
    "cases.purpose": "bekeek of schreef de bedoeling",
    "cases.scores": "bekeek of noteerde een score",
    "cases.stars": "bekeek of noteerde een ster",
    "cases.demands": "bekeek of noteerde een waardevraag",
    "cases.failure_demands": "bekeek of noteerde een faalvraag",
    "cases.interactions": "bekeek of noteerde een interactie",
    "cases.assessments": "bekeek of noteerde een duiding",
    "cases.reviews": "bekeek of noteerde een overleg",
    "cases.agreements": "bekeek of noteerde een afspraak",
    "cases.export": "nam de casus mee als bestand",
}


def said_of(what: str, *, refused: bool = False) -> str:
    """What somebody did, from the name of the page: the nearest name that has words."""
    if refused:
        return "vroeg de casus op en kreeg ze niet"
    if what in WHOLE_LISTS:
        return "nam alle casussen mee als bestand"
    name = what
    while name not in SAID and "." in name:
        name = name.rpartition(".")[0]
    return SAID.get(name, "las een bladzijde van de casus")
