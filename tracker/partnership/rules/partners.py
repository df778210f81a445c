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
