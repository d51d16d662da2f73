"""The mod log: writes a case's entry, keeps it up to date, tells of a trouble once."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from weakref import WeakValueDictionary

import discord

from bot.desk.buttons import has_buttons_of
from bot.desk.entry import Entries, Subject
from bot.desk.pace import Pace
from bot.desk.standings import Standings
from bot.faults import PASSING, is_final
from bot.permissions import missing_here, permission_names
from bot.store import Case, CaseState, Copies, ExpiredEntry, Ledger, Places, Troubles
from bot.texts import Texts

_log = logging.getLogger(__name__)

LogChannel = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel

SEARCH_DEPTH = 100
"""Messages that are searched for an unrecorded entry: the first after its case, and the last of the log."""

CLOCKS_DIFFER = timedelta(minutes=1)
"""How far Discord's clock may be behind ours, which gave a case its time."""


class ModLog:
    """Writes to the channel that a server chose; where it cannot, the case is kept and nothing is raised.

    Invariant: at most one entry a case; what a cool-down silences, and near copies in other channels, change
    that entry and add none.
    Invariant: an entry is written, refreshed and struck in turn, so that a refresh that read the entry
    before it was struck cannot bring its quotes back.
    """

    __slots__ = (
        "_copies",
        "_entries",
        "_guild_of",
        "_ledger",
        "_pace",
        "_places",
        "_refused",
        "_standings",
        "_texts_of",
        "_troubles",
        "_turns",
    )

    def __init__(
        self,
        ledger: Ledger,
        places: Places,
        troubles: Troubles,
        copies: Copies,
        standings: Standings,
        entries: Entries,
        pace: Pace,
        guild_of: Callable[[int], discord.Guild | None],
        texts_of: Callable[[int], Texts],
    ) -> None:
        """guild_of: the client's cache of servers, by id. texts_of: what is said in a server's log."""
        self._ledger = ledger
        self._places = places
        self._troubles = troubles
        self._copies = copies
        self._standings = standings
        self._entries = entries
        self._pace = pace
        self._guild_of = guild_of
        self._texts_of = texts_of
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._refused: dict[int, tuple[str, ...] | None] = {}

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

    async def found(self, guild_id: int) -> LogChannel | None:
        """Return what `chosen` does, and also a thread that sleeps, which is not in the client's memory.

        Raises what Discord raises where it cannot tell now.
        """
        guild, channel_id = self._guild_of(guild_id), self._places.at(guild_id).mod_log
        chosen = self.chosen(guild_id)
        if guild is None or channel_id is None or chosen is not None:
            return chosen
        try:
            asleep = await guild.fetch_channel(channel_id)
        except (discord.NotFound, discord.Forbidden):
            return None
        return asleep if isinstance(asleep, discord.Thread) else None

    async def awake(self, guild_id: int) -> LogChannel | None:
        """Return what `channel` does, but open a thread that sleeps. Raises as `found`."""
        log = await self.found(guild_id)
        if log is None or missing_here(log):
            return None
        try:
            return await log.edit(archived=False) if isinstance(log, discord.Thread) and log.archived else log
        except (discord.NotFound, discord.Forbidden):
            return None

    def was_chosen(self, guild_id: int) -> bool:
        """Say whether a server chose a log channel, even if it is gone since."""
        return self._places.at(guild_id).mod_log is not None

    async def write(self, case: Case, subject: Subject) -> None:
        """Write a case's entry, or put it in place of the one that stands; then show what came meanwhile.

        A near copy of what has an entry already is counted there, and gets none.
        """
        if await self._is_counted(case):
            return
        async with self._turn_of(case.id):
            written = await self._write(case, self._entries.opened(subject))
        if written and await self._came_meanwhile(case.id):
            await self.refresh_now(case.id)

    async def recover(self, case: Case) -> bool:
        """Take up the entry of a case that a crash or a lost answer left unrecorded; False if there is none.

        Raises what Discord raises, unless it would raise it for ever.
        """
        if case.entry_id is not None or await self.awake(case.guild_id) is None:
            return False
        async with self._turn_of(case.id):
            try:
                lost = await self._record_lost(case)
            except discord.HTTPException as error:
                if not is_final(error):
                    raise
                _log.warning("entry of case %d not looked for: %s", case.id, error)
                return False
        if lost is not None:
            await self.refresh_now(case.id)
        return lost is not None

    async def strike(self, case_id: int) -> bool:
        """Take quotes and writer out of a case's entry, since the post no longer says so.

        False where it has to be tried again. What Discord refuses for good is tried again once Signpost's
        permissions there have changed or a thread there was opened, or after a restart.
        """
        async with self._turn_of(case_id):
            case = await self._ledger.get(case_id)
            if case is None:
                return True
            lacking = self._lacking(case)
            if case_id in self._refused and self._refused[case_id] == lacking:
                return False
            try:
                await self._strike(case)
            except PASSING as error:
                _log.warning("entry of case %d not struck: %s", case_id, error)
                if is_final(error):
                    self._refused[case_id] = lacking
                return False
        self._refused.pop(case_id, None)
        return True

    async def strike_expired(self, shown: ExpiredEntry) -> bool:
        """Take everything out of the entry of a case that expired. False where it has to be tried again."""
        try:
            channel = await self._place_of(shown.guild_id, shown.channel_id)
            if channel is not None:
                await channel.get_partial_message(shown.entry_id).edit(
                    view=self._entries.expired(shown.guild_id),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
        except discord.NotFound:
            return True
        except PASSING as error:
            _log.warning("entry %d of an expired case not struck: %s", shown.entry_id, error)
            return False
        return True

    async def strike_erased(self, case_id: int, shown: ExpiredEntry) -> bool:
        """Do so with the entry of a case that was deleted, after what is being done to it."""
        async with self._turn_of(case_id):
            return await self.strike_expired(shown)

    async def refresh(self, case_id: int) -> None:
        """Bring what the entry of a case says of it up to date, at once or within the entry's rest.

        Calls that come in the rest are served together by one more edit, so that a flood of pastes costs an
        edit in a few seconds and not one each.
        """
        if (case := await self._standings.counting(case_id)) is not None:
            await self._pace.keep(case.id, partial(self._refresh_in_turn, case.id))

    async def refresh_now(self, case_id: int) -> None:
        """Bring a case's entry up to date at once, for a moderator who waits to see it."""
        if (case := await self._standings.counting(case_id)) is not None:
            await self._refresh_in_turn(case.id)

    async def tell_trouble(self, channel: discord.abc.GuildChannel | discord.Thread, missing: str) -> None:
        """Tell the moderators once what Signpost lacks in a channel and how to grant it."""
        try:
            log = await self.awake(channel.guild.id)
        except PASSING as error:
            _log.warning("guild %d not told of a trouble: %s", channel.guild.id, error)
            return
        if log is None:
            _log.warning("guild %d: in channel %d %s", channel.guild.id, channel.id, missing)
            return
        if not await self._troubles.is_news(channel.guild.id, channel.id, missing):
            return
        texts = self._texts_of(channel.guild.id)
        named = permission_names(texts, missing.split(", "))
        try:
            await log.send(
                texts("mod-log-trouble", channel=channel.mention, missing=named),
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except PASSING as error:
            await self._troubles.over(channel.id)  # so that the next occasion tells it
            _log.warning("guild %d not told of a trouble: %s", channel.guild.id, error)

    def _turn_of(self, case_id: int) -> asyncio.Lock:
        return self._turns.setdefault(case_id, asyncio.Lock())

    async def _is_counted(self, case: Case) -> bool:
        """Count a near copy on the entry of an earlier case, if that one stands; False if there is none."""
        host = await self._copies.host_of(case.id)
        if host is None:
            return False
        try:
            if host.entry_id is not None and await self._find(host) is None:
                return False
        except PASSING as error:
            _log.warning("entry of case %d not looked at: %s", host.id, error)
            return False
        await self.refresh(await self._copies.count_on(case, host))
        return True

    async def _write(self, case: Case, view: discord.ui.LayoutView) -> bool:
        """Write a case's entry; False where it cannot be now."""
        try:
            shown = await self._rewritten(case, view) or await self._sent(case, view)
            if shown is None:
                await self._ledger.entry_dropped(case.id)
                return False
        except PASSING as error:
            _log.warning("entry of case %d not written: %s", case.id, error)
            if is_final(error):
                await self._ledger.entry_dropped(case.id)
            return False
        await self._ledger.entry_written(case.id, shown.channel.id, shown.id)
        return True

    async def _rewritten(self, case: Case, view: discord.ui.LayoutView) -> discord.Message | None:
        """Put an entry in place of the one that stands; None if none does. Takes no permission to write."""
        stands = await self._recorded(case)
        try:
            if stands is not None:
                return await stands.edit(view=view, allowed_mentions=discord.AllowedMentions.none())
        except discord.NotFound:
            _log.debug("the entry of case %d was deleted", case.id)
        return None

    async def _sent(self, case: Case, view: discord.ui.LayoutView) -> discord.Message | None:
        """Send an entry; None where there is no log.

        The nonce lets Discord drop a second try within minutes, such as after a crash before it was recorded.
        """
        channel = await self.awake(case.guild_id)
        if channel is None:
            return None
        return await channel.send(
            view=view,
            allowed_mentions=discord.AllowedMentions.none(),
            silent=True,
            nonce=f"entry:{case.id}",
        )

    async def _came_meanwhile(self, case_id: int) -> bool:
        """Say whether an entry just written lacks a ruling, a deed, or posts that it counts."""
        case = await self._ledger.get(case_id)
        if case is None:
            return False
        now = await self._standings.of(case)
        return bool(now.others.posts or now.deeds or case.ruling)

    async def _refresh_in_turn(self, case_id: int) -> None:
        async with self._turn_of(case_id):
            await self._refresh(case_id)

    async def _refresh(self, case_id: int) -> None:
        case = await self._ledger.get(case_id)
        if case is None or case.entry_id is None or case.strike_due or case.state is CaseState.DELETED:
            return  # what is struck, or is about to be, must not get its quotes back
        now = await self._standings.of(case)
        try:
            if shown := await self._find(case):
                await shown.edit(
                    view=self._entries.refreshed(shown, now),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
        except PASSING as error:
            _log.warning("entry of case %d not updated: %s", case_id, error)

    def _lacking(self, case: Case) -> tuple[str, ...] | None:
        """Name what is missing where a case's entry stands; None where that is not in the client's memory."""
        guild = self._guild_of(case.guild_id)
        place = case.entry_channel_id or self._places.at(case.guild_id).mod_log
        channel = guild.get_channel_or_thread(place) if guild and place else None
        return missing_here(channel) if isinstance(channel, LogChannel) else None

    async def _strike(self, case: Case) -> None:
        """Put the struck entry in place of what stands; it need not be read, and may not be."""
        stands = await self._recorded(case) or await self._record_lost(case)
        if stands is None:
            return
        now = await self._standings.of(case)
        with suppress(discord.NotFound):
            await stands.edit(
                view=self._entries.struck(now),
                allowed_mentions=discord.AllowedMentions.none(),
            )

    async def _record_lost(self, case: Case) -> discord.Message | None:
        """Look for an entry that was sent and not recorded, and record it. Raises what Discord raises.

        A crash leaves it near the case's time; where the case itself was late, it is among the newest.
        """
        if case.entry_id is not None:
            return None
        log = self.chosen(case.guild_id) or await self.awake(case.guild_id)
        if log is None:
            return None
        after = case.opened_at - CLOCKS_DIFFER
        for oldest_first in (True, False):
            history = log.history(limit=SEARCH_DEPTH, after=after, oldest_first=oldest_first)
            posted = [each async for each in history]
            ours = (each for each in posted if each.author.id == log.guild.me.id)
            lost = next((each for each in ours if has_buttons_of(each, case.id)), None)
            if lost is not None:
                await self._ledger.entry_written(case.id, log.id, lost.id)
                return lost
            if len(posted) < SEARCH_DEPTH:
                return None
        return None

    async def _recorded(self, case: Case) -> discord.PartialMessage | None:
        """Return a case's entry as it is recorded, without asking whether it still stands."""
        if case.entry_id is None or case.entry_channel_id is None:
            return None
        channel = await self._place_of(case.guild_id, case.entry_channel_id)
        if channel is None:
            return None
        return channel.get_partial_message(case.entry_id)

    async def _find(self, case: Case) -> discord.Message | None:
        """Fetch a case's entry; None where there is none. Raises what Discord raises but for NotFound."""
        recorded = await self._recorded(case)
        try:
            return await recorded.fetch() if recorded else None
        except discord.NotFound:
            return None

    async def _place_of(self, guild_id: int, channel_id: int) -> LogChannel | None:
        """Return a channel that holds entries; None where there is none. Raises as `_find`.

        A thread that sleeps is not in the client's memory, and is opened: Discord refuses edits there.
        """
        guild = self._guild_of(guild_id)
        if guild is None:
            return None
        try:
            channel = guild.get_channel_or_thread(channel_id) or await guild.fetch_channel(channel_id)
            if isinstance(channel, discord.Thread) and channel.archived:
                channel = await channel.edit(archived=False)
        except discord.NotFound:
            return None
        return channel if isinstance(channel, LogChannel) else None
