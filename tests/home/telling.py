"""A failure demand and all that came of it, for the tests about start pages and the learning thread."""

from datetime import timedelta
from uuid import uuid4

from tests.board.proposing import a_text, all_say
from tests.cases.life import tabak
from tests.learning.initiated import SUMMARY, TEXTS, gate, tried
from tests.learning.words import AGAIN, a_pattern, heard
from tracker import clock
from tracker.board.actions import issues
from tracker.board.actions.issues import NewIssue
from tracker.board.actions.meetings.filling import put_on_agenda
from tracker.board.actions.meetings.kinds import begin_with_offered
from tracker.board.actions.meetings.preparing import Preparing, prepare_meeting
from tracker.board.actions.meetings.sending import send_dossier
from tracker.board.actions.proposals import rounds
from tracker.board.actions.proposals.preparing import Frame, NewProposal, make_proposal
from tracker.board.actions.proposals.rounds import Outcome
from tracker.board.queries.meetings.kinds import kinds_of
from tracker.board.rules.kinds import Circle, IssueKind
from tracker.learning.actions import initiatives, offers
from tracker.learning.actions.causes import Naming, name_cause
from tracker.learning.actions.initiatives import NewInitiative
from tracker.learning.queries.causes import causes_of
from tracker.learning.queries.patterns import pattern_for
from tracker.learning.queries.threads import thread_of
from tracker.learning.rules.iterations import IterationOutcome
from tracker.learning.rules.kinds import CauseKind


async def a_word(cast, *, words: str = AGAIN) -> tuple[int, int]:
    """A failure demand that An heard, in a pattern with a cause: the demand and the pattern."""
    demand = await heard(cast, await tabak(cast), words)
    pattern = await a_pattern(cast, "Attest opnieuw bezorgen", demand)
    naming = Naming(CauseKind.MISMATCH, "Elke dienst bewaart apart en vraagt apart.")
    await name_cause(await cast.an.viewer(), uuid4(), pattern, naming)
    return demand, pattern


async def offered(cast, pattern: int, name: str = "Eén map") -> int:
    """An initiative on that pattern, written and offered to other partnerships."""
    an = await cast.an.viewer()
    made = await initiatives.make(an, uuid4(), NewInitiative(name, pattern))
    for part, values in TEXTS.items():
        await initiatives.fill(an, made, part, values)
    await initiatives.ready(an, made)
    await offers.offer(an, made, SUMMARY)
    return made


async def started(cast, pattern: int) -> int:
    made = await offered(cast, pattern)
    await initiatives.start(await cast.an.viewer(), made, gate())
    return made


async def stable(cast, pattern: int) -> int:
    """The same, tried twice and called stable."""
    made = await started(cast, pattern)
    await tried(cast, made, IterationOutcome.ADAPT)
    await tried(cast, made)
    await initiatives.call_stable(await cast.an.viewer(), made, "Twee keer hetzelfde gezien.")
    return made


async def decided(cast, initiative: int) -> int:
    """A proposal of the team to start it, decided by consent."""
    frame = Frame(
        title="Eén map, één keer vragen",
        driver="Papieren opnieuw gevraagd.",
        facilitator=cast.kim.person_id,
    )
    new = NewProposal(circle=Circle.TEAM, frame=frame, text=a_text(), initiative=initiative)
    proposal = await make_proposal(await cast.an.viewer(), uuid4(), new)
    await rounds.open_round(await cast.kim.viewer(), proposal, uuid4())
    await all_say(cast, proposal)
    await rounds.decide(await cast.kim.viewer(), proposal, Outcome("We beginnen met zes mensen."))
    return proposal


async def raised(cast, *, by=None, kind=IssueKind.RULES, title="Papieren apart bewaard", **rest) -> int:
    new = NewIssue(kind, title, "Elke dienst vraagt opnieuw.", why_not_team="Een regel van buiten.", **rest)
    return await issues.raise_issue(await (by or cast.an).viewer(), uuid4(), new)


async def taken_up(cast, issue: int) -> None:
    await issues.take_up(await cast.bea.viewer(), issue, uuid4())


async def a_meeting(
    cast, circle: Circle = Circle.BOARD, *, days: int = 6, ticks=(), sent: bool = False
) -> int:
    """A meeting in some days, led by Cor, with this on its agenda."""
    cor = await cast.cor.viewer()
    if not await kinds_of(cor):
        await begin_with_offered(cor)
    kind = next(each for each in await kinds_of(cor) if each.kind.circle is circle)
    day = clock.today() + timedelta(days=days)
    wanted = Preparing(kind.id, day, cast.cor.person_id, starts_at="14:00", place="OCMW Waas, raadzaal")
    made = await prepare_meeting(cor, uuid4(), wanted)
    if ticks:
        await put_on_agenda(cor, made, ticks)
    if sent:
        await send_dossier(cor, made)
    return made


async def thread_read_by(member, pattern: int):
    """The thread through a pattern as far as its cause, as this member reads it."""
    viewer = await member.viewer()
    return thread_of(await pattern_for(viewer, pattern), await causes_of(viewer, pattern))
