"""Opening a round, answering in it, and ending it; silence is never consent, whatever the form (law 2)."""

from datetime import date, timedelta

from tracker.board.rules.circles import Actor
from tracker.board.rules.deciding import AGREES, Deciding, RoundFacts, named
from tracker.board.rules.kinds import Answer, DecisionForm, Stage
from tracker.problems import Refusal

FEWEST_TO_DECIDE = 2
FEWEST_ARGUMENT_DAYS = 3
USUAL_ARGUMENT_DAYS = 7


def why_not_open_round(deciding: Deciding, actor: Actor) -> str | None:
    """The first reason not to open a round now, or None."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if deciding.open_round:
        return f"Ronde {deciding.open_round.number} loopt al."
    if deciding.missing:
        return f"Nog te doen voor een ronde: {named(deciding.missing)}."
    if not deciding.leads(actor):
        return "Alleen de gespreksleider opent een ronde."
    if deciding.version_has_outcome:
        return "Over deze versie is al besloten. Maak eerst een nieuwe versie."
    if len(set(deciding.members) - deciding.away) < FEWEST_TO_DECIDE:
        return "Er zijn geen twee leden van de kring die er zijn."
    return None


def why_not_answer(
    deciding: Deciding, actor: Actor, answer: Answer = Answer.CONSENT, argument: str = "-"
) -> Refusal | None:
    """The first reason why somebody cannot give this answer now, or None."""
    going_on = deciding.open_round
    if going_on is None:
        return Refusal("Er loopt geen ronde over dit voorstel.")
    seat = going_on.seat(actor.person)
    if seat is None or not deciding.is_member(actor):
        return Refusal("Je zit in deze rol niet in de kring van deze ronde.")
    if seat.stepped_out:
        return Refusal("Je stapte uit deze ronde. Na een besluit kan je nog een argument inbrengen.")
    if not seat.present:
        return Refusal("Je zei dat je er niet bij bent. Na een besluit kan je nog een argument inbrengen.")
    return why_not_say(answer, argument)


def why_not_enter(
    deciding: Deciding, actor: Actor, person: int, answer: Answer = Answer.CONSENT, argument: str = "-"
) -> Refusal | None:
    """Why the facilitator cannot write down what somebody says aloud; None when they can.

    Only on a seat that is silent or where they wrote before; an objection is changed by its owner alone.
    """
    going_on = deciding.open_round
    if going_on is None:
        return Refusal("Er loopt geen ronde over dit voorstel.")
    if not deciding.leads(actor):
        return Refusal("Alleen de gespreksleider noteert wat iemand hardop zegt.")
    seat = going_on.seat(person)
    if seat is None or not seat.counts:
        return Refusal("Dit lid is er in deze ronde niet bij.", "person")
    if person == actor.person:
        return Refusal("Geef je eigen antwoord in je eigen naam.", "person")
    if seat.answer is not Answer.SILENT and seat.entered_by is None:
        return Refusal(f"{seat.name} antwoordde zelf. Alleen {seat.name} wijzigt dat.", "person")
    if seat.answer is Answer.OBJECTION:
        return Refusal(f"Een bezwaar wijzigt alleen {seat.name} zelf.", "person")
    return why_not_say(answer, argument)


def why_not_say(answer: Answer, argument: str) -> Refusal | None:
    """Why this is no answer; None when it is one."""
    if answer is Answer.SILENT:
        return Refusal("Kies een antwoord. Wie niets kiest, heeft niet geantwoord.", "answer")
    if answer is Answer.OBJECTION and not argument.strip():
        return Refusal(
            "Schrijf je argument: wat gaat er fout voor onze bedoeling als we dit doen?", "argument"
        )
    if answer is Answer.CONCERN and not argument.strip():
        return Refusal("Schrijf je bezorgdheid in één zin.", "argument")
    return None


def why_not_decide(deciding: Deciding, actor: Actor, reason: str = "-") -> str | None:
    """The first reason why a round cannot be closed as decided, or None; for every form of deciding."""
    going_on = deciding.open_round
    if going_on is None or deciding.stage is not Stage.ROUND:
        return "Er loopt geen ronde over dit voorstel."
    if actor.person == deciding.proposer:
        return "Wie het voorstel indiende, sluit de ronde niet."
    by_mandate = deciding.form is DecisionForm.MANDATE
    if by_mandate and actor.person != deciding.mandated:
        return "Alleen wie het mandaat heeft, beslist."
    if not by_mandate and not deciding.leads(actor):
        return "Alleen de gespreksleider sluit de ronde."
    if by_mandate and not reason.strip():
        return "Schrijf waarom je zo beslist."
    return why_not_outcome(deciding, going_on)


def why_not_outcome(deciding: Deciding, going_on: RoundFacts) -> str | None:
    """Why this round holds no decision yet, whoever would close it."""
    if going_on.silent:
        return f"Besluiten kan als {named([seat.name for seat in going_on.silent])} gesproken heeft."
    if len(going_on.present) < FEWEST_TO_DECIDE:
        return "Er zijn geen twee leden van de kring meer bij."
    if deciding.version_has_outcome:
        return "Over deze versie is al besloten."
    answers = [seat.answer for seat in going_on.present]
    if deciding.form is DecisionForm.CONSENT:
        return why_not_with_objections(deciding)
    if deciding.form is DecisionForm.CONSENSUS and not all(answer in AGREES for answer in answers):
        return "Met consensus beslis je alleen als iedereen instemt."
    agreeing = sum(answer in AGREES for answer in answers)
    if deciding.form is DecisionForm.MAJORITY and agreeing * 2 <= len(answers):
        return "Er is geen meerderheid voor."
    return None


def why_not_with_objections(deciding: Deciding) -> str | None:
    """Which objection still stands in the way of consent, or None."""
    if not deciding.standing:
        return None
    first = deciding.standing[0]
    if not first.is_tested:
        return f"Het bezwaar van {first.owner_name} is nog niet getoetst."
    if deciding.has_left(first.owner):
        return f"{first.owner_name} is weg. De kring moet het bezwaar eerst beantwoorden."
    return f"Het bezwaar van {first.owner_name} staat nog open. Alleen {first.owner_name} kan het intrekken."


def why_not_end_round(deciding: Deciding, actor: Actor) -> str | None:
    """Why a round cannot end without a decision; None when it can."""
    if deciding.open_round is None:
        return "Er loopt geen ronde over dit voorstel."
    return None if deciding.leads(actor) else "Alleen de gespreksleider eindigt een ronde."


def why_not_be_away(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot say not to be there (for themselves alone); None when they can."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if not deciding.is_member(actor):
        return "Je zit in deze rol niet in de kring van dit voorstel."
    seat = deciding.open_round.seat(actor.person) if deciding.open_round else None
    if (actor.person in deciding.away and deciding.open_round is None) or (seat and not seat.counts):
        return "Je zei al dat je er niet bij bent."
    return None


def why_not_be_back(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody who said not to be there cannot come back; presence is fixed while a round is open."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if actor.person not in deciding.away:
        return "Je bent er al bij."
    if deciding.open_round:
        return "Wie erbij is, ligt vast sinds de ronde openging. In een volgende ronde ben je er weer bij."
    return None


def why_not_arguments_until(day: date, *, today: date) -> Refusal | None:
    """Why who was absent would get too little time; None when it is enough."""
    if day < today + timedelta(days=FEWEST_ARGUMENT_DAYS):
        return Refusal(
            f"Geef wie er niet bij was minstens {FEWEST_ARGUMENT_DAYS} dagen om dit te lezen.",
            "arguments_until",
        )
    return None
