"""What is read before a meeting: frozen when sent, told to everybody, and no word of a case in it (law 3)."""

import io
from uuid import uuid4

import pytest
from pypdf import PdfReader

from tests.board.meetings import (
    BASE,
    UNWRITTEN,
    a_story,
    an_issue,
    decided_initiative,
    prepared,
    seen_by,
    with_item,
)
from tests.cases.life import tabak
from tracker import clock
from tracker.board.actions.meetings.agenda import change_item, note_outcome
from tracker.board.actions.meetings.agreeing import write_feedback
from tracker.board.actions.meetings.closing import close_meeting
from tracker.board.actions.meetings.filling import put_on_agenda
from tracker.board.actions.meetings.preparing import open_meeting
from tracker.board.actions.meetings.sending import send_dossier
from tracker.board.queries.meetings.dossier import to_read
from tracker.board.rules.kinds import Purpose
from tracker.board.rules.meetings.agenda import Wanted
from tracker.board.rules.meetings.dossier import Beside, Dossier, Section, reading_minutes, words_in
from tracker.board.tables.issues import Issue
from tracker.documents.pdf import Facts, Heading, Text, pdf_of
from tracker.learning.actions.extracts import withdraw_story
from tracker.learning.tables.initiatives import Initiative, Iteration
from tracker.partnership.tables import Notice
from tracker.problems import RuleBroken

READERS = ("an", "cor", "bea", "dirk", "kim", "pro")


@pytest.mark.parametrize("words, minutes", [(0, 1), (1, 1), (200, 1), (201, 2), (1650, 9)])
def test_reading_takes_a_minute_for_each_two_hundred_words_rounded_up(words, minutes):
    assert reading_minutes(words) == minutes


def test_every_text_of_a_section_counts_as_reading():
    told = Section(
        item_id=1,
        name="Kwestie K1",
        purpose="besluit",
        title="een twee",
        short="een",
        text="drie",
        facts=[("vier", "vijf zes")],
        beside=Beside("zeven", "acht", "negen", "tien"),
        asked="elf",
        source="twaalf",
    )

    assert words_in(told) == 12
    assert Dossier("Bestuursraad", clock.today(), [told] * 30).reading_minutes == 2


async def test_a_pdf_is_tagged_dutch_titled_and_reads_nothing_as_markup():
    typed = 'Een #strong[zin] met $x$, *ster*, \\ en @wie "aanhaling"'
    made = await pdf_of(
        "Dossier", "Leerspoor", "Durmeland", [Heading(1, typed), Facts([("Naam", typed)])], clock.now()
    )

    pdf = PdfReader(io.BytesIO(made))
    assert pdf.metadata.title == "Dossier"
    assert pdf.root_object["/Lang"].startswith("nl")
    assert pdf.root_object["/MarkInfo"]["/Marked"].value is True
    assert "pdfuaid:part" in pdf.root_object["/Metadata"].get_data().decode()
    assert pdf.pages[0].extract_text().replace("\n", " ").count("#strong[zin] met $x$, *ster*") == 2


async def test_the_same_words_at_the_same_moment_make_the_same_pdf():
    now = clock.now()

    made = [await pdf_of("A", "B", "C", [Heading(1, "A"), Text("Een.\n\nTwee.")], now) for _ in range(2)]

    assert made[0] == made[1]


async def a_full_agenda(cast):
    """A board meeting about an issue, an initiative and a story; the case behind it has telling words."""
    case = await tabak(cast, alias="Zandloper")
    issue, story = await an_issue(cast), await a_story(cast, case)
    await decided_initiative(cast)
    meeting_id, cor = await prepared(cast), await cast.cor.viewer()
    await put_on_agenda(cor, meeting_id, [f"kwestie-{issue}", f"verhaal-{story}"])
    return case, meeting_id, story


async def test_the_dossier_tells_everybody_at_the_table_and_freezes(cast):
    _, meeting_id, _ = await a_full_agenda(cast)
    cor = await cast.cor.viewer()

    await send_dossier(cor, meeting_id)

    told = await Notice.select(Notice.person, Notice.path, Notice.text).order_by(Notice.person)
    dossier = [row for row in told if row["path"] == f"{BASE}/{meeting_id}/dossier"]
    assert {row["person"] for row in dossier} == {cast.bea.person_id, cast.dirk.person_id}
    await Issue.update({Issue.situation: "Heel anders."}, force=True)
    later = await with_item(cast, meeting_id, "Nog iets", note="Wat vinden jullie?")
    reading = await to_read(await cast.bea.viewer(), await seen_by(cast.bea, meeting_id))
    assert [section.item_id for section in reading.after] == [later]
    assert "Heel anders." not in str(reading.dossier)
    with pytest.raises(RuleBroken, match="al verstuurd"):
        await send_dossier(cor, meeting_id)


