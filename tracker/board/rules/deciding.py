"""A proposal as its rules look at it, and what others may know of a round while it is open (B3, law 2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.board.rules.circles import FACILITATES, Actor, answers_as
from tracker.board.rules.kinds import Answer, Circle, DecisionForm, RoundState, Stage, Verdict

UNDER_WAY = (Stage.PICTURE, Stage.OPINION, Stage.ROUND)
AGREES = (Answer.CONSENT, Answer.CONCERN)


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A member of the circle in a round; `present` was fixed when it opened, only they step out after."""

    person: int
    name: str
    answer: Answer = Answer.SILENT
    entered_by: int | None = None
    present: bool = True
    stepped_out: bool = False

    @property
    def counts(self) -> bool:
        return self.present and not self.stepped_out

    @property
    def is_silent(self) -> bool:
        return self.counts and self.answer is Answer.SILENT

    @property
    def agrees_in_person(self) -> bool:
        """Said by the member, not entered by somebody else."""
        return self.counts and self.answer in AGREES and self.entered_by is None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round over one version, by its number."""

    id: int
    number: int
    version: int
    state: RoundState
    seats: tuple[SeatFacts, ...]
    arguments_until: date | None = None

    @property
    def is_open(self) -> bool:
        return self.state is RoundState.OPEN

    @property
    def silent(self) -> tuple[SeatFacts, ...]:
        return tuple(seat for seat in self.seats if seat.is_silent)

    @property
    def present(self) -> tuple[SeatFacts, ...]:
        return tuple(seat for seat in self.seats if seat.counts)

    @property
    def absent(self) -> tuple[SeatFacts, ...]:
        return tuple(seat for seat in self.seats if not seat.counts)

    @property
    def is_told(self) -> bool:
        """Whether everybody may read what everybody said: all who are there spoke, or the round ended."""
        return not self.is_open or not self.silent

    def seat(self, person: int) -> SeatFacts | None:
        return next((seat for seat in self.seats if seat.person == person), None)

    def lets_read(self, seat: SeatFacts, reader: int) -> bool:
        """Whether this reader may know what was said on this seat: it is theirs, or they wrote it down."""
        return self.is_told or reader in (seat.person, seat.entered_by)


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """An argument against a version; a verdict holds once a second member confirmed it (B5)."""

    id: int
    owner: int
    owner_name: str
    round: int
    verdict: Verdict = Verdict.UNTESTED
    verdict_by: int | None = None
    confirmed_by: int | None = None
    withdrawn: bool = False
    answered: bool = False
    from_absentee: bool = False

    @property
    def is_tested(self) -> bool:
        return self.verdict is not Verdict.UNTESTED and self.confirmed_by is not None

    @property
    def is_concern(self) -> bool:
        return self.is_tested and self.verdict is Verdict.CONCERN and not self.withdrawn


@dataclass(frozen=True, slots=True)
class Deciding:
    """A proposal and its rounds.

    `members`: the circle of today, by person. `away`: who said themselves not to be there. `missing`: what
    must still be written before a round may open. `mandated`: who decides when the form is a mandate.
    """

    circle: Circle
    form: DecisionForm
    stage: Stage
    proposer: int
    facilitator: int | None
    members: Mapping[int, str]
    version: int = 1
    invited: frozenset[int] = frozenset()
    away: frozenset[int] = frozenset()
    missing: tuple[str, ...] = ()
    mandated: int | None = None
    rounds: tuple[RoundFacts, ...] = ()
    objections: tuple[ObjectionFacts, ...] = field(default=())

    @property
    def latest(self) -> RoundFacts | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def open_round(self) -> RoundFacts | None:
        return self.latest if self.latest and self.latest.is_open else None

    @property
    def is_under_way(self) -> bool:
        return self.stage in UNDER_WAY

    @property
    def version_has_outcome(self) -> bool:
        """Whether the latest version was decided once; another decision needs another version."""
        ended = (RoundState.DECIDED, RoundState.REOPENED)
        return any(each.version == self.version and each.state in ended for each in self.rounds)

    def is_open(self, objection: ObjectionFacts) -> bool:
        """Whether an objection still stands in the way.

        It ends when its owner withdraws it, or agrees in person in a later round; when the circle found it
        no objection; or when the circle answered it after its owner left.
        """
        return self._stands(objection) and not self.agreed_later(objection)

    def stands_for(self, objection: ObjectionFacts, reader: int) -> bool:
        """The same as this reader may know it: what its owner says in a round is not told before its time."""
        if self.latest is None or self.latest.is_told or reader == objection.owner:
            return self.is_open(objection)
        return self._stands(objection)

    @staticmethod
    def _stands(objection: ObjectionFacts) -> bool:
        if objection.withdrawn or objection.answered:
            return False
        return not objection.is_tested or objection.verdict is Verdict.VALID

    def agreed_later(self, objection: ObjectionFacts) -> bool:
        """Whether its owner agreed in person in the last round after it."""
        later = self.latest
        seat = later.seat(objection.owner) if later and later.number > objection.round else None
        return seat is not None and seat.agrees_in_person

    def lets_read_objection(self, objection: ObjectionFacts, reader: int) -> bool:
        """Whether this reader may know that it exists: as the answers of its round."""
        asked = next((each for each in self.rounds if each.number == objection.round), None)
        return asked is None or asked.is_told or reader == objection.owner

    @property
    def standing(self) -> tuple[ObjectionFacts, ...]:
        return tuple(each for each in self.objections if self.is_open(each))

    def has_left(self, person: int) -> bool:
        return person not in self.members

    def is_member(self, actor: Actor) -> bool:
        """Whether somebody belongs to the circle in the role they act in."""
        return actor.person in self.members and answers_as(
            self.circle, actor.role, invited=actor.person in self.invited
        )

    def leads(self, actor: Actor) -> bool:
        """Whether somebody facilitates this proposal, in a role that may; never who brought it in."""
        return (
            actor.person == self.facilitator
            and actor.person != self.proposer
            and actor.role in FACILITATES[self.circle]
        )


def named(names: tuple[str, ...] | list[str]) -> str:
    """'An', 'An en Ben', 'An, Ben en Cor'."""
    *before, last = names
    return f"{', '.join(before)} en {last}" if before else last
