"""`signpost demo`: a page with the community in a frame, and a box to paste an article into."""

import asyncio
import errno
import secrets
import signal
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from string import Template

import aiohttp
from aiohttp import web

from bot.check import open_output
from bot.demo.community import (
    LONGEST_CONTENT,
    MEMBER,
    MOD_LOG,
    MODERATOR,
    PASTED_FILE,
    Community,
    DemoError,
    open_community,
)
from bot.demo.frame import FRAME_PATH, Frame
from bot.demo.scene import example_article, load_scene, play
from bot.demo.stage import START, Outcome, Pasted, Shown, Stage, View

LOOPBACK = "127.0.0.1"

A_MOMENT = timedelta(seconds=5)
"""By which the scene's clock is late at the start, so that it never runs ahead of the real one."""

HTTP_PORT = 80
"""Browsers leave this port out of Host and Origin."""

LARGEST_REQUEST = 4 * 1024 * 1024
"""Bytes of a request: an article and what a form adds to it. The bot itself reads 1 MiB of a file."""

_LOG = View(MOD_LOG, MODERATOR)
"""Where most of the steps are done."""

_PAGE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
_ROLES = {MEMBER: "a member", MODERATOR: "a moderator"}

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def serve(port: int) -> None:
    """Serve the page until Ctrl-C or SIGTERM. Raises DemoError when the port cannot be had."""
    listener = listen(port)
    with listener:
        asyncio.run(_until_stopped(listener))


