"""What the coordination's own workbook says about personas and patterns comes in as proposals."""

from collections import Counter
from uuid import uuid4

import pytest

from tests.beginnings import begins_with
from tests.cases.meetjesland import BARNSTEEN_NUMBER, EXPECTED, TODAY, WATERVLO_START, sheets
from tracker import clock
from tracker.cases.actions.importing import Choices, bring_in
from tracker.cases.actions.importing.beside import kinds_with
from tracker.cases.exchange.comparing import held_cases
from tracker.cases.exchange.corrections import Corrections
from tracker.cases.exchange.reading import read_sheets
from tracker.cases.queries.importing import known_to
from tracker.cases.tables import CaseFile, FailureDemand
from tracker.learning.actions.bringing_in import LEARNING_IN_WORKBOOK
from tracker.learning.actions.personas import Description, describe_persona
from tracker.learning.actions.proposals import (
    confirm_all,
    confirm_case,
    confirm_persona,
    decline_case,
    decline_persona,
)
from tracker.learning.actions.resemblance import Comparison, compare
from tracker.learning.queries.capacity import asked_by
from tracker.learning.queries.misfits import misfits
from tracker.learning.queries.persona_matrix import NOWHERE, behind
from tracker.learning.queries.personas import persona_of, personas
from tracker.learning.queries.resemblance import cases_beside, likenesses_of
from tracker.learning.rules.kinds import PersonaState
from tracker.learning.tables.patterns import ProposedGrouping
from tracker.problems import NotFound, RuleBroken

BESIDE = (LEARNING_IN_WORKBOOK,)
MENDED = Corrections(cells={**WATERVLO_START, **BARNSTEEN_NUMBER})


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


async def imported(viewer, corrections=MENDED, beside=BESIDE):
    known = await known_to(viewer)
    reading = read_sheets(
        sheets(), TODAY, kinds=kinds_with(beside), corrections=corrections, held=held_cases(known.cases)
    )
    return await bring_in(viewer, reading, Choices(add_value_steps=True), beside=beside)


async def brought_in(cast, mended=True, beside=BESIDE):
    """The workbook, brought in by the coordination."""
    return await imported(await cast.cor.viewer(), MENDED if mended else Corrections(), beside)


with_workbook = begins_with(brought_in)


async def persona_named(viewer, name):
    return next(each for each in await personas(viewer) if each.name == name)


def test_the_personas_are_read_and_the_other_sheets_stay_what_they_were():
    with_personas = read_sheets(sheets(), TODAY, kinds=kinds_with(BESIDE))
    without = read_sheets(sheets(), TODAY)

    kinds = {plan.sheet: plan.kind for plan in with_personas.plans}
    assert kinds["Persona"] == "personas"
    assert kinds == {plan.sheet: plan.kind for plan in without.plans} | {"Persona": "personas"}
    assert with_personas.messages == without.messages


@with_workbook
async def test_personas_come_in_as_proposals_with_their_context_demands_and_what_they_ask(cast):
    cor = await cast.cor.viewer()

    persona = await persona_named(cor, "Altijd de papieren voor")
    assert persona.proposed
    assert persona.context.startswith("Alleenstaande ouder, jonge kinderen")
    assert persona.lines[:2] == ("Opvang die past bij de uren", "één keer papieren geven")
    asked = {skill.name for _, skill in await asked_by(cor, persona.id)}
    assert asked == {"kinderopvang", "schuldhulp", "sociaal recht"}


@with_workbook
async def test_the_cases_beside_each_persona_are_those_of_the_workbook_and_none_counts_yet(cast):
    cor = await cast.cor.viewer()

    beside = {each.name: len(await likenesses_of(cor, each.id)) for each in await personas(cor)}
    assert beside == EXPECTED["cases"]["by_persona"]
    assert await cases_beside(cor) == {}


@with_workbook
async def test_the_cases_that_fit_no_persona_wait_on_the_review_list(cast):
    cor = await cast.cor.viewer()

    waiting = {f"{each.alias.strip()}" for each in await misfits(cor)}
    assert waiting == {named.partition(" ")[2] for named in EXPECTED["cases"]["fits_no_persona"]}
    assert {each.case.alias.strip() for each in await behind(cor, NOWHERE)} == waiting


@with_workbook
async def test_the_patterns_beside_failure_demands_are_proposed_under_one_spelling(cast):
    names = Counter(row["name"] for row in await ProposedGrouping.select(ProposedGrouping.name))
    assert names.most_common(3) == [
        ("attest opnieuw bezorgen", names["attest opnieuw bezorgen"]),
        ("doorverwezen zonder warme overdracht", names["doorverwezen zonder warme overdracht"]),
        ("wachtlijst zonder nieuws", names["wachtlijst zonder nieuws"]),
    ]
    assert len(names) == len({name.casefold().strip() for name in names}) == 9
    assert 130 < sum(names.values()) <= await FailureDemand.count()


@with_workbook
async def test_a_workbook_that_comes_again_proposes_nothing_twice(cast, arranged):
    cor = await cast.cor.viewer()

    again = await imported(cor)

    assert arranged.added["personas"] == 5
    assert arranged.beside["resemblances"] == sum(EXPECTED["cases"]["by_persona"].values())
    assert {*again.added.values(), *again.beside.values()} == {0}


