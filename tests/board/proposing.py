"""Proposals to begin with, for the tests about deciding."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from tracker import clock
from tracker.board.actions.proposals import rounds
from tracker.board.actions.proposals.preparing import Frame, NewProposal, Text, make_proposal
from tracker.board.queries.proposals.one import proposal_for
from tracker.board.rules.kinds import Answer, Circle
from tracker.partnership.rules.roles import Role
from tracker.partnership.tables import Person, RoleHeld

BASE = "/p/durmeland/voorstellen"
TITLE = "Eén map, één keer vragen"
WORDS = "De trekker houdt één map bij. Partners vragen eerst de trekker."


def a_text(**rest) -> Text:
    """A version with everything in it that a round needs."""
    review_on = clock.today() + timedelta(days=90)
    whole = {
        "text": WORDS,
        "who_does_what": "Lien maakt het blad.",
        "expected": "Niemand geeft iets opnieuw, tegen mei.",
        "criteria": "Moet iemand nog iets opnieuw geven?\nHeeft iemand spijt?",
        "review_on": review_on,
    }
    return Text(**{**whole, **rest})


async def proposed(cast, proposer=None, facilitator=None, *, circle=Circle.TEAM, text=None, **frame) -> int:
    """A proposal that is ready for a round, of An, facilitated by the coach unless said otherwise."""
    who = await (proposer or cast.an).viewer()
    leads = (facilitator or cast.kim).person_id
    new = NewProposal(
        circle=circle,
        frame=Frame(
            **{"title": TITLE, "driver": "Papieren worden opnieuw gevraagd.", "facilitator": leads, **frame}
        ),
        text=text or a_text(),
    )
    return await make_proposal(who, uuid4(), new)


async def in_round(cast, proposer=None, facilitator=None, **rest) -> int:
    """The same, with its first round open: An, Ben, Cor and Out are there."""
    proposal_id = await proposed(cast, proposer, facilitator, **rest)
    await rounds.open_round(await (facilitator or cast.kim).viewer(), proposal_id, uuid4())
    return proposal_id


async def says(member, proposal_id, answer=Answer.CONSENT, argument="Omdat het beter kan.") -> None:
    """A member answers for themselves."""
    await rounds.answer(await member.viewer(), proposal_id, answer, argument)


async def all_say(cast, proposal_id, answer=Answer.CONSENT, but=()) -> None:
    """Everyone of the team answers the same, but these."""
    for member in (cast.an, cast.ben, cast.cor, cast.out):
        if member not in but:
            await says(member, proposal_id, answer)


async def read_by(member, proposal_id):
    """The proposal as this member reads it."""
    return await proposal_for(await member.viewer(), proposal_id)


async def many_members(cast, count):
    """So many more practitioners in the team, as viewers."""
    model = await cast.an.viewer()
    persons = [
        Person(name=f"Lid {n:02}", email=f"lid{n}@voorbeeld.be", created_at=clock.now()) for n in range(count)
    ]
    await Person.insert(*persons)
    held = [
        RoleHeld(
            person=person.id,
            partnership=cast.durmeland,
            organisation=cast.ocmw,
            role=Role.PRACTITIONER,
            since=clock.today() - timedelta(days=100),
        )
        for person in persons
    ]
    await RoleHeld.insert(*held)
    return [
        replace(model, person_id=person.id, name=person.name, role_held_id=role.id)
        for person, role in zip(persons, held, strict=True)
    ]
