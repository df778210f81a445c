"""What each format of a learning session asks, in its own order (L4).

Sources: the four questions of an after action review (U.S. Army, TC 25-20); the PDSA cycle as Deming taught
it, with a prediction before the test; the customer journey of the quality framework.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from tracker.learning.rules.kinds import Format


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a format.

    `after` names the question that must be answered in an earlier turn; `until` the question from whose
    answer on this answer stays as it is.
    """

    name: str
    words: str
    hint: str = ""
    after: str = ""
    until: str = ""


FORMATS: Final[Mapping[Format, tuple[Question, ...]]] = {
    Format.JOURNEY: (
        Question("seen", "Wat zien we in deze reis?", "Feiten eerst: wat, niet wie."),
        Question(
            "why",
            "Waarom liep het zo?",
            "Is de vraag verkeerd begrepen, of is het een mismatch met wat wij doen?",
        ),
        Question("next", "Wat pakken we zelf aan, en wat niet?", "Wat niet van ons is, vragen we aan wie."),
    ),
    Format.AFTER_ACTION: (
        Question("intended", "Wat was de bedoeling?"),
        Question("happened", "Wat gebeurde er?", "Feiten, in volgorde. Wat, niet wie.", after="intended"),
        Question("difference", "Waarom was er een verschil?", after="happened"),
        Question(
            "next_time",
            "Wat doen we volgende keer?",
            "Wat houden we, wat doen we anders, wat vragen we aan anderen?",
            after="difference",
        ),
    ),
    Format.PDSA: (
        Question("aim", "Wat willen we beter doen, en voor wie?"),
        Question(
            "prediction",
            "Wat voorspellen we?",
            "Wat zullen we zien, en tegen wanneer? Schrijf het op vóór je begint.",
            until="done",
        ),
        Question("plan", "Hoe proberen we het uit?", "Klein en kort: wie, waar, tot wanneer."),
        Question("done", "Wat hebben we gedaan?", "Ook wat anders ging dan gedacht.", after="prediction"),
        Question("studied", "Klopte de voorspelling, en wat leren we?", after="done"),
        Question("act", "Wat doen we ermee?", "Overnemen, aanpassen of stoppen.", after="studied"),
    ),
    Format.REVIEW: (
        Question(
            "readings",
            "Hoe leest elke discipline deze casussen?",
            "Verschillende lezingen blijven naast elkaar staan.",
        ),
        Question("own_view", "Wat vindt de doelgroep er zelf van?", "Letterlijk, of: we weten het niet."),
        Question("differ", "Waarin verschillen we van mening?"),
        Question("taken", "Wat nemen we mee?", "Wat je over één casus afspreekt, noteer je bij die casus."),
    ),
    Format.FREE: (
        Question("told", "Wat kwam er op tafel?"),
        Question("learned", "Wat leren we eruit?"),
        Question("then", "Wat doen we ermee?"),
    ),
}


def question_of(format: Format, name: str) -> Question | None:
    """The question with this name in this format, or None."""
    return next((question for question in FORMATS[format] if question.name == name), None)


def why_not_answer(format: Format, question: Question, answered: Collection[str]) -> str | None:
    """Why this question cannot be answered (or answered otherwise) now; None when it can.

    `answered` holds the names of the questions of this session that have an answer already.
    """
    if question.until in answered:
        locked = question_of(format, question.until)
        assert locked is not None
        return f"‘{locked.words}’ is ingevuld. Wat hier staat, blijft zo."
    if question.after and question.after not in answered:
        first = question_of(format, question.after)
        assert first is not None
        return f"Beantwoord eerst: ‘{first.words}’"
    return None


def why_not_wipe(format: Format, question: Question, answered: Collection[str]) -> str | None:
    """Why the answer to a question cannot be made empty again; None when it can."""
    for other in FORMATS[format]:
        if other.after == question.name and other.name in answered:
            return f"Leeg maken kan niet meer: ‘{other.words}’ is beantwoord."
    return None
