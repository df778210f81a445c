"""Files that wait between their preview and the confirmation."""

from uuid import UUID

from tracker import clock
from tracker.jobs.rules import UPLOAD_KEPT, why_not_keep
from tracker.jobs.tables import Upload
from tracker.problems import RuleBroken


async def keep_upload(
    owner: int,
    name: str,
    content_type: str,
    content: bytes,
    *,
    partnership: int | None = None,
    key: UUID | None = None,
) -> int:
    """Keep a file for its owner until dropped, a day at most; the same `key` again is the same upload."""
    if reason := why_not_keep(len(content)):
        raise RuleBroken(reason, "file")
    upload = Upload(
        key=key,
        partnership=partnership,
        owner=owner,
        name=_fitting(name, 200),
        content_type=_fitting(content_type, 100),
        content=content,
        uploaded_at=clock.now(),
    )
    rows = (
        await Upload.insert(upload)
        .on_conflict(target=(Upload.owner, Upload.key), action="DO NOTHING")
        .returning(Upload.id)
    )
    if not rows:
        rows = await Upload.select(Upload.id).where(Upload.owner == owner, Upload.key == key)
    return int(rows[0]["id"])


def _fitting(text: str, longest: int) -> str:
    return text.replace("\x00", "")[:longest]


async def rewrite_upload(owner: int, upload_id: int, content: bytes) -> None:
    """Put something else in the place of what was kept; how long it is kept stays the same."""
    if reason := why_not_keep(len(content)):
        raise RuleBroken(reason, "file")
    await Upload.update({Upload.content: content}).where(Upload.id == upload_id, Upload.owner == owner)


async def drop_upload(owner: int, upload_id: int) -> None:
    """Forget a file: it was brought in, or not wanted after all."""
    await Upload.delete().where(Upload.id == upload_id, Upload.owner == owner)


async def sweep_uploads() -> None:
    """Forget files older than a day."""
    await Upload.delete().where(Upload.uploaded_at <= clock.now() - UPLOAD_KEPT)
