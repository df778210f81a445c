"""The versions of a purpose, and which of them held when (C2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.cases.queries.overview.line import PurposeVersion, line_of
from tracker.cases.queries.seen import Case
from tracker.cases.rules.versions import version_of
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Purposes:
    """Every version, in order of time."""

    versions: tuple[PurposeVersion, ...]

    @property
    def current(self) -> PurposeVersion | None:
        return self.versions[-1] if self.versions else None

    @property
    def last_written(self) -> PurposeVersion | None:
        """The version that was written last, also when it tells about an earlier day."""
        return max(self.versions, key=lambda version: version.id, default=None)

    @property
    def version(self) -> str:
        return mark_of(version.id for version in self.versions)

    def on(self, day: date) -> PurposeVersion | None:
        """The version that held on a day."""
        return next((version for version in reversed(self.versions) if version.since <= day), None)


def mark_of(ids: Iterable[int]) -> str:
    """A mark of the versions with these ids: it differs as soon as somebody writes another one."""
    return version_of(*sorted(ids))


async def purposes_of(viewer: Viewer, case: Case) -> Purposes:
    """What the case was and is for."""
    return Purposes((await line_of(viewer, case)).purposes)
