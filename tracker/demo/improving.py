"""Telling what a partnership tried, with the acts its people would have done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.demo.stories.improving import (
    ANSWERS,
    ELSEWHERE,
    INITIATIVES,
    Answers,
    Remarks,
    Tried,
    Tries,
)
from tracker.learning.actions import initiatives as acts
from tracker.learning.actions import iterations, offers
from tracker.learning.actions.causes import Naming, name_cause
from tracker.learning.actions.iterations import Ending
from tracker.learning.actions.patterns import NewPattern, make_pattern
from tracker.learning.actions.remarks import remark
from tracker.learning.queries.patterns import to_choose
from tracker.learning.rules.initiatives import Gate
from tracker.learning.rules.kinds import CauseKind, PatternKind, Subject
from tracker.partnership.rules.roles import Viewer

MORNING = time(9, 15)


async def tell_initiatives(here: dict[str, Viewer], there: dict[str, Viewer], today: date) -> None:
    """What was tried here and in the other partnership, and what each says of the other, oldest first."""
    teller = InitiativeTeller(today)
    await teller.prepare(there["Lien"])
    for told in INITIATIVES:
        await teller.tell(here, told)
    for told in ELSEWHERE:
        await teller.tell(there, told)
    for answered in ANSWERS:
        await teller.answer(there, answered)


class InitiativeTeller:
    """Tells initiatives; `made` holds the id of each by its name."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.made: dict[str, int] = {}

    async def prepare(self, viewer: Viewer) -> None:
        """The pattern of the other partnership, of which the words are not told."""
        with clock.at(self._moment(130)):
            who = self._on(viewer, 130)
            pattern = await make_pattern(
                who, uuid4(), NewPattern(PatternKind.FAILURE_DEMAND, "Een beslissing die niemand uitlegt")
            )
            why = "De brief vertrekt vanzelf, het gesprek moet iemand plannen."
            await name_cause(who, uuid4(), pattern, Naming(CauseKind.MISMATCH, why))

    async def tell(self, people: dict[str, Viewer], told: Tries) -> None:
        """One initiative, as far as it came."""
        who = people[told.carriers[0]]
        with clock.at(self._moment(told.ago)):
            viewer = self._on(who, told.ago)
            patterns = {name: key for key, name in (await to_choose(viewer)).items()}
            carriers = frozenset(people[name].person_id for name in told.carriers)
            new = acts.NewInitiative(told.name, patterns[told.pattern], carriers)
            made = self.made[told.name] = await acts.make(viewer, uuid4(), new)
            for part, said in told.parts.items():
                finished = part not in told.unfinished
                await acts.fill(viewer, made, part, said, finished=finished)
        for remarked in told.remarks:
            await self._remark(people, made, remarked)
        if told.ready is not None:
            with clock.at(self._moment(told.ready)):
                await acts.ready(self._on(who, told.ready), made)
                if told.summary:
                    await offers.offer(self._on(who, told.ready), made, told.summary)
        if told.started is not None:
            await self._start(who, made, told)
        for number, tried in enumerate(told.iterations, 1):
            await self._try(people, made, number, tried)
        await self._end(who, made, told)

    async def answer(self, people: dict[str, Viewer], answered: Answers) -> None:
        """What another partnership answers, and whether it takes it along."""
        with clock.at(self._moment(answered.ago)):
            viewer = self._on(people[answered.who], answered.ago)
            offered = self.made[answered.name]
            await offers.answer(viewer, offered, answered.answer, answered.remark)
            if answered.adoption:
                await offers.adopt(viewer, offered, uuid4(), answered.adoption)

    async def _start(self, who: Viewer, made: int, told: Tries) -> None:
        with clock.at(self._moment(told.started or 0)):
            viewer = self._on(who, told.started or 0)
            decided = viewer.today - timedelta(days=7)
            gate = Gate(decided_on=decided, by_consent=True, on_agenda=True, offered=True)
            await acts.start(viewer, made, gate)

    async def _try(self, people: dict[str, Viewer], made: int, number: int, tried: Tried) -> None:
        with clock.at(self._moment(tried.planned)):
            viewer = self._on(people[tried.who], tried.planned)
            plan = replace(
                tried.plan,
                led_by=viewer.person_id,
                until=self.today - timedelta(days=tried.until) if tried.until is not None else None,
            )
            await iterations.plan(viewer, made, uuid4(), plan)
            if tried.begun:
                await iterations.begin(viewer, made, number)
                await iterations.note(viewer, made, number, tried.seen)
        if tried.ended is not None:
            with clock.at(self._moment(tried.ended)):
                viewer = self._on(people[tried.who], tried.ended)
                ending = Ending(tried.outcome, viewer.today, tried.follow_up, tried.seen)
                await iterations.end(viewer, made, number, ending)

    async def _end(self, who: Viewer, made: int, told: Tries) -> None:
        if told.stable:
            with clock.at(self._moment(told.stable.ago)):
                await acts.call_stable(self._on(who, told.stable.ago), made, told.stable.text)
        if told.spread:
            with clock.at(self._moment(told.spread.ago)):
                await acts.spread(self._on(who, told.spread.ago), made, told.spread.text)
        for seen in told.observed:
            with clock.at(self._moment(seen.ago)):
                viewer = self._on(who, seen.ago)
                await acts.observe(viewer, made, uuid4(), seen.text, viewer.today)
        if told.stopped:
            with clock.at(self._moment(told.stopped.ago)):
                await acts.abandon(self._on(who, told.stopped.ago), made, told.stopped.text)
        if told.back:
            with clock.at(self._moment(told.back.ago)):
                await acts.back_to_case(self._on(who, told.back.ago), made, told.back.text)

    async def _remark(self, people: dict[str, Viewer], made: int, said: Remarks) -> None:
        with clock.at(self._moment(said.ago)):
            await remark(self._on(people[said.who], said.ago), Subject.INITIATIVE, made, uuid4(), said.text)

    def _moment(self, ago: int) -> datetime:
        return datetime.combine(self.today - timedelta(days=ago), MORNING, tzinfo=UTC)

    def _on(self, viewer: Viewer, ago: int) -> Viewer:
        return replace(viewer, today=self.today - timedelta(days=ago))
