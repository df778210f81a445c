"""A browser of our own in front of the gallery."""

import pytest


@pytest.fixture
async def gallery():
    # Imported here: nothing of the product may load before the tests chose their database.
    from litestar.testing import AsyncTestClient

    from tests.web.gallery import Visitor, site

    client = AsyncTestClient(site(), base_url="https://leerspoor.test", raise_server_exceptions=False)
    async with client:
        yield Visitor(client)
