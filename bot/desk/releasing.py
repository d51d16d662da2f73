"""Releasing the note of a case that waits: the post is read again first, since moderators may come late."""

from bot.desk.delivery import Delivery
from bot.desk.entry.opening import state_name
from bot.desk.hands import Hands
from bot.desk.mod_log import ModLog
from bot.desk.press import Answer, Press
from bot.desk.reopening import Away, KeptOut, Reopening, Reread
from bot.desk.retraction import Retraction
from bot.desk.suggestions import Suggestions
from bot.note import occasion_on
from bot.policy import Reason
from bot.store import Case, CaseState, Deed, Handled, Ledger, Ruling, Waiting
from bot.texts import Texts, decimal, reason_text

_STOPS = frozenset({Reason.TOPIC_OFF, Reason.TOPIC_WITHDRAWN, Reason.OFF_HERE})
"""Reasons that a moderator's word does not overrule: a manager's setting, or the operator, says so."""


class Releasing:
    """Sends the note of a waiting case for a moderator, also within a cool-down: a press is explicit.

    Invariant: of two who press at once, one releases; the store lets a case leave the waiting room once.
    """

    __slots__ = (
        "_delivery",
        "_handled",
        "_hands",
        "_ledger",
        "_mod_log",
        "_reopening",
        "_retraction",
        "_suggestions",
        "_waiting",
    )

    def __init__(
        self,
        ledger: Ledger,
        waiting: Waiting,
        handled: Handled,
        reopening: Reopening,
        delivery: Delivery,
        retraction: Retraction,
        mod_log: ModLog,
        hands: Hands,
        suggestions: Suggestions,
    ) -> None:
        self._ledger = ledger
        self._waiting = waiting
        self._handled = handled
        self._reopening = reopening
        self._delivery = delivery
        self._retraction = retraction
        self._mod_log = mod_log
        self._hands = hands
        self._suggestions = suggestions

    async def release(self, press: Press, case: Case) -> Answer:
        """Send the note of a case of the presser's server. Raises what Discord raises before that."""
        async with self._hands.of([case.message_id]):
            now = await self._ledger.get(case.id) or case
            if now.state is not CaseState.WAITING or now.ruling is Ruling.DISMISSED:
                return await self._not_waiting(press.texts, now)
            found = await self._reopening.read(now)
            refused = _refused(press.texts, now, found)
            if refused is not None or not isinstance(found, Reread):
                return Answer(refused or "")
            answer = await self._send(press, now, found)
        await self._mod_log.refresh_now(case.id)
        await self._suggestions.consider(case.guild_id)  # who releases a note confirms its case
        return answer

    async def _send(self, press: Press, case: Case, found: Reread) -> Answer:
        texts, number = press.texts, str(case.id)
        channel = f"<#{case.channel_id}>"
        if await self._delivery.lacks_permission(found.message.channel):
            return Answer(texts("case-released-refused", number=number, channel=channel))
        released = await self._waiting.release(case.id, press.guild_id, press.by.id, press.at)
        if released is None:
            return await self._not_waiting(texts, await self._ledger.get(case.id) or case)
        occasion = occasion_on(released.topic, found.judged.verdict)
        match await self._delivery.send(found.message, released, occasion):
            case CaseState.NOTED:
                return Answer(texts("case-released", number=number))
            case CaseState.DELETED_FIRST:
                await self._retraction.messages_gone([case.message_id])
                return Answer(texts("case-post-gone", number=number))
            case CaseState.REFUSED:
                return Answer(texts("case-released-refused", number=number, channel=channel))
            case CaseState.LAPSED:  # withdrawn since the post was read again
                return Answer(texts("case-off-now", reason=reason_text(texts, Reason.TOPIC_WITHDRAWN)))
            case _:
                return Answer(texts("case-released-later", number=number))

    async def _not_waiting(self, texts: Texts, case: Case) -> Answer:
        by = (await self._handled.deeds_on(case)).get(Deed.RELEASE)
        if by is not None:
            return Answer(texts("case-released-before", number=str(case.id), moderator=f"<@{by}>"))
        return Answer(texts("case-not-waiting", number=str(case.id), state=state_name(texts, case.state)))


def away(texts: Texts, case: Case, found: KeptOut | Away) -> str:
    """Say why the post of a case could not be read again."""
    number = str(case.id)
    if isinstance(found, KeptOut):
        return texts("case-post-kept-out", reason=reason_text(texts, found.reason))
    if found is Away.GONE:
        return texts("case-post-gone", number=number)
    return texts("case-post-unreachable", number=number, channel=f"<#{case.channel_id}>")


def _refused(texts: Texts, case: Case, found: Reread | KeptOut | Away) -> str | None:
    """Say why nothing is sent; None where the post still calls for the note."""
    if not isinstance(found, Reread):
        return away(texts, case, found)
    decision, score = found.decision, decimal(texts, found.judged.verdict.score)
    if decision.reason in _STOPS:
        return texts("case-off-now", reason=reason_text(texts, decision.reason))
    if found.is_pitch:
        return None
    if found.unread:
        return texts("case-post-unread")
    if found.edited:
        return texts("case-edited-clean", number=str(case.id), score=score)
    return texts(
        "case-clean-now",
        reason=reason_text(texts, decision.reason),
        score=score,
        threshold=decimal(texts, found.settings.threshold),
    )
