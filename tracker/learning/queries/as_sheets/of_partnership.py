"""What a partnership learned as a whole, one sheet per sort; no word of a case stands in it.

Every question names its columns as the sheet does and has one place: the partnership.
"""

import json
from collections.abc import Mapping
from typing import Any

from tracker.cases.queries.as_rows import Codes
from tracker.cases.rules.former import in_words
from tracker.database import heavy_read
from tracker.learning.queries.as_sheets.saying import WORDS, said
from tracker.learning.rules.catalogues import CONDITION_NAMES, THINKING_NAMES
from tracker.learning.rules.causes import CAUSE_NAMES
from tracker.learning.rules.initiatives import FIELD_NAMES as INITIATIVE_NAMES
from tracker.learning.rules.iterations import ITERATION_NAMES
from tracker.learning.rules.patterns import PATTERN_NAMES
from tracker.learning.rules.personas import PERSONA_NAMES
from tracker.learning.tables.patterns import FormerText
from tracker.partnership.rules.roles import Viewer

_OWN = "WHERE t.partnership = {}"
SHEETS: Mapping[str, str] = {
    "persona’s": f"""
        SELECT t.name AS "Persona", t.version AS "Versie", t.state AS "Stand van de persona",
               t.context AS "Context", t.demands AS "Patroon van waardevragen", t.since AS "In gebruik sinds",
               t.retired_on AS "Niet meer gebruikt sinds", p.name AS "Geschreven door",
               t.written_at AS "Geschreven op"
          FROM persona t LEFT JOIN person p ON p.id = t.author {_OWN} ORDER BY t.name, t.id""",
    "persona’s herbekeken": f"""
        SELECT t.held_on AS "Herbekeken op", t.next_on AS "Volgende keer", t.note AS "Wat eruit kwam",
               p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM persona_review t LEFT JOIN person p ON p.id = t.author {_OWN} ORDER BY t.held_on, t.id""",
    "patronen": f"""
        SELECT t.name AS "Patroon", t.kind AS "Soort patroon", t.meaning AS "Wat erbij hoort",
               t.recurrence AS "Voorspelbaar of eenmalig", t.recurrence_reason AS "Waarom zo beoordeeld",
               t.made_on AS "Gemaakt op", m.name AS "Opgegaan in", t.merged_reason AS "Waarom samengevoegd",
               t.retired_on AS "Niet meer gebruikt sinds", t.retired_reason AS "Waarom niet meer",
               p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM pattern t LEFT JOIN pattern m ON m.id = t.merged_into LEFT JOIN person p ON p.id = t.author
          {_OWN} ORDER BY t.kind, t.name, t.id""",
    "oorzaken": """
        SELECT k.name AS "Patroon", k.kind AS "Soort patroon", t.kind AS "Soort oorzaak",
               t.explanation AS "Hoe het komt", p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM cause t JOIN pattern k ON k.id = t.pattern LEFT JOIN person p ON p.id = t.author
         WHERE k.partnership = {} ORDER BY k.name, t.id""",
    "condities bij oorzaken": """
        SELECT k.name AS "Patroon", t.explanation AS "Hoe het komt", c.name AS "Systeemconditie"
          FROM cause_condition x JOIN cause t ON t.id = x.cause JOIN pattern k ON k.id = t.pattern
          JOIN condition c ON c.id = x.condition WHERE k.partnership = {} ORDER BY k.name, t.id, c.name""",
    "denken bij oorzaken": """
        SELECT k.name AS "Patroon", t.explanation AS "Hoe het komt", d.name AS "Denkwijze"
          FROM cause_thinking x JOIN cause t ON t.id = x.cause JOIN pattern k ON k.id = t.pattern
          JOIN thinking d ON d.id = x.thinking WHERE k.partnership = {} ORDER BY k.name, t.id, d.name""",
    "systeemcondities": f"""
        SELECT t.name AS "Systeemconditie", t.kind AS "Soort conditie", t.meaning AS "Wat het is",
               t.who_can_change AS "Wie dit kan veranderen", o.name AS "Organisatie",
               t.asked AS "Wat we vragen", p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM condition t LEFT JOIN organisation o ON o.id = t.organisation
          LEFT JOIN person p ON p.id = t.author {_OWN} ORDER BY t.name, t.id""",
    "denken bij condities": """
        SELECT t.name AS "Systeemconditie", d.name AS "Denkwijze"
          FROM condition_thinking x JOIN condition t ON t.id = x.condition
          JOIN thinking d ON d.id = x.thinking WHERE t.partnership = {} ORDER BY t.name, d.name""",
    "denkwijzen": f"""
        SELECT t.name AS "Denkwijze", t.meaning AS "Wat het is", p.name AS "Geschreven door",
               t.written_at AS "Geschreven op"
          FROM thinking t LEFT JOIN person p ON p.id = t.author {_OWN} ORDER BY t.name, t.id""",
    "capaciteit gevraagd": """
        SELECT e.name AS "Expertise", q.name AS "Persona", q.state AS "Stand van de persona",
               t.amount AS "Omvang", t.frequency AS "Hoe vaak"
          FROM expertise_asked t JOIN expertise e ON e.id = t.expertise JOIN persona q ON q.id = t.persona
         WHERE e.partnership = {} ORDER BY e.sort_name, q.name, t.id""",
    "capaciteit gebracht": """
        SELECT e.name AS "Expertise", o.name AS "Partner", t.amount AS "Omvang"
          FROM expertise_brought t JOIN expertise e ON e.id = t.expertise JOIN partner r ON r.id = t.partner
          JOIN organisation o ON o.id = r.organisation
         WHERE e.partnership = {} ORDER BY e.sort_name, o.name, t.id""",
    "capaciteit keuzes": """
        SELECT e.name AS "Expertise", t.way AS "Gekozen weg", t.reason AS "Waarom",
               t.chosen_on AS "Gekozen op", p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM capacity_choice t JOIN expertise e ON e.id = t.expertise LEFT JOIN person p ON p.id = t.author
         WHERE e.partnership = {} ORDER BY e.sort_name, t.chosen_on, t.id""",
    "inbreng van buiten": f"""
        SELECT t.source AS "Waar het vandaan komt", t.from_whom AS "Van wie", t.received_on AS "Gekregen op",
               t.text AS "Inbreng", p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM external_input t LEFT JOIN person p ON p.id = t.author {_OWN} ORDER BY t.received_on, t.id""",
    "loop van initiatieven": f"""
        SELECT t.number AS "Volgnummer", t.name AS "Bij initiatief", t.state AS "Stand van het initiatief",
               t.recurrence AS "Voorspelbaar of eenmalig", t.recurrence_reason AS "Waarom zo beoordeeld",
               t.better_process AS "Hoe het beter loopt", t.competences AS "Nieuwe competenties",
               t.summary AS "Wat anderen lezen", t.offered_at AS "Gedeeld op", t.decided_on AS "Besloten op",
               t.started_on AS "Gestart op", t.stable_on AS "Stabiel op", t.stable_evidence AS "Bewijs",
               t.stable_reason AS "Waarom al na één iteratie", t.spread_on AS "Verspreid op",
               t.spread_to AS "Hoe verspreid", t.ended_on AS "Gestopt op", t.ended_reason AS "Wat we leerden",
               o.name AS "Komt van", r.name AS "Van partnerschap", t.adoption AS "Hoe meegenomen",
               p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM initiative t LEFT JOIN initiative o ON o.id = t.origin
          LEFT JOIN partnership r ON r.id = o.partnership LEFT JOIN person p ON p.id = t.author
          {_OWN} ORDER BY t.number""",
    "iteraties": """
        SELECT i.name AS "Bij initiatief", t.number AS "Iteratie", t.title AS "Wat er anders was",
               t.fidelity AS "Hoe uitgewerkt", l.name AS "Geleid door", t.with_whom AS "Met welke groep",
               t.plan AS "Wat we gingen doen", t.prediction AS "Voorspelling",
               t.predicted_on AS "Voorspeld op", t.started_on AS "Begonnen op", t.until AS "Tot wanneer",
               t.done AS "Gedaan", t.seen AS "Gezien", t.matched AS "Klopte het", t.learned AS "Geleerd",
               t.outcome AS "Afloop van de iteratie", t.follow_up AS "En dan", t.ended_on AS "Afgesloten op",
               p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM iteration t JOIN initiative i ON i.id = t.initiative LEFT JOIN person l ON l.id = t.led_by
          LEFT JOIN person p ON p.id = t.author WHERE i.partnership = {} ORDER BY i.number, t.number""",
    "na stabiel gezien": """
        SELECT i.name AS "Bij initiatief", t.seen_on AS "Gezien op", t.text AS "Wat we zagen",
               p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM observation t JOIN initiative i ON i.id = t.initiative LEFT JOIN person p ON p.id = t.author
         WHERE i.partnership = {} ORDER BY i.number, t.seen_on, t.id""",
    "antwoorden van anderen": """
        SELECT i.name AS "Bij initiatief", r.name AS "Partnerschap", t.answer AS "Antwoord van een ander",
               t.remark AS "Opmerking", t.written_at AS "Geschreven op"
          FROM offer_reply t JOIN initiative i ON i.id = t.initiative
          JOIN partnership r ON r.id = t.partnership WHERE i.partnership = {} ORDER BY i.number, r.name""",
    "opmerkingen": f"""
        SELECT t.subject AS "Waarover",
               COALESCE(k.name, u.explanation, c.name, d.name, q.name, n.name, '') AS "Naam",
               t.text AS "Opmerking", p.name AS "Geschreven door", t.written_at AS "Geschreven op"
          FROM remark t LEFT JOIN person p ON p.id = t.author
          LEFT JOIN pattern k ON t.subject = 'pattern' AND k.id = t.subject_id
          LEFT JOIN cause u ON t.subject = 'cause' AND u.id = t.subject_id
          LEFT JOIN condition c ON t.subject = 'condition' AND c.id = t.subject_id
          LEFT JOIN thinking d ON t.subject = 'thinking' AND d.id = t.subject_id
          LEFT JOIN persona q ON t.subject = 'persona' AND q.id = t.subject_id
          LEFT JOIN initiative n ON t.subject = 'initiative' AND n.id = t.subject_id
          {_OWN} ORDER BY t.id""",
    "grenzen van grafieken": f"""
        SELECT CASE t.chart WHEN 'lead_time' THEN 'doorlooptijd' ELSE 'faalvragen per maand' END AS "Grafiek",
               t.from_on AS "Vanaf", t.reason AS "Waarom", p.name AS "Geschreven door",
               t.written_at AS "Geschreven op"
          FROM limits_reset t LEFT JOIN person p ON p.id = t.author {_OWN} ORDER BY t.chart, t.from_on""",
}

