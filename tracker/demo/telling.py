"""Telling stories: each event is the act a worker would have done, on the day it happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import singledispatchmethod
from uuid import uuid4

from tracker import clock
from tracker.cases.actions import (
    agreements,
    assessments,
    demands,
    endings,
    failure_demands,
    interactions,
    reviews,
    scores,
    stars,
)
from tracker.cases.actions import purpose as purposes
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.queries.failure_demands import heard_of
from tracker.cases.queries.overview.demands import Rating, demands_of
from tracker.cases.queries.purpose import purposes_of
from tracker.cases.queries.reviews import review_of
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.kinds import Agreed, AgreementState, CaseKind, Validated, Verdict
from tracker.demo import events as told
from tracker.partnership.queries.organisations import id_of
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.roles import Viewer

MORNING = time(9, 30)
NOT_POSSIBLE = "Onbereikbaar die maand; we legden het later naast elkaar."


class Teller:
    """Tells the stories of one partnership; `workers` are its people by first name."""

    def __init__(self, workers: dict[str, Viewer], today: date) -> None:
        self.workers = workers
        self.today = today
        self.codes: dict[str, str] = {}

    async def tell(self, stories: tuple[told.Story, ...]) -> None:
        """Everything in the order in which it happened, over all stories."""
        happened: list[tuple[int, told.Story, told.Event | None]] = [(s.ago, s, None) for s in stories]
        happened += [(event.ago, story, event) for story in stories for event in story.events]
        happened.sort(key=lambda each: (-each[0], each[2] is not None))
        for ago, story, event in happened:
            with clock.at(datetime.combine(self._day(ago), MORNING, tzinfo=UTC)):
                if event is None:
                    await self._opens(story)
                else:
                    await self._happens(event, story)

    def _day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def _on(self, name: str, ago: int) -> Viewer:
        """A worker on that day."""
        return replace(self.workers[name], today=self._day(ago))

    async def _opens(self, story: told.Story) -> None:
        viewer = self._on(story.lead, story.ago)
        shared = [await id_of(name) for name in story.shared_with]
        person = story.kind is CaseKind.PERSON
        sharing = Sharing(
            agreed=story.agreed if person else Agreed.NOT_NEEDED,
            informed_on=viewer.today if person else None,
            how=story.how if person else "",
            by_whom=story.lead if person else "",
            organisations=tuple(org for org in shared if org is not None),
        )
        new = NewCase(
            key=uuid4(),
            kind=story.kind,
            started_on=viewer.today,
            alias=story.alias,
            purpose=story.purpose,
            municipality=story.municipality,
            reached=story.reached,
            lead_id=viewer.person_id,
            participants=1 if person else 0,
            doubt=story.doubt_ago is not None,
            doubt_review_on=self._day(story.doubt_ago) if story.doubt_ago is not None else None,
            sharing=sharing,
        )
        self.codes[story.alias] = await open_case(viewer, new)

    @singledispatchmethod
    async def _happens(self, event: told.Event, story: told.Story) -> None:
        raise TypeError(f"Nobody knows how to tell {event!r}")

    @_happens.register
    async def _(self, event: told.Wants, story: told.Story) -> None:
        viewer = self._on(story.lead, event.ago)
        named = demands.Named(words=dict(enumerate(event.words, 1)), named_on=viewer.today, themes={})
        await demands.add_demands(viewer, self.codes[story.alias], uuid4(), named)

    @_happens.register
    async def _(self, event: told.Rewords, story: told.Story) -> None:
        viewer, code = self._on(story.lead, event.ago), self.codes[story.alias]
        former = await purposes_of(viewer, await case_for(viewer, code))
        wanted = purposes.Rewording(words=event.words, since=viewer.today, reason=event.reason)
        await purposes.reword_purpose(viewer, code, uuid4(), wanted, version=former.version)

    @_happens.register
    async def _(self, event: told.Scores, story: told.Story) -> None:
        viewer = self._on(story.lead, event.ago)
        wanted = scores.Scoring(
            score=event.score,
            interpretation=event.why,
            scored_on=viewer.today,
            discussed=event.discussed,
            how=NOT_POSSIBLE if event.discussed is Validated.NOT_POSSIBLE else "",
        )
        await scores.score(viewer, self.codes[story.alias], uuid4(), wanted)

    @_happens.register
    async def _(self, event: told.Stars, story: told.Story) -> None:
        viewer, code = self._on(story.lead, event.ago), self.codes[story.alias]
        standing = await demands_of(viewer, await case_for(viewer, code))
        ratings = {
            demand.id: Rating(
                stars=seen,
                note=event.notes.get(place, ""),
                fit=event.fits.get(place),
                disagreement="",
            )
            for place, (demand, seen) in enumerate(zip(standing.open, event.stars, strict=False))
            if seen is not None
        }
        wanted = stars.Read(perspective=event.by, read_on=viewer.today, ratings=ratings)
        await stars.read_star(viewer, code, uuid4(), wanted)

    @_happens.register
    async def _(self, event: told.Meets, story: told.Story) -> None:
        viewer, code = self._on(event.who or story.lead, event.ago), self.codes[story.alias]
        answered: frozenset[int] = frozenset()
        if event.demands:
            standing = await demands_of(viewer, await case_for(viewer, code))
            answered = frozenset(d.id for d in standing.open if d.place in event.demands)
        others = [await id_of(name) for name in event.others]
        contact = interactions.Contact(
            kind=event.kind,
            outcome=event.outcome,
            happened_on=viewer.today,
            organisation=viewer.organisation_id,
            others=frozenset(org for org in others if org is not None),
            minutes=event.minutes,
            note=event.note,
            demands=answered,
        )
        await interactions.note_interaction(viewer, code, uuid4(), contact)

    @_happens.register
    async def _(self, event: told.Fails, story: told.Story) -> None:
        viewer, code = self._on(story.lead, event.ago), self.codes[story.alias]
        hearing = failure_demands.Hearing(
            words=event.words,
            heard_on=viewer.today,
            observed=event.observed,
            came_in=event.came_in,
            arising=event.arising,
            response=event.response,
            organisations=event.organisations,
        )
        noted = await failure_demands.log_failure_demand(viewer, code, uuid4(), hearing)
        if event.changed:
            await self._changed(event, story, noted, hearing)

    async def _changed(
        self, event: told.Fails, story: told.Story, noted: int, hearing: failure_demands.Hearing
    ) -> None:
        told_ago = event.told_ago if event.told_ago is not None else max(event.ago - 30, 0)
        viewer, code = self._on(story.lead, told_ago), self.codes[story.alias]
        now = await heard_of(await case_for(viewer, code), noted)
        told_on = viewer.today if event.told_ago is not None else None
        wanted = replace(hearing, changed=event.changed, told_on=told_on)
        await failure_demands.correct_failure_demand(viewer, code, noted, wanted, version=now.version)

    @_happens.register
    async def _(self, event: told.Helped, story: told.Story) -> None:
        viewer = self._on(story.lead, event.ago)
        judging = assessments.Judging(
            what=event.what,
            verdict=Verdict.VALUE,
            happened_on=viewer.today,
            value_step=await self._step(viewer, event.step),
            team_view=event.team,
            person_view=event.person,
        )
        await assessments.assess(viewer, self.codes[story.alias], uuid4(), judging)

    @_happens.register
    async def _(self, event: told.Wasted, story: told.Story) -> None:
        noted_ago = event.until_ago if event.until_ago is not None else event.ago
        viewer = self._on(story.lead, noted_ago)
        judging = assessments.Judging(
            what=event.what,
            verdict=Verdict.WASTE,
            waste_kind=event.kind,
            happened_on=self._day(event.ago),
            until=self._day(event.until_ago) if event.until_ago is not None else None,
            value_step=await self._step(viewer, event.step),
            team_view=event.team,
            person_view=event.person,
        )
        await assessments.assess(viewer, self.codes[story.alias], uuid4(), judging)

    @_happens.register
    async def _(self, event: told.Reviews, story: told.Story) -> None:
        viewer, code = self._on(story.lead, event.ago), self.codes[story.alias]
        held = reviews.Reviewing(
            held_on=viewer.today,
            person_part=event.part,
            voices={
                row: reviews.NewVoice(discipline, None, reading)
                for row, (discipline, reading) in enumerate(event.voices, start=1)
            },
            note=event.note,
            agreements={
                row: agreements.NewAgreement(what, who, self._day(due))
                for row, (what, who, due, _) in enumerate(event.agreed, start=1)
            },
        )
        review_id = await reviews.review(viewer, code, uuid4(), held)
        kept = await review_of(await case_for(viewer, code), review_id)
        became = {what: state for what, _, _, state in event.agreed}
        for agreement in kept.agreements:
            if became[agreement.what] is not AgreementState.OPEN:
                await agreements.close_agreement(viewer, code, agreement.id, became[agreement.what])

    @_happens.register
    async def _(self, event: told.Ends, story: told.Story) -> None:
        viewer = self._on(story.lead, event.ago)
        ending = endings.Ending(
            key=uuid4(),
            kind=event.kind,
            ended_on=viewer.today,
            interpretation=event.why,
            keeps_contact=event.keeps_contact,
            handed_to=event.handed_to,
        )
        await endings.end_case(viewer, self.codes[story.alias], ending)

    @staticmethod
    async def _step(viewer: Viewer, name: str) -> int | None:
        return next((step.id for step in await value_steps(viewer) if step.name == name), None)
