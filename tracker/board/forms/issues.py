"""Issues as forms: raising one, and every step on its way."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from pydantic import Field

from tracker.board.actions.issues import Feedback, NewIssue
from tracker.board.queries.issues.listing import Wanted
from tracker.board.rules.issues import Next
from tracker.board.rules.kinds import ISSUE_KIND_NAMES, ISSUE_STATE_NAMES, IssueKind, Resolution
from tracker.web.forms import Day, Form, Id, Key, Line, WhenEmpty, Whole, Words
from tracker.web.forms.fields import LARGEST_ID

LONGEST_SEARCH = 80
MOST_PAGES = 10_000
SIZE = 50
STATES = {state: name.replace(" ", "-") for state, name in ISSUE_STATE_NAMES.items()}
KINDS = {kind: name.replace(" ", "-") for kind, name in ISSUE_KIND_NAMES.items()}

Choice = TypeVar("Choice", bound=StrEnum)
Title = Annotated[Line, Field(max_length=120), WhenEmpty("Geef de kwestie een naam.")]


class Raise(Form):
    key: Key
    kind: Annotated[IssueKind, WhenEmpty("Kies waarover het gaat.")]
    title: Title
    situation: Annotated[Words, WhenEmpty("Schrijf wat er speelt.")]
    why_not_team: Words = ""
    tried: Words = ""
    pattern: Id | None = None
    condition: Id | None = None
    extract: Id | None = None
    readers: frozenset[Id] = frozenset()


class Say(Form):
    key: Key
    text: Words = ""


class Reason(Form):
    key: Key
    text: Annotated[Words, WhenEmpty("Schrijf waarom.")]


class Remember(Form):
    key: Key
    text: Annotated[Words, WhenEmpty("Schrijf wat er gebeurde.")]


class BringIn(Form):
    key: Key
    organisation: Annotated[Id, WhenEmpty("Kies een organisatie.")]
    text: Words = ""


class FeedBack(Form):
    key: Key
    text: Annotated[Words, WhenEmpty("Schrijf wat er gebeurde. Ook ‘er bewoog niets’ is een antwoord.")]
    then: Annotated[Next, WhenEmpty("Kies wat er nu gebeurt.")]
    resolution: Resolution = Resolution.NONE
    look_again_on: Day | None = None


class Offer(Form):
    to: Annotated[Id, WhenEmpty("Kies een ander bestuursraadslid.")]


class Days(Form):
    take_up_days: Annotated[Whole, WhenEmpty("Na hoeveel dagen?")]
    silent_days: Annotated[Whole, WhenEmpty("Na hoeveel dagen?")]


def new_issue(data: Raise) -> NewIssue:
    """What a form asks to lay before the board."""
    return NewIssue(**data.model_dump(exclude={"key"}))


def feedback(data: FeedBack) -> Feedback:
    """What a form tells whoever raised the issue; what does not belong to the choice is left out."""
    return Feedback(
        data.text,
        data.then,
        data.resolution if data.then is Next.SOLVED else Resolution.NONE,
        data.look_again_on if data.then is Next.PARK else None,
    )


def wanted_in(query: Mapping[str, str]) -> Wanted:
    """What the address of the list asks; a word it does not know asks nothing."""
    return Wanted(
        state=_named(STATES, query.get("staat")),
        kind=_named(KINDS, query.get("soort")),
        organisation=id_in(query.get("organisatie")),
        text=query.get("zoek", "").replace("\0", "").strip()[:LONGEST_SEARCH],
    )


def asks(wanted: Wanted) -> bool:
    """Whether anything narrows the list."""
    return wanted != Wanted()


def address(wanted: Wanted, *, page: int = 1, **otherwise: Any) -> str:
    """The query string that asks this, with some of it asked otherwise (by the words of an address)."""
    asked = {
        "zoek": wanted.text,
        "staat": STATES[wanted.state] if wanted.state else "",
        "soort": KINDS[wanted.kind] if wanted.kind else "",
        "organisatie": wanted.organisation or "",
        "bladzijde": page if page > 1 else "",
        **otherwise,
    }
    return "?" + urlencode({name: value for name, value in asked.items() if value})


def id_in(text: str | None) -> int | None:
    """The id that an address names, or None when it is none."""
    if text and len(text) <= 10 and text.isascii() and text.isdigit() and 0 < int(text) <= LARGEST_ID:
        return int(text)
    return None


def page_in(query: Mapping[str, str]) -> int:
    """Which page of a long list is asked, from 1."""
    return min(id_in(query.get("bladzijde")) or 1, MOST_PAGES)


def _named(choices: Mapping[Choice, str], word: str | None) -> Choice | None:
    return next((choice for choice, name in choices.items() if name == word), None)
