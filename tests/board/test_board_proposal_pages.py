"""The pages of a proposal: what each member sees of a round, and what a form keeps when it is refused."""

from uuid import uuid4

import pytest

from tests.board.proposing import BASE, TITLE, all_say, in_round, proposed, read_by, says
from tests.page import said_in
from tracker.board.rules.kinds import Answer, Stage

NEW = {
    "key": "0b8f3a0e-58b8-4a52-9d3b-4f3f9f7a7d10",
    "circle": "team",
    "title": TITLE,
    "driver": "Papieren worden opnieuw gevraagd.",
    "text": "De trekker houdt één map bij.",
    "form": "consent",
}


async def test_a_proposal_begins_with_a_reason_and_a_text_and_says_what_is_still_missing(web, cast):
    seat = web.as_(cast.an)

    made = await seat.post(f"{BASE}/nieuw", NEW)
    again = await seat.post(f"{BASE}/nieuw", NEW)
    page = await seat.get(made.location)

    assert made.status == again.status == 303
    assert made.location.split("?")[0] == again.location.split("?")[0]
    assert page.heading == f"{TITLE} versie 1"
    assert "voorstel V1" in page and "kring: team" in page
    tasks = [said_in(item) for listed in page.all("ul", "tasks") for item in listed]
    assert {"Een gespreksleidernog te doen", "De aanleidingklaar"} <= set(tasks)
    assert "Nog te doen voor een ronde: wie wat doet" in page


@pytest.mark.parametrize("missing", ["title", "text", "circle"])
async def test_a_proposal_without_its_beginnings_is_refused_and_keeps_what_was_typed(web, cast, missing):
    page = await web.as_(cast.an).post(f"{BASE}/nieuw", {**NEW, missing: ""})

    assert page.status == 422
    assert missing in page.errors
    assert page.form(f"{BASE}/nieuw")["driver"] == NEW["driver"]


@pytest.mark.parametrize(
    ("member", "circle"), [("bea", "team"), ("dirk", "team"), ("an", "board"), ("ben", "board")]
)
async def test_who_does_not_propose_in_a_circle_is_told_so(web, cast, member, circle):
    page = await web.as_(getattr(cast, member)).post(f"{BASE}/nieuw", {**NEW, "circle": circle})

    assert page.status == 422
    assert "circle" in page.errors


async def test_the_page_waits_by_name_and_hides_what_others_said(web, cast):
    proposal_id = await in_round(cast)
    await says(cast.ben, proposal_id, Answer.OBJECTION, "Het adres komt bij de verkeerde.")
    await says(cast.cor, proposal_id, Answer.CONCERN, "Jongeren verliezen alles.")

    page = await web.as_(cast.an).get(f"{BASE}/{proposal_id}")

    assert "De ronde wacht op An en Out." in page
    assert "heeft geantwoord" in page
    assert "adres" not in page.html.replace("Adres staat", "") and "Jongeren" not in page.html


async def test_when_everyone_spoke_the_answers_can_be_read_and_tested(web, cast):
    proposal_id = await in_round(cast)
    await says(cast.ben, proposal_id, Answer.OBJECTION, "Het adres komt bij de verkeerde.")
    await says(cast.cor, proposal_id, Answer.CONCERN, "Jongeren verliezen alles.")
    await all_say(cast, proposal_id, but=(cast.ben, cast.cor))

    page = await web.as_(cast.an).get(f"{BASE}/{proposal_id}")

    assert "De ronde is rond: iedereen sprak." in page
    assert "Het adres komt bij de verkeerde." in page and "Toets dit bezwaar" in page
    assert "Jongeren verliezen alles." in page


async def test_an_objection_without_an_argument_is_refused_with_help_to_find_one(web, cast):
    proposal_id = await in_round(cast)
    seat = web.as_(cast.an)

    page = await seat.post(f"{BASE}/{proposal_id}/antwoord", {"answer": "objection", "argument": ""})

    assert page.status == 422
    assert "argument" in page.errors
    assert "Wat gaat er fout voor onze bedoeling" in page
    assert page.form(f"{BASE}/{proposal_id}/antwoord")["answer"] == "objection"


