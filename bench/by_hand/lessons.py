"""What is learned on one case: assessments, failure demands and the last review."""

from bench.by_hand.driver import ask, day, grouped, ids
from tracker.cases.queries.overview.consultation import Agreed, Consultation, LastReview, Voice
from tracker.cases.queries.overview.lessons import Assessed, Assessments, Failure, Failures
from tracker.cases.queries.overview.validated import Checked
from tracker.cases.queries.seen import Case
from tracker.cases.rules import kinds


async def assessments_of(case: Case) -> Assessments:
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
    places = await grouped(
        f"""SELECT a.assessment, d.place FROM assessment_demand a JOIN value_demand d ON d.id = a.demand
             WHERE a.assessment IN ({ids(rows)}) ORDER BY d.place"""
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


async def failures_of(case: Case) -> Failures:
    rows = await ask(
        """
        SELECT id, words, observed, heard_on, about, came_in, arising, response, changed, told_on,
               became_demand
          FROM failure_demand WHERE "case" = $1 ORDER BY heard_on DESC, id DESC LIMIT 3
        """,
        case.id,
    )
    [(total,)] = await ask('SELECT count(*) FROM failure_demand WHERE "case" = $1', case.id)
    names = await grouped(
        f"""SELECT failure_demand, name FROM failure_demand_organisation
             WHERE failure_demand IN ({ids(rows)}) ORDER BY name"""
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


async def consultation_of(case: Case) -> Consultation:
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
