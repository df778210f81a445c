"""Who sees a case: the organisations its agreement names, on a day (C14)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.cases.rules.refusals import Refusal

SOMEONE_STAYS = "Minstens één organisatie moet de casus blijven zien."
STOP_FIRST = "Meerdere organisaties zien deze casus. Kies ‘niet meer delen’, dan stopt het delen meteen mee."
LEAVES_OWN = "Zo zie je deze casus zelf niet meer. Duid aan dat je dat wil, of laat jezelf staan."


@dataclass(frozen=True, slots=True)
class Period:
    """An organisation that sees the case from a day until a day; the last day itself no longer counts."""

    organisation_id: int
    since: date
    until: date | None = None
    id: int | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def is_over(self, day: date) -> bool:
        return self.until is not None and self.until <= day

    @property
    def goes_on(self) -> bool:
        return self.until is None


def needs_persons_agreement(kind: CaseKind) -> bool:
    """Whether sharing this kind of case asks that a person was informed and agreed."""
    return kind is CaseKind.PERSON


def usual_answer(kind: CaseKind) -> Agreed:
    """What holds about sharing while nobody noted an answer."""
    return Agreed.NOT_YET if needs_persons_agreement(kind) else Agreed.NOT_NEEDED


def who_shares(
    team: Iterable[int], chosen: Collection[int], own: int | None, agreed: Agreed
) -> tuple[int, ...]:
    """The organisations that share a case from its opening, in the order of the team.

    Without a choice every team organisation ('een case is een case van iedereen'), unless the person did
    not agree: then only who opens it. Whoever opens a case is always among them.
    """
    wanted = set(chosen)
    if agreed is Agreed.NO:
        wanted &= {own} if own is not None else wanted
    elif not wanted:
        wanted = set(team)
    return tuple(organisation for organisation in team if organisation in wanted | {own})


def why_not_agreed(kind: CaseKind, agreed: Agreed, informed_on: date | None, today: date) -> Refusal | None:
    """The first reason not to note this answer about sharing, or None."""
    if needs_persons_agreement(kind) and agreed is Agreed.NOT_NEEDED:
        return Refusal(
            "Bij een persoon vragen we altijd of delen mag. Kies ‘ja’, ‘nee’ of ‘nog niet gevraagd’.",
            "agreed",
        )
    if informed_on is not None and informed_on > today:
        return Refusal(
            "Deze dag ligt in de toekomst. Noteer wanneer het besproken is, of laat de dag leeg.",
            "informed_on",
        )
    return None


@dataclass(frozen=True, slots=True)
class Looker:
    """Through which door the viewer sees the case: an organisation, or the coordination."""

    organisation_id: int | None
    coordinates: bool

    def is_left_out(self, organisations: Collection[int], with_coordination: bool) -> bool:
        """Whether this door closes when exactly these see the case."""
        return not with_coordination if self.coordinates else self.organisation_id not in organisations


def why_not_shared_with(
    *,
    kind: CaseKind,
    agreed: Agreed,
    periods: Collection[Period],
    wanted: Collection[int],
    with_coordination: bool,
    team: Collection[int],
    looker: Looker,
    leaves_own: bool,
    from_day: date,
    today: date,
) -> Refusal | None:
    """The first reason not to let exactly the `wanted` organisations go on seeing the case from a day."""
    going_on = {period.organisation_id for period in periods if period.goes_on}
    later = going_on - {period.organisation_id for period in periods if period.covers(from_day)}
    added = set(wanted) - going_on
    if from_day < today:
        return Refusal("Kies vandaag of een latere dag: wat voorbij is, blijft zoals het was.", "from_day")
    if not (set(wanted) - later) & set(team):
        return Refusal(SOMEONE_STAYS, "organisations")
    if not added <= set(team):
        return Refusal("Delen kan alleen met organisaties van het team.", "organisations")
    if added and agreed is Agreed.NO and needs_persons_agreement(kind):
        return Refusal(
            "De persoon ging niet akkoord met delen. Noteer eerst een nieuw akkoord.", "organisations"
        )
    if looker.is_left_out(wanted, with_coordination) and not leaves_own:
        return Refusal(LEAVES_OWN, "leaves_own")
    return None


def why_not_withdrawn(
    *,
    whole: bool,
    withdrawn_on: date,
    started_on: date,
    today: date,
    withdrawn: Collection[int],
    sharing: Collection[int],
    coordination_too: bool,
    team: Collection[int],
    looker: Looker,
    leaves_own: bool,
) -> Refusal | None:
    """The first reason not to note that the person no longer wants these organisations to see the case.

    `whole` says that the person wants no sharing at all: then one organisation, which works on, stays.
    """
    stay = (set(sharing) - set(withdrawn)) & set(team)
    if withdrawn_on > today:
        return Refusal("Deze dag ligt in de toekomst. Noteer wanneer de persoon het zei.", "withdrawn_on")
    if withdrawn_on < started_on:
        return Refusal("Deze dag ligt voor de start van de casus.", "withdrawn_on")
    if not whole and not set(withdrawn) & set(sharing):
        return Refusal("Duid aan wie de casus niet meer mag zien.", "organisations")
    if not stay:
        return Refusal(
            f"{SOMEONE_STAYS} Laat de organisatie staan die met de persoon verder werkt.", "organisations"
        )
    if whole and len(stay) > 1:
        return Refusal(
            "Laat één organisatie staan: die met de persoon verder werkt. Duid de andere aan.",
            "organisations",
        )
    if looker.is_left_out(set(sharing) - set(withdrawn), not coordination_too) and not leaves_own:
        return Refusal(LEAVES_OWN, "leaves_own")
    return None


@dataclass(frozen=True, slots=True)
class Change:
    """What has to happen to the periods: organisations that begin, and periods (by id) that go on after
    all, end on the day, or never begin."""

    begin: tuple[int, ...] = ()
    go_on: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    drop: tuple[int, ...] = ()


def change_to(periods: Collection[Period], wanted: Collection[int], from_day: date) -> Change:
    """How to get from these periods to the wanted organisations from a day on.

    An end that was planned for somebody who would not go on stays planned; a later start stays a later
    start, unless that organisation already sees the case on that day.
    """
    going_on = {period.organisation_id for period in periods if period.goes_on}
    stop = change_without(periods, going_on - set(wanted), from_day)
    begin, go_on, drop = [], [], list(stop.drop)
    for organisation in sorted(wanted):
        mine = [period for period in periods if period.organisation_id == organisation]
        lasting = next((period for period in mine if period.goes_on), None)
        if lasting is None:
            running = next((p.id for p in mine if p.covers(from_day) or p.until == from_day), None)
            if running is None:
                begin.append(organisation)
            else:
                go_on.append(running)
        elif running := next((p.id for p in mine if not p.goes_on and p.covers(from_day)), None):
            go_on.append(running)
            drop += [lasting.id] if lasting.id is not None else []
    return Change(tuple(begin), tuple(go_on), stop.end, tuple(drop))


def change_without(periods: Collection[Period], organisations: Collection[int], from_day: date) -> Change:
    """How to keep these organisations from seeing the case from a day on."""
    theirs = [(p, p.id) for p in periods if p.organisation_id in organisations and p.id is not None]
    return Change(
        end=tuple(id for p, id in theirs if p.since <= from_day and (p.until is None or p.until > from_day)),
        drop=tuple(id for p, id in theirs if p.since > from_day),
    )


def limits_with(limits: str, names: Iterable[str], day: date) -> str:
    """The limits of an agreement, with who may no longer see the case since the person withdrew that."""
    said = f"Niet meer met {', '.join(names)}, sinds {day.day}/{day.month:02}/{day.year}."
    return f"{limits.rstrip()}\n{said}".lstrip()