@with_workbook
async def test_what_somebody_declined_is_not_proposed_again(cast):
    cor = await cast.cor.viewer()
    kept, gone = (
        await persona_named(cor, "Altijd de papieren voor"),
        await persona_named(cor, "Het diploma in de kast"),
    )
    refused = (await likenesses_of(cor, kept.id))[0]
    await decline_persona(cor, gone.id)
    await decline_case(cor, kept.id, refused.id)

    again = await imported(cor)

    assert (again.added["personas"], again.beside["resemblances"]) == (0, 0)
    assert len(await personas(cor)) == 4


@begins_with(brought_in, mended=False)
async def test_rows_that_were_mended_later_bring_their_case_beside_its_persona(cast):
    cor = await cast.cor.viewer()
    stopped = await persona_named(cor, "Na de sluiting stilgevallen")
    before = len(await likenesses_of(cor, stopped.id))

    again = await imported(cor)

    assert len(await likenesses_of(cor, stopped.id)) == before + 1
    assert again.beside["misfits"] == 2


@begins_with(brought_in, beside=())
async def test_cases_that_came_in_before_get_their_proposals_when_the_workbook_comes_again(cast):
    cor = await cast.cor.viewer()

    again = await imported(cor)

    assert again.added["cases"] == 0
    assert again.beside["resemblances"] == sum(EXPECTED["cases"]["by_persona"].values())
    assert again.beside["groupings"] > 130


async def test_a_persona_that_is_already_described_is_not_proposed_beside_itself(cast):
    cor = await cast.cor.viewer()
    made = await describe_persona(cor, uuid4(), Description("altijd de papieren voor", "Anders.", "Opvang"))

    brought = await imported(cor)

    assert brought.added["personas"] == 4
    assert (await persona_of(cor, made)).context == "Anders."
    assert len(await likenesses_of(cor, made)) == 7


@with_workbook
async def test_the_coordination_confirms_a_persona_with_all_its_cases_at_once(cast):
    cor = await cast.cor.viewer()
    persona = await persona_named(cor, "Altijd de papieren voor")

    confirmed = await confirm_all(cor, persona.id)

    assert confirmed == 7
    assert (await persona_of(cor, persona.id)).state is PersonaState.IN_USE
    assert (await cases_beside(cor))[persona.id].cases == 7


@with_workbook
async def test_or_one_by_one_the_persona_first(cast):
    cor = await cast.cor.viewer()
    persona = await persona_named(cor, "Altijd de papieren voor")
    one, *_ = await likenesses_of(cor, persona.id)

    with pytest.raises(RuleBroken):
        await confirm_case(cor, persona.id, one.id)
    await confirm_persona(cor, persona.id)
    await confirm_case(cor, persona.id, one.id)

    assert [each.id for each in await likenesses_of(cor, persona.id) if not each.proposed] == [one.id]


@with_workbook
async def test_another_partnership_confirms_nothing_of_it(cast):
    cor, cas = await cast.cor.viewer(), await cast.cas.viewer()
    persona = await persona_named(cor, "Altijd de papieren voor")

    for act in (confirm_all, confirm_persona, decline_persona):
        with pytest.raises(NotFound):
            await act(cas, persona.id)


@begins_with(brought_in, beside=())
async def test_nothing_is_proposed_about_a_case_that_is_closed_to_the_coordination(cast):
    cor = await cast.cor.viewer()
    await CaseFile.update({CaseFile.closed_to_coordination: True}).where(CaseFile.alias == "Roos")

    await imported(cor)

    persona = await persona_named(cor, "Altijd de papieren voor")
    await CaseFile.update({CaseFile.closed_to_coordination: False}).where(CaseFile.alias == "Roos")
    assert "Roos" not in {each.alias for each in await likenesses_of(cor, persona.id)}


@with_workbook
async def test_on_screen_the_coordination_confirms_and_sees_who_lies_beside(cast, web):
    cor, seat = await cast.cor.viewer(), web.as_(cast.cor)
    persona = await persona_named(cor, "Altijd de papieren voor")
    path = f"/p/durmeland/persona/{persona.id}"

    listed, shown = await seat.get("/p/durmeland/persona"), await seat.get(path)
    answer = await seat.post(f"{path}/voorstel", {"answer": "all"})

    assert "Voorstellen uit jullie werkmap" in listed
    assert "Bevestig met 7 casussen" in shown
    assert (answer.status, answer.location.split("?")[0]) == (303, path)
    assert "7 casussen liggen ernaast" in await seat.get(path)
    assert "8 casussen vragen om een analyse" in await seat.get("/p/durmeland/persona")


@with_workbook
async def test_a_proposed_persona_beside_which_somebody_laid_a_case_is_not_thrown_away(cast):
    cor = await cast.cor.viewer()
    persona = await persona_named(cor, "Altijd de papieren voor")
    one, *_ = await likenesses_of(cor, persona.id)
    await compare(cor, one.code, uuid4(), persona.id, Comparison("Elf brieven.", ""))

    with pytest.raises(RuleBroken):
        await decline_persona(cor, persona.id)

    assert (await likenesses_of(cor, persona.id))[0].alike == "Elf brieven."
