"""Why a pattern keeps arising: causes name the system, with shared conditions and thinking behind them."""

import asyncio
from uuid import uuid4

import pytest

from tests.cases.life import tabak
from tests.learning.words import a_pattern, cases_with, heard
from tests.queries import counted
from tracker.cases.actions.reclassifying import call_it_failure, call_it_value
from tracker.cases.tables import CaseFile
from tracker.learning.actions.causes import Naming, edit_cause, name_cause, remove_cause
from tracker.learning.actions.conditions import NewCondition, edit_condition, name_condition
from tracker.learning.actions.moving import merge_patterns
from tracker.learning.actions.thinking import edit_thinking, name_thinking
from tracker.learning.queries.causes import cause_for, causes_of
from tracker.learning.queries.conditions import condition_for, conditions_of
from tracker.learning.queries.former import former_of
from tracker.learning.queries.thinking import all_thinking, thinking_for
from tracker.learning.rules.catalogues import CONDITION_NAMES, why_not_condition
from tracker.learning.rules.causes import CAUSE_NAMES, TAKEN_FOR_ANOTHER, colleagues_named
from tracker.learning.rules.kinds import CauseKind, ConditionKind, Subject, WhoCanChange
from tracker.learning.rules.patterns import PATTERN_NAMES
from tracker.learning.tables.patterns import Cause as CauseRow
from tracker.learning.tables.patterns import Condition as ConditionRow
from tracker.problems import Conflict, NotFound, RuleBroken

WHY = "Elke dienst bewaart apart en vraagt apart."
OWN_FILE = NewCondition("Eigen dossiers", ConditionKind.RIGID_PROCESS, WhoCanChange.TEAM)
P = "/p/durmeland"


def naming(**rest):
    return Naming(**{"kind": CauseKind.MISMATCH, "explanation": WHY, **rest})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ben vergat het blad.", ["Ben"]),
        ("Dat zei Sofie Peeters ook.", ["Sofie Peeters"]),
        ("Sofie zei het.", ["Sofie Peeters"]),
        ("Ik ben het blad vergeten.", []),
        ("De Bennekom-regel.", []),
    ],
)
def test_a_colleague_is_known_by_first_or_whole_name_written_as_a_name(text, named):
    assert colleagues_named(text, ["Ben", "Sofie Peeters"]) == named


def test_a_condition_that_a_partner_can_change_says_which_partner():
    refusal = why_not_condition(name="Pauze", taken=[], who=WhoCanChange.PARTNER, organisation=None)

    assert refusal.field == "organisation"


async def test_a_cause_is_held_back_when_it_names_a_colleague_until_somebody_keeps_it(cast):
    an, pattern = await cast.an.viewer(), await a_pattern(cast)
    told = naming(explanation="Omdat Ben het blad vergat.")

    with pytest.raises(RuleBroken) as held:
        await name_cause(an, uuid4(), pattern, told)

    assert held.value.field == "keep_names"
    assert "Je noemt Ben." in held.value.reason
    await name_cause(an, uuid4(), pattern, naming(explanation=told.explanation, names_stay=True))
    assert [cause.explanation for cause in await causes_of(an, pattern)] == [told.explanation]


async def test_a_condition_and_a_thinking_are_made_in_the_same_act_and_once(cast):
    an, pattern, key = await cast.an.viewer(), await a_pattern(cast), uuid4()
    told = naming(new_condition=OWN_FILE, new_thinking="Zelf gevraagd is geldig.")
    first = await name_cause(an, key, pattern, told)
    second = await name_cause(an, key, pattern, told)

    assert first == second
    [cause] = await causes_of(an, pattern)
    assert [each.name for each in cause.conditions] == ["Eigen dossiers"]
    assert [each.name for each in cause.thinking] == ["Zelf gevraagd is geldig."]


async def test_the_catalogue_names_a_condition_once_also_when_two_people_do_it_at_once(cast):
    an, ben = await cast.an.viewer(), await cast.ben.viewer()
    outcomes = await asyncio.gather(
        name_condition(an, uuid4(), OWN_FILE), name_condition(ben, uuid4(), OWN_FILE), return_exceptions=True
    )

    assert sorted(isinstance(outcome, RuleBroken) for outcome in outcomes) == [False, True]
    assert await ConditionRow.count() == 1


async def test_a_condition_of_another_partnership_is_no_choice_and_no_page(cast, web):
    cas, pattern = await cast.cas.viewer(), await a_pattern(cast)
    theirs = await name_condition(cas, uuid4(), OWN_FILE)

    with pytest.raises(RuleBroken):
        await name_cause(await cast.an.viewer(), uuid4(), pattern, naming(conditions=frozenset({theirs})))
    with pytest.raises(NotFound):
        await condition_for(await cast.an.viewer(), theirs)

    assert (await web.as_(cast.an).get(f"{P}/systeemcondities/{theirs}")).status == 404
    assert await CauseRow.count() == 0


