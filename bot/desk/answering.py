"""Answering a pitch: its case first, then the note, then the entry in the mod log."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import discord

from bot.desk.delivery import Delivery
from bot.desk.entry import Subject
from bot.desk.hands import Hands
from bot.desk.judging import Judged, Judging
from bot.desk.mod_log import ModLog
from bot.desk.proxies import Covered, Proxies
from bot.desk.retraction import Retraction
from bot.note import occasion_on
from bot.policy import (
    Action,
    Decision,
    Mode,
    PlaceSettings,
    Reason,
    Recent,
    decide,
    decide_on_old,
    taken_for,
)
from bot.posts import Unread
from bot.recognition import Selection, Verdict, case_name
from bot.store import Case, CaseState, Ledger, NewCase, Retractions, Ruling

MOST_NOTES = 3
"""Notes that one post gets at most, however often it is edited into a pitch and back."""

_FIRST_STATE = {
    Action.NOTE: CaseState.SENDING,
    Action.QUEUE: CaseState.WAITING,
    Action.OBSERVE: CaseState.OBSERVED,
}
_CALLS_FOR_A_NOTE = frozenset({Action.NOTE, Action.QUEUE})
_NOTE_STANDS = frozenset({CaseState.SENDING, CaseState.NOTED, CaseState.WAITING})
_ENTRY_STANDS = _NOTE_STANDS | {CaseState.OBSERVED, CaseState.REFUSED, CaseState.UNRELEASED}


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

    @property
    def begins(self) -> datetime:
        """When a case begins to wait: a scan's when it is opened, another when its post became a pitch."""
        return max(self.opened_at, self.now)


