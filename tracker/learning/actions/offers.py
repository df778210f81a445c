"""Offering an initiative to other partnerships, answering, trying along and taking over (L13).

What touches two partnerships is in the trail of both.
"""

from uuid import UUID

from tracker import clock
from tracker.database import one_at_a_time, writing
from tracker.learning.actions.initiatives import begin, initiative_alone, made_before
from tracker.learning.actions.keeping import keep_former
from tracker.learning.queries.offers import Offer, offer_for, response_of
from tracker.learning.rules import offers as rules
from tracker.learning.rules.initiatives import why_not_offer
from tracker.learning.rules.kinds import Subject
from tracker.learning.rules.offers import Adoption, OfferAnswer
from tracker.learning.tables.initiatives import Initiative as InitiativeRow
from tracker.learning.tables.initiatives import InitiativeCarrier, OfferReply
from tracker.partnership import trail
from tracker.partnership.actions.notices import tell
from tracker.partnership.rules.notices import NoticeKind
from tracker.partnership.rules.roles import Role, Viewer
from tracker.partnership.tables import RoleHeld
from tracker.problems import must


async def offer(viewer: Viewer, initiative_id: int, summary: str) -> None:
    """Offer an initiative to every other partnership, or say it better; the first day stays.

    Raises RuleBroken and NotFound.
    """
    async with writing():
        now = await initiative_alone(viewer, initiative_id)
        must(why_not_offer(now.facts, summary))
        if summary.strip() == now.summary and now.offered_at:
            return
        if now.summary and summary.strip() != now.summary:
            await keep_former(viewer, Subject.INITIATIVE, now.id, {"summary": now.summary})
        await InitiativeRow.update(
            {
                InitiativeRow.summary: summary.strip(),
                InitiativeRow.offered_at: now.offered_at or clock.now(),
            }
        ).where(InitiativeRow.id == now.id)
        verb = "offer reworded" if now.offered_at else "initiative offered"
        await trail.record(viewer, verb, Subject.INITIATIVE, now.id)
        if now.offered_at is None:
            await _tell_others(viewer, now.id, f"Initiatief {now.code} van {viewer.partnership} is gedeeld")


async def answer(viewer: Viewer, initiative_id: int, said: OfferAnswer, remark: str = "") -> None:
    """Answer for the viewer's partnership; a second answer replaces the first.

    Raises RuleBroken and NotFound.
    """
    async with writing():
        offered = await _alone(viewer, initiative_id)
        must(rules.why_not_answer(own=offered.own))
        await OfferReply.delete().where(
            OfferReply.initiative == offered.id, OfferReply.partnership == viewer.partnership_id
        )
        row = OfferReply(
            initiative=offered.id,
            partnership=viewer.partnership_id,
            answer=said,
            remark=remark.strip(),
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        what = (Subject.INITIATIVE, offered.id)
        await trail.record(viewer, "offer answered", *what, answer=said)
        await trail.record_act(viewer, offered.partnership_id, "offer answered", *what, answer=said)
        await _tell_carriers(offered, f"Antwoord op initiatief {offered.code} van {viewer.partnership}")


async def adopt(viewer: Viewer, initiative_id: int, key: UUID, how: Adoption) -> int:
    """Try an initiative along or take it over, and return the id of the own one with its origin.

    What was tried along before becomes the one that is taken over. Raises RuleBroken and NotFound.
    """
    async with writing():
        offered = await _alone(viewer, initiative_id)
        if made := await made_before(viewer, key):
            return made
        before = await response_of(viewer, offered)
        already = before.adoption if before else None
        must(rules.why_not_adopt(how, offered.state, own=offered.own, already=already))
        if before and before.adopted_id:
            own_id = before.adopted_id
            await InitiativeRow.update({InitiativeRow.adoption: how}).where(InitiativeRow.id == own_id)
        else:
            row = await begin(
                viewer,
                key,
                offered.name,
                origin=offered.id,
                adoption=how,
                better_process=offered.better_process,
                requirements=offered.requirements,
                competences=offered.competences,
            )
            own_id = int(row.id)
            if viewer.works_on_cases:
                await InitiativeCarrier(initiative=own_id, person=viewer.person_id).save()
        verb = "initiative tried along" if how is Adoption.TRIED_ALONG else "initiative taken over"
        await trail.record(viewer, verb, Subject.INITIATIVE, own_id, origin=offered.id)
        await trail.record_act(viewer, offered.partnership_id, verb, Subject.INITIATIVE, offered.id)
        await _tell_carriers(offered, f"Initiatief {offered.code}: {viewer.partnership} doet mee")
        return own_id


async def _alone(viewer: Viewer, initiative_id: int) -> Offer:
    await one_at_a_time("initiative", (await offer_for(viewer, initiative_id)).id)
    return await offer_for(viewer, initiative_id)


async def _tell_carriers(offered: Offer, text: str) -> None:
    rows = await InitiativeCarrier.select(InitiativeCarrier.person).where(
        InitiativeCarrier.initiative == offered.id
    )
    people = {row["person"] for row in rows}
    await tell(offered.partnership_id, people, NoticeKind.EXCHANGE, text, f"/uitwisseling/{offered.id}")


async def _tell_others(viewer: Viewer, initiative_id: int, text: str) -> None:
    rows = await RoleHeld.select(RoleHeld.partnership, RoleHeld.person).where(
        RoleHeld.role == Role.COORDINATOR,
        RoleHeld.partnership.is_not_null(),
        RoleHeld.partnership != viewer.partnership_id,
        RoleHeld.since <= viewer.today,
        (RoleHeld.until.is_null()) | (RoleHeld.until > viewer.today),
    )
    told: dict[int, set[int]] = {}
    for row in rows:
        told.setdefault(row["partnership"], set()).add(row["person"])
    for partnership, people in told.items():
        await tell(partnership, people, NoticeKind.EXCHANGE, text, f"/uitwisseling/{initiative_id}")
