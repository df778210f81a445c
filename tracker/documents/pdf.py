"""A PDF from blocks of plain words. The words go in as data: nothing anybody typed is read as markup."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

PAGE = Path(__file__).parent / "page.typ"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document, 2 a section, 3 a part of one."""

    level: int
    text: str
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs, with an empty line between them."""

    text: str
    kind: str = field(default="text", init=False)


@dataclass(frozen=True, slots=True)
class Small:
    """Paragraphs of lesser weight."""

    text: str
    kind: str = field(default="small", init=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the reader."""

    text: str
    kind: str = field(default="asked", init=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what belongs to them."""

    rows: Sequence[tuple[str, str]]
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two texts with a name each, beside each other."""

    columns: tuple[tuple[str, str], tuple[str, str]]
    kind: str = field(default="beside", init=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two sections."""

    kind: str = field(default="line", init=False)


Block = Heading | Text | Small | Asked | Facts | Columns | Rule


async def pdf_of(title: str, author: str, footer: str, blocks: Sequence[Block], made_at: datetime) -> bytes:
    """The document as a tagged PDF in Dutch, the same for the same words and moment; made in a thread."""
    told: dict[str, Any] = {
        "title": title,
        "author": author,
        "footer": footer,
        "blocks": [asdict(block) for block in blocks],
    }
    return await asyncio.to_thread(_compiled, json.dumps(told), int(made_at.timestamp()))


def _compiled(document: str, timestamp: int) -> bytes:
    return typst.compile(
        PAGE,
        format="pdf",
        sys_inputs={"document": document},
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=timestamp,
    )
