"""What a workbook says about issues: each comes in as a new one, with what was said of it so far (C18, B10).

Whoever a workbook names, nobody here becomes responsible by it: a board member takes the issue up.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID, uuid5

from tracker import clock
from tracker.board.actions.issues import next_number
from tracker.board.queries.issues import issues_where
from tracker.board.rules.bringing_in import dated, kind_in, number_in
from tracker.board.rules.kinds import Circle, IssueKind, IssueState, StepKind, Subject
from tracker.board.tables.issues import Issue as IssueTable
from tracker.board.tables.issues import IssueReader, IssueStep
from tracker.database import one_at_a_time
from tracker.learning.exchange.issues import IssueRow
from tracker.learning.queries.telling import aliases_seen
from tracker.learning.rules.recognising import codes_in, recognised
from tracker.partnership import trail
from tracker.partnership.queries.colleagues import who_stands_behind
from tracker.partnership.queries.people import people_today
from tracker.partnership.rules.roles import Viewer

NEW = "nieuw"
UNNAMED = "[een casus]"


async def keep_issues(viewer: Viewer, rows: Sequence[tuple[UUID, IssueRow]]) -> Sequence[int | None]:
    """Raise an issue for each row whose title is not there yet; the id of each, theirs or ours.

    Where nobody coordinates yet there is nobody to raise one: those rows wait for a next time.
    """
    behind = await who_stands_behind(viewer)
    if behind is None:
        return [None] * len(rows)
    await one_at_a_time("issues", viewer.partnership_id or 0)
    standing = await issues_where(viewer)
    by_title = {issue.title.casefold(): issue.id for issue in standing}
    taken = await _numbers(viewer)
    people = {name.casefold(): person for person, name in await people_today(viewer)}
    aliases = await aliases_seen(viewer)
    kept: list[int | None] = []
    for key, row in rows:
        made = by_title.get(row.title.casefold())
        if made is None:
            number = number_in(row.number)
            number = number if number and number not in taken else await next_number(viewer)
            taken.add(number)
            made = await _raise(viewer, key, _unnamed(viewer, row, aliases), number, people, behind)
            by_title[row.title.casefold()] = made
        kept.append(made)
    return kept


async def _raise(
    viewer: Viewer, key: UUID, row: IssueRow, number: int, people: Mapping[str, int], behind: int
) -> int:
    """`behind` raises what names nobody of here."""
    raiser = people.get(row.carries.casefold())
    on = date.fromisoformat(row.raised) if row.raised else viewer.today
    kind = kind_in(row.kind)
    issue = IssueTable(
        key=key,
        partnership=viewer.partnership_id,
        number=number,
        circle=Circle.TEAM,
        kind=kind or IssueKind.RULES,
        title=row.title,
        situation=row.title,
        why_not_team=row.why_not_team,
        raised_by=raiser or behind,
        raised_on=on,
        state=IssueState.NEW,
        written_at=clock.now(),
    )
    await issue.save()
    if kind is IssueKind.CONFLICT:
        named = sorted({behind, raiser or behind})
        await IssueReader.insert(*(IssueReader(issue=issue.id, person=each) for each in named))
    await _step(key, issue.id, StepKind.RAISED, on, "", raiser or behind)
    heard = dated(row.feedback)
    if heard and on <= heard[0] <= viewer.today:
        await _step(key, issue.id, StepKind.FED_BACK, heard[0], heard[1], None)
    told = {
        "Stand": "" if row.state.casefold() == NEW else row.state,
        "Terugkoppeling": "" if heard else row.feedback,
        "Wie draagt": "" if raiser else row.carries,
        "Soort": "" if kind else row.kind,
    }
    if said := [f"{label}: {text}" for label, text in told.items() if text]:
        text = "\n".join(["Uit onze werkmap.", *said])
        await _step(key, issue.id, StepKind.RAISED_AGAIN, viewer.today, text, viewer.person_id or None)
    await trail.record(viewer, "issue brought in", Subject.ISSUE, issue.id)
    return int(issue.id)


async def _step(key: UUID, issue: int, kind: StepKind, on: date, text: str, author: int | None) -> None:
    step = IssueStep(
        key=uuid5(key, kind),
        issue=issue,
        kind=kind,
        happened_on=on,
        text=text,
        author=author,
        written_at=clock.now(),
    )
    await step.save()


async def _numbers(viewer: Viewer) -> set[int]:
    rows = await IssueTable.select(IssueTable.number).where(IssueTable.partnership == viewer.partnership_id)
    return {row["number"] for row in rows}


def _unnamed(viewer: Viewer, row: IssueRow, aliases: Mapping[str, str]) -> IssueRow:
    """The row without codes and aliases of cases: what the board reads names none (law 3)."""

    def told(text: str) -> str:
        for word in (*codes_in(text, viewer.code_prefix), *recognised(text, aliases)):
            text = text.replace(word, UNNAMED)
        return text

    return IssueRow(
        number=row.number,
        title=told(row.title),
        raised=row.raised,
        why_not_team=told(row.why_not_team),
        carries=row.carries,
        kind=row.kind,
        state=told(row.state),
        feedback=told(row.feedback),
    )
