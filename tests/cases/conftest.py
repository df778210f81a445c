"""A phone that was handed over."""

import pytest


@pytest.fixture
async def screens(web, cast):
    # Imported here: nothing of the product may load before the tests chose their database.
    from tests.cases.phone import handed_over

    return await handed_over(web, cast)
