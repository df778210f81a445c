"""New cases: their number, who leads them, who sees them, and how they ended."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from tracker.cases.actions.importing.inserting import insert_all
from tracker.cases.actions.importing.landing import Landing
from tracker.cases.exchange.comparing import ComparedRow, Status
from tracker.cases.exchange.kinds.cases import CASES, CaseRow
from tracker.cases.rules.importing import ENDING_TAKEN_OVER, lead_named, who_see_imported
from tracker.cases.rules.kinds import CaseState
from tracker.cases.rules.opening import code_of
from tracker.cases.rules.searching import searchable
from tracker.cases.tables import CaseEnding, CaseFile, CaseWorker, SharedWith, SharingAgreement
from tracker.partnership.queries.colleagues import Colleague, who_see, who_work_on_cases
from tracker.partnership.queries.partnerships import team_names
from tracker.partnership.rules.organisations import sort_name
from tracker.partnership.rules.roles import Viewer

_NUMBER = re.compile(r"(\d{1,6})\D*$")


@dataclass(frozen=True, slots=True)
class Seats:
    """The organisations that see a case beside the coordination, and the colleague who leads it, if any."""

    organisations: tuple[int, ...]
    lead: Colleague | None


@dataclass(frozen=True, slots=True)
class _Opening:
    """A case about to be opened: its row, its number, and who sees and leads it."""

    row: ComparedRow
    number: int
    organisations: tuple[int, ...]
    lead: Colleague | None

    @property
    def record(self) -> CaseRow:
        record = self.row.row.record
        assert isinstance(record, CaseRow)
        return record


async def add_cases(landing: Landing) -> int:
    """Open every new case of the file; returns how many."""
    rows = landing.comparison.of(CASES.name, Status.NEW)
    landing.case_ids = dict(landing.comparison.case_ids)
    openings = await _openings(landing, rows)
    ids = await insert_all(CaseFile, [_case_file(landing, opening) for opening in openings])
    landing.keep(rows, ids)
    by_id = {landing.became[opening.row.row.identity]: opening for opening in openings}
    for case, opening in by_id.items():
        landing.case_ids[opening.record.code] = case
    await insert_all(SharingAgreement, [_agreement(landing, c, o.record) for c, o in by_id.items()], by=())
    await insert_all(
        SharedWith,
        [
            {"case": case, "organisation": organisation, "since": opening.record.started_on, "until": None}
            for case, opening in by_id.items()
            for organisation in opening.organisations
        ],
        by=(),
    )
    await insert_all(
        CaseWorker,
        [
            {"case": c, "person": o.lead.person_id, "since": o.record.started_on, "until": None}
            for c, o in by_id.items()
            if o.lead
        ],
        by=(),
    )
    ended = [(c, o) for c, o in by_id.items() if o.record.state is not CaseState.RUNNING]
    await insert_all(CaseEnding, [_ending(landing, case, opening) for case, opening in ended])
    return len(openings)


async def seats_for(viewer: Viewer, records: Sequence[CaseRow]) -> list[Seats]:
    """Who will see and lead each of these cases."""
    team = {sort_name(name): id for id, name in (await team_names(viewer, viewer.today)).items()}
    people = await who_work_on_cases(viewer)
    seats = []
    for record in records:
        named = [team[sort_name(name)] for name in record.organisations if sort_name(name) in team]
        lead = lead_named(record.lead, people)
        organisations = who_see_imported(
            list(team.values()), named, lead.organisation_id if lead else None, record.agreed
        )
        if lead and lead.person_id not in who_see(people, organisations, with_coordination=True):
            lead = None
        seats.append(Seats(organisations, lead))
    return seats


async def _openings(landing: Landing, rows: Sequence[ComparedRow]) -> list[_Opening]:
    seats = await seats_for(landing.viewer, [row.row.record for row in rows])
    numbers = await _numbers(landing, rows)
    return [
        _Opening(row, number, seat.organisations, seat.lead)
        for row, number, seat in zip(rows, numbers, seats, strict=True)
    ]


async def _numbers(landing: Landing, rows: Sequence[ComparedRow]) -> Iterator[int]:
    """The number in the file where it is free, else the next free one."""
    taken = {
        row["number"]
        for row in await CaseFile.select(CaseFile.number).where(
            CaseFile.partnership == landing.viewer.partnership_id
        )
    }
    wanted = [_number_in(row.row.record.code) for row in rows]
    times = Counter(wanted)
    given: list[int | None] = [
        number if number and number not in taken and times[number] == 1 else None for number in wanted
    ]
    highest = max([*taken, *(number for number in given if number)], default=0)
    later = iter(range(highest + 1, highest + 1 + len(rows)))
    return (number or next(later) for number in given)


def _number_in(code: str) -> int | None:
    found = _NUMBER.search(code)
    return int(found.group(1)) if found else None


def _case_file(landing: Landing, opening: _Opening) -> dict[str, Any]:
    record, viewer = opening.record, landing.viewer
    code = code_of(viewer.code_prefix, opening.number)
    last = max(filter(None, (record.started_on, record.ended_on, landing.last_days.get(record.code))))
    return {
        "key": landing.key(opening.row),
        "partnership": viewer.partnership_id,
        "number": opening.number,
        "code": code,
        "source_code": record.code,
        "kind": record.kind,
        "alias": record.alias,
        "municipality": record.municipality,
        "started_on": record.started_on,
        "reached": record.reached,
        "reached_note": "",
        "lead": opening.lead.person_id if opening.lead else None,
        "lead_name": "" if opening.lead else record.lead,
        "participants": 1,
        "doubt": False,
        "doubt_review_on": None,
        "state": record.state,
        "ended_on": record.ended_on,
        "purpose": "",
        "search": searchable(record.alias, code, record.code, record.municipality),
        "closed_to_coordination": False,
        "last_contact_on": None,
        "last_review_on": None,
        # So that the list has those first on which something was done last.
        "touched_at": datetime.combine(last, time(12), UTC),
        "opened_by": viewer.person_id or None,
        "opened_at": landing.now,
    }


def _agreement(landing: Landing, case: int, record: CaseRow) -> dict[str, Any]:
    """Remarks stand with what was said about sharing: that is read before anything is done or passed on."""
    known = record.agreed_on is not None and record.agreed_on <= landing.viewer.today
    return {
        "case": case,
        "informed_on": record.agreed_on if known else None,
        "agreed": record.agreed,
        "how": record.agreed_how,
        "by_whom": "",
        "limits": record.remark,
        "withdrawn_on": None,
        "recorded_by": None,
        "recorded_at": landing.now,
    }


def _ending(landing: Landing, case: int, opening: _Opening) -> dict[str, Any]:
    return {
        "key": landing.key(opening.row, "ending"),
        "case": case,
        "kind": opening.record.state,
        "ended_on": opening.record.ended_on,
        "interpretation": ENDING_TAKEN_OVER,
        "handed_to": "",
        "keeps_contact": "",
        "author": None,
        "written_at": landing.now,
        "reopened_on": None,
        "reopened_reason": "",
        "reopened_by": None,
    }
