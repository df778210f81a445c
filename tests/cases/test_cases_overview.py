"""What a case page tells, read from a case with years of work in it."""

from datetime import timedelta

from tests.beginnings import begins_with
from tests.cases.big_case import INTERACTIONS, SCORES, big_case
from tests.queries import counted
from tracker.cases.queries.overview import overview_of
from tracker.cases.rules.kinds import ContactOutcome, DemandState, Perspective, Validated


@begins_with(big_case)
async def test_a_case_is_read_in_seven_questions_however_much_there_is(cast, case):
    viewer = await cast.an.viewer()

    with counted() as statements:
        await overview_of(viewer, case)

    assert len(statements) == 7


@begins_with(big_case)
async def test_the_line_holds_every_score_in_order_with_its_words_and_the_purposes_beside_it(cast, case):
    line = (await overview_of(await cast.an.viewer(), case)).line

    assert [score.number for score in line.scores] == list(range(1, SCORES + 1))
    assert line.scores == tuple(sorted(line.scores, key=lambda score: score.on))
    assert all(score.interpretation and score.author == "An" for score in line.scores)
    assert line.latest.checked.answer is Validated.NO
    assert line.purpose.words.startswith("Dat ze stoppen")
    assert [former.since for former in line.former_purposes] == [case.started_on]


@begins_with(big_case)
async def test_of_each_perspective_the_first_and_the_last_two_readings_are_read(cast, case):
    demands = (await overview_of(await cast.an.viewer(), case)).demands

    weeks = [(reading.on - case.started_on) // timedelta(weeks=9) for reading in demands.readings]
    assert weeks == [0, 3, 7, 9, 10, 11]
    assert [each.perspective for each in demands.seen_by(Perspective.TEAM)] == [Perspective.TEAM] * 3
    assert demands.demands[3].id in demands.readings[0].ratings
    assert demands.readings[0].ratings[demands.demands[3].id].stars is None


@begins_with(big_case)
async def test_a_closed_demand_stays_with_the_reason_it_ended(cast, case):
    demands = (await overview_of(await cast.an.viewer(), case)).demands

    assert [(each.state, each.end_reason) for each in demands.ended] == [
        (DemandState.CLOSED, "Hij woont er nu.")
    ]
    assert len(demands.open) == 5


@begins_with(big_case)
async def test_all_interactions_count_as_days_and_the_last_three_have_their_words(cast, case):
    contacts = (await overview_of(await cast.an.viewer(), case)).contacts

    assert len(contacts) == INTERACTIONS
    assert contacts[0].on >= contacts[-1].on
    assert [bool(each.places) for each in contacts[:4]] == [True, True, True, False]
    assert {each.outcome for each in contacts} == set(ContactOutcome)
    assert {each.organisations for each in contacts} == {("OCMW Waas", "VDAB"), ("VDAB",), ("Arktos",)}


@begins_with(big_case)
async def test_the_last_assessments_and_failure_demands_come_with_their_number_in_all(cast, case):
    overview = await overview_of(await cast.an.viewer(), case)

    assert (len(overview.assessments.shown), overview.assessments.total) == (4, 12)
    assert all(len(each.places) == 1 for each in overview.assessments.shown)
    assert (len(overview.failures.shown), overview.failures.total) == (3, 9)
    assert overview.failures.shown[0].organisations == ("RVA", "VDAB")


@begins_with(big_case)
async def test_open_agreements_of_every_review_are_read_with_those_of_the_last_one(cast, case):
    consultation = (await overview_of(await cast.an.viewer(), case)).consultation

    assert [voice.name for voice in consultation.review.voices] == [
        "bewindvoering, OCMW Waas",
        "basiseducatie, Arktos",
    ]
    assert len(consultation.open) == 4
    assert [each.open for each in consultation.of_last_review] == [False, True]


@begins_with(big_case)
async def test_who_shares_the_case_and_what_the_person_said_about_it(cast, case):
    standing = (await overview_of(await cast.an.viewer(), case)).standing

    assert standing.organisations == ("Arktos", "OCMW Waas", "VDAB")
    assert standing.workers == ("An",)
    assert standing.agreement.how == "op papier, samen gelezen"
    assert standing.long_not_reviewed
    assert standing.ending is None
