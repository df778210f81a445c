"""Rounds with what was said in them, and objections, each as the one who reads may know it (B3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.board.rules.deciding import Deciding, ObjectionFacts, RoundFacts, SeatFacts
from tracker.board.rules.kinds import Answer, RoundState, Verdict
from tracker.board.tables.proposals import Objection, Seat
from tracker.board.tables.proposals import Round as RoundRow


@dataclass(frozen=True, slots=True)
class SeatSeen:
    """What a reader knows of a seat; `answer` is None while it is not theirs to know."""

    person: int
    name: str
    organisation: str
    is_mine: bool
    counts: bool
    stepped_out: bool
    spoke: bool
    answer: Answer | None
    argument: str
    entered_by: str
    entered: bool


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """A round as a reader may know it."""

    number: int
    version: int
    state: RoundState
    opened_at: datetime
    closed_at: datetime | None
    arguments_until: date | None
    is_told: bool
    waits_for: tuple[str, ...]
    seats: tuple[SeatSeen, ...]

    @property
    def is_open(self) -> bool:
        return self.state is RoundState.OPEN

    def seat(self, person: int) -> SeatSeen | None:
        return next((seat for seat in self.seats if seat.person == person), None)


@dataclass(frozen=True, slots=True)
class ObjectionSeen:
    """An objection as a card: its argument, the test, where it was met, and how it stands."""

    id: int
    owner: int
    owner_name: str
    is_mine: bool
    round: int
    argument: str
    verdict: Verdict
    verdict_reason: str
    verdict_by: str
    confirmed_by: str
    is_tested: bool
    met_in: int | None
    is_open: bool
    withdrawn: bool
    answered: str
    from_absentee: bool
    facts: ObjectionFacts


async def round_rows(proposal_id: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rounds of a proposal in order, and their seats in the order of the circle; two queries."""
    rounds = await (
        RoundRow.select(
            RoundRow.id,
            RoundRow.number,
            RoundRow.version.number.as_alias("version_number"),
            RoundRow.state,
            RoundRow.opened_at,
            RoundRow.closed_at,
            RoundRow.arguments_until,
        )
        .where(RoundRow.proposal == proposal_id)
        .order_by(RoundRow.number)
    )
    return rounds, await seat_rows([row["id"] for row in rounds])


async def seat_rows(round_ids: list[int]) -> list[dict[str, Any]]:
    """The seats of these rounds."""
    if not round_ids:
        return []
    return await (
        Seat.select(
            Seat.id,
            Seat.round,
            Seat.person,
            Seat.person.name.as_alias("person_name"),
            Seat.organisation.name.as_alias("organisation_name"),
            Seat.present,
            Seat.answer,
            Seat.argument,
            Seat.entered_by,
            Seat.entered_by.name.as_alias("entered_by_name"),
            Seat.stepped_out_at,
        )
        .where(Seat.round.is_in(round_ids))
        .order_by(Seat.round, Seat.place)
    )


async def objection_rows(proposal_id: int) -> list[dict[str, Any]]:
    """The objections of a proposal in the order in which they came; one query."""
    return await (
        Objection.select(
            Objection.id,
            Objection.owner,
            Objection.owner.name.as_alias("owner_name"),
            Objection.round.number.as_alias("round_number"),
            Objection.argument,
            Objection.from_absentee,
            Objection.verdict,
            Objection.verdict_reason,
            Objection.verdict_by,
            Objection.verdict_by.name.as_alias("verdict_by_name"),
            Objection.confirmed_by,
            Objection.confirmed_by.name.as_alias("confirmed_by_name"),
            Objection.met_in.number.as_alias("met_in_number"),
            Objection.withdrawn_at,
            Objection.answered_by_circle,
        )
        .where(Objection.round.proposal == proposal_id)
        .order_by(Objection.id)
    )


