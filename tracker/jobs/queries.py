"""What is known of a job or an upload, for the person who owns it and nobody else."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker import clock
from tracker.jobs.rules import ENDED, UPLOAD_KEPT, State
from tracker.jobs.tables import Job, Upload
from tracker.problems import NotFound

# Beyond this PostgreSQL has no such number; whoever asks for it asks for nothing.
LARGEST_ID = 2**31 - 1


@dataclass(frozen=True, slots=True)
class JobSeen:
    id: int
    kind: str
    partnership: int | None
    state: State
    done: int
    total: int
    message: str
    result: dict[str, Any]
    asked_at: datetime
    ended_at: datetime | None

    @property
    def ended(self) -> bool:
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class UploadKept:
    id: int
    partnership: int | None
    name: str
    content_type: str
    content: bytes
    uploaded_at: datetime


async def job_of(owner: int, job_id: int) -> JobSeen:
    row = None
    if 0 < job_id <= LARGEST_ID:
        row = await Job.select().where(Job.id == job_id, Job.owner == owner).first()
    if row is None:
        raise NotFound
    return JobSeen(
        id=row["id"],
        kind=row["kind"],
        partnership=row["partnership"],
        state=State(row["state"]),
        done=row["done"],
        total=row["total"],
        message=row["message"],
        result=json.loads(row["result"]),
        asked_at=row["asked_at"],
        ended_at=row["ended_at"],
    )


async def upload_of(owner: int, upload_id: int) -> UploadKept:
    row = None
    if 0 < upload_id <= LARGEST_ID:
        row = (
            await Upload.select()
            .where(Upload.id == upload_id, Upload.owner == owner)
            .where(Upload.uploaded_at > clock.now() - UPLOAD_KEPT)
            .first()
        )
    if row is None:
        raise NotFound
    return UploadKept(
        id=row["id"],
        partnership=row["partnership"],
        name=row["name"],
        content_type=row["content_type"],
        content=bytes(row["content"]),
        uploaded_at=row["uploaded_at"],
    )
