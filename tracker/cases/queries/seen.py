"""Which cases a viewer sees: the one place that says so (C14)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.columns.combination import WhereRaw

from tracker.cases.rules.kinds import CaseKind, CaseState
from tracker.cases.tables import CaseFile
from tracker.partnership.rules.roles import Role, Viewer
from tracker.problems import NotFound

LONGEST_CODE = 20


@dataclass(frozen=True, slots=True)
class Case:
    """A case as every page about it needs it."""

    id: int
    code: str
    kind: CaseKind
    alias: str
    state: CaseState
    started_on: date
    ended_on: date | None
    purpose: str
    lead_id: int | None
    lead: str
    municipality: str

    @property
    def name(self) -> str:
        """The alias, or the code for a case without one."""
        return self.alias or self.code

    @property
    def runs(self) -> bool:
        return self.state is CaseState.RUNNING


def visible_to(viewer: Viewer) -> Any:
    """The `where` that holds for a case this viewer may open; raises NotFound for roles without cases.

    A practitioner sees the cases whose agreement names the acting organisation on this day; the
    coordination sees every case of the partnership unless the agreement excludes it.
    """
    own: Any = CaseFile.partnership == viewer.partnership_id
    if viewer.locked_to_case is not None:
        own = own & (CaseFile.id == viewer.locked_to_case)
    if viewer.role is Role.COORDINATOR:
        return own & CaseFile.closed_to_coordination.eq(False)
    if viewer.role is Role.PRACTITIONER:
        # Asked case by case, which the OFFSET makes sure of on PostgreSQL: an organisation such as VDAB
        # shares cases in every partnership, and joining would read them all.
        return own & WhereRaw(
            'EXISTS (SELECT 1 FROM shared_with sw WHERE sw."case" = case_file.id AND sw.organisation = {}'
            " AND sw.since <= {} AND (sw.until IS NULL OR sw.until > {}) LIMIT 1 OFFSET 0)",
            viewer.organisation_id,
            viewer.today,
            viewer.today,
        )
    raise NotFound


async def still_sees(viewer: Viewer, code: str) -> bool:
    """Whether the viewer sees a case (still), after an act that may have closed the door."""
    return await CaseFile.exists().where(visible_to(viewer), CaseFile.code == code.upper())


async def case_for(viewer: Viewer, code: str) -> Case:
    """The case behind a code, for who may see it today. Raises NotFound for everyone else."""
    return await the_case(visible_to(viewer), code)


async def the_case(where: Any, code: str) -> Case:
    """The case behind a code within this `where`, which says who may see it. Raises NotFound."""
    if not code or len(code) > LONGEST_CODE or "\0" in code:
        raise NotFound
    row = await (
        CaseFile.select(
            CaseFile.id,
            CaseFile.code,
            CaseFile.kind,
            CaseFile.alias,
            CaseFile.state,
            CaseFile.started_on,
            CaseFile.ended_on,
            CaseFile.purpose,
            CaseFile.municipality,
            CaseFile.lead,
            CaseFile.lead_name,
            CaseFile.lead.name.as_alias("lead_person"),
        )
        .where(where, CaseFile.code == code.upper())
        .first()
    )
    if row is None:
        raise NotFound
    return Case(
        id=row["id"],
        code=row["code"],
        kind=CaseKind(row["kind"]),
        alias=row["alias"],
        state=CaseState(row["state"]),
        started_on=row["started_on"],
        ended_on=row["ended_on"],
        purpose=row["purpose"],
        lead_id=row["lead"],
        lead=row["lead_person"] or row["lead_name"],
        municipality=row["municipality"],
    )
