"""Suggesting the mode that a server has earned, and the step back where it is not what it was."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import discord
from sqlalchemy.exc import SQLAlchemyError

from bot.advice import Advice, advise
from bot.desk.mod_log import LogChannel, ModLog
from bot.desk.suggestion_buttons import Step, suggestion_buttons
from bot.faults import PASSING
from bot.policy import Mode
from bot.seal import Seal
from bot.store import Places, TrackRecord
from bot.texts import Texts, mode_name

_log = logging.getLogger(__name__)

BETWEEN = timedelta(days=7)
"""Time between two suggestions to a server."""

_NOBODY = discord.AllowedMentions.none()


class Suggestions:
    """Looks after each ruling whether a server's rulings speak for another mode, and says so in its mod log.

    Invariant: a server gets at most one suggestion in BETWEEN. A step back that it has taken without asking
    is none: it is said when it is taken.
    Invariant: only the server's own mode is meant; a channel with one of its own keeps it.
    """

    __slots__ = ("_mod_log", "_places", "_record", "_seal", "_texts_of", "_turns")

    def __init__(
        self,
        places: Places,
        record: TrackRecord,
        mod_log: ModLog,
        seal: Seal,
        texts_of: Callable[[int], Texts],
    ) -> None:
        """texts_of: gives the language of a server, by its id."""
        self._places = places
        self._record = record
        self._mod_log = mod_log
        self._seal = seal
        self._texts_of = texts_of
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def consider(self, guild_id: int) -> None:
        """Suggest another mode, or take the step back, if the rulings speak for it now.

        Raises nothing that passes: the ruling that led here stands whatever comes of this.
        """
        try:
            async with self._turn_of(guild_id):
                await self._consider(guild_id, discord.utils.utcnow())
        except (*PASSING, SQLAlchemyError) as error:
            _log.warning("guild %d: no mode suggested: %s", guild_id, error)

    async def switch(self, guild_id: int, step: Step, by: int, at: datetime) -> bool:
        """Take a suggested step; False if the mode is another by now. by: the manager's id."""
        async with self._turn_of(guild_id):
            if self.mode_of(guild_id) is not step.now:
                return False
            await self._places.choose(guild_id, by, at, mode=step.then)
            return True

    async def decline(self, guild_id: int, step: Step, at: datetime) -> bool:
        """Suggest nothing for a while; False if the mode is another by now."""
        async with self._turn_of(guild_id):
            if self.mode_of(guild_id) is not step.now:
                return False
            await self._places.mark(guild_id, suggested_at=at)
            return True

    def mode_of(self, guild_id: int) -> Mode:
        """Return a server's own mode."""
        return self._places.at(guild_id).mode

    async def _consider(self, guild_id: int, now: datetime) -> None:
        if not self._mod_log.was_chosen(guild_id):
            return
        chosen, last = self._places.chosen(guild_id), self._places.server(guild_id).suggested_at
        told_lately = last is not None and now - last < BETWEEN
        if told_lately and not chosen.steps_back:
            return
        advice = advise(self.mode_of(guild_id), await self._record.in_mode(guild_id), chosen.goal)
        taken = advice is not None and advice.is_back and bool(chosen.steps_back)
        if advice is None or (told_lately and not taken):
            return
        log = await self._mod_log.awake(guild_id)
        if log is None:
            return
        if taken:
            await self._step_back(log, advice, now)
        else:
            await self._suggest(log, advice, now, last)

    async def _suggest(self, log: LogChannel, advice: Advice, now: datetime, last: datetime | None) -> None:
        """Suggest a step. last: the time of the suggestion before, which holds again where this one fails."""
        guild_id, texts = log.guild.id, self._texts_of(log.guild.id)
        headline = texts(
            "advice-back" if advice.is_back else "advice-forward",
            now=mode_name(texts, advice.now),
            then=mode_name(texts, advice.then),
        )
        said = "\n".join([headline, *self._grounds(texts, guild_id, advice), texts("advice-who")])
        buttons = suggestion_buttons(texts, self._seal, guild_id, Step(advice.now, advice.then))
        await self._places.mark(guild_id, suggested_at=now)
        try:
            await log.send(said, view=buttons, allowed_mentions=_NOBODY, silent=True)
        except PASSING:
            await self._places.mark(guild_id, suggested_at=last)
            raise

    async def _step_back(self, log: LogChannel, advice: Advice, now: datetime) -> None:
        """Take the step back that a server wants taken without asking. Said first: it is never a surprise."""
        guild_id, texts = log.guild.id, self._texts_of(log.guild.id)
        headline = texts(
            "advice-stepped-back", now=mode_name(texts, advice.now), then=mode_name(texts, advice.then)
        )
        said = "\n".join([headline, *self._grounds(texts, guild_id, advice), texts("advice-undo")])
        await log.send(said, allowed_mentions=_NOBODY, silent=True)
        if self.mode_of(guild_id) is advice.now:  # else a manager chose another meanwhile
            await self._places.choose(guild_id, None, now, mode=advice.then)

    def _grounds(self, texts: Texts, guild_id: int, advice: Advice) -> list[str]:
        """Say what speaks for a step, and what it means."""
        low, high = advice.record.bounds
        lines = [
            texts(
                "advice-numbers",
                confirmed=advice.record.confirmed,
                rulings=advice.record.rulings,
                low=_percent(low),
                high=_percent(high),
                goal=_percent(advice.goal),
            ),
            texts(
                "advice-does",
                then=mode_name(texts, advice.then),
                does=texts(f"mode-does-{advice.then.value}"),
            ),
        ]
        if self._places.channel_modes(guild_id):
            lines.append(texts("advice-own-modes"))
        return lines

    def _turn_of(self, guild_id: int) -> asyncio.Lock:
        return self._turns.setdefault(guild_id, asyncio.Lock())


def _percent(share: float) -> int:
    return round(share * 100)
