import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tracker.settings import CHECKOUT, BadSetting, load


def test_without_any_setting_the_tracker_has_a_name_and_a_file_of_its_own(tmp_path):
    settings = load({"DATA_DIR": str(tmp_path)})

    assert settings.app_name == "Leerspoor"
    assert settings.sqlite_path == tmp_path / "tracker.sqlite"
    assert settings.secure_cookies
    assert settings.session_idle == timedelta(minutes=60)
    assert settings.replica_url is None


def test_the_default_data_folder_lies_in_the_checkout():
    settings = load({"SECRET": "s" * 32})

    assert settings.data_dir == CHECKOUT / "data"


def test_a_relative_database_path_counts_from_the_checkout_and_an_absolute_one_stays():
    relative = load({"SECRET": "s" * 32, "DATABASE_URL": "sqlite:///data/other.sqlite"})
    absolute = load({"SECRET": "s" * 32, "DATABASE_URL": "sqlite:////srv/tracker.sqlite"})

    assert relative.sqlite_path == CHECKOUT / "data" / "other.sqlite"
    assert str(absolute.sqlite_path) == "/srv/tracker.sqlite"


def test_on_postgresql_there_is_no_database_file():
    settings = load({"SECRET": "s" * 32, "DATABASE_URL": "postgresql://an:geheim@db/tracker"})

    assert settings.sqlite_path is None


def test_the_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    first = load({"DATA_DIR": str(tmp_path)}).secret
    second = load({"DATA_DIR": str(tmp_path)}).secret

    assert first == second
    assert len(first) >= 32
    assert stat.S_IMODE(os.stat(tmp_path / "secret").st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_all_who_start_at_once_share_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as together:
        secrets = set(together.map(lambda _: load({"DATA_DIR": str(tmp_path)}).secret, range(8)))

    assert len(secrets) == 1


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("DATABASE_URL", "mysql://db/tracker", "sqlite:///"),
        ("DATABASE_URL", "tracker.sqlite", "sqlite:///"),
        ("DATABASE_REPLICA_URL", "sqlite:////srv/copy.sqlite", "postgresql://"),
        ("SESSION_IDLE_MINUTES", "0", "van 1 tot 1440"),
        ("SESSION_IDLE_MINUTES", "een uur", "van 1 tot 1440"),
        ("SESSION_HOURS", "9" * 40, "van 1 tot 720"),
        ("SECURE_COOKIES", "misschien", "true of false"),
        ("BASE_URL", "leerspoor.be", "http:// of https://"),
        ("BASE_URL", "https://leerspoor.be/app", "zonder pad"),
    ],
)
def test_a_bad_setting_is_named_with_its_value_and_with_what_is_allowed(name, value, allowed):
    with pytest.raises(BadSetting) as bad:
        load({"SECRET": "s" * 32, name: value})

    assert name in str(bad.value)
    assert value in str(bad.value)
    assert allowed in str(bad.value)


def test_a_message_or_a_printed_setting_shows_no_password_and_no_secret():
    with pytest.raises(BadSetting) as wrong_scheme:
        load({"DATABASE_URL": "mysql://an:geheim@db/tracker"})
    with pytest.raises(BadSetting) as too_short:
        load({"SECRET": "geheim"})
    settings = load({"SECRET": "geheim" * 6, "DATABASE_URL": "postgresql://an:geheim@db/tracker"})

    assert "geheim" not in f"{wrong_scheme.value} {too_short.value} {settings!r}"
