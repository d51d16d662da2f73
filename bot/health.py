"""The health page on the loopback: whether the gateway is up, for containers and monitors."""

import http.client
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

from aiohttp import web

PATH = "/health"
ASK_TIMEOUT = 3.0
"""Seconds that `signpost health` waits for an answer."""


@asynccontextmanager
async def serve_health(port: int, connected: Callable[[], bool]) -> AsyncGenerator[None]:
    """Answer GET /health on 127.0.0.1:port with 200 while connected() holds, else 503.

    Raises OSError when the port is taken.
    """

    async def answer(_request: web.Request) -> web.Response:
        if connected():
            return web.json_response({"gateway": "up"})
        return web.json_response({"gateway": "down"}, status=HTTPStatus.SERVICE_UNAVAILABLE)

    app = web.Application()
    app.router.add_get(PATH, answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield
    finally:
        await runner.cleanup()


def ask(port: int) -> bool:
    """Ask a running bot's health page; False when the gateway is down or nobody answers."""
    # Not urllib: it would ask a proxy that the environment names.
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ASK_TIMEOUT)
    try:
        connection.request("GET", PATH)
        return connection.getresponse().status == HTTPStatus.OK
    except (http.client.HTTPException, OSError):
        return False
    finally:
        connection.close()
