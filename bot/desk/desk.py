"""The desk: carries decisions out. Ledger first, then the note, then the mod log."""

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakValueDictionary

import discord

from bot.desk.delivery import Delivery
from bot.desk.entry import Subject, entry
from bot.desk.hands import Hands
from bot.desk.judging import Judged, Judging
from bot.desk.mod_log import ModLog
from bot.desk.proxies import Covered, Proxies
from bot.desk.retraction import Retraction
from bot.faults import PASSING
from bot.knowledge.topics import claim_titles
from bot.policy import (
    Action,
    Decision,
    Mode,
    PlaceSettings,
    Reason,
    Recent,
    decide,
    decide_on_old,
    without_notes,
)
from bot.posts import Unread
from bot.posts.pieces import Pieces
from bot.store import Case, CaseState, Ledger, NewCase, Retractions, Ruling

_log = logging.getLogger(__name__)

MOST_NOTES = 3
"""Notes that one post gets at most, however often it is edited into a pitch and back."""

_FIRST_STATE = {Action.NOTE: CaseState.SENDING, Action.OBSERVE: CaseState.OBSERVED}
_NOTE_STANDS = frozenset({CaseState.SENDING, CaseState.NOTED})
_ENTRY_STANDS = _NOTE_STANDS | {CaseState.OBSERVED, CaseState.REFUSED}
_TAKEN_BACK = frozenset({CaseState.WITHDRAWN, CaseState.CLEANED, CaseState.LAPSED})


