"""The personas of a partnership, what they said before, and when the set is looked at again (L2)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.learning.rules.kinds import PersonaState
from tracker.learning.rules.personas import demand_lines
from tracker.learning.tables.personas import Persona, PersonaReview
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

IN_ORDER = list(PersonaState)


@dataclass(frozen=True, slots=True)
class Portrait:
    """A persona as it reads now; `demands` are the value demands, one per line."""

    id: int
    name: str
    context: str
    demands: str
    version: int
    state: PersonaState
    since: date | None
    retired_on: date | None

    @property
    def lines(self) -> tuple[str, ...]:
        return demand_lines(self.demands)

    @property
    def in_use(self) -> bool:
        return self.state is PersonaState.IN_USE

    @property
    def proposed(self) -> bool:
        return self.state is PersonaState.PROPOSED


@dataclass(frozen=True, slots=True)
class SetReview:
    """One time the set of personas was looked at, and when it will be next."""

    held_on: date
    next_on: date
    note: str
    author: str


async def personas(viewer: Viewer, *states: PersonaState) -> list[Portrait]:
    """The partnership's personas in these states (all when none is named), by name."""
    where: Any = Persona.partnership == viewer.partnership_id
    if states:
        where = where & Persona.state.is_in([str(state) for state in states])
    return await _portraits(where)


async def persona_of(viewer: Viewer, persona_id: int) -> Portrait:
    """One persona of the partnership. Raises NotFound."""
    found = await _portraits((Persona.partnership == viewer.partnership_id) & (Persona.id == persona_id))
    if not found:
        raise NotFound
    return found[0]


async def set_reviews(viewer: Viewer) -> list[SetReview]:
    """Every review of the set of personas, latest first."""
    rows = await (
        PersonaReview.select(
            PersonaReview.held_on,
            PersonaReview.next_on,
            PersonaReview.note,
            PersonaReview.author.name.as_alias("author"),
        )
        .where(PersonaReview.partnership == viewer.partnership_id)
        .order_by(PersonaReview.held_on, PersonaReview.id, ascending=False)
    )
    return [SetReview(**{**row, "author": row["author"] or ""}) for row in rows]


async def _portraits(where: Any) -> list[Portrait]:
    rows = await Persona.select(
        Persona.id,
        Persona.name,
        Persona.context,
        Persona.demands,
        Persona.version,
        Persona.state,
        Persona.since,
        Persona.retired_on,
    ).where(where)
    found = [Portrait(**{**row, "state": PersonaState(row["state"])}) for row in rows]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))
