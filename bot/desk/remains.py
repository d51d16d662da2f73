"""What is left of a case of several messages once one of them was deleted or edited."""

import logging
from collections.abc import Collection

import discord

from bot.desk.answering import Answering, Taking
from bot.desk.desk import Desk
from bot.desk.judging import Judged, Judging
from bot.desk.recovery import LOOKS_BACK, MOST_LOOKED_AT
from bot.desk.retraction import Retraction
from bot.faults import PASSING, is_final
from bot.policy import Action, PlaceSettings, Reason, Recent, decide, may_read, taken_for, without_notes
from bot.posts.origin import channel_ids
from bot.posts.writers import Writers
from bot.store import Case, CasePieces, CaseState, Places, Ruling

_log = logging.getLogger(__name__)

MOST_LOOKED_THROUGH = 1_000
"""Messages of a channel among which those of a case are looked for."""

_OVER = frozenset({CaseState.DELETED, CaseState.DELETED_FIRST})
_SHOWS_QUOTES = frozenset({CaseState.WITHDRAWN, CaseState.LAPSED})
"""States that a case ends in without its messages having changed, such as after a dismissal."""

_MEANT_A_NOTE = frozenset({Reason.PITCH, Reason.REVIEWING, Reason.MODERATOR_SAYS, Reason.COOLING_DOWN})


