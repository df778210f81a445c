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
UPLOAD_KEPT = timedelta(days=1)
