"""Carrying a moderator's ruling out: ledger first, then the note, then the mod-log entry."""

import logging
from dataclasses import dataclass
from datetime import datetime

import discord

from bot import words
from bot.desk.mod_log import ModLog
from bot.faults import PASSING, is_final
from bot.store import Case, CaseState, Ledger, Ruling, StandingNote

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What came of a ruling. case: as it stands now. again: it was ruled so before. stands: its note does."""

    case: Case
    again: bool
    stands: bool

    @property
    def answer(self) -> str:
        """What the moderator is told."""
        if self.case.ruling is Ruling.CONFIRMED:
            if self.again:
                return words.confirmed_before(self.case.id, self.case.ruled_by)
            return words.confirmed(self.case.id, withdrawn=self.case.state is CaseState.WITHDRAWN)
        if self.again and not self.stands:
            return words.dismissed_before(self.case.id, self.case.ruled_by)
        withdrawn = self.case.state is CaseState.WITHDRAWN
        return words.dismissed(self.case.id, withdrawn=withdrawn, stands=self.stands)


class Rulings:
    """Takes rulings and withdraws the notes of dismissed cases.

    Invariant: a note of a dismissed case is to be withdrawn for as long as the store knows it to stand; so
    nothing else has to be remembered when Discord is in trouble or the process ends in between.
    """

    __slots__ = ("_client", "_given_up", "_ledger", "_mod_log")

    def __init__(self, client: discord.Client, ledger: Ledger, mod_log: ModLog) -> None:
        self._client = client
        self._ledger = ledger
        self._mod_log = mod_log
        self._given_up: set[int] = set()

    async def take(self, case_id: int, guild_id: int, ruling: Ruling, by: int, at: datetime) -> Ruled | None:
        """Rule a case. by: id of the moderator. None if this server has no such case, or no longer."""
        ruled = await self._ledger.rule(case_id, guild_id, ruling, by, at)
        if ruled is None:
            return None
        withdrawn = [await self._withdraw(note) for note in await self._ledger.to_withdraw(case_id)]
        await self._mod_log.refresh(case_id)
        case = await self._ledger.get(case_id) or ruled.case
        return Ruled(case, again=not ruled.new, stands=not all(withdrawn))

    async def finish(self) -> None:
        """Withdraw the notes whose withdrawal a fault or the end of the process held up."""
        for note in await self._ledger.to_withdraw():
            if note.note_id not in self._given_up and await self._withdraw(note):
                await self._mod_log.refresh(note.case_id)

    async def _withdraw(self, note: StandingNote) -> bool:
        """Delete a note; False if it still stands. What Discord refuses for good is left until a restart."""
        channel = self._client.get_partial_messageable(note.channel_id, guild_id=note.guild_id)
        try:
            await channel.get_partial_message(note.note_id).delete()
        except discord.NotFound:
            _log.debug("note of case %d was gone already", note.case_id)
        except PASSING as error:
            _log.warning("note of case %d not withdrawn: %s", note.case_id, error)
            if is_final(error):
                self._given_up.add(note.note_id)
            return False
        await self._ledger.note_withdrawn(note)
        return True
