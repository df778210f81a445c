"""How many examples a property is tried on."""

from hypothesis import settings


def per_hundred(usual: int) -> int:
    """This many in the quick run, which generates a hundred where nothing is said, and more in a long one."""
    return max(1, settings.default.max_examples * usual // 100)
