"""Taking notes back: deletes them from their channels, and tries again what Discord held up."""

import logging

import discord

from bot.faults import PASSING, is_final
from bot.store import Retractions, StandingNote

_log = logging.getLogger(__name__)


class Withdrawal:
    """Deletes notes whose time is over. What Discord refuses for good is left until a restart."""

    __slots__ = ("_client", "_given_up", "_retractions")

    def __init__(self, client: discord.Client, retractions: Retractions) -> None:
        self._client = client
        self._retractions = retractions
        self._given_up: set[int] = set()

    async def of(self, note: StandingNote) -> bool:
        """Delete a note; False if it still stands."""
        channel = self._client.get_partial_messageable(note.channel_id, guild_id=note.guild_id)
        try:
            await channel.get_partial_message(note.note_id).delete()
        except discord.NotFound:
            _log.debug("note %d was gone already", note.note_id)
        except PASSING as error:
            _log.warning("note %d not withdrawn: %s", note.note_id, error)
            if is_final(error):
                self._given_up.add(note.note_id)
            return False
        await self._retractions.note_withdrawn(note)
        return True

    async def finish(self) -> list[int]:
        """Withdraw what a fault or the end of the process held up; return the cases it belonged to."""
        due = [note for note in await self._retractions.to_withdraw() if note.note_id not in self._given_up]
        withdrawn = [note for note in due if await self.of(note)]
        return [note.case_id for note in withdrawn if note.case_id is not None]
