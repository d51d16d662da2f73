"""What HttpFetch refuses before it opens a connection. Caps, redirects and time limits: see tests/wire."""

from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest

from bot.posts import WhyUnread
from bot.posts.fetch import FetchError, HttpFetch


class DialledError(AssertionError):
    """A connection was asked for."""


def no_network() -> aiohttp.BaseConnector:
    """Fail where a connection would be made."""
    raise DialledError


def at(url: str) -> discord.Attachment:
    """Make an attachment at an address."""
    return cast("discord.Attachment", SimpleNamespace(filename="message.txt", url=url))


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.discordapp.com/attachments/1/2/message.txt",
        "ftp://cdn.discordapp.com/attachments/1/2/message.txt",
        "file:///etc/hostname",
        "https://example.com/attachments/1/2/message.txt",
        "https://cdn.discordapp.com.example.com/message.txt",
        "https://example.com/https://cdn.discordapp.com/message.txt",
        "https://cdn.discordapp.com@example.com/message.txt",
        "https://cdn.discordapp.com:8443/message.txt",
        "https://cdn.discordapp.com:80/message.txt",
        "https://127.0.0.1/message.txt",
        "https://[::1]/message.txt",
        "//cdn.discordapp.com/message.txt",
        "message.txt",
        "",
    ],
)
async def test_what_does_not_lie_with_discord_is_never_dialled(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        await HttpFetch(no_network)(at(url), len)

    assert refused.value.why is WhyUnread.FOREIGN


@pytest.mark.parametrize(
    "url",
    [
        "https://cdn.discordapp.com/attachments/1/2/message.txt?ex=1&is=2&hm=3",
        "https://media.discordapp.net/attachments/1/2/message.txt",
        "https://CDN.discordapp.com/attachments/1/2/message.txt",
        "https://cdn.discordapp.com:443/attachments/1/2/message.txt",
    ],
)
async def test_discords_own_hosts_are_dialled(url: str) -> None:
    with pytest.raises(DialledError):
        await HttpFetch(no_network)(at(url), len)


async def test_closing_what_was_never_opened_is_harmless() -> None:
    fetch = HttpFetch(no_network)

    await fetch.close()
    await fetch.close()


@pytest.mark.parametrize("url", ["https://[oops/message.txt", "https://cdn.discordapp.com:99999/message.txt"])
async def test_an_address_that_is_none_is_refused_in_the_same_way(url: str) -> None:
    with pytest.raises(FetchError):
        await HttpFetch(no_network)(at(url), len)
