"""Stories of cases that the team released, told without who it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.pages import SIZE, Shown
from tracker.cases.queries.seen import Case
from tracker.learning.queries.openable import openable
from tracker.learning.queries.telling import aliases_seen
from tracker.learning.tables.evidence import Extract
from tracker.partnership.queries.people import roles_held
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Story:
    """A released story; `code` only for who sees the case it came from."""

    id: int
    title: str
    story: str
    released_on: date
    withdrawn_on: date | None
    withdrawn_reason: str
    pattern_id: int | None
    pattern: str
    code: str

    @property
    def reading_time(self) -> int:
        """Whole minutes at 200 words a minute, at least one."""
        return max(1, -(-len(self.story.split()) // 200))


async def stories(viewer: Viewer, page: int = 1) -> Shown[Story]:
    """One page of the stories that stand, latest first; a worker also sees those that were taken back."""
    total = await Extract.count().where(*_standing(viewer))
    rows = await (
        _select(*_standing(viewer))
        .order_by(Extract.released_on, Extract.id, ascending=False)
        .limit(SIZE)
        .offset((max(page, 1) - 1) * SIZE)
    )
    return Shown(await _told(viewer, rows), total, max(page, 1))


async def story_of(viewer: Viewer, extract_id: int) -> Story:
    """One story. Raises NotFound, also once it was taken back for who does not work on cases."""
    rows = await _select(*_standing(viewer), Extract.id == extract_id)
    if not rows:
        raise NotFound
    return (await _told(viewer, rows))[0]


async def stories_of_case(viewer: Viewer, case: Case) -> tuple[Story, ...]:
    """The stories that came from a case and still stand, latest first."""
    where = (*_standing(viewer), Extract.case == case.id, Extract.withdrawn_on.is_null())
    rows = await _select(*where).order_by(Extract.id, ascending=False)
    return await _told(viewer, rows)


async def telling_words_of(viewer: Viewer, case: Case) -> dict[str, str]:
    """Words by which somebody could be recognised in a story of this case, with what each of them is."""
    names = dict.fromkeys((held.name for held in await roles_held(viewer)), "naam van een collega")
    own = {case.code: "casuscode", case.municipality: "gemeente van deze casus"}
    return {**names, **await aliases_seen(viewer), **{word: what for word, what in own.items() if word}}


def _standing(viewer: Viewer) -> tuple[Any, ...]:
    own = Extract.partnership == viewer.partnership_id
    return (own,) if viewer.works_on_cases else (own, Extract.withdrawn_on.is_null())


def _select(*where: Any) -> Any:
    return Extract.select(
        Extract.id,
        Extract.title,
        Extract.story,
        Extract.released_on,
        Extract.withdrawn_on,
        Extract.withdrawn_reason,
        Extract.pattern,
        Extract.pattern.name.as_alias("pattern_name"),
        Extract.case,
    ).where(*where)


async def _told(viewer: Viewer, rows: list[dict[str, Any]]) -> tuple[Story, ...]:
    seen = await openable(viewer, [row["case"] for row in rows if row["case"]])
    return tuple(
        Story(
            id=row["id"],
            title=row["title"],
            story=row["story"],
            released_on=row["released_on"],
            withdrawn_on=row["withdrawn_on"],
            withdrawn_reason=row["withdrawn_reason"],
            pattern_id=row["pattern"],
            pattern=row["pattern_name"] or "",
            code=seen[row["case"]].code if row["case"] in seen else "",
        )
        for row in rows
    )
