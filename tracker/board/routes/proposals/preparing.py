"""Bringing in a proposal, changing it, and writing a new version (B1, B5)."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.board.actions.proposals import preparing as actions
from tracker.board.actions.proposals import rounds
from tracker.board.forms import proposals as forms
from tracker.board.queries.circles import able_to_facilitate
from tracker.board.queries.proposals.around import about_initiative
from tracker.board.queries.proposals.one import Proposal, proposal_for
from tracker.board.routes.proposals.places import FACILITATE, LIST, ONE, PROPOSE, proposal_page, why_not
from tracker.board.routes.proposals.show import say_above
from tracker.board.rules import kinds
from tracker.board.rules.circles import circles_to_propose_in
from tracker.learning.forms.recognising import warn_of_cases
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.partners import named_roles
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, blank, posted
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
NEW = f"{LIST}/nieuw"
EDIT = f"{ONE}/wijzig"
AMEND = f"{ONE}/versie"
CIRCLES = {"team": kinds.Circle.TEAM, "bestuursraad": kinds.Circle.BOARD}


@get(NEW, name="proposals.new", opt=PROPOSE)
async def new(request: AnyRequest) -> Template:
    """`?initiatief=` writes it from an initiative, `?teambesluit=` from what the team decided."""
    viewer = viewer_of(request)
    asked: dict[str, Any] = {"circle": CIRCLES.get(_asked(request, "kring"))}
    if number := _number(request, "initiatief"):
        asked |= forms.from_initiative(await about_initiative(viewer, number))
    if number := _number(request, "teambesluit"):
        asked |= forms.from_team(await proposal_for(viewer, number))
    form = await begun(viewer, request.url.path, forms.New, form=kinds.DecisionForm.CONSENT, **asked)
    return await _new_page(request, viewer, form)


@post(NEW, name="proposals.create", opt=PROPOSE)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.New)
    await warn_of_cases(viewer, form, *forms.TEXTS)
    with form.refusing():
        if form.data:
            made = await actions.make_proposal(viewer, form.data.key, forms.bringing_in(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            return changed(
                request, back_to=url(request, "proposals.show", proposal_id=made), message="bewaard"
            )
    return await _new_page(request, viewer, form)


@get(EDIT, name="proposals.edit", opt=FACILITATE)
async def edit(request: AnyRequest, proposal_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    proposal = await proposal_for(viewer, proposal_id)
    model = forms.EditFrame if proposal.version_was_asked else forms.EditWhole
    form = await begun(viewer, request.url.path, model, **forms.as_stands(proposal))
    return await _edit_page(request, viewer, proposal, form)


@post(EDIT, name="proposals.save", opt=FACILITATE)
async def save(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    proposal = await proposal_for(viewer, proposal_id)
    form: Posted[Any] = await posted(
        request, forms.EditFrame if proposal.version_was_asked else forms.EditWhole
    )
    await warn_of_cases(viewer, form, *forms.TEXTS)
    with form.refusing():
        if data := form.data:
            text = forms.text_in(data) if isinstance(data, forms.EditWhole) else None
            await actions.edit_proposal(viewer, proposal_id, forms.frame_of(data), text, version=data.version)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "proposals.show"), message="gewijzigd")
    return await _edit_page(request, viewer, proposal, form)


@get(AMEND, name="proposals.amend", opt=FACILITATE)
async def amend_page(request: AnyRequest, proposal_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    proposal = await proposal_for(viewer, proposal_id)
    form = await begun(viewer, request.url.path, forms.Amend, **forms.as_stands(proposal))
    return proposal_page(request, "board/proposals/amend.html", viewer, proposal, form)


@post(AMEND, name="proposals.add_version", opt=FACILITATE)
async def amend(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Amend)
    await warn_of_cases(viewer, form, *forms.TEXTS, "reason")
    with form.refusing():
        if data := form.data:
            # The round that opens at once has no form of its own: its key is that of the version.
            and_open = data.key if data.then == "ronde" else None
            text = forms.text_in(data)
            await rounds.amend(viewer, proposal_id, data.key, text, data.reason, and_open=and_open)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    proposal = await proposal_for(viewer, proposal_id)
    if reason := why_not(viewer, proposal)["amend"]:
        say_above(form, reason)
    return proposal_page(request, "board/proposals/amend.html", viewer, proposal, form)


@post(f"{ONE}/gespreksleider", name="proposals.lead", opt=FACILITATE)
async def lead(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Lead, prefix="leider")
    with form.refusing():
        if form.data:
            await actions.name_facilitator(viewer, proposal_id, form.data.facilitator)
            return changed(request, back_to=url(request, "proposals.show"), message="bewaard")
    return await _edit_page(request, viewer, await proposal_for(viewer, proposal_id), None, leading=form)


@post(f"{ONE}/uitnodigen", name="proposals.invite", opt=FACILITATE)
async def invite(request: AnyRequest, proposal_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.Invite)
    if form.data:
        await actions.invite(viewer, proposal_id, form.data.person)
    return changed(request, back_to=url(request, "proposals.show"), message="bewaard" if form.data else None)


async def _new_page(request: AnyRequest, viewer: Viewer, form: Posted[forms.New]) -> Template:
    circles = circles_to_propose_in(viewer.role)
    able = {
        each.person: each.label for circle in circles for each in await able_to_facilitate(viewer, circle)
    }
    return page(
        request,
        "board/proposals/new.html",
        form=form,
        kinds=kinds,
        circles={circle: kinds.CIRCLE_NAMES[circle] for circle in circles},
        able={person: label for person, label in able.items() if person != viewer.person_id},
        mandates=await _mandates(viewer),
    )


async def _edit_page(
    request: AnyRequest,
    viewer: Viewer,
    proposal: Proposal,
    form: Posted[Any] | None,
    leading: Posted[forms.Lead] | None = None,
) -> Template:
    able = await able_to_facilitate(viewer, proposal.circle)
    barred = why_not(viewer, proposal)
    if form and barred["edit"]:
        say_above(form, barred["edit"])
    if leading and (barred["lead"] or not barred["edit"]):
        say_above(leading, barred["lead"])
    return proposal_page(
        request,
        "board/proposals/edit.html",
        viewer,
        proposal,
        leading or form,
        whole=form or blank(forms.EditWhole, **forms.as_stands(proposal)),
        leading=leading or blank(forms.Lead, prefix="leider", facilitator=proposal.facilitator_id),
        able={each.person: each.label for each in able if each.person != proposal.proposer_id},
        mandates=await _mandates(viewer),
    )


async def _mandates(viewer: Viewer) -> dict[int, str]:
    return {
        row["id"]: f"{row['title']}: {row['person_name']}"
        for row in await named_roles(viewer)
        if row["person_id"]
    }


def _asked(request: AnyRequest, name: str) -> str:
    return str(request.query_params.get(name, ""))


def _number(request: AnyRequest, name: str) -> int | None:
    """A number from the query string that an id could be; anything else is left alone."""
    asked = _asked(request, name)
    found = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 10 else None
    return found if found and found <= LARGEST_ID else None


ROUTES = [new, create, edit, save, amend_page, amend, lead, invite]
