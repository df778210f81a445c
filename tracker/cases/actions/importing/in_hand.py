"""Taking files in hand, looking at them again with what was filled in, and keeping what they hold."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID, uuid5

from tracker import clock
from tracker.cases.actions.importing.beside import Beside, kinds_with, standing_with
from tracker.cases.actions.importing.bringing_in import Brought, Choices, bring_in
from tracker.cases.actions.importing.cases import seats_for
from tracker.cases.exchange.comparing import Comparison, Known, Status, held_cases
from tracker.cases.exchange.in_hand import InHand, from_json
from tracker.cases.exchange.kinds.cases import CASES
from tracker.cases.exchange.opening.files import open_files
from tracker.cases.exchange.outcome import COORDINATION_ONLY, Foreseen, Plain, outcome_of
from tracker.cases.exchange.reading import Reading, read_workbook
from tracker.cases.exchange.sheets import UnreadableFile
from tracker.cases.queries.importing import compared, known_to, missing_value_steps
from tracker.cases.rules.kinds import Agreed
from tracker.jobs.actions.asking import start_job
from tracker.jobs.actions.running import Running, finish_job, report_progress
from tracker.jobs.actions.uploads import drop_upload, keep_upload, rewrite_upload
from tracker.jobs.queries import upload_of
from tracker.jobs.worker import Handler
from tracker.partnership.queries.viewers import in_role
from tracker.partnership.queries.wordings import value_steps
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken

IN_HAND = "application/x-import-in-hand"
LOOK, KEEP = "workbook.look", "workbook.keep"
_LOOKS = UUID("6f2b2c6e-6a55-4b0e-9a0e-6f1d3a0c6b11")
# Reading takes about half a minute per 3 MB of Excel; what takes longer than a breath is long work.
READ_AT_ONCE = 400_000
"""Bytes of files together that are read while somebody waits."""


async def take_in_hand(viewer: Viewer, key: UUID, files: Sequence[tuple[str, bytes]]) -> int:
    """Keep files for a day, while somebody looks at what they hold; the same key again is the same import.

    Raises RuleBroken when a file cannot be read.
    """
    if sum(len(content) for _, content in files) <= READ_AT_ONCE:
        await _must_open(files)
    ids = [
        await keep_upload(
            viewer.person_id,
            name,
            "application/octet-stream",
            content,
            partnership=viewer.partnership_id,
            key=uuid5(key, str(place)),
        )
        for place, (name, content) in enumerate(files)
    ]
    # Who has no value steps yet brings them along in the workbook; the box can be unticked.
    begun = InHand(
        files=tuple(ids),
        names=tuple(name for name, _ in files),
        add_value_steps=not await value_steps(viewer),
    )
    return await keep_upload(
        viewer.person_id, begun.names[0], IN_HAND, begun.as_json(), partnership=viewer.partnership_id, key=key
    )


async def in_hand(viewer: Viewer, number: int) -> InHand:
    """The import somebody has in hand. Raises NotFound for another's, and after a day."""
    upload = await upload_of(viewer.person_id, number)
    if upload.content_type != IN_HAND or upload.partnership != viewer.partnership_id:
        raise NotFound
    return from_json(upload.content)


async def change(viewer: Viewer, number: int, wanted: InHand, beside: Sequence[Beside] = ()) -> int | None:
    """Keep what was chosen and look again; gives the job that does so when the files are large."""
    wanted = replace(wanted, outcome=None, looks=wanted.looks + 1)
    await rewrite_upload(viewer.person_id, number, wanted.as_json())
    files = await _content(viewer, wanted)
    if sum(len(content) for _, content in files) > READ_AT_ONCE:
        return await looking(viewer, number, wanted)
    await _look(viewer, number, wanted, files, beside)
    return None


async def choose(viewer: Viewer, number: int, wanted: InHand) -> None:
    """Keep what was chosen, for the look that comes with keeping the rows."""
    await rewrite_upload(
        viewer.person_id, number, replace(wanted, outcome=None, looks=wanted.looks + 1).as_json()
    )


async def looking(viewer: Viewer, number: int, held: InHand) -> int:
    """The job that looks at the files; asked twice it is the same one."""
    return await _start(viewer, LOOK, number, uuid5(_LOOKS, f"{number} {held.looks}"))


async def keep(viewer: Viewer, number: int, key: UUID) -> int:
    """Ask to write everything that can be kept; the same key again is the same job."""
    await in_hand(viewer, number)
    return await _start(viewer, KEEP, number, key)


async def let_go(viewer: Viewer, number: int) -> None:
    """Forget the files and what was filled in; nothing was written."""
    held = await in_hand(viewer, number)
    for upload in (*held.files, number):
        await drop_upload(viewer.person_id, upload)


