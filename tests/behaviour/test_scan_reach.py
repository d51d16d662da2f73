"""What a scan of old posts reads and what it leaves alone: times, places and writers."""

import discord
import pytest

from bot.scan import pace

from .community import Community
from .texts import PITCH, SMALL_TALK


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a scan go on at once from page to page."""
    monkeypatch.setattr(pace, "PAUSE", 0.0)


async def test_since_a_day_leaves_what_is_older_alone(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    community.let_time_go_by_unseen(hours=48)
    later = community.write_unseen(community.general, PITCH)

    day = discord.utils.snowflake_time(later).date()
    await community.scan(since=f"{day:%Y-%m-%d}")

    (entry,) = community.entries()
    assert entry.shows(str(later))


async def test_the_last_posts_alone_are_read(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    for _ in range(5):
        community.write_unseen(community.general, SMALL_TALK)

    await community.scan(channel=community.general, last=5)
    assert community.states() == []

    await community.scan(channel=community.general, last=6)
    assert community.states() == ["observed"]


async def test_what_is_written_after_the_start_is_left_to_the_live_bot(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PAUSE", 60.0)
    await community.scan(last=100)
    community.write_unseen(community.recovery, PITCH)

    await community.pass_time(minutes=20)

    assert community.scan_states() == ["done"]
    assert community.states() == []


async def test_a_channel_that_is_off_is_neither_read_nor_asked_for(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    community.write_unseen(community.recovery, PITCH)
    community.write_unseen(community.general, PITCH)

    await community.scan(last=100)

    assert not community.asked_for(community.recovery)
    assert community.states() == ["observed"]
    (report,) = community.reports()
    assert report.shows(f"Left out, Signpost is off there: {community.recovery.mention}")


async def test_an_exempt_channel_is_neither_read_nor_asked_for(community: Community) -> None:
    await community.command(community.manager, "exempt", channel=community.recovery)
    thread = await community.open_thread(community.recovery, "aside")
    for channel in (community.recovery, thread):
        community.write_unseen(channel, PITCH)

    await community.scan(last=100)

    assert not community.asked_for(community.recovery)
    assert not community.asked_for(thread)
    assert community.states() == []
    (report,) = community.reports()
    assert report.shows(f"Left out, exempt from being read: {community.recovery.mention}")


async def test_what_exempt_roles_and_members_wrote_is_not_read(community: Community) -> None:
    (nurse,) = community.members(1)
    role = await community.server.role_of(nurse)
    community.write_unseen(community.general, PITCH, by=nurse)
    community.write_unseen(community.general, PITCH, by=community.member)
    await community.command(community.manager, "exempt", role=role)
    await community.command(community.manager, "exempt", member=community.member)

    await community.scan(last=100)

    assert community.states() == []


async def test_bots_and_webhooks_are_not_read(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.by_another_bot(community.general, PITCH)
    await community.by_a_webhook(community.general, PITCH)
    await community.by_signpost(community.general, PITCH)
    await community.command(community.manager, "mode", mode="note")
    community.fetch.asked.clear()

    await community.scan(last=100)

    assert community.fetch.asked == []
    assert community.states() == []


async def test_threads_voice_chat_and_forum_posts_are_read(community: Community) -> None:
    thread = await community.open_thread(community.general, "aside")
    question = await community.forum_post("what helps", SMALL_TALK)
    posts = [
        community.write_unseen(each, PITCH) for each in (community.general, thread, community.voice, question)
    ]

    await community.scan(last=100)

    shown = "\n".join(entry.text for entry in community.entries())
    assert all(str(post) in shown for post in posts)
    assert len(community.entries()) == 4


async def test_a_forums_title_counts_for_its_opening_message(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.forum_post("Kratom and the long way home", PITCH)
    await community.command(community.manager, "mode", mode="note")

    await community.scan(channel=community.forum, last=100)

    assert community.states() == ["observed"]


async def test_archived_threads_are_read_and_stay_archived(community: Community) -> None:
    thread = await community.open_thread(community.general, "long ago")
    post = community.write_unseen(thread, PITCH)
    await community.archive(thread)

    await community.scan(channel=community.general, last=100, notes=True)

    (entry,) = community.entries()
    assert entry.shows(str(post), "found by a scan of old posts")
    assert community.notes_in(thread) == []


async def test_a_thread_archived_before_the_day_is_not_asked_for(community: Community) -> None:
    thread = await community.open_thread(community.general, "long ago")
    community.write_unseen(thread, PITCH)
    await community.archive(thread)
    community.let_time_go_by_unseen(hours=48)
    today = discord.utils.snowflake_time(community.write_unseen(community.general, SMALL_TALK)).date()

    await community.scan(channel=community.general, since=f"{today:%Y-%m-%d}")

    assert community.scan_states() == ["done"]
    assert not community.asked_for(thread)


async def test_a_channel_whose_history_is_hidden_is_named(community: Community) -> None:
    await community.refuse(community.recovery, read_message_history=False)

    await community.scan(last=100)

    (report,) = community.reports()
    assert report.shows(f"Left out, I lack Read Message History: {community.recovery.mention}")


async def test_the_channels_are_read_oldest_post_first(community: Community) -> None:
    posts: list[int] = []
    for _ in range(3):
        posts.append(community.write_unseen(community.general, PITCH))
        community.let_time_go_by_unseen(hours=24)

    await community.scan(last=100)

    assert [str(post) in entry.text for post, entry in zip(posts, community.entries(), strict=True)] == [
        True
    ] * 3


async def test_of_a_server_with_many_channels_it_says_how_much_there_is_to_read(community: Community) -> None:
    for number in range(30):
        channel = community.guild.create_text_channel(f"room-{number}")
        community.write_unseen(channel, SMALL_TALK)

    proposal = await community.propose_scan(since="2025-01-01")

    # These, and the line that the mod log begins with.
    assert "I would read about 31 posts in " in community.private_answer(proposal)
