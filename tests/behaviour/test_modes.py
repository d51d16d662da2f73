"""Modes: what a server or channel wants, set by its manager."""

import discord
import pytest

from bot.policy import Mode

from .community import Community
from .texts import PITCH


async def test_a_server_that_observes_gets_entries_and_no_notes(community: Community) -> None:
    answer = await community.command(community.manager, "mode", mode="observe")

    await community.paste(community.general, PITCH)

    assert answer.startswith("This server: **observe**.")
    assert community.notes_in(community.general) == []
    (entry,) = community.entries()
    assert entry.shows("Observed, nothing sent", "reads as a pitch; this place only observes")
    assert community.states() == ["observed"]


async def test_observing_counts_nothing_as_silenced(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")

    for member in community.members(3):
        await community.paste(community.general, PITCH, by=member)

    assert len(community.entries()) == 3
    assert community.states() == ["observed"] * 3


async def test_one_channel_can_be_off(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)

    await community.paste(community.recovery, PITCH)
    await community.paste(community.general, PITCH)

    assert community.notes_in(community.recovery) == []
    assert len(community.notes_in(community.general)) == 1


async def test_one_channel_can_be_watched_in_a_server_that_is_off(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.command(community.manager, "mode", mode="note", channel=community.general)

    await community.paste(community.recovery, PITCH)
    await community.paste(community.general, PITCH)

    assert community.notes_in(community.recovery) == []
    assert len(community.notes_in(community.general)) == 1


async def test_a_channel_can_follow_the_server_again(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.general)
    answer = await community.command(
        community.manager, "mode", mode="as the server", channel=community.general
    )

    await community.paste(community.general, PITCH)

    assert "follows the server again: **note**" in answer
    assert len(community.notes_in(community.general)) == 1


async def test_following_the_server_needs_a_channel(community: Community) -> None:
    answer = await community.command(community.manager, "mode", mode="as the server")

    assert answer == "“as the server” needs a channel: choose which one should follow the server again."


async def test_a_thread_follows_its_channel(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.general)
    thread = await community.open_thread(community.general, "later")

    await community.paste(thread, PITCH)

    assert community.notes_in(thread) == []


async def test_a_forum_post_follows_its_forum(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.forum)

    thread = await community.forum_post("What helped my brother", PITCH)

    assert community.notes_in(thread) == []


async def test_a_thread_can_have_a_mode_of_its_own(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.general)
    thread = await community.open_thread(community.general, "leaves and pills")
    await community.command(community.manager, "mode", mode="note", channel=thread)

    await community.paste(thread, PITCH)

    assert len(community.notes_in(thread)) == 1


async def test_modes_outlive_a_restart(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)

    await community.restart()
    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, PITCH)

    assert community.states() == ["observed"]
    assert community.notes_in(community.general) == []


async def test_the_operators_default_holds_where_no_manager_chose(community: Community) -> None:
    await community.restart(default_mode="observe")

    await community.paste(community.general, PITCH)

    assert community.states() == ["observed"]


@pytest.mark.parametrize("mode", ["off", "observe", "note"])
async def test_status_says_the_mode_here_and_of_the_server(community: Community, mode: str) -> None:
    await community.command(community.manager, "mode", mode=mode, channel=community.recovery)

    here = await community.command(community.moderator, "status", at=community.recovery)
    elsewhere = await community.command(community.moderator, "status")

    assert f"{community.recovery.mention}: **{mode}**. Signpost" in here
    assert "This server: **note**. Signpost" in here
    assert f"{community.general.mention}: **note** (as the server)" in elsewhere
    assert f"Channels with their own mode: {community.recovery.mention} {mode}." in elsewhere


async def test_many_channels_with_their_own_mode_are_listed_up_to_a_message(community: Community) -> None:
    for number in range(9_000_000_000_000_000_000, 9_000_000_000_000_000_100):
        await community.bot.places.set_channel_mode(
            community.guild.id, number, Mode.OBSERVE, 1, discord.utils.utcnow()
        )

    answer = await community.command(community.manager, "mode", mode="observe")
    status = await community.command(community.moderator, "status")

    for said in (answer, status):
        assert "observe and 85 more." in said
        assert len(said) <= 2000
