"""When two spellings are the same organisation."""


def sort_name(name: str) -> str:
    """A name without capitals, dots and double spaces: `C.A.W. ` and `CAW` are one organisation."""
    return " ".join(name.replace(".", "").split()).casefold()
