"""Fetching the files of a post: Discord's hosts only, no redirects, a size cap and a time limit."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

import aiohttp
import discord
from yarl import URL

from bot.posts.post import WhyUnread

SIZE_LIMIT = 1024 * 1024
"""Bytes read of one file; a longer file is judged by its beginning."""

TIME_LIMIT = 10.0
"""Seconds for one file, from the first connection to the last byte."""

DISCORD_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord serves attachments from."""

_CHUNK = 64 * 1024
_REDIRECTS = range(300, 400)
_WHY: dict[int, WhyUnread] = {HTTPStatus.FORBIDDEN: WhyUnread.REFUSED, HTTPStatus.NOT_FOUND: WhyUnread.GONE}


class FetchError(Exception):
    """A file could not be fetched; `why` says it in words for moderators."""

    def __init__(self, why: WhyUnread) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file's bytes. cut: the file is longer than what was read."""

    data: bytes
    cut: bool


class Fetch(Protocol):
    """The way to an attachment's bytes; chosen once, when the client is made."""

    async def __call__(self, attachment: discord.Attachment) -> Fetched:
        """Return at most SIZE_LIMIT bytes of the attachment. Raises FetchError."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class HttpFetch:
    """Fetches attachments from Discord's own hosts over https.

    discord.py's Attachment.read() has no cap, no time limit and follows redirects, so a file could be as
    large, as slow and as far away as its sender likes. A redirect is refused rather than checked: Discord
    serves attachments without one.
    """

    def __init__(self, connector: Callable[[], aiohttp.BaseConnector] | None = None) -> None:
        self._connector = connector
        self._session: aiohttp.ClientSession | None = None

    async def __call__(self, attachment: discord.Attachment) -> Fetched:
        """Stream the file until its end or the cap. Raises FetchError."""
        url = _discords(attachment.url)
        try:
            async with self._open().get(url, allow_redirects=False) as response:
                if response.status in _REDIRECTS:
                    raise FetchError(WhyUnread.FOREIGN)
                if response.status != HTTPStatus.OK:
                    raise FetchError(_WHY.get(response.status, WhyUnread.BROKEN))
                return await _read_capped(response.content)
        except TimeoutError:
            raise FetchError(WhyUnread.SLOW) from None
        except (aiohttp.ClientError, OSError):
            raise FetchError(WhyUnread.BROKEN) from None

    async def close(self) -> None:
        """Close the session, if one was opened."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=self._connector() if self._connector else None,
                timeout=aiohttp.ClientTimeout(total=TIME_LIMIT),
            )
        return self._session


def _discords(address: str) -> URL:
    """Return the address if it is one of Discord's own. Raises FetchError."""
    try:
        url = URL(address)
        if url.scheme == "https" and url.host in DISCORD_HOSTS and url.is_default_port():
            return url
    except ValueError:
        pass  # no address at all: as foreign as one elsewhere
    raise FetchError(WhyUnread.FOREIGN)


async def _read_capped(stream: aiohttp.StreamReader) -> Fetched:
    data = bytearray()
    async for chunk in stream.iter_chunked(_CHUNK):
        data += chunk
        if len(data) > SIZE_LIMIT:
            return Fetched(bytes(data[:SIZE_LIMIT]), cut=True)
    return Fetched(bytes(data), cut=False)
