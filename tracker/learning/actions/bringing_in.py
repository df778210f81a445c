"""What a workbook says about personas and patterns: it comes in as proposals, once (C18, L2, L5).

A workbook that comes again proposes nothing twice, also not what somebody declined meanwhile.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from tracker.cases.actions.importing.beside import Beside
from tracker.cases.actions.importing.inserting import insert_all
from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.cleaning.texts import plain, tidy
from tracker.cases.exchange.comparing import ComparedRow, Status
from tracker.cases.exchange.identity import digest
from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.kinds.failures import FAILURE_DEMANDS
from tracker.cases.tables import ImportedRow
from tracker.learning.actions.capacity import expertise_named
from tracker.learning.exchange.personas import PERSONAS, PersonaRow
from tracker.learning.queries.as_sheets.round_trip import standing_personas
from tracker.learning.queries.openable import openable
from tracker.learning.queries.personas import personas
from tracker.learning.rules.kinds import PersonaState, ResemblanceState
from tracker.learning.tables.patterns import Occurrence, ProposedGrouping
from tracker.learning.tables.personas import ExpertiseAsked, Misfit, Persona, Resemblance

LONGEST_NAME = 120
SAID_BY_WORKBOOK = "In onze werkmap staat dat deze casus bij geen persona past."
_AT_ONCE = 10_000


async def keep_proposals(landing: Landing) -> Mapping[str, int]:
    """Keep the personas of the workbook, the cases beside them, the cases that fit none, and the patterns."""
    may_open = await openable(landing.viewer)
    cases = {case: row.row.record for row, case in _there(landing, CASES.name) if case in may_open}
    by_name = {plain(each.name): each.id for each in await personas(landing.viewer)}
    added = await _describe(landing, landing.comparison.of(PERSONAS.name, Status.NEW), by_name)
    named = (name for record in cases.values() for name in record.personas if plain(name))
    added += await _name(landing, named, by_name)
    return {
        PERSONAS.name: added,
        "resemblances": await _lay_beside(landing, _pairs(landing, cases, by_name, may_open)),
        "misfits": await _fit_none(
            landing, [case for case, record in cases.items() if record.fits_no_persona]
        ),
        "groupings": await _group(landing),
    }


async def _describe(landing: Landing, rows: Sequence[ComparedRow], by_name: dict[str, int]) -> int:
    """Write the personas that have a row of their own, with the expertise they ask."""
    added = 0
    for row in rows:
        record: PersonaRow = row.row.record
        persona = by_name.get(plain(record.name))
        if persona is None:
            persona = await _propose(landing, record.name, record.context, "\n".join(record.demands))
            by_name[plain(record.name)] = persona
            added += 1
            for name in record.expertise:
                expertise = await expertise_named(landing.viewer, name[:LONGEST_NAME])
                there = (ExpertiseAsked.persona == persona) & (ExpertiseAsked.expertise == expertise)
                if not await ExpertiseAsked.exists().where(there):
                    await ExpertiseAsked(persona=persona, expertise=expertise).save()
        landing.became[row.row.identity] = persona
    return added


async def _name(landing: Landing, names: Iterable[str], by_name: dict[str, int]) -> int:
    """Propose the personas that only stand beside a case."""
    added = 0
    for name in names:
        if plain(name) not in by_name and not await _came_before(landing, name):
            by_name[plain(name)] = await _propose(landing, name, "", "")
            added += 1
    return added


async def _came_before(landing: Landing, name: str) -> bool:
    """Whether a persona of this name was proposed before; it is not there any more, so it was declined."""
    return await ImportedRow.exists().where(
        ImportedRow.partnership == landing.viewer.partnership_id,
        ImportedRow.identity == _identity(landing, "persona_names", plain(name)),
    )


async def _propose(landing: Landing, name: str, context: str, demands: str) -> int:
    row = Persona(
        key=uuid4(),
        partnership=landing.viewer.partnership_id,
        name=name[:LONGEST_NAME],
        context=context,
        demands=demands,
        state=PersonaState.PROPOSED,
        written_at=landing.now,
    )
    await row.save()
    await _remember(landing, "persona_names", {_identity(landing, "persona_names", plain(name)): row.id})
    return int(row.id)


def _pairs(
    landing: Landing, cases: Mapping[int, Any], by_name: Mapping[str, int], may_open: Mapping[int, Any]
) -> list[tuple[int, int]]:
    """Case and persona, from both sheets, each once."""
    pairs = {
        (case, by_name[plain(name)]): None
        for case, record in cases.items()
        for name in record.personas
        if plain(name) in by_name
    }
    # A number in the file is a case that came in now, or one that was here.
    ids = {**landing.comparison.case_ids, **landing.case_ids}
    ids |= {record.code: case for case, record in cases.items()}
    for status in (Status.NEW, Status.KNOWN):
        for row in landing.comparison.of(PERSONAS.name, status):
            persona = by_name.get(plain(row.row.record.name))
            for code in row.row.record.cases:
                if persona is not None and ids.get(code) in may_open:
                    pairs[ids[code], persona] = None
    return list(pairs)


async def _lay_beside(landing: Landing, pairs: Sequence[tuple[int, int]]) -> int:
    there = {
        (row["case"], row["persona"])
        for row in await Resemblance.select(Resemblance.case, Resemblance.persona).where(
            Resemblance.persona.partnership == landing.viewer.partnership_id
        )
    }
    return await _keep_once(
        landing,
        "resemblances",
        Resemblance,
        {
            f"{case} {persona}": {
                "key": uuid4(),
                "case": case,
                "persona": persona,
                "alike": "",
                "different": "",
                "involve": "",
                "state": ResemblanceState.PROPOSED,
                "author": None,
                "written_at": landing.now,
            }
            for case, persona in pairs
            if (case, persona) not in there
        },
    )


async def _fit_none(landing: Landing, cases: Sequence[int]) -> int:
    there = {
        row["case"]
        for row in await Misfit.select(Misfit.case).where(
            Misfit.case.partnership == landing.viewer.partnership_id
        )
    }
    return await _keep_once(
        landing,
        "misfits",
        Misfit,
        {
            str(case): {
                "key": uuid4(),
                "case": case,
                "why": SAID_BY_WORKBOOK,
                "noticed_on": landing.viewer.today,
                "author": None,
                "written_at": landing.now,
                "outcome": "",
                "outcome_why": "",
            }
            for case in cases
            if case not in there
        },
    )


async def _group(landing: Landing) -> int:
    """The pattern beside a failure demand, under its most used spelling."""
    named = {
        demand: tidy(row.row.record.pattern)
        for row, demand in _there(landing, FAILURE_DEMANDS.name)
        if plain(row.row.record.pattern)
    }
    partnership = landing.viewer.partnership_id
    grouped = {
        row["failure_demand"]
        for table in (Occurrence, ProposedGrouping)
        for row in await table.select(table.failure_demand).where(
            table.partnership == partnership, table.failure_demand.is_not_null()
        )
    }
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name in named.values():
        spellings[plain(name)][name] += 1
    return await _keep_once(
        landing,
        "groupings",
        ProposedGrouping,
        {
            f"{demand} {plain(name)}": {
                "partnership": partnership,
                "failure_demand": demand,
                "name": spellings[plain(name)].most_common(1)[0][0],
            }
            for demand, name in named.items()
            if demand not in grouped
        },
        by=("failure_demand",),
    )


async def _keep_once(
    landing: Landing,
    kind: str,
    table: Any,
    rows: Mapping[str, Mapping[str, Any]],
    by: Sequence[str] = ("key",),
) -> int:
    """Insert what no workbook proposed before, and remember that this one did; `rows` by what names them."""
    names = {_identity(landing, kind, about): row for about, row in rows.items()}
    before: set[str] = set()
    wanted = list(names)
    for start in range(0, len(wanted), _AT_ONCE):
        found = await ImportedRow.select(ImportedRow.identity).where(
            ImportedRow.partnership == landing.viewer.partnership_id,
            ImportedRow.identity.is_in(wanted[start : start + _AT_ONCE]),
        )
        before |= {row["identity"] for row in found}
    new = {identity: row for identity, row in names.items() if identity not in before}
    ids = await insert_all(table, list(new.values()), by)
    became = {identity: ids[tuple(row[name] for name in by)] for identity, row in new.items()}
    await _remember(landing, kind, became)
    return len(new)


def _identity(landing: Landing, kind: str, about: str) -> str:
    return digest(kind, f"{landing.viewer.partnership_id} {about}")


async def _remember(landing: Landing, kind: str, became: Mapping[str, int]) -> None:
    """So that the same proposal is known the next time."""
    remembered = [
        {
            "partnership": landing.viewer.partnership_id,
            "kind": kind,
            "identity": identity,
            "natural_key": "",
            "written": "",
            "subject_id": subject,
            "imported_at": landing.now,
        }
        for identity, subject in became.items()
    ]
    await insert_all(ImportedRow, remembered, by=())


def _there(landing: Landing, kind: str) -> Iterable[tuple[ComparedRow, int]]:
    """The rows of a kind that are kept, now or before, with what they became."""
    for row in landing.comparison.rows:
        if row.row.kind != kind or row.row.record is None:
            continue
        if row.status is Status.KNOWN and row.subject_id is not None:
            yield row, row.subject_id
        elif row.row.identity in landing.became:
            yield row, landing.became[row.row.identity]


LEARNING_IN_WORKBOOK = Beside(
    kinds=(PERSONAS,),
    keep=keep_proposals,
    labels={
        "resemblances": "Casussen naast een persona (voorstel)",
        "misfits": "Past bij geen persona",
        "groupings": "Faalvragen met een patroon (voorstel)",
    },
    note="Persona’s, de casussen ernaast en de patronen bij faalvragen komen binnen als voorstel. "
    "Ze tellen pas mee als iemand van jullie ze bevestigt.",
    then=(("Bekijk de persona’s", "personas.list"), ("Bekijk de patronen", "patterns.group")),
    standing=standing_personas,
)
