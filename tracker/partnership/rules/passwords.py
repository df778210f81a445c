"""What a password must be, how long a device stays signed in, and when guessing is slowed down."""

from datetime import datetime, timedelta
from typing import Final

MINIMUM_LENGTH: Final = 12
MAXIMUM_LENGTH: Final = 200
TRIES_PER_PERSON: Final = 5
TRIES_PER_ADDRESS: Final = 40
TRIES_WITHIN: Final = timedelta(minutes=15)


def why_not_password(password: str, strength: int, email: str) -> str | None:
    """The reason to refuse a new password, or None (OWASP ASVS 6.2.1, 6.2.4).

    `strength` is zxcvbn's, from 0 (guessed at once) to 4.
    """
    if len(password) < MINIMUM_LENGTH:
        return f"Neem minstens {MINIMUM_LENGTH} tekens. Vier gewone woorden achter elkaar is goed."
    if len(password) > MAXIMUM_LENGTH:
        return f"Neem hoogstens {MAXIMUM_LENGTH} tekens."
    if password.casefold() in email.casefold() or email.split("@")[0].casefold() == password.casefold():
        return "Neem iets anders dan je e-mailadres."
    if strength < 3:
        return "Dit wachtwoord is makkelijk te raden. Neem vier woorden die niets met elkaar te maken hebben."
    return None


def is_expired(
    started_at: datetime, seen_at: datetime, now: datetime, idle: timedelta, absolute: timedelta
) -> bool:
    """Whether a sign-in ended: too long unused, or too long ago."""
    return now - seen_at > idle or now - started_at > absolute


def why_not_try(tries_for_person: int, tries_from_address: int) -> str | None:
    """The reason to refuse another try within the window, or None."""
    if tries_for_person >= TRIES_PER_PERSON or tries_from_address >= TRIES_PER_ADDRESS:
        return "Er is te vaak een fout wachtwoord ingegeven. Probeer het over een kwartier opnieuw."
    return None
