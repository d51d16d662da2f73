"""Passes the frame's requests on to simcord's preview, so that one port serves our page and its.

The preview forbids framing; it is allowed here to our own page alone. The preview moves to another port each
time it is opened; the frame's address stays.
"""

from contextlib import AsyncExitStack

import aiohttp
from aiohttp import web

from bot.demo.stage import Stage

FRAME_PATH = "/discord"
"""Where the preview's own `/` is found; all its other paths are kept."""

_PASSED_ON = frozenset({"Accept", "Content-Type", "Range", "X-Simcord-Capability", "X-Simcord-Context"})
_KEPT_BACK = frozenset(
    {"Connection", "Content-Encoding", "Content-Length", "Date", "Server", "Transfer-Encoding"}
)
_NO_FRAMES, _OUR_FRAMES = "frame-ancestors 'none'", "frame-ancestors 'self'"
_TIMEOUT = aiohttp.ClientTimeout(total=60)


class Frame:
    """The way from the browser's frame to the open preview.

    What changes anything takes its turn on the stage; mere reading does not wait.
    """

    def __init__(self, stage: Stage, session: aiohttp.ClientSession) -> None:
        self._stage = stage
        self._session = session

    async def pass_on(self, request: web.Request) -> web.StreamResponse:
        """Answer as the preview does: 410 when none is open, 502 when it closed meanwhile."""
        body = await request.read()
        async with AsyncExitStack() as stack:
            if request.method not in {"GET", "HEAD"}:
                await stack.enter_async_context(self._stage.turn)
            shown = self._stage.shown
            if shown is None:
                return web.Response(status=410, text="This view is closed. Open one on the page around it.")
            path = "/" if request.path == FRAME_PATH else request.path_qs
            try:
                return await self._fetch(request, shown.origin + path, body)
            except (aiohttp.ClientError, TimeoutError):
                return web.Response(status=502, text="This view was closed. Open one on the page around it.")

    async def _fetch(self, request: web.Request, address: str, body: bytes) -> web.Response:
        headers = {name: value for name, value in request.headers.items() if name.title() in _PASSED_ON}
        async with self._session.request(
            request.method,
            address,
            headers=headers,
            data=body or None,
            allow_redirects=False,
            timeout=_TIMEOUT,
        ) as answer:
            kept = {name: value for name, value in answer.headers.items() if name.title() not in _KEPT_BACK}
            if "X-Frame-Options" in kept:
                kept["X-Frame-Options"] = "SAMEORIGIN"
            if policy := kept.get("Content-Security-Policy"):
                kept["Content-Security-Policy"] = policy.replace(_NO_FRAMES, _OUR_FRAMES)
            return web.Response(status=answer.status, headers=kept, body=await answer.read())
