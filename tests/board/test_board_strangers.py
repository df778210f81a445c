"""What no request around a round decides or starts, and what strangers find of it: nothing."""

from uuid import uuid4

from tests.board.meetings import an_issue, opened, prepared, with_item
from tests.board.proposing import a_text, in_round, says
from tests.learning import initiated
from tracker import clock
from tracker.board.actions.proposals import rounds
from tracker.board.actions.proposals.preparing import Frame, NewProposal, make_proposal
from tracker.board.rules.kinds import Circle, Stage
from tracker.board.tables.proposals import Proposal, Seat
from tracker.cli.examining import all_routes
from tracker.learning.tables.initiatives import Initiative

WHO = ("an", "ben", "cor", "kim", "bea", "dirk", "dot")
"""Who proposed, members, who facilitates, the board, another partnership; Out alone stays silent."""
PLACES = ("kwesties", "overleg", "verbeteren", "voorstellen")
LAST = ("/stop", "/terug")
"""Acts that rightly end an initiative: tried after all others."""


def routes(method: str) -> list[str]:
    """The addresses of proposals, meetings, initiatives and issues, as they were declared."""
    starts = tuple(f"/p/{{partnership}}/{place}" for place in PLACES)
    found = {row["path"] for row in all_routes() if row["method"] == method}
    return sorted((path for path in found if path.startswith(starts)), key=lambda path: path.endswith(LAST))


def at(route: str, ids: dict[str, object], partnership: str = "durmeland") -> str:
    """The address of a route about these things."""
    for name, value in {"partnership": partnership, "part": "waarom", **ids}.items():
        route = route.replace(f"{{{name}}}", str(value))
    return "/".join("1" if piece.startswith("{") else piece for piece in route.split("/"))


def wished() -> dict[str, str]:
    """What somebody who wants a decision could send, whatever the form asks."""
    day = clock.today().isoformat()
    return {
        **dict.fromkeys(("stage", "to", "state"), "decided"),
        **dict.fromkeys(("argument", "outcome", "text", "reason", "seen", "evidence", "how"), "Zo is het."),
        **dict.fromkeys(("arguments_until", "held_on", "review_on"), day),
        "key": str(uuid4()),
        "answer": "consent",
        "verdict": "neither",
        "then": "ronde",
        "wanted": "nee",
        "freeze": "ja",
        "minutes": "Besloten.",
        "present": "1",
        "result": "keep",
    }


async def all_but_out(cast, initiative: int) -> int:
    """A round about starting an initiative in which everyone but Out agreed."""
    frame = Frame(title="Eén map", driver="Alles komt dubbel.", facilitator=cast.kim.person_id)
    new = NewProposal(Circle.TEAM, frame, a_text(), initiative=initiative)
    proposal_id = await make_proposal(await cast.an.viewer(), uuid4(), new)
    await rounds.open_round(await cast.kim.viewer(), proposal_id, uuid4())
    for member in (cast.an, cast.ben, cast.cor):
        await says(member, proposal_id)
    return proposal_id


async def test_while_one_is_silent_no_request_of_anybody_decides_or_starts(web, cast):
    made = await initiated.offered(cast)
    proposal_id = await all_but_out(cast, made)
    meeting = await opened(cast)
    ids = {"proposal_id": proposal_id, "initiative_id": made, "meeting_id": meeting}
    ids |= {"item_id": await with_item(cast, meeting), "number": 1}
    seats = {name: web.as_(getattr(cast, name)) for name in WHO}

    for seat in seats.values():
        await seat.post("/p/durmeland/overleg")
    answered = []
    for route in routes("POST"):
        if "voorstellen" in route:
            continue
        for name, seat in seats.items():
            # Most of these forms stand on no page of theirs: what the refusal looks like is not the point.
            answer = await seat.raw("POST", at(route, ids), data={"_csrf_token": seat.csrf, **wished()})
            answered.append(answer.status_code)
            assert answer.status_code < 500, (route, name)
        said = await Seat.select(Seat.answer).where(Seat.person == cast.out.person_id)
        assert {row["answer"] for row in said} == {""}, route
        row = await Proposal.select().where(Proposal.id == proposal_id).first()
        assert row["stage"] != Stage.DECIDED and row["decided_at"] is None, route
        row = await Initiative.select().where(Initiative.id == made).first()
        assert row["decided_on"] is None and row["started_on"] is None, route
    assert len(answered) > 250 and 303 in answered


async def test_strangers_find_nothing_of_what_a_partnership_decides(web, cast):
    made = await initiated.ready(cast)
    proposal_id = await in_round(cast, title="Wilgenroosje")
    issue, meeting = await an_issue(cast, "Wilgenroosje"), await prepared(cast, place="Wilgenroosje")
    await with_item(cast, meeting, "Wilgenroosje")
    ids = {"proposal_id": proposal_id, "initiative_id": made, "meeting_id": meeting, "issue_id": issue}
    nobody, dot, ewa = web.as_nobody(), web.as_(cast.dot), web.as_(cast.ewa)

    for route in routes("GET"):
        assert (await dot.raw("GET", at(route, ids))).status_code == 404, route
        assert (await nobody.raw("GET", at(route, ids))).status_code in (303, 302, 404), route
        assert (await ewa.raw("GET", at(route, ids))).status_code == 404, route
        own = await dot.raw("GET", at(route, ids, "kustpolder"), headers={"HX-Request": "true"})
        assert "Wilgenroosje" not in own.text, route
        if any(f"{{{name}}}" in route for name in ids):
            assert own.status_code in (403, 404), route
    assert "Eén map" not in await dot.get("/uitwisseling")
    assert (await dot.get(f"/uitwisseling/{made}")).status == 404