def seat_facts(row: dict[str, Any]) -> SeatFacts:
    """A seat as the rules look at it."""
    return SeatFacts(
        person=row["person"],
        name=row["person_name"],
        answer=Answer(row["answer"]),
        entered_by=row["entered_by"],
        present=bool(row["present"]),
        stepped_out=row["stepped_out_at"] is not None,
    )


def round_facts(row: dict[str, Any], seats: Iterable[dict[str, Any]]) -> RoundFacts:
    """A round as the rules look at it."""
    return RoundFacts(
        id=row["id"],
        number=row["number"],
        version=row["version_number"],
        state=RoundState(row["state"]),
        seats=tuple(seat_facts(seat) for seat in seats if seat["round"] == row["id"]),
        arguments_until=row["arguments_until"],
    )


def objection_facts(row: dict[str, Any]) -> ObjectionFacts:
    """An objection as the rules look at it."""
    return ObjectionFacts(
        id=row["id"],
        owner=row["owner"],
        owner_name=row["owner_name"],
        round=row["round_number"],
        verdict=Verdict(row["verdict"]),
        verdict_by=row["verdict_by"],
        confirmed_by=row["confirmed_by"],
        withdrawn=row["withdrawn_at"] is not None,
        answered=bool(row["answered_by_circle"]),
        from_absentee=bool(row["from_absentee"]),
    )


def rounds_seen(
    deciding: Deciding, rounds: list[dict[str, Any]], seats: list[dict[str, Any]], reader: int
) -> tuple[RoundSeen, ...]:
    """The rounds without what this reader may not know yet."""
    return tuple(
        RoundSeen(
            number=facts.number,
            version=facts.version,
            state=facts.state,
            opened_at=row["opened_at"],
            closed_at=row["closed_at"],
            arguments_until=facts.arguments_until,
            is_told=facts.is_told,
            waits_for=tuple(seat.name for seat in facts.silent) if facts.is_open else (),
            seats=tuple(_seat_seen(facts, seat, reader) for seat in seats if seat["round"] == facts.id),
        )
        for facts, row in zip(deciding.rounds, rounds, strict=True)
    )


def _seat_seen(asked: RoundFacts, row: dict[str, Any], reader: int) -> SeatSeen:
    facts = seat_facts(row)
    told = asked.lets_read(facts, reader)
    return SeatSeen(
        person=facts.person,
        name=facts.name,
        organisation=row["organisation_name"] or "",
        is_mine=facts.person == reader,
        counts=facts.counts,
        stepped_out=facts.stepped_out,
        spoke=facts.answer is not Answer.SILENT,
        answer=facts.answer if told else None,
        argument=row["argument"] if told else "",
        entered_by=(row["entered_by_name"] or "") if told else "",
        entered=facts.entered_by is not None,
    )


def objections_seen(deciding: Deciding, rows: list[dict[str, Any]], reader: int) -> tuple[ObjectionSeen, ...]:
    """The objections this reader may know of, and how they stand as far as that is told."""
    seen = []
    for row in rows:
        facts = objection_facts(row)
        if not deciding.lets_read_objection(facts, reader):
            continue
        stands = deciding.stands_for(facts, reader)
        seen.append(
            ObjectionSeen(
                id=facts.id,
                owner=facts.owner,
                owner_name=facts.owner_name,
                is_mine=facts.owner == reader,
                round=facts.round,
                argument=row["argument"],
                verdict=facts.verdict,
                verdict_reason=row["verdict_reason"],
                verdict_by=row["verdict_by_name"] or "",
                confirmed_by=row["confirmed_by_name"] or "",
                is_tested=facts.is_tested,
                met_in=row["met_in_number"],
                is_open=stands,
                withdrawn=facts.withdrawn
                or (not stands and deciding.is_open(facts) is False and deciding.agreed_later(facts)),
                answered=row["answered_by_circle"],
                from_absentee=facts.from_absentee,
                facts=facts,
            )
        )
    return tuple(seen)
