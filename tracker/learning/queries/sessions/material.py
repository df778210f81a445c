"""What a session made itself: answers and journeys (L4)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.cases.rules.versions import version_of
from tracker.learning.queries.sessions.one import Chosen, Session
from tracker.learning.rules.kinds import StepKind
from tracker.learning.tables.sessions import JourneyStep, SessionAnswer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Answer:
    """What was filled in for a question of the format."""

    text: str
    author: str
    written_at: datetime

    @property
    def version(self) -> str:
        return version_of(self.text)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a journey; `waited` in days before it."""

    id: int
    case_id: int
    happened_on: date | None
    what: str
    kind: StepKind
    value_step: str
    waited: int


async def answers_of(session: Session) -> dict[str, Answer]:
    """The answers by name of their question; none for who does not work in this session."""
    if not session.works:
        return {}
    rows = await (
        SessionAnswer.select(
            SessionAnswer.question,
            SessionAnswer.text,
            SessionAnswer.author.name.as_alias("author_name"),
            SessionAnswer.written_at,
        )
        .where(SessionAnswer.session == session.id, SessionAnswer.case.is_null())
        .order_by(SessionAnswer.id)
    )
    return {
        row["question"]: Answer(row["text"], row["author_name"] or "", row["written_at"])
        for row in rows
        if row["text"]
    }


async def journeys_of(session: Session) -> dict[int, tuple[Step, ...]]:
    """The journeys by id of their case, of the cases whose code the viewer may know."""
    known = {case.id for case in session.cases if case.code} if session.works else set()
    rows = await _steps(session.id) if known else []
    journeys: dict[int, list[Step]] = {}
    for row in rows:
        if row["case"] in known:
            journeys.setdefault(row["case"], []).append(_step(row))
    return {case: tuple(steps) for case, steps in journeys.items()}


async def journey_of(session: Session, case: Chosen) -> tuple[Step, ...]:
    """The journey of one case."""
    return (await journeys_of(session)).get(case.id, ())


async def step_of(session: Session, case: Chosen, step_id: int) -> Step:
    """One step. Raises NotFound."""
    found = next((step for step in await journey_of(session, case) if step.id == step_id), None)
    if found is None:
        raise NotFound
    return found


async def _steps(session_id: int) -> list[dict[str, Any]]:
    return await (
        JourneyStep.select(
            JourneyStep.id,
            JourneyStep.case,
            JourneyStep.happened_on,
            JourneyStep.what,
            JourneyStep.kind,
            JourneyStep.value_step.name.as_alias("value_step_name"),
            JourneyStep.waited,
        )
        .where(JourneyStep.session == session_id)
        .order_by(JourneyStep.id)
    )


def _step(row: dict[str, Any]) -> Step:
    return Step(
        id=row["id"],
        case_id=row["case"],
        happened_on=row["happened_on"],
        what=row["what"],
        kind=StepKind(row["kind"]),
        value_step=row["value_step_name"] or "",
        waited=row["waited"],
    )
