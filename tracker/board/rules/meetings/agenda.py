"""What stands on an agenda, what is proposed for it, and what it asks (B9, B12)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tracker.board.rules.kinds import Circle, IssueKind, MeetingState, Purpose, Stage
from tracker.board.rules.meetings.life import why_not_change
from tracker.problems import Refusal

MOST_ITEMS: Final = 30
LONGEST_TITLE: Final = 160
MOST_MINUTES: Final = 480
REVIEWS_AHEAD_DAYS: Final = 14


class Source(StrEnum):
    """From where something that waits comes to an agenda; `ACTIONS` are all of last time together."""

    INITIATIVE = "initiatief"
    ISSUE = "kwestie"
    PROPOSAL = "voorstel"
    REVIEW = "evaluatie"
    EXTRACT = "verhaal"
    ACTIONS = "afspraken"


SOURCE_NAMES: Final = {
    Source.INITIATIVE: "verbeterinitiatieven",
    Source.ISSUE: "kwesties",
    Source.PROPOSAL: "voorstellen",
    Source.REVIEW: "afspraken die terugkomen",
    Source.EXTRACT: "verhalen die het team vrijgaf",
    Source.ACTIONS: "van vorige keer",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a meeting: why it waits, and how it would stand on the agenda."""

    source: Source
    id: int
    title: str
    why: str
    purpose: Purpose
    minutes: int

    @property
    def tick(self) -> str:
        """What its tick box sends: kwestie-12."""
        return f"{self.source}-{self.id}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item as it is typed; what it is about comes from what waits."""

    title: str
    purpose: Purpose
    minutes: int = 10
    note: str = ""
    decision_form: str = ""


PURPOSE_IN_STAGE: Final = {
    Stage.PICTURE: Purpose.PICTURE,
    Stage.OPINION: Purpose.OPINION,
    Stage.ROUND: Purpose.DECISION,
}


def why_not_add(state: MeetingState, *, standing: int) -> str | None:
    """Why nothing more can be put on the agenda; None when it can."""
    if reason := why_not_change(state):
        return reason
    return f"Er staan al {MOST_ITEMS} punten op de agenda." if standing >= MOST_ITEMS else None


def why_not_say(wanted: Wanted) -> Refusal | None:
    """Why an item cannot stand so; None when it can."""
    if not wanted.title.strip():
        return Refusal("Geef het punt een titel.", "title")
    if not 0 <= wanted.minutes <= MOST_MINUTES:
        return Refusal(f"Kies tussen 0 en {MOST_MINUTES} minuten.", "minutes")
    if wanted.purpose is Purpose.DECISION and not wanted.decision_form:
        return Refusal("Kies hoe jullie dit beslissen.", "decision_form")
    return None


def why_not_remove(state: MeetingState, *, sent: bool, from_team: bool) -> str | None:
    """Why an item cannot be taken off the agenda; None when it can."""
    if reason := why_not_change(state):
        return reason
    if from_team:
        return "Het team besliste dit met consent. Daarom staat het op de agenda van de bestuursraad."
    if state is MeetingState.OPEN:
        return "De vergadering is bezig. Noteer bij het punt wat ermee gebeurt."
    if sent:
        return "Het dossier is verstuurd. Zeg in de vergadering wat met dit punt gebeurt."
    return None


def why_not_here(kind: IssueKind) -> str | None:
    """Why an issue never comes on an agenda: more people read it than may know of a conflict (B10)."""
    if kind is IssueKind.CONFLICT:
        return "Een conflict komt niet op een agenda: die lezen meer mensen dan de kring van het conflict."
    return None


def why_not_consent_here(circle: Circle, *, decided_by_team: bool) -> str | None:
    """Why 'consent here too?' is not asked of an item; None when it is (B9)."""
    if circle is not Circle.BOARD or not decided_by_team:
        return "Deze vraag hoort bij een initiatief dat het team besliste."
    return None


def said_of_consent(wanted: bool | None, why: str) -> Refusal | None:
    """Why the answer on 'consent here too?' is not whole; None when it is (B9)."""
    if wanted is None:
        return Refusal("Kies ja of nee.", "wanted")
    return None if why.strip() else Refusal("Schrijf waarom wel of niet.", "why")


def answered(wanted: bool, why: str) -> str:
    """Ja, want ... or nee, want ... as a line."""
    return f"{'Ja' if wanted else 'Nee'}. {why}"


def told_of_silence(last: date, today: date, *, take_up: bool) -> str:
    """Why an issue waits: nieuw sinds .., or so many days without a word to whoever raised it."""
    days = (today - last).days
    if take_up:
        return "nieuw, nog niet opgenomen" if not days else f"nieuw, al {_days(days)} niet opgenomen"
    return "vandaag nog een bericht" if not days else f"{_days(days)} geen bericht"


def moved(order: list[int], item: int, *, up: bool) -> list[int]:
    """The order with one item a place earlier or later; at the end nothing changes."""
    place = order.index(item)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return order
    changed = list(order)
    changed[place], changed[other] = changed[other], changed[place]
    return changed


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"
