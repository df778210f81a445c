"""Interactions of a case in a long list, one by one, and those that still ask for words (C8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.columns.combination import WhereRaw

from tracker.cases.queries.pages import SIZE, Shown
from tracker.cases.queries.seen import Case, visible_to
from tracker.cases.rules.interactions import asks_completion_since, says_only_its_kind, usual_kind
from tracker.cases.rules.kinds import CaseState, ContactKind, ContactOutcome
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import CaseFile, Interaction, InteractionDemand, InteractionOrganisation
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound

MOST_TO_COMPLETE = 20


@dataclass(frozen=True, slots=True)
class Bare:
    """An interaction of which only the kind is known (`says_only_its_kind`)."""

    id: int
    code: str
    case_name: str
    on: date
    kind: ContactKind


@dataclass(frozen=True, slots=True)
class Entry:
    """An interaction; the organisation it was noted for comes apart from the others that took part."""

    id: int
    code: str
    case_name: str
    on: date
    kind: ContactKind
    outcome: ContactOutcome
    organisation_id: int | None
    organisation: str
    others: Mapping[int, str]
    with_whom: str
    minutes: int | None
    note: str
    demands: Mapping[int, int]
    """The value demands it answers: id, and the place that gives the letter."""
    author: str

    @property
    def bare(self) -> bool:
        """Whether it still asks to be completed."""
        return says_only_its_kind(
            self.outcome,
            note=self.note,
            with_whom=self.with_whom,
            minutes=self.minutes,
            demands=self.demands,
        )

    @property
    def organisations(self) -> tuple[str, ...]:
        return tuple(name for name in (self.organisation, *self.others.values()) if name)

    @property
    def places(self) -> list[int]:
        return sorted(self.demands.values())

    @property
    def version(self) -> str:
        return version_of(
            self.on,
            self.kind,
            self.outcome,
            self.organisation_id,
            sorted(self.others),
            self.with_whom,
            self.minutes,
            self.note,
            sorted(self.demands),
        )


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is asked of the list; everything empty asks for all interactions of the case."""

    kind: ContactKind | None = None
    outcome: ContactOutcome | None = None
    organisation: int | None = None


async def entries_of(case: Case, asked: Narrowed, page: int = 1) -> Shown[Entry]:
    """The interactions of a case that are asked, 50 at a time."""
    where: Any = Interaction.case == case.id
    if asked.kind:
        where = where & (Interaction.kind == asked.kind)
    if asked.outcome:
        where = where & (Interaction.outcome == asked.outcome)
    if asked.organisation:
        took_part = InteractionOrganisation.select(InteractionOrganisation.interaction).where(
            InteractionOrganisation.organisation == asked.organisation
        )
        where = where & ((Interaction.organisation == asked.organisation) | Interaction.id.is_in(took_part))
    total = await Interaction.count().where(where)
    rows = await _rows(where).limit(SIZE).offset((page - 1) * SIZE)
    return Shown(await _told(rows), total, page)


async def entry_of(case: Case, interaction_id: int) -> Entry:
    """One interaction of the case. Raises NotFound."""
    rows = await _rows((Interaction.case == case.id) & (Interaction.id == interaction_id))
    if not rows:
        raise NotFound
    return (await _told(rows))[0]


async def organisations_in(case: Case) -> dict[int, str]:
    """Every organisation that took part in an interaction of the case, by name."""
    own = Interaction.organisation
    main = (
        await Interaction.select(own, own.name.as_alias("name"))
        .where(Interaction.case == case.id, own.is_not_null())
        .group_by(own, own.name)
    )
    other = InteractionOrganisation.organisation
    also = (
        await InteractionOrganisation.select(other, other.name.as_alias("name"))
        .where(InteractionOrganisation.interaction.case == case.id)
        .group_by(other, other.name)
    )
    names = {row["organisation"]: row["name"] for row in (*main, *also)}
    return dict(sorted(names.items(), key=lambda each: each[1].casefold()))


