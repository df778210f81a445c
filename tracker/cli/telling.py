"""`demo`: the told stories."""

import argparse
from contextlib import suppress
from typing import Any

from piccolo.conf.apps import Finder

from tracker.database import close_database, migrate, open_database, writing
from tracker.demo.partnerships import DEMO_ACCOUNT, PASSWORD
from tracker.demo.whole import tell_all
from tracker.partnership.tables import Partnership
from tracker.settings import SETTINGS


def add_to(commands: Any) -> None:
    demo = commands.add_parser("demo", help="vertel de verzonnen verhalen in een lege databank")
    demo.add_argument("--fresh", action="store_true", help="wis eerst alles wat er staat")
    demo.set_defaults(run=_demo)


async def _demo(asked: argparse.Namespace) -> int:
    """An empty database gets the stories; one with data keeps what it has, unless told to start afresh."""
    if asked.fresh:
        await _wipe()
    await migrate()
    await open_database()
    try:
        if await Partnership.exists():
            print("Er staan al gegevens: die blijven zoals ze zijn.")
            return 0
        print("De verhalen worden verteld, dat duurt even.", flush=True)
        await tell_all()
        print(f"Klaar. Meld je aan als {DEMO_ACCOUNT} met wachtwoord: {PASSWORD}")
    finally:
        await close_database()
    return 0


async def _wipe() -> None:
    if SETTINGS.sqlite_path is not None:
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                SETTINGS.sqlite_path.with_name(SETTINGS.sqlite_path.name + ending).unlink()
        return
    await open_database()
    async with writing():
        names = ", ".join(f'"{table._meta.tablename}"' for table in Finder().get_table_classes())
        await Partnership.raw(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
    await close_database()
