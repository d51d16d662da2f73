"""The cool-down: a channel that had a note is left in peace, and moderators still see every post."""

import asyncio

import pytest
from discord.http import HTTPClient, MultipartParameters

from bot.desk.entry import link

from .community import Community
from .texts import PITCH


async def test_ten_people_pasting_get_one_note(community: Community) -> None:
    posts = [await community.paste(community.general, PITCH, by=each) for each in community.members(10)]

    (note,) = community.notes_in(community.general)
    assert note.answers == posts[0].id
    (entry,) = community.entries()
    assert entry.shows("+9 posts since, silenced by the cool-down")
    assert community.states() == ["noted"] + ["silenced"] * 9


async def test_the_entry_links_the_first_five_silenced_posts(community: Community) -> None:
    posts = [await community.paste(community.general, PITCH, by=each) for each in community.members(10)]

    (entry,) = community.entries()
    links = [link(community.guild.id, community.general.id, post.id) for post in posts]
    assert entry.shows(*links[:6])
    assert not any(entry.shows(each) for each in links[6:])


async def test_one_silenced_post_is_one_post(community: Community) -> None:
    first, second = community.members(2)
    await community.paste(community.general, PITCH, by=first)
    await community.paste(community.general, PITCH, by=second)

    (entry,) = community.entries()
    assert entry.shows("+1 post since")


async def test_ten_people_pasting_in_the_same_second_get_one_note(community: Community) -> None:
    await community.all_at_once(community.general, PITCH, 10)

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("+9 posts")


async def test_a_flood_costs_a_few_edits_of_the_entry(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = HTTPClient.edit_message

    async def slowly(
        self: HTTPClient, channel_id: int, message_id: int, *, params: MultipartParameters
    ) -> object:
        for _ in range(2000):
            await asyncio.sleep(0)
        return await at_once(self, channel_id, message_id, params=params)

    monkeypatch.setattr(HTTPClient, "edit_message", slowly)
    await community.all_at_once(community.general, PITCH, 40)

    edits = [each for each in community.env.http_requests if each.method == "PATCH"]
    assert 1 <= len(edits) <= 20
    (entry,) = community.entries()
    assert entry.shows("+39 posts")


async def test_after_half_an_hour_a_pitch_gets_a_note_again(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(minutes=31)
    later = await community.paste(community.general, PITCH)

    assert [note.answers for note in community.notes_in(community.general)][1:] == [later.id]
    assert len(community.entries()) == 2


async def test_within_half_an_hour_it_does_not(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(minutes=29)
    await community.paste(community.general, PITCH)

    assert len(community.notes_in(community.general)) == 1


async def test_a_silenced_post_does_not_prolong_the_cooldown(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.pass_time(minutes=20)
    await community.paste(community.general, PITCH)
    await community.pass_time(minutes=11)
    await community.paste(community.general, PITCH)

    assert community.states() == ["noted", "silenced", "noted"]


async def test_another_channel_has_its_own_cooldown(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, PITCH)

    assert len(community.notes_in(community.general)) == 1
    assert len(community.notes_in(community.recovery)) == 1


async def test_a_thread_is_a_channel_of_its_own(community: Community) -> None:
    thread = await community.open_thread(community.general, "aside")
    await community.paste(community.general, PITCH)
    await community.paste(thread, PITCH)

    assert len(community.notes_in(community.general)) == 1
    assert len(community.notes_in(thread)) == 1


async def test_without_a_cooldown_every_pitch_gets_a_note(community: Community) -> None:
    await community.restart(cooldown=0)

    posts = [await community.paste(community.general, PITCH, by=each) for each in community.members(3)]

    assert [note.answers for note in community.notes_in(community.general)] == [post.id for post in posts]
    assert "Cool-down: none" in await community.command(community.moderator, "status")


async def test_a_restart_forgets_no_cooldown(community: Community) -> None:
    await community.paste(community.general, PITCH)

    await community.restart()
    await community.paste(community.general, PITCH)

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("+1 post since")


async def test_without_a_log_the_silenced_are_counted_all_the_same(newcomer: Community) -> None:
    for member in newcomer.members(3):
        await newcomer.paste(newcomer.general, PITCH, by=member)

    assert len(newcomer.notes_in(newcomer.general)) == 1
    assert newcomer.states() == ["noted", "silenced", "silenced"]


async def test_a_note_that_a_moderator_deleted_cools_nothing_down(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    await community.moderator.delete(note.message)

    await community.paste(community.general, PITCH)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted", "noted"]
