"""Release: the note of a case that waits is sent by one press, once the post was read again."""

import asyncio

import discord

from bot.desk.press import Press
from bot.policy import Mode
from bot.store import CaseState, Ruling

from .community import Community
from .shown import buttons_of
from .test_case_buttons import tells_nothing_of
from .test_deletions import tells_nothing
from .test_rulings import BUTTONS, ENGLISH, forged_entry, only_entry
from .test_suggestions import be_in, rule, suggestions
from .texts import PITCH, SMALL_TALK

WAITING_BUTTONS = ["Confirm", "Dismiss", "Why?", "Release", "Delete post"]


async def a_waiting_case(community: Community, text: str = PITCH) -> discord.Message:
    """Let a pitch wait for release in #general; return the post."""
    await community.command(community.manager, "mode", mode="review")
    return await community.paste(community.general, text)


async def test_a_waiting_case_offers_release_and_nothing_was_sent(community: Community) -> None:
    await a_waiting_case(community)

    entry = await only_entry(community)
    assert entry.shows("**Waiting for a moderator**", "Decision: review – ")
    assert buttons_of(entry.message) == WAITING_BUTTONS
    assert community.notes_in(community.general) == []


async def test_releasing_sends_the_note_once_and_shows_who_did(community: Community) -> None:
    post = await a_waiting_case(community)
    entry = await only_entry(community)
    stale = await forged_entry(community, community.mod_log.id, 1, CaseState.WAITING)

    answer = await community.press(community.moderator, entry, "Release")
    again = await community.press(community.manager, stale, "Release")

    assert answer == ENGLISH("case-released", number="1")
    assert again == ENGLISH("case-released-before", number="1", moderator=community.moderator.mention)
    assert [note.answers for note in community.notes_in(community.general)] == [post.id]
    after = community.entries()[0]
    assert after.shows("**Note sent**", f"Released by {community.moderator.mention}", "not addictive")
    assert buttons_of(after.message) == BUTTONS


async def test_two_who_release_in_the_same_moment_send_one_note(community: Community) -> None:
    await a_waiting_case(community)
    guild = community.bot.get_guild(community.guild.id)
    assert guild is not None
    press = Press(1, guild.id, guild.me, community.env.now(), ENGLISH)

    answers = await asyncio.gather(community.bot.presses.release(press), community.bot.presses.release(press))

    assert [each.text[:9] for each in answers] == ["Released:", "The note "]
    assert len(community.notes_in(community.general)) == 1


async def test_a_release_counts_at_once_for_the_mode_that_the_server_earns(community: Community) -> None:
    await be_in(community, Mode.REVIEW, precision_goal=0.8)
    await rule(community, Ruling.CONFIRMED, 19)
    await community.paste(community.general, PITCH)

    await community.press(community.moderator, community.entries()[-1], "Release")

    (suggestion,) = suggestions(community)
    assert "Switch to note" in buttons_of(suggestion)


async def test_release_works_after_a_restart(community: Community) -> None:
    await a_waiting_case(community)
    await community.restart()

    await community.press(community.moderator, await only_entry(community), "Release")

    assert len(community.notes_in(community.general)) == 1


async def test_releasing_below_a_deleted_post_closes_the_case(community: Community) -> None:
    post = await a_waiting_case(community)
    community.delete_unseen(community.general, post.id)

    answer = await community.press(community.moderator, await only_entry(community), "Release")

    assert answer == ENGLISH("case-post-gone", number="1")
    assert community.states() == ["deleted"]
    assert tells_nothing(await only_entry(community))


async def test_releasing_below_a_post_that_was_edited_clean_sends_nothing(community: Community) -> None:
    post = await a_waiting_case(community)
    stored = community.env.backend.get_message(community.general.id, post.id)
    stored.content = SMALL_TALK
    stored.edited_timestamp = community.env.backend.now_iso()

    answer = await community.press(community.moderator, await only_entry(community), "Release")

    assert answer.startswith("It was edited since and no longer reads as a pitch")
    assert community.notes_in(community.general) == []
    assert community.states() == ["edited clean"]
    assert tells_nothing_of(await only_entry(community), "addictive", community.member.mention)


async def test_a_post_that_may_no_longer_be_read_is_not_released(community: Community) -> None:
    await a_waiting_case(community)
    await community.command(community.manager, "exempt", member=community.member)

    answer = await community.press(community.moderator, await only_entry(community), "Release")

    assert answer == ENGLISH("case-post-kept-out", reason=ENGLISH("reason-exempt-member"))
    assert community.notes_in(community.general) == []


async def test_a_release_that_may_not_write_leaves_the_case_waiting(community: Community) -> None:
    await a_waiting_case(community)
    await community.refuse(community.general, send_messages=False)
    entry = await only_entry(community)

    answer = await community.press(community.moderator, entry, "Release")
    assert answer == ENGLISH("case-released-refused", number="1", channel=community.general.mention)

    await community.refuse(community.general)
    await community.press(community.moderator, entry, "Release")
    assert len(community.notes_in(community.general)) == 1


async def test_a_dismissed_case_cannot_be_released(community: Community) -> None:
    await a_waiting_case(community)
    entry = await only_entry(community)
    stale = await forged_entry(community, community.mod_log.id, 1, CaseState.WAITING)
    await community.press(community.moderator, entry, "Dismiss")

    answer = await community.press(community.manager, stale, "Release")

    assert answer.startswith("Case 1 does not wait for release any more: ")
    assert community.notes_in(community.general) == []
    assert "Release" not in buttons_of(community.entries()[0].message)