async def test_the_condition_behind_most_cases_comes_first_and_counts_each_case_once(cast):
    an = await cast.an.viewer()
    many = await a_pattern(cast, "Attest", *await cases_with(cast, 5))
    case = await tabak(cast)
    few = await a_pattern(cast, "Brief", await heard(cast, case), await heard(cast, case))
    letters = await name_condition(
        an, uuid4(), NewCondition("Brief telt", ConditionKind.RULES, WhoCanChange.OUTSIDE)
    )
    files = await name_condition(an, uuid4(), OWN_FILE)
    for pattern, condition in ((few, letters), (many, files), (many, files)):
        await name_cause(an, uuid4(), pattern, naming(conditions=frozenset({condition})))

    first, second = await conditions_of(an)
    assert (first.name, first.weight.causes, first.weight.patterns) == ("Eigen dossiers", 2, 1)
    assert first.weight.count.said == "5"
    assert (second.weight.count.said, second.weight.count.listed) == ("1", (case.code,))
    [_, unseen] = await conditions_of(await cast.bea.viewer())
    assert (unseen.weight.count.said, unseen.weight.count.listed) == ("minder dan 5", ())


async def test_a_thinking_weighs_what_it_holds_through_a_condition_too(cast):
    an = await cast.an.viewer()
    pattern = await a_pattern(cast, "Attest", *await cases_with(cast, 5))
    thought = await name_thinking(an, uuid4(), "Zelf gevraagd is geldig.")
    held = NewCondition(
        "Eigen dossiers", ConditionKind.RIGID_PROCESS, WhoCanChange.TEAM, thinking=frozenset({thought})
    )
    condition = await name_condition(an, uuid4(), held)
    await name_cause(an, uuid4(), pattern, naming(conditions=frozenset({condition})))

    [found] = await all_thinking(an)
    assert (found.weight.patterns, found.weight.count.said) == (1, "5")


async def test_what_is_asked_of_a_partner_stands_on_its_page_and_in_the_list(cast, web):
    an = await cast.an.viewer()
    asked = NewCondition(
        "Geen pauze",
        ConditionKind.ICT,
        WhoCanChange.PARTNER,
        organisation=cast.vdab,
        asked="Een status ‘pauze’.",
    )
    await name_condition(an, uuid4(), asked)
    await name_condition(an, uuid4(), OWN_FILE)
    seat = web.as_(cast.an)

    page = await seat.get(f"{P}/systeemcondities?organisatie={cast.vdab}")
    assert "Geen pauze" in page
    assert "Eigen dossiers" not in page
    assert "Een status ‘pauze’." in page
    partners = (await seat.get(f"{P}/partnerschap")).links()
    assert "Een status ‘pauze’." in await seat.get(partners["Bekijk VDAB"])


async def test_an_organisation_that_takes_no_part_cannot_be_asked(cast):
    asked = NewCondition("Geen pauze", ConditionKind.ICT, WhoCanChange.PARTNER, organisation=999_999)

    with pytest.raises(RuleBroken) as refused:
        await name_condition(await cast.an.viewer(), uuid4(), asked)

    assert refused.value.field == "organisation"


async def test_changing_a_cause_keeps_what_it_said_and_what_lay_behind_it(cast):
    an, pattern = await cast.an.viewer(), await a_pattern(cast)
    condition = await name_condition(an, uuid4(), OWN_FILE)
    cause = await name_cause(an, uuid4(), pattern, naming(conditions=frozenset({condition})))
    now = await cause_for(an, pattern, cause)
    await edit_cause(
        an, uuid4(), pattern, cause, naming(explanation="Anders."), version=now.version, reason="Beter."
    )

    [former] = await former_of(an, Subject.CAUSE, cause, CAUSE_NAMES)
    assert former.said == (("hoe het komt", WHY), ("systeemcondities", "Eigen dossiers"))
    assert (await cause_for(an, pattern, cause)).conditions == ()


async def test_changing_a_condition_keeps_what_it_said_in_words(cast):
    an = await cast.an.viewer()
    thought = await name_thinking(an, uuid4(), "Zelf gevraagd is geldig.")
    made = await name_condition(
        an,
        uuid4(),
        NewCondition(
            "Geen pauze",
            ConditionKind.ICT,
            WhoCanChange.PARTNER,
            organisation=cast.vdab,
            thinking=frozenset({thought}),
        ),
    )
    now = await condition_for(an, made)
    await edit_condition(
        an,
        made,
        NewCondition("Geen pauze", ConditionKind.ICT, WhoCanChange.BOARD, asked="Beslis."),
        version=now.version,
    )

    [former] = await former_of(an, Subject.CONDITION, made, CONDITION_NAMES)
    assert dict(former.said)["organisatie"] == "VDAB"
    assert dict(former.said)["denkwijzen erachter"] == "Zelf gevraagd is geldig."
    changed = await condition_for(an, made)
    assert (changed.organisation, changed.thinking, changed.who) == ("", (), WhoCanChange.BOARD)