async def test_no_answer_is_chosen_beforehand_and_ones_own_comes_back(web, cast):
    proposal_id = await in_round(cast)
    seat, address = web.as_(cast.an), f"{BASE}/{proposal_id}/antwoord"

    before = (await seat.get(address)).form(address)
    await seat.post(address, {"answer": "concern", "argument": "Mappen raken kwijt."})
    after = (await seat.get(address)).form(address)

    assert "answer" not in before
    assert (after["answer"], after["argument"]) == ("concern", "Mappen raken kwijt.")


async def test_the_proposer_sees_no_button_to_close_and_the_facilitator_does_when_all_spoke(web, cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)

    proposer = await web.as_(cast.an).get(f"{BASE}/{proposal_id}")
    leads = await web.as_(cast.kim).get(f"{BASE}/{proposal_id}")

    assert "Sluit af als besloten" not in proposer
    assert "Sluit af als besloten" in leads


async def test_what_changed_is_told_word_by_word(web, cast):
    proposal_id = await in_round(cast)
    await all_say(cast, proposal_id)
    seat = web.as_(cast.kim)
    address = f"{BASE}/{proposal_id}/versie"
    form = (await seat.get(address)).form(address)

    done = await seat.post(
        address,
        {
            **form,
            "text": "De trekker houdt één map bij. Adres staat er nooit in.",
            "reason": "Amendement.",
            "then": "ronde",
        },
    )
    page = await web.as_(cast.an).get(f"{BASE}/{proposal_id}")

    assert done.status == 303
    assert "Wat veranderde sinds versie 1" in page and "Consentronde 2" in page
    [gone], [new] = page.all("del"), page.all("ins")
    assert "".join(gone.itertext()).startswith("geschrapt: Partners vragen")
    assert "Adres staat er nooit in" in "".join(new.itertext())


@pytest.mark.parametrize("member", ["bea", "pro", "dirk"])
async def test_who_is_not_in_the_circle_reads_along_without_any_form_for_a_round(web, cast, member):
    proposal_id = await in_round(cast)

    page = await web.as_(getattr(cast, member)).get(f"{BASE}/{proposal_id}")

    assert page.status == 200
    assert "Jouw antwoord" not in page and "Sluit af" not in page


async def test_another_partnership_finds_nothing(web, cast):
    proposal_id = await in_round(cast)
    seat = web.as_(cast.dot)

    pages = [
        await seat.get(f"/p/kustpolder/voorstellen/{proposal_id}{rest}")
        for rest in ("", "/antwoord", "/wijzig")
    ]

    assert {page.status for page in pages} == {404}


async def test_the_list_begins_with_what_waits_for_me(web, cast):
    waiting = await in_round(cast)
    await proposed(cast, title="Iets anders")

    mine = await web.as_(cast.an).get(BASE)
    other = await web.as_(cast.bea).get(BASE)

    assert mine.text.index("Wacht op jouw antwoord") < mine.text.index(TITLE) < mine.text.index("Onderweg")
    assert "Wacht op jouw antwoord" not in other
    assert (await read_by(cast.an, waiting)).stage is Stage.ROUND


async def test_an_unknown_proposal_is_not_found_and_a_key_twice_opens_one_round(web, cast):
    proposal_id = await proposed(cast)
    seat, key = web.as_(cast.kim), {"key": str(uuid4())}

    first, second = [await seat.post(f"{BASE}/{proposal_id}/ronde", key) for _ in range(2)]
    unknown = await seat.get(f"{BASE}/{2**31 - 1}")

    assert (first.status, second.status, unknown.status) == (303, 303, 404)
    assert len((await read_by(cast.kim, proposal_id)).rounds) == 1
