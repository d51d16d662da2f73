"""What Signpost must not read is not read: neither answered, nor kept, nor fetched."""

import discord
import pytest

from .carriers import embed
from .community import Community
from .texts import LONG_PITCH, PITCH


def nothing_happened(community: Community) -> bool:
    """Say whether Signpost fetched nothing, kept nothing and told nobody."""
    return not community.fetch.asked and not community.states() and not community.entries()


async def test_another_bots_post_is_left_alone(community: Community) -> None:
    await community.by_another_bot(community.general, LONG_PITCH)

    assert community.notes_in(community.general) == []
    assert nothing_happened(community)


async def test_a_webhooks_post_is_left_alone(community: Community) -> None:
    await community.by_a_webhook(community.general, LONG_PITCH)

    assert community.notes_in(community.general) == []
    assert nothing_happened(community)


async def test_signposts_own_messages_are_left_alone(community: Community) -> None:
    await community.by_signpost(community.general, PITCH)

    assert [note.text for note in community.notes_in(community.general)] == [PITCH]
    assert nothing_happened(community)


@pytest.mark.parametrize(
    "kind",
    [
        discord.MessageType.new_member,
        discord.MessageType.premium_guild_subscription,
        discord.MessageType.pins_add,
        discord.MessageType.channel_name_change,
        discord.MessageType.stage_topic,
        discord.MessageType.auto_moderation_action,
    ],
    ids=lambda kind: kind.name,
)
async def test_discords_own_messages_are_left_alone_whatever_they_say(
    community: Community, kind: discord.MessageType
) -> None:
    await community.announcement(community.general, kind, PITCH, embed("", PITCH))

    assert community.notes_in(community.general) == []
    assert nothing_happened(community)


async def test_a_members_status_is_not_even_sent_to_signpost(community: Community) -> None:
    assert not community.bot.intents.presences
    assert not community.bot.intents.members


async def test_a_thread_named_like_a_pitch_is_discords_message_and_left_alone(community: Community) -> None:
    await community.open_thread(community.general, "Kratom ends the cravings and is not addictive")

    assert community.notes_in(community.general) == []
    assert nothing_happened(community)


async def test_a_private_message_is_left_alone(community: Community) -> None:
    await community.member.send_dm(PITCH)

    assert nothing_happened(community)


async def test_where_it_is_off_no_file_is_fetched(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")

    await community.paste(community.general, LONG_PITCH)
    await community.paste(community.recovery, PITCH)

    assert community.notes_in(community.general) == []
    assert community.notes_in(community.recovery) == []
    assert nothing_happened(community)


async def test_an_ordinary_message_leaves_no_trace(community: Community) -> None:
    before = community.database.with_name("signpost.db-wal").read_bytes()

    for member in community.members(5):
        await community.paste(community.general, "good night all, see you on thursday", by=member)

    assert community.database.with_name("signpost.db-wal").read_bytes() == before
    assert nothing_happened(community)
