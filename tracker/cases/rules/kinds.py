"""The kinds and states of everything on a case, with the Dutch words the screens use for them."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What a case is about (C1)."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    NEIGHBOURHOOD = "neighbourhood"
    COLLABORATION = "collaboration"


CASE_KIND_NAMES = {
    CaseKind.PERSON: "persoon",
    CaseKind.GROUP: "groep",
    CaseKind.ORGANISATION: "organisatie",
    CaseKind.NEIGHBOURHOOD: "wijk",
    CaseKind.COLLABORATION: "samenwerking",
}

WHO_SPEAKS = {
    CaseKind.PERSON: "de persoon zelf, of wie die persoon daarvoor aanwijst",
    CaseKind.GROUP: "wie de groep zelf aanduidt",
    CaseKind.ORGANISATION: "wie de organisatie aanduidt, met de doelgroep ernaast",
    CaseKind.NEIGHBOURHOOD: "bewoners die we erover spraken",
    CaseKind.COLLABORATION: "de mensen voor wie de samenwerking werkt",
}


class Reached(StrEnum):
    """How the target group was reached (C1)."""

    VDAB = "vdab"
    LOCAL_AUTHORITY = "local_authority"
    OUTREACH = "outreach"
    PARTNER = "partner"
    NETWORK_ACTOR = "network_actor"
    OWN_MOVE = "own_move"
    UNKNOWN = "unknown"


REACHED_NAMES = {
    Reached.VDAB: "VDAB",
    Reached.LOCAL_AUTHORITY: "lokaal bestuur",
    Reached.OUTREACH: "outreach",
    Reached.PARTNER: "partner",
    Reached.NETWORK_ACTOR: "netwerkactor",
    Reached.OWN_MOVE: "kwam zelf",
    Reached.UNKNOWN: "niet genoteerd",
}


class CaseState(StrEnum):
    """Whether the partnership is still at work on a case, and how it ended (C12)."""

    RUNNING = "running"
    RELEASED = "released"
    HANDED_OVER = "handed_over"
    STOPPED = "stopped"
    NOT_TARGET_GROUP = "not_target_group"


CASE_STATE_NAMES = {
    CaseState.RUNNING: "loopt",
    CaseState.RELEASED: "losgelaten",
    CaseState.HANDED_OVER: "overgedragen",
    CaseState.STOPPED: "gestopt",
    CaseState.NOT_TARGET_GROUP: "niet de doelgroep",
}

ENDINGS = tuple(state for state in CaseState if state is not CaseState.RUNNING)


class Agreed(StrEnum):
    """What the person said to sharing the case between organisations (C14)."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"


AGREED_NAMES = {
    Agreed.YES: "ging akkoord",
    Agreed.NO: "ging niet akkoord",
    Agreed.NOT_YET: "nog niet gevraagd",
    Agreed.NOT_NEEDED: "niet nodig",
}


class DemandState(StrEnum):
    """What became of a value demand (C4)."""

    OPEN = "open"
    CLOSED = "closed"
    OUTSIDE = "outside"
    RECLASSIFIED = "reclassified"


DEMAND_STATE_NAMES = {
    DemandState.OPEN: "open",
    DemandState.CLOSED: "gesloten",
    DemandState.OUTSIDE: "buiten de bedoeling",
    DemandState.RECLASSIFIED: "werd een faalvraag",
}


class DemandChangeKind(StrEnum):
    """A step in the life of a value demand."""

    REWORDED = "reworded"
    CLOSED = "closed"
    OUTSIDE = "outside"
    REOPENED = "reopened"
    RECLASSIFIED = "reclassified"


class Perspective(StrEnum):
    """From whose eyes a star was read (C5)."""

    TOGETHER = "together"
    TARGET_GROUP = "target_group"
    TEAM = "team"


PERSPECTIVE_NAMES = {
    Perspective.TOGETHER: "samen",
    Perspective.TARGET_GROUP: "de doelgroep zelf",
    Perspective.TEAM: "het team",
}


class Fit(StrEnum):
    """The two-sided loss idea for one value demand; never a number (C5)."""

    TOO_LITTLE = "too_little"
    FITTING = "fitting"
    TOO_MUCH = "too_much"


FIT_NAMES = {Fit.TOO_LITTLE: "te weinig", Fit.FITTING: "gepast", Fit.TOO_MUCH: "te veel"}


class Arising(StrEnum):
    """Where a failure demand comes from (C7)."""

    OMISSION = "omission"
    COUNTERPRODUCTIVE = "counterproductive"
    UNKNOWN = "unknown"


ARISING_NAMES = {
    Arising.OMISSION: "nalaten",
    Arising.COUNTERPRODUCTIVE: "contraproductief doen",
    Arising.UNKNOWN: "nog niet gezegd",
}


