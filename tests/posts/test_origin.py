"""Where a message comes from, told without a look at its content."""

from types import SimpleNamespace
from typing import cast

import discord
import pytest

from bot.policy import Origin
from bot.posts.origin import WRITTEN_BY_PEOPLE, channel_ids, origin_of

US, MEMBER = 1, 2


class Sealed:
    """A message whose content must not be touched."""

    def __init__(
        self,
        author: int = MEMBER,
        bot: bool = False,
        webhook_id: int | None = None,
        kind: discord.MessageType = discord.MessageType.default,
        in_guild: bool = True,
    ) -> None:
        self.guild = SimpleNamespace(me=SimpleNamespace(id=US)) if in_guild else None
        self.author = SimpleNamespace(id=author, bot=bot)
        self.webhook_id = webhook_id
        self.type = kind

    @property
    def content(self) -> str:
        """Fail: whoever asks has looked."""
        raise AssertionError("the content was touched")

    attachments = embeds = message_snapshots = content


def origin(sealed: Sealed) -> Origin:
    """Ask for its origin."""
    return origin_of(cast("discord.Message", sealed))


@pytest.mark.parametrize(
    ("sealed", "expected"),
    [
        (Sealed(), Origin(in_guild=True)),
        (Sealed(in_guild=False), Origin(in_guild=False)),
        (Sealed(bot=True), Origin(in_guild=True, by_bot=True)),
        (Sealed(author=US, bot=True), Origin(in_guild=True, by_bot=True, by_us=True)),
        (Sealed(bot=True, webhook_id=7), Origin(in_guild=True, by_bot=True, by_webhook=True)),
        (Sealed(kind=discord.MessageType.pins_add), Origin(in_guild=True, by_discord=True)),
        (Sealed(kind=discord.MessageType.reply), Origin(in_guild=True)),
    ],
)
def test_an_origin_is_told_from_the_outside(sealed: Sealed, expected: Origin) -> None:
    assert origin(sealed) == expected


def test_every_other_kind_of_message_is_discords_own() -> None:
    for kind in discord.MessageType:
        assert origin(Sealed(kind=kind)).by_discord == (kind not in WRITTEN_BY_PEOPLE)


def test_a_channel_has_its_own_settings_and_a_thread_its_parents_after_them() -> None:
    thread = discord.Thread.__new__(discord.Thread)
    thread.id, thread.parent_id = 11, 10
    channel = discord.TextChannel.__new__(discord.TextChannel)
    channel.id = 10

    assert channel_ids(channel) == (10,)
    assert channel_ids(thread) == (11, 10)
