"""Law 3: whoever sits in the board decides, and never meets a case on the way."""

import io
from uuid import uuid4

from pypdf import PdfReader

from tests.board.meetings import a_story, an_issue, prepared, with_item
from tests.board.proposing import in_round, says
from tests.learning import initiated
from tests.learning.grouped import a_case
from tests.learning.words import a_pattern, heard, helped, wanted
from tests.walking import walk
from tracker.board.actions.meetings.filling import put_on_agenda
from tracker.board.actions.meetings.sending import send_dossier
from tracker.learning.actions import iterations
from tracker.learning.actions.iterations import Plan
from tracker.learning.rules.iterations import Fidelity
from tracker.partnership.tables import Notice

CANARIES = ("Zilverreiger", "Kwikstaart", "Goudhaan", "Roodborst")


class Listening:
    """A seat that keeps what it was told."""

    def __init__(self, seat):
        self.seat = seat
        self.told = {}

    async def raw(self, method, path, **rest):
        answer = await self.seat.raw(method, path, **rest)
        self.told[path] = answer
        return answer


def text_of(answer) -> str:
    if answer.headers.get("content-type", "").startswith("application/pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    return answer.text


async def a_busy_team(cast) -> str:
    """A case full of words, and everything that was learned, proposed and planned from it; its code."""
    case = await a_case(cast, "Zilverreiger")
    word = await heard(cast, case, "Kwikstaart kreeg het blad terug.")
    await helped(cast, case, "Goudhaan belde zelf.")
    await wanted(cast, case, "Roodborst wil een adres.")
    await a_pattern(cast, "Attest opnieuw", word)
    made = await initiated.started(cast)
    plan = Plan(Fidelity.ROUGH, with_whom="Eén mens.", prediction="Het lukt.", cases=(case.code,))
    await iterations.plan(await cast.an.viewer(), made, uuid4(), plan)
    proposal_id = await in_round(cast)
    await says(cast.an, proposal_id)
    issue, story, meeting = await an_issue(cast), await a_story(cast, case), await prepared(cast)
    cor = await cast.cor.viewer()
    await put_on_agenda(cor, meeting, [f"kwestie-{issue}", f"verhaal-{story}"])
    await with_item(cast, meeting)
    await send_dossier(cor, meeting)
    return case.code


async def test_a_board_member_and_the_representative_read_everything_and_meet_no_case(web, cast):
    code = await a_busy_team(cast)
    for member in (cast.bea, cast.dirk):
        seat = Listening(web.as_(member))

        walked = await walk(seat)

        kinds = {answer.headers.get("content-type", "").partition(";")[0] for answer in seat.told.values()}
        assert len(walked.pages) > 25 and "application/pdf" in kinds
        for path, answer in seat.told.items():
            said = text_of(answer)
            for canary in (*CANARIES, code):
                assert canary not in said, (member.name, path, canary)
            assert "/casussen" not in said, (member.name, path)
        refused = await seat.raw("GET", f"/p/durmeland/casussen/{code}")
        assert refused.status_code == 404
    told = await Notice.select(Notice.text, Notice.path)
    assert not any(code in f"{row['text']} {row['path']}" for row in told)
