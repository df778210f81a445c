"""Released stories and input from outside as forms."""

from typing import Annotated

from pydantic import Field

from tracker.learning.rules.kinds import Source
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

Title = Annotated[Line, Field(max_length=120), WhenEmpty("Geef het verhaal een titel.")]


class ReleaseStory(Form):
    key: Key
    title: Title
    story: Annotated[Words, WhenEmpty("Vertel het verhaal.")]
    pattern: Id | None = None


class WithdrawStory(Form):
    reason: Annotated[Words, WhenEmpty("Schrijf waarom jullie het intrekken.")]


class ReceiveInput(Form):
    key: Key
    source: Annotated[Source, WhenEmpty("Kies waar dit vandaan komt.")]
    from_whom: Line = ""
    received_on: Annotated[Day, WhenEmpty("Op welke dag?")]
    text: Annotated[Words, WhenEmpty("Schrijf wat jullie hoorden.")]


class FindInCase(Form):
    key: Key
    case: Annotated[Plain, WhenEmpty("Vul de code van een casus in.")]
    finding: Annotated[Words, WhenEmpty("Schrijf wat deze casus laat zien.")]
    pattern: Id | None = None
