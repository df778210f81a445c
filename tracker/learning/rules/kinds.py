"""The kinds and states of what is learned, with the Dutch words the screens use for them."""

from enum import StrEnum


class PatternKind(StrEnum):
    """Of what a pattern is made (L5): types come after the words."""

    FAILURE_DEMAND = "failure_demand"
    WASTE = "waste"
    VALUE = "value"
    VALUE_DEMAND = "value_demand"


PATTERN_KIND_NAMES = {
    PatternKind.FAILURE_DEMAND: "faalvraag",
    PatternKind.WASTE: "verspilling",
    PatternKind.VALUE: "waarde",
    PatternKind.VALUE_DEMAND: "waardevraag",
}

PATTERN_KIND_PLURALS = {
    PatternKind.FAILURE_DEMAND: "faalvragen",
    PatternKind.WASTE: "verspilling",
    PatternKind.VALUE: "waarde",
    PatternKind.VALUE_DEMAND: "waardevragen",
}


class Recurrence(StrEnum):
    """Whether something comes back predictably; people judge this, no count does (L5)."""

    NOT_JUDGED = ""
    PREDICTABLE = "predictable"
    ONE_OFF = "one_off"


RECURRENCE_NAMES = {
    Recurrence.NOT_JUDGED: "nog niet beoordeeld",
    Recurrence.PREDICTABLE: "komt voorspelbaar terug",
    Recurrence.ONE_OFF: "eenmalig",
}


class CauseKind(StrEnum):
    """The two ways in which waste and failure demands arise (L6)."""

    MISUNDERSTOOD = "misunderstood"
    MISMATCH = "mismatch"


CAUSE_KIND_NAMES = {
    CauseKind.MISUNDERSTOOD: "vraag verkeerd begrepen",
    CauseKind.MISMATCH: "mismatch",
}


class ConditionKind(StrEnum):
    """What in the system makes it so (L6)."""

    COMPETENCE = "competence"
    MANDATE = "mandate"
    ICT = "ict"
    RIGID_PROCESS = "rigid_process"
    MEASURES = "measures"
    RULES = "rules"
    OTHER_ACTORS = "other_actors"
    CAPACITY = "capacity"
    OTHER = "other"


CONDITION_KIND_NAMES = {
    ConditionKind.COMPETENCE: "competentie",
    ConditionKind.MANDATE: "mandaat",
    ConditionKind.ICT: "ICT",
    ConditionKind.RIGID_PROCESS: "star proces",
    ConditionKind.MEASURES: "cijfers en streefdoelen",
    ConditionKind.RULES: "regels",
    ConditionKind.OTHER_ACTORS: "andere actoren",
    ConditionKind.CAPACITY: "te weinig mensen of middelen",
    ConditionKind.OTHER: "iets anders",
}


class WhoCanChange(StrEnum):
    """Who can change a system condition (L7)."""

    TEAM = "team"
    BOARD = "board"
    PARTNER = "partner"
    OUTSIDE = "outside"


WHO_CAN_CHANGE_NAMES = {
    WhoCanChange.TEAM: "het team zelf",
    WhoCanChange.BOARD: "de bestuursraad",
    WhoCanChange.PARTNER: "een eigen partnerorganisatie",
    WhoCanChange.OUTSIDE: "iemand buiten het partnerschap",
}


class PersonaState(StrEnum):
    """Whether a persona is used; what a workbook brought is proposed until somebody confirms it (L2)."""

    PROPOSED = "proposed"
    IN_USE = "in_use"
    RETIRED = "retired"


PERSONA_STATE_NAMES = {
    PersonaState.PROPOSED: "voorstel",
    PersonaState.IN_USE: "in gebruik",
    PersonaState.RETIRED: "niet meer gebruikt",
}


