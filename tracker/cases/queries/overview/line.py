"""The line of a case: its scores with their interpretations, and the purposes along it (C2, C3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.overview.validated import Checked, checked, last_validation
from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Subject
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import ProgressScore
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class PurposeVersion:
    """What the purpose said, since when, and how it fits the partnership's purpose of that time."""

    id: int
    words: str
    since: date
    reason: str
    fit: str
    outside: bool
    central: str
    author: str
    checked: Checked


@dataclass(frozen=True, slots=True)
class Score:
    """A score with its interpretation; `number` is its place in time, from 1."""

    id: int
    number: int
    on: date
    score: int
    interpretation: str
    author: str
    checked: Checked

    @property
    def version(self) -> str:
        return version_of(self.on, self.score, self.interpretation)


@dataclass(frozen=True, slots=True)
class Line:
    """Purposes and scores, each in order of time."""

    purposes: tuple[PurposeVersion, ...]
    scores: tuple[Score, ...]

    @property
    def purpose(self) -> PurposeVersion | None:
        return self.purposes[-1] if self.purposes else None

    @property
    def former_purposes(self) -> tuple[PurposeVersion, ...]:
        """Latest first."""
        return self.purposes[-2::-1]

    @property
    def latest(self) -> Score | None:
        return self.scores[-1] if self.scores else None


LINE = f"""
    SELECT s.scored_on AS day, s.id, s.interpretation AS words, s.score, '' AS reason, '' AS fit,
           FALSE AS outside, '' AS central, COALESCE(p.name, s.author_name) AS author,
           v.answer, v.validated_on
      FROM progress_score s
      LEFT JOIN person p ON p.id = s.author
      {last_validation(Subject.SCORE, "s")}
     WHERE s."case" = {{}}
    UNION ALL
    SELECT s.since, s.id, s.words, NULL, s.reason, s.fit,
           s.outside, w.text, COALESCE(p.name, s.author_name),
           v.answer, v.validated_on
      FROM purpose s
      LEFT JOIN person p ON p.id = s.author
      LEFT JOIN wording w ON w.id = s.central
      {last_validation(Subject.PURPOSE, "s")}
     WHERE s."case" = {{}}
     ORDER BY 1, 2
"""


async def line_of(viewer: Viewer, case: Case) -> Line:
    """Every score and every version of the purpose."""
    rows = await ProgressScore.raw(LINE, case.id, case.id)
    scores = [row for row in rows if row["score"] is not None]
    return Line(
        purposes=tuple(_purpose(row) for row in rows if row["score"] is None),
        scores=tuple(_score(number, row) for number, row in enumerate(scores, start=1)),
    )


def _score(number: int, row: dict[str, Any]) -> Score:
    return Score(
        id=row["id"],
        number=number,
        on=row["day"],
        score=row["score"],
        interpretation=row["words"],
        author=row["author"],
        checked=checked(row),
    )


def _purpose(row: dict[str, Any]) -> PurposeVersion:
    return PurposeVersion(
        id=row["id"],
        words=row["words"],
        since=row["day"],
        reason=row["reason"],
        fit=row["fit"],
        outside=bool(row["outside"]),
        central=row["central"] or "",
        author=row["author"],
        checked=checked(row),
    )
