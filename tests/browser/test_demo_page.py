"""The demo page in a real chromium: a pitch is pasted, the note appears, a button answers, the log has it."""

import asyncio
import os
import re
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import FrameLocator, Page, async_playwright, expect

pytestmark = pytest.mark.browser

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

PITCH = """\
Still counting pills? Here is what worked for thousands before you.

Kratom soothes withdrawal without a clinic and without a prescription. The leaf calms the same receptors as
oxycodone, only kindly, so that sweats, cramps and cravings melt away while your body finds its balance. It is
not addictive, since nature made it and no factory did. Doctors will keep you on buprenorphine for years;
kratom sets you free in days. Scientists are amazed at how well it relieves pain, lifts the mood and brings
back sleep, with no side effects worth naming. Take the natural way out today.
"""
LONG_PITCH = "\n\n".join([PITCH] * 4)


def chromium() -> str:
    """Find the browser that make named, or one of this machine."""
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "no chromium on this machine: install one (Debian: apt-get install chromium), "
            "or name it: CHROMIUM=/path/to/chromium",
            pytrace=False,
        )
    return found


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Start `signpost demo` as its own process; check that it ends cleanly."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(port)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
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


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["desktop", "phone"])
async def page(address: str, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """Open the demo's page in a fresh browser."""
    width, height = request.param
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        await page.goto(address)
        yield page
        await browser.close()


def discord(page: Page) -> FrameLocator:
    """Return simcord's page in its frame."""
    return page.frame_locator("iframe[name=discord]")


async def settled(page: Page, person: str) -> None:
    """Wait until the frame shows a person's view and has told its size: until then it takes no action."""
    await expect(discord(page).get_by_label("Viewing as")).to_have_text(person)
    await expect(discord(page).locator("#action-status")).to_have_text("Viewport updated")
    await expect(discord(page).get_by_role("button", name="Send")).to_be_enabled()


async def test_a_pasted_pitch_gets_its_note_and_the_moderators_their_entry(page: Page) -> None:
    channel = discord(page).get_by_role("log")
    await expect(channel).to_contain_text("soup thread")
    await expect(channel).not_to_contain_text("1-800-662-4357")

    await page.get_by_label("Paste an article").fill(LONG_PITCH)
    await page.get_by_role("button", name="Post as the member in #general").click()

    await expect(page.get_by_role("status").first).to_contain_text("Signpost answered with its note.")
    await expect(channel).to_contain_text("message.txt")
    await expect(channel).to_contain_text("1-800-662-4357")

    await settled(page, "Robin")
    await channel.get_by_role("button", name="Why this note?").click()

    await expect(channel).to_contain_text("Only you can see this")
    await expect(channel).to_contain_text("A program posted it, not a person.")

    await page.get_by_role("navigation").get_by_role("link", name="#general as a moderator").click()

    await settled(page, "Maya")
    await expect(channel).to_contain_text("1-800-662-4357")
    await expect(channel).not_to_contain_text("A program posted it, not a person.")

    await page.get_by_role("navigation").get_by_role("link", name="#mod-log as a moderator").click()

    entry = channel.get_by_role("article").filter(has_text="#general")
    await expect(channel).to_contain_text("Note sent · kratom")
    await expect(entry.last).to_contain_text("@Robin in #general, in message.txt")


async def test_the_scene_and_the_simulated_composer_work_by_keyboard(page: Page) -> None:
    channel = discord(page).get_by_role("log")
    link = page.get_by_role("link", name="#recovery as a member")
    await link.focus()
    await link.press("Enter")

    await expect(channel).to_contain_text("Day 31 today")
    await expect(channel).to_contain_text("1-800-662-4357")
    await expect(link).to_have_attribute("aria-current", "true")

    await settled(page, "Robin")
    composer = discord(page).get_by_role("textbox", name="Message", exact=True)
    await composer.fill("thank you all, going for a walk now")
    await composer.press("Enter")

    await expect(channel).to_contain_text("going for a walk now")


async def test_a_moderators_command_answers_in_the_page(page: Page) -> None:
    await page.get_by_role("navigation").get_by_role("link", name="#general as a moderator").click()
    composer = discord(page).get_by_role("textbox", name="Message", exact=True)
    await expect(discord(page).get_by_role("log")).to_contain_text("soup thread")
    await settled(page, "Maya")

    await composer.press_sequentially("/signpost status")
    await composer.press("Enter")
    await discord(page).get_by_role("button", name="Send").click()

    await expect(discord(page).get_by_role("log")).to_contain_text("Permissions here: everything it needs.")
