"""Tables of long work. Both stand below the partnership, so they name it and its people by number only."""

from piccolo.columns import UUID, Bytea, Integer, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table

from tracker.database import DB


class Job(Table, db=DB):
    """A piece of long work and how far it is."""

    id: Serial
    key = UUID(default=None, null=True, help_text="Sleutel tegen dubbel versturen")
    kind = Varchar(60)
    partnership = Integer(default=None, null=True)
    owner = Integer(default=None, help_text="Persoon die het vroeg")
    payload = Text(default="{}", help_text="Wat er gevraagd werd (JSON)")
    state = Varchar(10, default="waiting")
    attempt = SmallInt(default=0, help_text="Hoe vaak eraan begonnen is")
    done = Integer(default=0)
    total = Integer(default=0, help_text="0: nog niet bekend")
    message = Text(default="", help_text="Hoe het ermee staat, voor wie het vroeg")
    result = Text(default="{}", help_text="Wat het opleverde (JSON)")
    lease_until = Timestamptz(default=None, null=True)
    asked_at = Timestamptz(default=None)
    started_at = Timestamptz(default=None, null=True)
    ended_at = Timestamptz(default=None, null=True)


class Upload(Table, db=DB):
    """A file between its preview and the confirmation; gone after a day."""

    id: Serial
    key = UUID(default=None, null=True, help_text="Sleutel tegen dubbel versturen")
    partnership = Integer(default=None, null=True)
    owner = Integer(default=None, help_text="Persoon die het bestand bracht")
    name = Varchar(200)
    content_type = Varchar(100)
    content = Bytea()
    uploaded_at = Timestamptz(default=None)
