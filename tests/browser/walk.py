"""A walk through the demo's page: six steps of a moderator who has never seen it."""

import asyncio
import json
from typing import Any

from playwright.async_api import FrameLocator, Locator, Page, expect

PITCH = """\
Still counting pills? Here is what worked for thousands before you.

Kratom soothes withdrawal without a clinic and without a prescription. The leaf calms the same receptors as
oxycodone, only kindly, so that sweats, cramps and cravings melt away while your body finds its balance. It is
not addictive, since nature made it and no factory did. Doctors will keep you on buprenorphine for years;
kratom sets you free in days. Scientists are amazed at how well it relieves pain, lifts the mood and brings
back sleep, with no side effects worth naming. Take the natural way out today.
"""
HELPLINE = "1-800-662-4357"
PARTS = (
    "Channels",
    "Roles",
    "Language and country",
    "Preview of the note",
    "Permissions",
    "What it does and keeps",
)
"""Parts of the set-up after its first, in their order."""


class Walk:
    """The page as its visitor works it. Each step ends once what it leads to is seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def discord(self) -> FrameLocator:
        """The simulated Discord in its frame."""
        return self.page.frame_locator("iframe[name=discord]")

    @property
    def channel(self) -> Locator:
        """What stands in the channel."""
        return self.discord.get_by_role("log")

    @property
    def last(self) -> Locator:
        """The last message in it: an answer, if one was just given."""
        return self.channel.get_by_role("article").last

    async def settled(self, person: str) -> None:
        """Wait until the frame shows a person's view and told its size: until then it takes no action."""
        await expect(self.discord.get_by_label("Viewing as")).to_have_text(person)
        await expect(self.discord.locator("#action-status")).to_have_text("Viewport updated")
        await expect(self.discord.get_by_role("button", name="Send")).to_be_enabled()

    async def look_at(self, channel: str) -> None:
        """Open a channel as the moderator, if it is not open."""
        link = self.page.get_by_role("navigation").get_by_role("link", name=f"#{channel} as a moderator")
        if await link.get_attribute("aria-current"):
            return
        await link.click()
        await expect(self.discord.locator("#channel-name")).to_have_text(channel)
        await self.settled("Maya")

    async def command(self, words: str, option: str = "") -> None:
        """Give a slash command, with its first option if that is needed, and wait for the answer."""
        messages = await self.channel.get_by_role("article").count()
        composer = self.discord.get_by_role("textbox", name="Message", exact=True)
        await composer.press_sequentially(words)
        await expect(self.discord.locator(".command-popup").get_by_text(words, exact=True)).to_be_visible()
        await composer.press("Enter")
        await expect(self.discord.get_by_role("button", name=f"Command {words}")).to_be_visible()
        if option:
            await self.discord.get_by_label("required").fill(option)
        await self.discord.get_by_role("button", name="Send").click()
        await expect(self.channel.get_by_role("article")).to_have_count(messages + 1)
        await self.last.scroll_into_view_if_needed()

    async def set_up(self) -> None:
        """Go through the panel and confirm it."""
        await self.look_at("mod-log")
        await self.command("/signpost setup")
        part = self.last.get_by_role("combobox", name="Parts of the set-up")
        await expect(part).to_have_text("Log and mode")
        for name in PARTS:
            await self.last.get_by_role("button", name=f"Next: {name}").click()
            await expect(part).to_have_text(name)
        await self.last.get_by_role("button", name="Confirm set-up").click()
        await expect(self.last).to_contain_text("Set-up confirmed.")

    async def paste(self, text: str) -> None:
        """Paste a pitch into the page's box; the note follows in #general."""
        await self.page.get_by_label("Paste an article").fill(text)
        await self.page.get_by_role("button", name="Post as the member in #general").click()
        said = self.page.get_by_role("status").first
        await expect(said).to_contain_text("Signpost answered with its note.")
        await expect(self.channel).to_contain_text(HELPLINE)
        await self.settled("Robin")

    async def dismiss(self) -> None:
        """Dismiss the case of the pasted pitch; its note goes."""
        await self.look_at("mod-log")
        entry = self.channel.get_by_role("article").filter(has_text="#general").last
        await expect(entry).to_contain_text("Note sent · kratom")
        await entry.get_by_role("button", name="Dismiss").click()
        await expect(entry).to_contain_text("Dismissed by @Maya: near copies get no note here.")
        await expect(entry).to_contain_text("Note withdrawn · kratom")
        await self.look_at("general")
        await expect(self.channel).to_contain_text("soup thread")
        await expect(self.channel).not_to_contain_text(HELPLINE)

    async def check(self, text: str) -> None:
        """Try the dismissed text again."""
        await self.look_at("mod-log")
        await self.command("/signpost check", " ".join(text.split()))
        await expect(self.last).to_contain_text("Would stay silent")
        await expect(self.last).to_contain_text("Nearest dismissed case")

    async def stats(self) -> None:
        """See the numbers as a chart and as a table."""
        await self.command("/signpost stats")
        await expect(self.last).to_contain_text("Rulings: 0 confirmed, 1 dismissed.")
        await expect(self.last).to_contain_text("signpost-stats.csv")
        chart = self.last.get_by_role("img", name="Bar charts by week")
        await expect(chart).not_to_have_js_property("naturalWidth", 0)

    async def export(self) -> dict[str, Any]:
        """Take all that is kept of the server home as a file, and return what stands in it."""
        await self.command("/signpost data export")
        await expect(self.last).to_contain_text("All that is kept of this server")
        async with self.page.expect_download() as download:
            await self.last.get_by_role("button", name="Download").click()
        path = await (await download.value).path()
        return json.loads(await asyncio.to_thread(path.read_text, encoding="utf-8"))

    async def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return await self.page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )
