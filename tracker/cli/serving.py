"""`serve` and `migrate`."""

import argparse
import asyncio
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from tracker.database import close_database, migrate, open_database, pending_migrations
from tracker.demo.partnerships import DEMO_ACCOUNT, PASSWORD
from tracker.partnership.tables import Person
from tracker.settings import SETTINGS


def add_to(commands: Any) -> None:
    serve = commands.add_parser("serve", help="start de webserver")
    serve.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")
    serve.add_argument("--workers", type=int, default=1, help="aantal processen (standaard 1)")
    serve.set_defaults(run=_serve)
    commands.add_parser("migrate", help="breng de databank op orde").set_defaults(run=_migrate)


def _serve(asked: argparse.Namespace) -> int:
    account = asyncio.run(_demo_account())
    print(f"{SETTINGS.app_name} staat klaar op http://{asked.host}:{asked.port}{account}", flush=True)
    Granian(
        "tracker.app:create_app",
        factory=True,
        address=asked.host,
        port=asked.port,
        workers=asked.workers,
        interface=Interfaces.ASGI,
        log_access=False,
        log_level=LogLevels.warning,
        # A broken-off download once kept a worker from stopping: never wait longer than this.
        workers_kill_timeout=5,
    ).serve()
    return 0


async def _demo_account() -> str:
    """How to sign in, while the demo stories are in the database."""
    await open_database()
    try:
        if await pending_migrations() or not await Person.exists().where(Person.email == DEMO_ACCOUNT):
            return ""
    finally:
        await close_database()
    return f" (meld je aan als {DEMO_ACCOUNT}, wachtwoord: {PASSWORD})"


async def _migrate(_: argparse.Namespace) -> int:
    try:
        for done in await migrate():
            print(done)
        return 1 if await pending_migrations() else 0
    finally:
        await close_database()
