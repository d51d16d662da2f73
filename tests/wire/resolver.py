"""Leads every host name to the loopback."""

import socket

from aiohttp.abc import AbstractResolver, ResolveResult


class OneAddress(AbstractResolver):
    """Resolves any host to one port of 127.0.0.1."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(self, host: str, *_: object, **__: object) -> list[ResolveResult]:
        """Give the one address, whatever port and family were asked for."""
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Hold nothing, so close nothing."""
