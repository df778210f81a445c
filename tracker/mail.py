"""Mail out of the house: through an SMTP server, or into a folder where somebody can read it.

`MAIL_URL` says where to. `smtp://` asks the server for STARTTLS and refuses to sign in without it;
`smtps://` is encrypted from the start.
"""

import asyncio
import smtplib
import ssl
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from tracker.settings import SETTINGS

TIMEOUT = 20


class MailTrouble(Exception):
    """A mail could not be handed over; the message holds no address and no text."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One plain mail to one person."""

    to: str
    subject: str
    text: str


async def send(mail: Mail, url: str = SETTINGS.mail_url) -> None:
    """Hand a mail over to where `url` points. Raises MailTrouble; never called within a transaction."""
    try:
        await asyncio.to_thread(_hand_over, _message(mail), urlsplit(url))
    except (OSError, smtplib.SMTPException) as problem:
        raise MailTrouble(type(problem).__name__) from problem


def _message(mail: Mail) -> EmailMessage:
    message = EmailMessage()
    message["From"] = SETTINGS.mail_from
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain=urlsplit(SETTINGS.base_url).hostname or "localhost")
    # No holiday replies to a machine.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message


def _hand_over(message: EmailMessage, to: SplitResult) -> None:
    match to.scheme:
        case "console":
            sys.stderr.write(f"{message}\n")
        case "file":
            folder = Path(unquote(to.path))
            folder.mkdir(parents=True, exist_ok=True)
            name = message["Message-ID"].strip("<>").partition("@")[0]
            (folder / f"{name}.eml").write_bytes(bytes(message))
        case _:
            _to_server(message, to)


def _to_server(message: EmailMessage, to: SplitResult) -> None:
    context = ssl.create_default_context()
    host = to.hostname or ""
    if to.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, to.port or 465, timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(host, to.port or 25, timeout=TIMEOUT)
    with server:
        if to.scheme == "smtp":
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=context)
            elif to.username:
                raise smtplib.SMTPNotSupportedError
        if to.username:
            server.login(unquote(to.username), unquote(to.password or ""))
        server.send_message(message)
