"""How often there was contact: a block for each one, in the week or month it happened.

A silence is shown, not judged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tracker.pictures import dutch, pen
from tracker.pictures.axis import STEPS
from tracker.pictures.contacts import (
    DAY,
    WEEKLY,
    Column,
    Contact,
    Kind,
    Row,
    Silence,
    Strip,
    Unit,
    by_month,
    by_week,
    rows,
)
from tracker.pictures.pen import Picture
from tracker.pictures.room import Box, clearest, text_box, text_width

HEIGHT, CEILING, GROUND = 96.0, 4.0, 72.0
TALLEST, WIDEST = 26.0, 22.0
"""The most room that one block takes, so that a short case does not shout."""
FEWEST_COLUMNS = 13
LINE = 16.0
RISE = {Kind.CONTACT: 1.0, Kind.ATTEMPT: 1.0, Kind.ABOUT: 0.5}
"""How high each block stands, in steps."""


@dataclass(frozen=True)
class Intensity:
    """The picture, and the same in a table and a list."""

    picture: Picture
    rows: list[Row]
    silences: tuple[Silence, ...]


def weeks(contacts: Sequence[Contact], *, since: date, until: date) -> Intensity:
    """The contacts per week, from the start of the case or over the last twelve months up to `until`."""
    return _intensity(by_week(contacts, since, max(since, until)))


def months(contacts: Sequence[Contact], *, since: date, until: date) -> Intensity:
    """The contacts per month, over the whole case."""
    return _intensity(by_month(contacts, since, max(since, until)))


def spoken(strip: Strip) -> str:
    """The picture in words, for who does not see it."""
    first, last = strip.columns[0].begin, strip.columns[-1].end - DAY
    counts = {kind: sum(contact.kind is kind for contact in strip.contacts) for kind in Kind}
    said = [dutch.counted(counts[Kind.CONTACT], "contact", "contacten")]
    if counts[Kind.ATTEMPT]:
        said.append(dutch.counted(counts[Kind.ATTEMPT], "poging", "pogingen"))
    if counts[Kind.ABOUT]:
        said.append(f"{dutch.number(counts[Kind.ABOUT])} keer overleg over de casus")
    period = f"{dutch.month_year(first)} tot {dutch.month_year(last)}"
    return f"Interacties per {strip.unit.one}, {period}: {dutch.listed(said)}{_silences(strip)}."


def _silences(strip: Strip) -> str:
    """Two silences are told one by one; of more, the longest and the one that lasts."""
    told = strip.silences
    if len(told) <= 2:
        return "".join(f", {_silence(each)}" for each in told)
    longest = max(told, key=lambda silence: silence.count)
    lasting = "".join(f", {_silence(each)}" for each in told if each.lasting and each is not longest)
    return f", {dutch.number(len(told))} stille periodes, de langste {_silence(longest)}{lasting}"


def _silence(silence: Silence) -> str:
    if silence.lasting:
        return f"{silence.words} sinds {dutch.full(silence.since)}"
    return f"{silence.words} van {dutch.full(silence.since)} tot {dutch.full(silence.until)}"


def _intensity(strip: Strip) -> Intensity:
    label = spoken(strip)
    picture = Picture(wide=_draw(strip, "wide", 640, 2.5, label), slim=_draw(strip, "slim", 328, 1.2, label))
    return Intensity(picture, rows(strip), strip.silences)


def _draw(strip: Strip, kind: str, width: float, gap: float, label: str) -> Markup:
    ground = _Ground(strip, width, gap)
    marks = [part for silence in strip.silences for part in _hush(ground, silence)]
    marks.append(pen.line("ax", 2, GROUND, width - 2, GROUND))
    marks += [_block(*each) for each in ground.blocks]
    marks += _ticks(ground)
    return pen.paper(marks, width=width, height=HEIGHT, label=label, kind=kind)


class _Ground:
    """The columns laid out over the width of one size of the picture."""

    def __init__(self, strip: Strip, width: float, gap: float) -> None:
        self.strip, self.width = strip, width
        self.pitch = (width - 4) / max(len(strip.columns), FEWEST_COLUMNS)
        block_width = min(self.pitch - min(gap, self.pitch * 0.3), WIDEST)
        stacks = [[RISE[contact.kind] for contact in column.contacts] for column in strip.columns]
        step = (
            min(TALLEST, (GROUND - CEILING - 4) / max(map(sum, stacks), default=1))
            if any(stacks)
            else TALLEST
        )
        self.blocks: list[tuple[Kind, Box]] = []
        for i, column in enumerate(strip.columns):
            left, foot = self.x(i) + (self.pitch - block_width) / 2, GROUND - 1
            for contact in column.contacts:
                top = foot - step * RISE[contact.kind]
                space = min(3.0, step * 0.25) * RISE[contact.kind]
                self.blocks.append((contact.kind, Box(left, top + space, left + block_width, foot)))
                foot = top

    def x(self, i: int) -> float:
        """The left side of a column."""
        return 2 + self.pitch * i


def _block(kind: Kind, box: Box) -> str:
    """A contact is full, an attempt hollow, talk about the case a low grey one."""
    width, height = box.right - box.left, box.bottom - box.top
    if kind is Kind.CONTACT:
        return pen.block("bal", box.left, box.top, width, height, 1.5)
    edge = min(0.9, width / 5, height / 5)
    ink = "open thin" if kind is Kind.ATTEMPT else "talk"
    return pen.block(ink, box.left + edge, box.top + edge, width - 2 * edge, height - 2 * edge, 1)


def _hush(ground: _Ground, silence: Silence) -> list[str]:
    """The grey field of a silence, with its words in one to three lines where no block is in their way."""
    columns = ground.strip.columns
    inside = [i for i, column in enumerate(columns) if silence.since <= column.begin <= silence.until]
    left, right = ground.x(inside[0]), ground.x(inside[-1] + 1)
    field = pen.block("hush", left, CEILING, right - left, GROUND - CEILING, 4)
    blocks = [box for _, box in ground.blocks if left < box.right and box.left < right]
    count, rest = silence.words.split(" ", 1)
    for lines in (
        [silence.words],
        [f"{count} {rest.split()[0]}", *rest.split(" ", 1)[1:]],
        [count, *rest.split()],
    ):
        half = max(map(text_width, lines)) / 2 + 2
        if len(lines) > 3 or left + half > right - half:
            continue
        high = LINE * (len(lines) - 1)
        spots = [
            (x, top)
            for top in ((GROUND + CEILING) / 2 + 4 - high / 2, CEILING + 14)
            for x in ((left + right) / 2, left + half, right - half)
        ]
        boxes = [Box(x - half, top - 11, x + half, top + high + 4) for x, top in spots]
        chosen = clearest(boxes, blocks)
        if chosen is not None:
            x, top = spots[chosen]
            return [field, *(pen.words(text, x, top + LINE * i, "middle") for i, text in enumerate(lines))]
    return [field]


def _ticks(ground: _Ground) -> list[str]:
    """The months below the blocks, with the year at the first and at January."""
    unit, columns = ground.strip.unit, ground.strip.columns
    per_month = ground.pitch if unit is not WEEKLY else ground.pitch * 365.25 / 12 / 7
    step = next((step for step in STEPS if step * per_month >= text_width("mrt 2026") + 2), STEPS[-1])
    begins = [_month_of(column, unit) for column in columns]
    firsts = [i for i, on in enumerate(begins) if not i or on != begins[i - 1]]
    firsts = [i for i in firsts if (begins[i].year * 12 + begins[i].month - 1) % step == 0]
    if len(firsts) > 1 and ground.x(firsts[1]) - ground.x(firsts[0]) < text_width("mrt 2026") + 2:
        del firsts[0]
    drawn = []
    for i in firsts:
        label = dutch.month(begins[i])
        if i == firsts[0] or begins[i].month == 1:
            label += f" {begins[i].year}"
        if text_box(label, ground.x(i) + 4, 91).right <= ground.width:
            drawn.append(pen.line("ax", ground.x(i), GROUND, ground.x(i), GROUND + 6))
            drawn.append(pen.words(label, ground.x(i) + 4, 91))
    return drawn


def _month_of(column: Column, unit: Unit) -> date:
    """The month that a column belongs to: for a week the one that holds its Thursday, as ISO 8601 does."""
    return (column.begin + 3 * DAY if unit is WEEKLY else column.begin).replace(day=1)
