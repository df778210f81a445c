"""The Dutch words for what stands in the trail and in the read log.

A read is named by its route, an act by its verb. A route or verb without words of its own falls back on
the room it belongs to, so that no English and no raw name ever reaches a screen.
"""

READ_NAMES = {
    "cases.show": "las de casus",
    "cases.list": "bekeek de lijst van casussen",
    "cases.timeline": "las de tijdlijn",
    "cases.client_view": "las samen met de persoon",
    "cases.readers": "bekeek wie de casus las",
    "cases.export.xlsx": "voerde de casus uit naar Excel",
    "cases.print": "drukte de casus af",
    "workbook.export": "voerde het hele partnerschap uit naar Excel",
    "start": "bekeek de startpagina met casussen",
    "search": "zocht in casussen",
}

READ_NAMES_BY_ROOM = {
    "cases.scores": "opende de scores",
    "cases.stars": "bekeek de ster",
    "cases.demands": "opende de waardevragen",
    "cases.purpose": "opende de bedoeling",
    "cases.interactions": "opende de interacties",
    "cases.failure_demands": "opende de faalvragen",
    "cases.assessments": "opende wat hielp en wat niet",
    "cases.reviews": "opende het overleg",
    "cases.agreements": "opende de afspraken",
    "cases.sharing": "bekeek met wie de casus gedeeld is",
    "cases.release": "opende het loslaten",
    "cases.reopen": "opende het heropenen",
    "cases.edit": "opende de gegevens van de casus",
    "workbook": "las een werkmap in of uit",
}

ACT_NAMES = {
    "founded": "partnerschap opgericht",
    "opened": "casus geopend",
    "edited": "gegevens gewijzigd",
    "ended": "casus beëindigd",
    "reopened": "casus heropend",
    "followed": "begeleider gewijzigd",
    "shared": "delen gewijzigd",
    "withdrawn": "delen ingetrokken",
    "reworded": "herschreven",
    "scored": "score genoteerd",
    "starred": "ster genoteerd",
    "named": "waardevraag genoteerd",
    "logged": "genoteerd",
    "assessed": "geduid",
    "reviewed": "overleg genoteerd",
    "agreed": "afspraak gemaakt",
    "closed": "afgesloten",
    "corrected": "verbeterd",
    "undone": "ongedaan gemaakt",
    "validated": "besproken met de doelgroep",
    "reclassified": "anders ingedeeld",
    "told": "verteld aan de persoon",
    "imported": "werkmap ingelezen",
    "exported": "uitgevoerd",
    "phone handed over": "telefoon uit handen gegeven",
    "phone taken back": "telefoon teruggenomen",
    "account made": "account gemaakt",
    "account closed": "account gesloten",
    "role given": "rol gegeven",
    "role ended": "rol beëindigd",
    "role named": "eigen rol ingevuld",
    "named role ended": "eigen rol geschrapt",
    "partner added": "organisatie toegevoegd",
    "partner edited": "organisatie gewijzigd",
    "partner ended": "organisatie beëindigd",
    "contact noted": "contact met netwerkactor genoteerd",
    "municipality added": "gemeente toegevoegd",
    "municipality ended": "gemeente uit het gebied",
    "value step added": "waardestap toegevoegd",
    "value step reworded": "waardestap herschreven",
    "value step retired": "waardestap geschrapt",
    "reads sealed": "leesboek verzegeld",
    "pattern made": "patroon gemaakt",
    "pattern edited": "patroon gewijzigd",
    "pattern retired": "patroon niet meer gebruikt",
    "pattern used again": "patroon opnieuw gebruikt",
    "patterns merged": "patronen samengevoegd",
    "grouped": "woorden in een patroon gezet",
    "moved": "woorden naar een ander patroon gezet",
    "ungrouped": "woorden uit een patroon gehaald",
    "proposals set aside": "voorstel uit de werkmap niet gevolgd",
    "cause named": "oorzaak benoemd",
    "cause edited": "oorzaak gewijzigd",
    "cause removed": "oorzaak geschrapt",
    "condition named": "systeemconditie benoemd",
    "condition edited": "systeemconditie gewijzigd",
    "thinking named": "denkwijze benoemd",
    "thinking edited": "denkwijze gewijzigd",
    "remarked": "opmerking gemaakt",
    "taken as example": "voorbeeld bij een waardestap genomen",
    "page opened": "‘zo werken wij’ voor iedereen geopend",
    "page closed": "‘zo werken wij’ gesloten",
    "persona described": "persona beschreven",
    "persona reworded": "persona herschreven",
    "persona retired": "persona niet meer gebruikt",
    "personas reviewed": "persona’s herzien",
    "laid beside a persona": "naast een persona gelegd",
    "comparison corrected": "vergelijking met een persona verbeterd",
    "taken away from a persona": "bij een persona weggenomen",
    "fits no persona": "past bij geen persona",
    "persona analysis ended": "analyse bij de persona’s afgerond",
    "expertise asked": "gevraagde expertise genoteerd",
    "expertise no longer asked": "gevraagde expertise weggenomen",
    "expertise brought": "expertise van een partner genoteerd",
    "expertise no longer brought": "expertise van een partner weggenomen",
    "capacity chosen": "keuze over expertise gemaakt",
    "proposal confirmed": "voorstel uit de werkmap bevestigd",
    "proposal declined": "voorstel uit de werkmap niet overgenomen",
}


def read_name(route: str) -> str:
    """What a read was, in words: `Sofie las de casus`."""
    room = route.rpartition(".")[0]
    return READ_NAMES.get(route) or READ_NAMES_BY_ROOM.get(room) or READ_NAMES_BY_ROOM.get(route) or "las mee"


def act_name(verb: str) -> str:
    """What an act was, in words; an unknown verb is a change."""
    return ACT_NAMES.get(verb, "gewijzigd")
