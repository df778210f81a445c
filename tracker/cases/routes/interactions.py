"""Interactions: noting one in three taps, the long list, completing and correcting."""

from collections.abc import Mapping
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from tracker.cases.access import case_of
from tracker.cases.actions.interactions import correct_interaction, note_interaction
from tracker.cases.forms.filters import page_in
from tracker.cases.forms.interactions import (
    NOT_ON_THE_FIRST_SCREEN,
    ContactFields,
    CorrectInteraction,
    NoteInteraction,
    as_noted,
    as_query,
    contact_in,
    narrowed_in,
)
from tracker.cases.queries.choices import demands_to_choose, organisations_to_choose
from tracker.cases.queries.corrections import Former, former_of
from tracker.cases.queries.interactions import (
    Entry,
    Narrowed,
    entries_of,
    entry_of,
    kind_to_begin_with,
    organisations_in,
)
from tracker.cases.queries.picking import my_cases
from tracker.cases.queries.seen import Case
from tracker.cases.rules import kinds
from tracker.cases.rules.endings import why_not_log
from tracker.cases.rules.interactions import INTERACTION_NAMES
from tracker.partnership.access import viewer_of
from tracker.partnership.actions.drafts import drop_draft
from tracker.partnership.forms.drafts import begun
from tracker.partnership.queries.wordings import own_words
from tracker.partnership.rules.matrix import Need
from tracker.partnership.rules.partners import WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.web.forms import Posted, posted
from tracker.web.pages import changed, page, url

AnyRequest = Request[Any, Any, Any]
PICK = "/p/{partnership:str}/interacties/nieuw"
LIST = "/p/{partnership:str}/casussen/{code:str}/interacties"
NEW = f"{LIST}/nieuw"
ONE = f"{LIST}/{{interaction_id:int}}"
OPT = {"need": Need.CASES, "reads": "case"}


@get(PICK, name="cases.interactions.pick", opt={"need": Need.CASES, "reads": "list"})
async def pick(request: AnyRequest) -> Template:
    return page(request, "cases/interactions/pick.html", cases=await my_cases(viewer_of(request)))


@get(LIST, name="cases.interactions.list", opt=OPT)
async def list_interactions(request: AnyRequest, code: FromPath[str]) -> Template:
    _, case = await case_of(request, code)
    asked = narrowed_in(request.query_params)
    entries = await entries_of(case, asked, page_in(request.query_params))
    return page(
        request,
        "cases/interactions/list.html",
        case=case,
        entries=entries,
        months=[
            (day, list(rows)) for day, rows in groupby(entries.rows, lambda each: each.on.replace(day=1))
        ],
        asked=asked,
        narrowed=asked != Narrowed(),
        organisations=await organisations_in(case),
        address=partial(as_query, asked),
        kinds=kinds,
    )


@get(NEW, name="cases.interactions.new", opt=OPT)
async def new(request: AnyRequest, code: FromPath[str]) -> Template:
    viewer, case = await case_of(request, code)
    form = await begun(
        viewer,
        request.url.path,
        NoteInteraction,
        kind=await kind_to_begin_with(viewer, case),
        outcome=kinds.ContactOutcome.CONTACT,
        happened_on=viewer.today,
        organisation=viewer.organisation_id,
    )
    return await _form_page(request, viewer, case, form)


@post(NEW, name="cases.interactions.create", opt=OPT)
async def create(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    form = await posted(request, NoteInteraction)
    with form.refusing():
        if form.data:
            noted = await note_interaction(viewer, code, form.data.key, contact_in(form.data))
            await drop_draft(viewer.person_id, request.url.path)
            about = f"{kinds.Subject.INTERACTION}-{noted}"
            return changed(request, back_to=url(request, "cases.show"), message="bewaard", about=about)
    return await _form_page(request, viewer, case, form)


@get(ONE, name="cases.interactions.edit", opt=OPT)
async def edit(request: AnyRequest, code: FromPath[str], interaction_id: FromPath[int]) -> Template:
    viewer, case = await case_of(request, code)
    entry = await entry_of(case, interaction_id)
    form = await begun(viewer, request.url.path, CorrectInteraction, **as_noted(entry), version=entry.version)
    return await _form_page(request, viewer, case, form, entry)


@post(ONE, name="cases.interactions.update", opt=OPT)
async def update(request: AnyRequest, code: FromPath[str], interaction_id: FromPath[int]) -> Response[Any]:
    viewer, case = await case_of(request, code)
    entry = await entry_of(case, interaction_id)
    form = await posted(request, CorrectInteraction)
    with form.refusing():
        if data := form.data:
            await correct_interaction(
                viewer, code, interaction_id, contact_in(data), version=data.version, reason=data.reason
            )
            await drop_draft(viewer.person_id, request.url.path)
            return changed(request, back_to=url(request, "cases.interactions.list"), message="gewijzigd")
    return await _form_page(request, viewer, case, form, entry)


F = TypeVar("F", bound=ContactFields)


async def _form_page(
    request: AnyRequest, viewer: Viewer, case: Case, form: Posted[F], entry: Entry | None = None
) -> Template:
    words = await own_words(viewer, WordingKind.SUBSTANTIAL_CONTACT)
    demands = await demands_to_choose(case, entry.demands if entry else ())
    before = {**entry.others, **_own(entry)} if entry else {}
    organisations = await organisations_to_choose(viewer, before)
    unseen = [name for name in NOT_ON_THE_FIRST_SCREEN if form.error(name)]
    return page(
        request,
        "cases/interactions/edit.html" if entry else "cases/interactions/new.html",
        form=form,
        case=case,
        entry=entry,
        why_not=why_not_log(case.state),
        kinds=kinds,
        demands=demands,
        organisations=organisations,
        substantial=words.text(WordingKind.SUBSTANTIAL_CONTACT),
        more_open=bool(entry or unseen),
        former=await _former(case, entry) if entry else [],
    )


async def _former(case: Case, entry: Entry) -> list[Former]:
    names: dict[str, Mapping[Any, str]] = {
        "kind": kinds.CONTACT_KIND_NAMES,
        "outcome": kinds.CONTACT_OUTCOME_NAMES,
    }
    return await former_of(case, kinds.Subject.INTERACTION, entry.id, INTERACTION_NAMES, names)


def _own(entry: Entry) -> dict[int, str]:
    return {} if entry.organisation_id is None else {entry.organisation_id: entry.organisation}


ROUTES = [pick, list_interactions, new, create, edit, update]
