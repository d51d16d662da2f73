"""Webhooks: unread, but for followed announcements, and for PluralKit and others that a server chose."""

import pytest
import simcord

from bot.posts.origin import PLURALKIT
from bot.store.webhooks import MOST_WEBHOOKS
from bot.texts import texts_in

from .community import Community
from .test_left_alone import nothing_happened
from .texts import PITCH, SMALL_TALK

SAID = texts_in("en")
FOLLOWED_ARE_READ = SAID("webhooks-followed-are-read")
WEBHOOK_UNCHECKED = SAID("webhooks-unchecked")
WAITS_FOR_PLURALKIT = SAID("webhooks-notes-wait")
NO_SOURCE = f"{SAID('webhooks-unknown')} {SAID('webhooks-how-to-name')}"


async def webhooks(community: Community, **options: object) -> str:
    """Give `/signpost webhooks` as the manager; return the answer."""
    return await community.command(community.manager, "webhooks", None, **options)


@pytest.fixture
def bridge(community: Community) -> simcord.WebhookHandle:
    """Give a webhook that brings in what people write elsewhere."""
    return community.server.webhook(community.general)


async def offered(community: Community, by: simcord.MemberActor, typed: str) -> list[str]:
    """Type into the command's source; return what is offered."""
    choices = await by.autocomplete(community.general, "signpost webhooks", "source", typed)
    return [choice["value"] for choice in choices]


