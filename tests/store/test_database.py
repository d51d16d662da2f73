"""Opening the store: a new file, an older one, a newer one, and ones that cannot be used."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import Installation, Ledger, OwnLists, StoreError, open_store
from bot.store.tables import metadata

ROOT = Path(__file__).parents[2]
NEWEST = "0013"


def migrate(url: str, version: str) -> None:
    """Bring a database to an older version, as a released Signpost of that time left it."""
    engine = create_engine(url.replace("+aiosqlite", ""))
    with as_file(files("bot.store") / "migrations") as folder, engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()


def version_of(path: Path) -> str:
    """Read a database's version."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return version


async def pragma(engine: AsyncEngine, name: str) -> object:
    """Ask SQLite for one of its settings."""
    async with engine.connect() as connection:
        return (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()


async def test_a_new_file_gets_the_newest_version(engine: AsyncEngine, tmp_path: Path) -> None:
    assert version_of(tmp_path / "signpost.db") == NEWEST


async def test_the_tables_are_what_the_migrations_leave(engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_sqlite_is_set_up_as_the_bot_needs_it(engine: AsyncEngine) -> None:
    assert await pragma(engine, "journal_mode") == "wal"
    assert await pragma(engine, "foreign_keys") == 1
    assert await pragma(engine, "busy_timeout") == 2000
    assert await pragma(engine, "synchronous") == 1


async def test_an_empty_file_is_a_new_database(url: str, tmp_path: Path) -> None:
    (tmp_path / "signpost.db").touch()

    await (await open_store(url)).dispose()

    assert version_of(tmp_path / "signpost.db") == NEWEST


async def test_the_first_version_is_brought_forward_with_what_it_held(url: str, tmp_path: Path) -> None:
    migrate(url, "0001")
    with closing(sqlite3.connect(tmp_path / "signpost.db")) as old, old:
        old.execute("INSERT INTO guilds VALUES (10, 'observe', 77, 600, 0.7)")
        old.execute("INSERT INTO channels VALUES (20, 10, 'off')")
        columns = (
            "id, guild_id, channel_id, message_id, topic, score, claims, state, reason, opened_at, "
            "notes_sent, covered_by"
        )
        noon = "2026-03-01 12:00:00"
        old.executemany(
            f"INSERT INTO cases ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (1, 10, 20, 30, "kratom", 0.9, '["pain"]', "noted", "PITCH", noon, 1, None),
                (2, 10, 20, 31, "kratom", 0.8, "[]", "silenced", "COOLING_DOWN", noon, 0, 1),
            ],
        )
        old.execute(
            "INSERT INTO notes VALUES (40, 1, 10, 20, 30, 'kratom', '[\"samhsa\"]', 'abc', ?)", (noon,)
        )

    engine = await open_store(url)
    ledger = Ledger(engine, OwnLists(engine, b"key"))
    first, second = await ledger.get(1), await ledger.get(2)
    covering = await ledger.covering(20, "kratom", datetime(2026, 3, 1, 11, tzinfo=UTC))
    async with engine.connect() as connection:
        notes = (await connection.execute(text("SELECT note_id, case_id FROM notes"))).all()
        guilds = (await connection.execute(text("SELECT chosen FROM guilds"))).all()
    await engine.dispose()

    assert version_of(tmp_path / "signpost.db") == NEWEST
    assert [json.loads(chosen) for (chosen,) in guilds] == [
        {"mode": "observe", "mod_log": 77, "cooldown": 600, "threshold": 0.7}
    ]
    assert first is not None
    assert (first.message_id, first.claims, first.entry_due, first.entry_id) == (30, ("pain",), False, None)
    assert second is not None
    assert second.covered_by == 1
    assert notes == [(40, 1)]
    assert covering == 1, "the cool-down was forgotten"


async def test_opening_twice_keeps_what_is_there(url: str) -> None:
    engine = await open_store(url)
    await Installation(engine).set("commands", "abc")
    await engine.dispose()

    engine = await open_store(url)
    kept = await Installation(engine).get("commands")
    await engine.dispose()

    assert kept == "abc"


async def test_a_named_fact_can_change_and_others_are_not_there(engine: AsyncEngine) -> None:
    installation = Installation(engine)
    await installation.set("commands", "abc")
    await installation.set("commands", "def")

    assert await installation.get("commands") == "def"
    assert await installation.get("other") is None


async def test_a_newer_database_is_refused_and_left_as_it_is(url: str, tmp_path: Path) -> None:
    await (await open_store(url)).dispose()
    with closing(sqlite3.connect(tmp_path / "signpost.db")) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")

    with pytest.raises(StoreError) as refused:
        await open_store(url)

    line = str(refused.value)
    assert f"newer Signpost (version 0999, this program knows up to {NEWEST})" in line
    assert "\n" not in line
    assert version_of(tmp_path / "signpost.db") == "0999"


async def test_a_file_that_is_no_database_is_one_line(url: str, tmp_path: Path) -> None:
    (tmp_path / "signpost.db").write_text("not a database, only words " * 100)

    with pytest.raises(StoreError) as refused:
        await open_store(url)

    assert str(refused.value) == (
        f"the database {tmp_path / 'signpost.db'} cannot be used: file is not a database"
    )


async def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        await open_store(f"sqlite+aiosqlite:///{tmp_path}/nowhere/signpost.db")

    assert str(refused.value).startswith(f"the database {tmp_path}/nowhere/signpost.db cannot be used: ")
    assert "\n" not in str(refused.value)


async def test_a_folder_in_place_of_the_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used: unable to open database file"):
        await open_store(f"sqlite+aiosqlite:///{tmp_path}")


async def test_a_database_of_another_program_is_one_line(url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "signpost.db")) as other, other:
        other.execute("CREATE TABLE cases (id INTEGER)")

    with pytest.raises(StoreError) as refused:
        await open_store(url)

    assert "already exists" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_cannot_be_opened_leaves_no_traceback_of_a_thread(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from bot.store import StoreError, open_store\n"
        "for _ in range(10):\n"
        "    try:\n"
        "        asyncio.run(open_store(sys.argv[1]))\n"
        "    except StoreError:\n"
        "        pass\n"
    )
    url = f"sqlite+aiosqlite:///{tmp_path}/nowhere/signpost.db"

    done = subprocess.run([sys.executable, "-c", program, url], capture_output=True, check=True, cwd=ROOT)

    assert done.stderr.decode() == ""


async def test_a_copy_made_while_it_is_closed_is_a_whole_store(url: str, tmp_path: Path) -> None:
    engine = await open_store(url)
    await Installation(engine).set("commands", "abc")
    await engine.dispose()
    shutil.copy(tmp_path / "signpost.db", tmp_path / "copy.db")

    copy = await open_store(url.replace("signpost.db", "copy.db"))
    kept = await Installation(copy).get("commands")
    await copy.dispose()

    assert kept == "abc"
