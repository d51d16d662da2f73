"""The desk: what becomes of a message, new, old, edited or deleted."""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.desk.answering import Answering, Taking
from bot.desk.hands import Hands
from bot.desk.judging import Judged, Judging
from bot.desk.retraction import Retraction
from bot.faults import PASSING
from bot.policy import Action, PlaceSettings, Reason, Recent, decide, without_notes
from bot.posts import Unread
from bot.posts.pieces import Pieces
from bot.store import TAKEN_BACK, Case, CasePieces, CaseState, Ledger, Retractions, Ruling

_log = logging.getLogger(__name__)

_NO_PITCH = frozenset({Reason.NO_TOPIC, Reason.BELOW_THRESHOLD})
_NOT_CLEANED = TAKEN_BACK | {
    CaseState.RECALLED,
    CaseState.SENDING,
    CaseState.DELETED,
    CaseState.DELETED_FIRST,
}


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What came of an old post. found: a new case. unread: its files that could not be read."""

    found: bool = False
    unread: tuple[Unread, ...] = ()


class Desk:
    """Judges messages that may be read, and has what it finds answered or taken back.

    Invariant: a message is in one hand at a time, in the order in which Discord told of it.
    """

    __slots__ = (
        "_answering",
        "_case_pieces",
        "_judging",
        "_ledger",
        "_pieces",
        "_retraction",
        "_retractions",
        "hands",
    )

    def __init__(
        self,
        ledger: Ledger,
        retractions: Retractions,
        case_pieces: CasePieces,
        judging: Judging,
        retraction: Retraction,
        answering: Answering,
        hands: Hands,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._case_pieces = case_pieces
        self._judging = judging
        self._retraction = retraction
        self._answering = answering
        self._pieces = Pieces()
        self.hands = hands

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
        self.hands.mark_edited(message.id)
        run = self._pieces.edited(message)
        async with self.hands.of({message.id, *(run.ids if run else ())}):
            changed = message.edited_at is not None or retitled_at is not None
            if changed and (of_several := await self._case_pieces.cases_of(message.id)):
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
            return await self._answering.open(message, judged, settings, taking)

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
            return  # no statement runs for the preview of an ordinary message
        only_preview = message.edited_at is None and retitled_at is None
        if only_preview and await self._case_pieces.cases_of(message.id):
            return  # the text has its case
        self._pieces.answer(message.id, judged.head)
        case = await self._ledger.of_post(judged.head)
        if case is None:
            await self._answering.open(message, judged, settings, Taking(at, at))
        else:
            await self._answering.take_up(message, judged, settings, case, at)

    async def answer_rest(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, taking: Taking
    ) -> None:
        """Answer what is left of a run of messages whose case stands for it no longer."""
        self._pieces.answer(judged.head, judged.head)
        await self._answering.open(message, judged, settings, taking)

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
        if case.edited_at == message.edited_at and not retitled:
            return
        dismissed = case.state is CaseState.WITHDRAWN and case.ruling is Ruling.DISMISSED
        if dismissed or case.state is CaseState.RECALLED:
            await self._retraction.quotes_gone(case)  # of what the post says no longer
        if case.state in _NOT_CLEANED:
            return
        if case.is_by_hand:
            await self._retractions.edited(case.id, message.edited_at)
            await self._retraction.quotes_gone(case)
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
