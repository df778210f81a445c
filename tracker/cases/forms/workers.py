"""Who follows the case, as a form."""

from typing import Annotated

from tracker.web.forms import Day, Form, Id, WhenEmpty


class Followers(Form):
    """The people who follow the case from a day on."""

    people: list[Id] = []
    from_day: Annotated[Day, WhenEmpty("Vul in vanaf wanneer.")]
