"""What a case still asks of the team, drawn from what stands on its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.cases.queries.overview import Overview
from tracker.cases.queries.overview.line import Line
from tracker.cases.queries.seen import Case
from tracker.cases.rules.attention import asks_about_doubt
from tracker.cases.rules.endings import asks_to_let_go
from tracker.cases.rules.kinds import Agreed, Validated

SCORES_ASKED = 2


class Ask(StrEnum):
    """What a task is about; the page knows which form answers it."""

    LET_GO = "let_go"
    DOUBT = "doubt"
    SHARING = "sharing"
    REVIEW = "review"
    AGREEMENT = "agreement"
    PURPOSE = "purpose"
    DEMAND = "demand"
    SCORE = "score"
    TELL = "tell"
    PERSON_VIEW = "person_view"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: about which record (0: none), in which words of its own, who was asked, by when."""

    ask: Ask
    id: int = 0
    words: str = ""
    who: str = ""
    on: date | None = None


def tasks_of(case: Case, overview: Overview, today: date) -> tuple[Task, ...]:
    """What is still to do on a running case; an ended one asks nothing."""
    if not case.runs:
        return ()
    return (
        *_about_the_case(case, overview, today),
        *(
            Task(Ask.AGREEMENT, each.id, each.what, each.who, each.due_on)
            for each in overview.consultation.open
        ),
        *_contested(overview),
        *_to_discuss(overview.line),
        *(Task(Ask.TELL, each.id) for each in overview.failures.shown if each.changed and not each.told_on),
        *(Task(Ask.PERSON_VIEW, each.id) for each in overview.assessments.shown[:1] if not each.person_view),
    )


def _about_the_case(case: Case, overview: Overview, today: date) -> Iterator[Task]:
    standing, line, demands = overview.standing, overview.line, overview.demands
    last_score = line.latest.score if line.latest else None
    if asks_to_let_go(case.state, last_score, len(demands.demands), len(demands.open)):
        yield Task(Ask.LET_GO)
    if asks_about_doubt(standing.doubt, standing.doubt_review_on, today):
        yield Task(Ask.DOUBT, on=standing.doubt_review_on)
    if standing.agreement and standing.agreement.agreed is Agreed.NOT_YET:
        yield Task(Ask.SHARING)
    if standing.long_not_reviewed:
        yield Task(Ask.REVIEW, on=standing.last_review_on)


def _contested(overview: Overview) -> Iterator[Task]:
    """What is not right any more to the target group and still stands as it was."""
    purpose = overview.line.purpose
    if purpose and purpose.checked.answer is Validated.CONTESTED:
        yield Task(Ask.PURPOSE, purpose.id, on=purpose.checked.on)
    for demand in overview.demands.open:
        if demand.checked.answer is Validated.CONTESTED:
            yield Task(Ask.DEMAND, demand.id, demand.words, on=demand.checked.on)


def _to_discuss(line: Line) -> Iterator[Task]:
    """The last scores that were not talked over with the target group yet."""
    for score in line.scores[: -SCORES_ASKED - 1 : -1]:
        if score.checked.answer is Validated.NO:
            yield Task(Ask.SCORE, score.id, who=score.author, on=score.on)
