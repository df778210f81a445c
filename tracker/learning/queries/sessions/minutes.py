"""The minutes of a session: as they stand, and a first text from what was filled in (L4)."""

from dataclasses import dataclass

from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.versions import version_of
from tracker.cases.tables import CaseFile
from tracker.learning.queries.sessions.cards import cards_of
from tracker.learning.queries.sessions.material import answers_of, journeys_of
from tracker.learning.queries.sessions.one import Session
from tracker.learning.queries.sessions.people import names_elsewhere
from tracker.learning.rules.cards import groups_of
from tracker.learning.rules.formats import FORMATS
from tracker.learning.rules.minutes import StepTold, ToTell, draft_of
from tracker.learning.rules.recognising import codes_in, without_aliases, without_codes
from tracker.learning.tables.sessions import LearningSession, SessionCase
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes say to this viewer; `hides` when codes or aliases of cases were left out."""

    text: str
    seal: str
    hides: bool

    @property
    def version(self) -> str:
        return version_of(self.text)


async def minutes_of(viewer: Viewer, session: Session) -> Minutes:
    """The minutes as this viewer may read them.

    Codes and aliases of cases are for those who may open these cases, also when whoever wrote the minutes let
    one stand. While they are being written, nothing is left out.
    """
    row = (
        await LearningSession.select(LearningSession.minutes, LearningSession.minutes_hash)
        .where(LearningSession.id == session.id)
        .first()
    )
    text, seal = (row["minutes"], row["minutes_hash"]) if row else ("", "")
    if session.is_open:
        return Minutes(text if session.works else "", seal, hides=False)
    shown = without_codes(text, viewer.code_prefix, await _seen(viewer, codes_in(text, viewer.code_prefix)))
    shown = without_aliases(shown, [alias for alias, seen in await _aliases(viewer, session) if not seen])
    return Minutes(shown, seal, hides=shown != text)


async def first_minutes(viewer: Viewer, session: Session) -> str:
    """A first text from what was filled in."""
    answers = await answers_of(session)
    journeys = await journeys_of(session)
    return draft_of(
        ToTell(
            question=session.question,
            format=session.format,
            facilitator=session.facilitator,
            minute_taker=session.minute_taker,
            present=[seat.name for seat in session.others if seat.name],
            target_group=[seat.name for seat in session.target_group if seat.name],
            cases=[(case.name, case.reason) for case in session.cases],
            check_in=[seat.check_in for seat in session.seats if seat.check_in],
            journeys={
                case.name: [
                    StepTold(step.happened_on, step.what, step.kind, step.waited)
                    for step in journeys[case.id]
                ]
                for case in session.cases
                if case.id in journeys
            },
            answers=[
                (question.words, answers[question.name].text)
                for question in FORMATS[session.format]
                if question.name in answers
            ],
            groups={
                group: [f"‘{card.words}’" if card.quoted else card.words for card in cards]
                for group, cards in groups_of(await cards_of(viewer, session)).items()
            },
        )
    )


async def telling_words(viewer: Viewer, session: Session) -> dict[str, str]:
    """Words by which somebody could be recognised in the minutes, with what each of them is.

    The aliases of the cases of this session, and of every case that a worker sees; names of colleagues who
    were not there.
    """
    where = CaseFile.id.is_in(SessionCase.select(SessionCase.case).where(SessionCase.session == session.id))
    if viewer.works_on_cases:
        where = where | visible_to(viewer)
    rows = await CaseFile.select(CaseFile.alias).where(where, CaseFile.alias != "")
    present = [
        session.facilitator_id,
        session.minute_taker_id or 0,
        *(seat.person_id for seat in session.seats if seat.person_id),
    ]
    names = dict.fromkeys(await names_elsewhere(viewer, present), "naam van een collega die er niet bij was")
    return {**names, **dict.fromkeys((row["alias"] for row in rows), "schuilnaam")}


async def _aliases(viewer: Viewer, session: Session) -> list[tuple[str, bool]]:
    """The aliases of the cases of a session, and whether this viewer may open each."""
    seen = {case.id for case in session.cases if case.seen}
    rows = await CaseFile.select(CaseFile.id, CaseFile.alias).where(
        CaseFile.id.is_in([*(case.id for case in session.cases), 0]), CaseFile.alias != ""
    )
    return [(row["alias"], row["id"] in seen) for row in rows]


async def _seen(viewer: Viewer, codes: list[str]) -> frozenset[str]:
    if not codes or not viewer.works_on_cases:
        return frozenset()
    rows = await CaseFile.select(CaseFile.code).where(visible_to(viewer), CaseFile.code.is_in(codes[:500]))
    return frozenset(row["code"] for row in rows)
