"""Trouble is answered in Dutch, tells nothing it should not, and never breaks."""

import logging

import pytest

ODD_PATHS = [
    "/numbers/99999999999",
    "/numbers/99999999999999999999999",
    "/numbers/" + "9" * 4000,
    "/numbers/-1",
    "/numbers/%00",
    "/numbers/1%00",
    "/%00",
    "/%ff%fe",
    "/raise/a%0d%0ab",
    "/" + "x" * 3000,
    "/numbers/zes",
    "/numbers/1.5",
]


@pytest.mark.parametrize("path", ODD_PATHS)
async def test_an_address_that_cannot_exist_is_not_found(gallery, path):
    page = await gallery.get(path)

    assert page.status == 404


async def test_the_largest_number_a_database_holds_still_passes(gallery):
    assert (await gallery.get("/numbers/2147483647")).status == 200


@pytest.mark.parametrize(
    ("what", "status", "says"),
    [
        ("not_found", 404, "Deze bladzijde vinden we niet"),
        ("not_allowed", 403, "Alleen de coördinatie wijzigt dit."),
        ("rule", 422, "Zwijgen is geen consent."),
        ("conflict", 409, "Iemand anders wijzigde dit intussen"),
        ("unexpected", 500, "Hier liep iets mis bij ons"),
    ],
)
async def test_each_problem_has_its_page_and_its_notice(gallery, what, status, says):
    page = await gallery.get(f"/raise/{what}")
    notice = await gallery.get(f"/raise/{what}", **{"HX-Request": "true"})

    assert page.status == notice.status == status
    assert says in page
    assert says in notice
    assert page.is_whole
    assert not notice.is_whole
    assert notice.headers["hx-retarget"] == "#melding"


async def test_not_found_and_not_yours_cannot_be_told_apart(gallery):
    unknown = await gallery.get("/nergens/OM-0014")
    hidden = await gallery.get("/raise/not_found")
    odd = await gallery.get("/numbers/99999999999999999999")

    assert unknown.response.content == hidden.response.content == odd.response.content
    assert _without_cookie(unknown) == _without_cookie(odd)


def _without_cookie(page):
    return {name: value for name, value in page.headers.items() if name != "set-cookie"}


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("https://leerspoor.test/p/durmeland/casussen?mijn=1", "/p/durmeland/casussen?mijn=1"),
        ("https://elders.be/p/durmeland", None),
        ("", None),
    ],
)
async def test_a_refusal_leads_back_to_the_page_of_this_site_one_came_from(gallery, referer, back):
    page = await gallery.get("/raise/rule", referer=referer)

    assert page.links().get("Ga terug") == back


async def test_what_is_not_found_says_nothing_of_where_one_came_from(gallery):
    page = await gallery.get("/nergens", referer="https://leerspoor.test/p/durmeland")

    assert "Ga terug" not in page


async def test_a_going_back_in_the_history_gets_the_whole_page(gallery):
    page = await gallery.get("/nergens", **{"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert page.is_whole


async def test_an_unexpected_error_is_logged_by_reference_without_a_word_of_its_content(gallery, caplog):
    with caplog.at_level(logging.ERROR):
        page = await gallery.get("/raise/unexpected?zoek=Tabak")

    (record,) = [record for record in caplog.records if record.name == "tracker.web.errors"]
    reference = page.all("strong")[0].text
    assert record.getMessage().startswith(f"{reference}: ValueError at GET /raise/{{what}}")
    assert "Tabak" not in caplog.text
    assert "vertrouwelijks" not in caplog.text
    assert "ValueError" not in page.html


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
async def test_a_method_that_is_not_offered_is_refused_with_what_is(gallery, method):
    page = await gallery.send(method, "/")

    assert page.status == 405
    assert set(page.headers["allow"].split(", ")) >= {"GET", "POST"}


async def test_asking_for_the_options_is_answered_alike_for_every_address(gallery):
    known, unknown = await gallery.send("OPTIONS", "/"), await gallery.send("OPTIONS", "/nergens")

    assert known.status == unknown.status == 204
    assert known.headers == unknown.headers
    assert known.headers["allow"] == "GET, HEAD, POST, OPTIONS"


async def test_head_is_answered_like_get_without_its_body(gallery):
    whole, head = await gallery.get(), await gallery.send("HEAD", "/")

    assert head.status == 200
    assert head.response.content == b""
    assert head.headers["content-length"] == whole.headers["content-length"]


BODIES = {
    "json": ("application/json", b"{}"),
    "no boundary": ("multipart/form-data", b"x"),
    "empty boundary": ("multipart/form-data; boundary=", b"x"),
    "odd boundary": (b"multipart/form-data; boundary=\xff", b"x"),
    "half a part": ("multipart/form-data; boundary=x", b"--x\r\nContent-Disp"),
    "unknown charset": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="why"\r\n'
        b"Content-Type: text/plain; charset=zz\r\n\r\nhoi\r\n--x--\r\n",
    ),
    "not utf-8": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="why"\r\n\r\n\xff\xfe\r\n--x--\r\n',
    ),
    "token as a file": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="_csrf_token"; filename="a"\r\n\r\nx\r\n--x--\r\n',
    ),
    "too many parts": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' * 1500 + b"--x--\r\n",
    ),
    "too large": ("application/x-www-form-urlencoded", b"a=" + b"x" * 4_000_000),
    "token without end": ("application/x-www-form-urlencoded", b"_csrf_token=" + "é".encode() * 200),
    "a hundred tokens": ("application/x-www-form-urlencoded", b"&".join([b"_csrf_token=a"] * 100)),
    "nothing": ("application/x-www-form-urlencoded", b""),
    "no type": ("", b"a=b"),
}


@pytest.mark.parametrize("body", BODIES)
async def test_a_body_that_is_no_form_of_ours_is_refused_cleanly(gallery, body):
    content_type, content = BODIES[body]

    page = await gallery.send("POST", "/", content=content, headers={"content-type": content_type})

    assert page.status in (400, 403, 413, 415)
    assert page.is_whole


async def test_a_post_without_the_token_of_this_site_changes_nothing(gallery):
    form = (await gallery.get()).form()
    del form["_csrf_token"]

    page = await gallery.send("POST", "/", data=form)

    assert page.status == 403
    assert "Dit formulier is verlopen" in page
