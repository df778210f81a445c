"""What it takes to open a case (C1, C14)."""

from collections.abc import Collection

from tracker.cases.rules.kinds import Agreed
from tracker.cases.rules.refusals import Refusal


def code_of(prefix: str, number: int) -> str:
    """The code of a case: the area's letters and a number, `OM-0042`."""
    return f"{prefix}-{number:04d}"


def why_not_share_from_the_start(organisations: Collection[int], agreed: Agreed) -> Refusal | None:
    """The first reason not to let these organisations see a new case, or None."""
    if not organisations:
        return Refusal("Duid minstens één organisatie aan die de casus ziet.", "organisations")
    if agreed is Agreed.NO and len(organisations) > 1:
        return Refusal(
            "Delen mag niet. Laat alleen de organisatie staan die met de persoon werkt.", "organisations"
        )
    return None
