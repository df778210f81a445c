"""What the page of a case shows."""

from typing import Any

from bench.by_hand.contacts import contacts_of, parts_of
from bench.by_hand.driver import SHARED, ask, day, who
from bench.by_hand.lessons import assessments_of, consultation_of, failures_of
from bench.by_hand.measured import demands_of, line_of
from tracker.cases.figures.contacts import contact_weeks
from tracker.cases.figures.line import progress_line
from tracker.cases.figures.star import star_of
from tracker.cases.queries.overview import Overview
from tracker.cases.queries.overview.standing import Agreement, Standing
from tracker.cases.queries.seen import Case
from tracker.cases.queries.to_do import tasks_of
from tracker.cases.rules import kinds
from tracker.cases.rules.endings import lead_time
from tracker.cases.rules.stars import why_not_correct
from tracker.partnership.rules.roles import Viewer


async def case_context(viewer: Viewer, code: str) -> dict[str, Any]:
    """What the page of a case shows."""
    case, standing = await _case(viewer, code)
    overview = Overview(
        standing=standing,
        line=await line_of(case),
        demands=await demands_of(case),
        contacts=await contacts_of(case),
        assessments=await assessments_of(case),
        failures=await failures_of(case),
        consultation=await consultation_of(case),
    )
    return {
        "case": case,
        "overview": overview,
        "fresh": False,
        "tasks": tasks_of(case, overview, viewer.today),
        "lead_time": lead_time(case.started_on, case.ended_on, viewer.today),
        "line_picture": progress_line(overview.line, viewer.today),
        "star": star_of(overview.demands),
        "why_not_correct_star": why_not_correct,
        "weeks": contact_weeks(overview.contacts, case.started_on, viewer.today),
        "parts": await parts_of(case),
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
        *who(viewer),
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
