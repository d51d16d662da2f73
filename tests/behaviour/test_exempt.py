"""Exemptions: what a server does not want read is not read, and the store names nobody for it."""

import simcord

from bot.policy import Reason, may_read
from bot.posts.writers import Writers
from bot.texts import texts_in

from .community import Community
from .test_left_alone import nothing_happened
from .test_privacy import bytes_kept, stands_in
from .texts import LONG_PITCH, PITCH

SAID = texts_in("en")


async def exempt(community: Community, **options: object) -> str:
    """Give `/signpost exempt` as the manager; return the answer."""
    return await community.command(community.manager, "exempt", None, **options)


async def gets_a_note(
    community: Community, channel: simcord.ChannelHandle, by: simcord.MemberActor | None = None
) -> bool:
    """Say whether a pitch that a member pastes there gets a note, apart from any cool-down."""
    await community.pass_time(minutes=31)
    before = len(community.notes_in(channel))
    await community.paste(channel, PITCH, by=by)
    return len(community.notes_in(channel)) > before


async def test_what_an_exempt_role_writes_is_not_read(community: Community) -> None:
    nurse, guest = community.members(2)
    role = await community.server.role_of(nurse)

    answer = await exempt(community, role=role)
    await community.paste(community.general, LONG_PITCH, by=nurse)

    assert f"Exempt: {role.mention}." in answer
    assert community.notes_in(community.general) == []
    assert nothing_happened(community)
    assert await gets_a_note(community, community.general, by=guest)


async def test_a_role_given_later_counts_and_one_taken_away_does_not(community: Community) -> None:
    (nurse,) = community.members(1)
    role = await community.server.role_of()
    await exempt(community, role=role)
    assert await gets_a_note(community, community.general, by=nurse)

    await community.server.give(role, nurse)
    assert not await gets_a_note(community, community.general, by=nurse)

    await community.server.take(role, nurse)
    assert await gets_a_note(community, community.general, by=nurse)


async def test_an_exempt_channel_is_not_read_and_its_threads_are_not(community: Community) -> None:
    thread = await community.open_thread(community.recovery, "aside")

    await exempt(community, channel=community.recovery)
    await community.paste(community.recovery, LONG_PITCH)
    await community.paste(thread, LONG_PITCH)

    assert nothing_happened(community)
    assert await gets_a_note(community, community.general)


async def test_posts_of_an_exempt_forum_are_not_read(community: Community) -> None:
    await exempt(community, channel=community.forum)

    await community.forum_post("Kratom and the long way home", PITCH)

    assert nothing_happened(community)


async def test_one_thread_can_be_exempt_alone(community: Community) -> None:
    thread = await community.open_thread(community.general, "aside")

    await exempt(community, channel=thread)

    assert not await gets_a_note(community, thread)
    assert await gets_a_note(community, community.general)


async def test_an_exempt_category_takes_its_channels_and_their_threads_along(community: Community) -> None:
    category, talk = await community.server.category("staff")
    thread = await community.open_thread(talk, "aside")

    answer = await exempt(community, channel=category)
    await community.paste(talk, LONG_PITCH)
    await community.paste(thread, LONG_PITCH)

    assert f"categories: <#{category.id}>" in answer
    assert nothing_happened(community)
    assert await gets_a_note(community, community.general)


async def test_a_channel_moved_into_an_exempt_category_is_exempt_from_then_on(community: Community) -> None:
    category, _ = await community.server.category("staff")
    await exempt(community, channel=category)
    assert await gets_a_note(community, community.recovery)

    await community.server.move(community.recovery, category)

    assert not await gets_a_note(community, community.recovery)


async def test_an_exempt_member_is_not_read_and_no_other_is_spared(community: Community) -> None:
    (guest,) = community.members(1)

    answer = await exempt(community, member=community.member)
    await community.paste(community.general, LONG_PITCH)

    assert "members: 1 (kept as scrambled marks, so I cannot name them)" in answer
    assert nothing_happened(community)
    assert await gets_a_note(community, community.general, by=guest)


async def test_the_store_knows_an_exempt_member_by_a_hash_alone(community: Community) -> None:
    await exempt(community, member=community.member, channel=community.recovery)
    await community.restart()

    kept = bytes_kept(community)
    assert stands_in(kept, community.recovery.id), "the search does not find what is there"
    assert not stands_in(kept, community.member.id)
    assert community.member.id.to_bytes(8, "little") not in kept


