"""The records of cases as the rows of a workbook, the way an import reads them (C18)."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from piccolo.querystring import QueryString

from tracker.cases.exchange.kinds.assessments import ASSESSMENTS, AssessmentRow
from tracker.cases.exchange.kinds.cases import CASES, CaseRow
from tracker.cases.exchange.kinds.demands import STARS, VALUE_DEMANDS, StarRow, ValueDemandRow
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS, FailureDemandRow
from tracker.cases.exchange.kinds.interactions import INTERACTIONS, InteractionRow
from tracker.cases.exchange.kinds.purposes import PURPOSES, PurposeRow
from tracker.cases.exchange.kinds.reviews import AGREEMENTS, REVIEWS, AgreementRow, ReviewRow
from tracker.cases.exchange.kinds.scores import SCORES, ScoreRow
from tracker.cases.queries.overview.validated import last_validation
from tracker.cases.rules import kinds as words
from tracker.cases.tables import CaseFile
from tracker.database import heavy_read

Codes = Mapping[int, str]
"""The cases that are asked, by id, with the number their rows carry."""
Found = tuple[int, Any]
"""The id of a record, and the record as a row."""


async def rows_of(kind: str, codes: Codes) -> list[Found]:
    """Every record of a kind on these cases, by case and in the order in which it was written."""
    return await READERS[kind](codes) if codes else []


async def _cases(codes: Codes) -> list[Found]:
    shared = await _grouped(
        codes,
        """SELECT s."case" AS one, o.name AS said
             FROM shared_with s JOIN organisation o ON o.id = s.organisation
            WHERE s.until IS NULL AND s."case" IN ({}) ORDER BY s.id""",
    )
    rows = await asked(
        codes,
        """SELECT c.id, c.alias, c.kind, c.municipality, c.started_on, c.ended_on, c.state, c.source_code,
                  c.reached, COALESCE(p.name, c.lead_name) AS lead, a.agreed, a.informed_on, a.how, a.limits
             FROM case_file c LEFT JOIN person p ON p.id = c.lead
             LEFT JOIN sharing_agreement a
                    ON a.id = (SELECT max(x.id) FROM sharing_agreement x WHERE x."case" = c.id)
            WHERE c.id IN ({}) ORDER BY c.number""",
    )
    return [
        (
            row["id"],
            CaseRow(
                code=codes[row["id"]],
                alias=row["alias"],
                kind=words.CaseKind(row["kind"]),
                municipality=row["municipality"],
                started_on=row["started_on"],
                ended_on=row["ended_on"],
                state=words.CaseState(row["state"]),
                lead=row["lead"],
                organisations=tuple(shared[row["id"]]),
                personas=(),
                fits_no_persona=False,
                former_code=row["source_code"],
                reached=words.Reached(row["reached"]),
                agreed=words.Agreed(row["agreed"] or words.Agreed.NOT_YET),
                agreed_on=row["informed_on"],
                agreed_how=row["how"] or "",
                remark=row["limits"] or "",
            ),
        )
        for row in rows
    ]


async def _purposes(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.since, t.words, t.reason, COALESCE(p.name, t.author_name) AS author
             FROM purpose t LEFT JOIN person p ON p.id = t.author
            WHERE t."case" IN ({}) ORDER BY t."case", t.since, t.id""",
    )
    return [
        (row["id"], PurposeRow(codes[row["case"]], row["since"], row["words"], row["reason"], row["author"]))
        for row in rows
    ]


