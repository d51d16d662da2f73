"""The child process of the wire tests: the real program, with every host name leading to the loopback.

Nothing of the product or of discord.py is replaced: both get an ordinary aiohttp connector, whose resolver
knows one address and whose TLS context trusts the tests' authority. Everything else is the environment.

LOOPBACK_PORT, LOOPBACK_AUTHORITY: where the loopback listens, and the certificate (PEM file) to trust.
LOOPBACK_FILE_SECONDS: shortens the product's time limit for one file, so that its test need not wait it out.
"""

import os
import ssl
import sys
from unittest.mock import patch

import aiohttp

from bot import run, settings
from bot.posts import fetch

from .resolver import OneAddress


def connector() -> aiohttp.BaseConnector:
    """Make a connector to the loopback; called inside the running loop."""
    return aiohttp.TCPConnector(
        limit=0,
        resolver=OneAddress(int(os.environ["LOOPBACK_PORT"])),
        ssl=ssl.create_default_context(cafile=os.environ["LOOPBACK_AUTHORITY"]),
    )


def main() -> int:
    limit = float(os.environ.get("LOOPBACK_FILE_SECONDS", fetch.TIME_LIMIT))
    with patch.object(fetch, "TIME_LIMIT", limit):
        return run.run(settings.load(), connector=connector)


if __name__ == "__main__":
    sys.exit(main())
