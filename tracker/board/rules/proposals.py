"""Preparing a proposal and moving it through its stages, onward and back (B1, B2, B7)."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from tracker.board.rules.circles import FACILITATES, PROPOSES, Actor
from tracker.board.rules.deciding import Deciding
from tracker.board.rules.kinds import Circle, DecisionForm, Stage
from tracker.partnership.rules.roles import Role
from tracker.problems import Refusal

LONGEST_TITLE = 120


def code_of(number: int) -> str:
    """V4: what a proposal is called where its words do not belong."""
    return f"V{number}"


class Need(StrEnum):
    """What must stand in a proposal before a round may open (B1)."""

    DRIVER = "driver"
    TEXT = "text"
    WHO_DOES_WHAT = "who_does_what"
    EXPECTED = "expected"
    CRITERIA = "criteria"
    REVIEW_ON = "review_on"
    FACILITATOR = "facilitator"
    FORM_REASON = "form_reason"
    MANDATED = "mandated"
    INITIATIVE = "initiative"


NEED_NAMES: Final[Mapping[Need, str]] = {
    Need.DRIVER: "de aanleiding",
    Need.TEXT: "de tekst van het voorstel",
    Need.WHO_DOES_WHAT: "wie wat doet",
    Need.EXPECTED: "wat we verwachten te zien, en wanneer",
    Need.CRITERIA: "waar we bij de evaluatie naar kijken",
    Need.REVIEW_ON: "een evaluatiedatum die nog komt",
    Need.FACILITATOR: "een gespreksleider",
    Need.FORM_REASON: "waarom niet met consent",
    Need.MANDATED: "wie het mandaat heeft",
    Need.INITIATIVE: "een initiatief dat klaar is om te beslissen",
}


def needed(form: DecisionForm, *, starts_initiative: bool = False) -> tuple[Need, ...]:
    """What a proposal like this needs before a round."""
    only_for = {
        Need.FORM_REASON: form is not DecisionForm.CONSENT,
        Need.MANDATED: form is DecisionForm.MANDATE,
        Need.INITIATIVE: starts_initiative,
    }
    return tuple(need for need in Need if only_for.get(need, True))


def still_missing(
    asked: Collection[Need], written: Mapping[Need, str], review_on: date | None, today: date
) -> tuple[Need, ...]:
    """What is not there yet; `written` holds the texts and ids, empty when absent."""
    held = {**written, Need.REVIEW_ON: "yes" if review_on and review_on > today else ""}
    return tuple(need for need in asked if not held.get(need, "").strip())


def why_not_make(
    circle: Circle, role: Role, form: DecisionForm, *, starts_initiative: bool, form_reason: str
) -> Refusal | None:
    """The first reason not to bring in a proposal like this, or None."""
    if role not in PROPOSES[circle]:
        return Refusal("In deze kring dien je in jouw rol geen voorstel in.", "circle")
    if starts_initiative and circle is not Circle.TEAM:
        return Refusal("Over het starten van een initiatief beslist eerst het team.", "circle")
    return why_not_form(form, form_reason, starts_initiative=starts_initiative)


def why_not_form(form: DecisionForm, reason: str, *, starts_initiative: bool) -> Refusal | None:
    """Why this cannot be decided in this form; None when it can (B7)."""
    if form is DecisionForm.CONSENT:
        return None
    if starts_initiative:
        return Refusal("Een initiatief start alleen met consent.", "form")
    return (
        None if reason.strip() else Refusal("Schrijf waarom jullie het niet met consent doen.", "form_reason")
    )


def why_not_edit(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot change title, driver, form or reminder of a proposal; None when they can."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if deciding.open_round:
        return "Er loopt een ronde. Een wijziging van de tekst is een amendement."
    if actor.person == deciding.proposer or deciding.leads(actor):
        return None
    return "Alleen de indiener of de gespreksleider wijzigt dit."


def why_not_amend(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot write a new version; None when they can.

    The proposer, the facilitator, and whose objection still stands; during a round it ends that round.
    """
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    owners = {each.owner for each in deciding.standing if deciding.lets_read_objection(each, actor.person)}
    if actor.person == deciding.proposer or deciding.leads(actor):
        return None
    if actor.person in owners and deciding.is_member(actor):
        return None
    return "Een nieuwe versie schrijft de indiener, de gespreksleider of wie een bezwaar heeft."


