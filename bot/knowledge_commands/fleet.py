"""Reaching the database of a running fleet from a command, and ending a command with one plain line."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import typer
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.policy import PlaceSettings
from bot.settings import Settings, SettingsError, load
from bot.store import OpenStore, StoreError

T = TypeVar("T")

FAILED, WRONG_USE = 1, 2
"""Exit statuses: it could not be done now; it was asked for wrongly."""


class UseError(Exception):
    """A command was asked for what there is not. The message is for the operator."""


def asked(ask: Callable[[OpenStore], Awaitable[T]]) -> T:
    """Ask the fleet's database something, and end the command with a line where that cannot be done."""
    settings = operators_settings()
    try:
        return asyncio.run(_ask(settings, ask))
    except UseError as error:
        fail(str(error), WRONG_USE)
    except StoreError as error:
        fail(str(error), FAILED)
    except SQLAlchemyError as error:
        fail(f"the database could not be used, so nothing was changed; try again: {plain(error)}", FAILED)


async def _ask(settings: Settings, ask: Callable[[OpenStore], Awaitable[T]]) -> T:
    store = await open_fleet(settings)
    try:
        return await ask(store)
    finally:
        await store.close()


async def open_fleet(settings: Settings) -> OpenStore:
    """Open the database that the fleet runs on. Raises StoreError, also where there is none yet.

    A new file would be opened for nothing: no bot reads it.
    """
    path = make_url(settings.database_url).database or ""
    if not await asyncio.to_thread(Path(path).is_file):
        raise StoreError(
            f"there is no database at {path}: set SIGNPOST_DATABASE_URL to the one that the bot runs on"
        )
    return await OpenStore.open(settings.database_url, PlaceSettings(mode=settings.default_mode))


def operators_settings() -> Settings:
    """Load the operator's settings, or end the command."""
    try:
        return load()
    except SettingsError as error:
        fail(str(error), FAILED)


def plain(error: SQLAlchemyError) -> str:
    """Say what a database found wrong, without the statement."""
    return str(getattr(error, "orig", None) or type(error).__name__)


def fail(message: str, status: int) -> NoReturn:
    """End the command with a line on standard error."""
    typer.echo(f"signpost: {message}", err=True)
    raise typer.Exit(status)