class ResemblanceState(StrEnum):
    """Whether somebody stands behind a resemblance; one from a workbook is proposed until then (C13)."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


class Outcome(StrEnum):
    """How the analysis of a case that fits no persona ends (L2)."""

    ADJUST = "adjust"
    NEW = "new"
    LEAVE = "leave"


OUTCOME_NAMES = {
    Outcome.ADJUST: "we passen een persona aan",
    Outcome.NEW: "we maken een nieuwe persona",
    Outcome.LEAVE: "we laten het zo",
}


class Way(StrEnum):
    """The chosen way to close a gap in expertise (L3)."""

    TRAINING = "training"
    NEW_PARTNER = "new_partner"
    SUBCONTRACTOR = "subcontractor"
    NETWORK_ACTOR = "network_actor"
    LEAVE = "leave"


WAY_NAMES = {
    Way.TRAINING: "vorming",
    Way.NEW_PARTNER: "een nieuwe partner",
    Way.SUBCONTRACTOR: "een onderaannemer",
    Way.NETWORK_ACTOR: "een netwerkactor",
    Way.LEAVE: "we laten het zo",
}


class Format(StrEnum):
    """How a learning session works (L4)."""

    JOURNEY = "journey"
    AFTER_ACTION = "after_action"
    PDSA = "pdsa"
    REVIEW = "review"
    FREE = "free"


FORMAT_NAMES = {
    Format.JOURNEY: "klantreis",
    Format.AFTER_ACTION: "after action review",
    Format.PDSA: "PDSA-cyclus",
    Format.REVIEW: "multidisciplinair overleg",
    Format.FREE: "vrije vorm",
}


class SessionState(StrEnum):
    """The life of a learning session; once closed its minutes stay as they are (L4)."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


SESSION_STATE_NAMES = {
    SessionState.PREPARED: "in voorbereiding",
    SessionState.OPEN: "bezig",
    SessionState.CLOSED: "afgesloten",
    SessionState.CANCELLED: "ging niet door",
}


class StepKind(StrEnum):
    """What a step on a customer's journey was for the person (L4)."""

    VALUE = "value"
    WASTE = "waste"
    FAILURE_DEMAND = "failure_demand"
    UNKNOWN = "unknown"


STEP_KIND_NAMES = {
    StepKind.VALUE: "waardevol",
    StepKind.WASTE: "verspilling",
    StepKind.FAILURE_DEMAND: "faalvraag",
    StepKind.UNKNOWN: "weten we niet",
}


class Source(StrEnum):
    """Where input from outside the partnership's own cases comes from (L15)."""

    IMPACT_EVALUATION = "impact_evaluation"
    EXPERT_BY_EXPERIENCE = "expert_by_experience"
    OTHER_PARTNERSHIP = "other_partnership"
    EXPERT = "expert"


SOURCE_NAMES = {
    Source.IMPACT_EVALUATION: "impactevaluatie",
    Source.EXPERT_BY_EXPERIENCE: "ervaringsdeskundige",
    Source.OTHER_PARTNERSHIP: "ander partnerschap",
    Source.EXPERT: "expert",
}


class Chart(StrEnum):
    """A process behaviour chart of the partnership (L9)."""

    LEAD_TIME = "lead_time"
    FAILURE_DEMANDS = "failure_demands"


class Subject(StrEnum):
    """What in the learning of a partnership a trail entry, a remark or a former wording is about."""

    PATTERN = "pattern"
    OCCURRENCE = "occurrence"
    CAUSE = "cause"
    CONDITION = "condition"
    THINKING = "thinking"
    PERSONA = "persona"
    RESEMBLANCE = "resemblance"
    MISFIT = "misfit"
    EXPERTISE = "expertise"
    SESSION = "session"
    EXTRACT = "extract"
    EXTERNAL_INPUT = "external_input"
    LIMITS = "limits"
    INITIATIVE = "initiative"
    ITERATION = "iteration"


SUBJECT_NAMES = {
    Subject.PATTERN: "patroon",
    Subject.OCCURRENCE: "indeling in een patroon",
    Subject.CAUSE: "oorzaak",
    Subject.CONDITION: "systeemconditie",
    Subject.THINKING: "denkwijze",
    Subject.PERSONA: "persona",
    Subject.RESEMBLANCE: "gelijkenis met een persona",
    Subject.MISFIT: "past bij geen persona",
    Subject.EXPERTISE: "expertise",
    Subject.SESSION: "leersessie",
    Subject.EXTRACT: "vrijgegeven verhaal",
    Subject.EXTERNAL_INPUT: "inbreng van buiten",
    Subject.LIMITS: "grenzen van een grafiek",
    Subject.INITIATIVE: "verbeterinitiatief",
    Subject.ITERATION: "iteratie van een verbeterinitiatief",
}
