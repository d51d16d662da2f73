"""The desk: carries decisions out. Ledger first, then the note, then the mod log."""

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
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
from bot.recognition import Selection
from bot.store import TAKEN_BACK, Case, CasePieces, CaseState, Ledger, NewCase, Retractions, Ruling

_log = logging.getLogger(__name__)

MOST_NOTES = 3
"""Notes that one post gets at most, however often it is edited into a pitch and back."""

_FIRST_STATE = {Action.NOTE: CaseState.SENDING, Action.OBSERVE: CaseState.OBSERVED}
_NOTE_STANDS = frozenset({CaseState.SENDING, CaseState.NOTED})
_ENTRY_STANDS = _NOTE_STANDS | {CaseState.OBSERVED, CaseState.REFUSED}


@dataclass(frozen=True, slots=True)
class Taking:
    """How a message is taken up.

    opened_at: the time of a new case. now: the time from which the cool-down looks back. no_note: why no note
    is sent where the place's mode would allow one. old: a scan's post, held against what stood in its channel
    when it was written. unread: collects what of its files could not be read.
    """

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
        "_case_pieces",
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
        case_pieces: CasePieces,
        judging: Judging,
        delivery: Delivery,
        mod_log: ModLog,
        retraction: Retraction,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._case_pieces = case_pieces
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
        await self._take(message, settings, self._pieces, Taking(at, at))

    async def look_back(
        self, message: discord.Message, settings: PlaceSettings, *, pieces: Pieces, may_note: bool
    ) -> LookedBack:
        """Judge an old post for a scan. Comes after may_read.

        pieces: what the scan read before. may_note: False leaves it at a case for review, whatever the
        place's mode allows. The case is of now: one of the post's time would expire at once.
        """
        allowed = settings if may_note else without_notes(settings)
        taking = Taking(discord.utils.utcnow(), message.created_at, old=True)
        found = await self._take(message, allowed, pieces, taking)
        return LookedBack(found, tuple(taking.unread))

    async def edited(
        self, message: discord.Message, settings: PlaceSettings, *, retitled_at: datetime | None = None
    ) -> Collection[int]:
        """Judge a message again whose text changed or that got a preview. Comes after may_read.

        retitled_at: when the title or tags of a forum post changed; its opening message does not tell.
        Returns the cases of several messages, by id, that it is one of: they are for `Remains` to judge.
        """
        run = self._pieces.edited(message)
        async with self.hands.of({message.id, *(run.ids if run else ())}):
            if of_several := await self._case_pieces.cases_of(message.id):
                if message.edited_at is None and retitled_at is None:
                    return ()  # a preview more or less of a text that has its case
                await self._case_pieces.changed(of_several)
                return of_several
            run = self._pieces.run_of(message.id)
            if run is not None and run.answered is not None:
                run = None  # the case of other messages stands for them without this one
            judged = await self._judging.message(message, run)
            await self._edited(message, judged, settings, retitled_at)
        return ()

    async def deleted(self, message_ids: Collection[int]) -> Collection[int]:
        """Follow the deletion of messages, posts and notes alike.

        Returns the cases, by id, of which other messages are left: they are for `Remains` to judge.
        """
        self.hands.mark_gone(message_ids)
        heads = {*message_ids, *(self._pieces.head_of(message_id) for message_id in message_ids)}
        for message_id in message_ids:
            self._pieces.forget(message_id)
        async with self.hands.of(head for head in heads if self.hands.hold(head)):
            return await self._retraction.messages_gone(message_ids)

    async def channel_deleted(self, channel_id: int) -> None:
        """Follow the deletion of a channel or thread."""
        self.hands.mark_channel_gone(channel_id)
        posts = await self._ledger.posts_in(channel_id)
        async with self.hands.of(post for post in posts if self.hands.hold(post)):
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

    async def _take(
        self, message: discord.Message, settings: PlaceSettings, pieces: Pieces, taking: Taking
    ) -> bool:
        """Take up a message. pieces: where its writer's earlier messages are looked for."""
        run = pieces.take(message)
        async with self.hands.of(run.ids if run else [message.id]):
            run = pieces.run_of(message.id)
            answered = run.answered if run is not None and run.continues(message.id) else None
            if answered is not None and answered != message.id:
                await self._case_pieces.add(answered, message.id)
                return False  # the case of its first pieces stands for it
            judged = await self._judging.message(message, run, old=taking.old)
            taking.unread.extend(judged.post.unread)
            if decide(judged.verdict, settings, Recent()).action is Action.NOTHING:
                return False  # no statement runs for an ordinary message
            if taking.old and await self._case_pieces.is_further(judged.head):
                return False  # the scan began amid a text whose case stands for it
            pieces.answer(message.id, judged.head)
            return await self.answer(message, judged, settings, taking)

    async def _edited(
        self,
        message: discord.Message,
        judged: Judged,
        settings: PlaceSettings,
        retitled_at: datetime | None,
    ) -> None:
        at = retitled_at or message.edited_at or message.created_at
        decision = decide(judged.verdict, settings, Recent())
        if decision.action is Action.NOTHING:
            if decision.reason in _NO_PITCH and not judged.post.unread:
                await self._clean(message, judged.head, settings, retitled=retitled_at is not None)
            return
        self._pieces.answer(message.id, judged.head)
        case = await self._ledger.of_post(judged.head)
        if case is None:
            await self.answer(message, judged, settings, Taking(at, at))
        else:
            await self._take_up(message, judged, settings, case, at)

    async def answer(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> bool:
        """Open a case and carry it out; False if the post has one, or a note from a case that expired."""
        async with self._turns.setdefault(message.channel.id, asyncio.Lock()):
            decision, new = await self._decided(message, judged, settings, taking)
            noted = await self._retractions.note_stands(judged.head)
            case = None if noted else await self._ledger.open(new)
        if case is None:
            await self._answered_before(message, judged, settings, taking)
            return False
        if taking.old or await self._outlives_proxies(message, case, settings, new.fingerprints):
            await self._carry_out(message, judged, decision, case)
        return True

    async def _answered_before(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> None:
        """Bring what stands of a pitch's earlier case, or of its note alone, up to date."""
        former = await self._ledger.of_post(judged.head)
        if former is None:
            await self._retractions.keep_note(judged.head)
        elif not taking.old:
            await self._take_up(message, judged, settings, former, taking.now)

    async def _take_up(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, case: Case, at: datetime
    ) -> None:
        """Bring the case of a post that is still, or again, a pitch up to date. at: the time of the edit."""
        if case.ruling is not Ruling.DISMISSED and await self._retractions.keep_note(judged.head):
            await self.stand_by(message, judged, settings, case, at)
        elif case.may_be_reopened:
            await self.answer_again(message, judged, settings, case, at)
        elif message.id == case.message_id and message.edited_at != case.edited_at:
            await self._retractions.edited(case.id, message.edited_at)

    async def answer_rest(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> None:
        """Answer what is left of a run of messages whose case stands for it no longer."""
        self._pieces.answer(judged.head, judged.head)
        await self.answer(message, judged, settings, taking)

    async def answer_again(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, case: Case, at: datetime
    ) -> None:
        """Take up the case of a post that was edited clean and is a pitch again. at: the time of the edit."""
        no_note = Reason.NOTED_OFTEN if case.notes_sent >= MOST_NOTES else None
        taking = Taking(case.opened_at, at, no_note)
        async with self._turns.setdefault(message.channel.id, asyncio.Lock()):
            decision, anew = await self._decided(message, judged, settings, taking)
            case = await self._retractions.reopen(case.id, anew)
        await self._carry_out(message, judged, decision, case)

    async def stand_by(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, case: Case, at: datetime
    ) -> None:
        """Take up the case of a post that is a pitch again before Discord let its note be withdrawn."""
        taking = Taking(case.opened_at, at)
        _, anew = await self._decided(message, judged, replace(settings, cooldown=timedelta()), taking)
        noted = replace(anew, state=CaseState.NOTED, reason=Reason.PITCH)
        case = await self._retractions.reopen(case.id, noted)
        if case.entry_due:
            sent = Decision(Action.NOTE, Reason.PITCH)
            await self.write_entry(message, judged, sent, case, CaseState.NOTED)

    async def _decided(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> tuple[Decision, NewCase]:
        """Decide with what the ledger remembers of the channel."""
        verdict = judged.verdict
        topic = verdict.topic or ""
        fingerprints = await self._judging.fingerprints(judged.post)
        covering = self._proxies.original_of(message, judged.head, fingerprints)
        if covering is None and settings.cooldown:
            covering = await self._covering(message, judged, settings, taking)
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
            further=judged.further,
            parent_id=message.channel.parent_id if isinstance(message.channel, discord.Thread) else None,
            fingerprints=fingerprints,
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

    async def _outlives_proxies(
        self, message: discord.Message, case: Case, settings: PlaceSettings, fingerprints: Selection
    ) -> bool:
        """Wait where a proxy may take the post's place; False where the post went, and the note elsewhere.

        What came meanwhile is covered by this case; the copy of the post inherits its note, else the next.
        """
        if not settings.waits_for_proxies or message.webhook_id is not None or case.covered_by is not None:
            return True
        with self._proxies.expecting(message, case, fingerprints) as awaited:
            await self._proxies.deletion_of(message.id)
            if not self.hands.post_is_gone(case):
                return True
            heir = await self._close_deleted(case, awaited.copy_id)
        await self._retraction.messages_gone([case.message_id])
        for other in awaited.covered:
            if other.case.id != heir or self.hands.hold(other.case.message_id):
                continue  # to wait for a hand with one's own full is to wait in a ring: a round finishes it
            async with self.hands.of([other.case.message_id]):
                if (inherited := await self._ledger.get(other.case.id)) is not None:
                    taken = Decision(Action.NOTE, Reason.PITCH)
                    await self._carry_out(other.message, other.judged, taken, inherited)
        return False

    async def _carry_out(
        self, message: discord.Message, judged: Judged, decision: Decision, case: Case
    ) -> None:
        if self.hands.post_is_gone(case):
            await self._close_deleted(case)
            await self._retraction.messages_gone([case.message_id])
            return
        if case.covered_by is not None:
            if not self._proxies.keep(Covered(message, judged, case)):
                await self._mod_log.refresh(case.covered_by)
            return
        state = case.state
        if state is CaseState.SENDING:
            state = await self._delivery.send(_post_of(message, case), case)
        if state is CaseState.DELETED_FIRST:
            await self._retraction.messages_gone([case.message_id])  # quotes and writer go with the post
        elif state is CaseState.REFUSED and (earlier := await self._ledger.join_earlier_refusal(case)):
            await self._mod_log.refresh(earlier)
        elif case.entry_due and state is not CaseState.SENDING:
            await self.write_entry(message, judged, decision, case, state)

    async def _close_deleted(self, case: Case, preferred: int | None = None) -> int | None:
        """End a case whose post was gone before its note; return the case that inherits the note.

        preferred: the post that is to get it, if it can. Takes the channel's turn, so that no other post is
        just being covered by the case.
        """
        if case.covered_by is not None:
            return None
        async with self._turns.setdefault(case.channel_id, asyncio.Lock()):
            return await self._ledger.close(case, CaseState.DELETED_FIRST, preferred)

    async def _clean(
        self, message: discord.Message, head: int, settings: PlaceSettings, *, retitled: bool
    ) -> None:
        """Take back what was said of a post that calls for nothing any more.

        A removed preview is no edit: the time of the last one tells, since no text is kept.
        """
        if message.edited_at is None and not retitled:
            return
        case = await self._ledger.of_post(head)
        if case is None:
            await self._clean_after_expiry(message, head, settings)
            return
        if case.state in _NOT_CLEANED or (case.edited_at == message.edited_at and not retitled):
            return
        if case.pieces > 1 and not await self._is_clean_as_a_whole(message, settings):
            return
        await self.take_back(case, message.edited_at)

    async def take_back(self, case: Case, at: datetime | None) -> None:
        """Take back what was said of a post that is clean now, unless that is done. at: of its last edit."""
        self._pieces.reopen(case.message_id)
        if case.state not in _NOT_CLEANED:
            await self._retraction.edited_clean(case, at)

    async def _clean_after_expiry(self, message: discord.Message, head: int, settings: PlaceSettings) -> None:
        """Take back the note of a post whose case expired; of how many messages it was, nobody knows now."""
        if await self._retractions.note_stands(head) and await self._is_clean_as_a_whole(message, settings):
            await self._retraction.note_below_clean(head)

    async def _is_clean_as_a_whole(self, message: discord.Message, settings: PlaceSettings) -> bool:
        """Judge all messages of a post together; where they cannot be read now, nothing is taken back."""
        try:
            whole = await self._judging.whole(message)
        except PASSING as error:
            _log.warning("the messages after %d could not be read: %s", message.id, error)
            return False
        return decide(whole.verdict, settings, Recent()).reason in _NO_PITCH


_NO_PITCH = frozenset({Reason.NO_TOPIC, Reason.BELOW_THRESHOLD})
_NOT_CLEANED = TAKEN_BACK | {CaseState.SENDING, CaseState.DELETED, CaseState.DELETED_FIRST}


def _post_of(message: discord.Message, case: Case) -> discord.PartialMessage | discord.Message:
    """Return what a note answers: the message, or the first one of several that were judged together."""
    if message.id == case.message_id:
        return message
    return discord.PartialMessage(channel=message.channel, id=case.message_id)
