"""What the live bot would do with a post, found out on its own path, and without leaving a trace."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import discord

from bot.desk.delivery import Writes
from bot.desk.judging import Judged, Judging
from bot.faults import PASSING
from bot.note import NoteText, occasion_of
from bot.permissions import missing_here
from bot.policy import Action, Decision, Origin, PlaceSettings, Reason, Recent, decide, may_read
from bot.posts.origin import category_id, channel_ids
from bot.posts.writers import Writers
from bot.recognition import Verdict
from bot.store import Case, CasePieces, Ledger, Places, Queue, Retractions

_log = logging.getLogger(__name__)

_CALLS_FOR_A_NOTE = frozenset({Action.NOTE, Action.QUEUE})

Place = discord.abc.GuildChannel | discord.Thread


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of a post in a place.

    not_read: why it would not be read; then nothing else is known of it. alone: the messages around it could
    not be read. case: the one that it has. noted: a note stands below it whose case has expired. until: when
    the cool-down ends that would silence it. missing: what Signpost lacks to send the note. note: what would
    be posted, or wait to be. The decision is None where a case or a note stands already.
    """

    threshold: float
    not_read: Reason | None = None
    judged: Judged | None = None
    alone: bool = False
    case: Case | None = None
    noted: bool = False
    decision: Decision | None = None
    until: datetime | None = None
    missing: tuple[str, ...] = ()
    note: NoteText | None = None


class Preview:
    """Takes a text or a message along the way of a live one, up to the decision.

    Invariant: it only reads. What would be stored, sent or counted is not.
    """

    __slots__ = ("_judging", "_ledger", "_note_for", "_pieces", "_places", "_queue", "_retractions")

    def __init__(
        self,
        judging: Judging,
        ledger: Ledger,
        retractions: Retractions,
        pieces: CasePieces,
        queue: Queue,
        places: Places,
        note_for: Writes,
    ) -> None:
        self._judging = judging
        self._ledger = ledger
        self._retractions = retractions
        self._pieces = pieces
        self._queue = queue
        self._places = places
        self._note_for = note_for

    async def of_text(self, text: str, place: Place) -> Foreseen:
        """Say what would become of a text that somebody posts here; whose it is plays no part."""
        origin = Origin(in_guild=True, channel_ids=channel_ids(place), category_id=category_id(place))
        settings = self._places.at(place.guild.id, *origin.channel_ids)
        if (reason := may_read(origin, settings)) is not None:
            return Foreseen(settings.threshold, reason)
        judged = await self._judging.text(text, place.guild.id)
        return await self._decided(judged, settings, place)

    async def of_post(self, message: discord.Message, place: Place) -> Foreseen:
        """Say what would become of a post if it were written now, or which case it has.

        place: the post's channel. Raises what Discord raises where it must be asked for the writer's roles.
        """
        message.channel = cast(
            "discord.TextChannel", place
        )  # Discord names a sleeping thread by its id alone
        settings = self._places.at(place.guild.id, *channel_ids(place))
        origin = await Writers().origin_of(message, settings)
        if (reason := may_read(origin, settings)) is not None:
            return Foreseen(settings.threshold, reason)
        case = await self.case_of(message.id)
        judged, alone = await self._judged(message, case)
        if case is None and judged.head != message.id:
            case = await self._ledger.of_post(judged.head)
        if case is not None or await self._retractions.note_stands(judged.head):
            return Foreseen(settings.threshold, None, judged, alone, case, noted=case is None)
        return await self._decided(judged, settings, place, alone=alone)

    async def case_of(self, message_id: int) -> Case | None:
        """Return the case that a message has, alone or as one of several."""
        case = await self._ledger.of_post(message_id)
        if case is not None:
            return case
        of_several = await self._pieces.cases_of(message_id)
        return await self._ledger.get(of_several[0]) if of_several else None

    async def _judged(self, message: discord.Message, case: Case | None) -> tuple[Judged, bool]:
        """Judge a message with those around it; by itself, and say so, where they cannot be read."""
        try:
            if case is None:
                return await self._judging.among_others(message), False
            head = message
            if case.message_id != message.id:
                head = await message.channel.fetch_message(case.message_id)
            return await self._judging.but_for(case).again(head, case), False
        except PASSING as error:
            _log.info("messages around %d not read for a check: %s", message.id, error)
            return await self._judging.message(message), True

    async def _decided(
        self, judged: Judged, settings: PlaceSettings, place: Place, *, alone: bool = False
    ) -> Foreseen:
        """Decide as the desk does: without the ledger first, then with what it remembers of the channel."""
        decision, until = decide(judged.verdict, settings, Recent()), None
        if decision.action is not Action.NOTHING:
            covering = await self._covering(judged.verdict, settings, place.id)
            topics = {judged.verdict.topic or ""} if covering is not None else ()
            decision = decide(judged.verdict, settings, Recent(frozenset(topics)))
            since = None if covering is None else await self._queue.cooling_since(covering)
            if decision.reason is Reason.COOLING_DOWN and since is not None:
                until = since + settings.cooldown
        missing = missing_here(place) if decision.action is Action.NOTE else ()
        note = None
        if decision.action in _CALLS_FOR_A_NOTE:
            occasion = occasion_of(judged.verdict)
            note = self._note_for(place.guild.id, occasion, channel_ids(place))
        return Foreseen(
            settings.threshold,
            None,
            judged,
            alone,
            decision=decision,
            until=until,
            missing=missing,
            note=note,
        )

    async def _covering(self, verdict: Verdict, settings: PlaceSettings, channel_id: int) -> int | None:
        if not settings.cooldown:
            return None
        since = discord.utils.utcnow() - settings.cooldown
        return await self._ledger.covering(channel_id, verdict.topic or "", since)
