"""What people are told of, by which kind they may switch its mail off, and what the daily mail says."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


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


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as the daily mail tells it."""

    id: int
    partnership: str
    text: str


def subject_of(told: Sequence[Told], app_name: str) -> str:
    """The subject of the daily mail; a number of things, never what they are."""
    return f"{app_name}: {len(told)} dingen voor jou" if len(told) > 1 else f"{app_name}: iets voor jou"


def digest(name: str, told: Sequence[Told], address: str) -> str:
    """The text of the one daily mail to somebody: codes only, each with the address where it stands.

    `address` is where this installation lives, without a slash at the end.
    """
    lines = [f"Dag {name},", ""]
    for partnership, ours in groupby(
        sorted(told, key=lambda each: each.partnership), lambda t: t.partnership
    ):
        lines += [partnership, ""]
        for each in ours:
            lines += [f"- {each.text}", f"  {address}/berichten/{each.id}"]
        lines.append("")
    lines += [
        "Je krijgt hoogstens één mail per dag, met alleen codes. Wat je niet per mail wilt, zet je af op",
        f"{address}/mijn/berichten",
        "",
    ]
    return "\n".join(lines)