class Remains:
    """Judges the messages of a case that are left, as Discord has them now.

    Where they still are a pitch from the first one on, the entry is rewritten, so that it quotes nothing that
    is gone. Else the case ends; and where a pitch begins further below, that one is answered.
    Invariant: a case is due until that is done.
    """

    __slots__ = ("_answering", "_case_pieces", "_client", "_desk", "_judging", "_places", "_retraction")

    def __init__(
        self,
        client: discord.Client,
        judging: Judging,
        case_pieces: CasePieces,
        retraction: Retraction,
        places: Places,
        answering: Answering,
        desk: Desk,
    ) -> None:
        self._client = client
        self._judging = judging
        self._case_pieces = case_pieces
        self._retraction = retraction
        self._places = places
        self._answering = answering
        self._desk = desk

    async def judge(self, case_ids: Collection[int] | None = None) -> None:
        """Judge what is left of these cases, by id, or of all that are due; what fails stays due."""
        writers = Writers()
        for case in await self._case_pieces.due(case_ids):
            try:
                await self._judge(case, writers)
            except (*PASSING, discord.DiscordException) as error:
                _log.warning("what is left of case %d could not be judged: %s", case.id, error)

    async def find_missed(self) -> None:
        """Look at the newest cases' messages: one may have been deleted or edited while nobody listened."""
        since = discord.utils.utcnow() - LOOKS_BACK
        for case in await self._case_pieces.newest(since, MOST_LOOKED_AT):
            if not self._is_reachable(case):
                continue
            try:
                left = await self._left(case)
            except (*PASSING, discord.DiscordException) as error:
                _log.warning("the messages of case %d could not be looked at: %s", case.id, error)
                continue
            further = await self._case_pieces.of(case.id)
            edited = any(message.edited_at and message.edited_at > case.opened_at for message in left)
            if edited or not {message.id for message in left}.issuperset(further):
                await self._case_pieces.changed([case.id])
        await self.judge()

    async def _judge(self, case: Case, writers: Writers) -> None:
        if not self._is_reachable(case):
            return
        async with self._desk.hands.of({case.message_id, *await self._case_pieces.of(case.id)}):
            if not await self._case_pieces.due([case.id]):
                return  # it was done while this waited, for another of its messages
            try:
                left = await self._left(case)
                may_be_read = bool(left) and await self._may_read(left[0], writers)
            except PASSING as error:
                if not is_final(error):
                    raise
                left, may_be_read = [], False
            for now in await self._case_pieces.due([case.id]):  # as it stands with its messages in hand
                if may_be_read:
                    await self._judge_left(now, left)
                else:  # what may not be read is not quoted either
                    await self._desk.take_back(now, now.edited_at)
                    await self._case_pieces.judged(now.id)

    def _is_reachable(self, case: Case) -> bool:
        guild = self._client.get_guild(case.guild_id)
        return guild is not None and not guild.unavailable

    async def _left(self, case: Case) -> list[discord.Message]:
        """Fetch the messages of a case that are there, oldest first; take note where its first one is not."""
        ids = {*await self._case_pieces.of(case.id)}
        if case.state not in _OVER:
            ids.add(case.message_id)
        if not ids:
            return []
        channel = self._client.get_channel(case.channel_id)
        channel = channel or await self._client.fetch_channel(case.channel_id)
        if not isinstance(channel, discord.abc.Messageable):
            return []
        left = await _fetch(channel, ids)
        if case.message_id in ids and all(message.id != case.message_id for message in left):
            await self._retraction.messages_gone([case.message_id])
        return left

    async def _may_read(self, message: discord.Message, writers: Writers) -> bool:
        settings = self._settings(message)
        return may_read(await writers.origin_of(message, settings), settings) is None

    def _settings(self, message: discord.Message) -> PlaceSettings:
        guild_id = message.guild.id if message.guild else 0
        return self._places.at(guild_id, *channel_ids(message.channel))

    async def _judge_left(self, case: Case, left: list[discord.Message]) -> None:
        settings = self._settings(left[0])
        judged = await self._judging.together(left)
        is_pitch = decide(judged.verdict, settings, Recent()).action is not Action.NOTHING
        if not is_pitch and any(file.why.passes for file in judged.post.unread):
            return  # what makes it a pitch may be in the file that could not be read this time
        if is_pitch and judged.head == case.message_id:
            await self._keep(case, left[0], judged, settings)
        else:
            own = next((message for message in left if message.id == case.message_id), None)
            await self._desk.take_back(case, own.edited_at if own else case.edited_at)
            if case.state in _SHOWS_QUOTES:
                await self._retraction.quotes_gone(case)
            if is_pitch and case.ruling is not Ruling.DISMISSED:
                head = next(message for message in left if message.id == judged.head)
                await self._answer_rest(case, head, judged, settings)
        await self._case_pieces.judged(case.id)

    async def _keep(
        self, case: Case, message: discord.Message, judged: Judged, settings: PlaceSettings
    ) -> None:
        """Let a case hold and show what its messages say now. message: the first of them."""
        edited_at = message.edited_at or message.created_at
        if await self._retraction.keep_note(case):
            await self._answering.stand_by(message, judged, settings, case, edited_at)
            return
        if case.may_be_reopened:
            await self._answering.again(message, judged, settings, case, edited_at)
            return
        fingerprints = await self._judging.fingerprints(judged.post)
        amended = await self._case_pieces.amend(
            case, judged.verdict, judged.post.pieces, fingerprints, message.edited_at
        )
        if amended.entry_due:
            taken = taken_for(case.reason)
            await self._answering.write_entry(message, judged, taken, amended, amended.state)

    async def _answer_rest(
        self, former: Case, message: discord.Message, judged: Judged, settings: PlaceSettings
    ) -> None:
        """Answer the pitch that begins below a case's own message; in public only where that one was."""
        now = discord.utils.utcnow()
        allowed = settings if former.reason in _MEANT_A_NOTE else without_notes(settings)
        taking = Taking(now, now, old=former.reason is Reason.SCANNED)
        await self._desk.answer_rest(message, judged, allowed, taking)


async def _fetch(channel: discord.abc.Messageable, ids: Collection[int]) -> list[discord.Message]:
    """Fetch those of these messages that are there, oldest first. Raises what Discord raises."""
    before, last = discord.Object(min(ids) - 1), max(ids)
    found: list[discord.Message] = []
    async for message in channel.history(after=before, limit=MOST_LOOKED_THROUGH, oldest_first=True):
        if message.id in ids:
            found.append(message)
        if message.id >= last:
            break
    return found
