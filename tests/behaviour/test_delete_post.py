"""Delete post: asked once more, then the post goes and the claims stay."""

import simcord

from .community import Community
from .menus import press
from .shown import buttons_of
from .test_deletions import MARKED
from .test_privacy import MARKER
from .test_rulings import ENGLISH, only_entry
from .texts import PIECES, PITCH


async def delete_by_press(community: Community, by: simcord.MemberActor) -> str:
    """Press Delete post on the entry and again below the question; return the answer."""
    asked = await by.click((await only_entry(community)).message, label="Delete post")
    assert asked.response is not None
    assert community.private_answer(asked).startswith("**Delete this post?**")
    return community.private_answer(await by.click(asked.response, label="Delete post"))


async def test_deleting_asks_once_more_and_keeps_the_claims(community: Community) -> None:
    await community.paste(community.general, MARKED)

    answer = await delete_by_press(community, community.moderator)

    assert answer == ENGLISH("case-deleted", number="1")
    assert community.general.history() == []
    assert community.states() == ["deleted"]
    entry = await only_entry(community)
    assert entry.shows(
        "**The post was deleted**",
        "does not cause addiction or dependence",
        f"Post deleted by {community.moderator.mention}",
    )
    assert not entry.shows(MARKER)
    assert not entry.shows(community.member.mention)
    assert buttons_of(entry.message) == []
    (kept,) = community.kept()
    assert "not-addictive" in kept.claims
    assert kept.fingerprints == 0


async def test_asking_deletes_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)

    await community.press(community.moderator, await only_entry(community), "Delete post")

    assert len(community.general.history()) == 2
    assert community.states() == ["noted"]


async def test_an_article_in_pieces_is_deleted_whole(community: Community) -> None:
    for piece in PIECES[:4]:
        await community.paste(community.general, piece)
    assert len(community.notes_in(community.general)) == 1

    await delete_by_press(community, community.moderator)
    await community.pass_time(minutes=3)

    assert community.notes_in(community.general) == []
    assert community.general.history() == []
    assert community.states() == ["deleted"]


async def test_what_discord_kept_of_an_article_is_deleted_by_the_next_press(community: Community) -> None:
    posts = [await community.paste(community.general, piece) for piece in PIECES[:4]]
    community.break_deleting(community.general, posts[2].id)

    asked = await community.moderator.click((await only_entry(community)).message, label="Delete post")
    assert (await press(community, asked, "Delete post")).startswith("Discord is slow")
    assert community.states() != ["deleted"], "its first message stands"
    community.mend_sending()
    assert await press(community, asked, "Delete post") == ENGLISH("case-deleted", number="1")

    assert community.general.history() == []
    assert (await only_entry(community)).shows(f"Post deleted by {community.moderator.mention}")


async def test_a_button_pressed_in_an_outage_says_so(community: Community) -> None:
    await community.paste(community.general, PITCH)
    entry = await only_entry(community)
    guild = community.bot.get_guild(community.guild.id)
    assert guild is not None
    guild.unavailable = True

    answer = await community.press(community.moderator, entry, "Delete post")

    guild.unavailable = False
    assert answer == ENGLISH("failure-server-unknown")


async def test_who_lacks_the_permission_where_the_post_stands_cannot_delete(community: Community) -> None:
    await community.paste(community.general, PITCH)
    role = await community.server.role_of(community.member)
    await community.bot.places.choose(
        community.guild.id, community.manager.id, community.env.now(), moderator_role=role.id
    )

    answer = await community.press(community.member, await only_entry(community), "Delete post")

    assert answer == ENGLISH("case-delete-not-yours", channel=community.general.mention)
    assert len(community.general.history()) == 2


async def test_what_signpost_lacks_to_delete_is_named(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.refuse(community.general, manage_messages=False)

    answer = await community.press(community.moderator, await only_entry(community), "Delete post")

    channel = community.general.mention
    assert answer == ENGLISH("case-delete-not-mine", channel=channel, missing="Manage Messages")


async def test_a_question_that_was_answered_by_the_deletion_is_stale(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    asked = await community.moderator.click((await only_entry(community)).message, label="Delete post")
    assert asked.response is not None
    await community.member.delete(post)

    answer = community.private_answer(await community.moderator.click(asked.response, label="Delete post"))

    assert answer == ENGLISH("case-deleted-before", number="1")
    assert not (await only_entry(community)).shows("Post deleted by")
