"""What `/signpost exempt` says: what holds, what holds still, and nothing of what is long gone."""

from contextlib import suppress

import pytest

from bot.store import ExemptKind, ListFullError
from bot.store.exemptions import MOST_EXEMPT
from bot.texts import texts_in

from .community import Community
from .test_exempt import exempt, gets_a_note

SAID = texts_in("en")


async def fill_all_lists(community: Community) -> None:
    """Exempt as much of each kind as a server can, with ids as long as Discord's."""
    exemptions, guild_id = community.bot.exemptions, community.guild.id
    for number in range(9_000_000_000_000_000_000, 9_000_000_000_000_000_000 + MOST_EXEMPT):
        with suppress(ListFullError):
            await exemptions.set_member(guild_id, number, exempt=True)
        for kind in ExemptKind:
            with suppress(ListFullError):
                await exemptions.set(guild_id, kind, number, exempt=True)


async def test_a_member_whose_role_is_exempt_is_said_to_stay_unread(community: Community) -> None:
    role = await community.server.role_of(community.member)
    await exempt(community, role=role, member=community.member)

    answer = await exempt(community, member=community.member, exempt=False)

    assert (
        f"{community.member.mention} is still not read**, because this is exempt as well: {role.mention}."
        in answer
    )
    assert not await gets_a_note(community, community.general)


async def test_a_thread_in_an_exempt_channel_and_category_is_said_to_stay_unread(
    community: Community,
) -> None:
    category, talk = await community.server.category("staff")
    thread = await community.open_thread(talk, "aside")
    for each in (category, talk, thread):
        await exempt(community, channel=each)

    answer = await exempt(community, channel=thread, exempt=False)

    named = f"{talk.mention}, <#{category.id}>"
    assert f"**{thread.mention} is still not read**, because this is exempt as well: {named}." in answer
    assert not await gets_a_note(community, thread)


async def test_what_is_exempt_within_a_category_is_said_to_stay_unread(community: Community) -> None:
    category, talk = await community.server.category("staff")
    thread = await community.open_thread(talk, "aside")
    for each in (category, talk, thread, community.recovery):
        await exempt(community, channel=each)

    answer = await exempt(community, channel=category, exempt=False)
    assert f"Still not read in <#{category.id}>: {talk.mention}, {thread.mention}." in answer
    assert not await gets_a_note(community, talk)

    answer = await exempt(community, channel=talk, exempt=False)
    assert f"Still not read in {talk.mention}: {thread.mention}." in answer
    assert await gets_a_note(community, talk)


async def test_where_nothing_else_holds_nothing_is_said_to_stay_unread(community: Community) -> None:
    (nurse,) = community.members(1)
    role = await community.server.role_of(nurse)
    await exempt(community, role=role, channel=community.recovery, member=community.member)

    answer = await exempt(community, channel=community.recovery, member=community.member, exempt=False)

    assert answer.startswith("No longer exempt: ")
    assert "till not read" not in answer
    assert await gets_a_note(community, community.recovery)


async def test_what_was_never_exempt_is_not_said_to_be_read_again(community: Community) -> None:
    await exempt(community, channel=community.general)

    answer = await exempt(community, channel=community.recovery, member=community.member, exempt=False)

    assert answer.startswith("Not exempt by itself, so nothing changed: ")
    assert "No longer exempt" not in answer


async def test_a_role_and_a_channel_in_one_command_are_exempt_each_for_itself(community: Community) -> None:
    nurse, guest = community.members(2)
    role = await community.server.role_of(nurse)

    answer = await exempt(community, role=role, channel=community.recovery)

    both = f"{role.mention}, {community.recovery.mention}"
    assert answer.startswith(f"Exempt, each for itself and not only together: {both}.")
    assert not await gets_a_note(community, community.general, by=nurse)
    assert not await gets_a_note(community, community.recovery, by=guest)


async def test_the_command_alone_lists_what_is_exempt(community: Community) -> None:
    assert await exempt(community) == SAID("exempt-nothing")
    role = await community.server.role_of()
    await exempt(community, role=role, channel=community.recovery)

    listed = await exempt(community)

    assert listed == f"Exempt, not read: roles: {role.mention}; channels: {community.recovery.mention}."


async def test_a_full_list_is_said_and_the_rest_is_done(community: Community) -> None:
    for number in range(MOST_EXEMPT):
        await community.bot.exemptions.set(community.guild.id, ExemptKind.ROLE, number, exempt=True)
    role = await community.server.role_of(community.member)

    answer = await exempt(community, role=role, channel=community.recovery)

    assert SAID("exempt-full", what=role.mention, most=MOST_EXEMPT) in answer
    assert f"Exempt: {community.recovery.mention}." in answer
    assert "and 85 more" in answer
    assert len(answer) <= 2000
    assert await gets_a_note(community, community.general)