async def test_two_people_changing_the_same_thing_meet_each_others_words(cast):
    an, ben, pattern = await cast.an.viewer(), await cast.ben.viewer(), await a_pattern(cast)
    cause = await name_cause(an, uuid4(), pattern, naming())
    condition = await name_condition(an, uuid4(), OWN_FILE)
    thought = await name_thinking(an, uuid4(), "Zo gaat dat.")
    before = await cause_for(an, pattern, cause)
    other = NewCondition("Van Ben", OWN_FILE.kind, OWN_FILE.who)
    was, meant = await condition_for(an, condition), await thinking_for(an, thought)
    await edit_cause(
        ben, uuid4(), pattern, cause, naming(explanation="Van een ander."), version=before.version
    )
    await edit_condition(ben, condition, other, version=was.version)
    await edit_thinking(ben, thought, "Van een ander.", "", version=meant.version)

    with pytest.raises(Conflict):
        await edit_cause(an, uuid4(), pattern, cause, naming(explanation="Van mij."), version=before.version)
    with pytest.raises(Conflict):
        await edit_condition(
            an, condition, NewCondition("Mijn", OWN_FILE.kind, OWN_FILE.who), version=was.version
        )
    with pytest.raises(Conflict):
        await edit_thinking(an, thought, "Van mij.", "", version=meant.version)

    assert (await condition_for(an, condition)).name == "Van Ben"


async def test_a_removed_cause_stays_readable_with_its_pattern(cast):
    an, pattern = await cast.an.viewer(), await a_pattern(cast)
    cause = await name_cause(an, uuid4(), pattern, naming())
    await remove_cause(an, pattern, cause, "Klopte niet.")

    assert await causes_of(an, pattern) == []
    [former] = await former_of(an, Subject.PATTERN, pattern, PATTERN_NAMES)
    assert former.said == (("oorzaak", f"mismatch: {WHY}"),)


async def test_causes_go_along_when_patterns_merge(cast):
    an = await cast.an.viewer()
    gone, goal = await a_pattern(cast, "Attest"), await a_pattern(cast, "Papier")
    await name_cause(an, uuid4(), gone, naming())
    await merge_patterns(an, gone, goal, "Hetzelfde.")

    assert [cause.explanation for cause in await causes_of(an, goal)] == [WHY]
    assert await causes_of(an, gone) == []


@pytest.mark.parametrize("there_and_back", [False, True])
async def test_a_demand_taken_for_another_kind_begins_the_cause_without_words_of_the_case(
    web, cast, there_and_back
):
    case, an = await tabak(cast), await cast.an.viewer()
    word = await heard(cast, case)
    pattern = await a_pattern(cast, "Attest", word)
    value = await call_it_value(an, case.code, uuid4(), word, "Hij vroeg werk van Tabak.")
    if there_and_back:
        await call_it_failure(an, case.code, uuid4(), value, "Hij vroeg het papier van Tabak.")
    new = f"{P}/patronen/{pattern}/oorzaken/nieuw"
    page = await web.as_(cast.an).get(new)

    fields = page.form(new)
    assert fields["kind"] == CauseKind.MISUNDERSTOOD
    assert fields["explanation"].strip() == TAKEN_FOR_ANOTHER
    assert "van Tabak." in page


async def test_a_cause_is_named_on_screen_with_a_new_condition_and_the_warning_can_be_passed(web, cast):
    pattern, an = await a_pattern(cast), web.as_(cast.an)
    new = f"{P}/patronen/{pattern}/oorzaken/nieuw"
    fields = (await an.get(new)).form(new) | {
        "kind": "mismatch",
        "explanation": "Cor is ook een merk van kopieermachine.",
        "new_condition": "Eigen dossiers",
        "new_who": "partner",
        "new_kind": "ict",
        "keep_names": "",
    }
    refused = await an.post(new, fields)
    assert "Je noemt Cor." in refused.errors["keep_names"]
    assert refused.form(new)["new_condition"] == "Eigen dossiers"
    again = await an.post(new, {**fields, "keep_names": "ja"})
    assert "organisation" in again.errors
    await an.post(new, {**fields, "keep_names": "ja", "organisation": cast.vdab})

    page = await an.get(f"{P}/patronen/{pattern}")
    [thread] = page.all("ol", "thread")
    assert "Eigen dossiers" in page.links()
    assert len([each for each in thread if "loopt" in each.get("class", "")]) == 5


