"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


class Change(StrEnum):
    """Whether words stayed, went or came."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that belong together, with what happened to them."""

    change: Change
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order; what went stands before what came in its place.

    Without the gone pieces they read as `after`, without the new ones as `before`.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece(Change.SAME, "".join(old[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece(Change.GONE, "".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(Piece(Change.NEW, "".join(new[j1:j2])))
    return tuple(_joined(pieces))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Changes with only a space between them read as one."""
    gone = new = ""
    for place, piece in enumerate(pieces):
        last = place == len(pieces) - 1
        if piece.change is Change.GONE:
            gone += piece.text
        elif piece.change is Change.NEW:
            new += piece.text
        elif piece.text.isspace() and (gone or new) and not last:
            gone, new = gone + piece.text, new + piece.text
        else:
            yield from _changed(gone, new)
            gone = new = ""
            yield piece
    yield from _changed(gone, new)


def _changed(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece(Change.GONE, gone)
    if new:
        yield Piece(Change.NEW, new)
