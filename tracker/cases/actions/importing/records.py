"""New records on cases: purposes, scores, failure demands, interactions, reviews, agreements, assessments."""

from typing import Any

from tracker.cases.actions.importing.inserting import insert_all
from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.comparing import ComparedRow
from tracker.cases.exchange.kinds.assessments import ASSESSMENTS, AssessmentRow
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS
from tracker.cases.exchange.kinds.interactions import INTERACTIONS, InteractionRow
from tracker.cases.exchange.kinds.purposes import PURPOSES
from tracker.cases.exchange.kinds.reviews import AGREEMENTS, REVIEWS
from tracker.cases.exchange.kinds.scores import SCORES
from tracker.cases.rules.kinds import PersonPart, Subject, Validated
from tracker.cases.tables import (
    Agreement,
    Assessment,
    FailureDemand,
    FailureDemandOrganisation,
    Interaction,
    InteractionDemand,
    InteractionOrganisation,
    ProgressScore,
    Purpose,
    Review,
    ReviewVoice,
    Validation,
)
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.partners import WordingKind


async def add_purposes(landing: Landing) -> int:
    rows = list(landing.new(PURPOSES.name))
    words = await own_words(landing.viewer, WordingKind.PURPOSE)
    values = []
    for row in rows:
        record = row.row.record
        central = words.on(WordingKind.PURPOSE, record.date)
        values.append(
            {
                "key": landing.key(row),
                "case": landing.case(record),
                "words": record.words,
                "since": record.date,
                "reason": record.reason,
                "fit": "",
                "outside": False,
                "central": central.id if central else None,
                "author": None,
                "author_name": record.author,
                "written_at": landing.now,
            }
        )
    landing.keep(rows, await insert_all(Purpose, values))
    for row in rows:
        held = landing.purposes[landing.case(row.row.record)]
        held.append((row.row.record.date, landing.became[row.row.identity]))
    for held in landing.purposes.values():
        held.sort()
    return len(rows)


async def add_scores(landing: Landing) -> int:
    rows = list(landing.new(SCORES.name))
    values = [
        {
            "key": landing.key(row),
            "case": landing.case(row.row.record),
            "scored_on": row.row.record.date,
            "score": row.row.record.score,
            "interpretation": row.row.record.interpretation,
            "author": None,
            "author_name": row.row.record.author,
            "written_at": landing.now,
        }
        for row in rows
    ]
    landing.keep(rows, await insert_all(ProgressScore, values))
    validations = [
        {
            "case": landing.case(row.row.record),
            "subject": Subject.SCORE,
            "subject_id": landing.became[row.row.identity],
            "answer": row.row.record.validated,
            "how": "",
            "validated_on": row.row.record.date,
            "handed_over": False,
            "author": None,
            "written_at": landing.now,
        }
        for row in rows
        # 'Nog niet' is what holds while nobody says otherwise.
        if row.row.record.validated not in (None, Validated.NO)
    ]
    await insert_all(Validation, validations, by=())
    return len(rows)


async def add_failure_demands(landing: Landing) -> int:
    rows = list(landing.new(FAILURE_DEMANDS.name))
    values = [
        {
            "key": landing.key(row),
            "case": landing.case(row.row.record),
            "words": row.row.record.words,
            "observed": False,
            "heard_on": row.row.record.date,
            "about": row.row.record.about,
            "came_in": row.row.record.came_in,
            "arising": row.row.record.arising,
            "response": row.row.record.response,
            "changed": "",
            "told_on": None,
            "former_demand": None,
            "became_demand": None,
            "reclassified_on": None,
            "reclassified_reason": "",
            "author": None,
            "written_at": landing.now,
        }
        for row in rows
    ]
    landing.keep(rows, await insert_all(FailureDemand, values))
    named = [
        {
            "failure_demand": landing.became[row.row.identity],
            "name": name,
            "organisation": landing.organisation(name),
        }
        for row in rows
        for name in row.row.record.organisations
    ]
    await insert_all(FailureDemandOrganisation, named, by=())
    return len(rows)


async def add_interactions(landing: Landing) -> int:
    rows = list(landing.new(INTERACTIONS.name))
    landing.keep(rows, await insert_all(Interaction, [_interaction(landing, row) for row in rows]))
    others = [
        {"interaction": landing.became[row.row.identity], "organisation": organisation}
        for row in rows
        for organisation in landing.organisations_of(row.row.record)[1:]
    ]
    await insert_all(InteractionOrganisation, others, by=())
    answered = [
        {"interaction": landing.became[row.row.identity], "demand": demand}
        for row in rows
        for number in row.row.record.demands
        if (demand := landing.demands.get((landing.case(row.row.record), number)))
    ]
    await insert_all(InteractionDemand, answered, by=())
    return len(rows)


def _interaction(landing: Landing, row: ComparedRow) -> dict[str, Any]:
    record: InteractionRow = row.row.record
    return {
        "key": landing.key(row),
        "partnership": landing.viewer.partnership_id,
        "case": landing.case(record),
        "happened_on": record.date,
        "month": record.date.year * 100 + record.date.month,
        "kind": record.kind,
        "outcome": record.outcome,
        "organisation": next(iter(landing.organisations_of(record)), None),
        "with_whom": record.with_whom,
        "minutes": record.minutes,
        "note": record.note,
        "author": None,
        "written_at": landing.now,
    }


async def add_reviews(landing: Landing) -> int:
    rows = list(landing.new(REVIEWS.name))
    values = [
        {
            "key": landing.key(row),
            "case": landing.case(row.row.record),
            "held_on": row.row.record.date,
            "person_part": row.row.record.person_part or PersonPart.ABSENT,
            "note": row.row.record.note,
            "author": None,
            "written_at": landing.now,
        }
        for row in rows
    ]
    landing.keep(rows, await insert_all(Review, values))
    voices = [
        {
            "review": landing.became[row.row.identity],
            "discipline": discipline,
            "organisation": None,
            "reading": "",
        }
        for row in rows
        for discipline in row.row.record.disciplines
    ]
    await insert_all(ReviewVoice, voices, by=())
    for row in rows:
        held = (landing.case(row.row.record), row.row.record.date)
        landing.reviews.setdefault(held, landing.became[row.row.identity])
    return len(rows)


async def add_agreements(landing: Landing) -> int:
    rows = list(landing.new(AGREEMENTS.name))
    values = [
        {
            "key": landing.key(row),
            "case": landing.case(row.row.record),
            "review": landing.reviews.get((landing.case(row.row.record), row.row.record.review_on)),
            "what": row.row.record.what,
            "who": row.row.record.who,
            "due_on": row.row.record.due_on,
            "state": row.row.record.state,
            "closed_on": None,
            "author": None,
            "written_at": landing.now,
        }
        for row in rows
    ]
    landing.keep(rows, await insert_all(Agreement, values))
    return len(rows)


async def add_assessments(landing: Landing) -> int:
    rows = list(landing.new(ASSESSMENTS.name))
    landing.keep(rows, await insert_all(Assessment, [_assessment(landing, row) for row in rows]))
    return len(rows)


def _assessment(landing: Landing, row: ComparedRow) -> dict[str, Any]:
    record: AssessmentRow = row.row.record
    return {
        "key": landing.key(row),
        "case": landing.case(record),
        "purpose": landing.purpose_on(landing.case(record), record.date),
        "happened_on": record.date,
        "until": None,
        "what": record.what,
        "verdict": record.verdict,
        "waste_kind": "",
        "value_step": landing.step(record.value_step),
        "team_view": "",
        "person_view": "",
        "basis": record.basis,
        "author": None,
        "written_at": landing.now,
    }
