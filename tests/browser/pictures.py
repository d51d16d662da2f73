"""Writes the pictures of docs/moderators.md and README.md: `python -m tests.browser.pictures docs/pictures`.

Messages are shown at a phone's width, twice as sharp, all in few colours so that they stay small.
"""

import asyncio
import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page, expect

from .opened import browser_page, demo
from .walk import HELPLINE, PITCH, Walk

WIDTH, SCALE = 390, 2
HEIGHT = 2400
"""Higher than any phone: a message is to be seen whole."""

PAGE = (1240, 840)
"""The whole page, on a desk."""

COLOURS = 192
MOST = 1200
"""Pixels of a picture's height where an answer goes on much longer."""


class Album:
    """Takes pictures of messages and puts them into a folder."""

    def __init__(self, page: Page, folder: Path) -> None:
        self._page = page
        self._folder = folder

    async def keep(self, name: str, shown: Locator | Page, most: int | None = None) -> None:
        """Write one picture, NAME.png, without what hovering adds. most: pixels of its height that stay."""
        await self._page.mouse.move(0, 0)
        picture = await shown.screenshot(animations="disabled")
        await asyncio.to_thread(self._write, name, picture, most)

    def _write(self, name: str, picture: bytes, most: int | None) -> None:
        with Image.open(io.BytesIO(picture)) as shot:
            cut = shot.crop((0, 0, shot.width, min(shot.height, most or shot.height)))
            few = cut.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(self._folder / f"{name}.png", optimize=True)


async def take(folder: Path) -> None:
    """Walk through the demo and keep in a folder what a moderator sees on the way."""
    with tempfile.TemporaryDirectory() as temporary:
        async with demo(Path(temporary)) as address, browser_page(address, WIDTH, HEIGHT, SCALE) as page:
            await _walk(Walk(page), Album(page, folder))
        async with demo(Path(temporary)) as address, browser_page(address, *PAGE) as page:
            walk = Walk(page)
            await walk.paste(PITCH)
            await Album(page, folder).keep("demo", page)


async def _walk(walk: Walk, album: Album) -> None:
    await walk.look_at("mod-log")
    await walk.command("/signpost setup")
    await album.keep("setup", walk.last)
    await walk.set_up()
    await walk.paste(PITCH)
    await album.keep("note", walk.channel.get_by_role("article").filter(has_text=HELPLINE).last)
    await walk.look_at("mod-log")
    entry = walk.channel.get_by_role("article").filter(has_text="#general").last
    await expect(entry).to_contain_text("Note sent · kratom")
    await album.keep("entry", entry)
    await walk.dismiss()
    await walk.look_at("mod-log")
    await album.keep("dismissed", walk.channel.get_by_role("article").filter(has_text="Dismissed by").last)
    await walk.check(PITCH)
    await album.keep("check", walk.last, MOST)
    await walk.stats()
    await album.keep("stats", walk.last)
    await walk.command("/signpost settings show")
    await album.keep("settings", walk.last)
    await walk.command("/signpost wording")
    await album.keep("wording", walk.last)
    await walk.export()
    await album.keep("export", walk.last)


if __name__ == "__main__":
    pictures = Path(sys.argv[1])
    pictures.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(pictures))
