"""Opening a case, and deciding on that day who shares it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.actions.searching import keep_findable
from tracker.cases.rules import opening as rules
from tracker.cases.rules.basics import why_not_basics, why_not_work_on
from tracker.cases.rules.kinds import Agreed, CaseKind, CaseState, Reached
from tracker.cases.rules.refusals import must
from tracker.cases.rules.sharing import who_shares, why_not_agreed
from tracker.cases.tables import CaseFile, CaseWorker, Purpose, SharedWith, SharingAgreement
from tracker.database import one_at_a_time, writing
from tracker.partnership import trail
from tracker.partnership.queries import partnerships
from tracker.partnership.queries.colleagues import who_see, who_work_on_cases
from tracker.partnership.rules.roles import Viewer
from tracker.problems import RuleBroken


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the person knows and said about sharing, and with whom the case is shared from the start.

    Without `organisations` every team organisation shares it ('een case is een case van iedereen').
    """

    agreed: Agreed
    informed_on: date | None = None
    how: str = ""
    by_whom: str = ""
    limits: str = ""
    organisations: tuple[int, ...] = ()
    without_coordination: bool = False


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is asked to open a case; the code is given, never chosen (except by an import of known codes)."""

    key: UUID
    kind: CaseKind
    started_on: date
    alias: str = ""
    purpose: str = ""
    purpose_fit: str = ""
    purpose_outside: bool = False
    municipality: str = ""
    reached: Reached = Reached.UNKNOWN
    reached_note: str = ""
    lead_id: int | None = None
    lead_name: str = ""
    participants: int = 1
    doubt: bool = False
    doubt_review_on: date | None = None
    number: int | None = None
    source_code: str = ""
    sharing: Sharing = field(default_factory=lambda: Sharing(agreed=Agreed.NOT_YET))


async def open_case(viewer: Viewer, new: NewCase) -> str:
    """Open a case and return its code; the same key again returns the same code. Raises RuleBroken."""
    async with writing():
        await one_at_a_time("case numbers", viewer.partnership_id or 0)
        if code := await _already_opened(viewer, new.key):
            return code
        must(
            why_not_basics(
                alias=new.alias,
                started_on=new.started_on,
                today=viewer.today,
                participants=new.participants,
                doubt=new.doubt,
                doubt_review_on=new.doubt_review_on,
            )
        )
        organisations = await _who_shares(viewer, new)
        await _must_be_led_by_someone_who_sees_it(viewer, new, organisations)
        number = await _number(viewer, new.number)
        now = clock.now()
        case = CaseFile(
            key=new.key,
            partnership=viewer.partnership_id,
            number=number,
            code=rules.code_of(viewer.code_prefix, number),
            source_code=new.source_code,
            kind=new.kind,
            alias=new.alias,
            municipality=new.municipality,
            started_on=new.started_on,
            reached=new.reached,
            reached_note=new.reached_note,
            lead=new.lead_id,
            lead_name=new.lead_name,
            participants=new.participants,
            doubt=new.doubt,
            doubt_review_on=new.doubt_review_on,
            state=CaseState.RUNNING,
            purpose=new.purpose,
            closed_to_coordination=new.sharing.without_coordination,
            touched_at=now,
            opened_by=viewer.person_id,
            opened_at=now,
        )
        await case.save()
        await keep_findable(case.id)
        await _share(viewer, case.id, new, organisations)
        if new.purpose:
            await Purpose(
                key=new.key,
                case=case.id,
                words=new.purpose,
                since=new.started_on,
                fit=new.purpose_fit,
                outside=new.purpose_outside,
                central=await partnerships.central_purpose_id(viewer, new.started_on),
                author=viewer.person_id,
                written_at=clock.now(),
            ).save()
        if new.lead_id:
            await CaseWorker(case=case.id, person=new.lead_id, since=new.started_on).save()
        await trail.record(viewer, "opened", "case", case.id, case=case.id, code=case.code, kind=new.kind)
        return str(case.code)


async def _already_opened(viewer: Viewer, key: UUID) -> str | None:
    row = (
        await CaseFile.select(CaseFile.code)
        .where(CaseFile.key == key, CaseFile.partnership == viewer.partnership_id)
        .first()
    )
    return row["code"] if row else None


async def _number(viewer: Viewer, wanted: int | None) -> int:
    mine = CaseFile.partnership == viewer.partnership_id
    if wanted and not await CaseFile.exists().where(mine, CaseFile.number == wanted):
        return wanted
    last = await (
        CaseFile.select(CaseFile.number).where(mine).order_by(CaseFile.number, ascending=False).first()
    )
    return (last["number"] if last else 0) + 1


async def _who_shares(viewer: Viewer, new: NewCase) -> tuple[int, ...]:
    sharing = new.sharing
    must(why_not_agreed(new.kind, sharing.agreed, sharing.informed_on, viewer.today))
    team = await partnerships.team_organisations(viewer, viewer.today)
    organisations = who_shares(team, sharing.organisations, viewer.organisation_id, sharing.agreed)
    must(rules.why_not_share_from_the_start(organisations, sharing.agreed))
    return organisations


async def _must_be_led_by_someone_who_sees_it(
    viewer: Viewer, new: NewCase, organisations: tuple[int, ...]
) -> None:
    if new.lead_id is None:
        return
    people = await who_work_on_cases(viewer)
    seeing = who_see(people, organisations, with_coordination=not new.sharing.without_coordination)
    if reason := why_not_work_on(new.lead_id, {one.person_id for one in people}, seeing):
        raise RuleBroken(reason, "lead")


async def _share(viewer: Viewer, case_id: int, new: NewCase, organisations: tuple[int, ...]) -> None:
    sharing = new.sharing
    await SharingAgreement(
        case=case_id,
        agreed=sharing.agreed,
        informed_on=sharing.informed_on,
        how=sharing.how,
        by_whom=sharing.by_whom,
        limits=sharing.limits,
        recorded_by=viewer.person_id,
        recorded_at=clock.now(),
    ).save()
    for organisation in organisations:
        await SharedWith(case=case_id, organisation=organisation, since=new.started_on).save()
