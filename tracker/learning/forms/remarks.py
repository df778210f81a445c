"""A remark beside something learned, as a form."""

from typing import Annotated

from tracker.web.forms import Form, Key, WhenEmpty, Words


class RemarkOn(Form):
    key: Key
    text: Annotated[Words, WhenEmpty("Schrijf wat je hierbij wil zeggen.")]
