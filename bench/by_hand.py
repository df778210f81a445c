"""The two heaviest pages as somebody would write them by hand: SQL and the driver, nothing in between.

What comes out goes into the same templates as the real pages, so the same page must come out. It serves a
practitioner who asks nothing in particular, and a running case with something of everything.
"""

import asyncio
import sqlite3
from collections import defaultdict
from datetime import date
from functools import partial
from typing import Any

import asyncpg

from tracker.cases.figures.contacts import Part, contact_weeks
from tracker.cases.figures.line import progress_line
from tracker.cases.figures.star import star_of
from tracker.cases.forms.filters import STAGES, as_query
from tracker.cases.queries.listing import SIZE, SPARKS, Choices, Listed, Listing, Wanted
from tracker.cases.queries.overview import Overview
from tracker.cases.queries.overview.consultation import Agreed, Consultation, LastReview, Voice
from tracker.cases.queries.overview.contacts import Contact
from tracker.cases.queries.overview.demands import Demand, Demands, Rating, Reading
from tracker.cases.queries.overview.lessons import Assessed, Assessments, Failure, Failures
from tracker.cases.queries.overview.line import Line, PurposeVersion, Score
from tracker.cases.queries.overview.standing import Agreement, Standing
from tracker.cases.queries.overview.validated import Checked
from tracker.cases.queries.seen import Case
from tracker.cases.queries.to_do import tasks_of
from tracker.cases.rules import kinds
from tracker.cases.rules.endings import lead_time
from tracker.database.sqlite import PRAGMAS
from tracker.partnership.rules.roles import Viewer
from tracker.pictures.spark import spark
from tracker.settings import SETTINGS

NOBODY_ASKED = Checked(kinds.Validated.NO, None)
SHARED = """EXISTS (SELECT 1 FROM shared_with sw WHERE sw."case" = c.id AND sw.organisation = $2
         AND sw.since <= $3 AND (sw.until IS NULL OR sw.until > $3))"""


class Driver:
    """The bare driver of whichever database this is, with connections that stay open."""

    def __init__(self) -> None:
        self._sqlite: sqlite3.Connection | None = None
        self._pools: dict[asyncio.AbstractEventLoop, asyncpg.Pool] = {}

    async def ask(self, sql: str, *values: Any) -> list[Any]:
        if SETTINGS.sqlite_path is None:
            return list(await (await self._pool()).fetch(sql, *values))
        if self._sqlite is None:
            self._sqlite = sqlite3.connect(SETTINGS.sqlite_path)
            for pragma in PRAGMAS:
                self._sqlite.execute(pragma)
        return self._sqlite.execute(sql.replace("$", "?"), values).fetchall()

    async def _pool(self) -> asyncpg.Pool:
        loop = asyncio.get_running_loop()
        if loop not in self._pools:
            self._pools[loop] = await asyncpg.create_pool(SETTINGS.database_url, min_size=1, max_size=10)
        return self._pools[loop]


ask = Driver().ask