async def test_exemptions_outlive_a_restart(community: Community) -> None:
    category, talk = await community.server.category("staff")
    nurse, partner = community.members(2)
    role = await community.server.role_of(nurse)
    await exempt(community, role=role, channel=category, member=partner)
    await exempt(community, channel=community.recovery)

    await community.restart()

    for channel, member in (
        (talk, community.member),
        (community.recovery, community.member),
        (community.general, nurse),
        (community.general, partner),
    ):
        assert not await gets_a_note(community, channel, by=member)
    assert nothing_happened(community)


async def test_what_is_no_longer_exempt_is_read_again(community: Community) -> None:
    category, talk = await community.server.category("staff")
    role = await community.server.role_of(community.member)
    chosen = {"role": role, "channel": category, "member": community.member}
    await exempt(community, **chosen)

    answer = await exempt(community, **chosen, exempt=False)

    assert answer.startswith(f"No longer exempt: {role.mention}, <#{category.id}>, ")
    assert answer.endswith(SAID("exempt-nothing"))
    assert await gets_a_note(community, talk)
    await community.restart()
    assert await gets_a_note(community, talk)


async def test_a_neighbours_exemptions_hold_there_alone(community: Community) -> None:
    neighbour = await community.neighbour()

    await community.command(neighbour.manager, "exempt", at=neighbour.general, channel=neighbour.general)

    await community.paste(neighbour.general, PITCH, by=neighbour.member)
    assert community.notes_in(neighbour.general) == []
    assert await gets_a_note(community, community.general)


async def test_exempting_says_nothing_of_modes(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    await exempt(community, channel=community.recovery)

    await exempt(community, channel=community.recovery, exempt=False)

    assert not await gets_a_note(community, community.recovery)


async def test_ending_an_exemption_needs_to_know_which(community: Community) -> None:
    await exempt(community, channel=community.recovery)

    assert await exempt(community, exempt=False) == SAID("exempt-needs-one")
    assert not await gets_a_note(community, community.recovery)


async def test_everyone_cannot_be_exempt(community: Community) -> None:
    answer = await exempt(community, role=community.guild.roles["@everyone"], channel=community.general)

    assert answer == SAID("exempt-everyone", mode="`/signpost mode`")
    assert await gets_a_note(community, community.general)


async def test_moderators_who_do_not_run_the_server_exempt_nobody(community: Community) -> None:
    answer = await community.command(community.moderator, "exempt", member=community.moderator)

    assert answer == SAID("failure-managers-only")
    assert await gets_a_note(community, community.general, by=community.moderator)


async def test_an_ordinary_message_costs_no_statement_with_exemptions_either(community: Community) -> None:
    role = await community.server.role_of()
    await exempt(community, role=role, channel=community.recovery, member=community.manager)

    with community.statements() as run:
        await community.paste(community.general, "good night all, see you on thursday")
        await community.paste(community.recovery, PITCH)
        await community.paste(community.general, PITCH, by=community.manager)

    assert run == []


async def test_a_post_from_the_history_is_known_by_its_writers_roles(community: Community) -> None:
    nurse, guest, leaver = community.members(3)
    role = await community.server.role_of(nurse, leaver)
    posts = [
        await community.paste(community.general, PITCH, by=each) for each in (nurse, nurse, guest, leaver)
    ]
    community.guild.remove_member(leaver)
    await exempt(community, role=role)
    settings = community.bot.places.at(community.guild.id, community.general.id)
    channel = community.bot.get_partial_messageable(community.general.id, guild_id=community.guild.id)
    asked_before = len(community.env.http_requests)

    writers = Writers()
    reasons = [
        may_read(await writers.origin_of(await channel.fetch_message(post.id), settings), settings)
        for post in posts
    ]

    assert reasons == [Reason.EXEMPT_ROLE, Reason.EXEMPT_ROLE, None, None]
    asked = [each.path for each in community.env.http_requests[asked_before:] if "/members/" in each.path]
    assert len(asked) == 3, "a writer was asked for twice"


async def test_where_no_role_is_exempt_nobodys_roles_are_asked_for(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    settings = community.bot.places.at(community.guild.id, community.general.id)
    channel = community.bot.get_partial_messageable(community.general.id, guild_id=community.guild.id)

    origin = await Writers().origin_of(await channel.fetch_message(post.id), settings)

    assert may_read(origin, settings) is None
    assert not [each for each in community.env.http_requests if "/members/" in each.path]
