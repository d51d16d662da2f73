"""Fetching the files of a post: Discord's hosts only, no redirects, a size cap and a time limit."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

import aiohttp
import discord
from yarl import URL

from bot.posts.kinds import HEAD
from bot.posts.limits import FETCH_SECONDS
from bot.posts.post import WhyUnread

DISCORD_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord serves attachments from."""

Wanted = Callable[[bytes], int]
"""Says how many bytes are wanted of a file that begins so; sees HEAD bytes, or all of a shorter file."""

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

    @classmethod
    def of(cls, data: bytes, wanted: Wanted) -> "Fetched":
        """Keep of a whole file what is wanted of it."""
        limit = wanted(data[:HEAD])
        return cls(data[:limit], cut=len(data) > limit)


class Fetch(Protocol):
    """The way to an attachment's bytes; chosen once, when the client is made."""

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Return the attachment's first bytes, as many as are wanted. Raises FetchError."""
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

    def __init__(
        self, connector: Callable[[], aiohttp.BaseConnector] | None = None, seconds: float = FETCH_SECONDS
    ) -> None:
        """seconds: the time limit for one file. connector: the way to every host, where it is not the net."""
        self._connector = connector
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._session: aiohttp.ClientSession | None = None

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Stream the file until its end or until no more is wanted. Raises FetchError."""
        url = _discords(attachment.url)
        try:
            async with self._open().get(url, allow_redirects=False) as response:
                if response.status in _REDIRECTS:
                    raise FetchError(WhyUnread.FOREIGN)
                if response.status != HTTPStatus.OK:
                    raise FetchError(_WHY.get(response.status, WhyUnread.BROKEN))
                return await _read_wanted(response.content, wanted)
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
                connector=self._connector() if self._connector else None, timeout=self._timeout
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


async def _read_wanted(stream: aiohttp.StreamReader, wanted: Wanted) -> Fetched:
    data = bytearray()
    limit: int | None = None
    async for chunk in stream.iter_chunked(_CHUNK):
        data += chunk
        if limit is None and len(data) >= HEAD:
            limit = wanted(bytes(data[:HEAD]))
        if limit is not None and len(data) > limit:
            return Fetched(bytes(data[:limit]), cut=True)
    return Fetched.of(bytes(data), wanted) if limit is None else Fetched(bytes(data), cut=False)
