"""A session on the wall: one thing per screen, walked through by keyboard, remote or links (L17)."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker.learning.access import session_worked_in
from tracker.learning.figures.entry import entry_picture
from tracker.learning.figures.journeys import journey_picture
from tracker.learning.queries.sessions.cards import cards_of, mark_of
from tracker.learning.queries.sessions.material import answers_of, journeys_of
from tracker.learning.routes.sessions.places import JOIN, ONE, session_page
from tracker.learning.rules.cards import groups_of
from tracker.learning.rules.formats import question_of
from tracker.learning.rules.projection import SCREEN_NAMES, STEPS_ON_A_SCREEN, Screen, screens
from tracker.problems import NotFound
from tracker.web.pages import url

AnyRequest = Request[Any, Any, Any]
WALL = f"{ONE}/projectie"


@get(WALL, name="sessions.project", opt=JOIN)
async def project(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    await session_worked_in(request, session_id)
    return Redirect(url(request, "sessions.projection", step=1), status_code=303)


@get(f"{WALL}/{{step:int}}", name="sessions.projection", opt=JOIN)
async def projection(request: AnyRequest, session_id: FromPath[int], step: FromPath[int]) -> Template:
    """The screen with this number; `?zwart=1` makes the wall black without losing the place."""
    viewer, session = await session_worked_in(request, session_id)
    journeys = await journeys_of(session)
    drawn = [
        (place, len(journeys[case.id])) for place, case in enumerate(session.cases) if case.id in journeys
    ]
    shown = screens(session.format, drawn)
    if not 1 <= step <= len(shown):
        raise NotFound
    here = shown[step - 1]
    journey = journeys.get(session.cases[here.case].id, ()) if here.screen is Screen.JOURNEY else ()
    first = here.part * STEPS_ON_A_SCREEN
    steps = journey[first : first + STEPS_ON_A_SCREEN]
    cards = await cards_of(viewer, session)
    entry = f"{request.base_url}s/{session.entry_code}" if session.is_open else ""
    return session_page(
        request,
        f"learning/projection/{here.screen}.html",
        session,
        step=step,
        last=len(shown),
        here=here,
        names=SCREEN_NAMES,
        black=request.query_params.get("zwart") == "1",
        steps=steps,
        picture=journey_picture(steps, first=first + 1),
        waited=sum(step.waited for step in journey),
        question=question_of(session.format, here.question),
        answer=(await answers_of(session)).get(here.question),
        cards=cards,
        mark=mark_of(cards),
        groups=groups_of(cards),
        entry=entry,
        entry_picture=entry_picture(entry) if entry else None,
    )


ROUTES = [project, projection]
