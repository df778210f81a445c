"""Everything that happened on a case, in order of time, read in one question (C17)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Viewer

SIZE = 50


class Sort(StrEnum):
    """A sort of moment; what is asked of the timeline."""

    PURPOSE = "purpose"
    SCORE = "score"
    DEMAND = "demand"
    STAR = "star"
    FAILURE_DEMAND = "failure_demand"
    INTERACTION = "interaction"
    ASSESSMENT = "assessment"
    REVIEW = "review"
    AGREEMENT = "agreement"
    VALIDATION = "validation"
    SHARING = "sharing"
    COURSE = "course"


SORT_NAMES = {
    Sort.PURPOSE: "bedoeling",
    Sort.SCORE: "score",
    Sort.DEMAND: "waardevraag",
    Sort.STAR: "ster",
    Sort.FAILURE_DEMAND: "faalvraag",
    Sort.INTERACTION: "interactie",
    Sort.ASSESSMENT: "duiding",
    Sort.REVIEW: "overleg",
    Sort.AGREEMENT: "afspraak",
    Sort.VALIDATION: "besproken",
    Sort.SHARING: "delen",
    Sort.COURSE: "verloop",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened. What `kind`, `state` and `extra` hold depends on the sort."""

    sort: Sort
    id: int
    on: date
    words: str
    kind: str
    state: str
    extra: str
    who: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of moments, latest first, and how many there are in all."""

    moments: tuple[Moment, ...]
    total: int
    page: int

    @property
    def first(self) -> int:
        return (self.page - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.moments) - 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // SIZE))


# Each gives: sort, id, day, words, kind, state, extra, who.
MOMENTS = {
    Sort.PURPOSE: """
        SELECT 'purpose' AS sort, t.id, t.since AS day, t.words, '' AS kind, '' AS state, t.reason AS extra,
               COALESCE(p.name, t.author_name) AS who
          FROM purpose t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
    """,
    Sort.SCORE: """
        SELECT 'score' AS sort, t.id, t.scored_on AS day, t.interpretation AS words, '' AS kind, '' AS state,
               CAST(t.score AS TEXT) AS extra, COALESCE(p.name, t.author_name) AS who
          FROM progress_score t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
    """,
    Sort.DEMAND: """
        SELECT 'demand' AS sort, t.id, t.named_on AS day, t.words, 'named' AS kind, '' AS state, '' AS extra,
               p.name AS who
          FROM value_demand t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
        UNION ALL
        SELECT 'demand', t.id, c.changed_on, t.words, c.kind, c.former_words, c.reason, p.name
          FROM demand_change c JOIN value_demand t ON t.id = c.demand
          LEFT JOIN person p ON p.id = c.author WHERE t."case" = {}
    """,
    Sort.STAR: """
        SELECT 'star' AS sort, t.id, t.read_on AS day, t.note AS words, t.perspective AS kind, '' AS state,
               '' AS extra, p.name AS who
          FROM star_reading t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
    """,
    Sort.FAILURE_DEMAND: """
        SELECT 'failure_demand' AS sort, t.id, t.heard_on AS day, t.words, t.arising AS kind,
               CASE WHEN t.observed THEN 'observed' ELSE '' END AS state, t.came_in AS extra, p.name AS who
          FROM failure_demand t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
        UNION ALL
        SELECT 'failure_demand', t.id, t.reclassified_on, t.words, 'reclassified',
               CASE WHEN t.former_demand IS NULL THEN '' ELSE 'was_demand' END, t.reclassified_reason, p.name
          FROM failure_demand t LEFT JOIN person p ON p.id = t.author
         WHERE t."case" = {} AND t.reclassified_on IS NOT NULL
    """,
    Sort.INTERACTION: """
        SELECT 'interaction' AS sort, t.id, t.happened_on AS day, t.note AS words, t.kind, t.outcome AS state,
               COALESCE(o.name, '') AS extra, p.name AS who
          FROM interaction t LEFT JOIN organisation o ON o.id = t.organisation
          LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
    """,
    Sort.ASSESSMENT: """
        SELECT 'assessment' AS sort, t.id, t.happened_on AS day, t.what AS words, t.verdict AS kind,
               t.waste_kind AS state, COALESCE(s.name, '') AS extra, p.name AS who
          FROM assessment t LEFT JOIN value_step s ON s.id = t.value_step
          LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
    """,
    Sort.REVIEW: """
        SELECT 'review' AS sort, t.id, t.held_on AS day, t.note AS words, t.person_part AS kind, '' AS state,
               '' AS extra, p.name AS who
          FROM review t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
    """,
    Sort.AGREEMENT: """
        SELECT 'agreement' AS sort, t.id, COALESCE(r.held_on, t.due_on, t.closed_on, c.started_on) AS day,
               t.what AS words, 'made' AS kind, t.state, t.who AS extra, p.name AS who
          FROM agreement t JOIN case_file c ON c.id = t."case" LEFT JOIN review r ON r.id = t.review
          LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
        UNION ALL
        SELECT 'agreement', t.id, t.closed_on, t.what, 'closed', t.state, t.who, p.name
          FROM agreement t LEFT JOIN person p ON p.id = t.author
         WHERE t."case" = {} AND t.closed_on IS NOT NULL
    """,
    Sort.VALIDATION: """
        SELECT 'validation' AS sort, t.id, t.validated_on AS day, t.how AS words, t.subject AS kind,
               t.answer AS state, '' AS extra, p.name AS who
          FROM validation t LEFT JOIN person p ON p.id = t.author
         WHERE t."case" = {} AND t.validated_on IS NOT NULL
    """,
    Sort.SHARING: """
        SELECT 'sharing' AS sort, t.id, t.informed_on AS day, t.how AS words, t.agreed AS kind, '' AS state,
               t.by_whom AS extra, p.name AS who
          FROM sharing_agreement t LEFT JOIN person p ON p.id = t.recorded_by
         WHERE t."case" = {} AND t.informed_on IS NOT NULL
        UNION ALL
        SELECT 'sharing', t.id, t.withdrawn_on, '', 'withdrawn', '', '', p.name
          FROM sharing_agreement t LEFT JOIN person p ON p.id = t.recorded_by
         WHERE t."case" = {} AND t.withdrawn_on IS NOT NULL
    """,
    Sort.COURSE: """
        SELECT 'course' AS sort, t.id, t.started_on AS day, '' AS words, 'opened' AS kind, t.reached AS state,
               t.reached_note AS extra, p.name AS who
          FROM case_file t LEFT JOIN person p ON p.id = t.opened_by WHERE t.id = {}
        UNION ALL
        SELECT 'course', t.id, t.ended_on, t.interpretation, t.kind, '', t.keeps_contact, p.name
          FROM case_ending t LEFT JOIN person p ON p.id = t.author WHERE t."case" = {}
        UNION ALL
        SELECT 'course', t.id, t.reopened_on, t.reopened_reason, 'reopened', '', '', p.name
          FROM case_ending t LEFT JOIN person p ON p.id = t.reopened_by
         WHERE t."case" = {} AND t.reopened_on IS NOT NULL
    """,
}


async def timeline_of(viewer: Viewer, case: Case, sorts: Collection[Sort] = (), *, page: int = 1) -> Timeline:
    """A page of what happened on the case, of some sorts or of all."""
    wanted = " UNION ALL ".join(MOMENTS[sort] for sort in Sort if not sorts or sort in sorts)
    sql = f"""SELECT m.*, count(*) OVER () AS total FROM ({wanted}) m
               ORDER BY m.day DESC, m.sort, m.id DESC LIMIT {{}} OFFSET {{}}"""
    asked = [case.id] * wanted.count("{}")
    rows = await CaseFile.raw(sql, *asked, SIZE, (page - 1) * SIZE)
    return Timeline(tuple(_moment(row) for row in rows), rows[0]["total"] if rows else 0, page)


def _moment(row: dict[str, Any]) -> Moment:
    return Moment(
        sort=Sort(row["sort"]),
        id=row["id"],
        on=row["day"],
        words=row["words"],
        kind=row["kind"],
        state=row["state"],
        extra=row["extra"],
        who=row["who"] or "",
    )