class Answering:
    """Takes a post that calls for more than nothing from its verdict to the last line of the mod log.

    Invariant: a case is stored before its note is sent.
    Invariant: in one channel, decisions are taken one after another, so that ten people who paste in the
    same second get one note.
    """

    __slots__ = (
        "_delivery",
        "_hands",
        "_judging",
        "_ledger",
        "_mod_log",
        "_proxies",
        "_retraction",
        "_retractions",
        "_turns",
    )

    def __init__(
        self,
        ledger: Ledger,
        retractions: Retractions,
        judging: Judging,
        delivery: Delivery,
        mod_log: ModLog,
        retraction: Retraction,
        proxies: Proxies,
        hands: Hands,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._judging = judging
        self._delivery = delivery
        self._mod_log = mod_log
        self._retraction = retraction
        self._proxies = proxies
        self._hands = hands
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def open(
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

    async def take_up(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, case: Case, at: datetime
    ) -> None:
        """Bring the case of a post that is still, or again, a pitch up to date. at: the time of the edit."""
        if case.ruling is not Ruling.DISMISSED and await self._retractions.keep_note(judged.head):
            await self.stand_by(message, judged, settings, case, at)
        elif case.may_be_reopened:
            await self.again(message, judged, settings, case, at)
        elif message.id == case.message_id and message.edited_at != case.edited_at:
            if case.state is CaseState.WAITING:
                await self._wait_on(message, judged, settings, case, at)
            else:
                await self._retractions.edited(case.id, message.edited_at)

    async def again(
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

    async def _wait_on(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, case: Case, at: datetime
    ) -> None:
        """Let a case that waits for release hold and show what its post says now; it waits no longer for it.

        What is released has to be what the moderator read. at: the time of the edit.
        """
        taking = Taking(case.opened_at, at)
        _, anew = await self._decided(message, judged, replace(settings, cooldown=timedelta()), taking)
        case = await self._retractions.reopen(
            case.id,
            replace(
                anew,
                state=case.state,
                reason=case.reason,
                covered_by=None,
                entry_due=settings.mod_log is not None,
                waits_until=case.waits_until,
            ),
        )
        if case.entry_due:
            await self.write_entry(message, judged, taken_for(case.reason), case, case.state)

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
            verdict=_but_for_itself(judged.verdict, case),
            decision=decision,
            state=state,
        )
        await self._mod_log.write(case, subject)

    async def _answered_before(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> None:
        """Bring what stands of a pitch's earlier case, or of its note alone, up to date."""
        former = await self._ledger.of_post(judged.head)
        if former is None:
            await self._retractions.keep_note(judged.head)
        elif not taking.old:
            await self.take_up(message, judged, settings, former, taking.now)

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
        if decision.action in _CALLS_FOR_A_NOTE and taking.no_note is not None:
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
            waits_until=taking.begins + settings.review if decision.action is Action.QUEUE else None,
            fingerprints=fingerprints,
        )

    async def _covering(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> int | None:
        """Return the case whose note, or for a scan whose entry, stands for this post as well."""
        topic, since = judged.verdict.topic or "", taking.now - settings.cooldown
        if not taking.old:
            return await self._ledger.covering(message.channel.id, topic, since)
        stands = _ENTRY_STANDS if settings.mode is Mode.OBSERVE else _NOTE_STANDS
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
            if not self._hands.post_is_gone(case):
                return True
            heir = await self._close_deleted(case, awaited.copy_id)
        await self._retraction.messages_gone([case.message_id])
        for other in awaited.covered:
            if other.case.id != heir or self._hands.hold(other.case.message_id):
                continue  # to wait for a hand with one's own full is to wait in a ring: a round finishes it
            async with self._hands.of([other.case.message_id]):
                if (inherited := await self._ledger.get(other.case.id)) is not None:
                    taken = taken_for(inherited.reason)
                    await self._carry_out(other.message, other.judged, taken, inherited)
        return False

    async def _carry_out(
        self, message: discord.Message, judged: Judged, decision: Decision, case: Case
    ) -> None:
        if self._hands.post_is_gone(case):
            await self._close_deleted(case)
            await self._retraction.messages_gone([case.message_id])
            return
        if case.covered_by is not None:
            if not self._proxies.keep(Covered(message, judged, case)):
                await self._mod_log.refresh(case.covered_by)
            return
        state = case.state
        if state is CaseState.SENDING:
            occasion = occasion_on(case.topic, judged.verdict)
            state = await self._delivery.send(_post_of(message, case), case, occasion)
        if state is CaseState.DELETED_FIRST:
            await self._retraction.messages_gone([case.message_id])  # quotes and writer go with the post
        elif state is CaseState.REFUSED and (earlier := await self._ledger.join_earlier_refusal(case)):
            await self._mod_log.refresh(earlier)
        elif case.entry_due and state is not CaseState.SENDING:
            await self.write_entry(message, judged, decision, case, state)

    async def answer_for_moderator(
        self, message: discord.Message, judged: Judged, new: NewCase, by: int, former: Case | None
    ) -> Case | None:
        """Answer a post that a moderator calls a pitch, and confirm its case. Returns it as it stands then.

        new: what the case holds, "sending". by: the moderator's id. former: the post's case that never had a
        note, to be taken up anew. None where the post has another case, or a note, by now.
        """
        async with self._turns.setdefault(message.channel.id, asyncio.Lock()):
            if await self._retractions.note_stands(new.message_id):
                return None
            if former is None:
                case = await self._ledger.open(new)
            else:
                case = await self._retractions.reopen(former.id, new)
        if case is None:
            return None
        await self._ledger.rule(case.id, case.guild_id, Ruling.CONFIRMED, by, new.opened_at)
        await self._carry_out(message, judged, Decision(Action.NOTE, new.reason), case)
        if former is not None and former.covered_by is not None:
            await self._mod_log.refresh(former.covered_by)  # one post less stands behind it
        return await self._ledger.get(case.id)

    async def _close_deleted(self, case: Case, preferred: int | None = None) -> int | None:
        """End a case whose post was gone before its note; return the case that inherits the note.

        preferred: the post that is to get it, if it can. Takes the channel's turn, so that no other post is
        just being covered by the case.
        """
        if case.covered_by is not None:
            return None
        async with self._turns.setdefault(case.channel_id, asyncio.Lock()):
            return await self._ledger.close(case, CaseState.DELETED_FIRST, preferred)


def _but_for_itself(verdict: Verdict, case: Case) -> Verdict:
    """Leave out that a post whose case was confirmed is a copy of itself."""
    near = verdict.article
    return replace(verdict, article=None) if near and near.name == case_name(case.id) else verdict


def _post_of(message: discord.Message, case: Case) -> discord.PartialMessage | discord.Message:
    """Return what a note answers: the message, or the first one of several that were judged together."""
    if message.id == case.message_id:
        return message
    return discord.PartialMessage(channel=message.channel, id=case.message_id)