def why_not_lead(deciding: Deciding, person: int, able: Collection[int]) -> Refusal | None:
    """Why this person cannot facilitate the proposal; `able` are the people who hold a role for it."""
    if not deciding.is_under_way:
        return Refusal("Dit voorstel is afgerond.")
    if person == deciding.proposer:
        return Refusal("Wie het voorstel indient, begeleidt het gesprek niet.", "facilitator")
    return None if person in able else Refusal("Kies iemand uit de lijst.", "facilitator")


def why_not_name_facilitator(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot say who facilitates; None when they can: who brought it in, or who could do it."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if actor.person == deciding.proposer or actor.role in FACILITATES[deciding.circle]:
        return None
    return "Alleen de indiener of wie kan begeleiden, kiest de gespreksleider."


def why_not_invite(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot ask the target group's representative into the team circle; None when they can."""
    if deciding.circle is not Circle.TEAM:
        return "In de bestuursraad zit de doelgroepvertegenwoordiger al mee aan tafel."
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if deciding.open_round:
        return "Wie erbij is, ligt vast sinds de ronde openging."
    if deciding.leads(actor) or actor.role is Role.COORDINATOR:
        return None
    return "Alleen de gespreksleider of de coördinatie vraagt de doelgroepvertegenwoordiger erbij."


def why_not_move(deciding: Deciding, actor: Actor, to: Stage) -> str | None:
    """Why a proposal cannot go to this stage by hand, onward or back; a round opens by an act of its own."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if to not in (Stage.PICTURE, Stage.OPINION):
        return "Deze stap zet je met een ronde, niet met de hand."
    if to is deciding.stage:
        return "Het voorstel staat al in deze stap."
    if deciding.open_round and not deciding.leads(actor):
        return "Alleen de gespreksleider eindigt een ronde."
    if actor.person == deciding.proposer or deciding.leads(actor):
        return None
    return "Alleen de indiener of de gespreksleider verzet de stap."


def why_not_react(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot ask or say something about a proposal; None when they can."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if deciding.open_round:
        return "Er loopt een ronde. Wat je vindt, zeg je met je antwoord."
    if deciding.is_member(actor) or deciding.leads(actor) or actor.person == deciding.proposer:
        return None
    return "Alleen wie in de kring zit, reageert hier."


def why_not_reply(deciding: Deciding, actor: Actor) -> str | None:
    """Why somebody cannot answer a reaction; None when they can."""
    if not deciding.is_under_way:
        return "Dit voorstel is afgerond."
    if actor.person == deciding.proposer or deciding.leads(actor):
        return None
    return "De indiener of de gespreksleider antwoordt."


def why_not_withdraw(deciding: Deciding, actor: Actor, reason: str = "-") -> Refusal | None:
    """Why somebody cannot withdraw a proposal; only who brought it in does, with a reason."""
    if not deciding.is_under_way:
        return Refusal("Dit voorstel is afgerond.")
    if actor.person != deciding.proposer:
        return Refusal("Alleen wie het voorstel indiende, trekt het in.")
    return None if reason.strip() else Refusal("Schrijf waarom je het intrekt.", "reason")


def why_not_send_back(deciding: Deciding, actor: Actor, reason: str = "-") -> Refusal | None:
    """Why a circle cannot send a proposal back to who brought it in; None when it can."""
    if not deciding.is_under_way:
        return Refusal("Dit voorstel is afgerond.")
    if not deciding.leads(actor):
        return Refusal("Alleen de gespreksleider stuurt een voorstel terug.")
    return None if reason.strip() else Refusal("Schrijf waarom het terug gaat.", "reason")
