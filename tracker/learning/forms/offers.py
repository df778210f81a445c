"""Answering an offered initiative, and taking it along, as forms (L13)."""

from typing import Annotated

from tracker.learning.rules.offers import Adoption, OfferAnswer
from tracker.web.forms import Form, Key, WhenEmpty, Words


class AnswerForm(Form):
    answer: Annotated[OfferAnswer, WhenEmpty("Kies een antwoord.")]
    remark: Words = ""


class AdoptForm(Form):
    key: Key
    how: Annotated[Adoption, WhenEmpty("Kies of je meeprobeert of overneemt.")]
