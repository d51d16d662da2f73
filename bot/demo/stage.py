"""What the visitor looks at: one open preview of the community, its clock, and what a paste led to."""

import asyncio
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import urlsplit

import simcord

from bot.demo.community import GENERAL, MEMBER, MOD_LOG, MODERATOR, RECOVERY, Community, DemoError, sendable
from bot.demo.transcript import Transcript

CLOCK_STEP = 2.0
"""Real seconds between two moves of the simulated clock. What the bot waits for takes minutes."""


@dataclass(frozen=True, slots=True)
class View:
    """A channel as one person sees it. Both are names of the community."""

    channel: str
    person: str


START = View(GENERAL, MEMBER)
"""Where the visitor begins: the scene played elsewhere, so no cool-down runs here."""


class Outcome(StrEnum):
    """What Signpost did with a visitor's paste."""

    NOTE = "a note"
    COUNTED = "counted on an earlier note's entry"
    LOGGED = "an entry in the mod log, and no note"
    SILENCE = "nothing"


@dataclass(frozen=True, slots=True)
class Pasted:
    """A visitor's paste. as_file: it was too long for a message and went as message.txt."""

    channel: str
    outcome: Outcome
    as_file: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The open preview: who sees what, and the address's origin and capability."""

    view: View
    origin: str
    capability: str


class Stage:
    """Shows one view of the community at a time and keeps its clock.

    Invariant: whatever touches the simulated Discord holds `turn`, since simcord refuses two at once; that
    includes the preview's own requests, which the page passes on.
    """

    def __init__(self, community: Community) -> None:
        self.turn = asyncio.Lock()
        self._community = community
        self._opened = AsyncExitStack()
        self._ended: asyncio.Task[None] | None = None
        self._shown: Shown | None = None
        self._fresh = 0

    @property
    def shown(self) -> Shown | None:
        """The open preview; None before the first, and once the visitor has ended it."""
        return None if self._ended is None or self._ended.done() else self._shown

    @property
    def views(self) -> tuple[View, ...]:
        """All that can be looked at: each channel as each of the two who may see it."""
        both = [name for name in self._community.channels if name != MOD_LOG]
        both.sort(key=lambda name: (name != GENERAL, name != RECOVERY))
        return (
            *(View(channel, person) for channel in both for person in (MEMBER, MODERATOR)),
            View(MOD_LOG, MODERATOR),
        )

    async def show(self, view: View) -> Shown:
        """Close the open preview and open this view. Raises KeyError for one that is not in `views`."""
        if view not in self.views:
            raise KeyError(view)
        async with self.turn:
            return await self._open(view)

    async def paste(self, text: str, *, fresh: bool) -> Pasted:
        """Post a text as the member, in #general or in a fresh channel, and show it there.

        Raises DemoError for an empty text.
        """
        text = sendable(text)  # before a channel is made for it
        async with self.turn:
            community = self._community
            name = GENERAL
            if fresh:
                self._fresh += 1
                name = f"fresh-{self._fresh}"
                community.fresh_channel(name)
            channel = community.channels[name]
            before = await self._mod_log()
            post = await community.paste(community.member, channel, text)
            noted = community.note_on(post, channel) is not None
            outcome = Outcome.NOTE if noted else _outcome(before, await self._mod_log())
            await self._open(View(name, MEMBER))
            return Pasted(name, outcome, as_file=bool(post.attachments))

    async def keep_time(self) -> None:
        """Move the simulated clock along with the real one, until cancelled."""
        env = self._community.env
        while True:
            await asyncio.sleep(CLOCK_STEP)
            async with self.turn:
                behind = (datetime.now(UTC) - env.now()).total_seconds()
                # What overlaps or does not settle in time is made up for at the next step.
                with suppress(simcord.SetupError, TimeoutError):
                    await env.advance_time(max(0.0, behind))

    async def close(self) -> None:
        """Close the open preview, if there is one."""
        await self._opened.aclose()
        if self._ended is not None:
            await self._ended
            self._ended = None

    async def _open(self, view: View) -> Shown:
        await self.close()
        community = self._community
        preview = community.env.preview(
            community.channels[view.channel], viewers=[community.people[view.person]], layout="channel"
        )
        try:
            await self._opened.enter_async_context(preview)
        except simcord.SetupError as error:
            raise DemoError(f"the simulated Discord cannot be shown: {error}") from None
        self._ended = asyncio.create_task(preview.wait_closed())
        address = urlsplit(preview.url)
        self._shown = Shown(view, f"{address.scheme}://{address.netloc}", address.fragment)
        return self._shown

    async def _mod_log(self) -> list[list[str]]:
        transcript = Transcript({})
        return [await transcript.message(each) for each in self._community.channels[MOD_LOG].history()]


def _outcome(before: list[list[str]], after: list[list[str]]) -> Outcome:
    """Tell from the mod log what happened to a post that got no note."""
    if len(after) > len(before):
        return Outcome.LOGGED
    return Outcome.SILENCE if after == before else Outcome.COUNTED
