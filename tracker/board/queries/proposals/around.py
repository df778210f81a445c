"""What stands around a proposal: reactions, evaluations, an initiative to begin from."""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.board.rules.kinds import EvaluationResult, Stage
from tracker.board.tables.proposals import Evaluation, Reaction
from tracker.learning.tables.initiatives import Initiative, InitiativePattern
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Said:
    """A question or an opinion, and the answer to it."""

    id: int
    stage: Stage
    text: str
    author: str
    written_at: datetime
    reply: str
    replied_by: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An agreement as it was looked at again."""

    held_on: date
    seen: str
    helped: str
    improve: str
    result: EvaluationResult
    reason: str
    next_on: date | None
    author: str


@dataclass(frozen=True, slots=True)
class AboutInitiative:
    """What an initiative says of itself, for a proposal to start it."""

    id: int
    number: int
    name: str
    driver: str
    text: str
    who_does_what: str
    criteria: str


async def reactions_to(proposal_id: int) -> list[Said]:
    """Everything asked and said about a proposal, oldest first."""
    rows = await (
        Reaction.select(
            Reaction.id,
            Reaction.stage,
            Reaction.text,
            Reaction.author.name.as_alias("author"),
            Reaction.written_at,
            Reaction.reply,
            Reaction.replied_by.name.as_alias("replied_by"),
        )
        .where(Reaction.proposal == proposal_id)
        .order_by(Reaction.id)
    )
    return [
        Said(**{**row, "stage": Stage(row["stage"]), "replied_by": row["replied_by"] or ""}) for row in rows
    ]


async def evaluations_of(proposal_id: int) -> list[Evaluated]:
    """How the circle looked at an agreement, latest first."""
    rows = await (
        Evaluation.select(
            Evaluation.held_on,
            Evaluation.seen,
            Evaluation.helped,
            Evaluation.improve,
            Evaluation.result,
            Evaluation.reason,
            Evaluation.next_on,
            Evaluation.author.name.as_alias("author"),
        )
        .where(Evaluation.proposal == proposal_id)
        .order_by(Evaluation.id, ascending=False)
    )
    return [Evaluated(**{**row, "result": EvaluationResult(row["result"])}) for row in rows]


async def about_initiative(viewer: Viewer, initiative_id: int) -> AboutInitiative:
    """The parts of an initiative as the text of a proposal to start it. Raises NotFound."""
    row = await (
        Initiative.select(
            Initiative.id,
            Initiative.number,
            Initiative.name,
            Initiative.recurrence_reason,
            Initiative.why_it_works,
            Initiative.better_process,
            Initiative.requirements,
            Initiative.competences,
            Initiative.evaluation,
            Initiative.small_group,
        )
        .where(Initiative.partnership == viewer.partnership_id, Initiative.id == initiative_id)
        .first()
    )
    if row is None:
        raise NotFound
    patterns = await (
        InitiativePattern.select(InitiativePattern.pattern.name.as_alias("name"))
        .where(InitiativePattern.initiative == row["id"])
        .order_by(InitiativePattern.id)
    )
    why = [", ".join(each["name"] for each in patterns), row["recurrence_reason"], row["why_it_works"]]
    who = [row["requirements"], row["competences"], row["small_group"] and f"Eerst met: {row['small_group']}"]
    return AboutInitiative(
        id=row["id"],
        number=row["number"],
        name=row["name"],
        driver="\n".join(part for part in why if part),
        text=row["better_process"],
        who_does_what="\n".join(part for part in who if part),
        criteria=row["evaluation"],
    )
