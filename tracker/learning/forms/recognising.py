"""A warning before a text goes to more readers, beside the one about numbers and addresses (law 3)."""

from collections.abc import Mapping
from typing import Any

from tracker.learning.queries.telling import aliases_seen
from tracker.learning.rules.recognising import codes_in, recognised
from tracker.partnership.rules.roles import Viewer
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


async def warn_of_cases(viewer: Viewer, form: Posted[Any], *fields: str) -> None:
    """The same, for a text that everyone in the partnership reads: it names no case by alias or code."""
    codes = [code for field in fields for code in codes_in(form.value(field), viewer.code_prefix)]
    warn(form, {**await aliases_seen(viewer), **dict.fromkeys(codes, "casuscode")}, *fields)
