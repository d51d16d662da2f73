"""A text that is posted in several channels has one entry, which counts them; each has its own note."""

import pytest

from bot.desk import pace
from bot.desk.entry import link

from .community import Community
from .shown import text_of
from .test_delete_post import delete_by_press
from .test_rulings import ANOTHER_PITCH, ENGLISH, only_entry
from .texts import PITCH

LONG_REST = 600.0
"""Seconds; longer than the simulation waits by itself for what is to come."""


async def paste_in_three_channels(community: Community, text: str = PITCH) -> list[int]:
    """Let three members post a text in #general, #recovery and the voice channel's chat; return the posts."""
    places = (community.general, community.recovery, community.voice)
    members = community.members(3)
    pairs = zip(members, places, strict=True)
    return [(await community.paste(place, text, by=each)).id for each, place in pairs]


def standing_notes(community: Community) -> int:
    """Count the notes in the three channels."""
    return sum(
        len(community.notes_in(place)) for place in (community.general, community.recovery, community.voice)
    )


async def test_copies_in_other_channels_get_their_notes_and_share_one_entry(community: Community) -> None:
    posts = await paste_in_three_channels(community)

    assert standing_notes(community) == 3
    entry = await only_entry(community)
    assert entry.shows("**Note sent**", community.general.mention, "+2 posts in 2 channels: ")
    assert entry.shows(
        link(community.guild.id, community.recovery.id, posts[1]),
        link(community.guild.id, community.voice.id, posts[2]),
    )


async def test_what_the_cooldown_silences_elsewhere_is_counted_there_too(community: Community) -> None:
    await paste_in_three_channels(community)
    for member in community.members(4):
        await community.paste(community.recovery, PITCH, by=member)

    assert (await only_entry(community)).shows("+6 posts in 2 channels: ")
    assert standing_notes(community) == 3


async def test_another_text_has_an_entry_of_its_own(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, ANOTHER_PITCH)

    assert len(community.entries()) == 2


async def test_a_copy_after_an_hour_has_an_entry_of_its_own(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(minutes=61)
    await community.paste(community.recovery, PITCH)

    assert len(community.entries()) == 2


async def test_copies_that_are_only_observed_share_an_entry_too(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    await paste_in_three_channels(community)

    entry = await only_entry(community)
    assert entry.shows("**Observed, nothing sent**", "+2 posts in 2 channels: ")


async def test_each_case_that_waits_can_be_released_by_itself(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")
    await paste_in_three_channels(community)

    assert len(community.entries()) == 3


async def test_one_dismissal_takes_all_their_notes_back(community: Community) -> None:
    await paste_in_three_channels(community)

    answer = await community.press(community.moderator, await only_entry(community), "Dismiss")

    assert answer.endswith("2 near copies in other channels lost their notes as well.")
    assert standing_notes(community) == 0
    assert community.states() == ["withdrawn"] * 3
    again = await community.press(community.manager, await only_entry(community), "Dismiss")
    by = community.moderator.mention
    assert again == ENGLISH("case-dismissed-before", number="1", moderator=by)


async def test_withdrawing_takes_one_note_back_and_says_that_others_stand(community: Community) -> None:
    await paste_in_three_channels(community)

    answer = await community.press(community.moderator, await only_entry(community), "Withdraw note")

    assert answer.endswith(
        "2 near copies in other channels keep their notes; Dismiss takes all of them back."
    )
    assert community.notes_in(community.general) == []
    assert standing_notes(community) == 2


async def test_when_the_first_post_goes_the_next_copy_gets_the_entry(community: Community) -> None:
    posts = await paste_in_three_channels(community)

    await delete_by_press(community, community.moderator)
    await community.pass_time(minutes=3)

    struck, heir = community.entries()
    assert struck.shows("**The post was deleted**")
    assert not struck.shows("+")
    assert heir.shows(str(posts[1]), "+1 post in 1 channel: ", "does not cause addiction")
    await community.press(community.moderator, heir, "Dismiss")
    assert standing_notes(community) == 0


async def test_a_copy_that_is_deleted_is_not_counted(community: Community) -> None:
    await community.paste(community.general, PITCH)
    copy = await community.paste(community.recovery, PITCH)

    await community.member.delete(copy)

    assert not (await only_entry(community)).shows("+1 post")


async def test_a_copy_is_not_lost_with_an_entry_that_somebody_deleted(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.moderator.delete((await only_entry(community)).message)

    await community.paste(community.recovery, PITCH)

    assert (await only_entry(community)).shows(community.recovery.mention)


async def test_copies_are_counted_after_a_restart(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.restart()
    await community.paste(community.recovery, PITCH)

    assert (await only_entry(community)).shows("+1 post in 1 channel: ")


async def test_a_neighbours_copy_is_no_business_of_this_server(community: Community) -> None:
    neighbour = await community.neighbour()
    await community.paste(community.general, PITCH)
    await community.paste(neighbour.general, PITCH, by=neighbour.member)

    assert len(community.entries()) == len(community.entries(neighbour.mod_log)) == 1
    assert not (await only_entry(community)).shows("+1 post")


# ---- how often an entry is edited


async def test_a_flood_edits_its_entry_once_and_again_when_the_rest_is_over(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "REST", LONG_REST)
    for member in community.members(10):
        await community.paste(community.general, PITCH, by=member)
    assert community.asked_to_edit(community.mod_log) == 1
    assert (await only_entry(community)).shows("+1 post since")

    await community.pass_time(minutes=11)

    assert community.asked_to_edit(community.mod_log) == 2
    assert (await only_entry(community)).shows("+9 posts since")
    await community.pass_time(minutes=21)
    assert community.asked_to_edit(community.mod_log) == 2


async def test_a_press_shows_at_once_what_it_did(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "REST", LONG_REST)
    for member in community.members(3):
        await community.paste(community.general, PITCH, by=member)

    await community.press(community.moderator, await only_entry(community), "Confirm")

    assert (await only_entry(community)).shows("**Confirmed** by", "+2 posts since")


async def test_closing_in_a_rest_shows_the_newest_count(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "REST", LONG_REST)
    for member in community.members(10):
        await community.paste(community.general, PITCH, by=member)

    await community.bot.close()

    (shown,) = [each for each in community.mod_log.history() if each.flags.components_v2]
    assert "+9 posts since" in text_of(shown)
