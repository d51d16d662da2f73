"""Running on the real Discord: starting, staying up through failed connections, stopping cleanly."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack

import aiohttp
import discord

from bot.client import Signpost
from bot.faults import PASSING
from bot.health import serve_health
from bot.recognition.linear import ModelError
from bot.settings import Settings
from bot.store import StoreError

_log = logging.getLogger(__name__)

LASTING = 300.0
"""Seconds after which a connection counts as having stood; Discord rations new sessions by the day."""

CLOSING_TIME = 4.5
"""Seconds that closing may take; a container is killed ten seconds after SIGTERM."""

FIRST_DELAY, LONGEST_DELAY = 1.0, 60.0
"""Seconds before the first try again, and at most; each delay doubles the last."""

TOKEN_REFUSED = 4004
INTENTS_REFUSED = frozenset({4013, 4014})

PARSER_ERRORS = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What discord.py's parsers let through on a malformed event; it ends the connection."""

Connector = Callable[[], aiohttp.BaseConnector]


SWITCH_SECONDS = 0.001
"""How long a thread that judges a post may keep the interpreter from the event loop (by default 0.005)."""


class UnreadableEventError(Exception):
    """Discord sent an event that discord.py could not read."""


class StartError(Exception):
    """The bot cannot run. The message is one line that says what is wrong and what to do; never the token."""


_MISSING = (
    "no token: set SIGNPOST_TOKEN, in the environment or in .env, to the bot's token (Developer Portal → Bot)"
)
_REFUSED = (
    "Discord refused the token: copy it anew (Developer Portal → Bot → Reset Token) into SIGNPOST_TOKEN"
)
_NO_INTENT = (
    "Discord refused the Message Content intent: switch it on "
    "(Developer Portal → Bot → Privileged Gateway Intents)"
)


def run(settings: Settings, *, connector: Connector | None = None) -> int:
    """Run the bot until SIGTERM or Ctrl-C; return the process's exit status.

    connector: the way to every host, where it is not the open network. Errors are one line on standard error.
    """
    _start_log(settings.log_level)
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        asyncio.run(_run(settings, connector))
    except (StartError, StoreError, ModelError) as error:
        sys.stderr.write(f"signpost: {error}\n")
        return 1
    return 0


def _start_log(level: str) -> None:
    """Log to standard error: our own modules at the level that was set, libraries their warnings alone.

    At DEBUG, discord.py logs whole events and aiosqlite whole statements: what members wrote would be there.
    """
    logging.basicConfig(format="%(asctime)s %(levelname)-7s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger().setLevel("ERROR" if level == "ERROR" else "WARNING")
    # Two warnings at each start about voice, which Signpost has no use for.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    for ours in ("bot", "cogs"):
        logging.getLogger(ours).setLevel(level)


async def _run(settings: Settings, connector: Connector | None) -> None:
    if settings.token is None or not settings.token.get_secret_value().strip():
        raise StartError(_MISSING)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    live = _Live()
    async with AsyncExitStack() as stack:
        if settings.health_port is not None:
            try:
                await stack.enter_async_context(serve_health(settings.health_port, live.connected))
            except OSError:
                raise StartError(
                    f"port {settings.health_port} is taken: choose another in SIGNPOST_HEALTH_PORT"
                ) from None
        staying = asyncio.create_task(_stay_connected(settings, connector, live))
        stopped = asyncio.create_task(stopping.wait())
        await asyncio.wait({staying, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not staying.done():
            await _stop(staying)
            return
        await staying


async def _stop(staying: asyncio.Task[None]) -> None:
    """Cancel the connection's task, which closes gateway and database on its way out, within CLOSING_TIME."""
    _log.info("stopping")
    staying.cancel()
    await asyncio.wait({staying}, timeout=CLOSING_TIME)


class _Live:
    """The client of the current try, for the health page."""

    def __init__(self) -> None:
        self.bot: Signpost | None = None

    def connected(self) -> bool:
        """Say whether the gateway is up."""
        return self.bot is not None and self.bot.connected


async def _stay_connected(settings: Settings, connector: Connector | None, live: _Live) -> None:
    """Connect, and connect anew with growing delays for as long as Discord cannot be reached.

    Each try has a fresh client: discord.py cannot log in twice with one, and dies or recurses when the first
    connection fails. Once connected, it reconnects and resumes by itself. Raises StartError.
    """
    delay = FIRST_DELAY
    clock = asyncio.get_running_loop().time
    while True:
        begun = clock()
        bot = live.bot = Signpost(settings, connector=connector)
        try:
            await _connect(bot, settings)
        except (*PASSING, discord.GatewayNotFound) as error:
            _log.warning("Discord cannot be reached, trying again in %.0f s: %s", delay, error)
        except UnreadableEventError as error:
            _log.warning("%s, connecting anew in %.0f s", error, delay)
        else:
            return
        finally:
            live.bot = None
            await bot.close()
        await asyncio.sleep(delay)
        delay = FIRST_DELAY if clock() - begun > LASTING else min(delay * 2, LONGEST_DELAY)


async def _connect(bot: Signpost, settings: Settings) -> None:
    """Log in and stay connected. Raises StartError where trying again cannot help."""
    token = settings.token.get_secret_value().strip() if settings.token else ""
    try:
        await bot.login(token)
        _spare_the_collector()
        await _listen(bot)
    except discord.LoginFailure:
        raise StartError(_REFUSED) from None
    except discord.PrivilegedIntentsRequired:
        raise StartError(_NO_INTENT) from None
    except discord.ConnectionClosed as closed:
        if closed.code == TOKEN_REFUSED:
            raise StartError(_REFUSED) from None
        if closed.code in INTENTS_REFUSED:
            raise StartError(_NO_INTENT) from None
        raise StartError(f"Discord ended the connection for good (code {closed.code})") from None


def _spare_the_collector() -> None:
    """Leave out of later garbage collections what stays for good: models, knowledge, libraries.

    Looking through their 130 000 objects held the event loop for 85 ms each time.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


async def _listen(bot: Signpost) -> None:
    """Stay on the gateway.

    Raises UnreadableEventError, without the event itself: it may hold what somebody wrote.
    """
    try:
        await bot.connect()
    except PARSER_ERRORS as error:
        raise UnreadableEventError(
            f"an event from Discord could not be read ({type(error).__name__})"
        ) from None
