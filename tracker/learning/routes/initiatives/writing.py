"""Beginning an initiative, writing its parts, checking them, and offering it to others."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.forms.filters import number
from tracker.learning.actions import initiatives as actions
from tracker.learning.actions import offers
from tracker.learning.forms import initiatives as forms
from tracker.learning.forms.recognising import warn_of_cases
from tracker.learning.queries import initiatives as queries
from tracker.learning.queries.causes import causes_of
from tracker.learning.queries.patterns import to_choose
from tracker.learning.routes.initiatives.places import EDIT, LIST, ONE, READ, AnyRequest, initiative_page
from tracker.learning.rules import initiatives as rules
from tracker.learning.rules.initiatives import Part
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.colleagues import who_work_on_cases
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, must
from tracker.web.forms import Posted, blank, posted
from tracker.web.forms.fields import LARGEST_ID
from tracker.web.pages import changed, url

NEW = f"{LIST}/nieuw"
NAME = f"{ONE}/wijzig"
PART = f"{ONE}/deel/{{part:str}}"
CHECK = f"{ONE}/controle"
OFFER = f"{ONE}/delen"


@get(NEW, name="initiatives.new", opt=EDIT)
async def new(request: AnyRequest) -> Template:
    """`?patroon=` brings along the pattern it begins from."""
    viewer = viewer_of(request)
    form = await begun(viewer, request.url.path, forms.NewForm, carriers=[viewer.person_id])
    if pattern := number(request.query_params.get("patroon"), LARGEST_ID):
        form.fill({"pattern": str(pattern)})
    return await _new_page(request, viewer, form)


@post(NEW, name="initiatives.create", opt=EDIT)
async def create(request: AnyRequest) -> Response[Any]:
    viewer = viewer_of(request)
    form = await posted(request, forms.NewForm)
    await warn_of_cases(viewer, form, "name")
    with form.refusing():
        if data := form.data:
            wanted = actions.NewInitiative(data.name, data.pattern, frozenset(data.carriers))
            made = await actions.make(viewer, data.key, wanted)
            await drop_draft(viewer.person_id, request.url.path)
            goal = url(request, "initiatives.show", initiative_id=made)
            return changed(request, back_to=goal, message="bewaard")
    return await _new_page(request, viewer, form)


@get(NAME, name="initiatives.edit", opt=EDIT)
async def edit(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    now = await queries.initiative_for(viewer, initiative_id)
    return await _name_page(
        request, viewer, now, blank(forms.NameForm, name=now.name, carriers=[*now.carriers])
    )


@post(NAME, name="initiatives.update", opt=EDIT)
async def update(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    now = await queries.initiative_for(viewer, initiative_id)
    form = await posted(request, forms.NameForm)
    await warn_of_cases(viewer, form, "name")
    with form.refusing():
        if data := form.data:
            await actions.rename(viewer, initiative_id, data.name, frozenset(data.carriers))
            return changed(request, back_to=url(request, "initiatives.show"), message="gewijzigd")
    return await _name_page(request, viewer, now, form)


@get(PART, name="initiatives.part", opt=READ)
async def part_page(request: AnyRequest, initiative_id: FromPath[int], part: FromPath[str]) -> Template:
    viewer, wanted = viewer_of(request), _part(part)
    now = await queries.initiative_for(viewer, initiative_id)
    typed = forms.part_as_typed(now, wanted)
    form = await begun(viewer, request.url.path, forms.PartForm, **typed)
    return await _part_page(request, viewer, now, wanted, form)


@post(PART, name="initiatives.part.write", opt=EDIT)
async def write(request: AnyRequest, initiative_id: FromPath[int], part: FromPath[str]) -> Response[Any]:
    viewer, wanted = viewer_of(request), _part(part)
    now = await queries.initiative_for(viewer, initiative_id)
    form = await posted(request, forms.PartForm)
    await warn_of_cases(viewer, form, *forms.TEXTS)
    with form.refusing():
        if data := form.data:
            said = forms.written_in(data, wanted)
            await actions.fill(
                viewer,
                initiative_id,
                wanted,
                said,
                finished=not data.unfinished,
                version=data.version,
                reason=data.reason,
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "initiatives.show"), message="bewaard")
    return await _part_page(request, viewer, now, wanted, form)


@get(CHECK, name="initiatives.check", opt=READ)
async def check(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    return await _check_page(request, initiative_id)


@post(CHECK, name="initiatives.ready", opt=EDIT)
async def make_ready(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    await actions.ready(viewer_of(request), initiative_id)
    return changed(request, back_to=url(request, "initiatives.show"), message="klaargezet")


@get(OFFER, name="initiatives.offer", opt=EDIT)
async def offer(request: AnyRequest, initiative_id: FromPath[int]) -> Template:
    viewer = viewer_of(request)
    now = await queries.initiative_for(viewer, initiative_id)
    form = await begun(viewer, request.url.path, forms.OfferForm, summary=now.summary)
    return _offer_page(request, now, form)


@post(OFFER, name="initiatives.offer.keep", opt=EDIT)
async def keep_offer(request: AnyRequest, initiative_id: FromPath[int]) -> Response[Any]:
    viewer = viewer_of(request)
    now = await queries.initiative_for(viewer, initiative_id)
    form = await posted(request, forms.OfferForm)
    await warn_of_cases(viewer, form, "summary")
    with form.refusing():
        if form.data:
            await offers.offer(viewer, initiative_id, form.data.summary)
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "initiatives.show"), message="gedeeld")
    return _offer_page(request, now, form)


def _part(word: str) -> Part:
    if word not in forms.PARTS:
        raise NotFound
    return forms.PARTS[word]


async def _new_page(request: AnyRequest, viewer: Viewer, form: Posted[forms.NewForm]) -> Template:
    patterns: dict[int, str] = {}
    for kind in actions.WASTE_KINDS:
        patterns |= await to_choose(viewer, kind)
    return initiative_page(
        request,
        "initiatives/new.html",
        form,
        patterns=patterns,
        people=await _people(viewer),
    )


async def _name_page(
    request: AnyRequest, viewer: Viewer, now: queries.Initiative, form: Posted[forms.NameForm]
) -> Template:
    people = {**await _people(viewer), **now.carriers}
    return initiative_page(request, "initiatives/name.html", form, initiative=now, people=people)


async def _part_page(
    request: AnyRequest, viewer: Viewer, now: queries.Initiative, part: Part, form: Posted[forms.PartForm]
) -> Template:
    why_not = rules.why_not_write(now.facts)
    if form.refused:
        must(why_not)
    patterns = {each.id: each.name for each in now.patterns}
    if part is Part.PATTERN:
        for kind in actions.WASTE_KINDS:
            patterns |= await to_choose(viewer, kind)
    causes = {each.id: each for each in now.causes}
    if part is Part.CAUSE:
        causes |= {each.id: each for line in now.patterns for each in await causes_of(viewer, line.id)}
    return initiative_page(
        request,
        "initiatives/part.html",
        form,
        initiative=now,
        part=part,
        patterns=patterns,
        causes=causes,
        why_not=why_not,
    )


async def _check_page(request: AnyRequest, initiative_id: int) -> Template:
    now = await queries.initiative_for(viewer_of(request), initiative_id)
    return initiative_page(
        request,
        "initiatives/check.html",
        initiative=now,
        why_not=rules.why_not_ready(now.facts),
        part_paths={part: word for word, part in forms.PARTS.items()},
    )


def _offer_page(request: AnyRequest, now: queries.Initiative, form: Posted[forms.OfferForm]) -> Template:
    why_not = rules.why_not_offer(now.facts, now.summary or "nog te schrijven")
    if form.refused:
        must(why_not)
    return initiative_page(request, "initiatives/offer.html", form, initiative=now, why_not=why_not)


async def _people(viewer: Viewer) -> dict[int, str]:
    return {each.person_id: each.label for each in await who_work_on_cases(viewer)}


ROUTES = [
    new,
    create,
    edit,
    update,
    part_page,
    write,
    check,
    make_ready,
    offer,
    keep_offer,
]
