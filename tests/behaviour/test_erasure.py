"""`/signpost-privacy delete`: what is kept of a post goes at its writer's wish, and at nobody else's."""

import discord
import pytest
import simcord

from bot.texts import texts_in

from .community import Community
from .test_expiry import pass_a_quarter
from .test_opt_out import privacy
from .test_pieces import paste_in_pieces
from .texts import LONG_PITCH, PIECES, PITCH, SMALL_TALK

ENGLISH, SPANISH = texts_in("en"), texts_in("es")
ERASED = f"{ENGLISH('privacy-erased')}\n{ENGLISH('privacy-read-again')}"


def link_to(community: Community, channel: simcord.ChannelHandle, message_id: int) -> str:
    """Return a message's link, as Discord's client copies it."""
    return f"https://discord.com/channels/{community.guild.id}/{channel.id}/{message_id}"


async def erase(
    community: Community,
    channel: simcord.ChannelHandle,
    message_id: int,
    by: simcord.MemberActor | None = None,
) -> str:
    """Have what is kept of a post removed, as the member if nobody is named; return the answer."""
    link = link_to(community, channel, message_id)
    return await privacy(community, by or community.member, "delete", link=link)


async def test_note_case_quotes_and_name_go(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (before,) = community.entries()
    assert before.shows(community.member.mention, "not addictive")

    answer = await erase(community, community.general, post.id)

    assert answer == ERASED
    assert community.notes_in(community.general) == []
    assert community.kept() == []
    assert community.notes_kept() == 0
    (after,) = community.entries()
    assert not after.shows(community.member.mention)
    assert not after.shows("not addictive")
    assert [each.id for each in community.general.history()] == [post.id], "the post itself is the member's"


async def test_the_answer_is_in_the_members_language(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    community.speaks(community.member, "es-ES")

    answer = await erase(community, community.general, post.id)

    assert answer == f"{SPANISH('privacy-erased')}\n{SPANISH('privacy-read-again')}"


async def test_twice_is_harmless_and_says_so(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await erase(community, community.general, post.id)

    assert await erase(community, community.general, post.id) == ENGLISH("privacy-nothing-kept")
    await community.restart()
    assert await erase(community, community.general, post.id) == ENGLISH("privacy-nothing-kept")


async def test_a_post_without_a_case_has_nothing_kept(community: Community) -> None:
    post = await community.paste(community.general, SMALL_TALK)

    assert await erase(community, community.general, post.id) == ENGLISH("privacy-nothing-kept")


async def test_who_opted_out_is_not_warned_of_being_read_again(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await privacy(community, community.member, "opt-out")

    assert await erase(community, community.general, post.id) == ENGLISH("privacy-erased")


async def test_nobody_elses_post_can_be_removed(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (other,) = community.members(1)

    for who in (other, community.moderator, community.manager):
        assert await erase(community, community.general, post.id, by=who) == ENGLISH("privacy-not-yours")

    assert community.states() == ["noted"]
    assert len(community.notes_in(community.general)) == 1


async def test_a_post_out_of_the_askers_sight_reads_as_one_that_is_not_there(community: Community) -> None:
    everyone = community.guild.roles["@everyone"]
    hidden = discord.PermissionOverwrite(view_channel=False)
    staff = community.guild.create_text_channel("staff", overwrites={everyone: hidden})
    await community.refuse(staff, view_channel=True, read_message_history=True)
    post = community.write_unseen(staff, PITCH, by=community.manager)

    there = await erase(community, staff, post)
    nowhere = await erase(community, staff, post + 1)

    assert there == nowhere == ENGLISH("privacy-no-post")
    own = await erase(community, staff, post, by=community.manager)
    assert own == ENGLISH("privacy-nothing-kept"), "Signpost itself does not see it"


async def test_a_copy_by_a_proxy_does_not_say_whose_it_is(community: Community) -> None:
    post = await community.server.by_pluralkit(community.general, PITCH)

    assert await erase(community, community.general, post.id) == ENGLISH("privacy-by-webhook")


@pytest.mark.parametrize("text", ["the pitch I posted", "123456789012345678", "https://example.org/1/2/3"])
async def test_what_is_no_link_is_said(community: Community, text: str) -> None:
    assert await privacy(community, community.member, "delete", link=text) == ENGLISH("privacy-no-link")


async def test_a_link_to_another_server_is_said(community: Community) -> None:
    neighbour = await community.neighbour()
    post = await community.paste(neighbour.general, PITCH, by=neighbour.member)
    assert neighbour.general.guild is not None
    link = f"https://discord.com/channels/{neighbour.general.guild.id}/{neighbour.general.id}/{post.id}"

    answer = await privacy(community, community.member, "delete", link=link)

    assert answer == ENGLISH("privacy-other-server")
    made_up = link_to(community, neighbour.general, post.id)
    answer = await privacy(community, community.member, "delete", link=made_up)
    assert answer == ENGLISH("privacy-no-post")


async def test_a_deleted_post_and_a_deleted_channel_are_not_found(community: Community) -> None:
    post = await community.paste(community.recovery, PITCH)
    community.delete_unseen(community.recovery, post.id)
    assert await erase(community, community.recovery, post.id) == ENGLISH("privacy-no-post")

    await community.delete_channel(community.recovery)
    assert await erase(community, community.recovery, post.id) == ENGLISH("privacy-no-post")


async def test_while_discord_is_silent_nothing_changes(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    community.break_reading_posts(community.general, status=500)

    assert await erase(community, community.general, post.id) == ENGLISH("privacy-discord-silent")
    assert community.states() == ["noted"]


async def test_what_discord_holds_up_is_taken_back_later(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (note,), (entry,) = community.notes_in(community.general), community.entries()
    community.break_deleting(community.general, note.message.id)
    community.break_editing(community.mod_log, entry.message.id)

    answer = await erase(community, community.general, post.id)

    assert answer.startswith(ENGLISH("privacy-erased-in-part"))
    assert community.kept() == []
    community.mend_sending()
    await community.restart()
    await community.pass_time(minutes=3)
    assert community.notes_in(community.general) == []
    assert not community.entries()[0].shows(community.member.mention)


async def test_a_note_outlives_its_case_and_still_goes(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.restart(while_down=pass_a_quarter(community))
    await community.pass_time(minutes=3)
    assert community.states() == []
    assert len(community.notes_in(community.general)) == 1

    await erase(community, community.general, post.id)

    assert community.notes_in(community.general) == []


async def test_the_next_post_that_the_note_stood_for_gets_its_own(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (other,) = community.members(1)
    copy = await community.paste(community.general, PITCH, by=other)
    assert [note.answers for note in community.notes_in(community.general)] == [post.id]

    await erase(community, community.general, post.id)
    await community.pass_time(minutes=3)

    assert [note.answers for note in community.notes_in(community.general)] == [copy.id]


async def test_a_silenced_post_goes_from_the_entry_that_counts_it(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (other,) = community.members(1)
    copy = await community.paste(community.general, PITCH, by=other)
    assert community.entries()[0].shows(str(copy.id))

    assert await erase(community, community.general, copy.id, by=other) == ERASED

    assert not community.entries()[0].shows(str(copy.id))
    assert len(community.notes_in(community.general)) == 1


async def test_each_message_of_a_post_in_pieces_leads_to_its_case(community: Community) -> None:
    _, last = await paste_in_pieces(community, community.general, PIECES[:2])
    assert community.states() == ["noted"]

    assert await erase(community, community.general, last.id) == ERASED

    assert community.kept() == []
    assert community.notes_in(community.general) == []


async def test_a_note_on_its_way_is_not_sent(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, PITCH)
    assert community.states() == ["sending"]

    assert await erase(community, community.general, post.id) == ERASED
    community.mend_sending()
    await community.pass_time(minutes=3)

    assert community.states() == []
    assert community.notes_in(community.general) == []


async def test_a_ruled_post_goes_too_and_its_number_is_not_given_again(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Confirm")

    await erase(community, community.general, post.id)
    await community.paste(community.recovery, LONG_PITCH)

    assert "case:2:" in str(community.entries()[-1].message.components)
