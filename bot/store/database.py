"""Opening the store: SQLite through aiosqlite, brought to the newest version before anything reads it."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

_log = logging.getLogger(__name__)

BUSY_TIMEOUT_MS = 2000
"""How long a statement waits for another program that holds the file, such as a backup.

Discord waits 3 seconds for the answer to a command: who gives one is told that the store is busy.
"""


class StoreError(Exception):
    """The database cannot be used. The message is one line for the operator."""


async def open_store(url: str) -> AsyncEngine:
    """Open the database and bring it to the newest version.

    url: sqlite+aiosqlite:///PATH. Raises StoreError when the file cannot be read or written, is no database,
    or was last used by a newer Signpost.
    """
    path = make_url(url).database or ":memory:"
    await asyncio.to_thread(_try_out, path)
    try:
        migrating = _engine(url, foreign_keys=False)
        try:
            async with migrating.begin() as connection:
                await connection.run_sync(_upgrade)
        finally:
            await migrating.dispose()
    except DatabaseError as error:
        raise StoreError(f"the database {path} cannot be used: {error.orig}") from None
    return _engine(url, foreign_keys=True)


def _try_out(path: str) -> None:
    """Open and read the file once, without a pool and a thread that would have to be ended."""
    folder = Path(path).absolute().parent
    if not folder.is_dir():
        raise StoreError(f"the database {path} cannot be used: there is no folder {folder}")
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        raise StoreError(f"the database {path} cannot be used: {error}") from None


def _engine(url: str, *, foreign_keys: bool) -> AsyncEngine:
    """Make an engine with one connection: SQLite has one writer, and what queues here is never "locked".

    foreign_keys: off while migrating, since SQLite alters some tables by dropping the old one, and that would
    carry out ON DELETE. The setting cannot be changed inside a transaction.
    """
    engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)

    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # Python's sqlite3 would begin transactions late and not at all before DDL; begin() does it instead.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", begin)
    return engine


def _upgrade(connection: Connection) -> None:
    with as_file(files("bot.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        script = ScriptDirectory.from_config(config)
        known = {revision.revision for revision in script.walk_revisions()}
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and current not in known:
            raise StoreError(
                f"the database is of a newer Signpost (version {current}, this program knows up to "
                f"{script.get_current_head()}); update the program, or give it another database"
            )
        if current != script.get_current_head():
            if current is not None:
                _log.info("bringing the database from version %s to %s", current, script.get_current_head())
            command.upgrade(config, "head")
