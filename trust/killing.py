"""The application on SQLite is killed (kill -9, all its processes) while people note interactions.

Four people write as fast as they can. What they got no answer to, they send again with the same key once the
server is back, as a browser does after a double click. Afterwards everything that was answered must be there
once, with its entry in the trail, and `tracker check` must find the file and every hash chain whole.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import httpx

from bench.data import MEASURED, ROOT, Scale, settings, sqlite_of
from bench.serving import Served, serving
from bench.stories.team import large_case_of, practitioner_of_vdab, slug_of

WRITERS = 4
FORM = f"/p/{slug_of(MEASURED)}/casussen/{large_case_of(MEASURED)}/interacties/nieuw"
LIVES = (0.3, 2.0)
"""How many seconds a server lives at least and at most while people write."""


@dataclass
class Person:
    """Somebody who writes; `waiting` is what was sent and not answered."""

    answered: list[str] = field(default_factory=list)
    waiting: str | None = None
    refused: str | None = None

    def write_until_it_dies(self, client: httpx.Client, token: str) -> None:
        """Note one interaction after the other; a repeated one goes first."""
        while self.refused is None:
            self.waiting = self.waiting or str(uuid.uuid4())
            try:
                answer = client.post(FORM, data=_filled_in(token, self.waiting))
            except httpx.TransportError:
                return
            if answer.status_code == 303:
                self.answered.append(self.waiting)
                self.waiting = None
            else:
                self.refused = f"{answer.status_code} for {self.waiting}"


def survive(kills: int) -> bool:
    """Kill the server this many times; whether nothing that was answered is lost, doubled or half there."""
    dice, people = Random(), [Person() for _ in range(WRITERS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.sqlite"
        shutil.copy(sqlite_of(Scale((MEASURED,), 1)).removeprefix("sqlite:///"), path)
        before = _interactions(path)
        for _ in range(kills):
            _one_life(f"sqlite:///{path}", people, dice.uniform(*LIVES))
            _must_hold(path, people)
        _one_life(f"sqlite:///{path}", people, LIVES[1])
        return _judge(path, people, before, kills)


def _one_life(url: str, people: list[Person], seconds: float) -> None:
    with serving(url) as served:
        client = served.signed_in(practitioner_of_vdab(MEASURED))
        token = re.search(r'name="_csrf_token" value="([^"]+)"', client.get(FORM).text)
        assert token
        writing = [
            threading.Thread(target=person.write_until_it_dies, args=(_same(served, client), token[1]))
            for person in people
        ]
        for thread in writing:
            thread.start()
        time.sleep(seconds)
        served.kill()
        for thread in writing:
            thread.join()


def _same(served: Served, client: httpx.Client) -> httpx.Client:
    """A connection of its own with the cookies of somebody signed in."""
    return httpx.Client(base_url=served.address, cookies=client.cookies, timeout=30)


def _filled_in(token: str, key: str) -> dict[str, str]:
    return {
        "_csrf_token": token,
        "key": key,
        "kind": "home_visit",
        "outcome": "contact",
        "happened_on": time.strftime("%Y-%m-%d"),
        "note": "Aan de keukentafel.",
    }


def _must_hold(path: Path, people: list[Person]) -> None:
    if refused := [person.refused for person in people if person.refused]:
        raise RuntimeError(f"The server refused what it should keep: {refused[0]}")
    kept = _kept(path)
    if lost := [key for person in people for key in person.answered if kept.get(key) != 1]:
        raise RuntimeError(
            f"{len(lost)} interactions were answered and are not there once, such as {lost[0]}"
        )


def _kept(path: Path) -> dict[str, int]:
    """How many entries the trail holds for each interaction, by its key."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(
            connection.execute(
                """SELECT i.key, count(t.id) FROM interaction i
                     LEFT JOIN trail_entry t ON t.subject = 'interaction' AND t.subject_id = i.id
                    GROUP BY i.id"""
            ).fetchall()
        )


def _interactions(path: Path) -> int:
    return len(_kept(path))


def _judge(path: Path, people: list[Person], before: int, kills: int) -> bool:
    _must_hold(path, people)
    answered = sum(len(person.answered) for person in people)
    # A last one each may have been kept without an answer: the last life was killed as well.
    unanswered = _interactions(path) - before - answered
    checked = subprocess.run(
        [sys.executable, "-m", "tracker", "check"],
        cwd=ROOT,
        env={**os.environ, **settings(f"sqlite:///{path}")},
        capture_output=True,
        text=True,
    )
    print(f"{kills + 1} kills: {answered:,} answered, all there once; {unanswered} kept without an answer")
    print(checked.stdout.strip())
    return checked.returncode == 0 and 0 <= unanswered <= len(people)
