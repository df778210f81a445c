"""Letting go of a case and the other endings; what an ended case still allows (C12)."""

from datetime import date

from tracker.cases.rules.days import why_not_on
from tracker.cases.rules.kinds import CaseState
from tracker.cases.rules.refusals import Refusal

CAN_LET_GO_FROM = 9
READ_ONLY = "Deze casus is afgerond. Heropen ze eerst, dan kan je weer noteren."


def why_not_log(state: CaseState) -> str | None:
    """The reason to refuse anything new on a case, or None: an ended case is there to read."""
    return None if state is CaseState.RUNNING else READ_ONLY


def why_not_end(
    *, state: CaseState, kind: CaseState, ended_on: date, started_on: date, today: date, handed_to: str
) -> Refusal | None:
    """The first reason not to end this case this way, or None."""
    if state is not CaseState.RUNNING:
        return Refusal("Deze casus is al afgerond.")
    if kind is CaseState.RUNNING:
        return Refusal("Kies hoe de casus eindigt.", "kind")
    if reason := why_not_on(ended_on, started_on=started_on, today=today):
        return Refusal(reason, "ended_on")
    if kind is CaseState.HANDED_OVER and not handed_to.strip():
        return Refusal("Schrijf aan wie jullie overdragen.", "handed_to")
    return None


def why_not_reopen(
    *, state: CaseState, ended_on: date | None, reopened_on: date, today: date
) -> Refusal | None:
    """The first reason not to take up an ended case again, or None."""
    if state is CaseState.RUNNING:
        return Refusal("Deze casus loopt al.")
    if reopened_on > today:
        return Refusal("Deze dag ligt in de toekomst. Kies vandaag of een dag die voorbij is.", "reopened_on")
    if ended_on is not None and reopened_on < ended_on:
        return Refusal("Een casus kan niet heropend zijn voor ze eindigde.", "reopened_on")
    return None


def asks_to_let_go(state: CaseState, last_score: int | None, demands: int, open_demands: int) -> bool:
    """Whether the case page asks 'loslaten?': at 9 or 10, or when the last value demand closed.

    It only asks; nothing ends a case by itself.
    """
    if state is not CaseState.RUNNING:
        return False
    return (last_score is not None and last_score >= CAN_LET_GO_FROM) or (demands > 0 and open_demands == 0)


def lead_time(started_on: date, ended_on: date | None, today: date) -> int:
    """Days from the start to the end, or to today while the case runs; a reopened case counts on."""
    return ((ended_on or today) - started_on).days
