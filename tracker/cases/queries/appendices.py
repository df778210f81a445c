"""What a case holds beside the rows that an import reads: history, who wrote and saw it, what was said of it.

Every question names its columns as the sheet does. The first is the case; codes become words by `WORDS`.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tracker import clock
from tracker.cases.queries.as_rows import Codes, asked
from tracker.cases.rules import kinds as words
from tracker.cases.rules.agreements import AGREEMENT_NAMES
from tracker.cases.rules.assessments import ASSESSMENT_NAMES
from tracker.cases.rules.basics import BASICS_NAMES
from tracker.cases.rules.failure_demands import FAILURE_DEMAND_NAMES
from tracker.cases.rules.former import in_words
from tracker.cases.rules.interactions import INTERACTION_NAMES
from tracker.cases.rules.reviews import REVIEW_NAMES

_DEMAND_CHANGES = {
    words.DemandChangeKind.REWORDED: "anders verwoord",
    words.DemandChangeKind.CLOSED: "gesloten",
    words.DemandChangeKind.OUTSIDE: "buiten onze bedoeling",
    words.DemandChangeKind.REOPENED: "weer open",
    words.DemandChangeKind.RECLASSIFIED: "bleek een faalvraag",
}
_YES_OR_NO = {True: "ja", False: "nee"}
WORDS: Mapping[str, Mapping[Any, str]] = {
    "Akkoord": words.AGREED_NAMES,
    "Wat gebeurde": _DEMAND_CHANGES,
    "Gezien door": words.PERSPECTIVE_NAMES,
    "Te weinig, gepast, te veel": words.FIT_NAMES,
    "Contact, poging of erover": words.CONTACT_OUTCOME_NAMES,
    "Soort contact": words.CONTACT_KIND_NAMES,
    "Soort verspilling": words.WASTE_KIND_NAMES,
    "Wat werd besproken": words.SUBJECT_NAMES,
    "Wat werd verbeterd": words.SUBJECT_NAMES,
    "Antwoord": words.VALIDATED_NAMES,
    "Hoe het eindigde": words.CASE_STATE_NAMES,
    "Stand": words.AGREEMENT_STATE_NAMES,
    "Twijfel of dit de doelgroep is": _YES_OR_NO,
    "Gesloten voor de coördinatie": _YES_OR_NO,
    "Buiten de bedoeling": _YES_OR_NO,
    "Signaal dat we zagen": _YES_OR_NO,
    "Op de telefoon van de persoon zelf": _YES_OR_NO,
}

_FIELDS = {
    **BASICS_NAMES,
    **REVIEW_NAMES,
    **FAILURE_DEMAND_NAMES,
    **ASSESSMENT_NAMES,
    **INTERACTION_NAMES,
    **AGREEMENT_NAMES,
    "score": "cijfer",
    "scored_on": "dag",
    "interpretation": "duiding",
}

_IN = "WHERE c.id IN ({})"
SHEETS: Mapping[str, str] = {
    "casussen": f"""
        SELECT c.code AS "Casus", c.reached_note AS "Hoe bereikt", c.participants AS "ESF+-deelnemers",
               c.doubt AS "Twijfel of dit de doelgroep is", c.doubt_review_on AS "Twijfel bekijken op",
               c.closed_to_coordination AS "Gesloten voor de coördinatie", c.source_code AS "Nummer in lijst",
               p.name AS "Geopend door", c.opened_at AS "Geopend op"
          FROM case_file c LEFT JOIN person p ON p.id = c.opened_by {_IN} ORDER BY c.id""",
    "wie volgt": f"""
        SELECT c.code AS "Casus", p.name AS "Wie", t.since AS "Van", t.until AS "Tot"
          FROM case_worker t JOIN case_file c ON c.id = t."case" JOIN person p ON p.id = t.person
          {_IN} ORDER BY t.id""",
    "akkoord delen": f"""
        SELECT c.code AS "Casus", t.informed_on AS "Ingelicht op", t.agreed AS "Akkoord",
               t.how AS "Hoe gezegd",
               t.by_whom AS "Door wie gevraagd", t.limits AS "Grenzen", t.withdrawn_on AS "Ingetrokken op",
               p.name AS "Genoteerd door", t.recorded_at AS "Genoteerd op"
          FROM sharing_agreement t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.recorded_by {_IN} ORDER BY t.id""",
    "wie ziet": f"""
        SELECT c.code AS "Casus", o.name AS "Organisatie", t.since AS "Van", t.until AS "Tot"
          FROM shared_with t JOIN case_file c ON c.id = t."case"
          JOIN organisation o ON o.id = t.organisation {_IN} ORDER BY t.id""",
    "bedoelingen": f"""
        SELECT c.code AS "Casus", t.since AS "Sinds", t.words AS "Bedoeling", t.fit AS "Zo past ze bij ons",
               t.outside AS "Buiten de bedoeling", w.text AS "Centrale bedoeling toen",
               COALESCE(p.name, t.author_name) AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM purpose t JOIN case_file c ON c.id = t."case" LEFT JOIN wording w ON w.id = t.central
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.since, t.id""",
    "waardevragen": f"""
        SELECT c.code AS "Casus", t.words AS "Waardevraag", t.named_on AS "Genoemd op",
               t.ended_on AS "Geëindigd op", p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM value_demand t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.place, t.id""",
    "waardevragen vroeger": f"""
        SELECT c.code AS "Casus", d.words AS "Waardevraag nu", t.kind AS "Wat gebeurde",
               t.changed_on AS "Wanneer", t.former_words AS "Vroegere woorden", t.reason AS "Waarom",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM demand_change t JOIN value_demand d ON d.id = t.demand JOIN case_file c ON c.id = d."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.id""",
    "scores": f"""
        SELECT c.code AS "Casus", t.scored_on AS "Dag", t.score AS "Cijfer",
               COALESCE(p.name, t.author_name) AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM progress_score t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.scored_on, t.id""",
    "sterren": f"""
        SELECT c.code AS "Casus", r.read_on AS "Dag", r.perspective AS "Gezien door",
               d.words AS "Waardevraag", t.stars AS "Ster (leeg is niet besproken)", t.note AS "Bij de ster",
               t.fit AS "Te weinig, gepast, te veel", t.disagreement AS "Wie het anders ziet",
               r.note AS "Bij de hele ster", p.name AS "Genoteerd door", r.written_at AS "Genoteerd op"
          FROM star_rating t JOIN star_reading r ON r.id = t.reading JOIN value_demand d ON d.id = t.demand
          JOIN case_file c ON c.id = r."case" LEFT JOIN person p ON p.id = r.author
          {_IN} ORDER BY r.read_on, r.id, d.place""",
    "faalvragen": f"""
        SELECT c.code AS "Casus", t.heard_on AS "Dag", t.words AS "Woorden",
               t.observed AS "Signaal dat we zagen", t.changed AS "Wat erdoor veranderde",
               t.told_on AS "Verteld op", t.told_how AS "Hoe verteld", f.words AS "Was eerst waardevraag",
               b.words AS "Werd waardevraag", t.reclassified_on AS "Anders begrepen op",
               t.reclassified_reason AS "Waarom anders begrepen", p.name AS "Genoteerd door",
               t.written_at AS "Genoteerd op"
          FROM failure_demand t JOIN case_file c ON c.id = t."case"
          LEFT JOIN value_demand f ON f.id = t.former_demand
          LEFT JOIN value_demand b ON b.id = t.became_demand
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.heard_on, t.id""",
    "interacties": f"""
        SELECT c.code AS "Casus", t.happened_on AS "Dag", t.kind AS "Soort contact",
               t.outcome AS "Contact, poging of erover", t.note AS "Wat er gebeurde",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM interaction t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.happened_on, t.id""",
    "duidingen": f"""
        SELECT c.code AS "Casus", t.happened_on AS "Dag", t.until AS "Tot", t.what AS "Wat er gebeurde",
               t.waste_kind AS "Soort verspilling", t.team_view AS "Wat het team zag",
               t.person_view AS "Wat de doelgroep ervan vindt", t.basis AS "Waarop gebaseerd",
               u.words AS "Gezien vanuit de bedoeling",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM assessment t JOIN case_file c ON c.id = t."case" LEFT JOIN purpose u ON u.id = t.purpose
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.happened_on, t.id""",
    "duidingen interacties": f"""
        SELECT c.code AS "Casus", t.what AS "Wat er gebeurde", i.happened_on AS "Interactie op",
               i.kind AS "Soort contact"
          FROM assessment_interaction x JOIN assessment t ON t.id = x.assessment
          JOIN case_file c ON c.id = t."case" JOIN interaction i ON i.id = x.interaction {_IN}
         ORDER BY t.id, i.happened_on""",
    "duidingen waardevragen": f"""
        SELECT c.code AS "Casus", t.what AS "Wat er gebeurde", d.words AS "Waardevraag"
          FROM assessment_demand x JOIN assessment t ON t.id = x.assessment
          JOIN case_file c ON c.id = t."case" JOIN value_demand d ON d.id = x.demand {_IN}
         ORDER BY t.id, d.place""",
    "overleg": f"""
        SELECT c.code AS "Casus", r.held_on AS "Dag", t.discipline AS "Discipline", o.name AS "Organisatie",
               t.reading AS "Hoe die de casus leest", p.name AS "Genoteerd door",
               r.written_at AS "Genoteerd op"
          FROM review_voice t JOIN review r ON r.id = t.review JOIN case_file c ON c.id = r."case"
          LEFT JOIN organisation o ON o.id = t.organisation LEFT JOIN person p ON p.id = r.author
          {_IN} ORDER BY r.held_on, t.id""",
    "afspraken": f"""
        SELECT c.code AS "Casus", t.what AS "Afspraak", t.state AS "Stand", t.closed_on AS "Afgerond op",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM agreement t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.id""",
    "besproken": f"""
        SELECT c.code AS "Casus", t.subject AS "Wat werd besproken", t.validated_on AS "Dag",
               t.answer AS "Antwoord", t.how AS "Hoe besproken",
               t.handed_over AS "Op de telefoon van de persoon zelf", p.name AS "Genoteerd door",
               t.written_at AS "Genoteerd op"
          FROM validation t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.id""",
    "einde": f"""
        SELECT c.code AS "Casus", t.kind AS "Hoe het eindigde", t.ended_on AS "Dag",
               t.interpretation AS "Laatste duiding", t.handed_to AS "Doorgegeven aan",
               t.keeps_contact AS "Wie contact houdt", t.reopened_on AS "Heropend op",
               t.reopened_reason AS "Waarom heropend", q.name AS "Heropend door", p.name AS "Genoteerd door",
               t.written_at AS "Genoteerd op"
          FROM case_ending t JOIN case_file c ON c.id = t."case" LEFT JOIN person p ON p.id = t.author
          LEFT JOIN person q ON q.id = t.reopened_by {_IN} ORDER BY t.id""",
    "verbeterd": f"""
        SELECT c.code AS "Casus", t.subject AS "Wat werd verbeterd", t.former AS "Wat er eerst stond",
               t.reason AS "Waarom", p.name AS "Verbeterd door", t.corrected_at AS "Verbeterd op"
          FROM correction t JOIN case_file c ON c.id = t."case"
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY t.id""",
}


async def appendix_of(name: str, codes: Codes) -> list[dict[str, Any]]:
    """Everything of one sort on these cases, by heading."""
    rows = await asked(codes, SHEETS[name]) if codes else []
    return [{heading: _said(heading, told) for heading, told in row.items()} for row in rows]


def _said(heading: str, value: Any) -> Any:
    if heading == "Wat er eerst stond":
        return _former(json.loads(value))
    if heading in WORDS and value not in (None, ""):
        return WORDS[heading].get(bool(value) if WORDS[heading] is _YES_OR_NO else value, value)
    if isinstance(value, datetime):
        return f"{clock.as_local(value):%d/%m/%Y %H:%M}"
    return value


def _former(fields: Mapping[str, Any]) -> str:
    """Each field that was corrected with what it said."""
    return "\n".join(f"{_FIELDS.get(name, name)}: {in_words(value, {})}" for name, value in fields.items())
