"""What may not enter the repository, whatever else changes."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRACKED = subprocess.run(
    ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.split("\0")[:-1]
LOCKS = ["requirements.lock", "package-lock.json"]
BROWSER = [path for path in TRACKED if path.endswith((".js", ".css"))]
TEMPLATES = [path for path in TRACKED if path.startswith("templates/")]
LONGEST_LINE_BY_HAND = 200

FOREIGN = re.compile(r"\.min\.(js|css)$|(^|/)(node_modules|vendor|third_party|dist)/|\.(woff2?|ttf|otf|whl)$")
INLINE = re.compile(
    r"""\sstyle\s*=        # a style attribute
    | <style\b
    | <script\b(?![^>]*\ssrc=)
    | \son[a-z]+\s*=       # an event handler
    | javascript:
    | ["'(=]\s*(https?:)?//  # another site
    """,
    re.VERBOSE | re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|farm|tmp|root|home|Users)/\w")


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8", errors="ignore")


@pytest.mark.parametrize("path", LOCKS)
def test_a_lock_names_no_place_a_package_came_from(path):
    assert path in TRACKED
    assert "://" not in text_of(path)


def test_every_locked_package_is_checked_by_its_hash():
    lock = text_of("requirements.lock")
    pinned = re.findall(r"^\S+==\S+", lock, re.MULTILINE)
    hashed = re.findall(r"^\S+==\S+(?: ;.*?)? \\\n +--hash=sha256:", lock, re.MULTILINE)

    assert pinned
    assert len(hashed) == len(pinned)


def test_nothing_of_others_is_tracked():
    assert [path for path in TRACKED if FOREIGN.search(path)] == []
    assert "uv.lock" not in TRACKED


@pytest.mark.parametrize("path", BROWSER)
def test_scripts_and_styles_are_written_by_hand(path):
    assert max(map(len, text_of(path).splitlines())) <= LONGEST_LINE_BY_HAND


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_template_keeps_to_the_strict_csp(path):
    found = [line.strip() for line in text_of(path).splitlines() if INLINE.search(line)]

    assert found == []


def test_no_text_names_a_path_of_someones_machine():
    found = [path for path in TRACKED if MACHINE_PATH.search(text_of(path))]

    assert found == []
