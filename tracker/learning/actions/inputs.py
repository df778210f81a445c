"""Recording input from outside, and what cases show about it (L15)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.queries.seen import case_for
from tracker.cases.rules.refusals import must
from tracker.database import writing
from tracker.learning.actions.keeping import already_kept
from tracker.learning.queries import patterns
from tracker.learning.queries.inputs import input_of
from tracker.learning.rules.extracts import why_not_receive
from tracker.learning.rules.kinds import Source, Subject
from tracker.learning.tables.evidence import ExternalInput, InputCase
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


@dataclass(frozen=True, slots=True)
class Receiving:
    """What came from outside, from whom and when."""

    source: Source
    from_whom: str
    received_on: date
    text: str


async def receive_input(viewer: Viewer, key: UUID, received: Receiving) -> int:
    """Record input from outside; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        if kept := await already_kept(viewer, ExternalInput, key):
            return kept
        must(why_not_receive(received.received_on, viewer.today))
        row = ExternalInput(
            key=key,
            partnership=viewer.partnership_id,
            source=received.source,
            from_whom=received.from_whom,
            received_on=received.received_on,
            text=received.text,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await trail.record(viewer, "input received", Subject.EXTERNAL_INPUT, row.id)
        return int(row.id)


async def find_in_case(
    viewer: Viewer, input_id: int, code: str, key: UUID, finding: str, pattern: int | None = None
) -> int:
    """Note what a case shows about the input; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        received, case = await input_of(viewer, input_id), await case_for(viewer, code)
        row = await (
            InputCase.select(InputCase.id).where(InputCase.key == key, InputCase.input == received.id).first()
        )
        if row:
            return int(row["id"])
        if pattern is not None and pattern not in await patterns.to_choose(viewer):
            raise RuleBroken("Kies een patroon uit de lijst.", "pattern")
        found = InputCase(
            key=key,
            input=received.id,
            case=case.id,
            finding=finding,
            pattern=pattern,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await found.save()
        await trail.record(viewer, "input looked for", Subject.EXTERNAL_INPUT, received.id, case=case.id)
        return int(found.id)
