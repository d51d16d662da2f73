"""Where a message comes from, told without a look at its content."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import discord
import pytest

from bot.policy import Origin
from bot.posts.origin import PLURALKIT, WRITTEN_BY_PEOPLE, category_id, channel_ids, origin_of

US, MEMBER, CHANNEL, WEBHOOK = 1, 2, 3, 7
FROM_A_MEMBER = Origin(in_guild=True, author_id=MEMBER, channel_ids=(CHANNEL,))


class Sealed:
    """A message whose content must not be touched."""

    def __init__(
        self,
        author: int = MEMBER,
        bot: bool = False,
        webhook_id: int | None = None,
        kind: discord.MessageType = discord.MessageType.default,
        in_guild: bool = True,
        application_id: int | None = None,
        followed: bool = False,
    ) -> None:
        self.guild = SimpleNamespace(me=SimpleNamespace(id=US)) if in_guild else None
        self.author = SimpleNamespace(id=author, bot=bot)
        self.webhook_id = webhook_id
        self.application_id = application_id
        self.flags = discord.MessageFlags(is_crossposted=followed)
        self.channel = SimpleNamespace(id=CHANNEL)
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
        (Sealed(), FROM_A_MEMBER),
        (Sealed(in_guild=False), replace(FROM_A_MEMBER, in_guild=False)),
        (Sealed(bot=True), replace(FROM_A_MEMBER, by_bot=True)),
        (Sealed(author=US, bot=True), replace(FROM_A_MEMBER, author_id=US, by_bot=True, by_us=True)),
        (Sealed(kind=discord.MessageType.pins_add), replace(FROM_A_MEMBER, by_discord=True)),
        (Sealed(kind=discord.MessageType.reply), FROM_A_MEMBER),
        (Sealed(bot=True, webhook_id=WEBHOOK), replace(FROM_A_MEMBER, by_bot=True, webhook_id=WEBHOOK)),
        (Sealed(webhook_id=WEBHOOK, application_id=9), replace(FROM_A_MEMBER, webhook_id=WEBHOOK)),
        (
            Sealed(webhook_id=WEBHOOK, followed=True),
            replace(FROM_A_MEMBER, webhook_id=WEBHOOK, followed=True),
        ),
        (
            Sealed(webhook_id=WEBHOOK, application_id=PLURALKIT),
            replace(FROM_A_MEMBER, webhook_id=WEBHOOK, by_pluralkit=True),
        ),
        (
            Sealed(webhook_id=WEBHOOK, application_id=WEBHOOK),
            replace(FROM_A_MEMBER, webhook_id=WEBHOOK, answers_a_command=True),
        ),
        (Sealed(followed=True), FROM_A_MEMBER),
        (Sealed(application_id=PLURALKIT), FROM_A_MEMBER),
    ],
)
def test_an_origin_is_told_from_the_outside(sealed: Sealed, expected: Origin) -> None:
    assert origin(sealed) == expected


def test_every_other_kind_of_message_is_discords_own() -> None:
    for kind in discord.MessageType:
        assert origin(Sealed(kind=kind)).by_discord == (kind not in WRITTEN_BY_PEOPLE)


def in_category(category: int | None) -> tuple[discord.TextChannel, discord.Thread]:
    """Make a channel with a thread in it."""
    channel = discord.TextChannel.__new__(discord.TextChannel)
    channel.id, channel.category_id = 10, category
    thread = discord.Thread.__new__(discord.Thread)
    thread.id, thread.parent_id = 11, 10
    guild = SimpleNamespace(get_channel={10: channel}.get)
    thread.guild = cast("discord.Guild", guild)
    return channel, thread


def test_a_channel_has_its_own_settings_and_a_thread_its_parents_after_them() -> None:
    channel, thread = in_category(None)

    assert channel_ids(channel) == (10,)
    assert channel_ids(thread) == (11, 10)


def test_a_thread_stands_in_the_category_of_its_channel() -> None:
    assert [category_id(each) for each in in_category(5)] == [5, 5]
    assert [category_id(each) for each in in_category(None)] == [None, None]


def test_a_thread_whose_channel_is_not_known_stands_in_no_category() -> None:
    _, thread = in_category(5)
    thread.parent_id = 12

    assert category_id(thread) is None
