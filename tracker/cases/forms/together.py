"""Reading together, and the questions a person answers while holding the phone (C11)."""

from typing import Annotated, Final

from tracker.cases.queries.own_answers import Asked
from tracker.cases.queries.seen import Case
from tracker.cases.rules.together import AboutDemand, Block, Felt, Fits, OwnAnswers, hand_over_path
from tracker.partnership.queries.drafts import FieldValues, drafts_under
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Form, Id, Key, Password, Plain, WhenEmpty, Words, reread

BLOCKS: Final = {
    "bedoeling": Block.PURPOSE,
    "veranderd": Block.CHANGES,
    "waardevragen": Block.WANTS,
    "afspraken": Block.AGREEMENTS,
}
"""What an address calls the parts of the page."""

PURPOSE_STEP, LAST_STEP, DEMAND_STEP = "bedoeling", "nog-iets", "waardevraag"


class NotRight(Form):
    """What is not right any more: which parts, and in the person's words."""

    only: list[Id] = []
    words: Words = ""


class HandOver(Form):
    """In which language the person is asked."""

    language: Plain = ""


class AboutPurpose(Form):
    fits: Annotated[Fits, WhenEmpty("Kies een antwoord.")]
    words: Words = ""


class FirstWords(Form):
    """What the person wants to reach, when nothing was written down yet."""

    words: Words = ""


class HowIsIt(Form):
    felt: Annotated[Felt, WhenEmpty("Kies een antwoord.")]
    words: Words = ""


class AnythingElse(Form):
    words: Words = ""


class KeepAnswers(Form):
    key: Key


class TakeBack(Form):
    password: Annotated[Password, WhenEmpty("Vul je wachtwoord in.")]


def steps_of(asked: Asked) -> list[str]:
    """The screens, one question each, as the rest of their path."""
    return [PURPOSE_STEP, *(f"{DEMAND_STEP}/{demand}" for demand in asked.demands), LAST_STEP]


async def answers_so_far(viewer: Viewer, case: Case, asked: Asked) -> tuple[OwnAnswers, set[str]]:
    """What was answered on each screen and is not kept for good yet, and which screens were answered."""
    left = await drafts_under(viewer.person_id, hand_over_path(case.code))
    fits, words = _about_purpose(asked, left.get(PURPOSE_STEP, {}))
    demands = {
        demand: AboutDemand(said.felt, said.words)
        for demand in asked.demands
        if (said := reread(HowIsIt, left.get(f"{DEMAND_STEP}/{demand}", {})).data)
    }
    last = reread(AnythingElse, left.get(LAST_STEP, {})).data
    answers = OwnAnswers(fits, words, demands, last.words if last else "")
    answered = {f"{DEMAND_STEP}/{demand}" for demand in demands}
    if fits or words:
        answered.add(PURPOSE_STEP)
    if answers.anything_else:
        answered.add(LAST_STEP)
    return answers, answered


def _about_purpose(asked: Asked, left: FieldValues) -> tuple[Fits | None, str]:
    if asked.purpose_id is None:
        first = reread(FirstWords, left).data
        return None, first.words if first else ""
    said = reread(AboutPurpose, left).data
    return (said.fits, said.words) if said else (None, "")