class ContactKind(StrEnum):
    """The kind of an interaction (C8)."""

    MESSAGE = "message"
    HOME_VISIT = "home_visit"
    CONVERSATION = "conversation"
    PHONE = "phone"
    ALONGSIDE = "alongside"
    WITH_SERVICE = "with_service"
    MAIL = "mail"
    OTHER = "other"


CONTACT_KIND_NAMES = {
    ContactKind.MESSAGE: "bericht",
    ContactKind.HOME_VISIT: "huisbezoek",
    ContactKind.CONVERSATION: "gesprek",
    ContactKind.PHONE: "telefoon",
    ContactKind.ALONGSIDE: "samen op stap",
    ContactKind.WITH_SERVICE: "overleg met dienst",
    ContactKind.MAIL: "mail",
    ContactKind.OTHER: "iets anders",
}


class ContactOutcome(StrEnum):
    """Whether there was contact; attempts and talk about the case are marked apart (C8)."""

    CONTACT = "contact"
    ATTEMPT = "attempt"
    ABOUT = "about"


CONTACT_OUTCOME_NAMES = {
    ContactOutcome.CONTACT: "er was contact",
    ContactOutcome.ATTEMPT: "poging",
    ContactOutcome.ABOUT: "over de casus, zonder de persoon",
}


class Verdict(StrEnum):
    """Value or waste, seen from the purpose (C9)."""

    VALUE = "value"
    WASTE = "waste"


VERDICT_NAMES = {Verdict.VALUE: "waarde", Verdict.WASTE: "verspilling"}


class WasteKind(StrEnum):
    """A first word for a waste; the real words come from those who saw it (C9)."""

    NOT_NEEDED = "not_needed"
    TOO_MUCH = "too_much"
    TOO_LATE = "too_late"
    WAITING = "waiting"
    AGAIN = "again"
    OTHER = "other"


WASTE_KIND_NAMES = {
    WasteKind.NOT_NEEDED: "niet nodig",
    WasteKind.TOO_MUCH: "te veel",
    WasteKind.TOO_LATE: "te laat",
    WasteKind.WAITING: "wachten",
    WasteKind.AGAIN: "opnieuw moeten doen of geven",
    WasteKind.OTHER: "iets anders",
}


class PersonPart(StrEnum):
    """Whether the person took part in a multidisciplinary review (C10)."""

    PRESENT = "present"
    HEARD = "heard"
    ABSENT = "absent"


PERSON_PART_NAMES = {
    PersonPart.PRESENT: "was erbij",
    PersonPart.HEARD: "vooraf gehoord",
    PersonPart.ABSENT: "niet erbij en niet gehoord",
}


class AgreementState(StrEnum):
    """What became of an agreement made in a review (C10)."""

    OPEN = "open"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"


AGREEMENT_STATE_NAMES = {
    AgreementState.OPEN: "open",
    AgreementState.DONE: "gedaan",
    AgreementState.FAILED: "niet gelukt",
    AgreementState.DROPPED: "niet meer nodig",
}


class Validated(StrEnum):
    """Whether something was checked with the target group, and whether it is right to them (C11)."""

    YES = "yes"
    CONTESTED = "contested"
    NO = "no"
    NOT_POSSIBLE = "not_possible"


VALIDATED_NAMES = {
    Validated.YES: "besproken",
    Validated.CONTESTED: "besproken, en het klopt niet",
    Validated.NO: "nog niet besproken",
    Validated.NOT_POSSIBLE: "bespreken was niet mogelijk",
}


class Subject(StrEnum):
    """What on a case a validation, a correction or an undo is about."""

    CASE = "case"
    PURPOSE = "purpose"
    VALUE_DEMAND = "value_demand"
    DEMAND_CHANGE = "demand_change"
    SCORE = "score"
    STAR = "star"
    FAILURE_DEMAND = "failure_demand"
    INTERACTION = "interaction"
    ASSESSMENT = "assessment"
    REVIEW = "review"
    AGREEMENT = "agreement"
    ENDING = "ending"


SUBJECT_NAMES = {
    Subject.CASE: "casus",
    Subject.PURPOSE: "bedoeling",
    Subject.VALUE_DEMAND: "waardevraag",
    Subject.DEMAND_CHANGE: "wijziging van een waardevraag",
    Subject.SCORE: "score",
    Subject.STAR: "ster",
    Subject.FAILURE_DEMAND: "faalvraag",
    Subject.INTERACTION: "interactie",
    Subject.ASSESSMENT: "duiding",
    Subject.REVIEW: "overleg",
    Subject.AGREEMENT: "afspraak",
    Subject.ENDING: "einde",
}
