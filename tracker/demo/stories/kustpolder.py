"""Kustpolder: two stories."""

from tracker.cases.rules.kinds import Arising, ContactKind
from tracker.demo.events import Fails, Meets, Scores, Stars, Story, Wants
from tracker.demo.rhythm import rhythm

VISIT, TALK, PHONE = ContactKind.HOME_VISIT, ContactKind.CONVERSATION, ContactKind.PHONE

PLUIM = Story(
    alias="Pluim",
    lead="Ilse",
    municipality="Zandvlo",
    ago=310,
    purpose="Weten wat werken opbrengt, voor ik ja zeg.",
    events=(
        Wants(308, ("Eén blad met wat ik overhoud.", "Opvang die om zeven uur open is.")),
        *rhythm(300, 40, 32, (VISIT, PHONE)),
        Scores(280, 3, "Rekenen we het samen uit, dan slaapt ze beter."),
        Stars(280, (2, 1)),
        Fails(
            250,
            "Mijn huurcontract zit daar in drie mappen. En nu nog eens.",
            Arising.OMISSION,
            "mail",
            ("OCMW Zandvlo",),
        ),
        Scores(60, 5, "Twaalf uur op proef, met het blad aan de frigo."),
        Stars(60, (4, 2)),
        Meets(25, VISIT, "Nog altijd geen opvang voor zeven uur.", 40, demands=(1,)),
    ),
)
TURF = Story(
    alias="Turf",
    lead="Lien",
    municipality="Duinhoek",
    ago=200,
    purpose="Nog ergens bij horen, ook zonder dat er een baas aan te pas komt.",
    events=(
        Wants(199, ("Een reden om op te staan.",)),
        *rhythm(195, 30, 27, (TALK, PHONE)),
        Scores(150, 2, "Na dertig jaar op dezelfde stoel is het stil."),
        Stars(150, (1,)),
        Scores(40, 4, "Helpt twee voormiddagen in de herstelhoek."),
        Stars(40, (3,)),
        Meets(18, PHONE, "Belde zelf om te zeggen dat hij vrijdag niet kan.", 5),
    ),
)
KUSTPOLDER_STORIES = (PLUIM, TURF)
