"""One value demand with its whole life, and the words and stars on it (C4)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.rules.demands import LEADS_TO, Step, state_on, words_on
from tracker.cases.rules.kinds import DemandChangeKind, DemandState, Fit, Perspective, Subject
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import CaseFile, DemandChange, StarRating, ValueDemand
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Change(Step):
    """A step with why, by whom, and when it was written down."""

    id: int = 0
    reason: str = ""
    author: str = ""
    author_id: int | None = None
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """A value demand as it stands, and the steps that led there, in order of time."""

    id: int
    place: int
    words: str
    theme: str
    state: DemandState
    named_on: date
    author: str
    steps: tuple[Change, ...]

    @property
    def version(self) -> str:
        return version_of(self.words, self.theme, self.named_on, [step.id for step in self.steps])

    @property
    def last_on(self) -> date:
        return self.steps[-1].on if self.steps else self.named_on

    @property
    def last_author(self) -> str:
        return self.steps[-1].author if self.steps else self.author

    @property
    def stands_since(self) -> date:
        """Since when it is open, or no longer."""
        return next((step.on for step in reversed(self.steps) if step.kind in LEADS_TO), self.named_on)

    def before_last_step(self) -> "Life":
        """The demand as it was until its last step."""
        *earlier, last = self.steps
        rewords = last.kind is DemandChangeKind.REWORDED
        return replace(
            self,
            words=last.former_words if rewords else self.words,
            state=state_on(last.on, earlier),
            steps=tuple(earlier),
        )

    def words_on(self, day: date) -> str:
        return words_on(day, self.words, self.steps)

    def state_on(self, day: date) -> DemandState:
        return state_on(day, self.steps)


@dataclass(frozen=True, slots=True)
class Rated:
    """What one star said about a demand; no stars when it was not spoken about."""

    reading_id: int
    on: date
    perspective: Perspective
    stars: int | None
    note: str
    fit: Fit | None
    disagreement: str


@dataclass(frozen=True, slots=True)
class FormerFacts:
    """What stood beside the words until somebody corrected it."""

    theme: str
    named_on: date
    corrected_by: str
    corrected_at: datetime
    reason: str


async def demand_of(case: Case, demand_id: int) -> Life:
    """A value demand of a case the viewer may see. Raises NotFound."""
    row = await (
        ValueDemand.select(
            ValueDemand.id,
            ValueDemand.place,
            ValueDemand.words,
            ValueDemand.theme,
            ValueDemand.state,
            ValueDemand.named_on,
            ValueDemand.author.name.as_alias("author_name"),
        )
        .where(ValueDemand.case == case.id, ValueDemand.id == demand_id)
        .first()
    )
    if row is None:
        raise NotFound
    return Life(
        id=row["id"],
        place=row["place"],
        words=row["words"],
        theme=row["theme"],
        state=DemandState(row["state"]),
        named_on=row["named_on"],
        author=row["author_name"] or "",
        steps=tuple(await _steps(demand_id)),
    )


async def demand_changed_by(case: Case, change_id: int) -> Life:
    """The demand behind one of its steps. Raises NotFound."""
    row = await (
        DemandChange.select(DemandChange.demand)
        .where(DemandChange.id == change_id, DemandChange.demand.case == case.id)
        .first()
    )
    if row is None:
        raise NotFound
    return await demand_of(case, row["demand"])


async def ratings_of(demand_id: int) -> list[Rated]:
    """What the stars said about a demand, latest first."""
    rows = await (
        StarRating.select(
            StarRating.reading,
            StarRating.reading.read_on.as_alias("read_on"),
            StarRating.reading.perspective.as_alias("perspective"),
            StarRating.stars,
            StarRating.note,
            StarRating.fit,
            StarRating.disagreement,
        )
        .where(StarRating.demand == demand_id)
        .order_by(StarRating.reading.read_on, StarRating.reading, ascending=False)
    )
    return [_rated(row) for row in rows]


async def former_facts(case: Case, demand_id: int) -> list[FormerFacts]:
    """Every former theme and day of a demand, latest first."""
    return [
        FormerFacts(
            theme=each.former["theme"],
            named_on=date.fromisoformat(each.former["named_on"]),
            corrected_by=each.author,
            corrected_at=each.corrected_at,
            reason=each.reason,
        )
        for each in await corrections_of(case, Subject.VALUE_DEMAND, demand_id)
    ]


async def themes_of(viewer: Viewer) -> list[str]:
    """The themes that the cases this viewer may see use already, by name."""
    seen = CaseFile.select(CaseFile.id).where(visible_to(viewer))
    rows = await (
        ValueDemand.select(ValueDemand.theme)
        .where(ValueDemand.theme != "", ValueDemand.case.is_in(seen))
        .group_by(ValueDemand.theme)
        .order_by(ValueDemand.theme)
    )
    return [row["theme"] for row in rows]


async def _steps(demand_id: int) -> list[Change]:
    rows = await (
        DemandChange.select(
            DemandChange.id,
            DemandChange.kind,
            DemandChange.changed_on,
            DemandChange.former_words,
            DemandChange.reason,
            DemandChange.author,
            DemandChange.author.name.as_alias("author_name"),
            DemandChange.written_at,
        )
        .where(DemandChange.demand == demand_id)
        .order_by(DemandChange.changed_on, DemandChange.id)
    )
    return [
        Change(
            kind=DemandChangeKind(row["kind"]),
            on=row["changed_on"],
            former_words=row["former_words"],
            id=row["id"],
            reason=row["reason"],
            author=row["author_name"] or "",
            author_id=row["author"],
            written_at=row["written_at"],
        )
        for row in rows
    ]


def _rated(row: dict[str, Any]) -> Rated:
    return Rated(
        reading_id=row["reading"],
        on=row["read_on"],
        perspective=Perspective(row["perspective"]),
        stars=row["stars"],
        note=row["note"],
        fit=Fit(row["fit"]) if row["fit"] else None,
        disagreement=row["disagreement"],
    )
