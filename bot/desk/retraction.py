"""Taking back what was said of a post: its note goes, its mod-log entry loses the quotes."""

from collections.abc import Collection
from datetime import datetime

from bot.desk.mod_log import ModLog
from bot.desk.withdrawal import Withdrawal
from bot.store import Act, Case, CaseState, Gone, Ledger, Retractions, Ruling

EXPIRED_A_ROUND = 10
"""Entries of expired cases struck at a time: a scan's thousand expire in one minute, and Discord lets a bot
change old messages only slowly."""


class Retraction:
    """Follows posts that are deleted or edited clean.

    Invariant: the store is told first; Discord's trouble or the end of the process delays the rest only.
    """

    __slots__ = ("_ledger", "_mod_log", "_retractions", "_withdrawal")

    def __init__(
        self,
        ledger: Ledger,
        retractions: Retractions,
        withdrawal: Withdrawal,
        mod_log: ModLog,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._withdrawal = withdrawal
        self._mod_log = mod_log

    async def messages_gone(
        self, message_ids: Collection[int], by_hand: Act | None = None
    ) -> tuple[int, ...]:
        """Follow the deletion of messages, posts and notes alike. by_hand: that a moderator deleted them.

        Returns the cases of several messages, by id, of which some are left.
        """
        gone = await self._retractions.messages_gone(message_ids, by_hand)
        await self._follow(gone)
        return gone.bereft

    async def channel_gone(self, channel_id: int) -> None:
        """Follow the deletion of a channel or thread with all that stood in it."""
        gone = await self._retractions.channel_gone(channel_id)
        for case in gone.cases:
            if case.state is CaseState.SENDING:
                await self._ledger.close(case, CaseState.DELETED_FIRST)
        await self._follow(gone)

    async def edited_clean(self, case: Case, at: datetime | None) -> None:
        """Follow an edit after which a post no longer calls for its case. at: the time of the edit."""
        await self._follow(await self._retractions.edited_clean(case, at))

    async def keep_note(self, case: Case) -> bool:
        """Let a note stay that was to be withdrawn, for a post that is a pitch again; False without one."""
        return case.ruling is not Ruling.DISMISSED and await self._retractions.keep_note(case.message_id)

    async def quotes_gone(self, case: Case) -> None:
        """Strike the entry of a case that was over before a message that it quotes was changed or deleted."""
        await self._retractions.to_be_struck(case.id)
        await self._strike(case.id)

    async def note_below_clean(self, message_id: int) -> None:
        """Take back the note below a post that was edited clean after its case expired."""
        await self._follow(await self._retractions.note_below_clean(message_id))

    async def finish(self) -> None:
        """Do what a fault or the end of the process held up: notes first, then entries."""
        for case_id in await self._withdrawal.finish():
            await self._mod_log.refresh(case_id)
        for case_id in await self._retractions.to_strike():
            await self._strike(case_id)
        for shown in await self._retractions.expired_entries(EXPIRED_A_ROUND):
            struck = await self._mod_log.strike_expired(shown)
            await self._retractions.expired_entry_tried(shown.entry_id, struck=struck)

    async def _follow(self, gone: Gone) -> None:
        for note in gone.notes:
            await self._withdrawal.of(note)
        for case in gone.cases:
            if case.may_have_entry:
                await self._strike(case.id)
        for case_id in gone.covering:
            await self._mod_log.refresh(case_id)

    async def _strike(self, case_id: int) -> None:
        if await self._mod_log.strike(case_id):
            await self._retractions.struck(case_id)
