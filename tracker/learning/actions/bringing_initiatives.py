"""What a workbook says about improvement initiatives: each comes in as one in preparation (C18, L10).

Whatever the workbook says of it, none of them starts by it: that takes the team's consent here. What has no
place of its own yet (pattern, cause, how far it was) stands beside it as a remark.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid5

from tracker import clock
from tracker.cases.actions.importing.beside import beside_of
from tracker.cases.exchange.cleaning.texts import plain
from tracker.learning.actions.initiatives import WASTE_KINDS, begin, made_before
from tracker.learning.exchange.initiatives import INITIATIVES, InitiativeRow
from tracker.learning.queries.as_sheets.initiatives import standing_initiatives
from tracker.learning.queries.causes import causes_of
from tracker.learning.queries.initiatives import initiatives_of
from tracker.learning.queries.patterns import to_choose
from tracker.learning.rules.kinds import Subject
from tracker.learning.tables.initiatives import InitiativeCause, InitiativePattern
from tracker.learning.tables.patterns import Remark
from tracker.partnership import trail
from tracker.partnership.queries.colleagues import who_stands_behind
from tracker.partnership.rules.roles import Viewer
from tracker.pictures.dutch import full


async def keep_initiatives(
    viewer: Viewer, rows: Sequence[tuple[UUID, InitiativeRow]]
) -> Sequence[int | None]:
    """Begin an initiative for each row of a name that is not there yet; the id of each, theirs or ours."""
    by_name = {plain(line.name): line.id for line in await initiatives_of(viewer)}
    patterns: dict[str, int] = {}
    for kind in WASTE_KINDS:
        patterns |= {plain(name): each for each, name in (await to_choose(viewer, kind)).items()}
    kept: list[int | None] = []
    for key, row in rows:
        made = by_name.get(plain(row.name)) or await made_before(viewer, key)
        if made is None:
            made = by_name[plain(row.name)] = await _begin(viewer, key, row, patterns.get(plain(row.pattern)))
        kept.append(made)
    return kept


async def _begin(viewer: Viewer, key: UUID, row: InitiativeRow, pattern: int | None) -> int:
    made = await begin(
        viewer,
        key,
        row.name,
        why_it_works=row.why_it_works,
        requirements=row.requirements,
        evaluation=row.evaluation,
        small_group=row.small_group,
    )
    if pattern is not None:
        await InitiativePattern(initiative=made.id, pattern=pattern).save()
        for cause in await causes_of(viewer, pattern):
            await InitiativeCause(initiative=made.id, cause=cause.id).save()
    await trail.record(viewer, "initiative brought in", Subject.INITIATIVE, made.id)
    behind = await who_stands_behind(viewer)
    if behind is not None and (said := _said(row)):
        beside = Remark(
            key=uuid5(key, "remark"),
            partnership=viewer.partnership_id,
            subject=Subject.INITIATIVE,
            subject_id=made.id,
            text=said,
            author=behind,
            role=viewer.role,
            written_at=clock.now(),
        )
        await beside.save()
    return int(made.id)


def _said(row: InitiativeRow) -> str:
    """What the workbook says for which a part is still to be written, in one remark."""
    started = full(date.fromisoformat(row.started)) if row.started else ""
    told = {
        "Faalvraag of verspilling": row.pattern,
        "Oorzaak": row.cause,
        "Start": started,
        "Stand": row.state,
    }
    lines = [f"{label}: {text}" for label, text in told.items() if text]
    return "\n".join(["Uit onze werkmap.", *lines]) if lines else ""


INITIATIVES_IN_WORKBOOK = beside_of(
    INITIATIVES,
    keep_initiatives,
    note="Verbeterinitiatieven komen binnen ‘in voorbereiding’, ook als ze al liepen: starten kan pas na "
    "consent van het team. Wat de werkmap over oorzaak en stand zegt, staat erbij als opmerking.",
    standing=standing_initiatives,
    then=(("Bekijk de verbeterinitiatieven", "initiatives.list"),),
)
