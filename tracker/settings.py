"""How this installation is set up, read once from the environment."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import urlsplit

CHECKOUT = Path(__file__).resolve().parent.parent
SECRET_FILE = "secret"
SHORTEST_SECRET = 32


class BadSetting(ValueError):
    """A setting cannot be used; the message (Dutch) says which, what it holds and what is allowed."""

    def __init__(self, name: str, value: str, allowed: str) -> None:
        super().__init__(f"Instelling {name} is {value}. Toegelaten: {allowed}.")


@dataclass(frozen=True)
class Settings:
    app_name: str
    base_url: str
    data_dir: Path
    database_url: str = field(repr=False)
    replica_url: str | None = field(repr=False)
    secret: str = field(repr=False)
    secure_cookies: bool
    session_idle: timedelta
    session_length: timedelta
    mail_url: str = field(repr=False)
    mail_from: str
    mail_hour: int

    @property
    def sqlite_path(self) -> Path | None:
        """The database file, or None on PostgreSQL."""
        scheme, _, path = self.database_url.partition(":///")
        return Path(path) if scheme == "sqlite" else None


def load(environ: Mapping[str, str]) -> Settings:
    """Read the settings; what is absent or empty gets its default. Raises BadSetting."""
    data_dir = Path(environ.get("DATA_DIR") or CHECKOUT / "data").expanduser().resolve()
    idle = _whole(environ, "SESSION_IDLE_MINUTES", default=60, least=1, most=24 * 60)
    length = _whole(environ, "SESSION_HOURS", default=12, least=1, most=30 * 24)
    return Settings(
        app_name=environ.get("APP_NAME", "").strip() or "Leerspoor",
        base_url=_base_url(environ),
        data_dir=data_dir,
        database_url=_database_url(environ, data_dir),
        replica_url=_replica_url(environ),
        secret=_secret(environ, data_dir),
        secure_cookies=_yes_or_no(environ, "SECURE_COOKIES", default=True),
        session_idle=timedelta(minutes=idle),
        session_length=timedelta(hours=length),
        mail_url=_mail_url(environ, data_dir),
        mail_from=environ.get("MAIL_FROM", "").strip() or "leerspoor@localhost",
        mail_hour=_whole(environ, "MAIL_HOUR", default=7, least=0, most=23),
    )


def _database_url(environ: Mapping[str, str], data_dir: Path) -> str:
    url = environ.get("DATABASE_URL") or f"sqlite:///{data_dir / 'tracker.sqlite'}"
    scheme, _, rest = url.partition("://")
    if scheme in ("postgresql", "postgres") and rest.strip("/"):
        return url
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return f"sqlite:///{(CHECKOUT / rest[1:]).resolve()}"
    allowed = (
        "sqlite:///pad/naar/bestand, sqlite:////volledig/pad of postgresql://naam:wachtwoord@host/databank"
    )
    raise BadSetting("DATABASE_URL", _without_password(url), allowed)


def _replica_url(environ: Mapping[str, str]) -> str | None:
    url = environ.get("DATABASE_REPLICA_URL") or None
    if url and urlsplit(url).scheme not in ("postgresql", "postgres"):
        raise BadSetting(
            "DATABASE_REPLICA_URL", _without_password(url), "postgresql://naam:wachtwoord@host/databank"
        )
    return url


def _mail_url(environ: Mapping[str, str], data_dir: Path) -> str:
    url = environ.get("MAIL_URL") or f"file://{data_dir / 'mail'}"
    parts = urlsplit(url)
    to_server = parts.scheme in ("smtp", "smtps") and bool(parts.hostname)
    to_folder = parts.scheme == "file" and not parts.netloc and len(parts.path) > 1
    if to_server or to_folder or parts.scheme == "console":
        return url
    allowed = "smtp://naam:wachtwoord@host:587, smtps://host, file:///map of console:"
    raise BadSetting("MAIL_URL", _without_password(url), allowed)


def _without_password(url: str) -> str:
    before, at, after = url.rpartition("@")
    return repr(f"{before.partition('://')[0]}://…@{after}" if at else url)


def _base_url(environ: Mapping[str, str]) -> str:
    url = (environ.get("BASE_URL") or "http://127.0.0.1:8000").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise BadSetting(
            "BASE_URL", repr(url), "http:// of https:// met een naam en eventueel een poort, zonder pad"
        )
    return url


def _secret(environ: Mapping[str, str], data_dir: Path) -> str:
    given = environ.get("SECRET")
    if not given:
        return _own_secret(data_dir)
    if len(given) < SHORTEST_SECRET:
        raise BadSetting("SECRET", f"{len(given)} tekens lang", f"minstens {SHORTEST_SECRET} tekens")
    return given


def _own_secret(data_dir: Path) -> str:
    """The secret of this installation: made at the first start, kept in a file only its owner can read."""
    path = data_dir / SECRET_FILE
    data_dir.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with NamedTemporaryFile("w", dir=data_dir) as draft:
            draft.write(secrets.token_urlsafe(48))
            draft.flush()
            # Linking fails when another process was first: then its secret counts, for both.
            with suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text().strip()


def _whole(environ: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most:
        return int(text)
    raise BadSetting(name, repr(text), f"een geheel getal van {least} tot {most}")


def _yes_or_no(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in ("true", "1", "ja"):
        return True
    if text in ("false", "0", "nee"):
        return False
    raise BadSetting(name, repr(text), "true of false")


SETTINGS = load(os.environ)
