"""Releasing a story of a case for the board and others, and taking it back."""

from dataclasses import dataclass
from uuid import UUID

from tracker import clock
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.keeping import already_kept
from tracker.learning.queries import patterns
from tracker.learning.queries.extracts import story_of
from tracker.learning.rules.extracts import why_not_withdraw
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.evidence import Extract
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


@dataclass(frozen=True, slots=True)
class Telling:
    """A story of a case without who it is."""

    title: str
    story: str
    pattern: int | None = None


async def release_story(viewer: Viewer, code: str, key: UUID, told: Telling) -> int:
    """Release a story of a case that the viewer sees. Raises RuleBroken and NotFound."""
    async with writing():
        case = await case_for(viewer, code)
        if kept := await already_kept(viewer, Extract, key):
            return kept
        if told.pattern is not None and told.pattern not in await patterns.to_choose(viewer):
            raise RuleBroken("Kies een patroon uit de lijst.", "pattern")
        row = Extract(
            key=key,
            partnership=viewer.partnership_id,
            case=case.id,
            pattern=told.pattern,
            title=told.title,
            story=told.story,
            released_on=viewer.today,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "story released", Subject.EXTRACT, row.id, case=case.id)
        return int(row.id)


async def withdraw_story(viewer: Viewer, extract_id: int, reason: str) -> None:
    """Take a released story back: nobody but the team reads it any more. Raises RuleBroken and NotFound."""
    async with writing():
        story = await story_of(viewer, extract_id)
        must(why_not_withdraw(story.withdrawn_on, reason))
        await Extract.update(
            {Extract.withdrawn_on: viewer.today, Extract.withdrawn_reason: reason.strip()}
        ).where(Extract.id == story.id)
        await trail.record(viewer, "story withdrawn", Subject.EXTRACT, story.id)
