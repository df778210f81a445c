"""Expertise asked, brought and chosen about, as forms (L3)."""

from typing import Annotated

from pydantic import Field

from tracker.learning.rules.kinds import Way
from tracker.web.forms import Form, Key, Line, WhenEmpty, Words

Short = Annotated[Line, Field(max_length=120)]


class Ask(Form):
    expertise: Annotated[Short, WhenEmpty("Schrijf welke expertise.")]
    amount: Short = ""
    frequency: Short = ""


class Bring(Form):
    expertise: Annotated[Short, WhenEmpty("Schrijf welke expertise.")]
    amount: Short = ""


class Choose(Form):
    key: Key
    way: Way | None = None
    reason: Annotated[Words, WhenEmpty("Schrijf waarom.")]
