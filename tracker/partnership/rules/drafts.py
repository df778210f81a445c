"""What may be kept of a form that is not saved yet (C15, C16)."""

from collections.abc import Mapping
from datetime import timedelta

from tracker.identifiers import find_identifiers

KEPT_FOR = timedelta(days=30)
LARGEST = 60_000


def why_not_keep(fields: Mapping[str, str | list[str]], *, identifiers_may_stay: bool = False) -> str | None:
    """The reason not to keep these fields as a draft, or None."""
    texts = [text for value in fields.values() for text in ([value] if isinstance(value, str) else value)]
    if sum(len(text) for text in texts) > LARGEST:
        return "Dit is te lang voor een concept. Je tekst staat er nog."
    found = next((one for text in texts for one in find_identifiers(text)), None)
    if found and not identifiers_may_stay:
        return f"Concept niet bewaard: er staat een {found.label} in. Je tekst staat er nog."
    return None
