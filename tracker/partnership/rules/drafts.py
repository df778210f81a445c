"""What may be kept of a form that is not saved yet (C15, C16)."""

from collections.abc import Iterable
from datetime import timedelta

from tracker.identifiers import find_identifiers

KEPT_FOR = timedelta(days=30)
LARGEST = 60_000


def why_not_keep(texts: Iterable[str], *, identifiers_may_stay: bool = False) -> str | None:
    """The reason not to keep these texts as a draft, or None."""
    texts = list(texts)
    if sum(len(text) for text in texts) > LARGEST:
        return "Dit is te lang voor een concept. Je tekst staat er nog."
    if identifiers_may_stay:
        return None
    found = next((one for text in texts for one in find_identifiers(text)), None)
    if found:
        return f"Concept niet bewaard: er staat een {found.label} in. Je tekst staat er nog."
    return None
