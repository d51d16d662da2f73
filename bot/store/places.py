"""The settings of servers and channels, kept in memory so that an ordinary message costs no statement."""

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Mode, PlaceSettings
from bot.server_settings import Caution, ServerSettings
from bot.store.audit import Act, Deed, keep_act
from bot.store.exemptions import Exemptions
from bot.store.tables import channels, guilds
from bot.store.webhooks import Webhooks

_log = logging.getLogger(__name__)


_NOTHING = ServerSettings()


@dataclass(frozen=True, slots=True)
class Server:
    """What is kept of a server beside its cases. chosen: its own settings.

    confirmed_at: when a manager confirmed the set-up. greeted_at: when it was told what Signpost does.
    suggested_at: when another mode was suggested last. left_at: when Signpost was removed.
    """

    chosen: ServerSettings = _NOTHING
    confirmed_at: datetime | None = None
    greeted_at: datetime | None = None
    suggested_at: datetime | None = None
    left_at: datetime | None = None


_UNKNOWN = Server()


class Places:
    """Says what holds in a channel: its own mode, else its parent's, else the server's, else the default.

    With it comes what the server has exempted and which webhooks it has read; those hold in all of it.
    Invariant: what stands in memory stands in the database; a change is written first, and with it who made
    it.
    """

    __slots__ = ("_channels", "_default", "_engine", "_exemptions", "_saving", "_servers", "_webhooks")

    def __init__(
        self, engine: AsyncEngine, default: PlaceSettings, exemptions: Exemptions, webhooks: Webhooks
    ) -> None:
        self._engine = engine
        self._default = default
        self._exemptions = exemptions
        self._webhooks = webhooks
        self._servers: dict[int, Server] = {}
        self._channels: dict[int, dict[int, Mode]] = {}
        self._saving = asyncio.Lock()

    async def load(self) -> None:
        """Read all settings into memory."""
        async with self._engine.connect() as connection:
            for row in (await connection.execute(select(guilds))).mappings():
                kept: dict[str, Any] = dict(row)
                guild_id = kept.pop("guild_id")
                kept["chosen"] = _read(guild_id, kept["chosen"])
                self._servers[guild_id] = Server(**kept)
            for row in await connection.execute(select(channels)):
                self._channels.setdefault(row.guild_id, {})[row.channel_id] = Mode(row.mode)

    @property
    def default(self) -> PlaceSettings:
        """What holds where a server chose nothing: the operator's word."""
        return self._default

    def server(self, guild_id: int) -> Server:
        """Return what is kept of a server."""
        return self._servers.get(guild_id, _UNKNOWN)

    def chosen(self, guild_id: int) -> ServerSettings:
        """Return a server's own settings."""
        return self.server(guild_id).chosen

    def at(self, guild_id: int, *channel_ids: int) -> PlaceSettings:
        """Return what holds in a channel. channel_ids: the channel, then for a thread what it hangs in."""
        server, default = self.server(guild_id), self._default
        chosen = server.chosen
        own = self._channels.get(guild_id, {})
        mode = next((own[channel] for channel in channel_ids if channel in own), chosen.mode)
        cooldown, review = chosen.cooldown, chosen.review_hours
        return PlaceSettings(
            mode=default.mode if mode is None else mode,
            threshold=self._threshold(server),
            cooldown=default.cooldown if cooldown is None else timedelta(seconds=cooldown),
            mod_log=chosen.mod_log,
            exempt=self._exemptions.of(guild_id),
            webhook_ids=self._webhooks.of(guild_id),
            reads_pluralkit=bool(chosen.reads_pluralkit),
            review=default.review if review is None else timedelta(hours=review),
            topics=None if chosen.topics is None else frozenset(chosen.topics),
            is_thread=len(channel_ids) > 1,
            notes_in_threads=chosen.notes_in_threads is not False,
        )

    def channel_modes(self, guild_id: int) -> dict[int, Mode]:
        """Return the channels of a server that have a mode of their own."""
        return dict(self._channels.get(guild_id, {}))

    async def choose(self, guild_id: int, by: int | None, at: datetime, **changes: object) -> ServerSettings:
        """Change settings of a server, by name; None brings the default back. Returns them as they are then.

        by: who did, None for Signpost itself. Raises ValidationError, and changes nothing, for a value that
        a setting cannot have.
        """
        async with self._saving:
            server = self.server(guild_id)
            old = _written(server.chosen)
            chosen = ServerSettings.model_validate(server.chosen.model_dump() | changes)
            new = _written(chosen)
            acts = [
                Act(guild_id, at, by, Deed.SETTING, name, old.get(name), new.get(name))
                for name in sorted(changes)
                if old.get(name) != new.get(name)
            ]
            if acts:
                await self._keep(guild_id, replace(server, chosen=chosen), acts)
            return chosen

    async def mark(self, guild_id: int, **moments: datetime | None) -> None:
        """Note when something happened to a server: confirmed_at, greeted_at, suggested_at or left_at."""
        async with self._saving:
            await self._keep(guild_id, replace(self.server(guild_id), **moments))

    async def set_channel_mode(
        self, guild_id: int, channel_id: int, mode: Mode | None, by: int | None, at: datetime
    ) -> None:
        """Give a channel a mode of its own, or with None let it follow its server again. by: as in choose."""
        async with self._saving:
            old = self._channels.get(guild_id, {}).get(channel_id)
            if old == mode:
                return
            row = {"channel_id": channel_id, "guild_id": guild_id, "mode": mode}
            async with self._engine.begin() as connection:
                await connection.execute(
                    delete(channels).where(channels.c.channel_id == channel_id)
                    if mode is None
                    else insert(channels)
                    .values(row)
                    .on_conflict_do_update(["channel_id"], set_={"mode": mode})
                )
                await keep_act(
                    connection, Act(guild_id, at, by, Deed.CHANNEL_MODE, str(channel_id), old, mode)
                )
            own = self._channels.setdefault(guild_id, {})
            if mode is None:
                own.pop(channel_id, None)
            else:
                own[channel_id] = mode

    def _threshold(self, server: Server) -> float:
        """Return the score from which a post is acted on: with care until the set-up is confirmed."""
        if server.chosen.threshold is not None:
            return server.chosen.threshold
        usual = self._default.threshold
        return usual if server.confirmed_at else max(usual, Caution.CAREFUL.threshold)

    async def _keep(self, guild_id: int, server: Server, acts: list[Act] | None = None) -> None:
        values = {name: getattr(server, name) for name in Server.__slots__} | {
            "chosen": _written(server.chosen)
        }
        async with self._engine.begin() as connection:
            await connection.execute(
                insert(guilds)
                .values(guild_id=guild_id, **values)
                .on_conflict_do_update(["guild_id"], set_=values)
            )
            for act in acts or ():
                await keep_act(connection, act)
        self._servers[guild_id] = server


def _written(chosen: ServerSettings) -> dict[str, Any]:
    """Write settings as JSON has them, without those at their default."""
    return chosen.model_dump(mode="json", exclude_none=True)


def _read(guild_id: int, kept: dict[str, Any]) -> ServerSettings:
    """Read stored settings; one that this version does not take is left at its default, and said."""
    try:
        return ServerSettings.model_validate(kept)
    except ValidationError as error:
        odd = {str(fault["loc"][0]) for fault in error.errors(include_input=False, include_url=False)}
        _log.warning("guild %d: settings not understood, left at their default: %s", guild_id, sorted(odd))
        return ServerSettings.model_validate({name: kept[name] for name in kept.keys() - odd})
