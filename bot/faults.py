"""Faults on the way to Discord that pass by themselves."""

from http import HTTPStatus

import aiohttp
import discord

PASSING = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)
"""What a request may raise when Discord or the network is in trouble; the same request may succeed later.

discord.py retries some of it by itself, but neither a 503 nor a broken connection.
"""

_REQUESTS_FAULT = range(400, 500)


def is_final(error: Exception) -> bool:
    """Say whether the same request would be refused again: Discord found fault with the request itself."""
    if not isinstance(error, discord.HTTPException):
        return False
    return error.status in _REQUESTS_FAULT and error.status != HTTPStatus.TOO_MANY_REQUESTS
