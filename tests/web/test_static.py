import gzip
import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import AsyncTestClient

from tracker.web.static import BUILT, asset, static_files

KILOBYTE = 1000
SERIF = "source-serif-4-latin-wght-normal.woff2"
SANS = "source-sans-3-latin-wght-normal.woff2"


@pytest.fixture
async def client():
    app = Litestar([static_files()], openapi_config=None)
    async with AsyncTestClient(app) as client:
        yield client


def built(name: str) -> Path:
    return BUILT / Path(asset(name)).name


async def test_a_file_named_by_content_stays_in_the_cache_for_good(client):
    answer = await client.get(asset("app.css"))

    assert answer.status_code == 200
    assert re.fullmatch(r"max-age=\d{8,}, public, immutable", answer.headers["cache-control"])
    assert "access-control-allow-origin" not in answer.headers


async def test_a_file_under_its_plain_name_is_soon_asked_again(client):
    answer = await client.get("/static/names.json")

    assert answer.headers["cache-control"] == "max-age=60, public"


async def test_the_browser_that_has_a_file_gets_304_and_no_body(client):
    first = await client.get(asset("app.js"))

    again = await client.get(asset("app.js"), headers={"if-none-match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize(("accepts", "suffix"), [("gzip", ".gz"), ("br", ".br")])
@pytest.mark.parametrize("name", ["app.css", "app.js", "charts.css", "charts.js"])
async def test_files_are_sent_as_they_were_compressed_beforehand(client, name, accepts, suffix):
    async with client.stream("GET", asset(name), headers={"accept-encoding": accepts}) as answer:
        sent = b"".join([part async for part in answer.aiter_raw()])

    assert answer.headers["content-encoding"] == accepts
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert sent == Path(f"{built(name)}{suffix}").read_bytes()


async def test_who_accepts_no_compression_gets_the_file_itself(client):
    answer = await client.get(asset("app.css"), headers={"accept-encoding": "identity"})

    assert "content-encoding" not in answer.headers
    assert answer.content == built("app.css").read_bytes()


@pytest.mark.parametrize(
    "path",
    ["", "/", "/licences", "/app.css", "/../meta.json", "/%2e%2e/meta.json", "/%2e%2e%2fmeta.json"]
    + ["/..%5cmeta.json", "//etc/passwd", "/a%00b", "/" + "a" * 5000],
)
async def test_nothing_outside_the_built_files_is_found(client, path):
    answer = await client.get("/static" + path)

    assert answer.status_code == 404


async def test_a_static_file_cannot_be_posted_to(client):
    answer = await client.post(asset("app.css"))

    assert answer.status_code == 405


def test_a_name_that_was_never_built_is_an_error():
    with pytest.raises(LookupError):
        asset("absent.css")


def test_the_style_sheet_names_no_other_site():
    addresses = re.findall(r"url\(([^)]*)\)", built("app.css").read_text())

    assert addresses
    assert [url for url in addresses if not url.strip("\"'").startswith(("data:", "./"))] == []


def test_every_bundled_package_has_its_licence_beside_it():
    licences = {path.stem for path in (BUILT / "licences").glob("*.txt")}

    assert licences >= {
        "picocss-pico",
        "htmx.org",
        "plotly.js",
        "fontsource-variable-source-sans-3",
        "fontsource-variable-source-serif-4",
    }


def test_the_two_fonts_stay_under_80_kb():
    together = sum(built(name).stat().st_size for name in (SERIF, SANS))

    assert together <= 80 * KILOBYTE


def test_style_and_script_of_a_page_leave_room_for_a_case_within_60_kb():
    sizes = {name: len(gzip.compress(built(name).read_bytes(), 9)) for name in ("app.css", "app.js")}

    assert sum(sizes.values()) <= 38 * KILOBYTE, sizes


def test_the_charts_stay_under_430_kb_and_are_no_part_of_the_page_script():
    charts = built("charts.js").read_bytes()

    assert len(gzip.compress(charts, 9)) <= 430 * KILOBYTE
    assert b"scatterpolar" in charts
    assert b"scatterpolar" not in built("app.js").read_bytes()
