"""The pages about Leerspoor are open to everyone and read well."""

import pytest


@pytest.mark.parametrize("path", ["/begrippen", "/hulp", "/privacy", "/toegankelijkheid"])
async def test_a_page_about_leerspoor_is_open_to_everyone(web, cast, path):
    assert (await web.as_nobody().get(path)).status == 200
    assert (await web.as_(cast.an).get(path)).status == 200
