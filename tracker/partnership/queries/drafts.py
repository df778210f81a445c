"""What somebody typed and did not save yet."""

import json
from dataclasses import dataclass
from datetime import datetime

from tracker.partnership.tables import Draft

FieldValues = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class LeftInForm:
    """What stood in a form when its writer left it, and since when."""

    fields: FieldValues
    kept_at: datetime


async def draft_of(person_id: int, form: str) -> LeftInForm | None:
    """What this person left last in a form (named by its path), or None."""
    row = await (
        Draft.select(Draft.fields, Draft.kept_at)
        .where(Draft.person == person_id, Draft.form == form)
        .order_by(Draft.id, ascending=False)
        .first()
    )
    return LeftInForm(json.loads(row["fields"]), row["kept_at"]) if row else None


async def drafts_under(person_id: int, path: str) -> dict[str, FieldValues]:
    """What this person left in the forms below a path, by the rest of their path."""
    rows = await (
        Draft.select(Draft.form, Draft.fields)
        .where(Draft.person == person_id, Draft.form.like(f"{path}/%"))
        .order_by(Draft.id)
    )
    return {row["form"].removeprefix(f"{path}/"): json.loads(row["fields"]) for row in rows}
