"""What can happen in a story. Every `ago` is a number of days before today, so a demo never grows old."""

from dataclasses import dataclass, field

from tracker.cases.rules.kinds import (
    Agreed,
    AgreementState,
    Arising,
    CaseKind,
    CaseState,
    ContactKind,
    ContactOutcome,
    Fit,
    PersonPart,
    Perspective,
    Reached,
    Validated,
    WasteKind,
)


@dataclass(frozen=True, slots=True)
class Wants:
    """Value demands in the words of those concerned."""

    ago: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewords:
    """A new purpose, and why."""

    ago: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Scores:
    ago: int
    score: int
    why: str
    discussed: Validated = Validated.YES


@dataclass(frozen=True, slots=True)
class Stars:
    """A reading; None where nothing was seen. `fits` and `notes` by place of the demand."""

    ago: int
    stars: tuple[int | None, ...]
    by: Perspective = Perspective.TOGETHER
    notes: dict[int, str] = field(default_factory=dict)
    fits: dict[int, Fit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meets:
    ago: int
    kind: ContactKind
    note: str = ""
    minutes: int | None = None
    outcome: ContactOutcome = ContactOutcome.CONTACT
    demands: tuple[int, ...] = ()
    who: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fails:
    """A failure demand in the words in which it came."""

    ago: int
    words: str
    arising: Arising
    came_in: str
    organisations: tuple[str, ...]
    response: str = ""
    changed: str = ""
    told_ago: int | None = None
    observed: bool = False


@dataclass(frozen=True, slots=True)
class Helped:
    """Value: what helped, at which step, with the two views."""

    ago: int
    what: str
    step: str
    team: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Wasted:
    """Waste; with `until_ago` it is a waiting."""

    ago: int
    what: str
    step: str
    kind: WasteKind
    team: str = ""
    person: str = ""
    until_ago: int | None = None


@dataclass(frozen=True, slots=True)
class Reviews:
    """A multidisciplinary review: (discipline, reading) and (what, who, due ago, state)."""

    ago: int
    part: PersonPart
    voices: tuple[tuple[str, str], ...]
    note: str = ""
    agreed: tuple[tuple[str, str, int, AgreementState], ...] = ()


@dataclass(frozen=True, slots=True)
class Ends:
    ago: int
    kind: CaseState
    why: str
    keeps_contact: str = ""
    handed_to: str = ""


Event = Wants | Rewords | Scores | Stars | Meets | Fails | Helped | Wasted | Reviews | Ends


@dataclass(frozen=True, slots=True)
class Story:
    """A case as it is told: how it began, and what happened since."""

    alias: str
    lead: str
    municipality: str
    ago: int
    purpose: str
    events: tuple[Event, ...]
    kind: CaseKind = CaseKind.PERSON
    reached: Reached = Reached.LOCAL_AUTHORITY
    shared_with: tuple[str, ...] = ()
    agreed: Agreed = Agreed.YES
    how: str = "mondeling, aan de keukentafel"
    doubt_ago: int | None = None
