"""What lies on somebody's desk: in one question, of the own partnership, for the role they act in."""

from tests.queries import counted
from tracker.home.queries.desk import desk_of


async def test_an_empty_desk_takes_one_question(cast):
    for name in ("an", "cor", "bea", "dirk", "kim", "pro"):
        viewer = await getattr(cast, name).viewer()
        with counted() as asked:
            desk = await desk_of(viewer)

        assert not any(desk.values())
        assert len(asked) == 1