async def test_a_point_changed_after_sending_is_read_again_as_changed(web, cast):
    _, meeting_id, _ = await a_full_agenda(cast)
    cor = await cast.cor.viewer()
    await send_dossier(cor, meeting_id)
    item = (await seen_by(cast.cor, meeting_id)).items[0]

    said = Wanted(item.title, Purpose.OPINION, note="Een nieuwe vraag.")
    await change_item(cor, meeting_id, item.id, said, version=item.version)

    page = await web.as_(cast.bea).get(f"{BASE}/{meeting_id}/dossier")
    assert "Na het versturen gewijzigd" in page and "Een nieuwe vraag." in page


async def test_a_story_that_the_team_took_back_is_told_no_more(web, cast):
    _, meeting_id, story = await a_full_agenda(cast)
    await send_dossier(await cast.cor.viewer(), meeting_id)
    assert "in de winter opgenomen" in await web.as_(cast.bea).get(f"{BASE}/{meeting_id}/dossier")

    await withdraw_story(await cast.an.viewer(), story, "Te herkenbaar.")

    page = await web.as_(cast.bea).get(f"{BASE}/{meeting_id}/dossier")
    assert "in de winter opgenomen" not in page
    assert "Het team nam dit verhaal terug." in page


async def test_no_code_planted_anywhere_reaches_a_page_or_the_pdf(web, cast):
    case, meeting_id, _ = await a_full_agenda(cast)
    cor = await cast.cor.viewer()
    planted = f"Zie {case.code} voor meer."
    await Issue.update({Issue.situation: planted, Issue.tried: planted}, force=True)
    row = await Initiative.select(Initiative.id).first()
    await Initiative.update({Initiative.better_process: planted, Initiative.name: planted}, force=True)
    await Iteration(
        key=uuid4(),
        initiative=row["id"],
        number=1,
        fidelity="rough",
        with_whom="x",
        prediction=planted,
        seen=planted,
    ).save()
    await send_dossier(cor, meeting_id)
    await open_meeting(cor, meeting_id)
    now = await seen_by(cast.cor, meeting_id)
    issue = next(item for item in now.items if item.issue_id)
    await write_feedback(cor, meeting_id, issue.id, "We zoeken verder.")
    await close_meeting(cor, meeting_id, "We spraken.", version=UNWRITTEN)
    places = ["", "/dossier", "/verslag", *(f"/agenda/{item.id}" for item in now.items)]
    places += [f"/projectie/{step}" for step in range(1, len(now.items) + 3)]

    for member in READERS:
        seat = web.as_(getattr(cast, member))
        for rest in places:
            page = await seat.get(f"{BASE}/{meeting_id}{rest}")
            assert page.status == 200
            assert case.code not in page.html and "Zandloper" not in page.html, (member, rest)
        pdf = PdfReader(io.BytesIO((await seat.raw("GET", f"{BASE}/{meeting_id}/dossier.pdf")).content))
        told = " ".join(page.extract_text() for page in pdf.pages)
        assert "een casus voor meer" in told
        assert case.code not in told and "Zandloper" not in told


async def test_no_text_of_a_meeting_is_kept_with_a_code_in_it(cast):
    case, meeting_id, _ = await a_full_agenda(cast)
    cor, words = await cast.cor.viewer(), f"Over {case.code}."
    await open_meeting(cor, meeting_id)
    now = await seen_by(cast.cor, meeting_id)
    item = next(item for item in now.items if item.issue_id)

    for act in (
        lambda: with_item(cast, meeting_id, words),
        lambda: with_item(cast, meeting_id, note=words),
        lambda: note_outcome(cor, meeting_id, item.id, words, version=item.outcome_version),
        lambda: write_feedback(cor, meeting_id, item.id, words),
    ):
        with pytest.raises(RuleBroken, match="casuscode"):
            await act()
    await write_feedback(cor, meeting_id, item.id, "Zonder code.")
    with pytest.raises(RuleBroken, match="casuscode"):
        await close_meeting(cor, meeting_id, words, version=UNWRITTEN)


async def test_an_alias_in_a_point_is_asked_about_before_it_is_kept(web, cast):
    _, meeting_id, _ = await a_full_agenda(cast)
    new = f"{BASE}/{meeting_id}/agenda/nieuw"
    cor = web.as_(cast.cor)
    typed = (await cor.get(new)).form(new)

    page = await cor.post(new, {**typed, "title": "Wat Zandloper zei", "purpose": "information"})

    assert page.status == 422
    assert "schuilnaam" in page
