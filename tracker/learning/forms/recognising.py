"""A warning before a text goes to more readers, beside the one about numbers and addresses (law 3)."""

from collections.abc import Mapping
from typing import Any

from tracker.learning.rules.recognising import recognised
from tracker.web.forms import Posted
from tracker.web.forms.posted import Suspect


def warn(form: Posted[Any], telling: Mapping[str, str], *fields: str) -> None:
    """Hold the form back once while its text holds words by which somebody could be recognised."""
    if form.keeps_identifiers:
        return
    found = [
        Suspect(field, what, word)
        for field in fields
        for word, what in recognised(form.value(field), telling).items()
    ]
    if found:
        form.suspects = (*form.suspects, *found)
        form.data = None
