"""Keeping what was typed: while typing, after an expired sign-in, after an undo (C16)."""

import json

from tracker import clock
from tracker.database import writing
from tracker.partnership.queries.drafts import FieldValues
from tracker.partnership.rules.drafts import KEPT_FOR
from tracker.partnership.tables import Draft

# The version is kept: who goes on with an old draft must meet what was changed in the meantime.
NEVER_KEPT = frozenset({"_csrf_token", "key", "keep_identifiers", "password", "current"})
LONGEST_PATH = 200


async def keep_draft(person_id: int, form: str, fields: FieldValues) -> None:
    """Keep what stands in a form for its writer alone, until it is saved or 30 days have passed."""
    told = {name: value for name, value in fields.items() if name not in NEVER_KEPT and value}
    async with writing():
        await drop_draft(person_id, form)
        if told and len(form) <= LONGEST_PATH:
            await Draft(
                person=person_id, form=form, fields=json.dumps(told, ensure_ascii=False), kept_at=clock.now()
            ).save()


async def drop_draft(person_id: int, form: str) -> None:
    """Forget a draft: its words were saved, or thrown away."""
    await Draft.delete().where(Draft.person == person_id, Draft.form == form)


async def drop_drafts_under(person_id: int, path: str) -> None:
    """Forget what this person left in the forms below a path."""
    await Draft.delete().where(Draft.person == person_id, Draft.form.like(f"{path}/%"))


async def sweep_drafts() -> None:
    """Forget drafts older than 30 days."""
    await Draft.delete().where(Draft.kept_at < clock.now() - KEPT_FOR)
