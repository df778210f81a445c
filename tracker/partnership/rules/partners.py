"""Organisations in a partnership, and the partnership's own versioned words."""

from enum import StrEnum


class PartnerKind(StrEnum):
    """In what quality an organisation takes part, from a day until a day."""

    LEAD = "lead"
    CORE = "core"
    PARTNER = "partner"
    SUBCONTRACTOR = "subcontractor"
    NETWORK_ACTOR = "network_actor"


PARTNER_KIND_NAMES = {
    PartnerKind.LEAD: "promotor",
    PartnerKind.CORE: "kernpartner",
    PartnerKind.PARTNER: "partner",
    PartnerKind.SUBCONTRACTOR: "onderaannemer",
    PartnerKind.NETWORK_ACTOR: "netwerkactor",
}

TEAM_KINDS = frozenset({PartnerKind.LEAD, PartnerKind.CORE, PartnerKind.PARTNER, PartnerKind.SUBCONTRACTOR})


def why_not_add_partner(*, running: bool) -> str | None:
    """The reason not to let an organisation take part (again) from a day on, or None."""
    if running:
        return "Deze organisatie doet op die dag al mee."
    return None


class WordingKind(StrEnum):
    """The partnership's own texts; each change is a new version and the former ones stay (P2, P3)."""

    PURPOSE = "purpose"
    URGENCY = "urgency"
    PRINCIPLE = "principle"
    TERM = "term"
    SUBSTANTIAL_CONTACT = "substantial_contact"
    STAR_LOW = "star_low"
    STAR_HIGH = "star_high"
    TEAM_MANDATE = "team_mandate"
    ROLE_MANDATE = "role_mandate"


WORDING_NAMES = {
    WordingKind.PURPOSE: "centrale bedoeling",
    WordingKind.URGENCY: "waarom het dringt",
    WordingKind.PRINCIPLE: "principe",
    WordingKind.TERM: "begrip",
    WordingKind.SUBSTANTIAL_CONTACT: "wanneer een contact telt",
    WordingKind.STAR_LOW: "woorden bij 1 op de ster",
    WordingKind.STAR_HIGH: "woorden bij 5 op de ster",
    WordingKind.TEAM_MANDATE: "mandaat van het team",
    WordingKind.ROLE_MANDATE: "mandaat bij een rol",
}

# What the screens say until a partnership writes its own words.
DEFAULT_WORDINGS = {
    WordingKind.STAR_LOW: "nog niets van",
    WordingKind.STAR_HIGH: "zo is het goed",
}

WITH_TITLE = frozenset({WordingKind.PRINCIPLE, WordingKind.TERM, WordingKind.ROLE_MANDATE})

DECIDED_BY_BOARD = frozenset({WordingKind.TEAM_MANDATE, WordingKind.ROLE_MANDATE})

WORDING_HINTS = {
    WordingKind.PURPOSE: "Waarom bestaat dit partnerschap, gezien vanuit de mensen voor wie het er is?",
    WordingKind.URGENCY: "Wat gebeurt er als niemand iets doet?",
    WordingKind.PRINCIPLE: "Eén afspraak over hoe jullie werken, in een paar zinnen.",
    WordingKind.TERM: "Leg uit in hoogstens twee zinnen. De uitleg staat overal waar het woord voorkomt.",
    WordingKind.SUBSTANTIAL_CONTACT: "Wanneer noteren jullie een contact? Dit staat bij het formulier.",
    WordingKind.STAR_LOW: "Een paar woorden bij het cijfer 1.",
    WordingKind.STAR_HIGH: "Een paar woorden bij het cijfer 5.",
    WordingKind.TEAM_MANDATE: "Waarover beslist het team zelf, zonder eerst te vragen?",
    WordingKind.ROLE_MANDATE: "Waarover beslist wie deze rol opneemt?",
}
