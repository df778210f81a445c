"""Wrong input into every form and every address that the pages of the demo lead to.

Nothing breaks, nothing wrong is kept, and what was typed stands in the form again. Forms and their fields are
read from the pages, so a page that is built later is met here without being named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from random import Random
from urllib.parse import quote, urlencode
from uuid import uuid4

import pytest

from tests.client import Seat
from tests.conftest import empty_database
from tests.page import Page
from tests.walking import Asked, Met, Walked, route_of, walk
from tracker import clock
from tracker.demo.whole import tell_all
from tracker.partnership.access import COOKIE
from tracker.partnership.actions.signing_in import start
from tracker.partnership.tables import Person, TrailEntry

WHO = ("marieke",)
"""Whoever walks; after the first, only what nobody met before."""
REFUSED = {400, 403, 404, 405, 409, 413, 415, 422}
LEAVES = ("/aanmelden", "/afmelden", "/rol", "/mijn/afmelden-overal", "/telefoon")
"""After these the seat is no longer what it was."""
INSZ = "85.07.30-033.28"
DIGITS = "9" * 30
NO_CHOICE = (DIGITS, "-1", "0", "2147483646", "geen-van-deze")
NO_DAY = ("9999-99-99", "0001-01-01", "31/2/2026", "-1", DIGITS)
IN_ADDRESSES = (
    *("%00", "a%00b", "%ED%A0%80", DIGITS, "2147483648", "9223372036854775808", "99999999999", "-1", "0"),
    *("9999-99-99", "0001-01-01", "%C2%B2", "1.5", "x" * 3000, "%25_%5C", "%27%22%3C"),
)
OTHERWISE_ANSWERED = {("/p/{partnership}/patronen/groeperen", "pattern")}
"""Fields that another field of the same form makes without meaning: a new name instead of a pattern."""


@pytest.fixture
async def database(told, tmp_path):
    async with empty_database(told, tmp_path) as opened:
        if told is None:
            await tell_all()
        yield opened


async def seat_of(web, name: str) -> Seat:
    person = await Person.select(Person.id).where(Person.email == f"{name}@leerspoor.test").first()
    seat = web.as_nobody()
    seat.cookies[COOKIE] = await start(person["id"], device="test")
    await seat.get("/privacy")
    return seat


@dataclass(frozen=True)
class Wrong:
    """Something wrong to send: `surely` when no form may take it, `back` when it must stand there again."""

    what: str
    fields: tuple[tuple[str, str], ...]
    surely: bool = True
    back: bool = False
    body: bytes | None = None
    named: str = ""


def plausible(asked: Asked) -> list[str]:
    """What somebody could fill in."""
    if asked.kind == "hidden" and asked.name != "key":
        return list(asked.values) or [""]
    typed = {"date": clock.today().isoformat(), "number": "1", "time": "14:00", "email": "an@voorbeeld.be"}
    if asked.kind in typed:
        return [asked.values[0] if asked.values else typed[asked.kind]]
    if asked.name == "key":
        return [str(uuid4())]
    if asked.is_text:
        return [asked.values[0] if asked.values else "Iets"]
    return list(asked.values[:1]) if asked.kind != "button" else []


def sent(form: Met, /, **wrong: str) -> tuple[tuple[str, str], ...]:
    """The form, filled in, with these fields otherwise."""
    return tuple(
        (name, value)
        for name, asked in form.asked.items()
        if name != "_csrf_token"
        for value in ([wrong[name]] if name in wrong else plausible(asked))
    )


def wrongs(form: Met) -> Iterator[Wrong]:
    """A few wrong ways to send a form, the same ones each time."""
    chance = Random(form.route + "".join(sorted(form.asked)))
    own = [asked for asked in form.own if asked.kind != "button"]
    texts = [asked.name for asked in own if asked.is_text]
    strict = [asked for asked in own if is_strict(asked)]
    seen = [asked for asked in own if asked.kind != "hidden"]
    if not own:
        return
    if seen:
        yield Wrong("signs that cannot be kept", sent(form, **{asked.name: "a\0b" for asked in seen}))
        yield Wrong("everything twice", sent(form) * 2, surely=bool(texts or strict))
    yield Wrong("digits", sent(form, **{asked.name: DIGITS for asked in seen}), bool(strict), back=True)
    if texts:
        yield Wrong("a number of a person", sent(form, **dict.fromkeys(texts, f"Zie {INSZ}")), back=True)
        longest = {asked.name: "é" * (4000 if asked.kind == "textarea" else 200) for asked in texts_of(own)}
        yield Wrong("as long as may be", sent(form, **longest), surely=False, back=True)
    for asked in chance.sample(strict, min(2, len(strict))):
        wrong = chance.choice(NO_DAY if asked.kind in ("date", "time") else NO_CHOICE)
        if asked.kind == "number":
            wrong = DIGITS
        if asked.is_choice and all(value.isdigit() for value in asked.values):
            wrong = "2147483646"
        surely = (form.route, asked.name) not in OTHERWISE_ANSWERED
        yield Wrong(f"{wrong} as {asked.name}", sent(form, **{asked.name: wrong}), surely)
    halves = "&".join(f"{quote(asked.name)}=a%ED%A0%80b" for asked in own).encode()
    yield chance.choice(
        [
            Wrong("half characters", (), surely=False, body=halves),
            Wrong("nothing", (), surely=False),
            Wrong("a file for a text", (), surely=bool(texts), named="files"),
            Wrong("very much", sent(form, **dict.fromkeys(texts, "x" * 100_000)), surely=bool(texts)),
        ]
    )


def texts_of(own: list[Asked]) -> list[Asked]:
    return [asked for asked in own if asked.is_text]


def is_strict(asked: Asked) -> bool:
    """Whether it takes some values only: a day, a number, one of a list (a box to tick takes anything)."""
    ticked = asked.kind == "checkbox" and not all(value.isdigit() for value in asked.values)
    return asked.kind in ("date", "time", "number", "select", "radio", "checkbox") and not ticked


async def send(seat: Seat, form: Met, wrong: Wrong):
    if wrong.named == "files":
        files = [(asked.name, ("brief.txt", b"\0\1")) for asked in form.own]
        return await seat.raw("POST", form.action, files=files, data={"_csrf_token": seat.csrf})
    token = [("_csrf_token", seat.csrf)]
    body = wrong.body if wrong.body is not None else urlencode(list(wrong.fields)).encode()
    body = urlencode(token).encode() + b"&" + body
    kind = {"content-type": "application/x-www-form-urlencoded"}
    return await seat.raw("POST", form.action, content=body, headers=kind)


def unreadable(answer) -> list[str]:
    """What is wrong with the page that shows a refused form."""
    try:
        Page(answer)
    except AssertionError as trouble:
        return [str(trouble)]
    return []


async def test_no_form_breaks_or_keeps_what_is_wrong_or_loses_what_was_typed(web):
    met: set[tuple[str, frozenset[str]]] = set()
    read: set[str] = set()
    problems, sent_in_all = [], 0
    for name in WHO:
        seat = await seat_of(web, name)
        await seat._fetch_token()
        walked = await walk(seat)
        for which, form in walked.forms.items():
            if form.method != "post" or which in met or form.action.endswith(LEAVES):
                continue
            met.add(which)
            for wrong in wrongs(form):
                before = await TrailEntry.count()
                answer = await send(seat, form, wrong)
                sent_in_all += 1
                place = f"{name} {form.route}: {wrong.what}: {answer.status_code}"
                if answer.status_code >= 500:
                    problems.append(place)
                elif answer.status_code not in REFUSED:
                    problems += [place] if wrong.surely else []
                elif await TrailEntry.count() != before:
                    problems.append(f"{place} and yet something was kept")
                elif answer.status_code == 422 and wrong.back:
                    typed = {n: v for n, v in wrong.fields if form.asked[n].is_text}
                    lost = [n for n, v in typed.items() if escape(v) not in answer.text]
                    problems += [f"{place} loses {lost}"] if lost else []
                    if form.route not in read:
                        read.add(form.route)
                        problems += [f"{place} {trouble}" for trouble in unreadable(answer)]

    assert not problems, "\n".join(problems)
    assert sent_in_all > 500


def addresses(walked: Walked, met: set[str]) -> Iterator[str]:
    """Addresses with something wrong in their path or their query, of each route not met before one page."""
    for path in walked.pages:
        route = route_of(path) or ""
        if route in met:
            continue
        met.add(route)
        chance = Random(route)
        parts = path.split("/")
        for place, part in enumerate(route.split("/")):
            if part.startswith("{"):
                for wrong in chance.sample(IN_ADDRESSES, 3):
                    yield "/".join([*parts[:place], wrong, *parts[place + 1 :]])
        if asked := sorted(walked.queries.get(route, ())):
            for _ in range(3):
                yield f"{path}?" + "&".join(f"{quote(name)}={chance.choice(IN_ADDRESSES)}" for name in asked)
            yield f"{path}?" + "&".join(f"{quote(name)}=1" for name in asked * 2)


async def test_no_address_breaks_however_it_is_written(web):
    met: set[str] = set()
    problems, asked = [], 0
    for name in WHO:
        seat = await seat_of(web, name)
        for address in addresses(await walk(seat, per_route=1), met):
            answer = await seat.raw("GET", address)
            asked += 1
            if answer.status_code >= 500:
                problems.append(f"{name} {address[:200]}: {answer.status_code}")

    assert not problems, "\n".join(problems)
    assert asked > 300
