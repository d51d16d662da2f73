"""The loopback's REST routes: who the bot is, channels, messages and commands."""

import json

from aiohttp import web

from .bodies import Files, answer, read
from .cdn import Cdn
from .command_refusals import check_commands
from .gateway import Gateway
from .refusals import (
    COMPONENTS_V2,
    EPHEMERAL,
    RefusalError,
    check_message,
    check_snowflake,
    components_of,
    invalid,
)
from .state import POSTS_ONLY, Channel, Guild, Json, May, World

BASE = "/api/v10"
NONCE_MEMORY = 300.0
"""Seconds for which Discord remembers an enforced nonce."""
PAGE = 100
TALK = frozenset({0, 19, 20, 23})
"""Kinds of messages that people and bots write; the others are Discord's own."""


class Rest:
    """Discord's REST as far as the bot needs it. Routes it lacks are answered with 501 by the server.

    commands: the global command list as last put. nonces: per channel and nonce, when and which message.
    """

    def __init__(self, world: World, gateway: Gateway, cdn: Cdn) -> None:
        self._world = world
        self._gateway = gateway
        self._cdn = cdn
        self.commands: list[Json] = []
        self._nonces: dict[tuple[int, str], tuple[float, int]] = {}

    def routes(self) -> list[web.RouteDef]:
        """List every route, for the server's router."""
        one = "/channels/{channel:\\d+}/messages/{message:\\d+}"
        threads = "/channels/{channel:\\d+}"
        commands = f"/applications/{self._world.application}/commands"
        return [
            web.get(BASE + "/users/@me", self.me),
            web.get(BASE + "/users/{user:\\d+}", self.user),
            web.get(BASE + "/applications/@me", self.application),
            web.get(BASE + "/oauth2/applications/@me", self.application),
            web.get(BASE + "/gateway", self.gateway),
            web.get(BASE + "/gateway/bot", self.gateway),
            web.get(BASE + commands, self.list_commands),
            web.put(BASE + commands, self.put_commands),
            web.get(BASE + "/guilds/{guild:\\d+}", self.guild),
            web.get(BASE + "/guilds/{guild:\\d+}/channels", self.guild_channels),
            web.get(BASE + "/guilds/{guild:\\d+}/members/{user:\\d+}", self.member),
            web.get(BASE + "/guilds/{guild:\\d+}/threads/active", self.active_threads),
            web.get(BASE + threads + "/threads/archived/public", self.archived_public),
            web.get(BASE + threads + "/threads/archived/private", self.archived_private),
            web.get(BASE + threads + "/users/@me/threads/archived/private", self.archived_joined),
            web.get(BASE + "/channels/{channel:\\d+}", self.channel),
            web.patch(BASE + "/channels/{channel:\\d+}", self.modify),
            web.post(BASE + "/channels/{channel:\\d+}/typing", self.typing),
            web.get(BASE + "/channels/{channel:\\d+}/messages", self.history),
            web.post(BASE + "/channels/{channel:\\d+}/messages", self.create),
            web.get(BASE + one, self.message),
            web.patch(BASE + one, self.edit),
            web.delete(BASE + one, self.delete),
        ]

    async def me(self, _: web.Request) -> web.Response:
        return answer({**self._world.me.user(), "verified": True, "mfa_enabled": True, "flags": 0})

    async def user(self, request: web.Request) -> web.Response:
        for guild in self._world.guilds.values():
            member = guild.members.get(int(request.match_info["user"]))
            if member is not None:
                return answer(member.user())
        raise RefusalError(404, 10013, "Unknown User")

    async def application(self, _: web.Request) -> web.Response:
        owner = next(iter(self._world.guilds.values())).owner
        return answer(
            {
                "id": str(self._world.application),
                "name": "Signpost",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0" * 64,
                "owner": owner.user(),
                "team": None,
                "flags": 1 << 19,
            }
        )

    async def gateway(self, _: web.Request) -> web.Response:
        limits = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        return answer({"url": "wss://gateway.discord.gg", "shards": 1, "session_start_limit": limits})

    async def list_commands(self, _: web.Request) -> web.Response:
        return answer(self.commands)

    async def put_commands(self, request: web.Request) -> web.Response:
        commands: list[Json] = json.loads(await request.text())
        check_commands(commands)
        more = {"application_id": str(self._world.application), "version": "1"}
        usual = {"type": 1, "description": ""}
        self.commands = [{"id": str(self._world.snowflake()), **usual, **one, **more} for one in commands]
        return answer(self.commands)

    async def guild(self, request: web.Request) -> web.Response:
        return answer(self._guild(request).payload())

    async def guild_channels(self, request: web.Request) -> web.Response:
        return answer(self._guild(request).payload()["channels"])

    async def active_threads(self, request: web.Request) -> web.Response:
        return answer({"threads": self._guild(request).payload()["threads"], "members": []})

    async def archived_public(self, request: web.Request) -> web.Response:
        """List a channel's archived threads, the last archived first, from a moment back."""
        channel = self._channel(request)
        self._demand(channel, May.HISTORY)
        limit = int(request.query.get("limit", "50"))
        if not 2 <= limit <= PAGE:
            raise invalid("limit", "NUMBER_TYPE_MAX", "int value should be between 2 and 100.")
        before = request.query.get("before", "9999")
        threads = [
            one for one in channel.guild.channels.values() if one.parent is channel and one.archived_at
        ]
        threads.sort(key=lambda one: one.archived_at or "", reverse=True)
        older = [one for one in threads if (one.archived_at or "") < before]
        page = [one.payload() for one in older[:limit]]
        return answer({"threads": page, "members": [], "has_more": len(older) > limit})

    async def archived_private(self, request: web.Request) -> web.Response:
        """List a channel's archived private threads, of which the loopback has none."""
        channel = self._channel(request)
        self._demand(channel, May.HISTORY)
        self._demand(channel, May.MANAGE_THREADS)
        return answer({"threads": [], "members": [], "has_more": False})

    async def archived_joined(self, request: web.Request) -> web.Response:
        """List those of them that the bot is in: none."""
        self._demand(self._channel(request), May.HISTORY)
        return answer({"threads": [], "members": [], "has_more": False})

    async def member(self, request: web.Request) -> web.Response:
        member = self._guild(request).members.get(int(request.match_info["user"]))
        if member is None:
            raise RefusalError(404, 10007, "Unknown Member")
        return answer({**member.payload(), "user": member.user()})

    async def channel(self, request: web.Request) -> web.Response:
        return answer(self._channel(request).payload())

    async def modify(self, request: web.Request) -> web.Response:
        """Open or close a thread; of a channel, nothing is played."""
        channel = self._channel(request)
        payload, _ = await read(request)
        if channel.parent is None or payload.keys() != {"archived"}:
            raise web.HTTPNotImplemented
        closes = bool(payload["archived"])
        self._demand(channel, May.MANAGE_THREADS if closes or channel.locked else May.SEND_IN_THREADS)
        if closes:
            channel.archived_at = self._world.clock.stamp()
            await self._gateway.dispatch("THREAD_UPDATE", channel.payload(), guild=channel.guild.id)
        else:
            await self.reopen(channel)
        return answer(channel.payload())

    async def typing(self, request: web.Request) -> web.Response:
        self._demand(self._channel(request), May.SEND)
        return web.Response(status=204)

    async def history(self, request: web.Request) -> web.Response:
        """Give a page, newest first; without Read Message History an empty one, as Discord does."""
        channel = self._channel(request)
        limit = int(request.query.get("limit", "50"))
        if not 1 <= limit <= PAGE:
            raise invalid("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.")
        for bound in ("after", "before", "around"):
            check_snowflake(bound, request.query.get(bound, "0"))
        if not channel.granted(channel.guild.me) & May.HISTORY:
            return answer([])
        ids = sorted(channel.messages)
        if "after" in request.query:
            ids = [one for one in ids if one > int(request.query["after"])][:limit]
        elif "before" in request.query:
            ids = [one for one in ids if one < int(request.query["before"])][-limit:]
        elif "around" in request.query:
            centre = int(request.query["around"])
            below = [one for one in ids if one < centre][-(limit // 2) :]
            ids = below + [one for one in ids if one >= centre][: limit - len(below)]
        else:
            ids = ids[-limit:]
        return answer([channel.messages[one] for one in reversed(ids)])

    async def message(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        self._demand(channel, May.HISTORY)
        return answer(self._message(channel, request))

    async def create(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        if channel.kind in POSTS_ONLY:
            raise RefusalError(400, 50008, "Cannot send messages in a non-text channel")
        self._demand(channel, May.SEND if channel.parent is None else May.SEND_IN_THREADS)
        if channel.locked and not channel.granted(channel.guild.me) & May.MANAGE_THREADS:
            raise RefusalError(400, 50083, "Thread is archived")
        payload, files = await read(request)
        if files:
            self._demand(channel, May.ATTACH)
        check_message(payload, files=len(files))
        remembered = self._remembered(channel, payload)
        if remembered is not None:
            return answer(remembered)
        message = self.write(channel, payload, files, **self._reference(channel, payload))
        if payload.get("enforce_nonce") and payload.get("nonce"):
            self._nonces[channel.id, str(payload["nonce"])] = (self._world.clock.now(), int(message["id"]))
        await self.reopen(channel)
        await self._gateway.dispatch(
            "MESSAGE_CREATE", self._world.event(channel, message), guild=channel.guild.id
        )
        return answer(message)

    def write(self, channel: Channel, payload: Json, files: Files, **more: object) -> Json:
        """Put a checked message of the bot's into a channel, without telling anybody."""
        kept = {name: payload[name] for name in ("nonce", "embeds") if payload.get(name)}
        attachments = [self._cdn.attach(channel.id, name, served) for name, served in files]
        return self._world.message(
            channel,
            channel.guild.me,
            payload.get("content") or "",
            attachments=attachments,
            components=numbered(payload.get("components") or []),
            flags=(payload.get("flags") or 0) & (COMPONENTS_V2 | EPHEMERAL | 1 << 2 | 1 << 12),
            **{**kept, **more},
        )

    def _remembered(self, channel: Channel, payload: Json) -> Json | None:
        """Find the message that an enforced nonce already made here.

        Raises RefusalError (10008) when that message was deleted since.
        """
        made = self._nonces.get((channel.id, str(payload.get("nonce"))))
        if not payload.get("enforce_nonce") or made is None:
            return None
        when, message = made
        if self._world.clock.now() - when > NONCE_MEMORY:
            return None
        if message not in channel.messages:
            raise RefusalError(404, 10008, "Unknown Message")
        return channel.messages[message]

    def _reference(self, channel: Channel, payload: Json) -> Json:
        """Resolve what a message replies to. Raises RefusalError for a reply that Discord would not take."""
        reference: Json | None = payload.get("message_reference")
        if not reference:
            return {}
        if int(reference.get("channel_id") or channel.id) != channel.id:
            raise invalid(
                "message_reference",
                "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL",
                "Cannot reply to another channel",
            )
        if not channel.granted(channel.guild.me) & May.HISTORY:
            raise RefusalError(403, 160002, "Cannot reply without permission to read message history")
        replied = channel.messages.get(int(reference["message_id"]))
        if replied is not None and replied["type"] not in TALK:
            raise invalid(
                "message_reference",
                "REPLIES_CANNOT_REFERENCE_SYSTEM_MESSAGE",
                "Cannot reply to a system message",
            )
        if replied is not None:
            where = {"channel_id": str(channel.id), "guild_id": str(channel.guild.id)}
            made = {"type": 0, "message_id": replied["id"], **where}
            return {"type": 19, "message_reference": made, "referenced_message": replied}
        if reference.get("fail_if_not_exists", True):
            raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return {}

    async def edit(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        message = self._message(channel, request)
        if message["author"]["id"] != str(self._world.me.id):
            raise RefusalError(403, 50005, "Cannot edit a message authored by another user")
        if channel.archived_at is not None:
            raise RefusalError(400, 50083, "Thread is archived")
        payload, files = await read(request)
        self.rewrite(channel, message, payload, files)
        await self._gateway.dispatch(
            "MESSAGE_UPDATE", self._world.event(channel, message), guild=channel.guild.id
        )
        return answer(message)

    def rewrite(self, channel: Channel, message: Json, payload: Json, files: Files) -> None:
        """Edit a message of the bot's in place. Raises RefusalError, and then leaves it as it was."""
        flags = message["flags"] | (payload.get("flags") or 0) & (COMPONENTS_V2 | 1 << 2)
        changed = {name: payload[name] for name in ("content", "embeds", "components") if name in payload}
        merged = {
            **{name: message[name] for name in ("content", "embeds", "components")},
            **changed,
            "flags": flags,
        }
        check_message(merged, files=len(files) + len(message["attachments"]))
        kept = {str(one["id"]) for one in payload["attachments"]} if "attachments" in payload else None
        attachments = [one for one in message["attachments"] if kept is None or one["id"] in kept]
        attachments += [self._cdn.attach(channel.id, name, served) for name, served in files]
        message |= {
            "content": merged["content"] or "",
            "embeds": merged["embeds"] or [],
            "components": numbered(merged["components"] or []),
            "attachments": attachments,
            "flags": flags,
            "edited_timestamp": self._world.clock.stamp(),
        }

    async def delete(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        message = self._message(channel, request)
        if message["author"]["id"] != str(self._world.me.id):
            self._demand(channel, May.MANAGE_MESSAGES)
        await self.remove(channel, message)
        return web.Response(status=204)

    async def remove(self, channel: Channel, *messages: Json, bulk: bool = False) -> None:
        """Take messages away and tell the sessions: of each, or of all together."""
        for message in messages:
            del channel.messages[int(message["id"])]
        gone = [message["id"] for message in messages]
        where = {"channel_id": str(channel.id), "guild_id": str(channel.guild.id)}
        told = (
            [("MESSAGE_DELETE_BULK", {"ids": gone})]
            if bulk
            else [("MESSAGE_DELETE", {"id": one}) for one in gone]
        )
        for event, which in told:
            await self._gateway.dispatch(event, {**which, **where}, guild=channel.guild.id)

    async def reopen(self, channel: Channel) -> None:
        """Open an archived thread and tell the sessions, as Discord does when somebody writes there."""
        if channel.archived_at is not None:
            channel.archived_at = None
            await self._gateway.dispatch("THREAD_UPDATE", channel.payload(), guild=channel.guild.id)

    def _guild(self, request: web.Request) -> Guild:
        guild = self._world.guilds.get(int(request.match_info["guild"]))
        if guild is None:
            raise RefusalError(404, 10004, "Unknown Guild")
        return guild

    def _channel(self, request: web.Request) -> Channel:
        channel = self._world.channels.get(int(request.match_info["channel"]))
        if channel is None:
            raise RefusalError(404, 10003, "Unknown Channel")
        if not channel.granted(channel.guild.me) & May.VIEW:
            raise RefusalError(403, 50001, "Missing Access")
        return channel

    def _message(self, channel: Channel, request: web.Request) -> Json:
        message = channel.messages.get(int(request.match_info["message"]))
        if message is None:
            raise RefusalError(404, 10008, "Unknown Message")
        return message

    def _demand(self, channel: Channel, permission: May) -> None:
        if not channel.granted(channel.guild.me) & permission:
            raise RefusalError(403, 50013, "Missing Permissions")


def numbered(tree: list[Json]) -> list[Json]:
    """Give each component the id that Discord would: its place in the message, counted from 1."""
    for number, component in enumerate(components_of(tree), 1):
        component.setdefault("id", number)
    return tree
