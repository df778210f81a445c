"""A bar is a promise with a number; whether it is met is computed, never written down."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """What was measured, and the most it may be."""

    what: str
    measured: float
    most: float
    unit: str = "x"

    @property
    def met(self) -> bool:
        return self.measured <= self.most

    def __str__(self) -> str:
        verdict = "met" if self.met else "NOT MET"
        return (
            f"{self.what:58} {self.measured:>9.2f} {self.unit:4} at most {self.most:g} {self.unit}: {verdict}"
        )


def tell(title: str, bars: Sequence[Bar]) -> bool:
    """Print the bars; whether all are met."""
    print(f"\n{title}")
    for bar in bars:
        print(f"  {bar}", flush=True)
    return all(bar.met for bar in bars)
