"""A small Discord on 127.0.0.1: REST, gateway and file hosts behind one port with TLS.

It serves the real process (see launch.py) and refuses what Discord refuses (refusals.py, interactions.py,
rest.py); test_refusals.py holds it to that. It plays no more of Discord than Signpost uses: a route it lacks
is answered with 501 and kept in `strange`, which the fixtures assert to be empty.
"""

import asyncio
import json
import socket
import ssl
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Self, TypeVar

import trustme
from aiohttp import web
from aiohttp.typedefs import Handler

from .bodies import answer
from .cdn import HOSTS, Cdn
from .faults import Faults
from .gateway import Gateway
from .interactions import Interactions
from .people import People
from .refusals import RefusalError
from .rest import BASE, Rest
from .state import Json, World

Found = TypeVar("Found")

REST_HOST = "discord.com"
GATEWAY_HOSTS = frozenset({"gateway.discord.gg", "gateway-us-east1-b.discord.gg"})
ELSEWHERE = "elsewhere.example"
"""A host that is not Discord's, for redirects to lead to."""

PUBLIC = (BASE + "/interactions/", BASE + "/webhooks/")
"""Routes whose token stands in their path."""

RESET = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: closing the socket sends RST."""


@dataclass(frozen=True)
class Call:
    """One REST request that arrived, with the status it got. body: its JSON if it was JSON."""

    method: str
    path: str
    query: dict[str, str]
    body: Json | None
    status: int


class Authority:
    """A certificate authority for the tests: signs the loopback's hosts; the child alone trusts it."""

    def __init__(self) -> None:
        self.ca = trustme.CA()
        hosts = [REST_HOST, *GATEWAY_HOSTS, *HOSTS, ELSEWHERE]
        self.server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        with self.ca.issue_cert(*hosts).private_key_and_cert_chain_pem.tempfile() as path:
            self.server.load_cert_chain(path)

    def client(self) -> ssl.SSLContext:
        """Make the context of a client that trusts this authority."""
        return ssl.create_default_context(cadata=self.ca.cert_pem.bytes().decode())


class Loopback:
    """The whole of it, running while its `async with` lasts.

    calls: REST requests in order of their answers. refusals: what was refused, as Discord would.
    strange: requests outside what the loopback plays. connections: TCP connections seen, refused ones too.
    """

    def __init__(self, authority: Authority, token: str = "loopback-token") -> None:
        self.token = token
        self.authority = authority
        self.world = World()
        self.faults = Faults()
        self.gateway = Gateway(self.world, token, self.changed)
        self.cdn = Cdn(self.world, self.changed)
        self.rest = Rest(self.world, self.gateway, self.cdn)
        self.interactions = Interactions(self.world, self.gateway, self.rest)
        self.people = People(self.world, self.gateway, self.rest, self.cdn, self.interactions)
        self.calls: list[Call] = []
        self.refusals: list[RefusalError] = []
        self.strange: list[str] = []
        self.connections = 0
        self.port = 0
        self._pulse = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._host], client_max_size=32 * 2**20)
        app.add_routes([*self.rest.routes(), *self.interactions.routes()])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._listener.setblocking(False)
        self.port = self._listener.getsockname()[1]
        self._accepting = asyncio.create_task(self._accept())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._accepting.cancel()
        with suppress(asyncio.CancelledError):
            await self._accepting
        self._listener.close()
        self.faults.release()
        self.cdn.close()
        await self.gateway.drop()
        await self._runner.cleanup()

    def changed(self) -> None:
        """Wake whoever waits in `until`."""
        self._pulse.set()
        self._pulse = asyncio.Event()

    async def until(self, found: Callable[[], Found], *, within: float = 10.0) -> Found:
        """Wait until `found` gives something truthy, and give that; ask again at whatever happens here.

        within: seconds. Raises TimeoutError.
        """
        async with asyncio.timeout(within):
            while not (result := found()):
                await self._pulse.wait()
            return result

    async def _accept(self) -> None:
        """Hand each TCP connection to the server, or reset it while the faults say so.

        An own loop instead of aiohttp's TCPSite, because a reset must come before the TLS handshake.
        """
        loop = asyncio.get_running_loop()
        handshakes: set[asyncio.Task[None]] = set()
        while True:
            client, _ = await loop.sock_accept(self._listener)
            self.connections += 1
            if self.faults.connections > 0:
                self.faults.connections -= 1
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                client.close()
                self.changed()
                continue
            task = asyncio.create_task(self._shake_hands(client))
            handshakes.add(task)
            task.add_done_callback(handshakes.discard)

    async def _shake_hands(self, client: socket.socket) -> None:
        assert self._runner.server is not None
        loop = asyncio.get_running_loop()
        # A client that leaves, or does not trust us, during the handshake is its own affair.
        with suppress(OSError, ssl.SSLError):
            await loop.connect_accepted_socket(self._runner.server, client, ssl=self.authority.server)

    @web.middleware
    async def _host(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        if host in GATEWAY_HOSTS:
            return await self.gateway.answer(request)
        if host in HOSTS:
            return await self.faults.meet(request, partial(self.cdn.answer, request), self.changed)
        if host != REST_HOST or request.match_info.http_exception is not None:
            self.strange.append(f"{request.method} {host}{request.path}")
            self.changed()
            return answer({"code": 0, "message": "not played by the loopback"}, status=501)
        return await self._call(request, handler)

    async def _call(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Do a REST request's work, and keep what came and what was answered."""
        plain = request.content_type == "application/json"
        body = json.loads(await request.text() or "null") if plain else None
        status = 0
        try:
            response = await self.faults.meet(
                request, partial(self._authorised, request, handler), self.changed
            )
            status = response.status
        except RefusalError as refusal:
            self.refusals.append(refusal)
            status = refusal.status
            response = answer(refusal.body, status)
        finally:
            if not status:
                self.strange.append(f"the loopback broke at {request.method} {request.path}")
            self.calls.append(Call(request.method, request.path, dict(request.query), body, status))
            self.changed()
        return response

    async def _authorised(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        public = request.path.startswith(PUBLIC) or request.path == BASE + "/gateway"
        if not public and request.headers.get("Authorization") != f"Bot {self.token}":
            raise RefusalError(401, 0, "401: Unauthorized")
        return await handler(request)
