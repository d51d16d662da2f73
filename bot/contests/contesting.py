"""A member calls a note a mistake: handed to the moderators, kept by nobody."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

import discord

from bot.contests.limit import ContestLimit, Limited
from bot.desk.entry import link
from bot.desk.mod_log import ModLog
from bot.desk.quoting import quoted
from bot.faults import PASSING
from bot.store import ContestedNote, Contests, Places
from bot.texts import Texts

_log = logging.getLogger(__name__)

LONGEST_LINE = 200
"""Characters of a member's line."""


class Contested(Enum):
    """What became of a contest."""

    HANDED_ON = auto()
    COUNTED = auto()
    FAILED = auto()
    NOTE_GONE = auto()
    NOT_TAKEN_HERE = auto()
    ONCE = auto()
    TODAY = auto()


_LIMITED = {Limited.ONCE: Contested.ONCE, Limited.TODAY: Contested.TODAY}


@dataclass(frozen=True, slots=True)
class Contest:
    """A member's word that a note is a mistake; lives in memory only. line: what they wrote, or empty."""

    guild_id: int
    note_id: int
    member_id: int
    line: str
    at: datetime


class Contesting:
    """Takes contests to the mod log.

    Invariant: neither the line nor the member is stored; both stand in one message of the mod log.
    """

    __slots__ = ("_contests", "_limit", "_mod_log", "_places")

    def __init__(self, contests: Contests, limit: ContestLimit, mod_log: ModLog, places: Places) -> None:
        self._contests = contests
        self._limit = limit
        self._mod_log = mod_log
        self._places = places

    async def refusal(self, guild_id: int, note_id: int, member_id: int, at: datetime) -> Contested | None:
        """Say why a member cannot contest a note, before they are asked for a line; None where they can."""
        if self._places.chosen(guild_id).contests is False:
            return Contested.NOT_TAKEN_HERE
        if await self._contests.note(note_id, guild_id) is None:
            return Contested.NOTE_GONE
        limited = self._limit.refusal(guild_id, note_id, member_id, at.astimezone(UTC).date())
        return None if limited is None else _LIMITED[limited]

    async def take(self, contest: Contest, texts: Texts) -> Contested:
        """Hand a contest to the moderators, and count it. texts: the server's."""
        if self._places.chosen(contest.guild_id).contests is False:
            return Contested.NOT_TAKEN_HERE
        note = await self._contests.note(contest.note_id, contest.guild_id)
        if note is None:
            return Contested.NOTE_GONE
        whose = (contest.guild_id, contest.note_id, contest.member_id)
        if limited := self._limit.take(*whose, contest.at.astimezone(UTC).date()):
            return _LIMITED[limited]
        try:
            told = await self._tell(contest, note, texts)
        except PASSING as error:
            self._limit.give_back(*whose)
            _log.warning("a contest of note %d was not handed on: %s", contest.note_id, error)
            return Contested.FAILED
        await self._contests.keep(contest.guild_id, note.case_id, contest.at)
        return Contested.HANDED_ON if told else Contested.COUNTED

    async def _tell(self, contest: Contest, note: ContestedNote, texts: Texts) -> bool:
        """Write to the mod log; False where there is none that can be written to."""
        log = await self._mod_log.awake(contest.guild_id)
        if log is None:
            return False
        await log.send(
            _message(contest, note, texts),
            allowed_mentions=discord.AllowedMentions.none(),
            suppress_embeds=True,
            silent=True,
        )
        return True


def _message(contest: Contest, note: ContestedNote, texts: Texts) -> str:
    lines = [
        texts(
            "contest-told",
            member=f"<@{contest.member_id}>",
            note=link(contest.guild_id, note.channel_id, note.note_id),
            post=link(contest.guild_id, note.channel_id, note.message_id),
            channel=f"<#{note.channel_id}>",
        ),
        texts("contest-line", line=quoted(contest.line, LONGEST_LINE)) if contest.line.strip() else "",
        _where_to_rule(contest, note, texts),
    ]
    return "\n".join(line for line in lines if line)


def _where_to_rule(contest: Contest, note: ContestedNote, texts: Texts) -> str:
    if note.case_id is None:
        return texts("contest-expired")
    case = str(note.case_id)
    if note.entry_id is None or note.entry_channel_id is None:
        return texts("contest-case", case=case)
    entry = link(contest.guild_id, note.entry_channel_id, note.entry_id)
    return texts("contest-entry", case=case, entry=entry)
