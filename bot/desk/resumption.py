"""Finishing what a crash or a fault of Discord's left half done of a case."""

from datetime import timedelta

import discord

from bot.desk.answering import Answering
from bot.desk.delivery import Delivery
from bot.desk.hands import Hands
from bot.desk.judging import Judging
from bot.desk.mod_log import ModLog
from bot.desk.retraction import Retraction
from bot.note import Occasion, occasion_on
from bot.policy import Action, Decision, PlaceSettings, Reason, Recent, decide, may_read, taken_for
from bot.posts.writers import Writers
from bot.store import Case, CaseState, Ledger, Waiting

TOO_LATE = timedelta(days=1)
"""Age of a post from which a note that a crash held up is no longer sent."""

_BY_A_MODERATOR = frozenset({Reason.REVIEWING, Reason.MODERATOR_SAYS})
"""Why a note is on its way that a moderator wanted: it goes whatever the mode is by now."""

_NO_ENTRY = frozenset({CaseState.SENDING, CaseState.SILENCED, CaseState.DELETED_FIRST})


class Resumption:
    """Takes up a case where it was left: a note on its way, or a mod-log entry that is due."""

    __slots__ = (
        "_answering",
        "_delivery",
        "_hands",
        "_judging",
        "_ledger",
        "_mod_log",
        "_retraction",
        "_waiting",
    )

    def __init__(
        self,
        ledger: Ledger,
        waiting: Waiting,
        judging: Judging,
        delivery: Delivery,
        mod_log: ModLog,
        retraction: Retraction,
        answering: Answering,
        hands: Hands,
    ) -> None:
        self._ledger = ledger
        self._waiting = waiting
        self._judging = judging
        self._delivery = delivery
        self._mod_log = mod_log
        self._retraction = retraction
        self._answering = answering
        self._hands = hands

    async def unfinished(self) -> list[Case]:
        """Return the cases that were left half done and are in nobody's hand now."""
        left = await self._ledger.unfinished()
        return [case for case in left if not self._hands.hold(case.message_id)]

    async def resume(
        self, message: discord.Message, case: Case, settings: PlaceSettings, writers: Writers
    ) -> None:
        """Finish a case whose post is in hand. message: the post, fetched again.

        The text is judged anew, since none was stored; a post that no longer calls for a note gets none.
        """
        state = case.state
        if case.may_have_entry and await self._mod_log.recover(case):
            return
        if state is CaseState.SENDING:
            state = await self._delivery.reconcile(message.channel, case) or state
        if may_read(await writers.origin_of(message, settings), settings) is not None:
            await self._lapse(case, state)
            return
        judged = await self._judging.again(message, case)
        if self._hands.post_is_gone(case):
            await self.give_up(case, message.channel)
            return
        decision = decide(judged.verdict, settings, Recent())
        too_late = _too_late(case)
        may_pass = any(file.why.passes for file in judged.post.unread)
        if may_pass and decision.action is Action.NOTHING and not too_late:
            return  # what makes it a pitch may be in the file that could not be read this time
        taken = taken_for(case.reason)
        if state is CaseState.SENDING and not too_late and _is_for_review(case, decision):
            taken, state = decision, await self._let_wait(case, settings)
        elif state is CaseState.SENDING:
            lapsed = too_late or not _is_still_wanted(case, decision)
            occasion = occasion_on(case.topic, judged.verdict)
            state = await self._send_late(message, case, occasion, settings, lapsed=lapsed)
        elif state is CaseState.REFUSED:
            await self._delivery.lacks_permission(message.channel)
        if decision.action is Action.NOTHING and state is CaseState.LAPSED:
            await self._ledger.entry_dropped(case.id)  # nothing of a clean post belongs in the log
        elif case.entry_due and state not in _NO_ENTRY:
            await self._answering.write_entry(message, judged, taken, case, state)
        elif state not in {case.state, CaseState.DELETED_FIRST}:
            await self._mod_log.refresh(case.id)  # a released case has had its entry since it waited

    async def give_up(self, case: Case, channel: discord.abc.Messageable | None = None) -> None:
        """End a case whose post is gone; a note that still stands goes too. channel: None if it is gone."""
        if case.state is CaseState.SENDING and (
            channel is None or await self._delivery.reconcile(channel, case) is None
        ):
            await self._ledger.close(case, CaseState.DELETED_FIRST)
        await self._retraction.messages_gone([case.message_id])

    async def shut_out(
        self,
        case: Case,
        channel: discord.abc.GuildChannel | discord.Thread | None,
        error: discord.Forbidden,
    ) -> None:
        """Leave a case whose channel Discord does not let be read until that changes, a day at most.

        channel: None where it is not known, so that nobody could be told of it.
        """
        if channel is not None and not await self._delivery.lacks_permission(channel):
            await self._delivery.tell_refusal(channel, error)
        if _too_late(case):
            await self._lapse(case, case.state)

    async def _send_late(
        self,
        message: discord.Message,
        case: Case,
        occasion: Occasion,
        settings: PlaceSettings,
        *,
        lapsed: bool,
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
        state = await self._delivery.send(message, case, occasion)
        if state is CaseState.DELETED_FIRST:
            await self._retraction.messages_gone([case.message_id])
        return state

    async def _let_wait(self, case: Case, settings: PlaceSettings) -> CaseState:
        """Let a case wait for a moderator whose note was held up until its place was set to review."""
        await self._waiting.begin(case, discord.utils.utcnow() + settings.review)
        return CaseState.WAITING

    async def _lapse(self, case: Case, state: CaseState) -> None:
        """End a case of a place that may no longer be read: nothing is sent, and the log gets no quotes."""
        if state is CaseState.SENDING:
            await self._ledger.close(case, CaseState.LAPSED)
        await self._ledger.entry_dropped(case.id)


def _is_for_review(case: Case, decision: Decision) -> bool:
    return decision.action is Action.QUEUE and case.reason not in _BY_A_MODERATOR


def _is_still_wanted(case: Case, decision: Decision) -> bool:
    if case.is_by_hand:
        return True  # whatever Signpost makes of it
    if case.reason in _BY_A_MODERATOR:
        return decision.action is not Action.NOTHING
    return decision.action is Action.NOTE


def _too_late(case: Case) -> bool:
    """Say whether a post's time for a note is over; a scan's case is younger than it, a release later."""
    moments = (case.opened_at, case.edited_at, case.waits_until)
    begun = max(moment for moment in moments if moment is not None)
    return discord.utils.utcnow() - begun > TOO_LATE
