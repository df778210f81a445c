"""Calling an initiative stable, spreading it, stopping it, or sending it back to its case."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.learning.actions import initiatives as actions
from tracker.learning.forms import initiatives as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries.initiatives import initiative_for
from tracker.learning.routes.initiatives.places import EDIT, ONE, AnyRequest, initiative_page
from tracker.learning.rules import initiatives as rules
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.problems import Refusal
from tracker.web.forms import Form, Posted, posted
from tracker.web.pages import changed, url

STABLE = f"{ONE}/stabiel"
SPREAD = f"{ONE}/verspreiden"
STOP = f"{ONE}/stop"
BACK = f"{ONE}/terug"


@get(STABLE, name="initiatives.stable", opt=EDIT)
async def stable(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await _fresh(request, initiative_id, "stable", forms.StableForm, rules.why_no_stability)


@post(STABLE, name="initiatives.stable.keep", opt=EDIT)
async def keep_stable(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    form = await posted(request, forms.StableForm)
    await warn_of_cases(viewer_of(request), form, "evidence", "reason")
    with form.refusing():
        if data := form.data:
            await actions.call_stable(viewer_of(request), initiative_id, data.evidence, data.reason)
            return await _done(request)
    return await _page(request, initiative_id, "stable", form, rules.why_no_stability)


@get(SPREAD, name="initiatives.spread", opt=EDIT)
async def spread(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await _fresh(request, initiative_id, "spread", forms.SpreadForm, rules.why_no_spreading)


@post(SPREAD, name="initiatives.spread.keep", opt=EDIT)
async def keep_spread(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    form = await posted(request, forms.SpreadForm)
    await warn_of_cases(viewer_of(request), form, "how")
    with form.refusing():
        if form.data:
            await actions.spread(viewer_of(request), initiative_id, form.data.how)
            return await _done(request)
    return await _page(request, initiative_id, "spread", form, rules.why_no_spreading)


@get(STOP, name="initiatives.abandon", opt=EDIT)
async def abandon(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await _fresh(request, initiative_id, "stop", forms.EndForm, rules.why_no_stopping)


@post(STOP, name="initiatives.abandon.keep", opt=EDIT)
async def keep_abandoned(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    return await _ended(request, initiative_id, "stop", actions.abandon, rules.why_no_stopping)


@get(BACK, name="initiatives.back", opt=EDIT)
async def back(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await _fresh(request, initiative_id, "back", forms.EndForm, rules.why_no_way_back)


@post(BACK, name="initiatives.back.keep", opt=EDIT)
async def keep_back(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    return await _ended(request, initiative_id, "back", actions.back_to_case, rules.why_no_way_back)


Why = Callable[[rules.Facts], Refusal | None]


async def _ended(
    request: AnyRequest, initiative_id: int, template: str, act: Callable[..., Awaitable[None]], why: Why
) -> Response[Any]:
    form = await posted(request, forms.EndForm)
    await warn_of_cases(viewer_of(request), form, "learned")
    with form.refusing():
        if form.data:
            await act(viewer_of(request), initiative_id, form.data.learned)
            return await _done(request)
    return await _page(request, initiative_id, template, form, why)


async def _done(request: AnyRequest) -> Response[Any]:
    await drop_draft(viewer_of(request).person_id, request.url.path)
    return changed(request, back_to=url(request, "initiatives.show"), message="bewaard")


async def _fresh(
    request: AnyRequest, initiative_id: int, template: str, model: type[Form], why: Why
) -> Template:
    form = await begun(viewer_of(request), request.url.path, model)
    return await _page(request, initiative_id, template, form, why)


async def _page(
    request: AnyRequest, initiative_id: int, template: str, form: Posted[Any], why: Why
) -> Template:
    now = await initiative_for(viewer_of(request), initiative_id)
    why_not = why(now.facts)
    if form.refused and why_not:
        # The fields are gone from the page; what stands in the way is said above what was typed.
        form.errors, form.suspects = {"": why_not.reason}, ()
    return initiative_page(
        request, f"initiatives/{template}.html", form, initiative=now, facts=now.facts, why_not=why_not
    )


ROUTES = [stable, keep_stable, spread, keep_spread, abandon, keep_abandoned, back, keep_back]
