"""Partners, municipalities and the partnership's own roles."""

from typing import Annotated

from pydantic import Field

from tracker.partnership.rules.partners import PartnerKind
from tracker.web.forms import Checked, Day, Form, Id, Key, Line, Plain, WhenEmpty, Words

Name = Annotated[Line, Field(max_length=120)]
Municipality = Annotated[Line, Field(max_length=80)]


class NewPartner(Form):
    name: Annotated[Name, WhenEmpty("Vul de naam van de organisatie in.")]
    kind: Annotated[PartnerKind, WhenEmpty("Kies hoe deze organisatie meedoet.")]
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]
    added_value: Words = ""
    expertise: Words = ""


class EditPartner(Form):
    added_value: Words = ""
    expertise: Words = ""
    engagement_signed_on: Day | None = None
    legal_form: Annotated[Line, Field(max_length=80)] = ""
    enterprise_number: Annotated[Plain, Field(max_length=20)] = ""
    quality_registration: Line = ""
    not_invoice_only: Checked = False


class EndPartner(Form):
    until: Annotated[Day, WhenEmpty("Kies vanaf welke dag de organisatie niet meer meedoet.")]


class Contact(Form):
    key: Key
    met_on: Annotated[Day, WhenEmpty("Kies de dag van het contact.")]
    note: Annotated[Words, WhenEmpty("Schrijf kort waarover het ging.")]


class NamedRole(Form):
    title: Annotated[Name, WhenEmpty("Geef de rol een naam.")]
    person: Id | None = None
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]


class ServiceArea(Form):
    municipality: Annotated[Municipality, WhenEmpty("Vul de gemeente in.")]
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]


class EndMunicipality(Form):
    area: Id
    until: Annotated[Day, WhenEmpty("Kies vanaf welke dag de gemeente er niet meer bij is.")]
