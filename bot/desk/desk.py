"""The desk: carries decisions out. Ledger first, then the note, then the mod log."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TypeVar
from weakref import WeakValueDictionary

import discord

from bot.desk.delivery import Delivery
from bot.desk.entry import Subject, entry
from bot.desk.mod_log import ModLog
from bot.knowledge.topics import claim_titles
from bot.policy import (
    Action,
    Decision,
    PlaceSettings,
    Reason,
    Recent,
    decide,
    decide_on_old,
    may_read,
    without_notes,
)
from bot.posts import Post
from bot.posts.fetch import Fetch
from bot.posts.origin import origin_of
from bot.posts.reading import read
from bot.recognition import LEFT_AT_THE_GATE, Recogniser, Selection
from bot.recognition.verdict import Verdict
from bot.store import Case, CaseState, Ledger, NewCase, OwnLists

T = TypeVar("T")

LONG_POST = 20_000
"""Characters above which a post is judged in a thread, so that the event loop stays free."""

TOO_LATE = timedelta(days=1)
"""Age of a case from which a note that a crash held up is no longer sent."""

_NO_ENTRY = frozenset({CaseState.SENDING, CaseState.SILENCED, CaseState.DELETED_FIRST})
_FIRST_STATE = {Action.NOTE: CaseState.SENDING, Action.OBSERVE: CaseState.OBSERVED}
_NOTE_STANDS = frozenset({CaseState.SENDING, CaseState.NOTED})
_ENTRY_STANDS = _NOTE_STANDS | {CaseState.OBSERVED, CaseState.REFUSED}

Opening = Callable[
    [discord.Message, Verdict, Selection, PlaceSettings], Awaitable[tuple[Decision, Case | None]]
]
"""A way to decide on a post with what the ledger remembers, and to store its case."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A post on its way across the desk; lives in memory only, since it holds text."""

    post: Post
    verdict: Verdict
    decision: Decision


