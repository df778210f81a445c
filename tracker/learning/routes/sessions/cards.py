"""The table with the cards: seeing them come in, putting them together (L17)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Template

from tracker.learning.access import session_worked_in
from tracker.learning.actions.sessions.cards import group_cards, take_back_card
from tracker.learning.forms import cards as forms
from tracker.learning.queries import patterns
from tracker.learning.queries.sessions.cards import cards_of, mark_of
from tracker.learning.queries.sessions.one import Session
from tracker.learning.routes.sessions.places import FACILITATE, JOIN, ONE, session_page
from tracker.learning.rules.cards import groups_of
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.htmx import is_htmx
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
TABLE = f"{ONE}/kaarten"


@get(TABLE, name="sessions.cards", opt=JOIN)
async def table(request: AnyRequest, session_id: FromPath[int]) -> Template:
    viewer, session = await session_worked_in(request, session_id)
    cards = await cards_of(viewer, session)
    form = blank(
        forms.TableFields,
        group={card.id: card.group for card in cards},
        pattern={card.id: card.pattern_id or "" for card in cards},
    )
    return await _table_page(request, viewer, session, form)


@post(TABLE, name="sessions.group", opt=FACILITATE)
async def group(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    viewer, session = await session_worked_in(request, session_id)
    form = await posted(request, forms.TableFields)
    with form.refusing():
        if data := form.data:
            groups = {card: data.group.get(card, "") for card in data.cards}
            linked = {card: data.pattern.get(card) for card in data.cards}
            await group_cards(viewer, session_id, groups, linked)
            return changed(request, back_to=url(request, "sessions.cards"), message="bewaard")
    return await _table_page(request, viewer, session, form)


@get(f"{TABLE}/nu", name="sessions.cards_now", opt={"need": Need.SESSIONS_JOIN})
async def cards_now(request: AnyRequest, session_id: FromPath[int]) -> Response[Any]:
    """The cards as they lie on the wall now; nothing when the wall shows them already."""
    viewer, session = await session_worked_in(request, session_id)
    if not is_htmx(request):
        return Redirect(url(request, "sessions.cards"), status_code=303)
    cards = await cards_of(viewer, session)
    if request.query_params.get("gezien") == mark_of(cards):
        return Response(None, status_code=204)
    return page(request, "learning/projection/_cards.html", session=session, cards=cards, mark=mark_of(cards))


@post(f"{TABLE}/{{card_id:int}}/weg", name="sessions.take_back_card", opt=JOIN)
async def take_back(request: AnyRequest, session_id: FromPath[int], card_id: FromPath[int]) -> Response[Any]:
    viewer, _ = await session_worked_in(request, session_id)
    await take_back_card(viewer, session_id, card_id)
    return changed(request, back_to=url(request, "sessions.cards"), message="gewist")


async def _table_page(request: AnyRequest, viewer: Viewer, session: Session, form: Posted[Any]) -> Template:
    cards = await cards_of(viewer, session)
    return session_page(
        request,
        "learning/sessions/cards.html",
        session,
        form,
        cards=cards,
        groups=groups_of(cards),
        patterns=await patterns.to_choose(viewer),
    )


ROUTES = [table, group, cards_now, take_back]
