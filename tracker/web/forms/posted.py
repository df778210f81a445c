"""Read a posted form: what was typed, what it means, and what is still wrong with it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import uuid4

from litestar import Request
from pydantic import ValidationError

from tracker.identifiers import find_identifiers
from tracker.problems import Conflict, RuleBroken
from tracker.web.forms import messages
from tracker.web.forms.body import read_body
from tracker.web.forms.fields import Form
from tracker.web.forms.reading import Sent, Typed, read
from tracker.web.forms.shapes import shape_of
from tracker.web.forms.writing import as_typed

F = TypeVar("F", bound=Form)

KEEP_IDENTIFIERS = "keep_identifiers"


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch of typed text that looks like a number or address of a person."""

    field: str
    label: str
    text: str


class Posted(Generic[F]):
    """A form as it stands.

    `values` is what was typed, `errors` what is wrong by field in the order of the form (under '' what
    concerns the whole), `suspects` what looks like it identifies a person, `data` the model when all is well.
    """

    def __init__(self, model: type[F], prefix: str = "veld") -> None:
        self.model = model
        self.prefix = prefix
        self.values: dict[str, str | list[str]] = {}
        self.errors: dict[str, str] = {}
        self.suspects: tuple[Suspect, ...] = ()
        self.keeps_identifiers = False
        self.conflict: Conflict | None = None
        self.left_at: datetime | None = None
        self.data: F | None = None

    @property
    def refused(self) -> bool:
        """Whether something stands in the way of keeping this."""
        return bool(self.errors or self.suspects or self.conflict)

    @property
    def status(self) -> int:
        """The status of a page that shows this form."""
        if self.conflict:
            return 409
        return 422 if self.refused else 200

    def id(self, name: str) -> str:
        """The id of a field in the page; two forms on one page need two prefixes."""
        return f"{self.prefix}-{name}"

    def value(self, name: str) -> str:
        """What was typed in a field, '' when nothing was."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else next(iter(value), "")

    def chosen(self, name: str) -> list[str]:
        """Everything that was ticked in a group."""
        value = self.values.get(name, [])
        return [value] if isinstance(value, str) else value

    def error(self, name: str) -> str:
        """What is wrong with a field, '' when nothing is."""
        return self.errors.get(name, "")

    def may_be_empty(self, name: str) -> bool:
        """Whether the form accepts this field empty; a part of a group, `name-12`, follows its group."""
        field = self.model.model_fields.get(name) or self.model.model_fields.get(name.rpartition("-")[0])
        return field is None or not field.is_required()

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Turn a broken rule of the action inside, or someone else's change, into an answer of this form."""
        try:
            yield
        except RuleBroken as broken:
            self.refuse(broken.reason, broken.field)
        except Conflict as conflict:
            self._meet(conflict)

    def fill(self, values: Mapping[str, str | list[str]]) -> None:
        """Show these values instead of what stands there now, from a draft for example."""
        self.values.update(values)

    def refuse(self, reason: str, field: str | None = None) -> None:
        """Add an error; without a field (or with one the form does not have) it stands above the form."""
        known = field and not {field, field.rpartition("-")[0]}.isdisjoint(self.model.model_fields)
        self.errors[field if field and known else ""] = reason
        self.data = None

    def _meet(self, conflict: Conflict) -> None:
        """Show what the other wrote; saving again replaces it, hence the version that came with it."""
        self.conflict = conflict
        self.data = None
        if "version" in conflict.theirs:
            self.values["version"] = conflict.theirs["version"]


def blank(model: type[F], /, *, prefix: str = "veld", **initial: object) -> Posted[F]:
    """A form before anything is typed, with initial values and a fresh idempotency key."""
    form = Posted(model, prefix)
    for name, field in model.model_fields.items():
        if shape_of(field).is_key:
            form.values[name] = str(uuid4())
    for name, value in initial.items():
        form.values.update(as_typed(name, value))
    return form


async def posted(request: Request[Any, Any, Any], model: type[F], /, *, prefix: str = "veld") -> Posted[F]:
    """Read the body of a POST into `model`; every error at once, none of them an exception.

    Raises a 400 or 415 only for a body that is no form at all.
    """
    return _understood(model, await read_body(request), prefix)


def reread(model: type[F], kept: Mapping[str, str | list[str]]) -> Posted[F]:
    """Read what a draft holds into `model`, as `posted` reads a body, without warning about names again."""
    body = {name: [value] if isinstance(value, str) else value for name, value in kept.items()}
    return _understood(model, {**body, KEEP_IDENTIFIERS: ["yes"]}, "veld")


def asked(request: Request[Any, Any, Any], model: type[F]) -> Posted[F]:
    """Read filters from the query string into `model`, as `posted` reads a body."""
    query: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value)
    return _understood(model, query, "zoek")


def _understood(model: type[F], body: Mapping[str, Sent], prefix: str) -> Posted[F]:
    form = Posted(model, prefix)
    typed = read(model.model_fields, body)
    data = _validated(model, typed)
    _renew_key(model, typed)
    form.values = typed.values
    form.errors = dict(sorted(typed.errors.items(), key=lambda error: _place_in_form(model, typed, error[0])))
    form.keeps_identifiers = list(body.get(KEEP_IDENTIFIERS, ())) == ["yes"]
    if not form.keeps_identifiers:
        form.suspects = tuple(_suspects(model, typed.meant))
    if not form.refused:
        form.data = data
    return form


def _validated(model: type[F], typed: Typed) -> F | None:
    try:
        return model.model_validate(typed.meant)
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False, include_input=False):
            name, said = _field_of(model, error["loc"]), messages.message_for(error)
            if error["type"] == "missing" and name in model.model_fields:
                said = shape_of(model.model_fields[name]).when_empty
            typed.errors.setdefault(name, said)
    except RuleBroken as broken:
        typed.errors.setdefault(broken.field or "", broken.reason)
    return None


def _renew_key(model: type[Form], typed: Typed) -> None:
    """A form without a usable key gets a fresh one; its error has no field to stand beside."""
    for name, field in model.model_fields.items():
        if name in typed.errors and shape_of(field).is_key:
            typed.values[name] = str(uuid4())
            typed.errors[""] = typed.errors.pop(name)


def _field_of(model: type[Form], location: tuple[int | str, ...]) -> str:
    """The field of an error; a part of a group of fields is `name-12`."""
    if not location:
        return ""
    name = str(location[0])
    if len(location) > 1 and shape_of(model.model_fields[name]).is_group:
        return f"{name}-{location[1]}"
    return name


def _suspects(model: type[Form], meant: Mapping[str, Any]) -> Iterator[Suspect]:
    for name, field in model.model_fields.items():
        if not shape_of(field).may_name_someone:
            continue
        for place, text in _texts(name, meant.get(name)):
            for found in find_identifiers(text):
                yield Suspect(place, found.label, text[found.start : found.end])


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, list):
        yield from ((name, text) for text in value)
    elif isinstance(value, dict):
        yield from ((f"{name}-{part}", text) for part, text in value.items())


def _place_in_form(model: type[Form], typed: Typed, name: str) -> tuple[int, int]:
    """Where a field stands: by the order of the form, then by the order in which its group was sent."""
    fields, sent = list(model.model_fields), list(typed.values)
    group = name if name in fields else name.rpartition("-")[0]
    return (
        fields.index(group) if group in fields else -1,
        sent.index(name) if name in sent else -1,
    )