async def test_a_webhook_is_not_read_unless_it_was_chosen(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    await community.server.through(bridge, PITCH)

    assert nothing_happened(community)


async def test_a_webhook_chosen_by_its_id_is_read_until_it_is_left_again(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    other = community.server.webhook(community.recovery)
    answer = await webhooks(community, source=str(bridge.id))
    await community.restart()

    post = await community.server.through(bridge, PITCH)
    await community.server.through(other, PITCH)
    assert [note.answers for note in community.notes_in(community.general)] == [post.id]
    assert community.notes_in(community.recovery) == []
    assert answer.splitlines() == [
        f"Signpost reads webhook `{bridge.id}` from now on.",
        f"Webhooks read: {bridge.id}.",
        FOLLOWED_ARE_READ,
    ]

    left = await webhooks(community, source=str(bridge.id), read=False)
    await community.pass_time(minutes=31)
    await community.server.through(bridge, PITCH)
    assert len(community.notes_in(community.general)) == 1
    assert left == f"Signpost no longer reads webhook `{bridge.id}`.\n{FOLLOWED_ARE_READ}"


async def test_a_webhook_can_be_chosen_by_the_link_of_what_it_posted(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    example = await community.server.through(bridge, SMALL_TALK)

    answer = await webhooks(community, source=f" {example.jump_url} ")
    await community.server.through(bridge, PITCH)

    assert f"Webhooks read: {bridge.id}." in answer
    assert len(community.notes_in(community.general)) == 1


async def test_a_followed_announcement_is_read(community: Community) -> None:
    post = await community.server.followed(community.general, PITCH)

    assert [note.answers for note in community.notes_in(community.general)] == [post.id]


async def test_a_followed_announcement_in_an_exempt_channel_is_not_read(community: Community) -> None:
    await community.command(community.manager, "exempt", channel=community.general)

    await community.server.followed(community.general, PITCH)

    assert nothing_happened(community)


async def test_another_bots_post_stays_unread_whatever_was_chosen(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    await webhooks(community, source=str(bridge.id))
    await webhooks(community, source="PluralKit")

    await community.by_another_bot(community.general, PITCH)

    assert nothing_happened(community)


@pytest.mark.parametrize("application", [PLURALKIT, 466378653216014350])
async def test_a_bots_answer_to_a_command_stays_unread(community: Community, application: int) -> None:
    await community.bot.webhooks.set(community.guild.id, application, read=True)
    await webhooks(community, source="PluralKit")

    await community.server.answer_of(application, community.general, PITCH)

    assert nothing_happened(community)


async def test_what_pluralkit_posts_is_read_only_where_it_was_chosen(community: Community) -> None:
    await community.server.by_pluralkit(community.general, PITCH)
    assert nothing_happened(community)

    await webhooks(community, source="pluralkit")
    await community.restart()
    assert community.bot.places.at(community.guild.id).waits_for_proxies
    post = await community.server.by_pluralkit(community.general, PITCH)
    assert [note.answers for note in community.notes_in(community.general)] == [post.id]

    await webhooks(community, source="PluralKit", read=False)
    await community.server.by_pluralkit(community.recovery, PITCH)
    assert community.notes_in(community.recovery) == []
    assert not community.bot.places.at(community.guild.id).waits_for_proxies


async def test_choosing_pluralkit_says_that_notes_wait(community: Community) -> None:
    answer = await webhooks(community, source="PluralKit")

    assert answer.splitlines() == [
        "Signpost reads PluralKit from now on.",
        "Webhooks read: PluralKit. Notes wait 3 seconds, so that they go under PluralKit's copy.",
        FOLLOWED_ARE_READ,
    ]


async def test_a_link_to_pluralkits_copy_chooses_pluralkit(community: Community) -> None:
    example = await community.server.by_pluralkit(community.general, SMALL_TALK)

    await webhooks(community, source=example.jump_url)

    assert community.bot.places.at(community.guild.id).reads_pluralkit
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


@pytest.mark.parametrize("listed", [True, False], ids=["it sees the webhooks", "it may not"])
async def test_what_is_known_to_be_no_webhook_is_refused_by_name(community: Community, listed: bool) -> None:
    category, _ = await community.server.category("staff")
    thread = await community.open_thread(community.general, "aside")
    role = await community.server.role_of()
    if not listed:
        community.server.hide_webhooks()

    said = [
        await webhooks(community, source=str(each.id))
        for each in (community.general, category, thread, role, community.guild)
    ]

    assert [answer.split(". ")[0] for answer in said] == [
        *["That is a channel's ID, not a webhook's"] * 3,
        "That is a role's ID, not a webhook's",
        "That is this server's ID, not a webhook's",
    ]
    assert all(answer.endswith(SAID("webhooks-how-to-name")) for answer in said)
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


async def test_an_id_that_no_webhook_of_the_server_has_is_refused(community: Community) -> None:
    neighbour = await community.neighbour()
    elsewhere = community.server.webhook(neighbour.general)

    for given in (community.member.id, community.bot.application_id, elsewhere.id):
        assert await webhooks(community, source=str(given)) == SAID("webhooks-none-has-that-id")
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


async def test_where_webhooks_are_hidden_a_member_or_bot_is_still_known_for_none(
    community: Community,
) -> None:
    relay = community.guild.add_member(community.env.create_user("relay", bot=True))
    community.server.hide_webhooks()

    members = await webhooks(community, source=str(community.member.id))
    bots = await webhooks(community, source=str(relay.id))

    assert members.startswith("That is a member's ID, not a webhook's.")
    assert bots.startswith("That is a bot's ID, not a webhook's.")


async def test_where_webhooks_are_hidden_the_answer_says_what_was_not_checked(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    community.server.hide_webhooks()

    answer = await webhooks(community, source=str(bridge.id))
    await community.server.through(bridge, PITCH)

    assert answer.splitlines()[0] == (
        f"Signpost reads webhook `{bridge.id}` from now on. {WEBHOOK_UNCHECKED}"
    )
    assert len(community.notes_in(community.general)) == 1


async def test_a_webhook_that_was_deleted_can_be_left(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    await webhooks(community, source=str(bridge.id))
    del community.env.backend.webhooks[bridge.id]

    answer = await webhooks(community, source=str(bridge.id), read=False)

    assert answer.startswith(f"Signpost no longer reads webhook `{bridge.id}`.")
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


async def test_a_slip_in_the_id_of_a_webhook_that_is_left_does_not_look_like_success(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    await webhooks(community, source=str(bridge.id))

    for slip, name in (bridge.id + 1, f"webhook `{bridge.id + 1}`"), (PLURALKIT, "PluralKit"):
        answer = await webhooks(community, source=str(slip), read=False)
        assert answer.splitlines()[:2] == [SAID("webhooks-never", name=name), f"Webhooks read: {bridge.id}."]


async def test_where_webhooks_are_hidden_a_number_too_high_for_an_id_is_refused_too(
    community: Community,
) -> None:
    community.server.hide_webhooks()

    assert await webhooks(community, source="9" * 20) == NO_SOURCE


async def test_the_webhook_of_a_followed_channel_needs_no_choice(community: Community) -> None:
    followers = community.server.followers_webhook(community.general)

    assert await webhooks(community, source=str(followers)) == SAID("webhooks-is-followed")
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


async def test_the_id_of_pluralkit_or_of_a_webhook_that_it_made_chooses_pluralkit(
    community: Community,
) -> None:
    for given in (PLURALKIT, community.server.pluralkits_webhook(community.general)):
        answer = await webhooks(community, source=str(given))

        assert answer.startswith("Signpost reads PluralKit from now on.")
        assert community.bot.webhooks.of(community.guild.id) == frozenset()
        await webhooks(community, source="PluralKit", read=False)


async def test_pluralkit_is_offered_first_then_what_was_chosen(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    assert await offered(community, community.manager, "") == ["PluralKit"]
    await webhooks(community, source=str(bridge.id))

    assert await offered(community, community.manager, "") == ["PluralKit", str(bridge.id)]
    assert await offered(community, community.manager, "plural") == ["PluralKit"]
    assert await offered(community, community.manager, str(bridge.id)[:12]) == [str(bridge.id)]
    assert await offered(community, community.moderator, "") == []


async def test_the_command_alone_lists_what_is_read(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    assert await webhooks(community) == FOLLOWED_ARE_READ
    await webhooks(community, source=str(bridge.id))
    await webhooks(community, source="PluralKit")

    listed = await webhooks(community)

    assert listed.splitlines()[0] == (f"Webhooks read: PluralKit, {bridge.id}. {WAITS_FOR_PLURALKIT}")


async def test_leaving_a_webhook_needs_to_know_which(community: Community) -> None:
    assert await webhooks(community, read=False) == SAID("webhooks-needs-source")


@pytest.mark.parametrize(
    "source",
    [
        "the bridge",
        "123",
        "https://discord.com/api/webhooks/466378653216014359/secret",
        "https://example.com/channels/466378653216014359/466378653216014359/466378653216014359",
        "<@466378653216014359>",
    ],
)
async def test_what_names_no_webhook_is_refused_with_what_to_do(community: Community, source: str) -> None:
    assert await webhooks(community, source=source) == NO_SOURCE
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


async def test_links_that_lead_to_no_webhook_are_each_refused_in_words(community: Community) -> None:
    neighbour = await community.neighbour()
    elsewhere = await community.paste(neighbour.general, SMALL_TALK, by=neighbour.member)
    by_member = await community.paste(community.general, SMALL_TALK)
    followed = await community.server.followed(community.general, SMALL_TALK)
    bots_answer = await community.server.answer_of(PLURALKIT, community.general, SMALL_TALK)
    gone = await community.paste(community.general, SMALL_TALK)
    community.delete_unseen(community.general, gone.id)
    hidden = await community.paste(community.voice, SMALL_TALK)
    await community.refuse(community.voice, view_channel=False)
    no_channel = f"https://discord.com/channels/{community.guild.id}/466378653216014350/{gone.id}"
    made_up = f"https://discord.com/channels/{community.guild.id}/{neighbour.general.id}/{elsewhere.id}"

    said = {
        name: await webhooks(community, source=link)
        for name, link in {
            "another server's": elsewhere.jump_url,
            "another server's, made up": made_up,
            "a member's": by_member.jump_url,
            "followed": followed.jump_url,
            "a bot's": bots_answer.jump_url,
            "gone": gone.jump_url,
            "its channel gone": no_channel,
            "hidden": hidden.jump_url,
        }.items()
    }

    assert said == {
        "another server's": SAID("webhooks-link-elsewhere"),
        "another server's, made up": SAID("webhooks-link-elsewhere"),
        "a member's": SAID("webhooks-link-by-member"),
        "followed": SAID("webhooks-link-followed"),
        "a bot's": SAID("webhooks-link-by-bot"),
        "gone": SAID("webhooks-link-gone"),
        "its channel gone": SAID("webhooks-link-gone"),
        "hidden": SAID("webhooks-link-hidden"),
    }
    assert community.bot.webhooks.of(community.guild.id) == frozenset()


async def test_one_webhook_too_many_is_refused(community: Community, bridge: simcord.WebhookHandle) -> None:
    for number in range(MOST_WEBHOOKS):
        await community.bot.webhooks.set(community.guild.id, number, read=True)

    assert await webhooks(community, source=str(bridge.id)) == SAID("webhooks-full", most=MOST_WEBHOOKS)
    await community.server.through(bridge, PITCH)
    assert nothing_happened(community)


async def test_moderators_who_do_not_run_the_server_choose_no_webhook(community: Community) -> None:
    assert await community.command(community.moderator, "webhooks", source="PluralKit") == SAID(
        "failure-managers-only"
    )
    assert not community.bot.places.at(community.guild.id).reads_pluralkit


async def test_status_counts_the_webhooks_that_are_read(
    community: Community, bridge: simcord.WebhookHandle
) -> None:
    await webhooks(community, source=str(bridge.id))
    await webhooks(community, source="PluralKit")

    status = await community.command(community.moderator, "status")

    assert f"Read as well: PluralKit, 1 webhook. {WAITS_FOR_PLURALKIT}" in status.splitlines()


async def test_both_commands_say_that_an_exempt_members_copy_is_read(community: Community) -> None:
    role = await community.server.role_of(community.member)
    await community.command(community.manager, "exempt", channel=community.recovery)
    assert SAID("webhooks-copies-are-read") not in await webhooks(community, source="PluralKit")

    exempted = await community.command(community.manager, "exempt", role=role)

    assert SAID("webhooks-copies-are-read") in exempted
    assert SAID("webhooks-copies-are-read") in await webhooks(community)
    assert SAID("webhooks-copies-are-read") not in await webhooks(community, source="PluralKit", read=False)
