"""The kinds and states of deciding, issues and meetings, with the Dutch words the screens use for them."""

from enum import StrEnum


class Circle(StrEnum):
    """Who decides: the team, or the board."""

    TEAM = "team"
    BOARD = "board"


CIRCLE_NAMES = {Circle.TEAM: "team", Circle.BOARD: "bestuursraad"}


class Stage(StrEnum):
    """Where a proposal is; it may go back until it is decided, withdrawn or sent back (B2)."""

    PICTURE = "picture"
    OPINION = "opinion"
    ROUND = "round"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    SENT_BACK = "sent_back"
    ENDED = "ended"


STAGE_NAMES = {
    Stage.PICTURE: "beeldvorming",
    Stage.OPINION: "meningsvorming",
    Stage.ROUND: "consentronde",
    Stage.DECIDED: "besloten",
    Stage.WITHDRAWN: "ingetrokken",
    Stage.SENT_BACK: "teruggestuurd",
    Stage.ENDED: "afspraak beëindigd",
}


class DecisionForm(StrEnum):
    """How is decided; consent unless something else was chosen with a reason (B7)."""

    CONSENT = "consent"
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    MANDATE = "mandate"


DECISION_FORM_NAMES = {
    DecisionForm.CONSENT: "consent",
    DecisionForm.CONSENSUS: "consensus",
    DecisionForm.MAJORITY: "meerderheid",
    DecisionForm.MANDATE: "mandaat",
}


class Answer(StrEnum):
    """What a present member says in a round; nothing said is no answer, and never counts as one (law 2)."""

    SILENT = ""
    CONSENT = "consent"
    CONCERN = "concern"
    OBJECTION = "objection"


ANSWER_NAMES = {
    Answer.SILENT: "nog niet gesproken",
    Answer.CONSENT: "consent",
    Answer.CONCERN: "consent met bezorgdheid",
    Answer.OBJECTION: "bezwaar",
}


class RoundState(StrEnum):
    """A round is open, ended with a decision, ended without one, or reopened by an absentee."""

    OPEN = "open"
    DECIDED = "decided"
    NOT_DECIDED = "not_decided"
    REOPENED = "reopened"


class Verdict(StrEnum):
    """What the circle finds of an argument (B5)."""

    UNTESTED = ""
    VALID = "valid"
    CONCERN = "concern"
    NEITHER = "neither"


VERDICT_NAMES = {
    Verdict.UNTESTED: "nog niet getoetst",
    Verdict.VALID: "geldig bezwaar",
    Verdict.CONCERN: "bezorgdheid",
    Verdict.NEITHER: "geen van beide",
}


class EvaluationResult(StrEnum):
    """What a circle does with an agreement that comes up for review (B8)."""

    KEEP = "keep"
    CHANGE = "change"
    END = "end"


EVALUATION_RESULT_NAMES = {
    EvaluationResult.KEEP: "we houden het zo",
    EvaluationResult.CHANGE: "we passen het aan",
    EvaluationResult.END: "we stoppen ermee",
}


class IssueKind(StrEnum):
    """What an issue is about (B10)."""

    MISSING = "missing"
    TENSION = "tension"
    RULES = "rules"
    OTHER_ACTORS = "other_actors"
    CONFLICT = "conflict"


ISSUE_KIND_NAMES = {
    IssueKind.MISSING: "ontbrekende expertise of capaciteit",
    IssueKind.TENSION: "spanning tussen organisaties",
    IssueKind.RULES: "regels",
    IssueKind.OTHER_ACTORS: "andere actoren",
    IssueKind.CONFLICT: "conflict",
}


class IssueState(StrEnum):
    """Where an issue is; parked keeps its owner and a next date (B10)."""

    NEW = "new"
    TAKEN_UP = "taken_up"
    ESCALATED = "escalated"
    PARKED = "parked"
    SOLVED = "solved"
    BACK = "back"


