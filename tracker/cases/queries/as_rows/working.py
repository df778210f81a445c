"""What was heard, done, discussed and agreed on cases, as rows."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from tracker.cases.exchange.kinds.assessments import AssessmentRow
from tracker.cases.exchange.kinds.failures import FailureDemandRow
from tracker.cases.exchange.kinds.interactions import InteractionRow
from tracker.cases.exchange.kinds.reviews import AgreementRow, ReviewRow
from tracker.cases.queries.as_rows.asking import Codes, Found, asked, grouped
from tracker.cases.rules import kinds as words


async def failure_demands_as_rows(codes: Codes) -> list[Found]:
    named = await grouped(
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


async def interactions_as_rows(codes: Codes) -> list[Found]:
    took_part = await grouped(
        codes,
        """SELECT x.interaction AS one, o.name AS said
             FROM interaction_organisation x JOIN organisation o ON o.id = x.organisation
             JOIN interaction t ON t.id = x.interaction WHERE t."case" IN ({}) ORDER BY x.id""",
    )
    answered = await grouped(
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


async def reviews_as_rows(codes: Codes) -> list[Found]:
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


async def agreements_as_rows(codes: Codes) -> list[Found]:
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


async def assessments_as_rows(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.happened_on, t.what, t.verdict, t.team_view, t.person_view, t.basis,
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
                basis="\n".join(filter(None, (row["person_view"], row["team_view"], row["basis"]))),
            ),
        )
        for row in rows
    ]
