"""From the texts and files of a body to what each field holds."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic.fields import FieldInfo

from tracker.web.forms import messages
from tracker.web.forms.fields import LARGEST_ID, NAMELESS, Upload
from tracker.web.forms.shapes import Shape, shape_of

MOST_CHOICES: Final = 500

# Control characters and half characters: no database keeps them well, no reader sees them.
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NUMBER = re.compile(r"[1-9]\d{0,9}", re.ASCII)

Sent = Sequence[str | Upload]


@dataclass(slots=True)
class Typed:
    """A body, read: `values` to show again, `meant` to validate, `errors` found on the way."""

    values: dict[str, str | list[str]] = field(default_factory=dict)
    meant: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


def read(fields: Mapping[str, FieldInfo], body: Mapping[str, Sent]) -> Typed:
    """What was sent for each field of a form."""
    typed = Typed()
    for name, info in fields.items():
        shape = shape_of(info)
        meant: Any
        if shape.is_group:
            meant = _group(name, body, shape, typed)
        elif shape.is_file and shape.is_list:
            meant = _files(name, body.get(name, ()), shape, typed)
        elif shape.is_list:
            meant = _several(name, body.get(name, ()), typed)
        elif shape.is_file:
            meant = _file(name, body.get(name, ()), shape, typed)
        else:
            meant = _one(name, body.get(name, ()), shape, typed)
        if meant:
            typed.meant[name] = meant
    return typed


def is_empty(text: str) -> bool:
    """Whether there is nothing to see, also when it was filled with spaces or invisible signs."""
    return all(unicodedata.category(sign)[0] in "ZC" for sign in text)


def _one(name: str, sent: Sent, shape: Shape, typed: Typed) -> str | None:
    if not sent:
        return None
    text = sent[0]
    if not isinstance(text, str):
        typed.errors[name] = messages.NO_FILE_HERE
        return None
    if not shape.kept_as_typed:
        typed.values[name] = _showable(text)
    if len(sent) > 1:
        typed.errors[name] = messages.TWICE
    elif _STRANGE.search(text):
        typed.errors[name] = messages.STRANGE_SIGNS
    elif shape.kept_as_typed:
        return text
    elif not is_empty(text):
        return _tidy(text)
    return None


def _several(name: str, sent: Sent, typed: Typed) -> list[str]:
    texts = [text for text in sent[:MOST_CHOICES] if isinstance(text, str) and not is_empty(text)]
    typed.values[name] = [_showable(text) for text in texts]
    if len(sent) > MOST_CHOICES:
        typed.errors[name] = messages.TOO_MANY
    elif any(_STRANGE.search(text) for text in texts):
        typed.errors[name] = messages.STRANGE_SIGNS
    return [_tidy(text) for text in texts]


def _group(name: str, body: Mapping[str, Sent], shape: Shape, typed: Typed) -> dict[int, str]:
    parts = (place.removeprefix(f"{name}-") for place in body if place.startswith(f"{name}-"))
    numbers = [int(part) for part in parts if _NUMBER.fullmatch(part) and int(part) <= LARGEST_ID]
    if len(numbers) > MOST_CHOICES:
        typed.errors[name] = messages.TOO_MANY
        return {}
    texts = {number: _one(f"{name}-{number}", body[f"{name}-{number}"], shape, typed) for number in numbers}
    return {number: text for number, text in texts.items() if text}


def _file(name: str, sent: Sent, shape: Shape, typed: Typed) -> Upload | None:
    files = [file for file in sent if isinstance(file, Upload)]
    if len(files) > 1:
        typed.errors[name] = messages.TWICE
    elif files and len(files[0].content) > shape.largest.bytes:
        typed.errors[name] = messages.too_large(shape.largest.megabytes)
    return files[0] if files else None


def _files(name: str, sent: Sent, shape: Shape, typed: Typed) -> list[Upload]:
    """Several files in one field, which together may be as large as one."""
    files = [file for file in sent if isinstance(file, Upload) and (file.content or file.name != NAMELESS)]
    if len(files) > MOST_CHOICES:
        typed.errors[name] = messages.TOO_MANY
    elif sum(len(file.content) for file in files) > shape.largest.bytes:
        typed.errors[name] = messages.too_large(shape.largest.megabytes)
    return files


def _tidy(text: str) -> str:
    """Trimmed, with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _showable(text: str) -> str:
    """What was typed, without the signs that cannot stand in a page."""
    return _STRANGE.sub("", text)
