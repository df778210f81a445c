"""The expertise that personas ask, against what partners bring."""

from uuid import uuid4

import pytest

from tracker.learning.actions.capacity import ask, ask_no_more, bring, choose
from tracker.learning.actions.personas import Description, describe_persona, retire_persona
from tracker.learning.queries.capacity import asked_by, capacity, skill_of
from tracker.learning.rules.capacity import Standing, standing
from tracker.learning.rules.kinds import Way
from tracker.partnership.queries.partners import partners
from tracker.problems import NotFound, RuleBroken


async def a_persona(cast, name="Altijd de papieren voor"):
    return await describe_persona(await cast.an.viewer(), uuid4(), Description(name, "Thuis.", "Opvang"))


async def parts_of(viewer):
    return {part.organisation: part.id for part in await partners(viewer)}


@pytest.mark.parametrize(
    ("asked", "brought", "expected"),
    [
        (1, 0, Standing.GAP),
        (3, 1, Standing.MET),
        (1, 2, Standing.OVERLAP),
        (0, 2, Standing.OVERLAP),
        (0, 1, Standing.NOT_ASKED),
    ],
)
def test_what_is_asked_and_what_is_brought_meet_or_do_not(asked, brought, expected):
    assert standing(asked, brought) is expected


async def test_the_same_expertise_written_twice_is_one(cast):
    cor, persona = await cast.cor.viewer(), await a_persona(cast)
    parts = await parts_of(cor)

    await ask(cor, persona, "Schuldhulp", frequency="elke maand")
    await bring(cor, parts["VDAB"], " schuldhulp ")

    [skill] = await capacity(cor)
    assert (skill.name, skill.standing) == ("Schuldhulp", Standing.MET)
    assert skill.asked[0].frequency == "elke maand"


async def test_only_personas_in_use_ask_and_only_partners_of_today_bring(cast):
    cor, persona = await cast.cor.viewer(), await a_persona(cast)
    await ask(cor, persona, "Schuldhulp")

    await retire_persona(cor, persona, reason="Te breed.")

    [skill] = await capacity(cor)
    assert skill.asked == ()
    assert [each.persona_id for each, _ in await asked_by(cor, persona)] == [persona]


async def test_a_gap_is_closed_in_a_chosen_way_with_a_reason(cast):
    cor, persona = await cast.cor.viewer(), await a_persona(cast)
    await ask(cor, persona, "Kinderopvang")
    [skill] = await capacity(cor)

    with pytest.raises(RuleBroken) as no_way:
        await choose(cor, skill.id, uuid4(), way=None, reason="Dringend.")
    with pytest.raises(RuleBroken) as no_reason:
        await choose(cor, skill.id, uuid4(), way=Way.NEW_PARTNER, reason=" ")
    await choose(cor, skill.id, uuid4(), way=Way.NEW_PARTNER, reason="Niemand doet vroege uren.")

    assert (no_way.value.field, no_reason.value.field) == ("way", "reason")
    assert (await skill_of(cor, skill.id)).way.way_name == "een nieuwe partner"


async def test_an_overlap_is_kept_with_why_and_nothing_is_chosen_about_what_nobody_asks(cast):
    cor = await cast.cor.viewer()
    parts = await parts_of(cor)
    for name in ("VDAB", "Arktos"):
        await bring(cor, parts[name], "Jobcoaching")
    [skill] = await capacity(cor)

    with pytest.raises(RuleBroken) as not_asked:
        await choose(cor, skill.id, uuid4(), way=Way.TRAINING, reason="Zomaar.")
    await choose(cor, skill.id, uuid4(), way=None, reason="Elk in een andere streek.")

    assert not_asked.value.field == "way"
    assert (await skill_of(cor, skill.id)).why_overlap.reason == "Elk in een andere streek."


async def test_what_a_persona_asks_can_be_taken_away(cast):
    cor, persona = await cast.cor.viewer(), await a_persona(cast)
    await ask(cor, persona, "Kinderopvang")
    [skill] = await capacity(cor)

    await ask_no_more(cor, persona, skill.id)

    assert await asked_by(cor, persona) == []


async def test_partners_and_expertise_of_another_partnership_do_not_exist(cast):
    cor, cas, persona = await cast.cor.viewer(), await cast.cas.viewer(), await a_persona(cast)
    await ask(cor, persona, "Kinderopvang")
    [skill] = await capacity(cor)
    mine = (await parts_of(cor))["VDAB"]

    for foreign in (
        bring(cas, mine, "Iets"),
        ask(cas, persona, "Iets"),
        choose(cas, skill.id, uuid4(), way=Way.LEAVE, reason="Zomaar."),
    ):
        with pytest.raises(NotFound):
            await foreign


async def test_everyone_in_the_partnership_reads_it_and_the_coordination_changes_it(cast, web):
    cor, persona = await cast.cor.viewer(), await a_persona(cast)
    await ask(cor, persona, "Kinderopvang")
    [skill] = await capacity(cor)
    path = f"/p/durmeland/capaciteit/{skill.id}"

    read = {m.name: await web.as_(m).get("/p/durmeland/capaciteit") for m in (cast.bea, cast.dirk, cast.kim)}
    change = {m.name: (await web.as_(m).get(path)).status for m in (cast.cor, cast.an, cast.bea, cast.dot)}

    assert all("Niemand brengt dit Kinderopvang" in page for page in read.values())
    assert change == {"Cor": 200, "An": 403, "Bea": 403, "Dot": 404}


async def test_the_coordination_walks_from_a_gap_to_a_choice_and_from_a_partner_to_what_it_brings(cast, web):
    cor, persona = await cast.cor.viewer(), await a_persona(cast)
    await ask(cor, persona, "Kinderopvang")
    [skill], seat = await capacity(cor), web.as_(cast.cor)
    path, partner = f"/p/durmeland/capaciteit/{skill.id}", (await parts_of(cor))["VDAB"]
    chosen = (await seat.get(path)).form()

    kept = await seat.post(path, {**chosen, "way": "training", "reason": "Twee mensen leren het."})
    brought = await seat.post(f"/p/durmeland/capaciteit/partners/{partner}", {"expertise": "Wonen"})

    assert (kept.status, brought.status) == (303, 303)
    assert "Gekozen: vorming. Twee mensen leren het." in await seat.get("/p/durmeland/capaciteit")
    page = await seat.get(f"/p/durmeland/partnerschap/organisaties/{partner}")
    assert "Brengt aan expertise Wijzig de expertise Wonen" in page
