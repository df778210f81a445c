"""A small site with one page that shows every component, and every way an answer can go wrong."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from jinja2 import ChoiceLoader, FileSystemLoader
from litestar import Litestar, Request, Response, get, post
from litestar.params import FromPath
from litestar.testing import AsyncTestClient
from pydantic import Field

from tests.page import Page
from tracker.problems import Conflict, NotAllowed, NotFound, RuleBroken
from tracker.web import csrf, errors, headers, pages, paths
from tracker.web.forms import (
    Checked,
    Day,
    Form,
    Id,
    Key,
    Largest,
    Line,
    Posted,
    Score5,
    Score10,
    Upload,
    WhenEmpty,
    Whole,
    Words,
    blank,
    posted,
)
from tracker.web.navigation import Link, Navigation

FRAME = Navigation(
    home="/",
    partnership="Oost-Meetjesland",
    person="Sofie, OCMW Eeklo",
    acting_as="samenwerker",
    main=(
        Link("Casussen", "/", current=True),
        *(Link(label, "/") for label in ("Patronen", "Verbeteren", "Overleg", "Rapporten", "Meer")),
    ),
    bar=(Link("Start", "/"), Link("Casussen", "/", current=True), Link("Verbeteren", "/"), Link("Meer", "/")),
    plus=Link("Noteer een interactie", "/"),
    capacities=(Link("Werk als begeleider leersessie", "/"),),
    account=(Link("Ander partnerschap", "/"), Link("Mijn profiel", "/")),
    sign_out="/",
    footer=(Link("Begrippen", "/"), Link("Privacy", "/"), Link("Toegankelijkheid", "/")),
)


class How(StrEnum):
    VISIT = "visit"
    TALK = "talk"
    PHONE = "phone"
    MESSAGE = "message"


HOW_NAMES = {How.VISIT: "Huisbezoek", How.TALK: "Gesprek", How.PHONE: "Telefoon", How.MESSAGE: "Bericht"}


class NewScore(Form):
    key: Key
    how: Annotated[How, WhenEmpty("Kies hoe er contact was.")]
    score: Score10
    why: Annotated[Words, WhenEmpty("Schrijf in een paar woorden waarom.")]
    happened_on: Day
    minutes: Annotated[Whole, Field(ge=1, le=1440)] | None = None
    demands: list[Id] = []
    reading: dict[int, Score5] = {}
    organisation: Id | None = None
    alias: Line = ""
    workbook: Annotated[Upload, Largest(megabytes=1)] | None = None
    agreed: Checked = False


@get("/", name="gallery")
async def show(request: Request[Any, Any, Any]) -> pages.Page:
    return _page(request, blank(NewScore, how=How.MESSAGE))


@post("/")
async def keep(request: Request[Any, Any, Any]) -> Response[Any]:
    form = await posted(request, NewScore)
    with form.refusing():
        if form.data:
            if form.data.score == 10:
                raise RuleBroken("Een 10 vraagt eerst een gesprek over loslaten.", "score")
            if form.data.score == 9:
                raise Conflict({"why": "Hij belde zelf terug.", "version": "4"}, "Ben")
            return pages.changed(
                request, back_to=pages.url(request, "gallery"), message="bewaard", about="score-7"
            )
    return _page(request, form)


@get("/raise/{what:str}", name="raise")
async def fail(what: FromPath[str]) -> None:
    raise {
        "not_found": NotFound(),
        "not_allowed": NotAllowed("Alleen de coördinatie wijzigt dit."),
        "rule": RuleBroken("Zwijgen is geen consent."),
        "conflict": Conflict({"words": "hun tekst"}),
        "unexpected": ValueError("Tabak zei iets vertrouwelijks"),
    }[what]


@get("/numbers/{number:int}", name="number")
async def number(number: FromPath[int]) -> str:
    return str(number)


def _page(request: Request[Any, Any, Any], form: Posted[NewScore]) -> pages.Page:
    return pages.page(request, "gallery.html", form=form, hows=HOW_NAMES)


def site(asset: Any = lambda name: f"/static/{name}") -> Litestar:
    """The site, dressed as the real one is."""
    templates = pages.template_config(navigation=lambda _: FRAME, asset=asset)
    jinja = templates.engine_instance.engine
    jinja.loader = ChoiceLoader([jinja.loader, FileSystemLoader(Path(__file__).parent / "templates")])
    app = Litestar(
        [show, keep, fail, number],
        template_config=templates,
        exception_handlers=errors.HANDLERS,
        middleware=[csrf.csrf_protection()],
        guards=[paths.check_path],
        openapi_config=None,
        request_max_body_size=3_000_000,
    )
    app.asgi_handler = headers.around(app.asgi_handler, secure=True)
    return app


class Visitor:
    """A browser in front of the site; every page it reads is checked for hygiene."""

    def __init__(self, client: AsyncTestClient[Any]) -> None:
        self.client = client

    async def get(self, path: str = "/", **headers: str) -> Page:
        return await self.send("GET", path, headers=headers)

    async def send(self, method: str, path: str = "/", **rest: Any) -> Page:
        return Page(await self.client.request(method, path, follow_redirects=False, **rest))

    async def post(self, fields: Mapping[str, Any], **rest: Any) -> Page:
        """What a browser sends: the form as it came, with these fields typed in it."""
        form = (await self.get()).form()
        return await self.send("POST", "/", data={**form, **fields}, **rest)
