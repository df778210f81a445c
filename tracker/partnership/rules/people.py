"""Who may give which role to whom, and until when a role lasts (P3)."""

from datetime import date

from tracker.partnership.rules.roles import OUTSIDE_PARTNERSHIPS, ROLE_NAMES, Role

NEEDS_ORGANISATION = frozenset({Role.PRACTITIONER, Role.BOARD_MEMBER, Role.PROMOTOR})


def why_not_give_role(
    giver: Role | None, role: Role, *, in_partnership: bool, has_organisation: bool
) -> str | None:
    """The reason not to give this role, or None. `giver` is None for the command line."""
    if giver not in (None, Role.ADMINISTRATOR) and role in OUTSIDE_PARTNERSHIPS:
        return f"De rol {ROLE_NAMES[role]} geeft alleen de technisch beheerder."
    if role in OUTSIDE_PARTNERSHIPS and in_partnership:
        return f"De rol {ROLE_NAMES[role]} staat buiten de partnerschappen."
    if role not in OUTSIDE_PARTNERSHIPS and not in_partnership:
        return f"Kies het partnerschap waarin deze persoon {ROLE_NAMES[role]} wordt."
    if role in NEEDS_ORGANISATION and not has_organisation:
        return f"Kies voor welke organisatie deze persoon {ROLE_NAMES[role]} is."
    return None


def why_not_end(since: date, until: date) -> str | None:
    """The reason not to end a role or a partner's part on a day, or None."""
    if until < since:
        return "Het einde ligt voor het begin. Kies een latere dag."
    return None
