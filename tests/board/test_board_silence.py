"""Silence decides nothing and shows nothing: every route of a proposal, asked by everyone, in every stage."""

import random
from uuid import uuid4

import pytest

from tests.board.proposing import BASE, a_text, in_round, proposed, says
from tests.house.test_matrix import address
from tracker.board.actions.proposals import being_there, objections, rounds, stages
from tracker.board.routes import ROUTES
from tracker.board.rules.kinds import Answer, RoundState, Stage, Verdict
from tracker.board.tables.proposals import Objection, Proposal, Round, Seat
from tracker.partnership.tables import TrailEntry
from tracker.problems import NotFound, RuleBroken

SECRET = "Zwaluwstaart"
EVERYONE = ("an", "ben", "cor", "out", "bea", "dirk", "kim", "pro")
PATHS = sorted(
    (method, path)
    for route in ROUTES
    for path in route.paths
    for method in route.http_methods
    if method in ("GET", "POST") and "/voorstellen" in path
)
# Everything any form of a proposal asks for, as somebody would who wants it closed; never an answer for Out.
FORCED = {
    "outcome": "Besloten.",
    "to": "decided",
    "reason": "Omdat.",
    "result": "keep",
    "seen": "Goed.",
    "next_on": "2030-01-01",
    "verdict": "neither",
    "argument": "Omdat.",
    "text": "Omdat.",
    "stage": "decided",
    "state": "decided",
}


def steps(proposal_id):
    """Every address of a proposal with its method; `{step}` and the like become 1, which exists."""
    for method, path in PATHS:
        place = path.replace("{proposal_id:int}", str(proposal_id)).replace("{step:int}", "5")
        yield method, address(place, "durmeland", "")


async def all_but_out(cast):
    proposal_id = await in_round(cast)
    for member in (cast.an, cast.ben, cast.cor):
        await says(member, proposal_id)
    return proposal_id


@pytest.mark.parametrize("stage", ["picture", "opinion", "round"])
async def test_with_one_silent_nobody_closes_it_by_any_request(web, cast, stage):
    proposal_id = await all_but_out(cast)
    kim = await cast.kim.viewer()
    if stage != "round":
        await stages.move(kim, proposal_id, Stage(stage))
    ends_the_round = ("/stap", "/einde", "/versie", "/intrekken", "/terugsturen", "/er-niet-bij")
    for member in EVERYONE:
        seat = web.as_(getattr(cast, member))
        for method, path in steps(proposal_id):
            if method == "POST" and not (member in ("out", "an", "kim") and path.endswith(ends_the_round)):
                await seat.post(path, {**FORCED, "key": str(uuid4())})

    row = await Proposal.select(Proposal.stage).first()
    assert row["stage"] in ("picture", "opinion", "round")
    assert not await Round.exists().where(Round.state == RoundState.DECIDED)
    assert not await Seat.exists().where(Seat.person == cast.out.person_id, Seat.answer != "")


async def test_what_ends_a_round_early_never_ends_it_as_decided(web, cast):
    for member in ("an", "kim", "cor", "ben"):
        for end in ("stap", "ronde/einde", "versie", "intrekken", "terugsturen", "besluit"):
            proposal_id = await all_but_out(cast)
            form = {**FORCED, "to": "opinion", "key": str(uuid4()), "title": "x"}
            await web.as_(getattr(cast, member)).post(f"{BASE}/{proposal_id}/{end}", form)

    assert not await Round.exists().where(Round.state == RoundState.DECIDED)
    assert not await Proposal.exists().where(Proposal.stage == Stage.DECIDED)


async def test_an_objection_stands_on_no_page_of_anyone_else_while_somebody_is_silent(web, cast):
    proposal_id = await in_round(cast)
    await says(cast.ben, proposal_id, Answer.OBJECTION, f"Dit is een {SECRET}.")
    read = 0
    for member in EVERYONE:
        seat = web.as_(getattr(cast, member))
        for method, path in steps(proposal_id):
            if method != "GET":
                continue
            for htmx in ({}, {"HX-Request": "true"}):
                answer = await seat.raw("GET", path, headers=htmx)
                read += answer.status_code == 200
                assert SECRET not in answer.text or (member == "ben" and "projectie" not in path), path
        for path in ("/", "/berichten", "/p/durmeland/leesboek"):
            assert SECRET not in (await seat.raw("GET", path)).text

    assert read > 40
    assert SECRET in (await web.as_(cast.ben).get(f"{BASE}/{proposal_id}")).html


