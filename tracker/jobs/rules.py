"""What may happen to long work."""

from datetime import timedelta
from enum import StrEnum


class State(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


ENDED = (State.DONE, State.FAILED, State.STOPPED)

# Whoever runs a job renews its lease; when the process dies the lease runs out and another takes over.
LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 3

JOB_KEPT = timedelta(days=30)
UPLOAD_KEPT = timedelta(days=1)
LARGEST_UPLOAD = 20 * 1024 * 1024

BROKE_OFF = f"Dit werk brak {MOST_ATTEMPTS} keer af en is gestopt. Probeer het met minder tegelijk."
WENT_WRONG = (
    "Er ging iets onverwachts mis. Probeer het opnieuw; lukt het niet, meld het dan aan de beheerder."
)
STOPPED_BY_OWNER = "Gestopt op jouw vraag."


def why_not_stop(state: State) -> str | None:
    if state in ENDED:
        return "Dit werk loopt niet meer."
    return None


def why_not_keep(size: int) -> str | None:
    """Why a file of `size` bytes is not taken in, or None."""
    if size == 0:
        return "Dit bestand is leeg."
    if size > LARGEST_UPLOAD:
        return f"Dit bestand is groter dan {LARGEST_UPLOAD // 1024 // 1024} MB."
    return None
