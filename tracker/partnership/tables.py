"""Tables of the partnership: who takes part, in what role, with which words, and what was done and read."""

from piccolo.columns import (
    UUID,
    BigInt,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.table import Table

from tracker.database import DB


class Partnership(Table, db=DB):
    """A local partnership; everything else belongs to exactly one."""

    id: Serial
    slug = Varchar(60, help_text="Naam in het adres")
    name = Varchar(120)
    code_prefix = Varchar(4, help_text="Letters vooraan een casuscode")
    started_on = Date(default=None, null=True)
    ended_on = Date(default=None, null=True)
    review_after_weeks = SmallInt(
        default=8, help_text="Na hoeveel weken een casus 'lang niet besproken' heet"
    )
    quiet_after_weeks = SmallInt(
        default=4, help_text="Na hoeveel weken zonder contact een casus 'lang stil' heet"
    )
    open_page_since = Date(
        default=None, null=True, help_text="Sinds wanneer iedereen 'zo werken wij' mag lezen"
    )


class ServiceArea(Table, db=DB):
    """A municipality in the area, from a day until a day (P1)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    municipality = Varchar(80)
    since = Date(default=None, null=True)
    until = Date(default=None, null=True)


class Organisation(Table, db=DB):
    """An organisation; it may take part in several partnerships."""

    id: Serial
    name = Varchar(120)
    sort_name = Varchar(120, help_text="Naam zonder hoofdletters, punten en dubbele spaties")


class Partner(Table, db=DB):
    """An organisation's part in a partnership, from a day until a day (P1)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    organisation = ForeignKey(Organisation, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(20)
    since = Date(default=None, null=True)
    until = Date(default=None, null=True)
    added_value = Text(default="")
    expertise = Text(default="")
    engagement_signed_on = Date(default=None, null=True)
    legal_form = Varchar(80, default="")
    enterprise_number = Varchar(20, default="")
    quality_registration = Varchar(200, default="")
    not_invoice_only = Boolean(default=False)


class NetworkContact(Table, db=DB):
    """A contact with a network actor (P1)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    partner = ForeignKey(Partner, null=False, on_delete=OnDelete.restrict)
    met_on = Date(default=None, null=True)
    note = Text(default="")
    key = UUID()


class Person(Table, db=DB):
    """Somebody who signs in. Never a person who is helped."""

    id: Serial
    name = Varchar(120)
    email = Varchar(254, help_text="In kleine letters")
    password_hash = Varchar(200, null=True, default=None, secret=True)
    must_change_password = Boolean(default=False)
    disabled_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(null=True, default=None)


class RoleHeld(Table, db=DB):
    """A role of a person, for an organisation and in a partnership, from a day until a day."""

    id: Serial
    person = ForeignKey(Person, null=False, on_delete=OnDelete.restrict)
    partnership = ForeignKey(Partnership, null=True, default=None, on_delete=OnDelete.restrict)
    organisation = ForeignKey(Organisation, null=True, default=None, on_delete=OnDelete.restrict)
    role = Varchar(30)
    since = Date(default=None, null=True)
    until = Date(default=None, null=True)


class NamedRole(Table, db=DB):
    """A role the partnership named itself (shared leadership); without a person it is vacant (P3)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    title = Varchar(120)
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    since = Date(default=None, null=True)
    until = Date(default=None, null=True)


class Wording(Table, db=DB):
    """One version of one of the partnership's own texts; the latest per kind and title holds (P2, P3)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(30)
    title = Varchar(120, default="")
    text = Text(default="", help_text="Leeg: dit begrip of principe geldt niet meer")
    since = Date(default=None, null=True)
    written_at = Timestamptz(null=True, default=None)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    reason = Text(default="")
    decided_on = Date(default=None, null=True, help_text="Dag van het besluit van de bestuursraad")
    decision = Varchar(200, default="", help_text="Waar het besluit staat")


class ValueStep(Table, db=DB):
    """A recognised step towards the purpose; unordered (L1)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.restrict)
    name = Varchar(120)
    meaning = Text(default="")
    examples = Text(default="")
    since = Date(default=None, null=True)
    retired_on = Date(default=None, null=True)


