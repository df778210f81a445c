"""Learning sessions with their minutes, as far as these may be read by who takes them out (law 3)."""

from typing import Any

from tracker.cases.queries.as_rows import Codes
from tracker.database import heavy_read
from tracker.learning.queries.as_sheets.saying import said
from tracker.learning.rules.kinds import SessionState
from tracker.learning.rules.recognising import without_codes
from tracker.learning.tables.sessions import LearningSession, Participant, SessionAnswer, SessionCase
from tracker.partnership.rules.roles import Viewer

_SESSIONS = """
    SELECT t.id, t.held_on AS "Dag", t.format AS "Vorm", t.question AS "Vraag", t.place AS "Plaats",
           f.name AS "Begeleid door", t.check_in AS "Vraag bij het begin", t.state AS "Stand van de sessie",
           t.minutes AS "Verslag", t.minutes_hash AS "Vingerafdruk van het verslag (SHA-256)",
           t.closed_at AS "Afgesloten op"
      FROM learning_session t JOIN person f ON f.id = t.facilitator
     WHERE t.partnership = {} ORDER BY t.held_on, t.id
"""
_ANSWERS = """
    SELECT t.session AS id, s.held_on AS "Dag", s.question AS "Vraag van de sessie",
           t.question AS "Vraag van de vorm", t.text AS "Antwoord", p.name AS "Genoteerd door",
           t.written_at AS "Genoteerd op"
      FROM session_answer t JOIN learning_session s ON s.id = t.session LEFT JOIN person p ON p.id = t.author
     WHERE s.partnership = {} AND t."case" IS NULL AND s.state = {} ORDER BY s.held_on, t.session, t.id
"""


async def sessions_as_rows(viewer: Viewer, codes: Codes) -> list[dict[str, Any]]:
    """Every session; the minutes once they are frozen, without the codes of cases out of sight."""
    rows = await heavy_read(LearningSession.raw(_SESSIONS, viewer.partnership_id))
    people = await _people(viewer)
    seen = frozenset(codes.values())
    told = []
    for row in rows:
        session, row = row["id"], {name: value for name, value in row.items() if name != "id"}
        closed = row["Stand van de sessie"] == SessionState.CLOSED
        minutes = without_codes(row["Verslag"], viewer.code_prefix, seen) if closed else ""
        told.append(said(row | {"Verslag": minutes}) | {"Wie was erbij": "; ".join(people.get(session, ()))})
    return told


async def answers_as_rows(viewer: Viewer, codes: Codes) -> list[dict[str, Any]]:
    """What closed sessions answered over all their cases, where none of these is out of sight."""
    rows = await heavy_read(SessionAnswer.raw(_ANSWERS, viewer.partnership_id, SessionState.CLOSED))
    hiding = await _with_cases_out_of_sight(viewer, codes)
    return [
        said({name: value for name, value in row.items() if name != "id"})
        for row in rows
        if row["id"] not in hiding
    ]


async def _people(viewer: Viewer) -> dict[int, list[str]]:
    rows = await heavy_read(
        Participant.select(
            Participant.session,
            Participant.name,
            Participant.target_group,
            Participant.person.name.as_alias("person_name"),
        )
        .where(Participant.session.partnership == viewer.partnership_id)
        .order_by(Participant.id)
    )
    people: dict[int, list[str]] = {}
    for row in rows:
        if name := row["person_name"] or row["name"]:
            seat = f"{name} (doelgroep)" if row["target_group"] else name
            people.setdefault(row["session"], []).append(seat)
    return people


async def _with_cases_out_of_sight(viewer: Viewer, codes: Codes) -> set[int]:
    rows = await heavy_read(
        SessionCase.select(SessionCase.session, SessionCase.case).where(
            SessionCase.session.partnership == viewer.partnership_id
        )
    )
    return {row["session"] for row in rows if row["case"] not in codes}