_FORMER = f"""
    SELECT t.subject AS "Waarover", COALESCE(k.name, uk.name, c.name, d.name, q.name, n.name, ni.name, '')
               AS "Naam nu",
           t.former AS "Wat er eerst stond", t.reason AS "Waarom", p.name AS "Veranderd door",
           t.changed_at AS "Veranderd op"
      FROM former_text t LEFT JOIN person p ON p.id = t.author
      LEFT JOIN pattern k ON t.subject = 'pattern' AND k.id = t.subject_id
      LEFT JOIN cause u ON t.subject = 'cause' AND u.id = t.subject_id
      LEFT JOIN pattern uk ON uk.id = u.pattern
      LEFT JOIN condition c ON t.subject = 'condition' AND c.id = t.subject_id
      LEFT JOIN thinking d ON t.subject = 'thinking' AND d.id = t.subject_id
      LEFT JOIN persona q ON t.subject = 'persona' AND q.id = t.subject_id
      LEFT JOIN initiative n ON t.subject = 'initiative' AND n.id = t.subject_id
      LEFT JOIN iteration ti ON t.subject = 'iteration' AND ti.id = t.subject_id
      LEFT JOIN initiative ni ON ni.id = ti.initiative
      {_OWN} AND t.subject IN
           ('pattern', 'cause', 'condition', 'thinking', 'persona', 'initiative', 'iteration') ORDER BY t.id
"""
_FIELDS = {
    **ITERATION_NAMES,
    **INITIATIVE_NAMES,
    **PERSONA_NAMES,
    **CONDITION_NAMES,
    **THINKING_NAMES,
    **PATTERN_NAMES,
    **CAUSE_NAMES,
}
_COUNTED = ("words", "merged_into", "organisation", "conditions", "thinking")
"""What a former text keeps as numbers of records, which say nothing in a sheet."""
_CODES = {
    code: word
    for heading in ("Voorspelbaar of eenmalig", "Soort oorzaak", "Soort conditie", "Wie dit kan veranderen")
    for code, word in WORDS[heading].items()
    if code
}


async def sheet(name: str, viewer: Viewer, _: Codes) -> list[dict[str, Any]]:
    """Everything of one sort in the partnership, by heading."""
    rows = await heavy_read(FormerText.raw(SHEETS[name], viewer.partnership_id))
    return [said(row) for row in rows]


async def former_as_rows(viewer: Viewer, _: Codes) -> list[dict[str, Any]]:
    """What was learned said before it was changed, and why."""
    rows = await heavy_read(FormerText.raw(_FORMER, viewer.partnership_id))
    return [said(row | {"Wat er eerst stond": _former(row["Wat er eerst stond"])}) for row in rows]


def _former(kept: str) -> str:
    return "\n".join(
        f"{_FIELDS.get(name, name)}: {in_words(value, _CODES)}"
        for name, value in json.loads(kept).items()
        if name not in _COUNTED
    )
