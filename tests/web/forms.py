"""Forms with a field of every sort, for the tests about reading them."""

import asyncio
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlencode

from litestar.testing import RequestFactory
from pydantic import Field

from tracker.web.forms import (
    Amount,
    Chapter,
    Checked,
    Clock,
    Day,
    Email,
    Form,
    Id,
    Key,
    Line,
    Password,
    Plain,
    Score5,
    Score10,
    WhenEmpty,
    Whole,
    Words,
    posted,
)


class Kind(StrEnum):
    VISIT = "visit"
    PHONE = "phone"


class Everything(Form):
    line: Line = ""
    words: Words = ""
    chapter: Chapter = ""
    plain: Plain = ""
    email: Email = ""
    password: Password = ""
    kind: Kind | None = None
    kinds: list[Kind] = []
    ids: list[Id] = []
    whole: Annotated[Whole, Field(ge=1, le=1440)] | None = None
    anything: Whole | None = None
    on: Day | None = None
    at: Clock | None = None
    amount: Amount | None = None
    ten: Score10 | None = None
    per: dict[int, Score5] = {}
    said: dict[int, Words] = {}
    agreed: Checked = False
    key: Key | None = None


class Needed(Form):
    why: Annotated[Words, WhenEmpty("Schrijf in een paar woorden waarom.")]
    kind: Kind
    on: Day
    ids: list[Id]
    ten: Score10


# Each factory puts together an application of its own.
REQUESTS = RequestFactory()


def read(model, body, content_type="application/x-www-form-urlencoded"):
    content = body if isinstance(body, bytes) else urlencode(body, doseq=True).encode()
    request = REQUESTS.post("/", headers={"content-type": content_type}, data=None)
    request._body = content
    return asyncio.run(posted(request, model))