async def look_for_job(job: Running, beside: Sequence[Beside] = ()) -> Plain:
    """Read the files again, for whoever asked."""
    viewer, number = await _who_asked(job)
    await report_progress(job, 0, 2, "We lezen het bestand.")
    held = await in_hand(viewer, number)
    await _look(viewer, number, held, await _content(viewer, held), beside)
    return {"in_hand": number}


async def keep_for_job(job: Running, beside: Sequence[Beside] = ()) -> Plain:
    """Read the files one last time and write, with the job ended in the same transaction."""
    viewer, number = await _who_asked(job)
    await report_progress(job, 0, 3, "We lezen het bestand.")
    held = await in_hand(viewer, number)
    reading = await _read(held, await _content(viewer, held), await known_to(viewer), beside)
    await report_progress(job, 1, 3, "We bewaren alle rijen in één keer.")
    result: Plain = {}

    async def finish(brought: Brought) -> None:
        result.update(in_hand=number, added=dict(brought.added), changed=brought.changed)
        result.update(
            value_steps=list(brought.value_steps), refused=[list(place) for place in brought.refused]
        )
        result.update(beside=dict(brought.beside))
        await finish_job(job, result)

    choices = Choices(held.add_value_steps, held.update)
    await bring_in(viewer, reading, choices, beside=beside, last=finish)
    return result


async def _start(viewer: Viewer, kind: str, number: int, key: UUID) -> int:
    return await start_job(
        viewer.person_id,
        kind,
        {"in_hand": number, "role_held": viewer.role_held_id},
        partnership=viewer.partnership_id,
        key=key,
    )


async def _who_asked(job: Running) -> tuple[Viewer, int]:
    viewer = await in_role(job.payload["role_held"])
    if viewer is None or viewer.person_id != job.owner or not may(viewer.role, Need.WORKBOOK):
        raise RuleBroken("Je hebt deze rol niet meer.")
    return viewer, job.payload["in_hand"]


async def _content(viewer: Viewer, held: InHand) -> list[tuple[str, bytes]]:
    uploads = [await upload_of(viewer.person_id, upload) for upload in held.files]
    return [(upload.name, upload.content) for upload in uploads]


async def _must_open(files: Sequence[tuple[str, bytes]]) -> None:
    try:
        await asyncio.to_thread(open_files, files)
    except UnreadableFile as unreadable:
        raise RuleBroken(unreadable.reason, "files") from unreadable


async def _read(
    held: InHand, files: Sequence[tuple[str, bytes]], known: Known, beside: Sequence[Beside]
) -> Reading:
    try:
        return await asyncio.to_thread(
            read_workbook,
            files,
            clock.today(),
            kinds=kinds_with(beside),
            chosen=held.chosen,
            corrections=held.corrections,
            held=held_cases(known.cases),
            again=held.again,
        )
    except UnreadableFile as unreadable:
        raise RuleBroken(unreadable.reason, "files") from unreadable


async def _look(
    viewer: Viewer,
    number: int,
    held: InHand,
    files: Sequence[tuple[str, bytes]],
    beside: Sequence[Beside],
) -> None:
    known = await known_to(viewer)
    reading = await _read(held, files, known, beside)
    comparison = await compared(viewer, reading, known, await standing_with(viewer, beside))
    missing = await missing_value_steps(viewer, reading)
    foreseen = await _foreseen(viewer, comparison, held)
    outcome = await asyncio.to_thread(outcome_of, reading, comparison, missing, foreseen)
    await rewrite_upload(viewer.person_id, number, replace(held, outcome=outcome).as_json())


async def _foreseen(viewer: Viewer, comparison: Comparison, held: InHand) -> Foreseen:
    """Who will see and lead the new cases; what somebody let pass is no question any more."""
    new = comparison.of(CASES.name, Status.NEW)
    seats = await seats_for(viewer, [one.row.record for one in new])
    refused = [
        (one, seat) for one, seat in zip(new, seats, strict=True) if one.row.record.agreed is Agreed.NO
    ]
    return Foreseen(
        coordination_only=tuple(
            one.place
            for one, seat in refused
            if not seat.organisations and (*one.place, COORDINATION_ONLY) not in held.corrections.confirmed
        ),
        one_organisation=tuple(one.row.record.code for one, seat in refused if seat.organisations),
        leads_elsewhere=tuple(
            sorted(
                {
                    one.row.record.lead
                    for one, seat in zip(new, seats, strict=True)
                    if one.row.record.lead and not seat.lead
                }
            )
        ),
    )


def jobs(beside: Sequence[Beside] = ()) -> Mapping[str, Handler]:
    """The long work of an import, with what higher packages take out of a workbook."""
    return {LOOK: partial(look_for_job, beside=beside), KEEP: partial(keep_for_job, beside=beside)}