async def kind_to_begin_with(viewer: Viewer, case: Case) -> ContactKind:
    """The kind the form proposes to this viewer."""
    mine = Interaction.author == viewer.person_id
    return usual_kind(await _last_kind(mine & (Interaction.case == case.id)), await _last_kind(mine))


async def to_complete(viewer: Viewer) -> list[Bare]:
    """What this viewer noted in the last month with only its kind, on running cases, latest first."""
    rows = await (
        Interaction.select(
            Interaction.id,
            Interaction.case.code.as_alias("code"),
            Interaction.case.alias.as_alias("alias"),
            Interaction.happened_on,
            Interaction.kind,
        )
        .where(
            Interaction.author == viewer.person_id,
            Interaction.happened_on >= asks_completion_since(viewer.today),
            Interaction.outcome != ContactOutcome.ATTEMPT,
            Interaction.note == "",
            Interaction.with_whom == "",
            Interaction.minutes.is_null() | (Interaction.minutes == 0),
            Interaction.case.is_in(
                CaseFile.select(CaseFile.id).where(visible_to(viewer), CaseFile.state == CaseState.RUNNING)
            ),
            WhereRaw("NOT EXISTS (SELECT 1 FROM interaction_demand d WHERE d.interaction = interaction.id)"),
        )
        .order_by(Interaction.happened_on, Interaction.id, ascending=False)
        .limit(MOST_TO_COMPLETE)
    )
    return [
        Bare(
            row["id"],
            row["code"],
            row["alias"] or row["code"],
            row["happened_on"],
            ContactKind(row["kind"]),
        )
        for row in rows
    ]


async def _last_kind(where: Any) -> ContactKind | None:
    row = await (
        Interaction.select(Interaction.kind)
        .where(where)
        .order_by(Interaction.written_at, Interaction.id, ascending=False)
        .first()
    )
    return ContactKind(row["kind"]) if row else None


def _rows(where: Any) -> Any:
    return (
        Interaction.select(
            Interaction.id,
            Interaction.case.code.as_alias("code"),
            Interaction.case.alias.as_alias("alias"),
            Interaction.happened_on,
            Interaction.kind,
            Interaction.outcome,
            Interaction.organisation,
            Interaction.organisation.name.as_alias("organisation_name"),
            Interaction.with_whom,
            Interaction.minutes,
            Interaction.note,
            Interaction.author.name.as_alias("author_name"),
        )
        .where(where)
        .order_by(Interaction.happened_on, Interaction.id, ascending=False)
    )


async def _told(rows: list[dict[str, Any]]) -> tuple[Entry, ...]:
    """The rows with who else took part and which value demands they answer, in two questions more."""
    ids = [row["id"] for row in rows]
    if not ids:
        return ()
    others = await (
        InteractionOrganisation.select(
            InteractionOrganisation.interaction,
            InteractionOrganisation.organisation,
            InteractionOrganisation.organisation.name.as_alias("name"),
        )
        .where(InteractionOrganisation.interaction.is_in(ids))
        .order_by(InteractionOrganisation.id)
    )
    demands = await InteractionDemand.select(
        InteractionDemand.interaction,
        InteractionDemand.demand,
        InteractionDemand.demand.place.as_alias("place"),
    ).where(InteractionDemand.interaction.is_in(ids))
    took_part: dict[int, dict[int, str]] = {}
    for row in others:
        took_part.setdefault(row["interaction"], {})[row["organisation"]] = row["name"]
    answers: dict[int, dict[int, int]] = {}
    for row in demands:
        answers.setdefault(row["interaction"], {})[row["demand"]] = row["place"]
    return tuple(
        Entry(
            id=row["id"],
            code=row["code"],
            case_name=row["alias"] or row["code"],
            on=row["happened_on"],
            kind=ContactKind(row["kind"]),
            outcome=ContactOutcome(row["outcome"]),
            organisation_id=row["organisation"],
            organisation=row["organisation_name"] or "",
            others=took_part.get(row["id"], {}),
            with_whom=row["with_whom"],
            minutes=row["minutes"],
            note=row["note"],
            demands=answers.get(row["id"], {}),
            author=row["author_name"] or "",
        )
        for row in rows
    )
