"""The loopback's file hosts: attachments that are whole, missing, slow, endless or elsewhere."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from .state import Json, World

HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
CHUNK = 64 * 1024


@dataclass
class Served:
    """One file and how it is handed out.

    repeat: sends the body this many times over, without a Content-Length, for files of any size.
    stalls: sends half the body, then nothing until the loopback closes.
    location: where a redirect (status 302) points.
    sent: bytes handed to the socket so far, over all requests. asked: requests so far.
    left: the reader hung up before the end.
    """

    body: bytes
    status: int = 200
    content_type: str | None = None
    location: str | None = None
    repeat: int = 1
    stalls: bool = False
    sent: int = 0
    asked: int = 0
    left: bool = False


class Cdn:
    """Answers for the file hosts. A file unknown to it, or asked of another host, is a 404."""

    def __init__(self, world: World, changed: Callable[[], None]) -> None:
        self._world = world
        self._changed = changed
        self._closing = asyncio.Event()
        self.files: dict[str, Served] = {}

    def attach(self, channel: int, name: str, served: Served, *, size: int | None = None) -> Json:
        """Store a file; give the attachment object for a message. size: what the message claims, in bytes."""
        file_id = self._world.snowflake()
        path = f"/attachments/{channel}/{file_id}/{name}"
        self.files[path] = served
        attachment: Json = {
            "id": str(file_id),
            "filename": name,
            "size": len(served.body) * served.repeat if size is None else size,
            "url": f"https://cdn.discordapp.com{path}?ex=6&is=6&hm=00&",
            "proxy_url": f"https://media.discordapp.net{path}?ex=6&is=6&hm=00&",
        }
        if served.content_type is not None:
            attachment["content_type"] = served.content_type
        return attachment

    def close(self) -> None:
        """Let stalled downloads end."""
        self._closing.set()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        served = self.files.get(request.path)
        if served is None:
            return web.Response(status=404, text="This content is no longer available.")
        served.asked += 1
        self._changed()
        if served.status != 200:
            headers = {"Location": served.location} if served.location else {}
            return web.Response(status=served.status, headers=headers, text="not here")
        return await self._stream(request, served)

    async def _stream(self, request: web.Request, served: Served) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": served.content_type or "text/plain"})
        if served.repeat == 1:
            response.content_length = len(served.body)
        await response.prepare(request)
        for _ in range(served.repeat):
            try:
                await self._write(request, response, served)
            except ConnectionError:
                served.left = True
                self._changed()
                break
        return response

    async def _write(self, request: web.Request, response: web.StreamResponse, served: Served) -> None:
        end = len(served.body) // 2 if served.stalls else len(served.body)
        for start in range(0, end, CHUNK):
            # A write into a lost connection is not told of, and one that fits the buffer does not yield.
            await asyncio.sleep(0)
            if request.transport is None or request.transport.is_closing():
                raise ConnectionResetError
            part = served.body[start : min(start + CHUNK, end)]
            await response.write(part)
            served.sent += len(part)
        if served.stalls:
            await self._closing.wait()
