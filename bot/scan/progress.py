"""The report of a scan: one message of the bot's own in the mod log, for as long as it runs and after."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import discord
from discord import ui

from bot.desk import ModLog
from bot.faults import PASSING, is_final
from bot.posts import WhyUnread
from bot.scan import pace, wording
from bot.scan.buttons import Verb, scan_button
from bot.scan.reckoning import Guess, rate, seconds_left, share
from bot.seal import Seal
from bot.store import Scan, ScanPlace, Scans, Tally
from bot.texts import Texts

_log = logging.getLogger(__name__)

EDITED_TOO_OFTEN = 30046
"""Discord's code, with a 429, for too many edits of a message older than an hour."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What a report needs of the bot: the texts of a server's log, and seals for its button."""

    texts_of: Callable[[int], Texts]
    seal: Seal


class Progress:
    """Counts what a scan reads, and shows it with a Cancel button, edited at most every few seconds.

    left_out: channels that were left out until now, in whole or in part, by id.
    Invariant: one message a scan; it is written anew only where it is gone or can no longer be edited.
    """

    __slots__ = (
        "_begun",
        "_client",
        "_mod_log",
        "_read_before",
        "_scan",
        "_shown",
        "_speech",
        "_store",
        "_unread",
        "left_out",
    )

    def __init__(
        self,
        client: discord.Client,
        mod_log: ModLog,
        store: Scans,
        scan: Scan,
        speech: Speech,
    ) -> None:
        self._speech = speech
        self._client = client
        self._mod_log = mod_log
        self._store = store
        self._scan = scan
        self.left_out: dict[int, ScanPlace] = {}
        self._unread: Mapping[WhyUnread, int] = {}
        self._begun = _now()
        self._read_before = scan.posts_read
        self._shown: float | None = None

    @property
    def address(self) -> str | None:
        """Where the report stands; None where it could not be written yet."""
        return report_of(self._scan)

    @property
    def read(self) -> int:
        """Posts read until now."""
        return self._scan.posts_read

    def begin(self, known: dict[int, ScanPlace], unread: Mapping[WhyUnread, int]) -> None:
        """Take the time from now on: what a rate is reckoned from. known: how far the scan is.

        unread: posts with files that could not be read, by the reason.
        """
        self._begun = _now()
        self._unread = unread
        self.left_out |= {each: place for each, place in known.items() if place.skipped}

    def count(self, since: Tally) -> None:
        """Count what was read since the last time."""
        scan = self._scan
        now = Tally(scan.posts_read, scan.posts_found, self._unread) + since
        self._scan = replace(scan, posts_read=now.read, posts_found=now.found)
        self._unread = now.unread

    async def show(self, here: int | None = None, *, waits: bool = False) -> None:
        """Show how far the scan is, unless that was shown just now. here: id of the channel it reads."""
        if self._shown is not None and _now() - self._shown < pace.REPORT_EVERY:
            return
        self._shown = _now()
        scan = self._scan
        a_second = rate(scan.posts_read - self._read_before, self._shown - self._begun)
        reckoned = Guess(scan.reckoned, scan.reckoned_most)
        left = seconds_left(reckoned.without(scan.posts_read), a_second) if a_second else None
        done = share(scan.posts_read, reckoned)
        view = ui.View(timeout=None)
        view.add_item(scan_button(scan.guild_id, scan.id, Verb.CANCEL, self._texts, self._speech.seal))
        await self._put(wording.running(self._texts, scan, done, a_second, left, here, waits), view)

    async def close(self) -> None:
        """Show how the scan ended, and take its button away. What fails now is tried again later."""
        if await self._put(wording.ended(self._texts, self._scan), None):
            await self._store.report_over(self._scan.id)

    @property
    def _texts(self) -> Texts:
        return self._speech.texts_of(self._scan.guild_id)

    async def _put(self, text: str, view: ui.View | None) -> bool:
        """Write the report where it stands, or anew where it is gone; False if that is to be tried again."""
        left = [
            *wording.unread(self._texts, self._unread),
            *wording.left_out(self._texts, self.left_out.values()),
        ]
        text = wording.within_a_message([text, *left])
        try:
            return await self._edit(text, view) or await self._send(text, view)
        except PASSING as error:
            _log.warning("report of scan %d not written: %s", self._scan.id, error)
            return is_final(error)

    async def _edit(self, text: str, view: ui.View | None) -> bool:
        """Edit the report; False if there is none that can be edited. Raises what passes by itself."""
        scan = self._scan
        if scan.report_id is None or scan.report_channel_id is None:
            return False
        channel = self._client.get_partial_messageable(scan.report_channel_id, guild_id=scan.guild_id)
        report = channel.get_partial_message(scan.report_id)
        try:
            await report.edit(content=text, view=view, allowed_mentions=discord.AllowedMentions.none())
        except discord.HTTPException as error:
            if not (is_final(error) or error.code == EDITED_TOO_OFTEN):
                raise
            _log.info("report of scan %d cannot be edited any more: %s", scan.id, error)
            return False
        return True

    async def _send(self, text: str, view: ui.View | None) -> bool:
        """Write a new report. True as well where there is no log any more: nobody can be told."""
        channel = await self._mod_log.awake(self._scan.guild_id)
        if channel is None:
            return True
        more: dict[str, Any] = {} if view is None else {"view": view}
        stale = self._scan
        sent = await channel.send(
            text,
            allowed_mentions=discord.AllowedMentions.none(),
            silent=True,
            nonce=f"{self._scan.report_id or self._scan.id}:scan",
            **more,
        )
        await self._store.report_written(self._scan.id, channel.id, sent.id)
        self._scan = replace(self._scan, report_channel_id=channel.id, report_id=sent.id)
        await self._clear_away(stale)
        return True

    async def _clear_away(self, stale: Scan) -> None:
        """Delete a report that another stands for now, as well as that can be done."""
        if stale.report_id is None or stale.report_channel_id is None:
            return
        channel = self._client.get_partial_messageable(stale.report_channel_id, guild_id=stale.guild_id)
        try:
            await channel.get_partial_message(stale.report_id).delete()
        except PASSING as error:
            _log.info("old report of scan %d not deleted: %s", stale.id, error)


def report_of(scan: Scan) -> str | None:
    """Return the address of a scan's report, as Discord's client opens it."""
    if scan.report_id is None or scan.report_channel_id is None:
        return None
    return f"https://discord.com/channels/{scan.guild_id}/{scan.report_channel_id}/{scan.report_id}"


def _now() -> float:
    return asyncio.get_running_loop().time()
