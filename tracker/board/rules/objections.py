"""Testing an argument, withdrawing it, answering it for who left, and bringing one in afterwards (B4, B5)."""

from datetime import date

from tracker.board.rules.circles import Actor
from tracker.board.rules.deciding import Deciding, ObjectionFacts, RoundFacts
from tracker.board.rules.kinds import RoundState, Stage, Verdict
from tracker.problems import Refusal

STANDS = "Over dit bezwaar is het gesprek klaar."


def why_not_judge(
    deciding: Deciding,
    objection: ObjectionFacts,
    actor: Actor,
    verdict: Verdict = Verdict.VALID,
    why: str = "-",
) -> Refusal | None:
    """The first reason why somebody cannot propose what the circle finds of an argument, or None."""
    if reason := _why_not_test(deciding, objection, actor):
        return Refusal(reason)
    if verdict is Verdict.UNTESTED:
        return Refusal("Kies wat jullie ervan vinden.", "verdict")
    if not why.strip():
        return Refusal("Schrijf in één zin waarom.", "reason")
    return None


def why_not_confirm(deciding: Deciding, objection: ObjectionFacts, actor: Actor) -> str | None:
    """The first reason why somebody cannot confirm a verdict, or None.

    Two members test together, and at least one of them neither facilitates nor brought the proposal in.
    """
    if reason := _why_not_test(deciding, objection, actor):
        return reason
    if objection.verdict is Verdict.UNTESTED or objection.verdict_by is None:
        return "Er is nog geen oordeel om te bevestigen."
    if actor.person == objection.verdict_by:
        return "Iemand anders bevestigt jouw oordeel."
    if {actor.person, objection.verdict_by} <= {deciding.facilitator, deciding.proposer}:
        return "De gespreksleider en de indiener toetsen niet met hun tweeën. Vraag een ander lid."
    return None


def why_not_withdraw_objection(deciding: Deciding, objection: ObjectionFacts, actor: Actor) -> str | None:
    """Why somebody cannot withdraw an objection; only its owner ever does."""
    if actor.person != objection.owner:
        return f"Alleen {objection.owner_name} kan dit bezwaar intrekken."
    if objection.withdrawn:
        return "Je trok dit bezwaar al in."
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    return None


def why_not_answer_for_circle(
    deciding: Deciding, objection: ObjectionFacts, actor: Actor, text: str = "-"
) -> Refusal | None:
    """Why somebody cannot write the circle's answer to an objection whose owner left; None when they can."""
    if not deciding.is_under_way or not deciding.stands_for(objection, actor.person):
        return Refusal(STANDS)
    if not deciding.has_left(objection.owner):
        return Refusal(f"{objection.owner_name} is er nog en antwoordt zelf.")
    if not deciding.is_member(actor):
        return Refusal("Alleen een lid van de kring schrijft dit antwoord.")
    if actor.person in (deciding.facilitator, deciding.proposer):
        return Refusal("De gespreksleider of de indiener beantwoordt dit niet alleen. Vraag een ander lid.")
    return None if text.strip() else Refusal("Schrijf wat de kring antwoordt.", "text")


def why_not_argue(deciding: Deciding, actor: Actor, today: date, argument: str = "-") -> Refusal | None:
    """Why somebody who was absent cannot bring an argument that reopens a decision; None when they can."""
    decided = _decided(deciding)
    if deciding.stage is not Stage.DECIDED or decided is None:
        return Refusal("Er is geen besluit om te heropenen.")
    seat = decided.seat(actor.person)
    if seat is None or not deciding.is_member(actor):
        return Refusal("Je zat niet in de kring van deze ronde.")
    if seat.counts:
        return Refusal("Je was erbij toen dit besloten werd.")
    if decided.arguments_until is None or today > decided.arguments_until:
        return Refusal("De dagen om een argument in te brengen zijn voorbij. Breng een nieuw voorstel in.")
    return None if argument.strip() else Refusal("Schrijf je argument.", "argument")


def _decided(deciding: Deciding) -> RoundFacts | None:
    latest = deciding.latest
    return latest if latest and latest.state is RoundState.DECIDED else None


def _why_not_test(deciding: Deciding, objection: ObjectionFacts, actor: Actor) -> str | None:
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if objection.is_tested or not deciding.stands_for(objection, actor.person):
        return STANDS
    if not deciding.lets_read_objection(objection, actor.person):
        return "Bezwaren toets je als de ronde rond is."
    if actor.person == objection.owner:
        return "Anderen toetsen jouw argument."
    seat = deciding.latest.seat(actor.person) if deciding.latest else None
    if not deciding.is_member(actor) or seat is None or not seat.counts:
        return "Alleen wie in de kring van deze ronde zit, toetst mee."
    return None
