"""A dossier as the blocks of a document (B13)."""

from collections.abc import Iterator

from tracker import clock
from tracker.board.queries.meetings.dossier import ToRead
from tracker.board.queries.meetings.one import Meeting
from tracker.board.rules.meetings.dossier import Section
from tracker.documents.pdf import Asked, Block, Columns, Facts, Heading, Rule, Small, Text
from tracker.partnership.rules.roles import Viewer
from tracker.web.filters import date_day, date_long, plural, time_of_day


def title_of(meeting: Meeting) -> str:
    """Dossier voor 1 december 2026."""
    return f"Dossier voor {date_long(meeting.held_on)}"


def footer_of(viewer: Viewer, meeting: Meeting) -> str:
    """What stands under every page."""
    return f"{viewer.partnership}, {meeting.kind.lower()} van {date_long(meeting.held_on)}"


def blocks_of(meeting: Meeting, reading: ToRead) -> list[Block]:
    """Everything to read, in order."""
    time = plural(reading.dossier.reading_minutes, "minuut", "minuten")
    blocks: list[Block] = [
        Heading(1, title_of(meeting)),
        Small(f"{meeting.kind}, {date_day(meeting.held_on)}, leestijd {time}" + _sent(reading)),
    ]
    for number, section in enumerate(reading.dossier.sections, start=1):
        blocks += _of(section, str(number))
    for section in reading.after:
        changed = meeting.item(section.item_id).changed_after
        blocks += _of(section, f"Na het versturen {'gewijzigd' if changed else 'toegevoegd'}")
    return blocks


def _sent(reading: ToRead) -> str:
    if reading.sent_at is None:
        return ""
    local = clock.as_local(reading.sent_at)
    return f", verstuurd op {date_long(local.date())} om {time_of_day(reading.sent_at)}"


def _of(section: Section, number: str) -> Iterator[Block]:
    yield Rule()
    minutes = plural(section.reading_minutes, "minuut", "minuten")
    yield Small(f"{number}. {section.name}, {section.purpose}, {minutes}")
    yield Heading(2, section.title)
    if section.text:
        yield Text(section.text)
    if section.facts:
        yield Facts(section.facts)
    if section.beside:
        beside = section.beside
        yield Columns(((beside.left_name, beside.left), (beside.right_name, beside.right)))
    if section.asked:
        yield Asked(section.asked)
    if section.source:
        yield Small(section.source)
