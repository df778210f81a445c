"""What people are told of, and by which kind they may switch its mail off."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """Why somebody is told."""

    ROUND = "round"
    DECISION = "decision"
    REVIEW = "review"
    ISSUE = "issue"
    FEEDBACK_OWED = "feedback_owed"
    MEETING = "meeting"
    INITIATIVE = "initiative"
    EXCHANGE = "exchange"
    ACTION = "action"


NOTICE_KIND_NAMES = {
    NoticeKind.ROUND: "een ronde wacht op jou",
    NoticeKind.DECISION: "een besluit in je kring",
    NoticeKind.REVIEW: "een afspraak die terugkomt",
    NoticeKind.ISSUE: "nieuws over een kwestie",
    NoticeKind.FEEDBACK_OWED: "een terugkoppeling die jij nog schuldig bent",
    NoticeKind.MEETING: "een vergadering of een dossier",
    NoticeKind.INITIATIVE: "nieuws over een verbeterinitiatief",
    NoticeKind.EXCHANGE: "een vraag of antwoord van een ander partnerschap",
    NoticeKind.ACTION: "een afspraak op jouw naam",
}
