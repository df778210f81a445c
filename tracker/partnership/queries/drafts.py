"""What somebody typed and did not save yet."""

import json

from tracker.partnership.tables import Draft

FieldValues = dict[str, str | list[str]]


async def draft_of(person_id: int, form: str) -> FieldValues:
    """What this person left in a form, or nothing."""
    row = await Draft.select(Draft.fields).where(Draft.person == person_id, Draft.form == form).first()
    return json.loads(row["fields"]) if row else {}
