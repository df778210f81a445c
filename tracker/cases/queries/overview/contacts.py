"""The interactions of a case: all of them as days, the last few with their words (C8)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import ContactKind, ContactOutcome
from tracker.cases.tables import Interaction
from tracker.partnership.rules.roles import Viewer

WITH_WORDS = 3
"""How many of the last interactions carry their note and the value demands they answer."""


@dataclass(frozen=True, slots=True)
class Contact:
    """An interaction; `places` are those of the value demands it answers."""

    id: int
    on: date
    kind: ContactKind
    outcome: ContactOutcome
    organisations: tuple[str, ...]
    with_whom: str
    minutes: int | None
    note: str
    places: tuple[int, ...]


CONTACTS = """
    SELECT i.id, i.happened_on, i.kind, i.outcome, i.with_whom, i.minutes, i.note,
           o.name AS organisation, oo.name AS other_organisation, d.place
      FROM (SELECT id, happened_on, kind, outcome, organisation, minutes,
                   row_number() OVER (ORDER BY happened_on DESC, id DESC) AS back, with_whom, note
              FROM interaction WHERE "case" = {}) i
      LEFT JOIN organisation o ON o.id = i.organisation
      LEFT JOIN interaction_organisation io ON io.interaction = i.id
      LEFT JOIN organisation oo ON oo.id = io.organisation
      LEFT JOIN interaction_demand a ON a.interaction = i.id AND i.back <= {}
      LEFT JOIN value_demand d ON d.id = a.demand
     ORDER BY i.happened_on DESC, i.id DESC, oo.name, d.place
"""


async def contacts_of(viewer: Viewer, case: Case) -> tuple[Contact, ...]:
    """Every interaction, latest first."""
    rows = await Interaction.raw(CONTACTS, case.id, WITH_WORDS)
    by_id: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        by_id.setdefault(row["id"], []).append(row)
    return tuple(_contact(held) for held in by_id.values())


def _contact(held: list[dict[str, Any]]) -> Contact:
    row = held[0]
    organisations = [row["organisation"], *(each["other_organisation"] for each in held)]
    return Contact(
        id=row["id"],
        on=row["happened_on"],
        kind=ContactKind(row["kind"]),
        outcome=ContactOutcome(row["outcome"]),
        organisations=tuple(dict.fromkeys(name for name in organisations if name)),
        with_whom=row["with_whom"],
        minutes=row["minutes"],
        note=row["note"],
        places=tuple(dict.fromkeys(each["place"] for each in held if each["place"] is not None)),
    )