class Walk:
    """The real acts, by people drawn at random; refusals are part of it."""

    def __init__(self, cast, proposal_id, seed):
        self.cast, self.proposal_id, self.chance = cast, proposal_id, random.Random(seed)
        self.withdrawn_by_owner: set[int] = set()

    async def step(self):
        chance, cast, id_ = self.chance, self.cast, self.proposal_id
        who = chance.choice((cast.an, cast.ben, cast.cor, cast.out, cast.kim, cast.kim, cast.bea))
        viewer, said = await who.viewer(), chance.choices(list(Answer), (1, 8, 2, 2))[0]
        person = chance.choice((cast.an, cast.ben, cast.cor, cast.out)).person_id
        asked = [row["id"] for row in await Objection.select(Objection.id).order_by(Objection.id)]
        about = chance.choice(asked) if asked else 0
        acts = {
            "answer": (30, lambda: rounds.answer(viewer, id_, said, "Omdat.")),
            "enter": (8, lambda: rounds.enter_answer(viewer, id_, person, said, "Omdat.")),
            "open": (12, lambda: rounds.open_round(viewer, id_, uuid4())),
            "decide": (14, lambda: rounds.decide(viewer, id_, rounds.Outcome())),
            "end": (1, lambda: rounds.end_without_decision(viewer, id_)),
            "amend": (2, lambda: rounds.amend(viewer, id_, uuid4(), a_text(text=str(uuid4())), "Omdat.")),
            "judge": (8, lambda: objections.judge(viewer, id_, about, Verdict.NEITHER, "Omdat.")),
            "confirm": (8, lambda: objections.confirm(viewer, id_, about, Verdict.NEITHER)),
            "withdraw": (3, lambda: objections.withdraw_objection(viewer, id_, about)),
            "away": (1, lambda: being_there.be_away(viewer, id_)),
            "back": (1, lambda: being_there.be_back(viewer, id_)),
            "argue": (3, lambda: being_there.argue(viewer, id_, uuid4(), "Omdat.")),
        }
        name = chance.choices(list(acts), [weight for weight, _ in acts.values()])[0]
        before = await TrailEntry.count()
        try:
            await acts[name][1]()
        except (RuleBroken, NotFound):
            assert await TrailEntry.count() == before
            return
        assert await TrailEntry.count() > before

    async def holds(self):
        silent = await Seat.count().where(
            Seat.round.state.is_in([RoundState.DECIDED, RoundState.REOPENED]),
            Seat.present.eq(True),
            Seat.stepped_out_at.is_null(),
            Seat.answer == "",
        )
        assert silent == 0
        decided = await Round.select(Round.version).where(
            Round.state.is_in([RoundState.DECIDED, RoundState.REOPENED])
        )
        assert len(decided) == len({row["version"] for row in decided})
        row = await Proposal.select(Proposal.stage).first()
        if row["stage"] == Stage.DECIDED:
            standing = await Objection.count().where(
                Objection.withdrawn_at.is_null(), Objection.confirmed_by.is_null()
            )
            assert standing == 0
        going_on = await Round.count().where(Round.state == RoundState.OPEN)
        assert going_on == (row["stage"] == Stage.ROUND)


@pytest.mark.parametrize("seed", range(4))
async def test_walks_of_real_acts_never_decide_over_silence(cast, seed):
    """Four times five walks of thirty acts."""
    reached = 0
    for part in range(5):
        await Proposal.delete(force=True)
        walk = Walk(cast, await proposed(cast), f"{seed}-{part}")
        for _ in range(30):
            await walk.step()
            await walk.holds()
        reached += await Seat.count().where(Seat.answer != "")

    assert reached