def listen(port: int) -> socket.socket:
    """Take the port before anything else is done, so that a taken one is said at once. Raises DemoError."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        taken = error.errno == errno.EADDRINUSE
        why = "is taken" if taken else f"cannot be used ({(error.strerror or str(error)).lower()})"
        raise DemoError(f"port {port} {why}: choose another with --port") from None
    return listener


async def _until_stopped(listener: socket.socket) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    showing = asyncio.create_task(_show(listener))
    stopped = asyncio.create_task(stopping.wait())
    await asyncio.wait({showing, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not showing.done():
        showing.cancel()
    with suppress(asyncio.CancelledError):
        await showing


async def _show(listener: socket.socket) -> None:
    """Let the scene play so that it ends now, then show it and keep its clock."""
    out, _ = open_output()
    out.write("Starting the bot in a simulated Discord…\n")
    out.flush()
    scene = load_scene()
    async with open_community(datetime.now(UTC) - scene.length - A_MOMENT) as community:
        await play(scene, community)
        async with page_of(community, listener) as stage:
            port = listener.getsockname()[1]
            out.write(f"Signpost's demo: http://{LOOPBACK}:{port}/\nCtrl-C ends it.\n")
            out.flush()
            await stage.keep_time()


@asynccontextmanager
async def page_of(community: Community, listener: socket.socket) -> AsyncGenerator[Stage, None]:
    """Serve the page of a community on a bound socket, with the first view open."""
    stage = Stage(community)
    async with aiohttp.ClientSession() as session:
        page = Page(stage, Frame(stage, session), listener.getsockname()[1])
        runner = web.AppRunner(page.app(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await stage.show(START)
            await web.SockSite(runner, listener).start()
            yield stage
        finally:
            await runner.cleanup()
            await stage.close()


class Page:
    """The page around the frame. Holds the last paste's outcome, so that reloading posts nothing twice.

    Any site that the visitor has open could send requests to a known port. So a request must name this host
    and come from this page, and a paste must carry the page's token.
    """

    def __init__(self, stage: Stage, frame: Frame, port: int) -> None:
        self._stage = stage
        self._frame = frame
        self._hosts = {
            f"{LOOPBACK}:{port}",
            f"localhost:{port}",
            *((LOOPBACK, "localhost") if port == HTTP_PORT else ()),
        }
        self._token = secrets.token_urlsafe(16)
        self._text = example_article().strip()
        self._said = ""

    def app(self) -> web.Application:
        """Build the application: our page, its two verbs, and the frame for every other path."""
        app = web.Application(middlewares=[self._guard], client_max_size=LARGEST_REQUEST)
        app.router.add_get("/", self._index)
        app.router.add_get("/open/{channel}/{person}", self._open)
        app.router.add_post("/paste", self._paste)
        app.router.add_route("*", "/{path:.*}", self._frame.pass_on)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        origins = {f"http://{host}" for host in self._hosts}
        origin = request.headers.get("Origin")
        foreign = request.headers.get("Sec-Fetch-Site") == "cross-site" and request.path != "/"
        if request.host not in self._hosts or foreign or (origin is not None and origin not in origins):
            return web.Response(status=403, text="This page answers to itself alone.")
        return await handler(request)

    async def _index(self, request: web.Request) -> web.StreamResponse:
        del request
        shown = self._stage.shown or await self._stage.show(START)
        nonce = secrets.token_urlsafe(16)
        policy = (
            f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; frame-src 'self'; "
            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        return web.Response(
            text=_PAGE.substitute(
                nonce=nonce,
                token=escape(self._token),
                text=escape(self._text),
                said=self._said,
                log=_anchor(_LOG, "#mod-log"),
                views="\n".join(_link(view, current=view == shown.view) for view in self._stage.views),
                frame=_frame_address(shown),
                limit=f"{LONGEST_CONTENT:,}",
            ),
            content_type="text/html",
            headers={
                "Content-Security-Policy": policy,
                "Cache-Control": "no-store",
                # Not no-referrer: it would take the Origin off the page's own form.
                "Referrer-Policy": "same-origin",
                "X-Content-Type-Options": "nosniff",
            },
        )

    async def _open(self, request: web.Request) -> web.StreamResponse:
        view = View(request.match_info["channel"], request.match_info["person"])
        try:
            shown = await self._stage.show(view)
        except KeyError:
            return web.Response(status=404, text="There is no such view.")
        return _see_other(_frame_address(shown))

    async def _paste(self, request: web.Request) -> web.StreamResponse:
        try:
            form = await request.post()
        except web.HTTPRequestEntityTooLarge:
            self._said = "<p>Not posted: the text is too long for this box. Discord’s limit is 10 MiB.</p>"
            return _see_other("/#said")
        if not secrets.compare_digest(str(form.get("token", "")), self._token):
            return web.Response(status=403, text="This page was left over from an earlier demo: reload it.")
        self._text = str(form.get("text", "")).replace("\r\n", "\n").strip()
        try:
            pasted = await self._stage.paste(self._text, fresh=form.get("where") == "fresh")
        except DemoError as error:
            self._said = f"<p>Not posted: {escape(str(error))}.</p>"
        else:
            self._said = _said(pasted)
        return _see_other("/#said")


def _said(pasted: Pasted) -> str:
    """Say what a paste led to, and where to look."""
    how = f", as {PASTED_FILE}: it is over {LONGEST_CONTENT:,} characters" if pasted.as_file else ""
    log = _anchor(_LOG, "#mod-log as a moderator")
    match pasted.outcome:
        case Outcome.NOTE:
            then = (
                "<strong>Signpost answered with its note.</strong> "
                "Try “Why this note?” under it. What the moderators got is in "
            )
        case Outcome.COUNTED:
            then = (
                "<strong>No second note:</strong> this channel had one in the last 30 minutes. The post is "
                "counted on that note’s entry, in "
            )
        case Outcome.LOGGED:
            then = "<strong>No note:</strong> why not is said in "
        case Outcome.SILENCE:
            then = "<strong>Signpost stays silent:</strong> it saw nothing to answer. Nothing was added to "
    where = f'<a href="#discord">#{escape(pasted.channel)}</a>'
    return f"<p>Posted in {where}{how}.</p><p>{then}{log}.</p>"


def _link(view: View, *, current: bool) -> str:
    label = f"#{view.channel} as {_ROLES[view.person]}"
    return f"<li>{_anchor(view, label, current=current)}</li>"


def _anchor(view: View, label: str, *, current: bool = False) -> str:
    mark = ' aria-current="true"' if current else ""
    return f'<a href="/open/{view.channel}/{view.person}" target="discord"{mark}>{escape(label)}</a>'


def _frame_address(shown: Shown) -> str:
    return f"{FRAME_PATH}#{shown.capability}"


def _see_other(address: str) -> web.Response:
    return web.Response(status=303, headers={"Location": address})
