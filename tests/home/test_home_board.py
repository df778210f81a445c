"""The start of board member and representative: what to read, owe and learn; never a case."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.board.proposing import in_round
from tests.home.telling import a_meeting, a_word, offered, raised, stable, started, taken_up
from tests.learning.sessions import opened
from tests.learning.words import AGAIN
from tests.queries import counted
from tracker import clock
from tracker.board.actions.meetings.sending import send_dossier
from tracker.board.rules.kinds import Circle, IssueKind
from tracker.board.tables.issues import IssueStep
from tracker.board.tables.meetings import AgendaItem
from tracker.board.tables.proposals import Proposal
from tracker.cases.actions.interactions import Contact, note_interaction
from tracker.cases.rules.kinds import ContactKind, ContactOutcome

BASE = "/p/durmeland"


async def start_of(web, member):
    page = await web.as_(member).get("/")
    assert page.status == 200
    return page


async def test_the_next_board_names_what_to_read_why_and_how_long_that_takes(web, cast):
    issue = await raised(cast)
    meeting = await a_meeting(cast, ticks=[f"kwestie-{issue}"], sent=True)

    page = await start_of(web, cast.bea)

    [item] = await AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting == meeting)
    dossier = f"{BASE}/overleg/{meeting}/dossier"
    assert page.heading == "Volgende raad: 1 ding om te lezen"
    assert page.links()["Papieren apart bewaard"] == f"{dossier}#punt-{item['id']}"
    assert "Kwestie van An. Wacht al 0 dagen op iemand die ze opneemt." in page
    assert "OCMW Waas, raadzaal" in page and "leestijd 1 minuut" in page and "besluit" in page
    assert page.links()["Lees het dossier"] == dossier
    assert page.links()["PDF"] == f"{dossier}.pdf"
    assert (await web.as_(cast.bea).get(dossier)).status == 200


async def test_a_dossier_that_was_not_sent_yet_tells_no_reading_time(web, cast):
    issue = await raised(cast)
    await a_meeting(cast, ticks=[f"kwestie-{issue}"])

    page = await start_of(web, cast.bea)

    assert page.heading == "Volgende raad: 1 ding om te lezen"
    assert "het dossier is nog niet verstuurd" in page and "leestijd" not in page


async def test_what_was_added_after_the_dossier_was_sent_says_so(web, cast):
    first, second = await raised(cast), await raised(cast, title="Geen tolk")
    meeting = await a_meeting(cast, ticks=[f"kwestie-{first}", f"kwestie-{second}"])
    later = AgendaItem.title.like("%tolk%")
    held = await AgendaItem.select().where(later).first()
    await AgendaItem.delete().where(later)
    await send_dossier(await cast.cor.viewer(), meeting)
    held.pop("id")
    await AgendaItem(**{**held, "written_at": clock.now() + timedelta(seconds=1)}).save()

    page = await start_of(web, cast.bea)

    assert page.heading == "Volgende raad: 2 dingen om te lezen"
    assert page.text.count("toegevoegd na het versturen") == 1


async def test_a_member_says_not_to_be_there_and_comes_back_on_it(web, cast):
    await a_meeting(cast)
    seat = web.as_(cast.bea)
    page = await seat.get("/")
    [away] = [form.get("action") for form in page.all("form") if form.get("action", "").endswith("/afwezig")]

    await seat.post(away)

    page = await seat.get("/")
    assert "je meldde dat je er niet bij bent" in page
    assert "Ik kom toch" in page and "Ik ben er niet bij" not in page


async def test_without_a_next_board_the_page_says_what_to_do(web, cast):
    await a_meeting(cast, Circle.TEAM)

    page, of_dirk = await start_of(web, cast.bea), await start_of(web, cast.dirk)

    assert page.heading == of_dirk.heading == "Er is nog geen volgende raad"
    assert page.links()["Bereid een bestuursraad voor"] == f"{BASE}/overleg/nieuw"
    assert "Bereid een bestuursraad voor" not in of_dirk.links()
    assert (await web.as_(cast.bea).get(page.links()["Bereid een bestuursraad voor"])).status == 200


async def test_who_owns_an_issue_and_told_nothing_for_long_owes_a_word(web, cast):
    issue = await raised(cast)
    await taken_up(cast, issue)
    long_ago = clock.today() - timedelta(days=92)
    await IssueStep.update({IssueStep.happened_on: long_ago}, force=True)

    page, of_dirk = await start_of(web, cast.bea), await start_of(web, cast.dirk)

    assert page.links()["K1 Papieren apart bewaard"] == f"{BASE}/kwesties/{issue}"
    assert "Het team hoorde 92 dagen niets. Koppel terug, ook als er niets bewoog." in page
    assert "Koppel terug" not in of_dirk


async def test_a_round_of_the_board_waits_for_an_answer_and_silence_is_none(web, cast):
    made = await in_round(cast, proposer=cast.bea, circle=Circle.BOARD)

    page = await start_of(web, cast.dirk)

    assert f"{BASE}/voorstellen/{made}/antwoord" in page.links().values()
    assert "Zwijgen telt niet als ja." in page


async def test_the_team_s_learning_and_the_agreements_that_come_back_are_there_to_read(web, cast):
    _, pattern = await a_word(cast)
    await stable(cast, pattern)
    made = await in_round(cast, proposer=cast.bea, circle=Circle.BOARD)
    await Proposal.update({Proposal.stage: "decided", Proposal.review_on: clock.today()}, force=True)

    page = await start_of(web, cast.bea)

    assert "De map is niet het punt." in page
    assert f"{BASE}/voorstellen/{made}" in page.links().values()
    assert "1 groep van woorden" in page and "minder dan 5" in page


async def test_the_representative_is_shown_where_a_remark_can_be_made(web, cast):
    page, of_bea = await start_of(web, cast.dirk), await start_of(web, cast.bea)

    assert "Jouw opmerking" in page and "Jouw opmerking" not in of_bea
    seat = web.as_(cast.dirk)
    for place in ("Wat we uitproberen", "Patronen", "Persona’s"):
        assert (await seat.get(page.links()[place])).status == 200


@pytest.mark.parametrize("member", ["bea", "dirk", "pro"])
async def test_no_link_from_the_start_of_who_works_on_no_case_leads_to_one(web, cast, member):
    """Everything within two steps is opened; a case itself is not known to exist, or not allowed."""
    await everything(cast)
    seat = web.as_(getattr(cast, member))
    seen, toward = set(), ["/"]
    for _ in range(2):
        found = set()
        for path in toward:
            if path in seen or path.endswith((".pdf", ".json")):
                continue
            seen.add(path)
            page = await seat.get(path)
            assert page.status in (200, 303), path
            assert AGAIN not in page and "Tabak" not in page and "DL-0" not in page, path
            found |= {link.split("#")[0] for link in page.links().values() if link.startswith("/")}
        toward = sorted(found)

    assert len(seen) > 8
    assert not [path for path in (*seen, *toward) if "/casussen" in path]
    for path in ("casussen", "casussen/DL-0001", "casussen/DL-0001/faalvragen/1", "interacties/nieuw"):
        assert (await seat.get(f"{BASE}/{path}")).status in (403, 404)


@pytest.mark.parametrize("member", ["an", "cor", "bea", "dirk", "kim", "pro"])
async def test_a_start_page_asks_the_database_at_most_fourteen_things(web, cast, member):
    await everything(cast)
    seat = web.as_(getattr(cast, member))
    await seat.get("/")

    with counted() as asked:
        page = await seat.get("/")

    assert page.status == 200
    assert len(asked) <= 14


async def everything(cast) -> None:
    """Something of every kind that a start page shows."""
    _, pattern = await a_word(cast)
    made = await started(cast, pattern)
    issue, other = await raised(cast, pattern=pattern), await raised(cast, by=cast.dirk, title="Geen tolk")
    await taken_up(cast, issue)
    await raised(cast, kind=IssueKind.CONFLICT, title="Twee diensten")
    await in_round(cast)
    await in_round(cast, proposer=cast.bea, circle=Circle.BOARD)
    await a_meeting(cast, Circle.TEAM, days=2)
    ticks = [f"kwestie-{issue}", f"kwestie-{other}", f"initiatief-{made}"]
    await a_meeting(cast, ticks=ticks, sent=True)
    await opened(cast)
    an = await cast.an.viewer()
    bare = Contact(ContactKind.CONVERSATION, ContactOutcome.CONTACT, clock.today(), organisation=cast.ocmw)
    await note_interaction(an, "DL-0001", uuid4(), bare)
    await offered(cast, pattern, "Nog een map")
