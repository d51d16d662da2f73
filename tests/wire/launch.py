"""The child process of the wire tests: the real program, with every host name leading to the loopback.

Nothing of the product or of discord.py is replaced: both get an ordinary aiohttp connector, whose resolver
knows one address and whose TLS context trusts the tests' authority. Everything else is the environment.

LOOPBACK_PORT, LOOPBACK_AUTHORITY: where the loopback listens, and the certificate (PEM file) to trust.
"""

import os
import ssl
import sys

import aiohttp

from bot import run, settings

from .resolver import OneAddress


def connector() -> aiohttp.BaseConnector:
    """Make a connector to the loopback; called inside the running loop."""
    return aiohttp.TCPConnector(
        limit=0,
        resolver=OneAddress(int(os.environ["LOOPBACK_PORT"])),
        ssl=ssl.create_default_context(cafile=os.environ["LOOPBACK_AUTHORITY"]),
    )


def main() -> int:
    return run.run(settings.load(), connector=connector)


if __name__ == "__main__":
    sys.exit(main())
