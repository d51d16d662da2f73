"""The settings of servers and channels, kept in memory so that an ordinary message costs no statement."""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.knowledge.topics import left_to_whole, on_by_default
from bot.policy import Mode, PlaceSettings
from bot.server_settings import Caution, ServerSettings
from bot.server_settings.changes import Changes
from bot.store.audit import Act, Deed, keep_act
from bot.store.exemptions import Exemptions, ExemptKind
from bot.store.opt_outs import OptOuts
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

    With it comes what the server has exempted, which webhooks it has read and who has opted out; those hold
    in all of it. withdrawn_topics: ids of those that the operator lets no note be posted of, in any server.
    Invariant: what stands in memory stands in the database; a change is written first, and with it who made
    it.
    """

    __slots__ = (
        "_channels",
        "_default",
        "_engine",
        "_exemptions",
        "_opt_outs",
        "_saving",
        "_servers",
        "_webhooks",
        "withdrawn_topics",
    )

    def __init__(
        self,
        engine: AsyncEngine,
        default: PlaceSettings,
        exemptions: Exemptions,
        webhooks: Webhooks,
        opt_outs: OptOuts,
    ) -> None:
        self._engine = engine
        self._default = default
        self._exemptions = exemptions
        self._webhooks = webhooks
        self._opt_outs = opt_outs
        self._servers: dict[int, Server] = {}
        self._channels: dict[int, dict[int, Mode]] = {}
        self._saving = asyncio.Lock()
        self.withdrawn_topics: frozenset[str] = frozenset()

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
            topics=self.topics(guild_id),
            is_thread=len(channel_ids) > 1,
            notes_in_threads=chosen.notes_in_threads is not False,
            opted_out=self._opt_outs.of(guild_id),
            withdrawn_topics=self.withdrawn_topics,
        )

    def topics(self, guild_id: int) -> frozenset[str]:
        """Return the ids of the topics that count in a server, without those that are answered as another."""
        on = self.topics_on(guild_id)
        return on - left_to_whole(on).keys()

    def topics_on(self, guild_id: int) -> frozenset[str]:
        """Return the ids of the topics that a server switched on, or that are on by default."""
        topics = self.server(guild_id).chosen.topics
        return on_by_default() if topics is None else frozenset(topics)

    def channel_modes(self, guild_id: int) -> dict[int, Mode]:
        """Return the channels of a server that have a mode of their own."""
        return dict(self._channels.get(guild_id, {}))

    def own_retentions(self) -> dict[int, int]:
        """Return for how many days cases are kept in the servers that chose so, by server."""
        chosen = {guild_id: server.chosen.retention_days for guild_id, server in self._servers.items()}
        return {guild_id: days for guild_id, days in chosen.items() if days is not None}

    def usual_threshold(self, guild_id: int) -> float:
        """Return the score from which a post is acted on where the server chose none."""
        server = self.server(guild_id)
        return self._threshold(replace(server, chosen=_NOTHING))

    async def choose(self, guild_id: int, by: int | None, at: datetime, **changes: object) -> ServerSettings:
        """Change settings of a server, by name; None brings the default back. Returns them as they are then.

        by: who did, None for Signpost itself. Raises ValidationError, and changes nothing, for a value that
        a setting cannot have.
        """
        async with self._saving:
            server = self.server(guild_id)
            chosen = ServerSettings.model_validate(server.chosen.model_dump() | changes)
            acts = [*_acts(guild_id, at, by, server.chosen, chosen)]
            if acts:
                await self._keep(guild_id, replace(server, chosen=chosen), acts)
            return chosen

    async def confirm(self, guild_id: int, by: int, at: datetime) -> bool:
        """Keep that a manager confirmed the set-up; False, and nothing changes, where one did before."""
        async with self._saving:
            server = self.server(guild_id)
            if server.confirmed_at is not None:
                return False
            act = Act(guild_id, at, by, Deed.SETUP, "setup")
            await self._keep(guild_id, replace(server, confirmed_at=at), [act])
            return True

    async def mark(self, guild_id: int, **moments: datetime | None) -> None:
        """Note when something happened to a server: greeted_at, suggested_at, left_at or confirmed_at."""
        async with self._saving:
            await self._keep(guild_id, replace(self.server(guild_id), **moments))

    def left(self) -> dict[int, datetime]:
        """Return the servers that removed Signpost and whose data is still kept, with when they did."""
        return {guild_id: each.left_at for guild_id, each in self._servers.items() if each.left_at}

    def forget(self, guild_id: int) -> None:
        """Let go of a server's settings, whose rows were deleted: it is as a new one."""
        self._servers.pop(guild_id, None)
        self._channels.pop(guild_id, None)
        self._exemptions.forget(guild_id)
        self._webhooks.forget(guild_id)

    async def set_channel_mode(
        self, guild_id: int, channel_id: int, mode: Mode | None, by: int | None, at: datetime
    ) -> None:
        """Give a channel a mode of its own, or with None let it follow its server again. by: as in choose."""
        async with self._saving:
            old = self._channels.get(guild_id, {}).get(channel_id)
            if old == mode:
                return
            act = Act(guild_id, at, by, Deed.CHANNEL_MODE, str(channel_id), old, mode)
            async with self._engine.begin() as connection:
                if mode is None:
                    await connection.execute(delete(channels).where(channels.c.channel_id == channel_id))
                else:
                    await _keep_mode(connection, guild_id, channel_id, mode)
                await keep_act(connection, act)
            own = self._channels.setdefault(guild_id, {})
            if mode is None:
                own.pop(channel_id, None)
            else:
                own[channel_id] = mode

    async def bring_in(self, guild_id: int, changes: Changes, by: int, at: datetime, source: int) -> None:
        """Make all changes of an import together, or none. by: who did. source: the server that it is from.

        Raises ListFullError and ValidationError, and changes nothing then.
        """
        exempt = {
            ExemptKind.ROLE: changes.roles,
            ExemptKind.CHANNEL: changes.channels,
            ExemptKind.CATEGORY: changes.categories,
        }
        async with self._saving, self._exemptions.holding(), self._webhooks.holding():
            server, own = self.server(guild_id), self._channels.get(guild_id, {})
            chosen = ServerSettings.model_validate(server.chosen.model_dump() | dict(changes.settings))
            server = replace(server, chosen=chosen)
            acts = [
                *_acts(guild_id, at, by, self.chosen(guild_id), chosen),
                *(
                    Act(guild_id, at, by, Deed.CHANNEL_MODE, str(each), own.get(each), mode)
                    for each, mode in changes.modes.items()
                ),
                Act(guild_id, at, by, Deed.IMPORT, str(source)),
            ]
            async with self._engine.begin() as connection:
                await self._exemptions.add(connection, guild_id, exempt, by, at)
                await self._webhooks.add(connection, guild_id, changes.webhook_ids, by, at)
                for each, mode in changes.modes.items():
                    await _keep_mode(connection, guild_id, each, mode)
                await self._write(connection, guild_id, server, acts)
            self._servers[guild_id] = server
            self._channels.setdefault(guild_id, {}).update(changes.modes)
            self._exemptions.hold(guild_id, exempt)
            self._webhooks.hold(guild_id, changes.webhook_ids)

    def _threshold(self, server: Server) -> float:
        """Return the score from which a post is acted on: with care until the set-up is confirmed."""
        if server.chosen.threshold is not None:
            return server.chosen.threshold
        usual = self._default.threshold
        return usual if server.confirmed_at else max(usual, Caution.CAREFUL.threshold)

    async def _keep(self, guild_id: int, server: Server, acts: list[Act] | None = None) -> None:
        async with self._engine.begin() as connection:
            await self._write(connection, guild_id, server, acts or [])
        self._servers[guild_id] = server

    @staticmethod
    async def _write(connection: AsyncConnection, guild_id: int, server: Server, acts: list[Act]) -> None:
        values = {name: getattr(server, name) for name in Server.__slots__}
        values |= {"chosen": _written(server.chosen)}
        await connection.execute(
            insert(guilds)
            .values(guild_id=guild_id, **values)
            .on_conflict_do_update(["guild_id"], set_=values)
        )
        for act in acts:
            await keep_act(connection, act)


async def _keep_mode(connection: AsyncConnection, guild_id: int, channel_id: int, mode: Mode) -> None:
    row = {"channel_id": channel_id, "guild_id": guild_id, "mode": mode}
    statement = insert(channels).values(row)
    await connection.execute(statement.on_conflict_do_update(["channel_id"], set_={"mode": mode}))


def _acts(
    guild_id: int, at: datetime, by: int | None, before: ServerSettings, after: ServerSettings
) -> Iterator[Act]:
    """Say which settings changed, by whom."""
    old, new = _written(before), _written(after)
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield Act(guild_id, at, by, Deed.SETTING, name, old.get(name), new.get(name))


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
