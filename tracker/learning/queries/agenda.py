"""The learning calendar: sessions, iterations to look back at, personas, reviews, answers due (L4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.kinds import CaseState
from tracker.cases.tables import CaseFile
from tracker.learning.queries.iterations import Trying, running_until
from tracker.learning.queries.offers import Offer, unanswered
from tracker.learning.queries.sessions.listing import ListedSession, sessions_to_come
from tracker.learning.tables.personas import PersonaReview
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Partnership

AHEAD = timedelta(weeks=4)
MOST = 200


@dataclass(frozen=True, slots=True)
class Due:
    """A case with the day by which it should be talked over again."""

    code: str
    alias: str
    last_on: date | None
    due_on: date

    @property
    def name(self) -> str:
        return self.alias or self.code


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is ahead; without `reviews_every` (weeks) this viewer sees no cases."""

    sessions: tuple[ListedSession, ...]
    personas_on: date | None
    overdue: tuple[Due, ...]
    coming: tuple[Due, ...]
    reviews_every: int | None
    iterations: tuple[Trying, ...] = ()
    offers: tuple[Offer, ...] = ()
    """What other partnerships offer and this one has not answered."""

    @property
    def is_empty(self) -> bool:
        ahead = (self.sessions, self.personas_on, self.overdue, self.coming, self.iterations, self.offers)
        return not any(ahead)


async def agenda_of(viewer: Viewer) -> Agenda:
    """Everything with a day on it in this partnership's learning, as far as this viewer may know it."""
    weeks, due = await _reviews(viewer) if viewer.works_on_cases else (None, [])
    return Agenda(
        sessions=tuple(await sessions_to_come(viewer)),
        personas_on=await _personas_on(viewer),
        overdue=_before(due, viewer.today),
        coming=tuple(each for each in due if viewer.today < each.due_on <= viewer.today + AHEAD),
        reviews_every=weeks,
        iterations=tuple(await running_until(viewer)),
        offers=tuple(await unanswered(viewer)),
    )


def _before(due: Iterable[Due], today: date) -> tuple[Due, ...]:
    return tuple(each for each in due if each.due_on <= today)


async def _personas_on(viewer: Viewer) -> date | None:
    row = await (
        PersonaReview.select(PersonaReview.next_on)
        .where(PersonaReview.partnership == viewer.partnership_id)
        .order_by(PersonaReview.held_on, PersonaReview.id, ascending=False)
        .first()
    )
    return row["next_on"] if row else None


async def _reviews(viewer: Viewer) -> tuple[int, list[Due]]:
    """The running cases the viewer sees, those due first ahead."""
    row = await (
        Partnership.select(Partnership.review_after_weeks)
        .where(Partnership.id == viewer.partnership_id)
        .first()
    )
    weeks = row["review_after_weeks"] if row else 0
    rows = await CaseFile.select(
        CaseFile.code, CaseFile.alias, CaseFile.last_review_on, CaseFile.started_on
    ).where(visible_to(viewer), CaseFile.state == CaseState.RUNNING)
    due = [
        Due(
            code=row["code"],
            alias=row["alias"],
            last_on=row["last_review_on"],
            due_on=(row["last_review_on"] or row["started_on"]) + timedelta(weeks=weeks),
        )
        for row in rows
    ]
    return weeks, sorted(due, key=lambda each: (each.due_on, each.code))[:MOST]
