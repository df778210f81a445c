"""The proposals of a partnership: what waits for the viewer first, then by stage."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.board.rules.evaluations import comes_up
from tracker.board.rules.kinds import Circle, DecisionForm, Stage
from tracker.board.rules.proposals import code_of
from tracker.board.tables.proposals import Proposal
from tracker.partnership.rules.roles import Viewer

UNDER_WAY = (Stage.ROUND, Stage.OPINION, Stage.PICTURE)
AGREED = (Stage.DECIDED,)
OVER = (Stage.ENDED, Stage.WITHDRAWN, Stage.SENT_BACK)
MOST_OVER = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """A proposal in a list. `waits`: an open round in which this viewer is present and said nothing yet."""

    id: int
    number: int
    circle: Circle
    title: str
    form: DecisionForm
    stage: Stage
    proposer: str
    facilitator: str
    leads: bool
    review_on: date | None
    remind_on: date | None
    round: int | None
    waits: bool
    comes_up: bool

    @property
    def code(self) -> str:
        return code_of(self.number)


@dataclass(frozen=True, slots=True)
class Proposals:
    """All of them, each in one place."""

    waiting: tuple[Listed, ...]
    to_review: tuple[Listed, ...]
    under_way: tuple[Listed, ...]
    agreed: tuple[Listed, ...]
    over: tuple[Listed, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.waiting or self.to_review or self.under_way or self.agreed or self.over)


async def proposals_of(viewer: Viewer) -> Proposals:
    """The proposals of the viewer's partnership; one query."""
    rows = [_listed(row, viewer) for row in await _rows(viewer)]
    waiting = [row for row in rows if row.waits]
    rest = [row for row in rows if not row.waits]
    to_review = [row for row in rest if row.comes_up]
    return Proposals(
        waiting=tuple(waiting),
        to_review=tuple(sorted(to_review, key=_by_review)),
        under_way=tuple(sorted(_in(rest, UNDER_WAY), key=lambda row: UNDER_WAY.index(row.stage))),
        agreed=tuple(sorted(_in([r for r in rest if not r.comes_up], AGREED), key=_by_review)),
        over=tuple(_in(rest, OVER))[:MOST_OVER],
    )


async def waiting_for(viewer: Viewer) -> tuple[Listed, ...]:
    """The open rounds that wait for the viewer's answer, for a start page."""
    return (await proposals_of(viewer)).waiting


async def proposals_about(viewer: Viewer, initiative_id: int) -> tuple[Listed, ...]:
    """The proposals about one initiative, in the order in which they came in."""
    rows = await _rows(viewer, "AND p.initiative = {}", initiative_id)
    return tuple(_listed(row, viewer) for row in reversed(rows))


def _in(rows: Iterable[Listed], stages: tuple[Stage, ...]) -> list[Listed]:
    return [row for row in rows if row.stage in stages]


def _by_review(row: Listed) -> tuple[bool, date, int]:
    return (row.review_on is None, row.review_on or date.max, row.id)


async def _rows(viewer: Viewer, also: str = "", *values: object) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await Proposal.raw(
        f"""
        SELECT p.id, p.number, p.circle, p.title, p.form, p.stage, p.review_on, p.remind_on, p.facilitator,
               pr.name AS proposer_name, fa.name AS facilitator_name, r.number AS round_number,
               EXISTS (SELECT 1 FROM seat s WHERE s.round = r.id AND s.person = {{}} AND s.present
                       AND s.stepped_out_at IS NULL AND s.answer = '') AS waits
          FROM proposal p
          JOIN person pr ON pr.id = p.proposer
          LEFT JOIN person fa ON fa.id = p.facilitator
          LEFT JOIN round r ON r.proposal = p.id AND r.state = 'open'
         WHERE p.partnership = {{}} {also}
         ORDER BY p.id DESC
        """,
        viewer.person_id,
        viewer.partnership_id,
        *values,
    )
    return rows


def _listed(row: dict[str, Any], viewer: Viewer) -> Listed:
    stage = Stage(row["stage"])
    return Listed(
        id=row["id"],
        number=row["number"],
        circle=Circle(row["circle"]),
        title=row["title"],
        form=DecisionForm(row["form"]),
        stage=stage,
        proposer=row["proposer_name"],
        facilitator=row["facilitator_name"] or "",
        leads=row["facilitator"] == viewer.person_id,
        review_on=row["review_on"],
        remind_on=row["remind_on"],
        round=row["round_number"],
        waits=bool(row["waits"]),
        comes_up=stage is Stage.DECIDED and comes_up(row["review_on"], viewer.today),
    )
