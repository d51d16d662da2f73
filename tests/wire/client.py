"""A client of the loopback without discord.py, to test that the loopback is as strict as Discord."""

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
import zstandard

from .gateway import MESSAGES, PRIVILEGED, Op
from .loopback import Loopback
from .resolver import OneAddress
from .rest import BASE
from .state import Channel, Json

GATEWAY = "wss://gateway.discord.gg/?v=10&encoding=json"


@dataclass(frozen=True)
class Reply:
    """An HTTP answer: its status, JSON (an object or a list, the other stays empty) and headers."""

    status: int
    headers: dict[str, str]
    json: Json = field(default_factory=dict[str, Any])
    page: list[Json] = field(default_factory=list[Json])

    @property
    def code(self) -> int | None:
        """Discord's error number."""
        return self.json.get("code")

    def reason(self, field: str) -> str:
        """Give the code of error 50035 for a field (dots lead into nested ones). Raises KeyError."""
        errors: Json = self.json["errors"]
        for name in field.split("."):
            errors = errors[name]
        return errors["_errors"][0]["code"]


class RawClient:
    """Speaks REST and gateway to a loopback, with the bot's token unless told otherwise."""

    def __init__(self, loopback: Loopback) -> None:
        self._loopback = loopback

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            resolver=OneAddress(self._loopback.port), ssl=self._loopback.authority.client(), force_close=True
        )
        self.session = aiohttp.ClientSession(connector=connector)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def call(self, method: str, path: str, body: object = None, *, token: str | None = None) -> Reply:
        """Make one REST request. path: below the API's base, with any query. body: sent as JSON."""
        headers = {"Authorization": f"Bot {self._loopback.token if token is None else token}"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body)
        url = f"https://discord.com{BASE}{path}"
        async with self.session.request(method, url, headers=headers, data=data) as response:
            text = await response.text()
            plain = response.headers.get("Content-Type") == "application/json"
            headers = dict(response.headers)
            if plain and text.startswith("["):
                return Reply(response.status, headers, page=json.loads(text))
            return Reply(response.status, headers, json.loads(text) if plain and text else {})

    async def say(self, channel: Channel, **payload: object) -> Reply:
        """Post a message as the bot."""
        return await self.call("POST", f"/channels/{channel.id}/messages", payload)

    async def answer(self, interaction: Json, kind: int, data: Json | None = None) -> Reply:
        """Give the first answer to an interaction, as it arrived over the gateway."""
        path = f"/interactions/{interaction['id']}/{interaction['token']}/callback?with_response=1"
        return await self.call("POST", path, {"type": kind, "data": data or {}})

    async def connect(self, compress: str | None = None) -> "RawSocket":
        """Open a gateway connection and hear HELLO."""
        query = f"&compress={compress}" if compress else ""
        socket = RawSocket(await self.session.ws_connect(GATEWAY + query), compress)
        hello = await socket.hear()
        assert hello["op"] == Op.HELLO
        return socket

    async def identify(self, compress: str | None = None) -> "RawSocket":
        """Open a session and hear READY and the servers."""
        socket = await self.connect(compress)
        await socket.identify(self._loopback.token)
        ready = await socket.event("READY")
        socket.session = ready["session_id"]
        for _ in ready["guilds"]:
            await socket.event("GUILD_CREATE")
        return socket


class RawSocket:
    """One gateway connection. seq: the last event's number."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, compress: str | None) -> None:
        self.socket = socket
        self.session = ""
        self.seq = 0
        self._decompress: Callable[[bytes], bytes] = bytes
        if compress == "zlib-stream":
            self._decompress = zlib.decompressobj().decompress
        elif compress == "zstd-stream":
            self._decompress = zstandard.ZstdDecompressor().decompressobj().decompress

    async def send(self, op: Op, data: object) -> None:
        await self.socket.send_json({"op": op, "d": data})

    async def identify(self, token: str, intents: int = PRIVILEGED | MESSAGES | 1) -> None:
        await self.send(Op.IDENTIFY, {"token": token, "intents": intents, "properties": {}})

    async def hear(self) -> Json:
        """Hear one payload. Raises ConnectionError once the connection is closed."""
        message = await self.socket.receive(timeout=5)
        if message.type is aiohttp.WSMsgType.TEXT:
            return json.loads(message.data)
        if message.type is aiohttp.WSMsgType.BINARY:
            return json.loads(self._decompress(message.data))
        raise ConnectionError(f"closed with {self.socket.close_code}")

    async def event(self, name: str) -> Json:
        """Hear the next event, which must be of this name; its data."""
        payload = await self.hear()
        assert payload["t"] == name, payload
        self.seq = payload["s"]
        return payload["d"]

    async def closed(self) -> int | None:
        """Wait until the loopback closes; its code."""
        async for _ in self.socket:
            pass
        return self.socket.close_code
