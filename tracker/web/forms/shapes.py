"""How a field stands in a form, read from its annotation."""

import types
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from pydantic.fields import FieldInfo

from tracker.web.forms import messages
from tracker.web.forms.fields import Kept, Largest, MayNameSomeone, Upload, WhenEmpty

DEFAULT_LARGEST = Largest(megabytes=10)


@dataclass(frozen=True, slots=True)
class Shape:
    """One text, several of one name (list), a numbered group (`name-12`, ...) or a file."""

    is_list: bool
    is_group: bool
    is_file: bool
    is_key: bool
    may_name_someone: bool
    kept_as_typed: bool
    largest: Largest
    when_empty: str


def shape_of(field: FieldInfo) -> Shape:
    """The shape of one field of a form."""
    annotation: Any = field.annotation
    return _shape(annotation, tuple(mark for mark in field.metadata if isinstance(mark, Hashable)))


@lru_cache
def _shape(annotation: Any, outer_marks: tuple[Any, ...]) -> Shape:
    container, inner, inner_marks = _unwrapped(annotation)
    marks = {type(mark): mark for mark in (*inner_marks, *outer_marks)}
    own = marks.get(WhenEmpty)
    return Shape(
        is_list=container in (list, tuple, set, frozenset),
        is_group=container is dict,
        is_file=inner is Upload,
        is_key=inner is UUID,
        may_name_someone=MayNameSomeone in marks,
        kept_as_typed=Kept in marks,
        largest=marks.get(Largest, DEFAULT_LARGEST),
        when_empty=own.message if own else _said_when_empty(container, inner),
    )


def _unwrapped(annotation: Any) -> tuple[Any, Any, tuple[Any, ...]]:
    """The container of an annotation (or None), the type inside it, and the marks on the way there."""
    container: Any = None
    marks: tuple[Any, ...] = ()
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, marks = arguments[0], (*marks, *arguments[1:])
        elif origin in (Union, types.UnionType):
            annotation = next(each for each in arguments if each is not type(None))
        elif origin in (list, tuple, set, frozenset, dict):
            container, annotation = origin, arguments[1 if origin is dict else 0]
        else:
            return container, annotation, marks


def _said_when_empty(container: Any, inner: Any) -> str:
    if container is not None:
        return messages.EMPTY_LIST
    if inner is Upload:
        return messages.EMPTY_FILE
    if inner is date:
        return messages.EMPTY_DAY
    if isinstance(inner, type) and issubclass(inner, Enum):
        return messages.EMPTY_CHOICE
    return messages.EMPTY
