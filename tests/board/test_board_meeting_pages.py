"""Meetings on screen: kinds, preparing, agenda, table, minutes, dossier, the wall."""

from tests.board.meetings import (
    BASE,
    a_story,
    an_issue,
    decided_initiative,
    opened,
    prepared,
    seen_by,
)
from tests.cases.life import tabak
from tracker.board.actions.meetings.agenda import note_outcome
from tracker.board.actions.meetings.filling import put_on_agenda
from tracker.board.actions.meetings.preparing import open_meeting
from tracker.board.tables.meetings import AgendaItem, Meeting


async def test_an_empty_partnership_is_offered_the_usual_meetings(web, cast):
    cor = web.as_(cast.cor)
    assert "Neem dit over" in await cor.get(BASE)
    assert "Nog geen vergaderingen" in await web.as_(cast.kim).get(BASE)

    taken = await cor.post(f"{BASE}/soorten")

    assert taken.status == 303
    page = await cor.get(f"{BASE}/soorten")
    assert "Teamoverleg" in page and "om de drie maanden" in page


async def test_a_meeting_is_prepared_from_what_waits(web, cast):
    issue = await an_issue(cast)
    await decided_initiative(cast)
    cor = web.as_(cast.cor)
    await cor.post(f"{BASE}/soorten")
    typed = (await cor.get(f"{BASE}/nieuw")).form(f"{BASE}/nieuw")
    refused = await cor.post(f"{BASE}/nieuw", {**typed, "kind": ""})
    assert refused.errors == {"kind": "Kies een soort vergadering."}
    assert await Meeting.count() == 0

    page = await cor.get(f"{BASE}/nieuw")
    kind = page.html.split("Bestuursraad (bestuursraad)")[0].rsplit('value="', 1)[1].split('"')[0]
    made = await cor.post(f"{BASE}/nieuw", {**typed, "kind": kind, "starts_at": "14.00"})

    assert made.status == 303
    agenda = await cor.get(made.location.split("?")[0])
    assert "I3 Altijd met drie" in agenda
    assert "K1 Geen budget voor een tolk" in agenda
    ticked = await cor.post(made.location.split("?")[0], {"waiting": f"kwestie-{issue}"})
    assert ticked.status == 303
    assert [row["issue"] for row in await AgendaItem.select(AgendaItem.issue).order_by(AgendaItem.place)] == [
        None,
        issue,
    ]


async def test_every_page_of_a_meeting_answers_every_reader(web, cast):
    issue = await an_issue(cast)
    await decided_initiative(cast)
    story = await a_story(cast, await tabak(cast))
    meeting_id = await prepared(cast)
    cor = await cast.cor.viewer()
    await put_on_agenda(cor, meeting_id, [f"kwestie-{issue}", f"verhaal-{story}"])
    await open_meeting(cor, meeting_id)
    item = next(each.id for each in (await seen_by(cast.cor, meeting_id)).items if each.issue_id)
    now = (await seen_by(cast.cor, meeting_id)).item(item)
    await note_outcome(cor, meeting_id, item, "Bea neemt dit op.", version=now.outcome_version)
    reading = ["", "/dossier", "/verslag", f"/agenda/{item}", "/projectie/1", "/projectie/2", "/projectie/5"]
    editing = [
        "/wijzig",
        "/agenda",
        "/agenda/nieuw",
        f"/agenda/{item}/wijzig",
        "/aanwezig",
        "/verslag/schrijf",
    ]

    for member in ("an", "cor", "bea", "dirk", "kim", "pro"):
        for rest in reading:
            page = await web.as_(getattr(cast, member)).get(f"{BASE}/{meeting_id}{rest}")
            assert page.status == 200, (member, rest)
    for rest in editing:
        assert (await web.as_(cast.bea).get(f"{BASE}/{meeting_id}{rest}")).status == 200, rest
        assert (await web.as_(cast.an).get(f"{BASE}/{meeting_id}{rest}")).status == 403, rest
    assert (await web.as_(cast.cor).get(f"{BASE}/{meeting_id}/projectie/6")).status == 404


async def test_what_was_typed_at_a_point_and_not_saved_is_there_again(web, cast):
    meeting_id, cor = await opened(cast), web.as_(cast.cor)
    item = f"{BASE}/{meeting_id}/agenda/{(await seen_by(cast.cor, meeting_id)).items[0].id}"
    typed = (await cor.get(item)).form(f"{item}/uitkomst")
    kept = await cor.post(f"/concepten?formulier={item}/uitkomst", {**typed, "outcome": "Bea belt"})
    assert kept.status == 204

    page = await cor.get(item)

    assert page.form(f"{item}/uitkomst")["outcome"] == "Bea belt"
    saved = await cor.post(f"{item}/uitkomst", {**typed, "outcome": "Bea belt morgen"})
    assert saved.status == 303
    assert (await cor.get(item)).form(f"{item}/uitkomst")["outcome"] == "Bea belt morgen"


async def test_an_agreement_that_misses_something_keeps_what_was_typed(web, cast):
    meeting_id, cor = await opened(cast), web.as_(cast.cor)
    item = f"{BASE}/{meeting_id}/agenda/{(await seen_by(cast.cor, meeting_id)).items[0].id}"
    typed = (await cor.get(item)).form(f"{item}/afspraken")

    page = await cor.post(f"{item}/afspraken", {**typed, "what": "De brief herhalen"})

    assert page.errors == {"person": "Kies wie dit doet.", "due_on": "Kies tegen wanneer."}
    assert page.form(f"{item}/afspraken")["what"] == "De brief herhalen"