@dataclass(frozen=True, slots=True)
class Taking:
    """How a message is taken up. pieces: where its writer's earlier messages are looked for.

    opened_at: the time of a new case. now: the time from which the cool-down looks back. no_note: why no note
    is sent where the place's mode would allow one. old: a scan's post, held against what stood in its channel
    when it was written. unread: collects what of its files could not be read.
    """

    pieces: Pieces
    opened_at: datetime
    now: datetime
    no_note: Reason | None = None
    old: bool = False
    unread: list[Unread] = field(default_factory=list[Unread])


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What came of an old post. found: a new case. unread: its files that could not be read."""

    found: bool = False
    unread: tuple[Unread, ...] = ()


class Desk:
    """Takes a message that may be read from judging to the last line of the mod log.

    Invariant: a case is stored before its note is sent.
    Invariant: in one channel, decisions are taken one after another, so that ten people who paste in the
    same second get one note.
    """

    __slots__ = (
        "_delivery",
        "_judging",
        "_ledger",
        "_mod_log",
        "_pieces",
        "_proxies",
        "_retraction",
        "_retractions",
        "_turns",
        "hands",
    )

    def __init__(
        self,
        client: discord.Client,
        ledger: Ledger,
        retractions: Retractions,
        judging: Judging,
        delivery: Delivery,
        mod_log: ModLog,
        retraction: Retraction,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._judging = judging
        self._delivery = delivery
        self._mod_log = mod_log
        self._retraction = retraction
        self._pieces = Pieces()
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self.hands = Hands()
        self._proxies = Proxies(client, self.hands)

    async def handle(self, message: discord.Message, settings: PlaceSettings) -> None:
        """Judge a new message and do what the place's settings say. Comes after may_read."""
        at = message.created_at
        await self._take(message, settings, Taking(self._pieces, at, at))

    async def look_back(
        self, message: discord.Message, settings: PlaceSettings, *, pieces: Pieces, may_note: bool
    ) -> LookedBack:
        """Judge an old post for a scan. Comes after may_read.

        pieces: what the scan read before. may_note: False leaves it at a case for review, whatever the
        place's mode allows. The case is of now: one of the post's time would expire at once.
        """
        allowed = settings if may_note else without_notes(settings)
        taking = Taking(pieces, discord.utils.utcnow(), message.created_at, old=True)
        found = await self._take(message, allowed, taking)
        return LookedBack(found, tuple(taking.unread))

    async def edited(self, message: discord.Message, settings: PlaceSettings) -> None:
        """Judge a message again whose text changed or that got a preview. Comes after may_read."""
        run = self._pieces.edited(message)
        async with self.hands.of({message.id, run.head if run else message.id}):
            if run is not None and run.answered and not await self._ledger.of_post(run.head):
                if not await self._ledger.of_post(message.id):
                    return  # the case is that of another message of the run, and stands for this one
                run = None
            judged = await self._judging.message(message, run)
            decision = decide(judged.verdict, settings, Recent())
            if decision.action is Action.NOTHING:
                if decision.reason in _NO_PITCH and not judged.post.unread:
                    await self._clean(message, judged.head, settings)
                    if run is not None:
                        run.answered = False
                return
            case = await self._ledger.of_post(judged.head)
            if case is None:
                at = message.edited_at or message.created_at
                await self._answer(message, judged, settings, Taking(self._pieces, at, at))
            elif case.state in _TAKEN_BACK and case.ruling is not Ruling.DISMISSED:
                await self._answer_again(message, judged, settings, case)
            elif message.edited_at != case.edited_at:
                await self._retractions.edited(case.id, message.edited_at)

    async def deleted(self, message_ids: Collection[int]) -> None:
        """Follow the deletion of messages, posts and notes alike."""
        self.hands.mark_gone(message_ids)
        heads = {self._pieces.head_of(message_id) for message_id in message_ids}
        for message_id in message_ids:
            self._pieces.forget(message_id)
        async with self.hands.of(head for head in heads if self.hands.hold(head)):
            await self._retraction.messages_gone(message_ids)

    async def channel_deleted(self, channel_id: int) -> None:
        """Follow the deletion of a channel or thread."""
        await self._retraction.channel_gone(channel_id)

    def rest(self, now: datetime) -> None:
        """Let go of talk that waits for no further piece."""
        self._pieces.let_go(now)

    async def write_entry(
        self, message: discord.Message, judged: Judged, decision: Decision, case: Case, state: CaseState
    ) -> None:
        """Write the mod-log entry of a case. message: one of the post's, for its writer."""
        subject = Subject(
            case_id=case.id,
            guild_id=case.guild_id,
            channel_id=case.channel_id,
            message_id=case.message_id,
            writer_id=message.author.id,
            post=judged.post,
            verdict=judged.verdict,
            decision=decision,
            state=state,
        )
        await self._mod_log.write(case, entry(subject, claim_titles(case.topic)))

    async def _take(self, message: discord.Message, settings: PlaceSettings, taking: Taking) -> bool:
        run = taking.pieces.take(message)
        async with self.hands.of([run.head if run else message.id]):
            if run is not None and run.answered and run.continues(message.id):
                return False  # the case of its first pieces stands for it
            judged = await self._judging.message(message, run, old=taking.old)
            taking.unread.extend(judged.post.unread)
            if decide(judged.verdict, settings, Recent()).action is Action.NOTHING:
                return False  # no statement runs for an ordinary message
            if run is not None:
                run.answered = True
            return await self._answer(message, judged, settings, taking)

    async def _answer(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> bool:
        """Open a case and carry it out; False if the post has one."""
        async with self._turns.setdefault(message.channel.id, asyncio.Lock()):
            decision, new = await self._decided(message, judged, settings, taking)
            case = await self._ledger.open(new)
        if case is not None and (taking.old or await self._outlives_proxies(message, case, settings)):
            await self._carry_out(message, judged, decision, case)
        return case is not None

    async def _answer_again(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, case: Case
    ) -> None:
        """Take up the case of a post that was edited clean and is a pitch again."""
        no_note = Reason.NOTED_OFTEN if case.notes_sent >= MOST_NOTES else None
        now = message.edited_at or message.created_at
        taking = Taking(self._pieces, case.opened_at, now, no_note)
        async with self._turns.setdefault(message.channel.id, asyncio.Lock()):
            decision, anew = await self._decided(message, judged, settings, taking)
            case = await self._retractions.reopen(case.id, anew)
        await self._carry_out(message, judged, decision, case)

    async def _decided(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> tuple[Decision, NewCase]:
        """Decide with what the ledger remembers of the channel."""
        verdict = judged.verdict
        topic = verdict.topic or ""
        covering = await self._covering(message, judged, settings, taking) if settings.cooldown else None
        recent = Recent(frozenset({topic} if covering else ()))
        decision = (decide_on_old if taking.old else decide)(verdict, settings, recent)
        if decision.action is Action.NOTE and taking.no_note is not None:
            decision = Decision(Action.OBSERVE, taking.no_note)
        silencing = Reason.SCANNED if decision.reason is Reason.SCANNED else Reason.COOLING_DOWN
        cooling = covering is not None and decision.reason is silencing
        return decision, NewCase(
            guild_id=message.guild.id if message.guild else 0,
            channel_id=message.channel.id,
            message_id=judged.head,
            topic=topic,
            score=verdict.score,
            claims=tuple(claim.id for claim in verdict.claims),
            state=CaseState.SILENCED if cooling else _FIRST_STATE[decision.action],
            reason=decision.reason,
            opened_at=taking.opened_at,
            covered_by=covering if cooling else None,
            entry_due=not cooling and settings.mod_log is not None,
            edited_at=message.edited_at,
            pieces=judged.post.pieces,
            fingerprints=await self._judging.fingerprints(judged.post),
        )

    async def _covering(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> int | None:
        """Return the case whose note, or for a scan whose entry, stands for this post as well."""
        topic, since = judged.verdict.topic or "", taking.now - settings.cooldown
        if not taking.old:
            return await self._ledger.covering(message.channel.id, topic, since)
        stands = _NOTE_STANDS if settings.mode is Mode.NOTE else _ENTRY_STANDS
        earliest = discord.utils.time_snowflake(since)
        return await self._ledger.standing_for(message.channel.id, topic, stands, earliest, judged.head)

    async def _outlives_proxies(self, message: discord.Message, case: Case, settings: PlaceSettings) -> bool:
        """Wait where a proxy may take the post's place; False where it did, and the note went under its copy.

        The copy is covered by this case meanwhile, and inherits its note.
        """
        if not settings.waits_for_proxies or message.webhook_id is not None or case.covered_by is not None:
            return True
        covered = await self._proxies.wait(message.id, case)
        if not self.hands.is_gone(case.message_id):
            return True
        heir = await self._close_deleted(case)
        for other in covered:
            inherited = await self._ledger.get(other.case.id)
            if inherited is not None and inherited.id == heir:
                taken = Decision(Action.NOTE, Reason.PITCH)
                await self._carry_out(other.message, other.judged, taken, inherited)
        return False

    async def _carry_out(
        self, message: discord.Message, judged: Judged, decision: Decision, case: Case
    ) -> None:
        if case.covered_by is not None:
            if not self._proxies.keep(Covered(message, judged, case)):
                await self._mod_log.refresh(case.covered_by)
            return
        state = case.state
        if self.hands.is_gone(case.message_id):
            await self._close_deleted(case)
            return
        if state is CaseState.SENDING:
            state = await self._delivery.send(_post_of(message, case), case)
        if state is CaseState.DELETED_FIRST:
            await self._retraction.messages_gone([case.message_id])  # quotes and writer go with the post
        elif state is CaseState.REFUSED and (earlier := await self._ledger.join_earlier_refusal(case)):
            await self._mod_log.refresh(earlier)
        elif case.entry_due and state is not CaseState.SENDING:
            await self.write_entry(message, judged, decision, case, state)

    async def _close_deleted(self, case: Case) -> int | None:
        """End a case whose post was gone before its note; return the case that inherits the note."""
        heir = await self._ledger.close(case, CaseState.DELETED_FIRST)
        await self._retraction.messages_gone([case.message_id])
        return heir

    async def _clean(self, message: discord.Message, head: int, settings: PlaceSettings) -> None:
        """Take back what was said of a post that calls for nothing any more.

        A removed preview is no edit: the time of the last one tells, since no text is kept.
        """
        if message.edited_at is None:
            return
        case = await self._ledger.of_post(head)
        if case is None or case.edited_at == message.edited_at or case.state in _NOT_CLEANED:
            return
        if case.pieces > 1 and not await self._is_clean_as_a_whole(message, case, settings):
            return
        await self._retraction.edited_clean(case, message.edited_at)

    async def _is_clean_as_a_whole(
        self, message: discord.Message, case: Case, settings: PlaceSettings
    ) -> bool:
        """Judge all messages of a case together; where they cannot be read now, nothing is taken back."""
        try:
            whole = await self._judging.again(message, case)
        except PASSING as error:
            _log.warning("the further messages of case %d could not be read: %s", case.id, error)
            return False
        return decide(whole.verdict, settings, Recent()).reason in _NO_PITCH


_NO_PITCH = frozenset({Reason.NO_TOPIC, Reason.BELOW_THRESHOLD})
_NOT_CLEANED = _TAKEN_BACK | {CaseState.SENDING, CaseState.DELETED, CaseState.DELETED_FIRST}


def _post_of(message: discord.Message, case: Case) -> discord.PartialMessage | discord.Message:
    """Return what a note answers: the message, or the first one of several that were judged together."""
    if message.id == case.message_id:
        return message
    return discord.PartialMessage(channel=message.channel, id=case.message_id)
