"""What `signpost knowledge correct` does: finds the notes, edits them and says what came of it."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import aiohttp
import discord
import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.correction import Anew, Correcting, Outcome, Tally
from bot.faults import PASSING
from bot.knowledge import Shelf, standard
from bot.knowledge_commands.fleet import FAILED, open_fleet, plain
from bot.knowledge_commands.progress import progress
from bot.settings import Settings
from bot.store import HELP_TOPIC, OpenStore, ShownNote, StoreError

STOPPED = 130
"""Exit status after Ctrl-C, as shells have it."""

FOLLOWS = timedelta(minutes=1)
"""Time in which every running bot has read what was withdrawn."""

Connector = Callable[[], aiohttp.BaseConnector]


class CorrectionError(Exception):
    """Nothing could be corrected. The message is one line for the operator."""


def run(settings: Settings, *, dry_run: bool = False, connector: Connector | None = None) -> int:
    """Correct the notes, say what came of it, and return the exit status.

    0: no note shows what was withdrawn. 1: some still do. connector: the way to every host, where it is not
    the open network.
    """
    tally = Tally()
    try:
        asyncio.run(_run(settings, tally, connector, dry_run=dry_run))
    except (CorrectionError, StoreError) as error:
        typer.echo(f"signpost: {error}", err=True)
        return FAILED
    except SQLAlchemyError as error:
        typer.echo(f"signpost: the database could not be used; try again: {plain(error)}", err=True)
        return FAILED
    except KeyboardInterrupt:
        typer.echo(f"{_said(tally)} Stopped: run it again to go on, nothing is lost.")
        return STOPPED
    return FAILED if tally.left and not dry_run else 0


async def _run(settings: Settings, tally: Tally, connector: Connector | None, *, dry_run: bool) -> None:
    async with AsyncExitStack() as stack:
        store = await open_fleet(settings)
        stack.push_async_callback(store.close)
        shelf = Shelf(standard())
        shelf.take_back(await store.withdrawals.now())
        anew = Anew(shelf)
        due = [
            note
            for note in await store.corrections.standing()
            if anew.is_due(note, store.places.chosen(note.guild_id))
        ]
        if dry_run or not due:
            typer.echo(_due(due, shelf))
        else:
            client = await stack.enter_async_context(_client(connector))
            await _log_in(client, settings)
            await _correct(client, store, anew, due, tally)
        await _tell_of_stragglers(store)


async def _correct(
    client: discord.Client, store: OpenStore, anew: Anew, due: list[ShownNote], tally: Tally
) -> None:
    with progress("notes", len(due)) as step:
        await Correcting(client, store, anew, tally, step).correct(due)
    typer.echo(_said(tally))
    for note, why in tally.refused:
        typer.echo(f"  refused ({why}): {_link(note)}")
    if tally.failed:
        typer.echo("Discord or the database was in trouble: run it again for the rest.")


def _client(connector: Connector | None) -> discord.Client:
    """Make a client that speaks REST alone: it opens no gateway session beside the fleet's."""
    return discord.Client(
        intents=discord.Intents.none(),
        allowed_mentions=discord.AllowedMentions.none(),
        connector=connector() if connector else None,
    )


async def _log_in(client: discord.Client, settings: Settings) -> None:
    """Log in. Raises CorrectionError."""
    token = settings.token.get_secret_value().strip() if settings.token else ""
    if not token:
        raise CorrectionError("no token: set SIGNPOST_TOKEN to the bot's, as the fleet has it")
    try:
        await client.login(token)
    except discord.LoginFailure:
        raise CorrectionError("Discord refused the token: set SIGNPOST_TOKEN to the fleet's") from None
    except PASSING as error:
        raise CorrectionError(f"Discord cannot be reached, so nothing was corrected: {error}") from None


def _due(due: list[ShownNote], shelf: Shelf) -> str:
    """Say how many notes show what was withdrawn, and what it is."""
    if not due:
        return "No note shows what was withdrawn." if shelf.withdrawn else "Nothing is withdrawn."
    withdrawn = shelf.withdrawn
    why: Counter[str] = Counter()
    for note in due:
        if withdrawn.covers(note.topic):
            why["with help alone" if note.topic == HELP_TOPIC else f"on {note.topic}"] += 1
        else:
            why.update(f"showing {each}" for each in note.resource_ids if each in withdrawn.resources)
    servers = len({note.guild_id for note in due})
    listed = "".join(f"\n  {number} {what}" for what, number in sorted(why.items()))
    return f"{len(due)} notes in {servers} servers would be edited:{listed}"


def _said(tally: Tally) -> str:
    """Sum up what became of the notes."""
    counts = tally.counts
    return (
        f"{counts[Outcome.CORRECTED]} of {tally.due} notes corrected, {counts[Outcome.GONE]} gone, "
        f"{counts[Outcome.REFUSED]} refused, {tally.left - counts[Outcome.REFUSED]} left for another run."
    )


async def _tell_of_stragglers(store: OpenStore) -> None:
    """Say so where the fleet may just have posted what it had not yet read to be withdrawn."""
    newest = max((each.at for each in await store.withdrawals.listed()), default=None)
    if newest is not None and datetime.now(UTC) - newest < FOLLOWS:
        typer.echo("A withdrawal is less than a minute old: run this once more in a minute.")


def _link(note: ShownNote) -> str:
    return f"https://discord.com/channels/{note.guild_id}/{note.channel_id}/{note.note_id}"
