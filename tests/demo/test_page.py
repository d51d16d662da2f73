"""The demo's page over HTTP: what it does, and to whom it answers."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape

import aiohttp
import pytest

from bot.demo import stage as staging
from bot.demo.community import GENERAL, Community, open_community
from bot.demo.page import listen, page_of
from bot.demo.scene import example_article
from bot.demo.stage import Stage

SOUP = "leek and potato again, I regret nothing"


@dataclass
class Visitor:
    """A browser without a screen: fetches pages, fills in the form, sends what a foreign site would send."""

    community: Community
    stage: Stage
    address: str
    session: aiohttp.ClientSession

    async def look(self, path: str = "/", **headers: str) -> tuple[int, str]:
        async with self.session.get(self.address + path, headers=headers) as answer:
            return answer.status, unescape(await answer.text())

    async def token(self) -> str:
        _, page = await self.look()
        found = re.search(r'name="token" value="([^"]+)"', page)
        assert found is not None
        return found[1]

    async def post(self, form: dict[str, str], **headers: str) -> tuple[int, str]:
        async with self.session.post(f"{self.address}/paste", data=form, headers=headers) as answer:
            return answer.status, unescape(await answer.text())

    async def paste(self, text: str, where: str = "general") -> str:
        """Paste by the form; return what the page says then."""
        status, page = await self.post({"token": await self.token(), "text": text, "where": where})
        assert status == 200
        return page

    async def frame(self) -> str:
        """Return the address of the frame."""
        _, page = await self.look()
        found = re.search(r'<iframe [^>]*src="([^"]+)"', page)
        assert found is not None
        return found[1]

    def posts(self, channel: str = GENERAL) -> list[str]:
        """Return the authors of a channel's posts."""
        return [each.author.display_name for each in self.community.channels[channel].history()]


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    listener = listen(0)
    with listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with (
            open_community() as community,
            page_of(community, listener) as stage,
            aiohttp.ClientSession() as session,
        ):
            yield Visitor(community, stage, address, session)


async def test_the_example_in_the_box_gets_a_note_in_general(visitor: Visitor) -> None:
    _, page = await visitor.look()
    assert example_article().strip() in page

    said = await visitor.paste(example_article())

    assert "Signpost answered with its note." in said
    assert "as message.txt" in said
    assert visitor.posts() == ["Robin", "Signpost"]


async def test_a_second_pitch_in_general_is_counted_and_a_fresh_channel_gets_a_note(visitor: Visitor) -> None:
    await visitor.paste(example_article())

    assert "No second note:" in await visitor.paste(example_article())
    assert visitor.posts() == ["Robin", "Signpost", "Robin"]
    assert "Signpost answered with its note." in await visitor.paste(example_article(), "fresh")
    assert visitor.posts("fresh-1") == ["Robin", "Signpost"]


async def test_where_signpost_only_observes_the_page_says_that_the_log_has_it(visitor: Visitor) -> None:
    await visitor.community.moderator.slash(
        visitor.community.channels[GENERAL], "signpost mode", mode="observe"
    )

    assert "No note: why not is said in" in re.sub(r"<[^>]+>", "", await visitor.paste(example_article()))
    assert visitor.posts() == ["Robin"]


async def test_ordinary_talk_is_posted_as_a_message_and_gets_silence(visitor: Visitor) -> None:
    said = await visitor.paste(SOUP)

    assert "Signpost stays silent:" in said
    assert "message.txt:" not in said
    assert visitor.posts() == ["Robin"]


async def test_nothing_is_not_posted_and_makes_no_channel(visitor: Visitor) -> None:
    said = await visitor.paste(" \r\n ", "fresh")

    assert "Not posted: the text is empty" in said
    assert "fresh-1" not in visitor.community.channels


async def test_a_text_too_long_for_the_box_is_refused_in_words(visitor: Visitor) -> None:
    form = io.BytesIO(b"text=" + b"a" * (4 * 1024 * 1024))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    async with visitor.session.post(f"{visitor.address}/paste", data=form, headers=headers) as answer:
        said = await answer.text()

    assert "Not posted: the text is too long" in said
    assert visitor.posts() == []


async def test_a_pasted_page_is_shown_as_text_and_not_run(visitor: Visitor) -> None:
    hostile = "</textarea><script>alert(1)</script>"
    await visitor.paste(hostile)

    async with visitor.session.get(visitor.address) as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]

    assert hostile not in page
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


async def test_a_link_closes_the_open_view_and_opens_its_own(visitor: Visitor) -> None:
    before = await visitor.frame()

    status, _ = await visitor.look("/open/mod-log/maya")

    assert status == 200
    shown = visitor.stage.shown
    assert shown is not None
    assert (shown.view.channel, shown.view.person) == ("mod-log", "maya")
    assert await visitor.frame() != before


@pytest.mark.parametrize("view", ["mod-log/robin", "general/june", "nowhere/robin"])
async def test_a_view_that_is_not_offered_is_not_found(visitor: Visitor, view: str) -> None:
    status, _ = await visitor.look(f"/open/{view}")

    assert status == 404


async def test_the_frame_may_stand_in_our_page_alone(visitor: Visitor) -> None:
    async with visitor.session.get(f"{visitor.address}/discord") as answer:
        assert answer.status == 200
        assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]


async def test_a_view_that_the_visitor_ended_is_opened_anew_by_the_page(visitor: Visitor) -> None:
    await visitor.stage.close()
    status, _ = await visitor.look("/discord")
    assert status == 410

    assert await visitor.frame()
    status, _ = await visitor.look("/discord")
    assert status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "attacker.example"},
        {"Origin": "https://attacker.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_another_site_can_neither_post_nor_switch(visitor: Visitor, headers: dict[str, str]) -> None:
    form = {"token": await visitor.token(), "text": SOUP}
    before = visitor.stage.shown

    posted, _ = await visitor.post(form, **headers)
    switched, _ = await visitor.look("/open/mod-log/maya", **headers)

    assert (posted, switched) == (403, 403)
    assert visitor.posts() == []
    assert visitor.stage.shown == before


async def test_a_paste_without_the_pages_token_is_refused(visitor: Visitor) -> None:
    status, _ = await visitor.post({"token": "guessed", "text": SOUP})

    assert status == 403
    assert visitor.posts() == []


async def test_the_previews_own_requests_need_its_capability(visitor: Visitor) -> None:
    status, _ = await visitor.look("/api/state")

    assert status == 401


async def test_the_simulated_clock_follows_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "CLOCK_STEP", 0.01)
    began = datetime.now(UTC)

    async with open_community(began - timedelta(hours=1)) as community:
        caught_up = asyncio.Event()
        advance = community.env.advance_time

        async def noted(seconds: float) -> None:
            await advance(seconds)
            caught_up.set()

        monkeypatch.setattr(community.env, "advance_time", noted)
        keeping = asyncio.create_task(Stage(community).keep_time())
        await caught_up.wait()
        keeping.cancel()

    assert began <= community.env.now() <= datetime.now(UTC)
