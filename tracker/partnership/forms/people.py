"""People and their roles, and one's own account."""

from typing import Annotated

from pydantic import Field

from tracker.partnership.rules.roles import Role
from tracker.web.forms import Day, Email, Form, Id, Line, Password, WhenEmpty

Name = Annotated[Line, Field(max_length=120)]


class GiveRole(Form):
    """A role for somebody; an unknown address gets an account with a first password."""

    name: Annotated[Name, WhenEmpty("Vul in hoe collega's deze persoon noemen.")]
    email: Annotated[Email, WhenEmpty("Vul het e-mailadres in.")]
    role: Annotated[Role, WhenEmpty("Kies een rol.")]
    organisation: Id | None = None
    partnership: Id | None = None
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]
    until: Day | None = None


class EndRole(Form):
    until: Annotated[Day, WhenEmpty("Kies vanaf welke dag de rol niet meer geldt.")]


class ChangePassword(Form):
    current: Annotated[Password, WhenEmpty("Vul je huidige wachtwoord in.")]
    password: Annotated[Password, WhenEmpty("Kies een nieuw wachtwoord.")]


class ChangeName(Form):
    name: Annotated[Name, WhenEmpty("Vul in hoe je collega's je noemen.")]