class ValueStepVersion(Table, db=DB):
    """A former wording of a value step, with why it changed (L1)."""

    id: Serial
    value_step = ForeignKey(ValueStep, null=False, on_delete=OnDelete.cascade)
    name = Varchar(120)
    meaning = Text(default="")
    examples = Text(default="")
    until = Date(default=None, null=True)
    author = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.restrict)
    reason = Text(default="")


class SignIn(Table, db=DB):
    """A signed-in device. The cookie holds the token, this table only its SHA-256."""

    id: Serial
    token_hash = Varchar(64, secret=True)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.cascade)
    role_held = ForeignKey(RoleHeld, null=True, default=None, on_delete=OnDelete.set_null)
    started_at = Timestamptz(null=True, default=None)
    seen_at = Timestamptz(null=True, default=None)
    device = Varchar(120, default="")
    locked_to_case = Integer(
        null=True, default=None, help_text="Casus waarvoor het toestel uit handen gegeven is"
    )


class SignInAttempt(Table, db=DB):
    """A failed try to sign in, kept to slow down guessing."""

    id: Serial
    email_hash = Varchar(64)
    address_hash = Varchar(64)
    tried_at = Timestamptz(null=True, default=None)


class TrailEntry(Table, db=DB):
    """One link of a partnership's hash chain: who did what to which record. Holds no case text (T3)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=True, default=None, on_delete=OnDelete.restrict)
    number = BigInt()
    happened_at = Timestamptz(null=True, default=None)
    person = Integer(null=True, default=None)
    role = Varchar(30, default="")
    organisation = Integer(null=True, default=None)
    verb = Varchar(60)
    subject = Varchar(40)
    subject_id = BigInt(null=True, default=None)
    case = BigInt(null=True, default=None)
    detail_hash = Varchar(64)
    previous_hash = Varchar(64)
    hash = Varchar(64)


class TrailDetail(Table, db=DB):
    """What a trail entry tells beyond the chain; may be wiped without breaking it."""

    id: Serial
    entry = ForeignKey(TrailEntry, null=False, on_delete=OnDelete.cascade)
    details = Text(default="{}")


class ReadEntry(Table, db=DB):
    """A read, an export or a refusal of something confidential; sealed into the chain in batches (T3)."""

    id: Serial
    partnership = ForeignKey(Partnership, null=True, default=None, on_delete=OnDelete.restrict)
    happened_at = Timestamptz(null=True, default=None)
    person = Integer(null=True, default=None)
    role = Varchar(30, default="")
    organisation = Integer(null=True, default=None)
    what = Varchar(60, help_text="Naam van de bladzijde of de uitvoer")
    case = BigInt(null=True, default=None)
    code = Varchar(20, default="", help_text="Gevraagde casuscode bij een weigering")
    refused = Boolean(default=False)
    sealed_in = BigInt(null=True, default=None)


class Draft(Table, db=DB):
    """What somebody typed and did not save yet; only its writer reads it (C16)."""

    id: Serial
    person = ForeignKey(Person, null=False, on_delete=OnDelete.cascade)
    form = Varchar(200, help_text="Pad van het formulier")
    fields = Text(default="{}", help_text="Wat er getypt staat")
    kept_at = Timestamptz(null=True, default=None)


class Notice(Table, db=DB):
    """Something that one person should hear of, here and in a daily mail; codes only, no words."""

    id: Serial
    partnership = ForeignKey(Partnership, null=False, on_delete=OnDelete.cascade)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(30)
    text = Varchar(200, help_text="Eén regel met een code, nooit woorden uit een casus of voorstel")
    path = Varchar(200, help_text="Waar het te lezen staat")
    made_at = Timestamptz(null=True, default=None)
    seen_at = Timestamptz(null=True, default=None)
    mailed_at = Timestamptz(null=True, default=None)


class NoticeChoice(Table, db=DB):
    """A kind of notice that somebody does not want by mail; the start page keeps showing it."""

    id: Serial
    person = ForeignKey(Person, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(30)
