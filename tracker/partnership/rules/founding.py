"""What a partnership needs to start."""

import re

SLUG = re.compile(r"[a-z][a-z0-9-]{1,58}")
PREFIX = re.compile(r"[A-Z]{1,4}")


def why_not_found(slug: str, name: str, code_prefix: str, *, taken: bool) -> str | None:
    """The reason not to found a partnership, or None."""
    if not SLUG.fullmatch(slug):
        return "Het adres bestaat uit kleine letters, cijfers en streepjes, bijvoorbeeld oost-meetjesland."
    if taken:
        return f"Er is al een partnerschap met het adres {slug}."
    if not name.strip():
        return "Geef het partnerschap een naam."
    if not PREFIX.fullmatch(code_prefix):
        return "Casuscodes beginnen met 1 tot 4 hoofdletters, bijvoorbeeld OM."
    return None
