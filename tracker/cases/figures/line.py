"""The progress line of a case (C3)."""

from datetime import date

from tracker.cases.queries.overview.line import Line
from tracker.pictures.pen import Picture
from tracker.pictures.progress import Mark, Point, progress


def progress_line(line: Line, until: date) -> Picture | None:
    """Every score with its number, and a mark where the purpose changed; None without a score."""
    points = [Point(on=score.on, score=score.score, number=score.number) for score in line.scores]
    marks = [Mark(on=purpose.since, label="nieuwe bedoeling") for purpose in line.purposes[1:]]
    return progress(points, marks, until=until)
