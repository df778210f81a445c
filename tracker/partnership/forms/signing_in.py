"""Signing in, and choosing a role."""

from typing import Annotated

from pydantic import Field

from tracker.web.forms import Form, Id, Password, Plain, WhenEmpty

# As much as the longest form can hold, written as a query string.
LONGEST_KEPT = 200_000


class SignIn(Form):
    """`onward` is where somebody wanted to be; `kept` is what they had typed there when the sign-in ended,
    on its way to `sent_to`."""

    email: Annotated[Plain, WhenEmpty("Vul je e-mailadres in.")]
    password: Annotated[Password, WhenEmpty("Vul je wachtwoord in.")]
    onward: Plain = ""
    sent_to: Plain = ""
    kept: Annotated[str, Field(max_length=LONGEST_KEPT)] = ""


class ChooseCapacity(Form):
    """`onward` is where somebody wanted to be."""

    role_held: Annotated[Id, WhenEmpty("Kies een rol.")]
    onward: Plain = ""