@pytest.mark.parametrize("ended", [False, True])
async def test_the_longest_answer_fits_into_a_message(community: Community, ended: bool) -> None:
    (nurse,) = community.members(1)
    roles = [await community.server.role_of(nurse) for _ in range(5)]
    category, talk = await community.server.category("staff")
    within = [await community.open_thread(talk, f"aside {each}") for each in range(5)]
    await community.command(community.manager, "webhooks", source="PluralKit")
    for role in roles:
        await exempt(community, role=role)
    for channel in (category, talk, *within):
        await exempt(community, channel=channel)
    await exempt(community, member=nurse)
    await fill_all_lists(community)
    chosen = (
        {"role": roles[0], "channel": talk, "member": nurse}
        if ended
        else {
            "role": await community.server.role_of(),
            "channel": community.recovery,
            "member": community.member,
        }
    )

    answer = await exempt(community, **chosen, exempt=not ended)

    assert f"members: {MOST_EXEMPT - ended} (" in answer
    assert SAID("webhooks-copies-are-read") in answer
    assert ("and 2 more" in answer) == ended
    assert 1600 < len(answer) <= 2000


async def test_a_deleted_role_channel_or_thread_is_forgotten(community: Community) -> None:
    category, talk = await community.server.category("staff")
    thread = await community.open_thread(community.general, "aside")
    role = await community.server.role_of()
    for channel in (category, talk, thread):
        await exempt(community, channel=channel)
    await exempt(community, role=role)

    await community.server.delete_role(role)
    for channel in (thread, talk, category):
        await community.delete_channel(channel)

    assert await exempt(community) == SAID("exempt-nothing")
    await community.restart()
    assert await exempt(community) == SAID("exempt-nothing")


async def test_what_was_deleted_while_signpost_was_down_is_forgotten(community: Community) -> None:
    category, talk = await community.server.category("staff")
    thread = await community.open_thread(community.general, "aside")
    role = await community.server.role_of()
    await exempt(community, role=role, member=community.member)
    for channel in (category, talk, thread, community.recovery):
        await exempt(community, channel=channel)

    def while_down(_: object) -> None:
        community.env.backend.delete_role(community.guild.id, role.id)
        for channel in (thread, talk, category):
            community.env.backend.delete_channel(channel.id)

    await community.restart(while_down)

    listed = await exempt(community)
    assert listed.startswith(f"Exempt, not read: channels: {community.recovery.mention}; members: 1 (")


async def test_a_sleeping_thread_and_one_that_cannot_be_told_of_stay_exempt(community: Community) -> None:
    asleep = await community.open_thread(community.general, "aside")
    hidden = await community.open_thread(community.general, "aside, too")
    for thread in (asleep, hidden):
        await exempt(community, channel=thread)
        await community.archive(thread)
    community.env.inject_error("GET", f"/channels/{hidden.id}", status=403, message="Missing Access")

    await community.say_ready_again()
    community.mend_sending()
    await community.restart()

    assert f"channels: {asleep.mention}, {hidden.mention}." in await exempt(community)


async def test_where_discord_fails_nothing_is_forgotten_until_it_answers(community: Community) -> None:
    await exempt(community, channel=community.recovery)
    community.env.inject_error(
        "GET", f"/channels/{community.recovery.id}", status=503, message="unavailable", times=1
    )
    await community.restart(lambda _: community.env.backend.delete_channel(community.recovery.id))
    assert community.recovery.mention in await exempt(community)

    await community.restart()

    assert await exempt(community) == SAID("exempt-nothing")


async def test_during_a_servers_outage_nothing_of_it_is_forgotten(community: Community) -> None:
    asleep = await community.open_thread(community.general, "aside")
    await exempt(community, channel=asleep)
    await community.archive(asleep)
    community.env.inject_error("GET", f"/channels/{asleep.id}", status=404, message="Unknown Channel")

    await community.server.have_an_outage()
    await community.say_ready_again()

    await community.restart()
    assert asleep.mention in await exempt(community)


async def test_status_counts_what_is_exempt_and_says_where_nothing_is_read(community: Community) -> None:
    category, talk = await community.server.category("staff")
    await exempt(community, role=await community.server.role_of(), channel=category, member=community.member)
    thread = await community.open_thread(talk, "aside")

    here = await community.command(community.moderator, "status")
    there = await community.command(community.moderator, "status", at=thread)

    summary = "Exempt, not read: 1 role, 1 category, 1 member. `/signpost exempt` lists them."
    assert summary in here
    assert "is not read" not in here
    assert f"**{thread.mention} is not read**: it is in an exempt category." in there
