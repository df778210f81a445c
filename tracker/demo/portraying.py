"""Telling the personas of a partnership, with the acts its people would have done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from tracker import clock
from tracker.cases.tables import CaseFile
from tracker.demo.stories import personas as told
from tracker.learning.actions.capacity import ask, bring, choose
from tracker.learning.actions.misfits import conclude, say_fits_none
from tracker.learning.actions.personas import Description, describe_persona, review_set, reword_persona
from tracker.learning.actions.remarks import remark
from tracker.learning.actions.resemblance import Comparison, compare
from tracker.learning.queries.capacity import capacity
from tracker.learning.queries.misfits import misfits
from tracker.learning.rules.kinds import Outcome, Subject
from tracker.partnership.queries.partners import partners
from tracker.partnership.rules.roles import Viewer

MIDDAY = time(11)
COMPARED, REVIEWED, AGAIN_IN = 240, 196, 14


async def tell_personas(people: dict[str, Viewer], today: date) -> None:
    """Describe the personas, lay the told cases beside them, and say what that asks of the partners."""

    def on(name: str, ago: int) -> Viewer:
        return replace(people[name], today=today - timedelta(days=ago))

    def moment(ago: int) -> datetime:
        return datetime.combine(today - timedelta(days=ago), MIDDAY, tzinfo=UTC)

    codes = await _codes(people["Marieke"])
    for persona in told.PERSONAS:
        with clock.at(moment(persona.ago)):
            made = await _describe(on("Marieke", persona.ago), persona)
            if persona.remark:
                await remark(on("Dirk", persona.ago), Subject.PERSONA, made, uuid4(), persona.remark)
        for weeks, beside in enumerate(persona.beside, start=1):
            ago = COMPARED - 3 * weeks
            with clock.at(moment(ago)):
                wanted = Comparison(beside.alike, beside.different, beside.involve)
                viewer = on(beside.worker, ago)
                await compare(viewer, codes[beside.alias], uuid4(), made, wanted)
        if persona.first:
            with clock.at(moment(REVIEWED)):
                wording = _wording(persona, persona.context)
                marieke = on("Marieke", REVIEWED)
                await reword_persona(marieke, made, wording, version="1", reason=persona.reason)
    for alias, worker, why in told.FITS_NONE:
        with clock.at(moment(REVIEWED + 20)):
            await say_fits_none(on(worker, REVIEWED + 20), codes[alias], uuid4(), why)
    with clock.at(moment(REVIEWED)):
        await _review(on("Marieke", REVIEWED), today + timedelta(days=AGAIN_IN))
    with clock.at(moment(REVIEWED - 20)):
        await _weigh(on("Marieke", REVIEWED - 20))


async def _codes(viewer: Viewer) -> dict[str, str]:
    rows = await CaseFile.select(CaseFile.alias, CaseFile.code).where(
        CaseFile.partnership == viewer.partnership_id
    )
    return {row["alias"]: row["code"] for row in rows}


async def _describe(viewer: Viewer, persona: told.Portrayed) -> int:
    made = await describe_persona(viewer, uuid4(), _wording(persona, persona.first or persona.context))
    for name, amount, frequency in persona.asks:
        await ask(viewer, made, name, amount=amount, frequency=frequency)
    return made


def _wording(persona: told.Portrayed, context: str) -> Description:
    return Description(persona.name, context, "\n".join(persona.demands))


async def _review(viewer: Viewer, next_on: date) -> None:
    alias, why = told.LEFT_AS_IT_IS
    waiting = next(each for each in await misfits(viewer) if each.alias == alias)
    await conclude(viewer, waiting.id, Outcome.LEAVE, why=why)
    note = "Eén persona herschreven. Over rust denken we nog na: één casus wil vooral niets moeten."
    await review_set(viewer, uuid4(), held_on=viewer.today, next_on=next_on, note=note)


async def _weigh(viewer: Viewer) -> None:
    parts = {part.organisation: part.id for part in await partners(viewer)}
    for organisation, expertise, amount in told.BROUGHT:
        await bring(viewer, parts[organisation], expertise, amount=amount)
    skills = {skill.name: skill.id for skill in await capacity(viewer)}
    for expertise, way, reason in told.CHOSEN:
        await choose(viewer, skills[expertise], uuid4(), way=way, reason=reason)
