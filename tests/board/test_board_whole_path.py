"""From a word that was heard to a practice elsewhere: the whole path, by everyone on their own pages."""

from datetime import timedelta
from uuid import uuid4

from tests.learning.grouped import a_case
from tests.learning.initiated import TEXTS
from tests.learning.words import a_pattern, heard
from tracker import clock
from tracker.board.tables.meetings import MeetingKind
from tracker.learning.actions.causes import Naming, name_cause
from tracker.learning.rules.initiatives import Part
from tracker.learning.rules.kinds import CauseKind

P = "/p/durmeland"
WORD = "Ik gaf dat blad al drie keer af."
OBJECTION = "Het adres komt bij de verkeerde."
AMENDED = "Eén map waar iedereen in kijkt, zonder adres."
PARTS = {
    "terugkeer": Part.RECURRENCE,
    "waarom": Part.WHY,
    "werkwijze": Part.PROCESS,
    "nodig": Part.REQUIREMENTS,
    "evaluatie": Part.EVALUATION,
    "kleine-groep": Part.SMALL_GROUP,
}
KNOTS = (
    "Attest opnieuw",
    "Elke dienst bewaart apart.",
    "I1, verspreid",
    "V1, team",
    "Op de agenda van de bestuursraad",
    "aanpassen: Klein houden.",
    "overnemen: Klein houden.",
    "stabiel sinds",
    "Kustpolder",
    "overgenomen",
)
"""What the thread from the word tells in the end."""


async def fill(seat, page, action="", **typed):
    """Fill in a form of a page as it stands there and send it; the address it leads to."""
    read = await seat.get(page)
    assert read.status == 200, (page, read)
    action = action or page.split("?")[0]
    answer = await seat.post(action, {**read.form(action), **typed})
    assert answer.status == 303, (action, answer.errors, answer)
    return answer.location.split("?")[0]


async def word_in_pattern(cast):
    """A word that Ben may read too, in a pattern with a cause: the address of the word, and the pattern."""
    case = await a_case(cast, "Kiezel", shared_with=(cast.vdab,))
    word = await heard(cast, case, WORD)
    pattern = await a_pattern(cast, "Attest opnieuw", word)
    cause = Naming(CauseKind.MISMATCH, "Elke dienst bewaart apart.")
    await name_cause(await cast.an.viewer(), uuid4(), pattern, cause)
    return f"{P}/casussen/{case.code}/faalvragen/{word}", f"{P}/patronen/{pattern}"


async def begin(an, pattern):
    """From the page of the pattern to an initiative of which every part stands."""
    new = (await an.get(pattern)).links()["Begin een verbeterinitiatief"]
    initiative = await fill(an, new, name="Eén map")
    for name, part in PARTS.items():
        await fill(an, f"{initiative}/deel/{name}", **TEXTS[part])
    await fill(an, f"{initiative}/controle")
    return initiative


async def propose(an, initiative, facilitator):
    new = (await an.get(initiative)).links()["Leg het voor aan het team"]
    return await fill(
        an,
        new,
        expected="Niemand geeft iets twee keer, tegen mei.",
        facilitator=str(facilitator.person_id),
        review_on=(clock.today() + timedelta(days=90)).isoformat(),
    )


async def try_out(an, initiative, outcome):
    """One iteration, from what is predicted to how it ended."""
    planned = {"fidelity": "prototype", "with_whom": "Zes mensen.", "prediction": "Hoogstens één keer."}
    iteration = await fill(an, f"{initiative}/iteraties/nieuw", **planned)
    await fill(an, iteration, f"{iteration}/start")
    seen = {"done": "Map gemaakt.", "seen": "Bij vier niets.", "matched": "Half.", "learned": "Klein houden."}
    await fill(an, f"{iteration}/afsluiten", **seen, outcome=outcome, follow_up="We gaan door.")


async def test_the_whole_path_can_be_walked_from_page_to_page(web, cast):
    an, ben, out, cor, dot, bea = (
        web.as_(member) for member in (cast.an, cast.ben, cast.out, cast.cor, cast.dot, cast.bea)
    )
    word, pattern = await word_in_pattern(cast)
    initiative = await begin(an, pattern)
    proposal = await propose(an, initiative, cast.cor)
    await fill(cor, proposal, f"{proposal}/ronde")
    for seat in (an, out, cor):
        await fill(seat, f"{proposal}/antwoord", answer="consent")
    await fill(ben, f"{proposal}/antwoord", answer="objection", argument=OBJECTION)
    actions = [form.get("action", "") for form in (await cor.get(proposal)).all("form")]
    test = next(action for action in actions if action.endswith("/toets"))
    await fill(cor, proposal, test, verdict="valid", reason="Een adres hoort daar niet.")
    await fill(out, proposal, test.replace("/toets", "/bevestig"))
    await fill(ben, f"{proposal}/versie", text=AMENDED, reason="Het adres gaat eruit.")
    await fill(cor, proposal, f"{proposal}/ronde")
    for seat in (an, ben, out, cor):
        await fill(seat, f"{proposal}/antwoord", answer="consent")
    await fill(cor, proposal, f"{proposal}/besluit")

    await fill(cor, f"{P}/overleg/soorten/nieuw", name="Bestuursraad", circle="board")
    agenda = await fill(
        cor,
        f"{P}/overleg/nieuw",
        kind=str((await MeetingKind.select(MeetingKind.id).first())["id"]),
        held_on=(clock.today() + timedelta(days=7)).isoformat(),
        facilitator=str(cast.bea.person_id),
    )
    meeting = agenda.removesuffix("/agenda")
    point = next(link for link in (await bea.get(meeting)).links().values() if f"{meeting}/agenda/" in link)
    await fill(bea, point, f"{point}/ook-hier", wanted="nee", why="Het mandaat van het team volstaat.")
    dossier = await bea.get(f"{meeting}/dossier")
    await fill(an, f"{initiative}/delen", summary="Eén map per persoon.")
    offer = "/uitwisseling/" + initiative.rpartition("/")[2]
    await fill(dot, offer, f"{offer}/antwoord", answer="also_relevant", remark="Bij ons ook.")
    await fill(an, initiative, f"{initiative}/start")
    await try_out(an, initiative, "adapt")
    await try_out(an, initiative, "adopt")
    await fill(an, f"{initiative}/stabiel", evidence="Twee keer hetzelfde gezien.")
    await fill(an, f"{initiative}/verspreiden", how="Iedereen krijgt een map.")
    elsewhere = await fill(dot, offer, f"{offer}/meedoen", how="taken_over")

    assert AMENDED in dossier
    assert "Overgenomen van Durmeland: Eén map." in await dot.get(elsewhere)
    assert AMENDED in await dot.get(elsewhere)
    page = await an.get(word)
    for knot in KNOTS:
        assert knot in page, knot
