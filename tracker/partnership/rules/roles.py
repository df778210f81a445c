"""Roles, and the person who looks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """A role held in a partnership (or, for the last two, outside any), from a day until a day."""

    PRACTITIONER = "practitioner"
    COORDINATOR = "coordinator"
    BOARD_MEMBER = "board_member"
    REPRESENTATIVE = "representative"
    QUALITY_COACH = "quality_coach"
    PROMOTOR = "promotor"
    PROGRAMME_MANAGER = "programme_manager"
    ADMINISTRATOR = "administrator"


ROLE_NAMES = {
    Role.PRACTITIONER: "samenwerker",
    Role.COORDINATOR: "coördinatie",
    Role.BOARD_MEMBER: "bestuursraadslid",
    Role.REPRESENTATIVE: "doelgroepvertegenwoordiger",
    Role.QUALITY_COACH: "kwaliteitscoach",
    Role.PROMOTOR: "promotor",
    Role.PROGRAMME_MANAGER: "beheerder Europa WSE",
    Role.ADMINISTRATOR: "technisch beheerder",
}

OUTSIDE_PARTNERSHIPS = frozenset({Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Viewer:
    """The signed-in person in the capacity chosen now; every query and action starts from here.

    `today` is the day (Europe/Brussels) on which this viewer's roles were checked.
    """

    person_id: int
    name: str
    role: Role
    role_held_id: int
    organisation_id: int | None
    organisation: str
    partnership_id: int | None
    partnership: str
    slug: str
    code_prefix: str
    today: date
    sign_in_id: int
    locked_to_case: int | None = None
    has_password: bool = False

    @property
    def role_name(self) -> str:
        return ROLE_NAMES[self.role]

    @property
    def works_on_cases(self) -> bool:
        return self.role in (Role.PRACTITIONER, Role.COORDINATOR)


def is_current(since: date, until: date | None, today: date) -> bool:
    """Whether a from-to period holds today; the last day itself no longer counts (access ends that day)."""
    return since <= today and (until is None or today < until)