async def _value_demands(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.place, t.words, t.theme, t.state, c.reason
             FROM value_demand t LEFT JOIN demand_change c
               ON c.id = (SELECT max(x.id) FROM demand_change x
                           WHERE x.demand = t.id AND x.kind <> 'reworded')
            WHERE t."case" IN ({}) ORDER BY t."case", t.place, t.id""",
    )
    return [
        (
            row["id"],
            ValueDemandRow(
                case=codes[row["case"]],
                number=row["place"] + 1,
                words=row["words"],
                theme=row["theme"],
                state=words.DemandState(row["state"]),
                reason=row["reason"] or "",
            ),
        )
        for row in rows
    ]


async def _scores(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        f"""SELECT t.id, t."case", t.scored_on, t.score, t.interpretation, v.answer,
                   COALESCE(p.name, t.author_name) AS author
              FROM progress_score t LEFT JOIN person p ON p.id = t.author
              {last_validation(words.Subject.SCORE, "t")}
             WHERE t."case" IN ({{}}) ORDER BY t."case", t.scored_on, t.id""",
    )
    return [
        (
            row["id"],
            ScoreRow(
                case=codes[row["case"]],
                date=row["scored_on"],
                score=row["score"],
                interpretation=row["interpretation"],
                author=row["author"],
                validated=words.Validated(row["answer"]) if row["answer"] else None,
            ),
        )
        for row in rows
    ]


async def _stars(codes: Codes) -> list[Found]:
    """What was not spoken about has no star and is no row."""
    rows = await asked(
        codes,
        """SELECT t.id, r."case", r.read_on, r.perspective, d.place, t.stars, t.note
             FROM star_rating t JOIN star_reading r ON r.id = t.reading
             JOIN value_demand d ON d.id = t.demand
            WHERE t.stars IS NOT NULL AND r."case" IN ({}) ORDER BY r."case", r.read_on, r.id, d.place""",
    )
    return [
        (
            row["id"],
            StarRow(
                case=codes[row["case"]],
                date=row["read_on"],
                demand=row["place"] + 1,
                stars=row["stars"],
                perspective=words.Perspective(row["perspective"]),
                note=row["note"],
            ),
        )
        for row in rows
    ]


async def _failure_demands(codes: Codes) -> list[Found]:
    named = await _grouped(
        codes,
        """SELECT o.failure_demand AS one, o.name AS said
             FROM failure_demand_organisation o JOIN failure_demand t ON t.id = o.failure_demand
            WHERE t."case" IN ({}) ORDER BY o.id""",
    )
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.heard_on, t.about, t.words, t.came_in, t.arising, t.response
             FROM failure_demand t WHERE t."case" IN ({}) ORDER BY t."case", t.heard_on, t.id""",
    )
    return [
        (
            row["id"],
            FailureDemandRow(
                case=codes[row["case"]],
                date=row["heard_on"],
                about=bool(row["about"]),
                words=row["words"],
                came_in=row["came_in"],
                arising=words.Arising(row["arising"]),
                response=row["response"],
                organisations=tuple(named[row["id"]]),
                pattern="",
            ),
        )
        for row in rows
    ]


async def _interactions(codes: Codes) -> list[Found]:
    took_part = await _grouped(
        codes,
        """SELECT x.interaction AS one, o.name AS said
             FROM interaction_organisation x JOIN organisation o ON o.id = x.organisation
             JOIN interaction t ON t.id = x.interaction WHERE t."case" IN ({}) ORDER BY x.id""",
    )
    answered = await _grouped(
        codes,
        """SELECT x.interaction AS one, d.place + 1 AS said
             FROM interaction_demand x JOIN value_demand d ON d.id = x.demand
             JOIN interaction t ON t.id = x.interaction WHERE t."case" IN ({}) ORDER BY d.place""",
    )
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.happened_on, t.kind, t.outcome, o.name AS organisation, t.with_whom,
                  t.minutes, t.note
             FROM interaction t LEFT JOIN organisation o ON o.id = t.organisation
            WHERE t."case" IN ({}) ORDER BY t."case", t.happened_on, t.id""",
    )
    return [
        (
            row["id"],
            InteractionRow(
                case=codes[row["case"]],
                date=row["happened_on"],
                kind=words.ContactKind(row["kind"]),
                outcome=words.ContactOutcome(row["outcome"]),
                organisations=tuple(filter(None, (row["organisation"], *took_part[row["id"]]))),
                with_whom=row["with_whom"],
                hours=None if row["minutes"] is None else Decimal(row["minutes"]) / 60,
                note=row["note"],
                demands=tuple(answered[row["id"]]),
            ),
        )
        for row in rows
    ]


async def _reviews(codes: Codes) -> list[Found]:
    """How each discipline read the case stands behind the note, as a list has one cell for all of them."""
    voices: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in await asked(
        codes,
        """SELECT v.review, v.discipline, COALESCE(o.name, '') AS organisation, v.reading
             FROM review_voice v JOIN review t ON t.id = v.review
             LEFT JOIN organisation o ON o.id = v.organisation WHERE t."case" IN ({}) ORDER BY v.id""",
    ):
        voices[row["review"]].append(row)
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.held_on, t.person_part, t.note
             FROM review t WHERE t."case" IN ({}) ORDER BY t."case", t.held_on, t.id""",
    )
    return [
        (
            row["id"],
            ReviewRow(
                case=codes[row["case"]],
                date=row["held_on"],
                disciplines=tuple(
                    voice["discipline"] or voice["organisation"] for voice in voices[row["id"]]
                ),
                person_part=words.PersonPart(row["person_part"]),
                note="\n".join(filter(None, (row["note"], *map(_reading, voices[row["id"]])))),
            ),
        )
        for row in rows
    ]


