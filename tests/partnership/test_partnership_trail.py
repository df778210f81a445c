"""The trail holds: every act in the chain, every read sealed into it, every change to it found."""

import pytest

from tracker.partnership import trail
from tracker.partnership.actions.housekeeping import one_round
from tracker.partnership.tables import ReadEntry, TrailDetail, TrailEntry
from tracker.partnership.trail import ReadToLog


async def a_chain(cast, links=5):
    viewer = await cast.an.viewer()
    for number in range(links):
        await trail.record(viewer, "edited", "case", number, case=number, fields="alias")
    return viewer


async def test_an_untouched_chain_holds(cast):
    await a_chain(cast)

    assert await trail.verify(cast.durmeland) is None
    assert (await trail.head(cast.durmeland))[0] == 5


async def test_each_partnership_has_a_chain_of_its_own(cast):
    await a_chain(cast)
    await trail.record(await cast.dot.viewer(), "edited", "case", 1)

    assert (await trail.head(cast.kustpolder))[0] == 1


@pytest.mark.parametrize(
    "change",
    [{"verb": "undone"}, {"person": 999}, {"subject_id": 77}, {"case": 77}, {"detail_hash": "0" * 64}],
)
async def test_a_changed_link_is_found_where_it_is(cast, change):
    await a_chain(cast)
    await TrailEntry.update(change).where(TrailEntry.number == 3)

    assert (await trail.verify(cast.durmeland)).number == 3


async def test_a_removed_link_is_found(cast):
    await a_chain(cast)
    await TrailEntry.delete().where(TrailEntry.number == 3)

    assert (await trail.verify(cast.durmeland)).number == 3


async def test_a_detail_may_be_wiped_but_not_changed(cast):
    await a_chain(cast)
    entry = await TrailEntry.select(TrailEntry.id).where(TrailEntry.number == 2).first()
    await TrailDetail.delete().where(TrailDetail.entry == entry["id"])
    assert await trail.verify(cast.durmeland) is None

    entry = await TrailEntry.select(TrailEntry.id).where(TrailEntry.number == 4).first()
    await TrailDetail.update({TrailDetail.details: '{"fields": "kind"}'}).where(
        TrailDetail.entry == entry["id"]
    )

    assert (await trail.verify(cast.durmeland)).number == 4


async def test_reads_are_sealed_in_batches_and_a_removed_read_is_found(cast):
    viewer = await cast.an.viewer()
    for case in (1, 2, 3):
        await trail.log_read(viewer, ReadToLog("cases.show", case, f"DL-000{case}"), cast.durmeland)
    await one_round()
    assert await trail.verify(cast.durmeland) is None

    await ReadEntry.delete().where(ReadEntry.case == 2)

    assert (await trail.verify(cast.durmeland)).reason == "het leesboek is veranderd"


async def test_sealing_twice_seals_nothing_twice(cast):
    await trail.log_read(await cast.an.viewer(), ReadToLog("cases.show", 1), cast.durmeland)

    assert await trail.seal_reads(cast.durmeland) == 1
    assert await trail.seal_reads(cast.durmeland) == 0
