"""Removing what is kept of one post, and what was said of it, at its writer's wish."""

from enum import Enum, auto

import discord

from bot.desk.hands import Hands
from bot.desk.mod_log import ModLog
from bot.desk.resumption import Resumption
from bot.desk.withdrawal import Withdrawal
from bot.store import Case, CasePieces, CaseState, Erased, Erasures, Retractions


class Outcome(Enum):
    """What came of it. HELD_UP: nothing is kept any more, but Discord has not taken all of it back yet."""

    NOTHING_KEPT = auto()
    DONE = auto()
    HELD_UP = auto()


class Erasure:
    """Deletes a post's case, withdraws its note and strikes its entry.

    Invariant: the store is told first; what Discord holds up is done by a later round (Retraction).
    """

    __slots__ = (
        "_case_pieces",
        "_erasures",
        "_hands",
        "_mod_log",
        "_resumption",
        "_retractions",
        "_withdrawal",
    )

    def __init__(
        self,
        erasures: Erasures,
        case_pieces: CasePieces,
        retractions: Retractions,
        resumption: Resumption,
        withdrawal: Withdrawal,
        mod_log: ModLog,
        hands: Hands,
    ) -> None:
        self._erasures = erasures
        self._case_pieces = case_pieces
        self._retractions = retractions
        self._resumption = resumption
        self._withdrawal = withdrawal
        self._mod_log = mod_log
        self._hands = hands

    async def of_post(self, message: discord.Message) -> Outcome:
        """Remove what is kept of a post, by any of its messages. That its writer asks was proven before.

        Raises what Discord raises where it cannot be told now what stands of the post (PASSING).
        """
        guild_id = message.guild.id if message.guild else 0
        kept = await self._erasures.kept_of(message.id, guild_id)
        if kept.case is None and not kept.noted:
            return Outcome.NOTHING_KEPT
        case_id = kept.case.id if kept.case else 0
        async with self._hands.of({message.id, *await self._messages_of(kept.case)}):
            case = (await self._erasures.kept_of(message.id, guild_id)).case
            if case is not None:
                case = await self._with_all_that_stands(case, message)
            erased = await self._erasures.erase(message.id, guild_id, case)
            return await self._follow(erased, case_id)

    async def _messages_of(self, case: Case | None) -> set[int]:
        return set() if case is None else {case.message_id, *await self._case_pieces.of(case.id)}

    async def _with_all_that_stands(self, case: Case, message: discord.Message) -> Case:
        """Return a case with its entry and note recorded, which a crash may have kept from that."""
        if case.entry_id is None and (case.entry_due or case.strike_due):
            await self._mod_log.recover(case)
        if case.state is CaseState.SENDING:
            await self._resumption.give_up(case, message.channel)
        return (await self._erasures.kept_of(case.message_id, case.guild_id)).case or case

    async def _follow(self, erased: Erased, case_id: int) -> Outcome:
        done = [await self._withdrawal.of(note) for note in erased.notes]
        for shown in erased.entries:
            struck = await self._mod_log.strike_erased(case_id, shown)
            await self._retractions.expired_entry_tried(shown.entry_id, struck=struck)
            done.append(struck)
        for covering in erased.covering:
            await self._mod_log.refresh(covering)
        return Outcome.DONE if all(done) else Outcome.HELD_UP