async def test_the_thread_is_walked_both_ways(web, cast):
    an, seat = await cast.an.viewer(), web.as_(cast.an)
    case = await tabak(cast)
    word = await heard(cast, case)
    pattern = await a_pattern(cast, "Attest opnieuw", word)
    told = naming(new_condition=OWN_FILE, new_thinking="Zelf gevraagd is geldig.")
    cause = await name_cause(an, uuid4(), pattern, told)
    condition = (await ConditionRow.select(ConditionRow.id).first())["id"]
    [thought] = await all_thinking(an)
    places = [
        f"{P}/casussen/{case.code}/faalvragen/{word}",
        f"{P}/patronen/{pattern}",
        f"{P}/patronen/{pattern}/oorzaken/{cause}",
        f"{P}/systeemcondities/{condition}",
        f"{P}/denkwijzen/{thought.id}",
    ]
    reached = [{link.get("href") for link in (await seat.get(place)).all("a")} for place in places]

    for place in (0, 1, 2):
        assert set(places) - {places[place]} <= reached[place], places[place]
    for place in (3, 4):
        assert {places[1], places[2]} <= reached[place], places[place]


@pytest.mark.parametrize("name", ["bea", "dirk", "kim", "pro"])
async def test_who_does_not_work_on_cases_reads_causes_and_no_case(web, cast, name):
    an = await cast.an.viewer()
    pattern = await a_pattern(cast, "Attest", *await cases_with(cast, 3))
    told = naming(new_condition=OWN_FILE, new_thinking="Zelf gevraagd is geldig.")
    cause = await name_cause(an, uuid4(), pattern, told)
    [condition], [thought] = await conditions_of(an), await all_thinking(an)
    codes = [row["code"] for row in await CaseFile.select(CaseFile.code)]
    seat = web.as_(getattr(cast, name))

    for path in (
        f"patronen/{pattern}/oorzaken/{cause}",
        "systeemcondities",
        f"systeemcondities/{condition.id}",
        "denkwijzen",
        f"denkwijzen/{thought.id}",
    ):
        page = await seat.get(f"{P}/{path}")
        assert page.status == 200
        assert "minder dan 5" in page, path
        assert not any(secret in page.html for secret in ("Mijn diploma", "Schuil", *codes)), path


async def test_every_page_without_anything_says_what_to_do_next(web, cast):
    for path in ("systeemcondities", "denkwijzen", "patronen/groeperen", "systeemcondities?wie=bestuursraad"):
        page = await web.as_(cast.an).get(f"{P}/{path}")
        assert page.all("div", "empty"), path


async def test_the_catalogues_ask_the_database_sixteen_times_at_most(web, cast):
    an = await cast.an.viewer()
    for number in range(4):
        pattern = await a_pattern(cast, f"Patroon {number}", *await cases_with(cast, 2))
        told = naming(
            new_condition=NewCondition(f"Conditie {number}", OWN_FILE.kind, OWN_FILE.who),
            new_thinking=f"Gedachte {number}",
        )
        cause = await name_cause(an, uuid4(), pattern, told)
    [*_, condition], [*_, thought] = await conditions_of(an), await all_thinking(an)

    for path in (
        "systeemcondities",
        f"systeemcondities/{condition.id}",
        "denkwijzen",
        f"denkwijzen/{thought.id}",
        f"patronen/{pattern}/oorzaken/{cause}",
        f"patronen/{pattern}/oorzaken/{cause}/wijzig",
    ):
        with counted() as statements:
            page = await web.as_(cast.an).get(f"{P}/{path}")
        assert page.status == 200
        assert 3 < len(statements) <= 16, (path, len(statements))


async def test_a_condition_shows_the_thinking_named_beside_the_same_cause_once(cast, web):
    an, pattern = await cast.an.viewer(), await a_pattern(cast)
    own, other = [await name_thinking(an, uuid4(), words) for words in ("Zo gaat dat.", "Zo is de regel.")]
    kept = NewCondition("Pauze", ConditionKind.RIGID_PROCESS, WhoCanChange.TEAM, thinking=frozenset({own}))
    condition = await name_condition(an, uuid4(), kept)
    behind = naming(conditions=frozenset({condition}), thinking=frozenset({own, other}))
    await name_cause(an, uuid4(), pattern, behind)

    page = await web.as_(cast.bea).get(f"{P}/systeemcondities/{condition}")

    assert "Genoemd bij dezelfde oorzaak" in page
    there = [href for href in page.links().values() if "/denkwijzen/" in href]
    assert there == [f"{P}/denkwijzen/{own}", f"{P}/denkwijzen/{other}"]
