"""Mail leaves through a server or stays in a folder; what goes wrong names no address."""

import asyncio
import email
from email import policy

import pytest

from tracker.mail import Mail, MailTrouble, send

MAIL = Mail("an@voorbeeld.be", "Leerspoor: iets voor jou", "Dag An,\n\nKwestie K6: één bericht\n")


async def test_by_default_a_mail_is_a_file_that_any_mail_program_opens(tmp_path):
    await send(MAIL, f"file://{tmp_path}/mail")

    (file,) = (tmp_path / "mail").iterdir()
    message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message["To"] == "an@voorbeeld.be"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "één bericht" in message.get_content()


async def test_a_mail_reaches_an_smtp_server():
    heard: list[bytes] = []

    async def serve(reader, writer):
        writer.write(b"220 klaar\r\n")
        in_text = False
        while line := await reader.readline():
            heard.append(line)
            if in_text:
                if line == b".\r\n":
                    in_text = False
                    writer.write(b"250 ok\r\n")
                continue
            in_text = line.upper().startswith(b"DATA")
            quits = line.upper().startswith(b"QUIT")
            writer.write(b"354 ga door\r\n" if in_text else b"221 dag\r\n" if quits else b"250 ok\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        await send(MAIL, f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}")

    assert b"RCPT TO:<an@voorbeeld.be>\r\n" in [line.replace(b"rcpt", b"RCPT") for line in heard]
    assert b"Subject: Leerspoor: iets voor jou\r\n" in heard


async def test_a_password_is_never_sent_to_a_server_that_does_not_encrypt():
    heard: list[bytes] = []

    async def serve(reader, writer):
        writer.write(b"220 klaar\r\n")
        while line := await reader.readline():
            heard.append(line)
            writer.write(b"250 ok\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        with pytest.raises(MailTrouble):
            await send(MAIL, f"smtp://an:geheim@127.0.0.1:{server.sockets[0].getsockname()[1]}")

    assert not any(b"AUTH" in line.upper() for line in heard)


async def test_a_server_that_is_away_is_told_without_the_address():
    with pytest.raises(MailTrouble) as trouble:
        await send(MAIL, "smtp://127.0.0.1:1")

    assert "an@voorbeeld.be" not in str(trouble.value)
