"""What partnerships offer each other: initiatives without anything of a case (L13)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker import clock
from tracker.learning.rules.initiatives import INITIATIVE_STATE_NAMES, OVER, InitiativeState
from tracker.learning.rules.offers import (
    ADOPTION_NAMES,
    OFFER_ANSWER_NAMES,
    PROVEN,
    Adoption,
    OfferAnswer,
)
from tracker.learning.tables.initiatives import Initiative as InitiativeRow
from tracker.learning.tables.initiatives import OfferReply
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Partnership
from tracker.problems import NotFound


@dataclass(frozen=True, slots=True)
class Offer:
    """An initiative as other partnerships read it; beyond the summary only once it is stable."""

    id: int
    number: int
    name: str
    summary: str
    state: InitiativeState
    offered_on: date
    started_on: date | None
    stable_on: date | None
    partnership_id: int
    partnership: str
    own: bool
    better_process: str
    requirements: str
    competences: str
    stable_evidence: str
    learned: str

    @property
    def code(self) -> str:
        return f"I{self.number}"

    @property
    def state_name(self) -> str:
        return INITIATIVE_STATE_NAMES[self.state]

    @property
    def proven(self) -> bool:
        return self.state in PROVEN


@dataclass(frozen=True, slots=True)
class Response:
    """What one other partnership said of an offer, and how it came to it; nothing of it may be there yet."""

    partnership_id: int
    partnership: str
    answer: OfferAnswer | None = None
    remark: str = ""
    answered_on: date | None = None
    adoption: Adoption | None = None
    adopted_id: int | None = None

    @property
    def said(self) -> str:
        """ook relevant bij ons, probeert mee."""
        told = [
            OFFER_ANSWER_NAMES[self.answer] if self.answer else "",
            ADOPTION_NAMES[self.adoption] if self.adoption else "",
        ]
        return ", ".join(filter(None, told)) or "nog geen antwoord"


async def offers(viewer: Viewer) -> list[Offer]:
    """Every initiative that a partnership offers to others, latest first."""
    return await _offers(viewer, InitiativeRow.offered_at.is_not_null())


async def offer_for(viewer: Viewer, initiative_id: int) -> Offer:
    """One offered initiative, of whatever partnership. Raises NotFound while it is not offered."""
    found = await _offers(
        viewer, (InitiativeRow.id == initiative_id) & InitiativeRow.offered_at.is_not_null()
    )
    if not found:
        raise NotFound
    return found[0]


async def responses_to(initiative_id: int, of_partnership: int) -> list[Response]:
    """What each other partnership said and did, those that said nothing last."""
    others = await (
        Partnership.select(Partnership.id, Partnership.name)
        .where(Partnership.id != of_partnership)
        .order_by(Partnership.name)
    )
    replies = {
        row["partnership"]: row
        for row in await OfferReply.select(
            OfferReply.partnership, OfferReply.answer, OfferReply.remark, OfferReply.written_at
        ).where(OfferReply.initiative == initiative_id)
    }
    adopted = {
        row["partnership"]: row
        for row in await InitiativeRow.select(
            InitiativeRow.id, InitiativeRow.partnership, InitiativeRow.adoption
        )
        .where(InitiativeRow.origin == initiative_id)
        .order_by(InitiativeRow.id)
    }
    found = [_response(row, replies.get(row["id"]), adopted.get(row["id"])) for row in others]
    return sorted(found, key=lambda each: (each.answer is None and each.adoption is None, each.partnership))


async def unanswered(viewer: Viewer) -> list[Offer]:
    """What others offer that still goes on and that the viewer's partnership has not answered."""
    said = await answered_by(viewer)
    return [
        each
        for each in await offers(viewer)
        if not each.own and each.id not in said and each.state not in OVER
    ]


async def answered_by(viewer: Viewer) -> dict[int, OfferAnswer]:
    """What the viewer's partnership answered, by the id of the initiative."""
    rows = await OfferReply.select(OfferReply.initiative, OfferReply.answer).where(
        OfferReply.partnership == viewer.partnership_id
    )
    return {row["initiative"]: OfferAnswer(row["answer"]) for row in rows}


async def response_of(viewer: Viewer, offer: Offer) -> Response | None:
    """What the viewer's own partnership said and did; None for its own offer or outside partnerships."""
    if offer.own or viewer.partnership_id is None:
        return None
    said = await responses_to(offer.id, offer.partnership_id)
    return next((each for each in said if each.partnership_id == viewer.partnership_id), None)


def _response(row: dict[str, Any], reply: dict[str, Any] | None, adopted: dict[str, Any] | None) -> Response:
    return Response(
        partnership_id=row["id"],
        partnership=row["name"],
        answer=OfferAnswer(reply["answer"]) if reply else None,
        remark=reply["remark"] if reply else "",
        answered_on=_day(reply["written_at"]) if reply else None,
        adoption=Adoption(adopted["adoption"]) if adopted else None,
        adopted_id=adopted["id"] if adopted else None,
    )


def _day(moment: datetime) -> date:
    return clock.as_local(moment).date()


_PLAIN = ("id", "number", "name", "summary", "started_on", "stable_on")
_ONCE_STABLE = ("better_process", "requirements", "competences", "stable_evidence")


async def _offers(viewer: Viewer, where: Any) -> list[Offer]:
    rows = await (
        InitiativeRow.select(
            *(getattr(InitiativeRow, name) for name in (*_PLAIN, *_ONCE_STABLE)),
            InitiativeRow.state,
            InitiativeRow.offered_at,
            InitiativeRow.ended_reason,
            InitiativeRow.partnership.as_alias("partnership_id"),
            InitiativeRow.partnership.name.as_alias("partnership_name"),
        )
        .where(where)
        .order_by(InitiativeRow.offered_at, InitiativeRow.id, ascending=False)
    )
    found = []
    for row in rows:
        state = InitiativeState(row["state"])
        hidden = {} if state in PROVEN else dict.fromkeys(_ONCE_STABLE, "")
        said: dict[str, Any] = {name: row[name] for name in (*_PLAIN, *_ONCE_STABLE)}
        found.append(
            Offer(
                **{**said, **hidden},
                state=state,
                offered_on=_day(row["offered_at"]),
                partnership_id=row["partnership_id"],
                partnership=row["partnership_name"],
                own=row["partnership_id"] == viewer.partnership_id,
                learned=row["ended_reason"] if state is InitiativeState.ABANDONED else "",
            )
        )
    return found
