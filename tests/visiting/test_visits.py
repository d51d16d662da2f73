"""Visiting links, on an https server of the tests' own: what is found, and how politely."""

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
import trustme
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.knowledge import standard
from bot.knowledge_commands import visiting
from bot.visiting import Found, Link, Visit, Visits, links_of
from bot.visiting.visits import MOST_BYTES, Pace
from bot.visiting.wording import lacking, text_of

HURRIED = Pace(timeout=2.0, pause=0.0, waits=(0.0, 0.0))
PAGE = "<script>let n = 999</script><p>Call <b>1-800</b>&nbsp;662\n4357, day or   night.</p>"


@dataclass
class Site:
    """The server, and what it was asked for."""

    port: int
    trusting: ssl.SSLContext
    asked: list[str] = field(default_factory=list[str])
    agents: set[str] = field(default_factory=set[str])
    busy: int = 1
    together: int = 0
    most_together: int = 0

    def link(self, path: str, *expects: str) -> Link:
        return Link(f"https://localhost:{self.port}{path}", ("entry",), expects)

    async def visit(self, *links: Link, pace: Pace = HURRIED, trusting: bool = True) -> list[Visit]:
        connector = aiohttp.TCPConnector(ssl=self.trusting if trusting else ssl.create_default_context())
        async with aiohttp.ClientSession(connector=connector) as session:
            return await Visits(session, pace).all(links, lambda: None)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        self.agents.add(request.headers["User-Agent"])
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        try:
            await asyncio.sleep(0)
            return await self._answer(request)
        finally:
            self.together -= 1

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        match request.path:
            case "/moved":
                raise web.HTTPMovedPermanently("/fine")
            case "/loop":
                raise web.HTTPFound("/loop")
            case "/gone":
                raise web.HTTPNotFound
            case "/refused":
                raise web.HTTPForbidden
            case "/crowded":
                raise web.HTTPTooManyRequests(headers={"Retry-After": "86400"})
            case "/no-charset":
                return web.Response(body=b"call 988", headers={"Content-Type": "text/html; charset=hex"})
            case "/broken":
                raise web.HTTPInternalServerError
            case "/busy" if self.busy:
                self.busy -= 1
                raise web.HTTPServiceUnavailable
            case "/slow":
                await asyncio.Event().wait()
            case "/large":
                return web.Response(body=b"x" * (20 * 2**20), content_type="text/html")
            case "/odd":
                return web.Response(body=b"\xff\xfe caf\xe9 988 \x80", content_type="text/html")
            case _:
                pass
        return web.Response(text=PAGE, content_type="text/html")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with authority.issue_cert("localhost").private_key_and_cert_chain_pem.tempfile() as path:
        context.load_cert_chain(path)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        site = Site(port, ssl.create_default_context(cadata=authority.cert_pem.bytes().decode()))
        app = web.Application()
        app.router.add_get("/{path:.*}", site.answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.SockSite(runner, listener, ssl_context=context).start()
        yield site
        await runner.cleanup()


@pytest.mark.parametrize(
    ("path", "found", "status"),
    [
        ("/fine", Found.FINE, 200),
        ("/moved", Found.MOVED, 200),
        ("/gone", Found.STATUS, 404),
        ("/broken", Found.STATUS, 500),
        ("/refused", Found.REFUSED, 403),
        ("/crowded", Found.REFUSED, 429),
        ("/loop", Found.LOOP, None),
        ("/busy", Found.FINE, 200),
    ],
)
async def test_what_a_link_answers_is_reported(
    site: Site, path: str, found: Found, status: int | None
) -> None:
    (visit,) = await site.visit(site.link(path, "1-800-662-4357", "day or night"))

    assert (visit.found, visit.status) == (found, status)
    assert visit.moved_to == (site.link("/fine").url if path == "/moved" else None)


async def test_what_no_longer_stands_on_a_page_is_named(site: Site) -> None:
    (visit,) = await site.visit(site.link("/fine", "1-800-662-4357", "1-800-000-0000", "999"))

    assert (visit.found, visit.lacking) == (Found.LACKING, ("1-800-000-0000", "999"))


async def test_a_page_without_end_is_read_to_a_limit(site: Site) -> None:
    (visit,) = await site.visit(site.link("/large", "never there"))

    assert (visit.found, visit.cut) == (Found.LACKING, True)
    assert MOST_BYTES < 20 * 2**20


async def test_a_page_in_broken_letters_is_read_as_far_as_it_goes(site: Site) -> None:
    (visit,) = await site.visit(site.link("/odd", "988"))

    assert visit.found is Found.FINE


async def test_a_page_in_what_is_no_charset_does_not_end_the_visits(site: Site) -> None:
    odd, fine = await site.visit(site.link("/no-charset", "988"), site.link("/fine"))

    assert (odd.found, fine.found) == (Found.FINE, Found.FINE)


async def test_a_page_that_refuses_programs_is_left_to_a_person(site: Site) -> None:
    (visit,) = await site.visit(site.link("/refused", "988"))

    assert visiting.said(visit) == (
        f"{visit.url} refuses programs, answers 403: open it by hand (named by entry)"
    )


async def test_what_lacks_its_words_since_it_leads_elsewhere_names_that_place(site: Site) -> None:
    (visit,) = await site.visit(site.link("/moved", "1-800-000-0000"))

    assert visiting.said(visit) == (
        f"{visit.url} does not show '1-800-000-0000' any more, after it led to {site.link('/fine').url} "
        "(named by entry)"
    )


async def test_who_never_answers_is_given_up(site: Site) -> None:
    (visit,) = await site.visit(site.link("/slow"), pace=Pace(timeout=0.2, pause=0.0, waits=()))

    assert visit.found is Found.TIMEOUT


async def test_a_certificate_that_nobody_trusts_is_said(site: Site) -> None:
    (visit,) = await site.visit(site.link("/fine"), trusting=False)

    assert visit.found is Found.TLS


async def test_one_page_of_a_host_is_asked_for_at_a_time_and_we_say_who_we_are(site: Site) -> None:
    paths = [f"/page/{number}" for number in range(6)]

    visits = await site.visit(*map(site.link, paths))

    assert [each.found for each in visits] == [Found.FINE] * 6
    assert site.asked == paths
    assert site.most_together == 1
    assert all(agent.startswith("Signpost-link-check/") for agent in site.agents)


def nowhere() -> aiohttp.BaseConnector:
    class Nowhere(AbstractResolver):
        async def resolve(self, host: str, *_: object, **__: object) -> list[ResolveResult]:
            raise OSError(f"no way to {host}")

        async def close(self) -> None:
            """Hold nothing."""

    return aiohttp.TCPConnector(resolver=Nowhere())


def test_off_line_it_says_so_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status = visiting.check_online(standard(), as_json=False, connector=nowhere, pace=HURRIED)

    written = capsys.readouterr()
    assert status == 3
    assert written.out == ""
    assert written.err.splitlines()[-1].startswith("signpost: off line: none of ")


def test_each_link_is_visited_once_and_names_all_its_entries() -> None:
    links = links_of(standard())

    urls = [each.url for each in links]
    assert len(urls) == len(set(urls))
    named = {entry for each in links for entry in each.named_by}
    assert named == {*standard().resources, *standard().evidence}
    assert json.dumps([Visit(each.url, each.named_by, Found.FINE).as_json() for each in links])


@pytest.mark.parametrize(
    ("page", "expected", "stands"),
    [
        ("<p>call 988</p>", "988", True),
        ("<p>call 9885</p>", "988", False),
        ("<p>Call or text 988 24/7.</p>", "988", True),
        ("<p>Dial 988. 1 in 5 adults</p>", "988", True),
        ("<p>call 988/911</p>", "911", True),
        ("<p>555-988-1234</p>", "988", False),
        ("<p>0 800 988 1234</p>", "988", False),
        ("<p>+49 (0) 800 / 111 0 111</p>", "0800 1110111", True),
        ("<a href='tel:+18006624357'>now</a>", "1-800-662-4357", True),
        ("<style>988</style><script>988</script>", "988", False),
        ("<p>Open\n every&nbsp;Day</p>", "open every day", True),
        ("<![broken <p>988", "988", False),
    ],
)
def test_words_and_numbers_are_found_as_a_reader_finds_them(page: str, expected: str, stands: bool) -> None:
    assert (lacking(text_of(page), (expected,)) == ()) is stands
