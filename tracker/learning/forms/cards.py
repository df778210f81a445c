"""Cards as forms: one on a phone, all of them on the table (L17)."""

from typing import Annotated

from pydantic import Field

from tracker.learning.rules.cards import LONGEST
from tracker.web.forms import Checked, Form, Id, Key, Line, Plain, WhenEmpty, Words


class NewCard(Form):
    key: Key
    words: Annotated[Words, Field(max_length=LONGEST), WhenEmpty("Schrijf iets op je kaart.")]
    quoted: Checked = False
    case: Id | None = None


class TableFields(Form):
    """`group-12` is the name of the group of card 12, `pattern-12` its pattern; `cards` were on the page."""

    group: dict[int, Annotated[Line, Field(max_length=120)]] = {}
    pattern: dict[int, Id] = {}
    cards: list[Id] = []


class EnterCode(Form):
    code: Plain = ""
