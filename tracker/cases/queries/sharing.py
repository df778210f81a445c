"""With whom a case is shared, since when, and what the person said about it (C14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.cases.queries.seen import Case
from tracker.cases.rules.kinds import Agreed
from tracker.cases.rules.sharing import Period, usual_answer
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import SharedWith, SharingAgreement


@dataclass(frozen=True, slots=True)
class Told:
    """One version of what the person knew and said about sharing."""

    id: int | None
    agreed: Agreed
    informed_on: date | None = None
    how: str = ""
    by_whom: str = ""
    limits: str = ""
    withdrawn_on: date | None = None
    recorded_by: str = ""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SharingState:
    """Everything about the sharing of a case; `told` is the latest, `earlier` what it replaced."""

    periods: tuple[Period, ...]
    names: dict[int, str]
    with_coordination: bool
    told: Told
    earlier: tuple[Told, ...]

    def seeing(self, day: date) -> tuple[Period, ...]:
        """The periods that hold on a day."""
        return tuple(period for period in self.periods if period.covers(day))

    def coming(self, day: date) -> tuple[Period, ...]:
        """The periods that still have to begin."""
        return tuple(period for period in self.periods if period.since > day)

    def past(self, day: date) -> tuple[Period, ...]:
        """The periods that are over, latest first."""
        over = [period for period in self.periods if period.is_over(day)]
        return tuple(sorted(over, key=lambda p: p.until or day, reverse=True))

    @property
    def going_on(self) -> frozenset[int]:
        """The organisations that see the case without an end in sight."""
        return frozenset(period.organisation_id for period in self.periods if period.goes_on)

    @property
    def names_going_on(self) -> dict[int, str]:
        return {organisation: self.names[organisation] for organisation in sorted(self.going_on)}

    @property
    def version(self) -> str:
        return version_of(sorted(self.going_on), self.with_coordination)

    def names_of(self, periods: Iterable[Period]) -> list[str]:
        return [self.names[period.organisation_id] for period in periods]

    def name(self, organisation_id: int) -> str:
        return self.names[organisation_id]


PERIODS = """
    SELECT c.closed_to_coordination, s.id, s.organisation, o.name AS organisation_name, s.since, s.until
      FROM case_file c
      LEFT JOIN shared_with s ON s."case" = c.id
      LEFT JOIN organisation o ON o.id = s.organisation
     WHERE c.id = {}
     ORDER BY s.since, s.id
"""


async def sharing_of(case: Case) -> SharingState:
    """How a case the viewer may see is shared, now and before; two queries."""
    rows = await SharedWith.raw(PERIODS, case.id)
    shared = [row for row in rows if row["id"] is not None]
    told = await _everything_told(case)
    return SharingState(
        periods=tuple(Period(row["organisation"], row["since"], row["until"], row["id"]) for row in shared),
        names={row["organisation"]: row["organisation_name"] for row in shared},
        with_coordination=not any(row["closed_to_coordination"] for row in rows),
        told=told[0] if told else Told(id=None, agreed=usual_answer(case.kind)),
        earlier=tuple(told[1:]),
    )


async def _everything_told(case: Case) -> list[Told]:
    rows = await (
        SharingAgreement.select(
            SharingAgreement.id,
            SharingAgreement.agreed,
            SharingAgreement.informed_on,
            SharingAgreement.how,
            SharingAgreement.by_whom,
            SharingAgreement.limits,
            SharingAgreement.withdrawn_on,
            SharingAgreement.recorded_by.name.as_alias("recorder"),
            SharingAgreement.recorded_at,
        )
        .where(SharingAgreement.case == case.id)
        .order_by(SharingAgreement.id, ascending=False)
    )
    return [_told(row) for row in rows]


def _told(row: dict[str, Any]) -> Told:
    return Told(
        id=row["id"],
        agreed=Agreed(row["agreed"]),
        informed_on=row["informed_on"],
        how=row["how"],
        by_whom=row["by_whom"],
        limits=row["limits"],
        withdrawn_on=row["withdrawn_on"],
        recorded_by=row["recorder"] or "",
        recorded_at=row["recorded_at"],
    )
