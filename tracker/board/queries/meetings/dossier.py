"""What to read before a meeting: as it was sent, and what came after (B13)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from tracker.board.queries.meetings.one import Item, Meeting
from tracker.board.rules.kinds import ISSUE_STATE_NAMES, PURPOSE_NAMES, IssueState, Purpose
from tracker.board.rules.meetings.dossier import Beside, Dossier, Section
from tracker.board.tables.issues import Issue
from tracker.board.tables.meetings import Meeting as MeetingRow
from tracker.board.tables.proposals import Evaluation, Proposal, ProposalVersion
from tracker.learning.queries.initiatives import initiative_for
from tracker.learning.queries.patterns import pattern_for
from tracker.learning.rules.recognising import without_codes
from tracker.learning.rules.small_counts import LESS
from tracker.learning.tables.evidence import Extract
from tracker.partnership.rules.roles import Viewer
from tracker.web.filters import date_long

SHORTEST_STORY = "Eén verhaal"
TAKEN_BACK = "Het team nam dit verhaal terug."


@dataclass(frozen=True, slots=True)
class ToRead:
    """A dossier for a reader; `after` is what was added or changed on the agenda since it was sent."""

    dossier: Dossier
    sent_at: datetime | None
    after: Sequence[Section]

    @property
    def sections(self) -> tuple[Section, ...]:
        return (*self.dossier.sections, *self.after)


async def to_read(viewer: Viewer, meeting: Meeting) -> ToRead:
    """What this viewer reads before a meeting."""
    sent = await sent_dossier(viewer, meeting)
    if sent is None:
        return ToRead(await prepared_dossier(viewer, meeting), None, ())
    late = [item for item in meeting.items if item.added_after or item.changed_after]
    return ToRead(sent, meeting.sent_at, await _sections(viewer, late))


async def sent_dossier(viewer: Viewer, meeting: Meeting) -> Dossier | None:
    """The dossier as it was sent, without stories that were taken back since; None before it was sent."""
    if meeting.sent_at is None:
        return None
    row = await MeetingRow.select(MeetingRow.dossier).where(MeetingRow.id == meeting.id).first()
    if not row or not row["dossier"]:
        return None
    return await _without_taken_back(viewer, TypeAdapter(Dossier).validate_json(row["dossier"]))


async def prepared_dossier(viewer: Viewer, meeting: Meeting) -> Dossier:
    """The dossier as the agenda makes it now, the same for every reader: no word of a case is in it."""
    return Dossier(meeting.kind, meeting.held_on, await _sections(viewer, meeting.items))


async def _sections(viewer: Viewer, items: Sequence[Item]) -> list[Section]:
    made = [await _section(viewer, item) for item in items]
    return [_without_codes(viewer, section) for section in made if section]


async def _section(viewer: Viewer, item: Item) -> Section | None:
    head = Section(
        item_id=item.id,
        name="Punt",
        purpose=PURPOSE_NAMES[item.purpose],
        title=_without_code(item),
        short=_without_code(item),
        asked=item.note,
    )
    if item.issue_id:
        return await _of_issue(viewer, item, head)
    if item.initiative_id:
        return await _of_initiative(viewer, item, head)
    if item.proposal_id:
        return await _of_proposal(item, head)
    if item.extract_id:
        return await _of_story(item, head)
    return head if item.note else None


async def _of_issue(viewer: Viewer, item: Item, head: Section) -> Section:
    row = await (
        Issue.select(
            Issue.title,
            Issue.situation,
            Issue.why_not_team,
            Issue.tried,
            Issue.pattern,
            Issue.raised_on,
            Issue.raised_by.name.as_alias("raised_by_name"),
            Issue.owner.name.as_alias("owner_name"),
            Issue.state,
            Issue.fed_back_on,
        )
        .where(Issue.id == item.issue_id)
        .first()
    )
    if row is None:
        return head
    state = IssueState(row["state"])
    facts = [
        ("Ingebracht", f"{date_long(row['raised_on'])}, door {row['raised_by_name']}"),
        ("Stand", ISSUE_STATE_NAMES[state] + (f", {row['owner_name']}" if row["owner_name"] else "")),
        ("Laatste bericht", date_long(row["fed_back_on"]) if row["fed_back_on"] else ""),
        ("Al geprobeerd", row["tried"]),
        ("Waarom niet het team", row["why_not_team"]),
        ("Patroon erachter", await _pattern(viewer, row["pattern"])),
    ]
    asked = head.asked or ("Wie van ons neemt dit op?" if state is IssueState.NEW else "")
    return replace(
        head,
        name=f"Kwestie {item.code}",
        text=row["situation"],
        facts=[(name, said) for name, said in facts if said],
        asked=asked,
    )


async def _pattern(viewer: Viewer, pattern_id: int | None) -> str:
    """The pattern with in how many cases, as everybody may read it."""
    if pattern_id is None:
        return ""
    pattern = await pattern_for(viewer, pattern_id)
    cases = LESS if pattern.count.is_small else str(pattern.count.cases)
    return f"{pattern.name}, in {cases} casussen"


async def _of_initiative(viewer: Viewer, item: Item, head: Section) -> Section:
    initiative = await initiative_for(viewer, item.initiative_id or 0)
    last = initiative.iterations[-1] if initiative.iterations else None
    patterns = ", ".join(pattern.name for pattern in initiative.patterns)
    decided = date_long(initiative.decided_on) if initiative.decided_on else ""
    facts = [
        ("Tegen het patroon", patterns),
        ("Het team besliste", decided),
        ("Waarom dit zou werken", initiative.why_it_works),
        ("Eerste kleine groep", initiative.small_group if not last else ""),
    ]
    beside = (
        Beside("Voorspeld", last.prediction, "Gezien tot nu", last.seen or "nog niets genoteerd")
        if last
        else None
    )
    return replace(
        head,
        name=f"Verbeterinitiatief {item.code}",
        text=initiative.better_process or initiative.summary,
        facts=[(name, said) for name, said in facts if said],
        beside=beside,
    )


async def _of_proposal(item: Item, head: Section) -> Section:
    row = (
        await Proposal.select(Proposal.driver, Proposal.review_on)
        .where(Proposal.id == item.proposal_id)
        .first()
    )
    version = await (
        ProposalVersion.select(
            ProposalVersion.text,
            ProposalVersion.who_does_what,
            ProposalVersion.expected,
            ProposalVersion.criteria,
        )
        .where(ProposalVersion.proposal == item.proposal_id)
        .order_by(ProposalVersion.number, ascending=False)
        .first()
    )
    if row is None or version is None:
        return head
    facts: list[tuple[str, str]] = [
        ("Aanleiding", row["driver"]),
        ("Wie doet wat", version["who_does_what"]),
        ("Waar we naar kijken", version["criteria"]),
    ]
    beside = None
    if item.purpose is Purpose.REVIEW:
        seen = await (
            Evaluation.select(Evaluation.seen)
            .where(Evaluation.proposal == item.proposal_id)
            .order_by(Evaluation.held_on, Evaluation.id, ascending=False)
            .first()
        )
        beside = Beside(
            "Verwacht", version["expected"], "Gezien", seen["seen"] if seen else "dat bekijken we samen"
        )
    else:
        facts.append(("Wat we verwachten te zien", version["expected"]))
    return replace(
        head,
        name=f"Voorstel {item.code}",
        text=version["text"],
        facts=[(name, said) for name, said in facts if said],
        beside=beside,
    )


async def _of_story(item: Item, head: Section) -> Section | None:
    row: dict[str, Any] | None = await (
        Extract.select(Extract.title, Extract.story, Extract.released_on)
        .where(Extract.id == item.extract_id, Extract.withdrawn_on.is_null())
        .first()
    )
    if row is None:
        return None
    return replace(
        head,
        name=SHORTEST_STORY,
        short=SHORTEST_STORY,
        title=row["title"],
        text=row["story"],
        story_id=item.extract_id,
        source=f"Uittreksel, vrijgegeven door het team op {date_long(row['released_on'])}. "
        "Wie het is, blijft bij het team.",
    )


async def _without_taken_back(viewer: Viewer, sent: Dossier) -> Dossier:
    """A story that the team took back is told no more, also not in a dossier that was sent."""
    ids = [section.story_id for section in sent.sections if section.story_id]
    rows = (
        await Extract.select(Extract.id).where(
            Extract.id.is_in(ids),
            Extract.partnership == viewer.partnership_id,
            Extract.withdrawn_on.is_null(),
        )
        if ids
        else []
    )
    standing = {row["id"] for row in rows}
    return replace(
        sent,
        sections=[
            section
            if section.story_id is None or section.story_id in standing
            else replace(section, title=SHORTEST_STORY, text=TAKEN_BACK, source="", asked="")
            for section in sent.sections
        ],
    )


def _without_code(item: Item) -> str:
    return item.title.removeprefix(f"{item.code} ") if item.code else item.title


def _without_codes(viewer: Viewer, section: Section) -> Section:
    def plain(text: str) -> str:
        return without_codes(text, viewer.code_prefix, ())

    beside = section.beside
    return replace(
        section,
        title=plain(section.title),
        short=plain(section.short),
        text=plain(section.text),
        asked=plain(section.asked),
        facts=[(name, plain(said)) for name, said in section.facts],
        beside=beside and replace(beside, left=plain(beside.left), right=plain(beside.right)),
    )
