"""What a person is told when a command, a button or a form fails, and what the operator's log says of it.

One door for all of them: the command tree uses it for commands, `answering` puts it around buttons and forms.
"""

import logging
import secrets
import traceback
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Final

import discord
from discord import app_commands
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.faults import PASSING, is_final
from bot.permissions import permission_names
from bot.refusals import refusal_behind
from bot.texts import Texts, members_texts_in

_log = logging.getLogger(__name__)

AnyClick = discord.Interaction[discord.Client]


class Refused(app_commands.CheckFailure):
    """What was asked for is not done; the message says why and what to do instead, in the member's words."""


_GONE_BY_CODE: Final = {
    10003: "channel",
    10008: "message",
    10007: "member",
    10011: "role",
    10013: "member",
}
_THREAD_CLOSED: Final = frozenset({50083, 160005})
"""Discord's codes for a thread that is archived, and for one that is locked."""
_NEEDS_TWO_FACTORS: Final = 60003
_FORESEEN: Final = (
    Refused,
    SQLAlchemyError,
    discord.Forbidden,
    discord.NotFound,
    app_commands.CommandNotFound,
    app_commands.CommandSignatureMismatch,
)
_TOO_LATE: Final = frozenset({10062, 10015, 40060, 50027})
"""Codes of Discord's when an answer itself comes too late, or twice: then there is nobody left to tell."""


def answering(interaction: AnyClick) -> AbstractAsyncContextManager[None, bool]:
    """Answer whatever fails within, in private and in the member's language.

    For the callback of a button, a menu or a form, around all that it does::

        async def callback(self, interaction: Click) -> None:
            async with answering(interaction):
                guild = known_server(interaction)
                if not may_moderate(interaction):
                    raise Refused(texts_in(interaction.locale)("failure-moderators-only"))
                ...

    Refused is said as it is. What is foreseen (Discord refuses, is slow or lacks what was asked for; the
    store fails) is answered with what to do and a code that stands in the log, and ends there. Anything else
    is answered with a code as well, and raised on: it is a fault of the program's. Commands need no such
    door: the command tree has it.
    """
    return _Answering(interaction)


class _Answering(AbstractAsyncContextManager[None, bool]):
    def __init__(self, interaction: AnyClick) -> None:
        self._interaction = interaction

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> bool:
        if not isinstance(error, Exception):  # nothing failed, or the process is closing
            return False
        await answer_failure(self._interaction, error)
        return is_foreseen(error)


def known_server(interaction: AnyClick) -> discord.Guild:
    """Return the server of an interaction. Raises Refused where Discord has not told of it, or no longer.

    So it is during an outage, and where Signpost's commands were added to a server without Signpost itself.
    """
    guild = interaction.guild
    if guild is None or guild.unavailable:
        raise Refused(members_texts_in(interaction.locale)("failure-server-unknown"))
    return guild


async def answer_failure(interaction: AnyClick, error: Exception) -> None:
    """Tell the member what failed and what to do, and the log the same under one code."""
    texts = members_texts_in(interaction.locale)
    match error:
        case Refused():
            await _try_to_say(interaction, str(error))
            return
        case app_commands.TransformerError():
            await _try_to_say(interaction, texts("failure-option-unseen"))
            return
        case _:
            code = secrets.token_hex(3)
            _write_down(interaction, error, code)
    if isinstance(error, discord.InteractionResponded) or getattr(error, "code", None) in _TOO_LATE:
        return
    said = explained(texts, error, interaction.guild)
    await _try_to_say(interaction, f"{said} {texts('failure-code', code=code)}")


def explained(texts: Texts, error: Exception, guild: discord.Guild | None) -> str:
    """Say what a failure means for the one who met it, and what to do. guild: where it happened."""
    match error:
        case discord.Forbidden():
            return _forbidden(texts, error, guild)
        case discord.NotFound():
            return texts(f"failure-gone-{_GONE_BY_CODE.get(error.code, 'something')}")
        case discord.HTTPException() if error.code in _THREAD_CLOSED:
            return texts("failure-thread-closed")
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return texts("failure-command-changed")
        case SQLAlchemyError():
            return texts("failure-store")
        case _:
            return texts("failure-slow" if _passes(error) else "failure-unforeseen")


def is_foreseen(error: Exception) -> bool:
    """Say whether a failure is none of the program's own: refused, gone, slow, or the store's."""
    if isinstance(error, discord.HTTPException) and error.code in _THREAD_CLOSED:
        return True
    return isinstance(error, _FORESEEN) or _passes(error)


def _passes(error: Exception) -> bool:
    return isinstance(error, PASSING) and not is_final(error)


async def say(interaction: AnyClick, text: str) -> None:
    """Answer in private, whether or not an answer was begun."""
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True)
    else:
        await interaction.response.send_message(text, ephemeral=True)


def _forbidden(texts: Texts, error: discord.Forbidden, guild: discord.Guild | None) -> str:
    if error.code == _NEEDS_TWO_FACTORS:
        return texts("failure-two-factors")
    refusal = refusal_behind(error, guild)
    if refusal.by_rank:
        return texts("failure-role-above")
    if not refusal.missing:
        return texts("failure-forbidden")
    missing = permission_names(texts, refusal.missing)
    if refusal.channel_id is None:
        return texts("failure-lacking-in-server", missing=missing)
    return texts("failure-lacking", missing=missing, channel=f"<#{refusal.channel_id}>")


async def _try_to_say(interaction: AnyClick, text: str) -> None:
    try:
        await say(interaction, text)
    except PASSING as error:
        _log.warning("a failure could not be told: %s", _named(error))


def _write_down(interaction: AnyClick, error: Exception, code: str) -> None:
    """Log a failure without what people wrote: an error's own message may quote a value that was typed."""
    what = "command" if interaction.type is discord.InteractionType.application_command else "press"
    if is_foreseen(error) and not isinstance(error, SQLAlchemyError):
        _log.warning("%s failed, code %s: %s", what, code, _named(error))
        return
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s failed, code %s: %s\n%s", what, code, _named(error), frames.rstrip())


def _named(error: Exception) -> str:
    name = type(error).__name__
    match error:
        case discord.HTTPException():
            return f"{name}, status {error.status}, Discord's code {error.code}"
        case DBAPIError():
            return f"{name}: {error.orig}"
        case _:
            return name
