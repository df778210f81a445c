"""What became of the words that somebody wrote down: for the start page of whoever logged them (L14)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tracker.board.rules.kinds import ISSUE_STATE_NAMES, IssueKind, IssueState
from tracker.board.tables.issues import Issue
from tracker.learning.queries.sources import cases_seen
from tracker.learning.queries.threads import Knot
from tracker.learning.rules.initiatives import INITIATIVE_STATE_NAMES, InitiativeState
from tracker.learning.tables.initiatives import InitiativePattern
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer

SHOWN = 5
SET_IN_MOTION = (InitiativeState.STARTED, InitiativeState.STABLE, InitiativeState.SPREAD)
MOVED = (IssueState.TAKEN_UP, IssueState.ESCALATED, IssueState.SOLVED)


@dataclass(frozen=True, slots=True)
class Heard:
    """A failure demand somebody logged, and what came of its pattern; the person was not told yet."""

    id: int
    words: str
    observed: bool
    code: str
    name: str
    pattern_id: int
    pattern: str
    came: tuple[Knot, ...]


async def came_of_my_words(viewer: Viewer) -> list[Heard]:
    """The latest failure demands this viewer logged of which something came, while the person does not know.

    Only of cases the viewer may open; one per pattern, since it is the same news.
    """
    word: Any = Occurrence.failure_demand
    moved = InitiativePattern.select(InitiativePattern.pattern).where(
        InitiativePattern.initiative.state.is_in(list(SET_IN_MOTION))
    )
    asked = Issue.select(Issue.pattern).where(_openly(viewer), Issue.pattern.is_not_null())
    rows = await (
        Occurrence.select(
            word.id.as_alias("id"),
            word.words.as_alias("words"),
            word.observed.as_alias("observed"),
            Occurrence.case.code.as_alias("code"),
            Occurrence.case.alias.as_alias("alias"),
            Occurrence.pattern.id.as_alias("pattern"),
            Occurrence.pattern.name.as_alias("pattern_name"),
        )
        .where(
            Occurrence.partnership == viewer.partnership_id,
            Occurrence.case.is_in(cases_seen(viewer)),
            word.author == viewer.person_id,
            word.told_on.is_null(),
        )
        .where(Occurrence.pattern.is_in(moved) | Occurrence.pattern.is_in(asked))
        .order_by(word.heard_on, word.id, ascending=False)
        .limit(SHOWN * 4)
    )
    latest = list({row["pattern"]: row for row in reversed(rows)}.values())[::-1][:SHOWN]
    if not latest:
        return []
    came = await _came_of(viewer, [row["pattern"] for row in latest])
    return [
        Heard(
            id=row["id"],
            words=row["words"],
            observed=row["observed"],
            code=row["code"],
            name=row["alias"] or row["code"],
            pattern_id=row["pattern"],
            pattern=row["pattern_name"],
            came=tuple(came[row["pattern"]]),
        )
        for row in latest
    ]


async def _came_of(viewer: Viewer, patterns: Iterable[int]) -> dict[int, list[Knot]]:
    wanted = sorted(patterns)
    initiative: Any = InitiativePattern.initiative
    tried = await (
        InitiativePattern.select(
            InitiativePattern.pattern, initiative.id, initiative.number, initiative.name, initiative.state
        )
        .where(InitiativePattern.pattern.is_in(wanted), initiative.state.is_in(list(SET_IN_MOTION)))
        .order_by(initiative.id)
    )
    issues = await (
        Issue.select(Issue.pattern, Issue.id, Issue.number, Issue.title, Issue.state)
        .where(_openly(viewer), Issue.pattern.is_in(wanted))
        .order_by(Issue.id)
    )
    came: dict[int, list[Knot]] = defaultdict(list)
    for row in tried:
        state = INITIATIVE_STATE_NAMES[InitiativeState(row["initiative.state"])]
        came[row["pattern"]].append(
            Knot(
                row["initiative.name"],
                f"Initiatief I{row['initiative.number']}, {state}",
                "initiatives.show",
                {"initiative_id": row["initiative.id"]},
            )
        )
    for row in issues:
        state = ISSUE_STATE_NAMES[IssueState(row["state"])]
        came[row["pattern"]].append(
            Knot(row["title"], f"Kwestie K{row['number']}, {state}", "issues.show", {"issue_id": row["id"]})
        )
    return came


def _openly(viewer: Viewer) -> Any:
    """The issues of this partnership that moved and that everyone in it may read."""
    return (
        (Issue.partnership == viewer.partnership_id)
        & (Issue.kind != IssueKind.CONFLICT)
        & Issue.state.is_in(list(MOVED))
    )
