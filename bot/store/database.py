"""Opening the store: SQLite through aiosqlite, brought to the newest version before anything reads it."""

import logging
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

BUSY_TIMEOUT_MS = 5000
"""How long a statement waits for another program that holds the file, such as a backup."""


class StoreError(Exception):
    """The database cannot be used. The message is one line for the operator."""


async def open_store(url: str) -> AsyncEngine:
    """Open the database and bring it to the newest version.

    url: sqlite+aiosqlite:///PATH. Raises StoreError when the file cannot be read or written, is no database,
    or was last used by a newer Signpost.
    """
    # One connection: SQLite has one writer, and statements that queue here cannot meet "database is locked".
    engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)
    event.listen(engine.sync_engine, "connect", _prepare_connection)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    except DatabaseError as error:
        await engine.dispose()
        raise StoreError(f"the database {_path(url)} cannot be used: {error.orig}") from None
    except StoreError:
        await engine.dispose()
        raise
    return engine


def _path(url: str) -> Path:
    return Path(make_url(url).database or ":memory:").absolute()


def _prepare_connection(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


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
            _log.info("bringing the database from version %s to %s", current, script.get_current_head())
            command.upgrade(config, "head")
