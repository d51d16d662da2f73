"""Deleting a post for a moderator who may, after asking once more."""

from contextlib import suppress

import discord

from bot.desk.entry import link
from bot.desk.hands import Hands
from bot.desk.press import Answer, Press
from bot.desk.releasing import away
from bot.desk.reopening import Away, Reopening
from bot.desk.retraction import Retraction
from bot.permissions import NEEDED_TO_DELETE, missing_of, permission_names
from bot.store import Act, Case, CasePieces, CaseState, Deed, Ledger

_GONE = frozenset({CaseState.DELETED, CaseState.DELETED_FIRST})


class Removal:
    """Deletes posts; of one in several messages, all that are known.

    Who presses needs Discord's own permission where the post stands: Signpost lends nobody its own.
    Invariant: the post is in hand from its deletion until the store knows who had it deleted, so that what
    Discord tells of it finds the case closed, its claims kept.
    """

    __slots__ = ("_case_pieces", "_hands", "_ledger", "_reopening", "_retraction")

    def __init__(
        self,
        ledger: Ledger,
        case_pieces: CasePieces,
        reopening: Reopening,
        retraction: Retraction,
        hands: Hands,
    ) -> None:
        self._ledger = ledger
        self._case_pieces = case_pieces
        self._reopening = reopening
        self._retraction = retraction
        self._hands = hands

    async def ask(self, press: Press, case: Case) -> Answer:
        """Ask whether the post of a case of the presser's server shall be deleted, if that can be done."""
        channel = await self._channel_or_answer(press, case)
        if isinstance(channel, Answer):
            return channel
        address = link(case.guild_id, case.channel_id, case.message_id)
        question = press.texts(
            "case-delete-question",
            post=press.texts("case-delete-post", address=address),
            channel=channel.mention,
            number=len(await self._messages_of(case)),
        )
        return Answer(question, asks=True)

    async def delete(self, press: Press, case: Case) -> Answer:
        """Delete the post of a case of the presser's server.

        Raises what Discord raises; what stands then is deleted by the next press.
        """
        channel = await self._channel_or_answer(press, case)
        if isinstance(channel, Answer):
            return channel
        messages = await self._messages_of(case)
        async with self._hands.of(messages):
            for message_id in reversed(messages):  # the first stays longest: with it the case would go
                with suppress(discord.NotFound):
                    await channel.get_partial_message(message_id).delete()
            act = Act(press.guild_id, press.at, press.by.id, Deed.DELETION, str(case.id))
            await self._retraction.messages_gone(messages, by_hand=act)
        return Answer(press.texts("case-deleted", number=str(case.id)))

    async def _messages_of(self, case: Case) -> list[int]:
        return [case.message_id, *await self._case_pieces.of(case.id)]

    async def _channel_or_answer(
        self, press: Press, case: Case
    ) -> discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread | Answer:
        """Return where the post stands, or say why it cannot be deleted."""
        texts = press.texts
        if case.state in _GONE:
            return Answer(texts("case-deleted-before", number=str(case.id)))
        try:
            channel = await self._reopening.channel_of(case)
        except discord.NotFound:
            return Answer(texts("case-deleted-before", number=str(case.id)))
        except discord.Forbidden:
            channel = None
        if not isinstance(
            channel, discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
        ):
            return Answer(away(texts, case, Away.UNREACHABLE))
        if not channel.permissions_for(press.by).manage_messages:
            return Answer(texts("case-delete-not-yours", channel=channel.mention))
        if missing := missing_of(channel, NEEDED_TO_DELETE):
            named = permission_names(texts, missing)
            return Answer(texts("case-delete-not-mine", channel=channel.mention, missing=named))
        return channel