def day(value: Any) -> Any:
    """SQLite gives dates as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


async def list_context(viewer: Viewer) -> dict[str, Any]:
    """What the list shows when nothing is asked."""
    wanted = Wanted()
    return {
        "listing": await _listing(viewer),
        "wanted": wanted,
        "narrowed": False,
        "choices": await _choices(viewer),
        "address": partial(as_query, wanted),
        "kind_names": kinds.CASE_KIND_NAMES,
        "state_names": kinds.CASE_STATE_NAMES,
        "stages": STAGES,
        "size": SIZE,
        "spark": spark,
    }


async def _choices(viewer: Viewer) -> Choices:
    organisations = await ask(
        """
        SELECT o.id, o.name FROM partner p JOIN organisation o ON o.id = p.organisation
         WHERE p.partnership = $1 AND p.since <= $2 AND (p.until IS NULL OR p.until > $2)
           AND EXISTS (SELECT 1 FROM shared_with s WHERE s.organisation = o.id)
         ORDER BY o.name
        """,
        viewer.partnership_id,
        viewer.today,
    )
    cases = await ask(
        f"""
        SELECT DISTINCT c.municipality, p.id, p.name FROM case_file c LEFT JOIN person p ON p.id = c.lead
         WHERE c.partnership = $1 AND {SHARED} ORDER BY p.name
        """,
        *_who(viewer),
    )
    [weeks] = await ask(
        "SELECT review_after_weeks, quiet_after_weeks FROM partnership WHERE id = $1", viewer.partnership_id
    )
    return Choices(
        municipalities=tuple(sorted({place for place, _, _ in cases if place})),
        leads={lead: name for _, lead, name in cases if lead},
        organisations={row[0]: row[1] for row in organisations},
        review_after_weeks=weeks[0],
        quiet_after_weeks=weeks[1],
    )


async def _listing(viewer: Viewer) -> Listing:
    [(total,)] = await ask(
        f"SELECT count(*) FROM case_file c WHERE c.partnership = $1 AND {SHARED}", *_who(viewer)
    )
    rows = await ask(
        f"""
        SELECT c.id, c.code, c.alias, c.state, c.purpose, c.municipality, c.doubt, c.last_contact_on,
               c.last_review_on, c.lead_name, p.name,
               (c.lead = $4 OR EXISTS (SELECT 1 FROM case_worker w WHERE w."case" = c.id
                AND w.person = $4 AND w.since <= $3 AND (w.until IS NULL OR w.until > $3))) AS mine
          FROM case_file c LEFT JOIN person p ON p.id = c.lead
         WHERE c.partnership = $1 AND {SHARED}
         ORDER BY 12 DESC, c.touched_at IS NULL, c.touched_at DESC, c.id DESC LIMIT {SIZE}
        """,
        *_who(viewer),
        viewer.person_id,
    )
    scores = defaultdict(list)
    for case, score, interpretation in await ask(
        f"""
        SELECT s."case", s.score, s.interpretation
          FROM (SELECT "case", score, interpretation,
                       row_number() OVER (PARTITION BY "case" ORDER BY scored_on DESC, id DESC) AS back
                  FROM progress_score WHERE "case" IN ({_ids(rows)})) s
         WHERE s.back <= {SPARKS} ORDER BY s."case", s.back DESC
        """
    ):
        scores[case].append((score, interpretation))
    return Listing(tuple(_listed(row, scores[row[0]]) for row in rows), total)


def _listed(row: Any, scores: list[tuple[int, str]]) -> Listed:
    return Listed(
        id=row[0],
        code=row[1],
        alias=row[2],
        state=kinds.CaseState(row[3]),
        purpose=row[4],
        municipality=row[5],
        doubt=bool(row[6]),
        last_contact_on=day(row[7]),
        last_review_on=day(row[8]),
        lead=row[10] or row[9],
        mine=bool(row[11]),
        scores=tuple(score for score, _ in scores),
        interpretation=scores[-1][1] if scores else "",
    )


async def case_context(viewer: Viewer, code: str) -> dict[str, Any]:
    """What the page of a case shows."""
    case, standing = await _case(viewer, code)
    overview = Overview(
        standing=standing,
        line=await _line(case),
        demands=await _demands(case),
        contacts=await _contacts(case),
        assessments=await _assessments(case),
        failures=await _failures(case),
        consultation=await _consultation(case),
    )
    return {
        "case": case,
        "overview": overview,
        "fresh": False,
        "tasks": tasks_of(case, overview, viewer.today),
        "lead_time": lead_time(case.started_on, case.ended_on, viewer.today),
        "line_picture": progress_line(overview.line, viewer.today),
        "star": star_of(overview.demands),
        "weeks": contact_weeks(overview.contacts, case.started_on, viewer.today),
        "parts": await _parts(case),
        "panels": [],
        "undo": None,
        "open_all": False,
        "kinds": kinds,
    }


async def _case(viewer: Viewer, code: str) -> tuple[Case, Standing]:
    [row] = await ask(
        f"""
        SELECT c.id, c.code, c.kind, c.alias, c.state, c.started_on, c.ended_on, c.purpose, c.lead,
               COALESCE(p.name, c.lead_name), c.municipality,
               c.reached, c.reached_note, c.participants, c.source_code, c.doubt, c.doubt_review_on,
               c.last_contact_on, c.last_review_on, c.closed_to_coordination, ps.review_after_weeks,
               a.agreed, a.informed_on, a.how, a.by_whom, a.limits, a.withdrawn_on
          FROM case_file c JOIN partnership ps ON ps.id = c.partnership
          LEFT JOIN person p ON p.id = c.lead
          LEFT JOIN sharing_agreement a
                 ON a.id = (SELECT max(id) FROM sharing_agreement WHERE "case" = c.id)
         WHERE c.partnership = $1 AND {SHARED} AND c.code = $4
        """,
        *_who(viewer),
        code,
    )
    kind, state = kinds.CaseKind(row[2]), kinds.CaseState(row[4])
    case = Case(row[0], row[1], kind, row[3], state, day(row[5]), day(row[6]), *row[7:11])
    around = await ask(
        """
        SELECT 1, o.name FROM shared_with s JOIN organisation o ON o.id = s.organisation
         WHERE s."case" = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until > $2)
        UNION ALL
        SELECT 2, p.name FROM case_worker w JOIN person p ON p.id = w.person
         WHERE w."case" = $1 AND w.since <= $2 AND (w.until IS NULL OR w.until > $2)
         ORDER BY 2
        """,
        case.id,
        viewer.today,
    )
    reviewed_on = day(row[18])
    standing = Standing(
        reached=kinds.Reached(row[11]),
        reached_note=row[12],
        participants=row[13],
        source_code=row[14],
        doubt=bool(row[15]),
        doubt_review_on=day(row[16]),
        last_contact_on=day(row[17]),
        last_review_on=reviewed_on,
        long_not_reviewed=(viewer.today - (reviewed_on or case.started_on)).days >= 7 * row[20],
        closed_to_coordination=bool(row[19]),
        organisations=tuple(name for sort, name in around if sort == 1),
        workers=tuple(name for sort, name in around if sort == 2),
        agreement=Agreement(kinds.Agreed(row[21]), day(row[22]), *row[23:26], day(row[26])),
        ending=None,
    )
    return case, standing


async def _line(case: Case) -> Line:
    checked = {
        (subject, number): Checked(kinds.Validated(answer), day(on))
        for subject, number, answer, on in await ask(
            """SELECT subject, subject_id, answer, validated_on FROM validation
                WHERE "case" = $1 AND subject IN ('score', 'purpose') ORDER BY id""",
            case.id,
        )
    }
    scores = await ask(
        """
        SELECT s.id, s.scored_on, s.score, s.interpretation, COALESCE(p.name, s.author_name)
          FROM progress_score s LEFT JOIN person p ON p.id = s.author
         WHERE s."case" = $1 ORDER BY s.scored_on, s.id
        """,
        case.id,
    )
    purposes = await ask(
        """
        SELECT s.id, s.words, s.since, s.reason, s.fit, s.outside, COALESCE(w.text, ''),
               COALESCE(p.name, s.author_name)
          FROM purpose s LEFT JOIN person p ON p.id = s.author LEFT JOIN wording w ON w.id = s.central
         WHERE s."case" = $1 ORDER BY s.since, s.id
        """,
        case.id,
    )
    return Line(
        purposes=tuple(
            PurposeVersion(
                *row[:2],
                day(row[2]),
                *row[3:5],
                bool(row[5]),
                *row[6:8],
                checked.get(("purpose", row[0]), NOBODY_ASKED),
            )
            for row in purposes
        ),
        scores=tuple(
            Score(row[0], number, day(row[1]), *row[2:5], checked.get(("score", row[0]), NOBODY_ASKED))
            for number, row in enumerate(scores, start=1)
        ),
    )


async def _demands(case: Case) -> Demands:
    demands = await ask(
        """SELECT id, place, words, theme, state, named_on, ended_on FROM value_demand
            WHERE "case" = $1 ORDER BY place, id""",
        case.id,
    )
    readings: dict[int, Any] = {}
    for row in await ask(
        """
        SELECT r.id, r.read_on, r.perspective, r.note, t.demand, t.stars, t.note, t.fit, t.disagreement
          FROM (SELECT id, read_on, perspective, note,
                       row_number() OVER (PARTITION BY perspective ORDER BY read_on, id) AS forth,
                       row_number() OVER (PARTITION BY perspective ORDER BY read_on DESC, id DESC) AS back
                  FROM star_reading WHERE "case" = $1) r
          JOIN star_rating t ON t.reading = r.id
         WHERE r.forth = 1 OR r.back <= 2 ORDER BY r.read_on, r.id
        """,
        case.id,
    ):
        held = readings.setdefault(row[0], (day(row[1]), kinds.Perspective(row[2]), row[3], {}))
        held[3][row[4]] = Rating(row[5], row[6], kinds.Fit(row[7]) if row[7] else None, row[8])
    return Demands(
        tuple(Demand(*row[:4], kinds.DemandState(row[4]), day(row[5]), day(row[6]), "") for row in demands),
        tuple(Reading(number, *held) for number, held in readings.items()),
    )


async def _contacts(case: Case) -> tuple[Contact, ...]:
    rows = await ask(
        """
        SELECT i.id, i.happened_on, i.kind, i.outcome, o.name
          FROM interaction i LEFT JOIN organisation o ON o.id = i.organisation
         WHERE i."case" = $1 ORDER BY i.happened_on DESC, i.id DESC
        """,
        case.id,
    )
    latest = _ids(rows[:3])
    told = await ask(f"SELECT id, with_whom, minutes, note FROM interaction WHERE id IN ({latest})")
    words = {row[0]: tuple(row[1:]) for row in told}
    places = await _grouped(
        f"""SELECT a.interaction, d.place FROM interaction_demand a JOIN value_demand d ON d.id = a.demand
             WHERE a.interaction IN ({latest}) ORDER BY d.place"""
    )
    others = await _grouped(
        f"""SELECT a.interaction, o.name FROM interaction_organisation a
              JOIN organisation o ON o.id = a.organisation
             WHERE a.interaction IN ({latest}) ORDER BY o.name"""
    )
    return tuple(
        Contact(
            row[0],
            day(row[1]),
            kinds.ContactKind(row[2]),
            kinds.ContactOutcome(row[3]),
            tuple(dict.fromkeys(name for name in (row[4], *others.get(row[0], ())) if name)),
            *words.get(row[0], ("", None, "")),
            tuple(places.get(row[0], ())),
        )
        for row in rows
    )


async def _parts(case: Case) -> list[Part]:
    rows = await ask(
        """
        SELECT o.name, sum(CASE WHEN i.outcome = 'contact' THEN 1 ELSE 0 END),
               sum(CASE WHEN i.outcome = 'attempt' THEN 1 ELSE 0 END),
               sum(CASE WHEN i.outcome = 'about' THEN 1 ELSE 0 END), max(i.happened_on)
          FROM (SELECT id, organisation FROM interaction WHERE "case" = $1
                UNION
                SELECT a.interaction, a.organisation
                  FROM interaction_organisation a JOIN interaction i ON i.id = a.interaction
                 WHERE i."case" = $1) took_part
          JOIN interaction i ON i.id = took_part.id JOIN organisation o ON o.id = took_part.organisation
         GROUP BY o.name
        """,
        case.id,
    )
    return [Part(*row[:4], day(row[4])) for row in sorted(rows, key=lambda row: row[0].casefold())]


async def _assessments(case: Case) -> Assessments:
    rows = await ask(
        """
        SELECT a.id, a.happened_on, a.until, a.what, a.verdict, a.waste_kind, COALESCE(s.name, ''),
               a.team_view, a.person_view, v.answer, v.validated_on
          FROM assessment a LEFT JOIN value_step s ON s.id = a.value_step
          LEFT JOIN validation v ON v.id = (SELECT max(x.id) FROM validation x WHERE x."case" = a."case"
               AND x.subject = 'assessment' AND x.subject_id = a.id)
         WHERE a."case" = $1 ORDER BY a.happened_on DESC, a.id DESC LIMIT 4
        """,
        case.id,
    )
    [(total,)] = await ask('SELECT count(*) FROM assessment WHERE "case" = $1', case.id)
    places = await _grouped(
        f"""SELECT a.assessment, d.place FROM assessment_demand a JOIN value_demand d ON d.id = a.demand
             WHERE a.assessment IN ({_ids(rows)}) ORDER BY d.place"""
    )
    return Assessments(
        tuple(
            Assessed(
                row[0],
                day(row[1]),
                day(row[2]),
                row[3],
                kinds.Verdict(row[4]),
                kinds.WasteKind(row[5]) if row[5] else None,
                *row[6:9],
                tuple(places.get(row[0], ())),
                Checked(kinds.Validated(row[9] or kinds.Validated.NO), day(row[10])),
            )
            for row in rows
        ),
        total,
    )


async def _failures(case: Case) -> Failures:
    rows = await ask(
        """
        SELECT id, words, observed, heard_on, about, came_in, arising, response, changed, told_on,
               became_demand
          FROM failure_demand WHERE "case" = $1 ORDER BY heard_on DESC, id DESC LIMIT 3
        """,
        case.id,
    )
    [(total,)] = await ask('SELECT count(*) FROM failure_demand WHERE "case" = $1', case.id)
    names = await _grouped(
        f"""SELECT failure_demand, name FROM failure_demand_organisation
             WHERE failure_demand IN ({_ids(rows)}) ORDER BY name"""
    )
    return Failures(
        tuple(
            Failure(
                *row[:2],
                bool(row[2]),
                day(row[3]),
                bool(row[4]),
                row[5],
                kinds.Arising(row[6]),
                *row[7:9],
                day(row[9]),
                row[10] is not None,
                tuple(names.get(row[0], ())),
            )
            for row in rows
        ),
        total,
    )


async def _consultation(case: Case) -> Consultation:
    [last] = await ask(
        """SELECT id, held_on, person_part, note FROM review
            WHERE "case" = $1 ORDER BY held_on DESC, id DESC LIMIT 1""",
        case.id,
    )
    voices = await ask(
        """
        SELECT v.discipline, o.name, v.reading FROM review_voice v
          LEFT JOIN organisation o ON o.id = v.organisation WHERE v.review = $1 ORDER BY v.id
        """,
        last[0],
    )
    agreements = await ask(
        """
        SELECT id, what, who, due_on, state, review FROM agreement
         WHERE "case" = $1 AND (state = 'open' OR review = $2) ORDER BY due_on IS NULL, due_on, id
        """,
        case.id,
        last[0],
    )
    spoken = (Voice(", ".join(part for part in row[:2] if part), row[2] or "") for row in voices)
    return Consultation(
        LastReview(last[0], day(last[1]), kinds.PersonPart(last[2]), last[3], tuple(spoken)),
        tuple(
            Agreed(
                id=row[0],
                what=row[1],
                who=row[2],
                due_on=day(row[3]),
                state=kinds.AgreementState(row[4]),
                of_last_review=row[5] == last[0],
                review_id=row[5],
            )
            for row in agreements
        ),
    )


async def _grouped(sql: str) -> dict[int, list[Any]]:
    """What belongs to each row, by the number of that row."""
    found = defaultdict(list)
    for number, value in await ask(sql):
        found[number].append(value)
    return found


def _ids(rows: list[Any]) -> str:
    return ", ".join(str(row[0]) for row in rows)


def _who(viewer: Viewer) -> tuple[Any, ...]:
    return viewer.partnership_id, viewer.organisation_id, viewer.today
