"""Keeping a case findable by its own words (C17)."""

from tracker.cases.rules.searching import searchable
from tracker.cases.tables import CaseFile


async def keep_findable(case_id: int) -> None:
    """Refresh what the list searches; called inside every act that changes one of these columns."""
    row = await (
        CaseFile.select(
            CaseFile.alias, CaseFile.code, CaseFile.source_code, CaseFile.municipality, CaseFile.purpose
        )
        .where(CaseFile.id == case_id)
        .first()
    )
    if row is not None:
        await CaseFile.update({CaseFile.search: searchable(*row.values())}).where(CaseFile.id == case_id)
