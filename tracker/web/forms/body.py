"""The bytes of a request as texts and files by field name."""

from pathlib import PurePath
from typing import Any

from litestar import Request
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException, HTTPException

from tracker.web.forms.fields import LINE_LENGTH, NAMELESS, Upload

Body = dict[str, list[str | Upload]]


async def read_body(request: Request[Any, Any, Any]) -> Body:
    """Everything in the body; raises a 400 or 415 when it is no form."""
    content_type, _ = request.content_type
    if content_type not in (RequestEncodingType.URL_ENCODED, RequestEncodingType.MULTI_PART):
        if await request.body():
            raise HTTPException(status_code=415)
        return {}
    try:
        form = await request.form()
    except (UnicodeError, LookupError, ValueError) as unreadable:
        raise ClientException from unreadable
    body = {name: [await _content(value) for value in form.getall(name)] for name in form}
    await form.close()
    return body


async def _content(value: object) -> str | Upload:
    if isinstance(value, UploadFile):
        return Upload(_file_name(value.filename), await value.read())
    return str(value)


def _file_name(name: str) -> str:
    """The last part of what the sender called the file, without anything invisible."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable())[:LINE_LENGTH] or NAMELESS
