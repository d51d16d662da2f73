"""The loopback's gateway: sessions that identify, hear events, lose their connection and resume."""

import json
import zlib
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from typing import Protocol
from uuid import uuid4

import zstandard
from aiohttp import WSMsgType, web

from .state import Json, World

GUILDS, MEMBERS, PRESENCES, MESSAGES, CONTENT = 1 << 0, 1 << 1, 1 << 8, 1 << 9, 1 << 15
PRIVILEGED = MEMBERS | PRESENCES | CONTENT
HEARTBEAT_MS = 41_250

_CONTENT: Json = {
    "content": "",
    **{name: [] for name in ("embeds", "attachments", "components", "message_snapshots")},
    "poll": None,
}
"""What of a message is blank to a bot without the content intent."""


class Op(IntEnum):
    """Gateway opcodes, numbered by Discord."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    VOICE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    ACK = 11


class Refuse(Enum):
    """How the next gateway connection is turned away."""

    RESET = auto()
    """The TCP connection is cut instead of an answer to the upgrade."""
    UNAVAILABLE = auto()
    """The upgrade is answered with HTTP 503."""
    CLOSE = auto()
    """The websocket opens, says HELLO, and closes with 4000."""


class Compressor(Protocol):
    """One stream for the life of a connection: each call returns one whole flushed message."""

    def __call__(self, data: bytes, /) -> bytes: ...


def compressor(name: str | None) -> Compressor | None:
    """Find the transport compression that a connection asks for. Raises KeyError for an unknown one."""
    if name is None:
        return None
    return {"zlib-stream": _zlib, "zstd-stream": _zstd}[name]()


def _zlib() -> Compressor:
    stream = zlib.compressobj()
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def _zstd() -> Compressor:
    stream = zstandard.ZstdCompressor().compressobj()
    return lambda data: stream.compress(data) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


class Connection:
    """One websocket, with its compression."""

    def __init__(self, request: web.Request) -> None:
        self.request = request
        self.compression = request.query.get("compress")
        self._compress = compressor(self.compression)
        self.socket = web.WebSocketResponse(compress=False, autoclose=False)

    async def send(
        self, op: Op, data: object = None, *, event: str | None = None, seq: int | None = None
    ) -> None:
        body = json.dumps({"op": op, "d": data, "t": event, "s": seq})
        if self._compress is None:
            await self.socket.send_str(body)
        else:
            await self.socket.send_bytes(self._compress(body.encode()))

    def reset(self) -> None:
        """Cut the TCP connection without a close frame."""
        if self.request.transport is not None:
            self.request.transport.abort()


@dataclass
class Session:
    """What survives a connection: the numbered events, and who listens.

    connection: None while the bot is away; events still gather in `sent` and are replayed on RESUME.
    """

    id: str
    shard: int
    shards: int
    intents: int
    connection: Connection | None = None
    sent: list[tuple[str, Json]] = field(default_factory=list[tuple[str, Json]])

    def hears(self, guild: int | None) -> bool:
        return guild is None or (guild >> 22) % self.shards == self.shard

    async def dispatch(self, event: str, data: Json) -> None:
        """Keep an event under the next number, and send it if anybody is connected."""
        if event.startswith("MESSAGE_") and not self.intents & MESSAGES:
            return
        if event in {"MESSAGE_CREATE", "MESSAGE_UPDATE"} and not self.intents & CONTENT:
            data = {**data, **{name: blank for name, blank in _CONTENT.items() if name in data}}
        self.sent.append((event, data))
        if self.connection is None:
            return
        try:
            await self.connection.send(Op.DISPATCH, data, event=event, seq=len(self.sent))
        except ConnectionError:
            # The bot left meanwhile; the event waits for its RESUME.
            self.connection = None

    async def replay(self, after: int) -> None:
        """Send again what came after this number, then RESUMED."""
        assert self.connection is not None
        for seq, (event, data) in enumerate(self.sent[after:], after + 1):
            await self.connection.send(Op.DISPATCH, data, event=event, seq=seq)
        await self.dispatch("RESUMED", {})


class Gateway:
    """Answers websockets. What the bot sent, and how connections ended, is kept for the tests.

    refuse: ways to turn away the next connections, one each.
    granted: the privileged intents that the application has; asking for another closes with 4014.
    closes: per ended connection the close code the bot sent, None when it vanished or we ended it.
    """

    def __init__(self, world: World, token: str, changed: Callable[[], None]) -> None:
        self._world = world
        self._token = token
        self._changed = changed
        self.refuse: deque[Refuse] = deque()
        self.granted = PRIVILEGED
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.identified: list[Json] = []
        self.resumed: list[Json] = []
        self.closes: list[int | None] = []

    @property
    def ready(self) -> bool:
        """Whether a session is connected now."""
        return any(session.connection is not None for session in self.sessions.values())

    async def dispatch(self, event: str, data: Json, *, guild: int | None = None) -> None:
        """Send an event to the sessions whose shard it concerns."""
        for session in list(self.sessions.values()):
            if session.hears(guild):
                await session.dispatch(event, data)

    async def drop(self, code: int | None = None) -> None:
        """End all connections: with a close code, or as a cut cable where none is given."""
        for session in self.sessions.values():
            connection, session.connection = session.connection, None
            if connection is None:
                continue
            if code is None:
                connection.reset()
            else:
                await connection.socket.close(code=code)
        self._changed()

    async def ask_reconnect(self) -> None:
        """Send op 7, as Discord does before a restart of its own."""
        for connection in self._live():
            await connection.send(Op.RECONNECT)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Send op 9. Sessions that cannot be resumed are forgotten with their events."""
        live = self._live()
        if not resumable:
            self.sessions.clear()
        for connection in live:
            await connection.send(Op.INVALID_SESSION, resumable)

    def forget(self) -> None:
        """Lose all sessions without saying so: the next RESUME is answered with op 9."""
        self.sessions.clear()

    def _live(self) -> list[Connection]:
        return [one.connection for one in self.sessions.values() if one.connection is not None]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Serve one websocket from its upgrade to its end."""
        refusal = self.refuse.popleft() if self.refuse else None
        self._changed()
        if refusal is Refuse.UNAVAILABLE:
            return web.Response(status=503, text="upstream connect error")
        connection = Connection(request)
        if refusal is Refuse.RESET:
            connection.reset()
            return web.Response(status=503)
        await connection.socket.prepare(request)
        self.connections.append(connection)
        await connection.send(Op.HELLO, {"heartbeat_interval": HEARTBEAT_MS})
        if refusal is Refuse.CLOSE:
            await connection.socket.close(code=4000)
        code = await self._converse(connection)
        for session in self.sessions.values():
            if session.connection is connection:
                session.connection = None
        self.closes.append(code)
        self._changed()
        return connection.socket

    async def _converse(self, connection: Connection) -> int | None:
        """Hear the bot until its connection ends; its close code, None if it gave none."""
        socket = connection.socket
        with suppress(ConnectionError):
            while True:
                message = await socket.receive()
                if message.type is WSMsgType.CLOSE:
                    # Not socket.close_code: it tells of our reply, for which few clients wait.
                    await socket.close()
                    return message.data
                if message.type is not WSMsgType.TEXT:
                    break
                try:
                    await self._hear(connection, json.loads(message.data))
                except (json.JSONDecodeError, KeyError):
                    await socket.close(code=4002)
        return None

    async def _hear(self, connection: Connection, message: Json) -> None:
        known = any(session.connection is connection for session in self.sessions.values())
        match message["op"]:
            case Op.HEARTBEAT:
                await connection.send(Op.ACK)
            case Op.IDENTIFY if known:
                await connection.socket.close(code=4005)
            case Op.IDENTIFY:
                await self._identify(connection, message["d"])
            case Op.RESUME:
                await self._resume(connection, message["d"])
            case _ if not known:
                await connection.socket.close(code=4003)
            case Op.PRESENCE | Op.VOICE:
                pass
            case Op.REQUEST_MEMBERS:
                await self._members(connection, message["d"])
            case _:
                await connection.socket.close(code=4001)
        self._changed()

    async def _identify(self, connection: Connection, data: Json) -> None:
        self.identified.append(data)
        shard, shards = data.get("shard") or (0, 1)
        if data["token"] != self._token:
            await connection.socket.close(code=4004)
        elif not 0 <= shard < shards:
            await connection.socket.close(code=4010)
        elif data["intents"] & PRIVILEGED & ~self.granted:
            await connection.socket.close(code=4014)
        else:
            session = Session(uuid4().hex, shard, shards, data["intents"], connection)
            self.sessions[session.id] = session
            await self._greet(session)

    async def _greet(self, session: Session) -> None:
        guilds = [guild for guild in self._world.guilds.values() if session.hears(guild.id)]
        ready: Json = {
            "v": 10,
            "user": {
                **self._world.me.user(),
                "verified": True,
                "mfa_enabled": True,
                "flags": 0,
                "email": None,
            },
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": "wss://gateway-us-east1-b.discord.gg",
            "shard": [session.shard, session.shards],
            "application": {"id": str(self._world.application), "flags": 1 << 19},
        }
        await session.dispatch("READY", ready)
        for guild in guilds:
            await session.dispatch("GUILD_CREATE", guild.payload())

    async def _resume(self, connection: Connection, data: Json) -> None:
        self.resumed.append(data)
        session = self.sessions.get(data["session_id"])
        if data["token"] != self._token:
            await connection.socket.close(code=4004)
        elif session is None:
            await connection.send(Op.INVALID_SESSION, data=False)
        elif not 0 <= data["seq"] <= len(session.sent):
            await connection.socket.close(code=4007)
        else:
            session.connection = connection
            await session.replay(data["seq"])

    async def _members(self, connection: Connection, data: Json) -> None:
        guild = self._world.guilds[int(data["guild_id"])]
        wanted = {int(one) for one in data.get("user_ids") or guild.members}
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [
                {**one.payload(), "user": one.user()} for one in guild.members.values() if one.id in wanted
            ],
            "chunk_index": 0,
            "chunk_count": 1,
            "nonce": data.get("nonce"),
        }
        for session in self.sessions.values():
            if session.connection is connection:
                await session.dispatch("GUILD_MEMBERS_CHUNK", chunk)
