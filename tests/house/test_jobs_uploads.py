from datetime import timedelta
from uuid import uuid4

import pytest

from tracker import clock
from tracker.jobs import rules
from tracker.jobs.actions.uploads import drop_upload, keep_upload, sweep_uploads
from tracker.jobs.queries import upload_of
from tracker.jobs.rules import UPLOAD_KEPT
from tracker.jobs.tables import Upload
from tracker.problems import NotFound, RuleBroken

AN, BEN = 1, 2
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CONTENT = bytes(range(256))


async def test_a_file_comes_back_byte_for_byte(database):
    upload_id = await keep_upload(AN, "casussen.xlsx", EXCEL, CONTENT, partnership=3)
    kept = await upload_of(AN, upload_id)

    assert (kept.name, kept.content_type, kept.partnership) == ("casussen.xlsx", EXCEL, 3)
    assert kept.content == CONTENT


async def test_a_file_sent_twice_with_one_key_is_kept_once(database):
    key = uuid4()
    first = await keep_upload(AN, "a.csv", "text/csv", CONTENT, key=key)
    second = await keep_upload(AN, "a.csv", "text/csv", CONTENT, key=key)

    assert first == second
    assert await Upload.count() == 1


async def test_a_strange_name_is_made_to_fit(database):
    upload_id = await keep_upload(AN, "a\x00" + "b" * 500, "text/" + "x" * 500, CONTENT)
    kept = await upload_of(AN, upload_id)

    assert kept.name == "a" + "b" * 199
    assert len(kept.content_type) == 100


async def test_the_file_of_another_is_not_found_and_can_not_be_dropped(database):
    upload_id = await keep_upload(AN, "a.csv", "text/csv", CONTENT)
    await drop_upload(BEN, upload_id)

    with pytest.raises(NotFound):
        await upload_of(BEN, upload_id)
    assert (await upload_of(AN, upload_id)).content == CONTENT


@pytest.mark.parametrize("upload_id", [0, -1, 999_999, 2**31, 2**70])
async def test_a_file_that_is_not_there_is_not_found(database, upload_id):
    with pytest.raises(NotFound):
        await upload_of(AN, upload_id)


async def test_a_dropped_file_is_gone(database):
    upload_id = await keep_upload(AN, "a.csv", "text/csv", CONTENT)
    await drop_upload(AN, upload_id)

    with pytest.raises(NotFound):
        await upload_of(AN, upload_id)


async def test_after_a_day_a_file_is_not_found_and_the_sweep_removes_it(database):
    upload_id = await keep_upload(AN, "old.csv", "text/csv", CONTENT)
    with clock.at(clock.now() + UPLOAD_KEPT - timedelta(minutes=1)):
        recent = await keep_upload(AN, "recent.csv", "text/csv", CONTENT)
        await sweep_uploads()
        assert (await upload_of(AN, upload_id)).name == "old.csv"
    with clock.at(clock.now() + UPLOAD_KEPT):
        with pytest.raises(NotFound):
            await upload_of(AN, upload_id)
        await sweep_uploads()

    assert [row["id"] for row in await Upload.select(Upload.id)] == [recent]


@pytest.mark.parametrize(("content", "reason"), [(b"", "leeg"), (b"12345", "groter dan")])
async def test_an_empty_or_enormous_file_is_refused_beside_its_field(database, monkeypatch, content, reason):
    monkeypatch.setattr(rules, "LARGEST_UPLOAD", 4)
    with pytest.raises(RuleBroken, match=reason) as refusal:
        await keep_upload(AN, "a.csv", "text/csv", content)

    assert refusal.value.field == "file"
    assert await Upload.count() == 0
