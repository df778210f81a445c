"""Partners, municipalities and the partnership's own roles."""

from typing import Annotated

from tracker.partnership.rules.partners import PartnerKind
from tracker.web.forms import Checked, Day, Form, Id, Key, Line, Plain, WhenEmpty, Words


class NewPartner(Form):
    name: Annotated[Plain, WhenEmpty("Vul de naam van de organisatie in.")]
    kind: Annotated[PartnerKind, WhenEmpty("Kies hoe deze organisatie meedoet.")]
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]
    added_value: Words = ""
    expertise: Words = ""


class EditPartner(Form):
    added_value: Words = ""
    expertise: Words = ""
    engagement_signed_on: Day | None = None
    legal_form: Plain = ""
    enterprise_number: Plain = ""
    quality_registration: Plain = ""
    not_invoice_only: Checked = False


class EndPartner(Form):
    until: Annotated[Day, WhenEmpty("Kies vanaf welke dag de organisatie niet meer meedoet.")]


class Contact(Form):
    key: Key
    met_on: Annotated[Day, WhenEmpty("Kies de dag van het contact.")]
    note: Annotated[Words, WhenEmpty("Schrijf kort waarover het ging.")]


class NamedRole(Form):
    title: Annotated[Line, WhenEmpty("Geef de rol een naam.")]
    person: Id | None = None
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]


class ServiceArea(Form):
    municipality: Annotated[Plain, WhenEmpty("Vul de gemeente in.")]
    since: Annotated[Day, WhenEmpty("Kies vanaf wanneer.")]


class EndMunicipality(Form):
    area: Id
    until: Annotated[Day, WhenEmpty("Kies vanaf welke dag de gemeente er niet meer bij is.")]
