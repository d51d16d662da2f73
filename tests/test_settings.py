"""The operator's settings: where they come from, and one line for each that cannot be used."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.policy import Mode
from bot.settings import Settings, SettingsError, load

TOKEN = "MTE2.secret-part.do-not-show"


@pytest.fixture(autouse=True)
def an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start in a folder without .env."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_with_nothing_set_the_defaults_hold() -> None:
    settings = load()

    assert settings.token is None
    assert settings.database_url == "sqlite+aiosqlite:///signpost.db"
    assert settings.default_mode is Mode.NOTE
    assert (settings.cooldown, settings.threshold, settings.retention_days) == (1800, 0.8, 90)
    assert (settings.health_port, settings.log_level, settings.shard_count) == (None, "INFO", None)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "TOKEN": TOKEN,
        "DATABASE_URL": "sqlite+aiosqlite:////data/a.db",
        "DEFAULT_MODE": "observe",
        "COOLDOWN": "0",
        "THRESHOLD": "0.7",
        "RETENTION_DAYS": "14",
        "HEALTH_PORT": "8080",
        "LOG_LEVEL": "warning",
        "SHARD_COUNT": "2",
    }.items():
        monkeypatch.setenv(f"SIGNPOST_{name}", value)

    settings = load()

    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.database_url == "sqlite+aiosqlite:////data/a.db"
    assert settings.default_mode is Mode.OBSERVE
    assert (settings.cooldown, settings.threshold, settings.retention_days) == (0, 0.7, 14)
    assert (settings.health_port, settings.log_level, settings.shard_count) == (8080, "WARNING", 2)


def test_settings_come_from_dot_env_and_the_environment_wins(
    an_empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (an_empty_folder / ".env").write_text("SIGNPOST_COOLDOWN=60\nSIGNPOST_THRESHOLD=0.6\nOTHER=1\n")
    monkeypatch.setenv("SIGNPOST_COOLDOWN", "120")

    settings = load()

    assert (settings.cooldown, settings.threshold) == (120, 0.6)


def test_a_name_with_nothing_behind_it_is_as_if_it_were_not_there(an_empty_folder: Path) -> None:
    (an_empty_folder / ".env").write_text("SIGNPOST_TOKEN=\nSIGNPOST_HEALTH_PORT=\nSIGNPOST_COOLDOWN=\n")

    settings = load()

    assert (settings.token, settings.health_port, settings.cooldown) == (None, None, 1800)


def test_the_example_file_as_it_is_gives_the_defaults(an_empty_folder: Path) -> None:
    example = Path(__file__).parent.parent / ".env.example"
    lines = [line.lstrip("#") for line in example.read_text().splitlines()]
    (an_empty_folder / ".env").write_text("\n".join(line for line in lines if line.startswith("SIGNPOST_")))

    assert load() == Settings()
    assert {line.partition("=")[0] for line in lines if line.startswith("SIGNPOST_")} == {
        f"SIGNPOST_{name.upper()}" for name in Settings.model_fields
    }


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("COOLDOWN", "soon", "valid integer"),
        ("COOLDOWN", "-1", "greater than or equal to 0"),
        ("COOLDOWN", "604801", "less than or equal to 604800"),
        ("THRESHOLD", "0", "greater than 0"),
        ("THRESHOLD", "1.5", "less than or equal to 1"),
        ("RETENTION_DAYS", "0", "greater than or equal to 1"),
        ("RETENTION_DAYS", "366", "less than or equal to 365"),
        ("HEALTH_PORT", "65536", "less than or equal to 65535"),
        ("LOG_LEVEL", "loud", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("DEFAULT_MODE", "shout", "'off', 'observe', 'review' or 'note'"),
        ("SHARD_COUNT", "0", "greater than or equal to 1"),
        ("DATABASE_URL", "mysql://u:hunter2@h/d", "must begin with sqlite+aiosqlite:///"),
        ("DATABASE_URL", "signpost.db", "is not a database URL; try sqlite+aiosqlite:///signpost.db"),
    ],
)
def test_what_cannot_be_used_is_one_line_that_names_it_and_not_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, complaint: str
) -> None:
    monkeypatch.setenv(f"SIGNPOST_{name}", value)
    monkeypatch.setenv("SIGNPOST_TOKEN", TOKEN)

    with pytest.raises(SettingsError) as refused:
        load()

    line = str(refused.value)
    assert line.startswith(f"SIGNPOST_{name}: ")
    assert complaint in line
    assert "\n" not in line
    assert "hunter2" not in line
    assert TOKEN not in line
    assert refused.value.__cause__ is None


def test_a_value_that_cannot_be_used_shows_in_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_DATABASE_URL", "mysql://u:hunter2@h/d")

    with pytest.raises(ValidationError) as refused:
        Settings()

    assert "hunter2" not in str(refused.value)


def test_every_fault_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_COOLDOWN", "soon")
    monkeypatch.setenv("SIGNPOST_THRESHOLD", "high")

    with pytest.raises(SettingsError, match=r"SIGNPOST_COOLDOWN: .*; SIGNPOST_THRESHOLD: "):
        load()


def test_a_dot_env_that_is_not_text_is_one_line(an_empty_folder: Path) -> None:
    (an_empty_folder / ".env").write_bytes(b"SIGNPOST_TOKEN=\xff\xfe\n")

    with pytest.raises(SettingsError, match=r"^the file \.env is not UTF-8 text$"):
        load()


def test_the_token_shows_in_no_text_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_TOKEN", TOKEN)

    settings = load()

    for shown in (repr(settings), str(settings), settings.model_dump_json(), str(settings.model_dump())):
        assert "secret-part" not in shown
