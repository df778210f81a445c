"""What the list of cases shows a practitioner when nothing is asked."""

from collections import defaultdict
from functools import partial
from typing import Any

from bench.by_hand.driver import SHARED, ask, day, ids, who
from tracker.cases.forms.filters import STAGES, as_query
from tracker.cases.queries.listing import SIZE, SPARKS, Choices, Listed, Listing, Wanted
from tracker.cases.rules import kinds
from tracker.partnership.rules.roles import Viewer
from tracker.pictures.spark import spark


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
        "may_use_workbooks": False,
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
        *who(viewer),
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
        f"SELECT count(*) FROM case_file c WHERE c.partnership = $1 AND {SHARED}", *who(viewer)
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
        *who(viewer),
        viewer.person_id,
    )
    scores = defaultdict(list)
    for case, score, interpretation in await ask(
        f"""
        SELECT s."case", s.score, s.interpretation
          FROM (SELECT "case", score, interpretation,
                       row_number() OVER (PARTITION BY "case" ORDER BY scored_on DESC, id DESC) AS back
                  FROM progress_score WHERE "case" IN ({ids(rows)})) s
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