ISSUE_STATE_NAMES = {
    IssueState.NEW: "nieuw",
    IssueState.TAKEN_UP: "opgenomen",
    IssueState.ESCALATED: "ingebracht in een organisatie",
    IssueState.PARKED: "geparkeerd",
    IssueState.SOLVED: "opgelost",
    IssueState.BACK: "terug naar het team",
}


class StepKind(StrEnum):
    """A step on the way of an issue, there and back (B11)."""

    RAISED = "raised"
    TAKEN_UP = "taken_up"
    ESCALATED = "escalated"
    FED_BACK = "fed_back"
    PARKED = "parked"
    SOLVED = "solved"
    SENT_BACK = "sent_back"
    RAISED_AGAIN = "raised_again"
    HANDED_OVER = "handed_over"
    NOTED = "noted"


STEP_KIND_NAMES = {
    StepKind.RAISED: "ingebracht",
    StepKind.TAKEN_UP: "opgenomen",
    StepKind.ESCALATED: "ingebracht in een organisatie",
    StepKind.FED_BACK: "teruggekoppeld",
    StepKind.PARKED: "geparkeerd",
    StepKind.SOLVED: "opgelost",
    StepKind.SENT_BACK: "terug naar het team",
    StepKind.RAISED_AGAIN: "opnieuw ingebracht",
    StepKind.HANDED_OVER: "overgedragen",
    StepKind.NOTED: "genoteerd",
}


class Resolution(StrEnum):
    """The answer chosen for an issue (B10)."""

    NONE = ""
    TRAINING = "training"
    NEW_PARTNER = "new_partner"
    SUBCONTRACTOR = "subcontractor"
    NETWORK_ACTOR = "network_actor"
    MANDATE = "mandate"
    RULE_CHANGED = "rule_changed"
    AGREEMENT = "agreement"
    OTHER = "other"


RESOLUTION_NAMES = {
    Resolution.NONE: "nog geen antwoord gekozen",
    Resolution.TRAINING: "vorming",
    Resolution.NEW_PARTNER: "een nieuwe partner",
    Resolution.SUBCONTRACTOR: "een onderaannemer",
    Resolution.NETWORK_ACTOR: "een netwerkactor",
    Resolution.MANDATE: "een ruimer mandaat",
    Resolution.RULE_CHANGED: "een regel die verandert",
    Resolution.AGREEMENT: "een afspraak tussen organisaties",
    Resolution.OTHER: "iets anders",
}


class Purpose(StrEnum):
    """Why an item stands on the agenda (B12)."""

    CHECK_IN = "check_in"
    INFORMATION = "information"
    FEEDBACK = "feedback"
    PICTURE = "picture"
    OPINION = "opinion"
    DECISION = "decision"
    REVIEW = "review"
    CLOSING = "closing"


PURPOSE_NAMES = {
    Purpose.CHECK_IN: "rondje",
    Purpose.INFORMATION: "informatie",
    Purpose.FEEDBACK: "terugkoppeling",
    Purpose.PICTURE: "beeldvorming",
    Purpose.OPINION: "meningsvorming",
    Purpose.DECISION: "besluit",
    Purpose.REVIEW: "evaluatie",
    Purpose.CLOSING: "afsluiten",
}


class MeetingState(StrEnum):
    """The life of a meeting; closed minutes stay as they are."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


MEETING_STATE_NAMES = {
    MeetingState.PREPARED: "in voorbereiding",
    MeetingState.OPEN: "bezig",
    MeetingState.CLOSED: "afgesloten",
    MeetingState.CANCELLED: "ging niet door",
}


class Attending(StrEnum):
    """Whether somebody is at the table; away is only ever said by that person."""

    UNKNOWN = ""
    PRESENT = "present"
    AWAY = "away"


class Subject(StrEnum):
    """What a trail entry of this package is about."""

    PROPOSAL = "proposal"
    ROUND = "round"
    OBJECTION = "objection"
    EVALUATION = "evaluation"
    ISSUE = "issue"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    ACTION_ITEM = "action_item"
    RHYTHM = "rhythm"
