"""Reading the value demands of a case at one moment, from one perspective (C5)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from tracker import clock
from tracker.cases.actions.corrections import keep_former
from tracker.cases.actions.noting import already_noted, case_alone, must_run
from tracker.cases.actions.touching import touch
from tracker.cases.actions.validations import validate_along
from tracker.cases.queries.corrections import corrections_of
from tracker.cases.queries.overview.demands import Demands, Rating, demands_of
from tracker.cases.queries.seen import Case
from tracker.cases.queries.stars import OneReading, reading_of
from tracker.cases.rules.kinds import PERSPECTIVE_NAMES, Perspective, Subject, Validated
from tracker.cases.rules.refusals import must
from tracker.cases.rules.stars import Readable, why_not_correct, why_not_read
from tracker.cases.rules.validations import is_theirs
from tracker.cases.tables import StarRating, StarReading
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import Conflict, RuleBroken

NOT_SPOKEN_ABOUT = Rating(stars=None, note="", fit=None, disagreement="")


@dataclass(frozen=True, slots=True)
class Read:
    """What was seen by whom on a day; a demand without a rating was not spoken about.

    Whether it was talked over is asked of a star that the team gave alone.
    """

    perspective: Perspective
    read_on: date
    ratings: Mapping[int, Rating]
    note: str = ""
    discussed: Validated = Validated.NO
    how: str = ""


async def read_star(viewer: Viewer, code: str, key: UUID, wanted: Read) -> int:
    """Keep a reading and return its id; the same key again returns the same id. Raises RuleBroken."""
    async with writing():
        case = await case_alone(viewer, code)
        if already := await already_noted(StarReading, case, key):
            return already
        demands = await demands_of(viewer, case)
        _must_be_allowed(viewer, case, demands, wanted)
        row = StarReading(
            key=key,
            case=case.id,
            read_on=wanted.read_on,
            perspective=wanted.perspective,
            note=wanted.note,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await row.save()
        await _rate(row.id, demands, wanted)
        await touch(case.id)
        await trail.record(viewer, "read", Subject.STAR, row.id, case=case.id)
        await _discussed(viewer, case, row.id, wanted, wanted.read_on)
        return int(row.id)


async def correct_star(
    viewer: Viewer, code: str, reading_id: int, wanted: Read, *, version: str, reason: str = ""
) -> None:
    """Correct a reading; what it said before is kept. Raises RuleBroken, Conflict and NotFound.

    A reading that the target group gave in its own hand is not for others to correct.
    """
    async with writing():
        case = await case_alone(viewer, code)
        now = await reading_of(viewer, case, reading_id)
        if refused := why_not_correct(own_hand=now.reading.own_hand):
            raise RuleBroken(refused)
        _must_be_allowed(viewer, case, now.demands, wanted)
        if not _says_the_same(now, wanted):
            if version != now.version:
                raise await _conflict(case, now)
            await keep_former(viewer, case.id, Subject.STAR, reading_id, _former(now), reason)
            await StarReading.update(
                {
                    StarReading.read_on: wanted.read_on,
                    StarReading.perspective: wanted.perspective,
                    StarReading.note: wanted.note,
                }
            ).where(StarReading.id == reading_id)
            await StarRating.delete().where(StarRating.reading == reading_id)
            await _rate(reading_id, now.demands, wanted)
            await touch(case.id)
            await trail.record(viewer, "corrected", Subject.STAR, reading_id, case=case.id)
        await _discussed(viewer, case, reading_id, wanted, viewer.today)


def _must_be_allowed(viewer: Viewer, case: Case, demands: Demands, wanted: Read) -> None:
    must_run(case)
    must(
        why_not_read(
            said={id: rating.stars for id, rating in wanted.ratings.items()},
            demands=_readable(demands),
            read_on=wanted.read_on,
            started_on=case.started_on,
            today=viewer.today,
        )
    )


def _readable(demands: Demands) -> list[Readable]:
    return [Readable(demand.id, demand.named_on, demand.ended_on) for demand in demands.demands]


async def _rate(reading_id: int, demands: Demands, wanted: Read) -> None:
    """A row for every demand that could be read that day, also when it was not spoken about."""
    alive = [demand.id for demand in _readable(demands) if demand.is_alive(wanted.read_on)]
    ratings = {id: wanted.ratings.get(id, NOT_SPOKEN_ABOUT) for id in alive}
    await StarRating.insert(
        *(
            StarRating(
                reading=reading_id,
                demand=id,
                stars=rating.stars,
                note=rating.note,
                fit=rating.fit or "",
                disagreement=rating.disagreement,
            )
            for id, rating in ratings.items()
        )
    )


def _says_the_same(now: OneReading, wanted: Read) -> bool:
    reading = now.reading
    said = {id: rating for id, rating in reading.ratings.items() if rating.says_something}
    says = {id: rating for id, rating in wanted.ratings.items() if rating.says_something}
    return (reading.on, reading.perspective, reading.note, said) == (
        wanted.read_on,
        wanted.perspective,
        wanted.note,
        says,
    )


def _former(now: OneReading) -> dict[str, object]:
    return {
        "read_on": now.reading.on,
        "perspective": now.reading.perspective,
        "note": now.reading.note,
        "ratings": {id: asdict(rating) for id, rating in now.reading.ratings.items()},
    }


async def _discussed(viewer: Viewer, case: Case, reading_id: int, wanted: Read, on: date) -> None:
    if not is_theirs(wanted.perspective):
        await validate_along(viewer, case, Subject.STAR, reading_id, wanted.discussed, wanted.how, on)


async def _conflict(case: Case, now: OneReading) -> Conflict:
    """What somebody else made of it: each star by its demand, with what was seen."""
    reading = now.reading
    told = {
        f"stars-{demand.id}": f"{demand.words}: {rating.stars or 'niet besproken'}"
        + (f", {rating.note}" if rating.note else "")
        for demand in now.demands.demands
        if (rating := reading.ratings.get(demand.id))
    }
    head = f"{PERSPECTIVE_NAMES[reading.perspective].capitalize()}, {reading.note}".rstrip(", ")
    corrections = await corrections_of(case, Subject.STAR, reading.id)
    who = corrections[0].author if corrections else now.author
    return Conflict({"note": head, **told, "version": now.version}, who)