def _reading(voice: dict[str, Any]) -> str:
    """How one at the table read the case, after who that was."""
    who = ", ".join(filter(None, (voice["discipline"], voice["organisation"])))
    return f"{who}: {voice['reading']}" if voice["reading"] else ""


async def _agreements(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", r.held_on, t.what, t.who, t.due_on, t.state
             FROM agreement t LEFT JOIN review r ON r.id = t.review
            WHERE t."case" IN ({}) ORDER BY t."case", t.id""",
    )
    return [
        (
            row["id"],
            AgreementRow(
                case=codes[row["case"]],
                review_on=row["held_on"],
                what=row["what"],
                who=row["who"],
                due_on=row["due_on"],
                state=words.AgreementState(row["state"]),
            ),
        )
        for row in rows
    ]


async def _assessments(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.happened_on, t.what, t.verdict, t.team_view, t.person_view,
                  COALESCE(s.name, '') AS step
             FROM assessment t LEFT JOIN value_step s ON s.id = t.value_step
            WHERE t."case" IN ({}) ORDER BY t."case", t.happened_on, t.id""",
    )
    return [
        (
            row["id"],
            AssessmentRow(
                case=codes[row["case"]],
                date=row["happened_on"],
                value_step=row["step"],
                verdict=words.Verdict(row["verdict"]),
                what=row["what"],
                basis="\n".join(filter(None, (row["person_view"], row["team_view"]))),
            ),
        )
        for row in rows
    ]


READERS: Mapping[str, Callable[[Codes], Awaitable[list[Found]]]] = {
    CASES.name: _cases,
    PURPOSES.name: _purposes,
    VALUE_DEMANDS.name: _value_demands,
    SCORES.name: _scores,
    STARS.name: _stars,
    FAILURE_DEMANDS.name: _failure_demands,
    INTERACTIONS.name: _interactions,
    REVIEWS.name: _reviews,
    AGREEMENTS.name: _agreements,
    ASSESSMENTS.name: _assessments,
}


async def asked(codes: Codes, sql: str) -> list[dict[str, Any]]:
    """The rows of a question with one place: the cases."""
    rows: list[dict[str, Any]] = await heavy_read(CaseFile.raw(sql, _listed(codes)))
    return rows


async def _grouped(codes: Codes, sql: str) -> dict[int, list[Any]]:
    """What several rows say of one record."""
    said: dict[int, list[Any]] = defaultdict(list)
    for row in await asked(codes, sql):
        said[row["one"]].append(row["said"])
    return said


def _listed(ids: Iterable[int] | Sequence[int]) -> QueryString:
    listed = list(ids)
    return QueryString(", ".join(["{}"] * len(listed)), *listed)
