"""What case files repeat of their records, for many cases at once."""

from collections.abc import Collection

from piccolo.querystring import QueryString

from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.comparing import Status
from tracker.cases.rules.kinds import ContactOutcome
from tracker.cases.rules.searching import searchable
from tracker.cases.tables import CaseFile
from tracker.database import DB

_AT_ONCE = 5_000

REPEATED = """
    UPDATE case_file SET
        purpose = COALESCE((SELECT p.words FROM purpose p WHERE p."case" = case_file.id
                             ORDER BY p.since DESC, p.id DESC LIMIT 1), ''),
        last_contact_on = (SELECT max(i.happened_on) FROM interaction i
                            WHERE i."case" = case_file.id AND i.outcome = {}),
        last_review_on = (SELECT max(r.held_on) FROM review r WHERE r."case" = case_file.id)
     WHERE id IN ({})
"""


async def keep_all_up(landing: Landing, opened: Collection[int]) -> None:
    """Set purpose, last contact, last review and search of every case that holds more than before.

    A case that was here before moves up in the list; a new one stands where its last record puts it.
    """
    held = {
        landing.case_ids[one.row.record.case]
        for one in landing.comparison.all(Status.NEW)
        if getattr(one.row.record, "case", None) in landing.case_ids
    } | landing.touched
    cases = sorted(held | set(opened))
    for start in range(0, len(cases), _AT_ONCE):
        ids = cases[start : start + _AT_ONCE]
        places = QueryString(", ".join(["{}"] * len(ids)), *ids)
        await DB.run_querystring(QueryString(REPEATED, ContactOutcome.CONTACT.value, places), in_pool=False)
        for row in await CaseFile.select(
            CaseFile.id,
            CaseFile.alias,
            CaseFile.code,
            CaseFile.source_code,
            CaseFile.municipality,
            CaseFile.purpose,
        ).where(CaseFile.id.is_in(ids)):
            words = searchable(
                row["alias"], row["code"], row["source_code"], row["municipality"], row["purpose"]
            )
            await CaseFile.update({CaseFile.search: words}).where(CaseFile.id == row["id"])
    moved = sorted(held - set(opened))
    if moved:
        await CaseFile.update({CaseFile.touched_at: landing.now}).where(CaseFile.id.is_in(moved))
