"""The settings of servers and channels, kept in memory so that an ordinary message costs no statement."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Mode, PlaceSettings
from bot.store.exemptions import Exemptions
from bot.store.tables import channels, guilds
from bot.store.webhooks import Webhooks


@dataclass(frozen=True, slots=True)
class _Guild:
    """A server's own settings; None means the operator's default."""

    mode: Mode | None = None
    mod_log_id: int | None = None
    cooldown_seconds: int | None = None
    threshold: float | None = None
    reads_pluralkit: bool | None = None


class Places:
    """Says what holds in a channel: its own mode, else its parent's, else the server's, else the default.

    With it comes what the server has exempted and which webhooks it has read; those hold in all of it.
    Invariant: what stands in memory stands in the database; a change is written first.
    """

    __slots__ = ("_channels", "_default", "_engine", "_exemptions", "_guilds", "_saving", "_webhooks")

    def __init__(
        self, engine: AsyncEngine, default: PlaceSettings, exemptions: Exemptions, webhooks: Webhooks
    ) -> None:
        self._engine = engine
        self._default = default
        self._exemptions = exemptions
        self._webhooks = webhooks
        self._guilds: dict[int, _Guild] = {}
        self._channels: dict[int, dict[int, Mode]] = {}
        self._saving = asyncio.Lock()

    async def load(self) -> None:
        """Read all settings into memory."""
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(guilds)):
                self._guilds[row.guild_id] = _Guild(
                    mode=None if row.mode is None else Mode(row.mode),
                    mod_log_id=row.mod_log_id,
                    cooldown_seconds=row.cooldown_seconds,
                    threshold=row.threshold,
                    reads_pluralkit=row.reads_pluralkit,
                )
            for row in await connection.execute(select(channels)):
                self._channels.setdefault(row.guild_id, {})[row.channel_id] = Mode(row.mode)

    def at(self, guild_id: int, *channel_ids: int) -> PlaceSettings:
        """Return what holds in a channel. channel_ids: the channel, then its parents, nearest first."""
        guild = self._guilds.get(guild_id, _Guild())
        own = self._channels.get(guild_id, {})
        mode = next((own[channel] for channel in channel_ids if channel in own), guild.mode)
        seconds = guild.cooldown_seconds
        return PlaceSettings(
            mode=self._default.mode if mode is None else mode,
            threshold=self._default.threshold if guild.threshold is None else guild.threshold,
            cooldown=self._default.cooldown if seconds is None else timedelta(seconds=seconds),
            mod_log=guild.mod_log_id,
            exempt=self._exemptions.of(guild_id),
            webhook_ids=self._webhooks.of(guild_id),
            reads_pluralkit=bool(guild.reads_pluralkit),
        )

    def channel_modes(self, guild_id: int) -> dict[int, Mode]:
        """Return the channels of a server that have a mode of their own."""
        return dict(self._channels.get(guild_id, {}))

    async def set_guild_mode(self, guild_id: int, mode: Mode) -> None:
        """Set a server's mode; channels with a mode of their own keep it."""
        await self._save(guild_id, lambda guild: replace(guild, mode=mode))

    async def set_mod_log(self, guild_id: int, channel_id: int) -> None:
        """Choose the channel that gets a server's mod-log entries."""
        await self._save(guild_id, lambda guild: replace(guild, mod_log_id=channel_id))

    async def set_pluralkit(self, guild_id: int, *, read: bool) -> None:
        """Choose whether what PluralKit posts again for members is read in a server."""
        await self._save(guild_id, lambda guild: replace(guild, reads_pluralkit=read))

    async def set_channel_mode(self, guild_id: int, channel_id: int, mode: Mode | None) -> None:
        """Give a channel a mode of its own, or with None let it follow its server again."""
        async with self._engine.begin() as connection:
            if mode is None:
                await connection.execute(delete(channels).where(channels.c.channel_id == channel_id))
            else:
                row = {"channel_id": channel_id, "guild_id": guild_id, "mode": mode}
                await connection.execute(
                    insert(channels).values(row).on_conflict_do_update(["channel_id"], set_={"mode": mode})
                )
        own = self._channels.setdefault(guild_id, {})
        if mode is None:
            own.pop(channel_id, None)
        else:
            own[channel_id] = mode

    async def _save(self, guild_id: int, change: Callable[[_Guild], _Guild]) -> None:
        async with self._saving:
            guild = change(self._guilds.get(guild_id, _Guild()))
            values = asdict(guild)
            async with self._engine.begin() as connection:
                await connection.execute(
                    insert(guilds)
                    .values(guild_id=guild_id, **values)
                    .on_conflict_do_update(["guild_id"], set_=values)
                )
            self._guilds[guild_id] = guild