class Desk:
    """Takes a message that may be read from judging to the last line of the mod log.

    Invariant: a case is stored before its note is sent.
    Invariant: in one channel, decisions are taken one after another, so that ten people who paste in the
    same second get one note.
    """

    __slots__ = (
        "_delivery",
        "_fetch",
        "_in_hand",
        "_in_thread",
        "_ledger",
        "_lists",
        "_mod_log",
        "_recogniser",
        "_turns",
    )

    def __init__(
        self,
        ledger: Ledger,
        lists: OwnLists,
        delivery: Delivery,
        mod_log: ModLog,
        recogniser: Recogniser,
        fetch: Fetch,
    ) -> None:
        self._ledger = ledger
        self._lists = lists
        self._delivery = delivery
        self._mod_log = mod_log
        self._recogniser = recogniser
        self._fetch = fetch
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._in_hand: set[int] = set()
        self._in_thread = asyncio.Lock()

    async def handle(self, message: discord.Message, settings: PlaceSettings) -> None:
        """Judge a message and do what the place's settings say. Comes after may_read."""
        await self._take(message, settings, self._open)

    async def look_back(self, message: discord.Message, settings: PlaceSettings, *, may_note: bool) -> bool:
        """Judge an old post; True if a new case came of it. Comes after may_read.

        may_note: False leaves it at a case for review, whatever the place's mode allows.
        """
        allowed = settings if may_note else without_notes(settings)
        return await self._take(message, allowed, self._open_old) is not None

    async def _take(self, message: discord.Message, settings: PlaceSettings, opening: Opening) -> Case | None:
        """Take a message from judging to the last line of the mod log; None where no new case came of it."""
        post = await read(message, self._fetch)
        verdict = await self._judge(post, message.guild.id if message.guild else 0)
        if decide(verdict, settings, Recent()).action is Action.NOTHING:
            return None  # no statement runs for an ordinary message
        if message.id in self._in_hand:
            return None
        self._in_hand.add(message.id)
        try:
            fingerprints = await self._aside(post, partial(self._lists.select, post))
            turn = self._turns.setdefault(message.channel.id, asyncio.Lock())
            async with turn:
                decision, case = await opening(message, verdict, fingerprints, settings)
            if case is not None:
                await self._carry_out(message, _Judged(post, verdict, decision), case)
        finally:
            self._in_hand.discard(message.id)
        return case

    async def resume(self, message: discord.Message, case: Case, settings: PlaceSettings) -> None:
        """Finish a case that a crash left half done. message: the post, fetched again.

        The text is judged anew, since none was stored; a post that no longer calls for a note gets none.
        """
        state = case.state
        if state is CaseState.SENDING:
            state = await self._delivery.reconcile(message.channel, case) or state
        if may_read(origin_of(message), settings) is not None:
            await self._lapse(case, state)
            return
        post = await read(message, self._fetch)
        verdict = await self._judge(post, case.guild_id)
        decision = decide(verdict, settings, Recent())
        too_late = discord.utils.utcnow() - case.opened_at > TOO_LATE
        if post.unread and decision.action is Action.NOTHING and not too_late:
            return  # what makes it a pitch may be in the file that could not be read this time
        if state is CaseState.SENDING:
            state = await self._send_late(
                message, case, settings, lapsed=too_late or decision.action is not Action.NOTE
            )
        elif state is CaseState.REFUSED:
            await self._delivery.lacks_permission(message.channel)
        if case.entry_due and state not in _NO_ENTRY:
            taken = Decision(Action.NOTE if case.reason is Reason.PITCH else Action.OBSERVE, case.reason)
            await self._write_entry(message, _Judged(post, verdict, taken), case, state)

    async def give_up(self, case: Case, channel: discord.abc.Messageable | None = None) -> None:
        """Close a case whose post is gone; its note may still stand. channel: None if it is gone too."""
        await self._ledger.entry_dropped(case.id)
        if case.state is not CaseState.SENDING:
            return
        if channel is None or await self._delivery.reconcile(channel, case) is None:
            await self._ledger.close(case, CaseState.DELETED_FIRST)

    async def unfinished(self) -> list[Case]:
        """Return the cases that were left half done and are in nobody's hand now."""
        return [case for case in await self._ledger.unfinished() if case.message_id not in self._in_hand]

    async def _judge(self, post: Post, guild_id: int) -> Verdict:
        """Take the fast path at once; what it leaves open or a list may know is read in a thread."""
        glance = await self._aside(post, partial(self._recogniser.glance, post))
        if not glance.by_topic:
            return LEFT_AT_THE_GATE
        if glance.verdict is not None and not await self._lists.of(guild_id):
            return glance.verdict
        async with self._in_thread:
            lists = await self._lists.of(guild_id)  # as they are now: a ruling may have come while it waited
            return await asyncio.to_thread(self._recogniser.settle, glance, lists)

    async def _aside(self, post: Post, work: Callable[[], T]) -> T:
        """Work on a post: at once, or for a long one in a thread."""
        if post.length <= LONG_POST:
            return work()
        async with self._in_thread:  # one at a time: they share the interpreter with the event loop
            return await asyncio.to_thread(work)

    async def _open(
        self, message: discord.Message, verdict: Verdict, fingerprints: Selection, settings: PlaceSettings
    ) -> tuple[Decision, Case | None]:
        """Decide with what the ledger remembers of the channel, and store the case."""
        topic = verdict.topic or ""
        since = message.created_at - settings.cooldown
        covering = (
            await self._ledger.covering(message.channel.id, topic, since) if settings.cooldown else None
        )
        decision = decide(verdict, settings, Recent(frozenset({topic} if covering else ())))
        cooling = decision.reason is Reason.COOLING_DOWN
        new = _new_case(message, verdict, decision, covering if cooling else None, settings)
        return decision, await self._ledger.open(
            replace(new, opened_at=message.created_at, fingerprints=fingerprints)
        )

    async def _open_old(
        self, message: discord.Message, verdict: Verdict, fingerprints: Selection, settings: PlaceSettings
    ) -> tuple[Decision, Case | None]:
        """Decide on an old post with what the ledger has of the post's own time; its case is of now."""
        decision = decide_on_old(verdict, settings, Recent())
        covering: int | None = None
        if settings.cooldown:
            stands = _NOTE_STANDS if decision.action is Action.NOTE else _ENTRY_STANDS
            earliest = discord.utils.time_snowflake(message.created_at - settings.cooldown)
            covering = await self._ledger.standing_for(
                message.channel.id, verdict.topic or "", stands, earliest, message.id
            )
        if covering is not None:
            decision = decide_on_old(verdict, settings, Recent(frozenset({verdict.topic or ""})))
        new = _new_case(message, verdict, decision, covering, settings)
        return decision, await self._ledger.open(replace(new, fingerprints=fingerprints))

    async def _carry_out(self, message: discord.Message, judged: _Judged, case: Case) -> None:
        if case.covered_by is not None:
            await self._mod_log.refresh(case.covered_by)
            return
        state = case.state
        if state is CaseState.SENDING:
            state = await self._delivery.send(message, case)
        if state is CaseState.DELETED_FIRST:
            await self._ledger.entry_dropped(case.id)  # quotes and writer go with the post
        elif state is CaseState.REFUSED and (earlier := await self._ledger.join_earlier_refusal(case)):
            await self._mod_log.refresh(earlier)
        elif case.entry_due and state is not CaseState.SENDING:
            await self._write_entry(message, judged, case, state)

    async def _send_late(
        self, message: discord.Message, case: Case, settings: PlaceSettings, *, lapsed: bool
    ) -> CaseState:
        """Send a note that was held up, unless its time is over or another note stands in the channel now."""
        if lapsed:
            await self._ledger.close(case, CaseState.LAPSED)
            return CaseState.LAPSED
        since = discord.utils.utcnow() - settings.cooldown
        covering = await self._ledger.noted_since(case.channel_id, case.topic, since)
        if covering is not None and settings.cooldown:
            await self._ledger.cover(case, covering)
            await self._mod_log.refresh(covering)
            return CaseState.SILENCED
        state = await self._delivery.send(message, case)
        if state is CaseState.DELETED_FIRST:
            await self._ledger.entry_dropped(case.id)
        return state

    async def _lapse(self, case: Case, state: CaseState) -> None:
        """End a case of a place that may no longer be read: nothing is sent, and the log gets no quotes."""
        if state is CaseState.SENDING:
            await self._ledger.close(case, CaseState.LAPSED)
        await self._ledger.entry_dropped(case.id)

    async def _write_entry(
        self, message: discord.Message, judged: _Judged, case: Case, state: CaseState
    ) -> None:
        subject = Subject(
            case_id=case.id,
            guild_id=case.guild_id,
            channel_id=case.channel_id,
            message_id=case.message_id,
            writer_id=message.author.id,
            post=judged.post,
            verdict=judged.verdict,
            decision=judged.decision,
            state=state,
        )
        await self._mod_log.write(case, entry(subject, claim_titles(case.topic)))


def _new_case(
    message: discord.Message,
    verdict: Verdict,
    decision: Decision,
    covering: int | None,
    settings: PlaceSettings,
) -> NewCase:
    """Write down a decision as of now. covering: the case whose entry stands for this one."""
    return NewCase(
        guild_id=message.guild.id if message.guild else 0,
        channel_id=message.channel.id,
        message_id=message.id,
        topic=verdict.topic or "",
        score=verdict.score,
        claims=tuple(claim.id for claim in verdict.claims),
        state=_FIRST_STATE[decision.action] if covering is None else CaseState.SILENCED,
        reason=decision.reason,
        opened_at=discord.utils.utcnow(),
        covered_by=covering,
        entry_due=covering is None and settings.mod_log is not None,
    )
