"""Visiting links: hosts side by side, each host one request at a time with a pause between two."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.visiting.links import Link
from bot.visiting.wording import lacking, text_of

AGENT = "Signpost-link-check/0.1 (checks monthly that published helplines and sources still stand)"
"""Who we say we are. robots.txt is for who gathers pages; a handful of published links is read like a person
would, one at a time."""

HOSTS_AT_ONCE = 8
MOST_BYTES = 4 * 2**20
"""Bytes read of a page; what is beyond is not looked through."""

_PASSES = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_REFUSES = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})


class Found(StrEnum):
    """What was found at a link. REFUSED: it may well stand, but its server lets no program look."""

    FINE = "fine"
    MOVED = "moved"
    LACKING = "lacking"
    REFUSED = "refused"
    STATUS = "status"
    LOOP = "redirects without end"
    TLS = "certificate"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of visiting a link. moved_to: where redirects led. lacking: what no longer stands there.

    cut: the page was longer than what is read of one.
    """

    url: str
    named_by: tuple[str, ...]
    found: Found
    status: int | None = None
    moved_to: str | None = None
    lacking: tuple[str, ...] = ()
    cut: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient and how polite a visit is; seconds each. waits: before another try after a 429 or 503."""

    timeout: float = 30.0
    pause: float = 1.0
    waits: tuple[float, ...] = (5.0, 20.0)


USUAL = Pace()


class Visits:
    """Visits links through one session.

    Invariant: of one host, one page is asked for at a time.
    """

    __slots__ = ("_pace", "_session")

    def __init__(self, session: aiohttp.ClientSession, pace: Pace = USUAL) -> None:
        self._session = session
        self._pace = pace

    async def all(self, links: Sequence[Link], done: Callable[[], None]) -> list[Visit]:
        """Visit links and return what was found, in their order. done: called after each."""
        hosts: dict[str, list[Link]] = {}
        for link in links:
            hosts.setdefault(urlsplit(link.url).netloc, []).append(link)
        waiting, found = iter(hosts.values()), dict[str, Visit]()

        async def work_off() -> None:
            for of_one_host in waiting:
                for number, link in enumerate(of_one_host):
                    await asyncio.sleep(self._pace.pause if number else 0)
                    found[link.url] = await self._patiently(link)
                    done()

        async with asyncio.TaskGroup() as workers:
            for _ in range(HOSTS_AT_ONCE):
                workers.create_task(work_off())
        return [found[link.url] for link in links]

    async def _patiently(self, link: Link) -> Visit:
        """Visit a link, and again after a while where its server asks for that."""
        visit = await self._visit(link)
        for wait in self._pace.waits:
            if visit.status not in _PASSES:
                break
            await asyncio.sleep(wait)
            visit = await self._visit(link)
        return visit

    async def _visit(self, link: Link) -> Visit:
        def because(found: Found) -> Visit:
            return Visit(link.url, link.named_by, found)

        try:
            async with asyncio.timeout(self._pace.timeout):
                return await self._read(link)
        except TimeoutError:
            return because(Found.TIMEOUT)
        except aiohttp.TooManyRedirects:
            return because(Found.LOOP)
        except aiohttp.ClientSSLError:
            return because(Found.TLS)
        except (aiohttp.ClientError, OSError, ValueError):  # ValueError: a redirect to what is no address
            return because(Found.UNREACHABLE)

    async def _read(self, link: Link) -> Visit:
        async with self._session.get(link.url, headers={"User-Agent": AGENT}) as answer:
            moved_to = str(answer.url) if answer.history else None
            if answer.status != HTTPStatus.OK:
                found = Found.REFUSED if answer.status in _REFUSES else Found.STATUS
                return Visit(link.url, link.named_by, found, answer.status, moved_to)
            page, cut = await _beginning(answer)
            missing = lacking(text_of(page), link.expects) if link.expects else ()
            found = Found.LACKING if missing else Found.MOVED if moved_to else Found.FINE
            return Visit(link.url, link.named_by, found, answer.status, moved_to, missing, cut)


async def _beginning(answer: aiohttp.ClientResponse) -> tuple[str, bool]:
    """Read a page as far as MOST_BYTES, and say whether there was more. What is no text is replaced."""
    read = bytearray()
    async for chunk in answer.content.iter_chunked(2**16):
        read += chunk
        if len(read) > MOST_BYTES:
            break
    page, cut = bytes(read[:MOST_BYTES]), len(read) > MOST_BYTES
    try:
        return page.decode(answer.get_encoding(), errors="replace"), cut
    except (LookupError, RuntimeError):  # it says none, or one that is none
        return page.decode(errors="replace"), cut
