"""What was learned on cases, one sheet per sort. Every question names its columns as the sheet does."""

from collections.abc import Mapping
from typing import Any

from tracker.cases.queries.as_rows import Codes, asked
from tracker.learning.queries.as_sheets.saying import said
from tracker.partnership.rules.roles import Viewer

_IN = "WHERE c.id IN ({})"
SHEETS: Mapping[str, str] = {
    "gelijkenissen": f"""
        SELECT c.code AS "Casus", q.name AS "Persona", t.alike AS "Gelijkaardig",
               t.different AS "Verschillend", t.involve AS "Wie betrekken we daarom",
               t.state AS "Stand van de gelijkenis", p.name AS "Genoteerd door",
               t.written_at AS "Genoteerd op"
          FROM resemblance t JOIN case_file c ON c.id = t."case" JOIN persona q ON q.id = t.persona
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY c.number, t.id""",
    "past bij geen persona": f"""
        SELECT c.code AS "Casus", t.why AS "Waarom", t.noticed_on AS "Gezien op",
               t.outcome AS "Hoe het afliep", t.outcome_why AS "Waarom zo", q.name AS "Persona",
               t.ended_on AS "Afgelopen op", e.name AS "Afgelopen door", p.name AS "Genoteerd door",
               t.written_at AS "Genoteerd op"
          FROM misfit t JOIN case_file c ON c.id = t."case" LEFT JOIN persona q ON q.id = t.persona
          LEFT JOIN person e ON e.id = t.ended_by LEFT JOIN person p ON p.id = t.author
          {_IN} ORDER BY c.number, t.id""",
    "woorden in patronen": f"""
        SELECT c.code AS "Casus", k.name AS "Patroon", k.kind AS "Soort patroon",
               COALESCE(f.words, a.what, d.words) AS "Woorden",
               COALESCE(f.heard_on, a.happened_on, d.named_on) AS "Dag", p.name AS "Ingedeeld door",
               t.grouped_at AS "Ingedeeld op"
          FROM occurrence t JOIN case_file c ON c.id = t."case" JOIN pattern k ON k.id = t.pattern
          LEFT JOIN failure_demand f ON f.id = t.failure_demand LEFT JOIN assessment a ON a.id = t.assessment
          LEFT JOIN value_demand d ON d.id = t.value_demand LEFT JOIN person p ON p.id = t.author
          {_IN} ORDER BY c.number, t.id""",
    "voorgestelde patronen": f"""
        SELECT c.code AS "Casus", t.name AS "Voorgesteld patroon", f.words AS "Woorden", f.heard_on AS "Dag"
          FROM proposed_grouping t JOIN failure_demand f ON f.id = t.failure_demand
          JOIN case_file c ON c.id = f."case" {_IN} ORDER BY c.number, t.id""",
    "in leersessies": f"""
        SELECT c.code AS "Casus", s.held_on AS "Dag", s.format AS "Vorm", s.question AS "Vraag",
               t.reason AS "Waarom deze casus", t.shared AS "Gedeeld"
          FROM session_case t JOIN learning_session s ON s.id = t.session JOIN case_file c ON c.id = t."case"
          {_IN} ORDER BY c.number, s.held_on, t.id""",
    "antwoorden": f"""
        SELECT c.code AS "Casus", s.held_on AS "Dag", t.question AS "Vraag van de vorm", t.text AS "Antwoord",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM session_answer t JOIN learning_session s ON s.id = t.session
          JOIN case_file c ON c.id = t."case" LEFT JOIN person p ON p.id = t.author
          {_IN} ORDER BY c.number, t.id""",
    "klantreizen": f"""
        SELECT c.code AS "Casus", s.held_on AS "Dag van de sessie", t.happened_on AS "Dag",
               t.what AS "Wat er gebeurde", t.kind AS "Soort stap", v.name AS "Waardestap",
               t.waited AS "Dagen gewacht", p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM journey_step t JOIN learning_session s ON s.id = t.session JOIN case_file c ON c.id = t."case"
          LEFT JOIN value_step v ON v.id = t.value_step LEFT JOIN person p ON p.id = t.author
          {_IN} ORDER BY c.number, t.session, t.happened_on, t.id""",
    "kaarten": f"""
        SELECT c.code AS "Casus", s.held_on AS "Dag van de sessie", t.words AS "Kaart",
               t.quoted AS "Letterlijk", t.grouped_as AS "Groep", k.name AS "Patroon",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op", t.removed_at AS "Weggenomen op"
          FROM card t JOIN learning_session s ON s.id = t.session JOIN case_file c ON c.id = t."case"
          LEFT JOIN pattern k ON k.id = t.pattern LEFT JOIN person p ON p.id = t.author
          {_IN} ORDER BY c.number, t.id""",
    "vrijgegeven verhalen": f"""
        SELECT c.code AS "Casus", t.title AS "Titel", t.story AS "Verhaal", k.name AS "Patroon",
               t.released_on AS "Vrijgegeven op", t.withdrawn_on AS "Teruggenomen op",
               t.withdrawn_reason AS "Waarom teruggenomen", p.name AS "Genoteerd door",
               t.written_at AS "Genoteerd op"
          FROM extract t JOIN case_file c ON c.id = t."case" LEFT JOIN pattern k ON k.id = t.pattern
          LEFT JOIN person p ON p.id = t.author {_IN} ORDER BY c.number, t.id""",
    "inbreng op casussen": f"""
        SELECT c.code AS "Casus", i.source AS "Waar het vandaan komt", i.from_whom AS "Van wie",
               i.received_on AS "Gekregen op", t.finding AS "Wat we zagen", k.name AS "Patroon",
               p.name AS "Genoteerd door", t.written_at AS "Genoteerd op"
          FROM input_case t JOIN external_input i ON i.id = t.input JOIN case_file c ON c.id = t."case"
          LEFT JOIN pattern k ON k.id = t.pattern LEFT JOIN person p ON p.id = t.author
          {_IN} ORDER BY c.number, t.id""",
}


async def sheet(name: str, _: Viewer, codes: Codes) -> list[dict[str, Any]]:
    """Everything of one sort on these cases, by heading."""
    rows = await asked(codes, SHEETS[name]) if codes else []
    return [said(row) for row in rows]
