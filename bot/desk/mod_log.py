"""The mod log: writes a case's entry, keeps it up to date, tells of a trouble once."""

import asyncio
import logging
from collections.abc import Callable

import discord

from bot import words
from bot.desk import entry
from bot.faults import PASSING, is_final
from bot.permissions import missing_here
from bot.store import Case, CaseState, Ledger, Places, Troubles

_log = logging.getLogger(__name__)

LogChannel = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


class ModLog:
    """Writes to the channel that a server chose; where it cannot, the case is kept and nothing is raised.

    Invariant: one entry a case; what a cool-down silences changes that entry and adds none.
    """

    __slots__ = ("_awaiting", "_guild_of", "_ledger", "_places", "_troubles", "_turns")

    def __init__(
        self,
        ledger: Ledger,
        places: Places,
        troubles: Troubles,
        guild_of: Callable[[int], discord.Guild | None],
    ) -> None:
        """guild_of: the client's cache of servers, by id."""
        self._ledger = ledger
        self._places = places
        self._troubles = troubles
        self._guild_of = guild_of
        self._turns: dict[int, asyncio.Lock] = {}
        self._awaiting: set[int] = set()

    def channel(self, guild_id: int) -> LogChannel | None:
        """Return a server's log channel if one was chosen, still exists and may be written to."""
        chosen = self.chosen(guild_id)
        return None if chosen is None or missing_here(chosen) else chosen

    def chosen(self, guild_id: int) -> LogChannel | None:
        """Return a server's log channel if one was chosen and still exists."""
        guild = self._guild_of(guild_id)
        channel_id = self._places.at(guild_id).mod_log
        found = guild.get_channel_or_thread(channel_id) if guild and channel_id else None
        return found if isinstance(found, LogChannel) else None

    async def awake(self, guild_id: int) -> LogChannel | None:
        """Return what `channel` does, but open a thread that sleeps, which is not in the client's memory.

        Raises what Discord raises where it cannot tell now.
        """
        guild, channel_id = self._guild_of(guild_id), self._places.at(guild_id).mod_log
        if guild is None or channel_id is None or self.chosen(guild_id) is not None:
            return self.channel(guild_id)
        try:
            asleep = await guild.fetch_channel(channel_id)
            if not isinstance(asleep, discord.Thread) or missing_here(asleep):
                return None
            return await asleep.edit(archived=False)
        except (discord.NotFound, discord.Forbidden):
            return None

    def was_chosen(self, guild_id: int) -> bool:
        """Say whether a server chose a log channel, even if it is gone since."""
        return self._places.at(guild_id).mod_log is not None

    async def write(self, case: Case, view: discord.ui.LayoutView) -> None:
        """Write a case's entry, or put it in place of the one that stands; then show what came meanwhile.

        The nonce lets Discord drop a second try within minutes, such as after a crash before it was recorded.
        """
        channel = self.channel(case.guild_id)
        if channel is None:
            await self._ledger.entry_dropped(case.id)
            return
        try:
            shown = await self._find(case)
            if shown is not None:
                await shown.edit(view=view, allowed_mentions=discord.AllowedMentions.none())
            else:
                shown = await channel.send(
                    view=view,
                    allowed_mentions=discord.AllowedMentions.none(),
                    silent=True,
                    nonce=f"entry:{case.id}",
                )
        except PASSING as error:
            _log.warning("entry of case %d not written: %s", case.id, error)
            if is_final(error):
                await self._ledger.entry_dropped(case.id)
            return
        await self._ledger.entry_written(case.id, shown.channel.id, shown.id)
        await self.refresh(case.id)

    async def strike(self, case_id: int) -> bool:
        """Take quotes and writer out of a case's entry, since the post no longer says so.

        False where it has to be tried again.
        """
        case = await self._ledger.get(case_id)
        if case is None:
            return True
        try:
            shown = await self._find(case)
            if shown is not None:
                count, first = await self._ledger.silenced_by(case_id, entry.MOST_LINKS)
                await shown.edit(
                    view=entry.struck(case, count, first), allowed_mentions=discord.AllowedMentions.none()
                )
        except PASSING as error:
            _log.warning("entry of case %d not struck: %s", case_id, error)
            return False  # a permission may come back, and quotes must not stay for want of one
        return True

    async def refresh(self, case_id: int) -> None:
        """Bring the count of silenced posts and the ruling on a case's entry up to date.

        Calls that come while one is at work are served together by one more edit, so that a flood of
        pastes costs a few edits and not one each.
        """
        if case_id in self._awaiting:
            return
        self._awaiting.add(case_id)
        turn = self._turns.setdefault(case_id, asyncio.Lock())
        async with turn:
            self._awaiting.discard(case_id)
            await self._refresh(case_id)
        if case_id not in self._awaiting:
            self._turns.pop(case_id, None)

    async def tell_trouble(self, channel: discord.abc.GuildChannel | discord.Thread, missing: str) -> None:
        """Tell the moderators once what Signpost lacks in a channel and how to grant it."""
        log = self.channel(channel.guild.id)
        if log is None:
            _log.warning("guild %d: in channel %d %s", channel.guild.id, channel.id, missing)
            return
        if not await self._troubles.is_news(channel.guild.id, channel.id, missing):
            return
        try:
            await log.send(
                words.trouble(channel.mention, missing), allowed_mentions=discord.AllowedMentions.none()
            )
        except PASSING as error:
            await self._troubles.over(channel.id)  # so that the next occasion tells it
            _log.warning("guild %d not told of a trouble: %s", channel.guild.id, error)

    async def _refresh(self, case_id: int) -> None:
        case = await self._ledger.get(case_id)
        if case is None or case.entry_id is None or case.strike_due or case.state is CaseState.DELETED:
            return  # what is struck, or is about to be, must not get its quotes back
        count, first = await self._ledger.silenced_by(case_id, entry.MOST_LINKS)
        if not (count or case.ruling):
            return
        try:
            if shown := await self._find(case):
                await shown.edit(
                    view=entry.refreshed(shown, case, count, first),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
        except PASSING as error:
            _log.warning("entry of case %d not updated: %s", case_id, error)

    async def _find(self, case: Case) -> discord.Message | None:
        """Fetch a case's entry; None where there is none. Raises what Discord raises but for NotFound.

        A thread that sleeps is not in the client's memory, yet its messages are there.
        """
        guild = self._guild_of(case.guild_id)
        if guild is None or case.entry_id is None or case.entry_channel_id is None:
            return None
        try:
            channel = guild.get_channel_or_thread(case.entry_channel_id)
            channel = channel or await guild.fetch_channel(case.entry_channel_id)
            return await channel.fetch_message(case.entry_id) if isinstance(channel, LogChannel) else None
        except discord.NotFound:
            return None
