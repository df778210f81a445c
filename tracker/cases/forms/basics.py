"""The basics of a case as a form: when it is opened, and when they change (C1)."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from tracker.cases.actions.opening import NewCase, Sharing
from tracker.cases.queries.basics import Basics
from tracker.cases.rules.basics import ALIAS_LENGTH, alias_warning, usual_participants, why_not_alias
from tracker.cases.rules.kinds import Agreed, CaseKind, Reached
from tracker.cases.rules.sharing import usual_answer
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Checked, Day, Form, Id, Key, Line, Plain, Posted, WhenEmpty, Whole, Words


def _alias(text: str) -> str:
    if reason := why_not_alias(text):
        raise ValueError(reason)
    return text


Alias = Annotated[Plain, Field(max_length=ALIAS_LENGTH), AfterValidator(_alias)]
Place = Annotated[Line, Field(max_length=80)]


class BasicsFields(Form):
    """Everything that stands at the top of a case."""

    kind: Annotated[CaseKind, WhenEmpty("Kies waarover deze casus gaat.")]
    alias: Alias = ""
    alias_may_stay: Checked = False
    municipality: Place = ""
    started_on: Annotated[Day, WhenEmpty("Vul in sinds wanneer jullie hieraan werken.")]
    reached: Reached = Reached.UNKNOWN
    reached_note: Line = ""
    lead: Id | None = None
    participants: Whole | None = None
    doubt: Checked = False
    doubt_review_on: Day | None = None


B = TypeVar("B", bound=BasicsFields)


class OpenCase(BasicsFields):
    """A new case on one page."""

    key: Key
    purpose: Words = ""
    fit: Line = ""
    outside: Checked = False
    agreed: Agreed | None = None
    informed_on: Day | None = None
    how: Line = ""
    by_whom: Annotated[Line, Field(max_length=120)] = ""
    limits: Words = ""
    organisations: list[Id] = []
    coordination: Checked = False


class EditBasics(BasicsFields):
    """The basics of a case that exists."""

    version: Plain = ""
    reason: Line = ""


def check_alias(form: Posted[B], names: set[str]) -> None:
    """Ask whether an alias that is a colleague's name is meant so."""
    if form.data and not form.data.alias_may_stay and (warning := alias_warning(form.data.alias, names)):
        form.refuse(warning, "alias_may_stay")


def new_case(viewer: Viewer, data: OpenCase) -> NewCase:
    """What the form asks for, as the act takes it."""
    own = () if viewer.organisation_id is None else (viewer.organisation_id,)
    return NewCase(
        key=data.key,
        kind=data.kind,
        started_on=data.started_on,
        alias=data.alias,
        purpose=data.purpose,
        purpose_fit=data.fit,
        purpose_outside=data.outside,
        municipality=data.municipality,
        reached=data.reached,
        reached_note=data.reached_note,
        lead_id=data.lead,
        participants=_participants(data),
        doubt=data.doubt,
        doubt_review_on=data.doubt_review_on,
        sharing=Sharing(
            agreed=data.agreed or usual_answer(data.kind),
            informed_on=data.informed_on,
            how=data.how,
            by_whom=data.by_whom,
            limits=data.limits,
            organisations=tuple(data.organisations) or own,
            without_coordination=not data.coordination,
        ),
    )


def changed_basics(data: EditBasics, now: Basics) -> Basics:
    """What the form makes of the basics; a lead without an account stays until somebody else is chosen."""
    return Basics(
        kind=data.kind,
        alias=data.alias,
        municipality=data.municipality,
        started_on=data.started_on,
        reached=data.reached,
        reached_note=data.reached_note,
        lead=data.lead,
        lead_name=now.lead_name if data.lead is None else "",
        participants=_participants(data),
        doubt=data.doubt,
        doubt_review_on=data.doubt_review_on,
    )


def _participants(data: BasicsFields) -> int:
    return usual_participants(data.kind) if data.participants is None else data.participants
