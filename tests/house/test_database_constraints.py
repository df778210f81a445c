import pytest
from piccolo.columns import Integer, Serial, Varchar
from piccolo.table import Table

from tracker.database import DB, add_check, add_index, add_unique, is_check_violation, is_duplicate, writing


class Place(Table, db=DB):
    id: Serial
    room = Varchar(20)
    number = Integer(default=0)
    rank = Integer(default=None, null=True)
    state = Varchar(20, default="free")


@pytest.fixture
async def seats(database):
    await Place.create_table()
    yield
    await Place.alter().drop_table()


async def refusal(**values):
    """The error with which the database refuses a place, or None when it takes it."""
    try:
        await Place(**values).save()
    except Exception as error:
        return error
    return None


async def test_no_two_rows_may_hold_the_same_in_unique_columns(seats):
    await add_unique("place", "seat_place", ["room", "number"])
    await Place(room="A", number=1).save()

    assert is_duplicate(await refusal(room="A", number=1))
    assert await refusal(room="A", number=2) is None
    assert await refusal(room="B", number=1) is None


async def test_unique_may_hold_for_some_rows_only(seats):
    await add_unique("place", "seat_taken_once", ["room"], where="state = 'taken'")
    await Place(room="A", state="taken").save()

    assert is_duplicate(await refusal(room="A", state="taken"))
    assert await refusal(room="A", state="free") is None


async def test_the_same_primary_key_is_a_duplicate_too(seats):
    await Place(id=1, room="A").save()
    with pytest.raises(Exception) as caught:
        await Place.insert(Place(id=1, room="B"))

    assert is_duplicate(caught.value)


async def test_an_index_lies_on_the_columns_it_names_in_the_order_it_names(seats):
    await add_index("place", "seat_order", ["room", "number desc"], where="state = 'taken'")

    if DB.engine_type == "sqlite":
        (found,) = await DB.run_ddl("SELECT sql FROM sqlite_master WHERE name = 'seat_order'")
    else:
        (found,) = await DB.run_ddl("SELECT indexdef AS sql FROM pg_indexes WHERE indexname = 'seat_order'")
    definition = found["sql"].replace('"', "").lower()
    assert "(room, number desc)" in definition
    assert "where" in definition and "taken" in definition


async def test_a_check_refuses_a_new_row_that_does_not_fit(seats):
    await add_check("place", "seat_state", "state IN ('free', 'taken')")

    assert is_check_violation(await refusal(room="A", state="sold"))
    assert await refusal(room="A", state="taken") is None
    assert [row["state"] for row in await Place.select(Place.state)] == ["taken"]


async def test_a_check_refuses_a_change_that_does_not_fit(seats):
    await add_check("place", "seat_number", "number BETWEEN 0 AND 99 AND rank <= number")
    await Place(room="A", number=5, rank=5).save()

    with pytest.raises(Exception) as caught:
        await Place.update({Place.number: 4}).where(Place.room == "A")
    assert is_check_violation(caught.value)
    assert [row["number"] for row in await Place.select(Place.number)] == [5]


async def test_unknown_fits_a_check(seats):
    await add_check("place", "seat_rank", "rank > 0")

    assert await refusal(room="A", rank=None) is None
    assert is_check_violation(await refusal(room="A", rank=0))


async def test_a_check_may_compare_columns_and_ask_for_both_or_neither(seats):
    await add_check("place", "seat_ranked", "(state = 'taken') = (rank IS NOT NULL)")

    assert await refusal(state="taken", rank=1) is None
    assert await refusal(state="free") is None
    assert is_check_violation(await refusal(state="taken"))
    assert is_check_violation(await refusal(state="free", rank=1))


async def test_a_duplicate_is_no_check_violation_and_the_other_way_round(seats):
    await add_unique("place", "seat_place", ["room", "number"])
    await add_check("place", "seat_number", "number >= 0")
    await Place(room="A", number=1).save()
    duplicate, violation = await refusal(room="A", number=1), await refusal(room="A", number=-1)

    assert (is_duplicate(duplicate), is_check_violation(duplicate)) == (True, False)
    assert (is_duplicate(violation), is_check_violation(violation)) == (False, True)
    assert not is_duplicate(ValueError()) and not is_check_violation(ValueError())


async def test_a_duplicate_in_a_part_leaves_the_rest_of_the_transaction_usable(seats):
    await add_unique("place", "seat_place", ["room", "number"])
    async with writing():
        await Place(room="A", number=1).save()
        try:
            async with writing():
                await Place(room="A", number=1).save()
        except Exception as error:
            assert is_duplicate(error)
        await Place(room="A", number=2).save()

    assert await Place.count() == 2
