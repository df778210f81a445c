"""Keeping what was typed: while typing, after an expired sign-in, after an undo (C16)."""

import json

from piccolo.query.functions.aggregate import Max

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.partnership.queries.drafts import FieldValues
from tracker.partnership.rules.drafts import KEPT_FOR
from tracker.partnership.tables import Draft

# The version is kept: who goes on with an old draft must meet what was changed in the meantime.
NEVER_KEPT = frozenset({"_csrf_token", "key", "keep_identifiers", "password", "current"})
LONGEST_PATH = 200


async def keep_draft(person_id: int, form: str, fields: FieldValues, *, on_top: bool = False) -> None:
    """Keep what stands in a form for its writer alone, until it is saved or 30 days have passed.

    It takes the place of what was kept of this form, or lies on top of it: that comes back once this one is
    saved or thrown away.
    """
    told = {name: value for name, value in fields.items() if name not in NEVER_KEPT and value}
    async with writing():
        await one_at_a_time("drafts", person_id)
        if not on_top:
            await drop_draft(person_id, form)
        if told and len(form) <= LONGEST_PATH:
            await Draft(
                person=person_id, form=form, fields=json.dumps(told, ensure_ascii=False), kept_at=clock.now()
            ).save()


async def drop_draft(person_id: int, form: str) -> None:
    """Forget the draft that a form shows: its words were saved, or thrown away."""
    shown = Draft.select(Max(Draft.id)).where(Draft.person == person_id, Draft.form == form)
    await Draft.delete().where(Draft.id.is_in(shown))


async def drop_drafts_under(person_id: int, path: str) -> None:
    """Forget what this person left in the forms below a path."""
    await Draft.delete().where(Draft.person == person_id, Draft.form.like(f"{path}/%"))


async def sweep_drafts() -> None:
    """Forget drafts older than 30 days."""
    await Draft.delete().where(Draft.kept_at < clock.now() - KEPT_FOR)
