"""Proposals as forms: bringing in, changing, answering, testing, evaluating (B1 to B8)."""

from typing import Annotated, Any

from pydantic import Field

from tracker.board.actions.proposals.evaluating import Evaluating
from tracker.board.actions.proposals.preparing import Frame, NewProposal, Text
from tracker.board.queries.proposals.around import AboutInitiative
from tracker.board.queries.proposals.one import Proposal
from tracker.board.rules.kinds import Answer, Circle, DecisionForm, EvaluationResult, Stage, Verdict
from tracker.board.rules.proposals import LONGEST_TITLE
from tracker.web.forms import Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

TEXTS = ("title", "driver", "text", "who_does_what", "expected", "criteria", "form_reason")

Title = Annotated[Line, Field(max_length=LONGEST_TITLE), WhenEmpty("Geef het voorstel een naam.")]
Why = Annotated[Words, Field(max_length=1000)]


class FrameFields(Form):
    title: Title
    driver: Words = ""
    form: DecisionForm = DecisionForm.CONSENT
    form_reason: Why = ""
    mandate: Id | None = None
    facilitator: Id | None = None
    remind_on: Day | None = None


class TextFields(Form):
    text: Annotated[Words, WhenEmpty("Schrijf wat je voorstelt, in gewone woorden.")]
    who_does_what: Words = ""
    expected: Words = ""
    criteria: Words = ""
    review_on: Day | None = None


class New(FrameFields, TextFields):
    """`initiative` and `team_decision` come along from the page it was begun on."""

    key: Key
    circle: Annotated[Circle, WhenEmpty("Kies wie beslist.")]
    initiative: Id | None = None
    team_decision: Id | None = None


class EditFrame(FrameFields):
    version: Plain = ""


class EditWhole(EditFrame, TextFields):
    pass


class Amend(TextFields):
    """`then` says that the button was pressed that opens the next round at once."""

    key: Key
    reason: Annotated[Why, WhenEmpty("Schrijf waarom deze versie er komt.")]
    then: Plain = ""


class Open(Form):
    key: Key


class GiveAnswer(Form):
    answer: Annotated[Answer, WhenEmpty("Kies een antwoord. Wie niets kiest, heeft niet geantwoord.")]
    argument: Why = ""


class EnterAnswer(GiveAnswer):
    person: Annotated[Id, WhenEmpty("Kies wie dit zei.")]


class Decide(Form):
    outcome: Why = ""
    arguments_until: Day | None = None


class Move(Form):
    to: Annotated[Stage, WhenEmpty("Kies de stap.")]


class Reason(Form):
    reason: Why = ""


class React(Form):
    key: Key
    text: Annotated[Why, WhenEmpty("Schrijf wat je wil vragen of zeggen.")]


class Reply(Form):
    reply: Annotated[Why, WhenEmpty("Schrijf een antwoord.")]


class Lead(Form):
    facilitator: Annotated[Id, WhenEmpty("Kies wie begeleidt.")]


class Invite(Form):
    person: Annotated[Id, WhenEmpty("Kies wie je erbij vraagt.")]


class Judge(Form):
    verdict: Annotated[Verdict, WhenEmpty("Kies wat jullie ervan vinden.")]
    reason: Why = ""


class Confirm(Form):
    verdict: Annotated[Verdict, WhenEmpty("Kies wat je bevestigt.")]


class ForCircle(Form):
    text: Annotated[Why, WhenEmpty("Schrijf wat de kring antwoordt.")]


class Argue(Form):
    key: Key
    argument: Annotated[Why, WhenEmpty("Schrijf je argument.")]


class Evaluate(Form):
    key: Key
    seen: Annotated[Words, WhenEmpty("Schrijf wat jullie zagen.")]
    helped: Words = ""
    improve: Words = ""
    result: Annotated[EvaluationResult, WhenEmpty("Kies wat jullie met de afspraak doen.")]
    reason: Words = ""
    next_on: Day | None = None


def frame_of(data: FrameFields) -> Frame:
    """What goes with the proposal, as the act takes it."""
    return Frame(
        title=data.title,
        driver=data.driver,
        form=data.form,
        form_reason=data.form_reason,
        mandate=data.mandate,
        facilitator=data.facilitator,
        remind_on=data.remind_on,
    )


def text_in(data: TextFields) -> Text:
    """The words of a version, as the act takes them."""
    return Text(data.text, data.who_does_what, data.expected, data.criteria, data.review_on)


def bringing_in(data: New) -> NewProposal:
    """The whole form, as the act takes it."""
    return NewProposal(
        circle=data.circle,
        frame=frame_of(data),
        text=text_in(data),
        initiative=data.initiative,
        team_decision=data.team_decision,
    )


def evaluating(data: Evaluate) -> Evaluating:
    """The evaluation, as the act takes it."""
    return Evaluating(
        seen=data.seen,
        result=data.result,
        helped=data.helped,
        improve=data.improve,
        reason=data.reason,
        next_on=data.next_on,
    )


def from_initiative(about: AboutInitiative) -> dict[str, Any]:
    """A new proposal to start an initiative, written from its parts."""
    return {
        "title": about.name,
        "driver": about.driver,
        "text": about.text,
        "who_does_what": about.who_does_what,
        "criteria": about.criteria,
        "initiative": about.id,
        "circle": Circle.TEAM,
    }


def as_stands(proposal: Proposal) -> dict[str, Any]:
    """A proposal in the fields of its forms."""
    last = proposal.now
    return {
        "title": proposal.title,
        "driver": proposal.driver,
        "form": proposal.form,
        "form_reason": proposal.form_reason,
        "mandate": proposal.mandate_id,
        "facilitator": proposal.facilitator_id,
        "remind_on": proposal.remind_on,
        "text": last.text,
        "who_does_what": last.who_does_what,
        "expected": last.expected,
        "criteria": last.criteria,
        "review_on": last.review_on,
        "version": proposal.mark,
    }


def from_team(decided: Proposal) -> dict[str, Any]:
    """A proposal of the board about what the team decided, in the team's words (B9)."""
    keep = ("title", "driver", "text", "who_does_what", "expected", "criteria", "review_on")
    stands = as_stands(decided)
    return {
        **{name: stands[name] for name in keep},
        "circle": Circle.BOARD,
        "team_decision": decided.id,
        "initiative": decided.initiative_id,
    }
