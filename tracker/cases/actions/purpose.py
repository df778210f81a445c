"""Writing the purpose of a case anew; what it said before stays readable (C2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import keep_up
from tracker.cases.actions.validations import validate_along
from tracker.cases.queries.overview.line import PurposeVersion
from tracker.cases.queries.purpose import Purposes, purposes_of
from tracker.cases.rules.kinds import Subject, Validated
from tracker.cases.rules.purpose import why_not_reword
from tracker.cases.rules.refusals import must
from tracker.cases.tables import Purpose
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict


@dataclass(frozen=True, slots=True)
class Rewording:
    """New words, since when and why; how they fit the partnership's purpose, or that they fall outside it."""

    words: str
    since: date
    reason: str = ""
    fit: str = ""
    outside: bool = False
    discussed: Validated = Validated.NO
    how: str = ""

    def differs_from(self, former: PurposeVersion | None) -> bool:
        return former is None or (self.words, self.fit, self.outside) != (
            former.words,
            former.fit,
            former.outside,
        )


async def reword_purpose(viewer: Viewer, code: str, key: UUID, wanted: Rewording, *, version: str) -> int:
    """Keep a new version of the purpose and return its id; the same key again returns the same id.

    Raises RuleBroken, and Conflict when somebody else wrote another version in the meantime.
    """
    async with writing():
        case = await case_alone(viewer, code)
        if already := await already_noted(Purpose, case, key):
            return already
        must_run(case)
        purposes = await purposes_of(viewer, case)
        if version != purposes.version:
            raise _conflict(purposes)
        former = purposes.on(wanted.since)
        must(
            why_not_reword(
                changed=wanted.differs_from(former),
                has_former=former is not None,
                reason=wanted.reason,
                since=wanted.since,
                started_on=case.started_on,
                today=viewer.today,
            )
        )
        central = (await own_words(viewer, WordingKind.PURPOSE)).on(WordingKind.PURPOSE, wanted.since)
        row = Purpose(
            key=key,
            case=case.id,
            words=wanted.words,
            since=wanted.since,
            reason=wanted.reason,
            fit=wanted.fit,
            outside=wanted.outside,
            central=central.id if central else None,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await keep_up(case.id)
        await trail.record(viewer, "reworded", Subject.PURPOSE, row.id, case=case.id)
        await validate_along(
            viewer, case, Subject.PURPOSE, row.id, wanted.discussed, wanted.how, wanted.since
        )
        return int(row.id)


def _conflict(purposes: Purposes) -> Conflict:
    last = purposes.last_written
    theirs = {"words": last.words if last else "", "version": purposes.version}
    return Conflict(theirs, last.author if last else None)
