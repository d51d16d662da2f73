"""The demo as its own process, and its page in a real chromium."""

import asyncio
import os
import re
import shutil
import signal
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Page, async_playwright, expect

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 30_000
"""Bound of every wait for the page; each ends as soon as what it waits for is there."""


class NoBrowserError(Exception):
    """There is no chromium here. The message says how to get one."""


def chromium() -> str:
    """Find the browser that make named, or one of this machine. Raises NoBrowserError."""
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowserError(
            "no chromium on this machine: install one (Debian: apt-get install chromium), "
            "or name it: CHROMIUM=/path/to/chromium"
        )
    return found


@asynccontextmanager
async def demo(temporary: Path) -> AsyncGenerator[str]:
    """Start `signpost demo`, give its address, and check that it ends cleanly."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(port)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            if found := re.search(r"http://\S+", line.decode()):
                yield found[0]
                break
        process.send_signal(signal.SIGTERM)
        _, errors = await process.communicate()
        assert (process.returncode, errors) == (0, b"")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@asynccontextmanager
async def browser_page(address: str, width: int, height: int, scale: int = 1) -> AsyncGenerator[Page]:
    """Open the demo's page in a fresh browser. width and height: CSS pixels. scale: pixels for each."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        await page.goto(address)
        yield page
        await browser.close()
