"""Purpose, progress and star of one case."""

from typing import Any

from bench.by_hand.driver import ask, day
from tracker.cases.queries.overview.demands import Demand, Demands, Rating, Reading
from tracker.cases.queries.overview.line import Line, PurposeVersion, Score
from tracker.cases.queries.overview.validated import Checked
from tracker.cases.queries.seen import Case
from tracker.cases.rules import kinds

NOBODY_ASKED = Checked(kinds.Validated.NO, None)


async def line_of(case: Case) -> Line:
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


async def demands_of(case: Case) -> Demands:
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
