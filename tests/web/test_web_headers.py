"""Every answer carries the headers that keep a browser from doing harm."""

import pytest
from litestar import Litestar, Response, get
from litestar.testing import AsyncTestClient

from tracker.web import headers

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("OPTIONS", "/", 204),
        ("GET", "/nergens", 404),
        ("GET", "/%00", 404),
        ("PUT", "/", 405),
        ("POST", "/", 403),
        ("GET", "/raise/unexpected", 500),
    ],
)
async def test_no_answer_goes_out_without_its_headers(gallery, method, path, status):
    answer = await gallery.send(method, path)

    assert answer.status == status
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert "geolocation=()" in answer.headers["permissions-policy"]


async def test_the_content_policy_allows_this_site_and_nothing_unsafe(gallery):
    policy = (await gallery.get()).headers["content-security-policy"]

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == rules["object-src"] == "'none'"
    assert rules["form-action"] == "'self'"
    assert "unsafe" not in policy


@get("/kept")
async def kept() -> Response[str]:
    return Response("x", headers={"Cache-Control": "public, max-age=31536000, immutable"})


@get("/broken")
async def broken() -> str:
    raise ValueError("woorden van Tabak")


def _breaks_too(*_):
    raise RuntimeError


async def test_what_says_how_long_it_may_be_kept_keeps_that():
    async with _small_site(secure=False) as client:
        answer = await client.get("/kept")

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_without_https_the_browser_is_not_told_to_insist_on_it():
    async with _small_site(secure=False) as client:
        answer = await client.get("/kept")

    assert "strict-transport-security" not in answer.headers


async def test_even_when_no_error_page_can_be_made_the_answer_is_dutch_and_dressed():
    async with _small_site(secure=True) as client:
        answer = await client.get("/broken")

    assert answer.status_code == 500
    assert "Hier liep iets mis bij ons" in answer.text
    assert "Tabak" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "content-security-policy" in answer.headers


def _small_site(secure):
    app = Litestar([kept, broken], exception_handlers={Exception: _breaks_too}, openapi_config=None)
    app.asgi_handler = headers.around(app.asgi_handler, secure=secure)
    return AsyncTestClient(app, base_url="https://leerspoor.test", raise_server_exceptions=False)


async def test_what_was_posted_does_not_stay_in_memory(gallery):
    from litestar._parsers import parse_url_encoded_form_data

    await gallery.post({"why": "woorden van Tabak"})

    assert parse_url_encoded_form_data.cache_info().currsize == 0
