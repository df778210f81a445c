"""Who may do what: the role matrix, in one place.

Every route names a need; this table says for each role whether it may (`MAY`), may see but not do
(`SEES`, answered with 403) or must not know that it exists (everything absent, answered with 404).
Source: the table 'Who may do what' of the product description.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tracker.partnership.rules.roles import Role


class Need(StrEnum):
    """What a route asks of whoever calls it."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    CASES = "cases"
    WORKBOOK = "workbook"
    CASE_READERS = "case readers"
    PARTNERSHIP = "partnership"
    PARTNERSHIP_EDIT = "partnership edit"
    VALUE_STEPS_EDIT = "value steps edit"
    PEOPLE = "people"
    PEOPLE_EDIT = "people edit"
    TRAIL = "trail"
    LEARNING = "learning"
    LEARNING_EDIT = "learning edit"
    REMARKS = "remarks"
    SESSIONS_FACILITATE = "sessions facilitate"
    SESSIONS_JOIN = "sessions join"
    CASES_IN_SESSION = "cases in session"
    EXTRACTS_RELEASE = "extracts release"
    INITIATIVES = "initiatives"
    INITIATIVES_EDIT = "initiatives edit"
    EXCHANGE = "exchange"
    EXCHANGE_ANSWER = "exchange answer"
    PROPOSALS = "proposals"
    PROPOSE = "propose"
    ANSWER = "answer"
    FACILITATE = "facilitate"
    ISSUES = "issues"
    ISSUES_RAISE = "issues raise"
    ISSUES_TAKE_UP = "issues take up"
    MEETINGS = "meetings"
    MEETINGS_EDIT = "meetings edit"
    RHYTHM_EDIT = "rhythm edit"
    ADMINISTRATION = "administration"
    REPORTS_RECEIVED = "reports received"


class Access(StrEnum):
    """The answer of the matrix for one role and one need."""

    MAY = "may"
    SEES = "sees"
    UNKNOWN = "unknown"


SW, CO, BR, DV = Role.PRACTITIONER, Role.COORDINATOR, Role.BOARD_MEMBER, Role.REPRESENTATIVE
KC, PR, EW, TB = Role.QUALITY_COACH, Role.PROMOTOR, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR
MAY, SEES = Access.MAY, Access.SEES

MATRIX: Final[Mapping[Need, Mapping[Role, Access]]] = {
    Need.CASES: {SW: MAY, CO: MAY},
    Need.WORKBOOK: {CO: MAY},
    Need.CASE_READERS: {SW: MAY, CO: MAY},
    Need.PARTNERSHIP: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY},
    Need.PARTNERSHIP_EDIT: {SW: SEES, CO: MAY, BR: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.VALUE_STEPS_EDIT: {SW: MAY, CO: MAY, BR: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.PEOPLE: {CO: MAY, BR: MAY, PR: MAY},
    Need.PEOPLE_EDIT: {CO: MAY, BR: SEES, PR: SEES},
    Need.TRAIL: {CO: MAY},
    Need.LEARNING: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY},
    Need.LEARNING_EDIT: {SW: MAY, CO: MAY, BR: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.REMARKS: {SW: MAY, CO: MAY, DV: MAY, BR: SEES, KC: SEES, PR: SEES},
    Need.SESSIONS_FACILITATE: {SW: MAY, CO: MAY, KC: MAY, BR: SEES, DV: SEES, PR: SEES},
    Need.SESSIONS_JOIN: {SW: MAY, CO: MAY, DV: MAY, KC: MAY, BR: SEES, PR: SEES},
    Need.CASES_IN_SESSION: {SW: MAY, CO: MAY, KC: MAY},
    Need.EXTRACTS_RELEASE: {SW: MAY, CO: MAY, BR: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.INITIATIVES: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY},
    Need.INITIATIVES_EDIT: {SW: MAY, CO: MAY, BR: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.EXCHANGE: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY, EW: MAY},
    Need.EXCHANGE_ANSWER: {SW: MAY, CO: MAY, BR: SEES, DV: SEES, KC: SEES, PR: SEES, EW: SEES},
    # Who may propose, answer and facilitate in which circle stands in the rules of the board.
    Need.PROPOSALS: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY},
    Need.PROPOSE: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: SEES, PR: SEES},
    Need.ANSWER: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: SEES, PR: SEES},
    Need.FACILITATE: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: SEES},
    Need.ISSUES: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY},
    Need.ISSUES_RAISE: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: SEES, PR: SEES},
    Need.ISSUES_TAKE_UP: {BR: MAY, SW: SEES, CO: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.MEETINGS: {SW: MAY, CO: MAY, BR: MAY, DV: MAY, KC: MAY, PR: MAY},
    Need.MEETINGS_EDIT: {SW: MAY, CO: MAY, BR: MAY, DV: SEES, KC: SEES, PR: SEES},
    Need.RHYTHM_EDIT: {CO: MAY, SW: SEES, BR: SEES, DV: SEES, KC: SEES, PR: SEES},
    Need.ADMINISTRATION: {TB: MAY},
    Need.REPORTS_RECEIVED: {EW: MAY},
}

WITHOUT_ROLE: Final = frozenset({Need.ANYONE, Need.SIGNED_IN})


def access(role: Role, need: Need) -> Access:
    """What the matrix says for a role; a need open to everyone signed in is granted to every role."""
    if need in WITHOUT_ROLE:
        return Access.MAY
    return MATRIX[need].get(role, Access.UNKNOWN)


def may(role: Role, need: Need) -> bool:
    """Whether a button for this need is worth showing."""
    return access(role, need) is Access.MAY
