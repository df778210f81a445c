"""Where words and rings find room beside the lines: boxes, how wide a text is, how it wraps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tracker.pictures.pen import type_size

Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def crossings(self, lines: Iterable[Segment]) -> int:
        """How many straight lines pass through this box."""
        return sum(self._crossed_by(line) for line in lines)

    def nears(self, segment: Segment) -> bool:
        """Whether a line comes within the width and within the height of this box."""
        x1, y1, x2, y2 = segment
        return (
            (x1 >= self.left or x2 >= self.left)
            and (x1 <= self.right or x2 <= self.right)
            and (y1 >= self.top or y2 >= self.top)
            and (y1 <= self.bottom or y2 <= self.bottom)
        )

    def _crossed_by(self, segment: Segment) -> bool:
        if not self.nears(segment):
            return False
        x1, y1, x2, y2 = segment
        sides = [
            (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
            for x in (self.left, self.right)
            for y in (self.top, self.bottom)
        ]
        return min(sides) <= 0 <= max(sides)


def around(x: float, y: float, half: float) -> Box:
    return Box(x - half, y - half, x + half, y + half)


def text_box(text: str, x: float, y: float, anchor: str = "start") -> Box:
    """The room that a text takes with its base line at `y`."""
    width = text_width(text)
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - 11, left + width, y + 4)


def clearest(boxes: Sequence[Box], taken: Iterable[Box], lines: Sequence[Segment] = ()) -> int | None:
    """The index of the first box that covers nothing of `taken` and is crossed by the fewest lines."""
    if not boxes:
        return None
    room = _around_all(boxes)
    standing = [other for other in taken if room.meets(other)]
    passing = [line for line in lines if room.nears(line)]
    crossed: dict[int, int] = {}
    for i, box in enumerate(boxes):
        if not any(box.meets(other) for other in standing):
            crossed[i] = box.crossings(passing)
            if not crossed[i]:
                return i
    return min(crossed, key=crossed.__getitem__, default=None)


def _around_all(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def text_width(text: str) -> float:
    """How wide a text stands at most: the widths of Arial, a little wider than Source Sans."""
    return type_size * sum(_width(letter) for letter in text)


def wrap(text: str, width: float, most: int) -> list[str]:
    """The text in at most `most` lines no wider than `width`; what is left out shows as an ellipsis.

    A word longer than a line is broken, so that nothing ever runs outside the picture.
    """
    lines: list[str] = [""]
    for word in text.split():
        for piece in _pieces(word, width):
            longer = f"{lines[-1]} {piece}".strip()
            if text_width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(last + "…") > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,.;:") + "…"]


def _pieces(word: str, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _width(letter: str) -> float:
    if letter in "ijl.,:;'|!‘’ ftI()[]":
        return 0.3
    if letter in "mwMW@%…—":
        return 0.95
    if letter.isupper() or ord(letter) > 0x2E80:
        return 0.72 if ord(letter) <= 0x2E80 else 1.1
    return 0.57
