"""An example of a value step, taken from a case without who it is (L1)."""

from tracker.cases.rules.kinds import Verdict
from tracker.cases.rules.refusals import Refusal
from tracker.cases.rules.searching import folded


def why_not_example(text: str, *, verdict: Verdict, code: str, alias: str, same: bool) -> Refusal | None:
    """The first reason against this example, or None. `same`: it repeats the words on the case."""
    if verdict is not Verdict.VALUE:
        return Refusal("Een voorbeeld van een waardestap is iets dat waarde had.")
    if not text.strip():
        return Refusal("Schrijf het voorbeeld in andere woorden.", "text")
    named = next((name for name in (code, alias) if name and folded(name) in folded(text)), None)
    if named:
        return Refusal(f"Hier staat nog ‘{named}’. Schrijf het zonder wie het is.", "text")
    if same:
        return Refusal(
            "Schrijf het in andere woorden dan op de casus: dit leest ook wie die niet kent.", "text"
        )
    return None
