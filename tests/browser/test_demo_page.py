"""The demo page in a real chromium: a pitch is pasted, the note appears, buttons and commands answer."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from .opened import NoBrowserError, browser_page, chromium, demo
from .walk import HELPLINE, PITCH, Walk

pytestmark = pytest.mark.browser

LONG_PITCH = "\n\n".join([PITCH] * 4)


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["desktop", "phone"])
async def walk(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Walk]:
    """Open the demo's page in a fresh browser, at both widths."""
    try:
        chromium()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    width, height = request.param
    async with demo(tmp_path) as address, browser_page(address, width, height) as page:
        yield Walk(page)


async def test_a_moderator_who_has_never_seen_it_walks_through_six_steps(walk: Walk) -> None:
    await walk.set_up()
    await walk.paste(PITCH)
    await walk.dismiss()
    await walk.check(PITCH)
    await walk.stats()
    exported = await walk.export()

    assert "soothes withdrawal" not in str(exported)
    assert await walk.overflow() == 0


async def test_a_pasted_pitch_gets_its_note_and_the_moderators_their_entry(walk: Walk) -> None:
    channel = walk.channel
    await expect(channel).to_contain_text("soup thread")
    await expect(channel).not_to_contain_text(HELPLINE)

    await walk.page.get_by_label("Paste an article").fill(LONG_PITCH)
    await walk.page.get_by_role("button", name="Post as the member in #general").click()

    await expect(walk.page.get_by_role("status").first).to_contain_text("Signpost answered with its note.")
    await expect(channel).to_contain_text("message.txt")
    await expect(channel).to_contain_text(HELPLINE)

    await walk.settled("Robin")
    await channel.get_by_role("button", name="Why this note?").click()

    await expect(channel).to_contain_text("Only you can see this")
    await expect(channel).to_contain_text("A program posted it, not a person.")

    await walk.page.get_by_role("navigation").get_by_role("link", name="#general as a moderator").click()

    await walk.settled("Maya")
    await expect(channel).to_contain_text(HELPLINE)
    await expect(channel).not_to_contain_text("A program posted it, not a person.")

    await walk.page.get_by_role("navigation").get_by_role("link", name="#mod-log as a moderator").click()

    entry = channel.get_by_role("article").filter(has_text="#general")
    await expect(channel).to_contain_text("Note sent · kratom")
    await expect(entry.last).to_contain_text("@Robin in #general, in message.txt")


async def test_the_scene_and_the_simulated_composer_work_by_keyboard(walk: Walk) -> None:
    channel = walk.channel
    link = walk.page.get_by_role("link", name="#recovery as a member")
    await link.focus()
    await link.press("Enter")

    await expect(channel).to_contain_text("Day 31 today")
    await expect(channel).to_contain_text(HELPLINE)
    await expect(link).to_have_attribute("aria-current", "true")

    await walk.settled("Robin")
    composer = walk.discord.get_by_role("textbox", name="Message", exact=True)
    await composer.fill("thank you all, going for a walk now")
    await composer.press("Enter")

    await expect(channel).to_contain_text("going for a walk now")
