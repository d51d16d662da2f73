"""Who may have Signpost post something under a post, and under which."""

import json

import pytest
import simcord

from bot.policy import Mode

from .community import Community
from .menus import ANSWER, HARD_DAY, HELP, answer, choose, let_everyone_see, press
from .texts import PITCH


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_nothing_is_posted_under_signposts_own_message(community: Community, name: str) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)

    said = community.private_answer(await choose(community, name, note.message))

    assert said == "That is Signpost's own message. Nothing was posted."


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_nothing_is_posted_under_a_bots_answer(community: Community, name: str) -> None:
    answered = await community.server.answer_of(4242, community.general, PITCH)

    said = community.private_answer(await choose(community, name, answered))

    assert said.startswith("A bot or an app wrote that message")


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_a_missing_permission_is_named_before_anything_is_asked(
    community: Community, name: str
) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    await community.refuse(community.general, send_messages=False)

    said = community.private_answer(await choose(community, name, post))

    assert said.startswith(f"I cannot reply in {community.general.mention}. Missing there: Send Messages.")


@pytest.mark.parametrize(("name", "label"), [(HELP, "Send"), (ANSWER, "Post note")])
async def test_a_permission_that_went_before_the_press_is_named(
    community: Community, name: str, label: str
) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, name, post)
    await community.refuse(community.general, send_messages=False)

    said = await press(community, asked, label)

    assert "Missing there: Send Messages." in said
    assert community.notes_in(community.general) == []


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_discord_shows_members_none_of_it(community: Community, name: str) -> None:
    post = await community.member.send(community.general, HARD_DAY)

    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await choose(community, name, post, by=community.member)


@pytest.mark.parametrize("name", [HELP, ANSWER])
async def test_a_member_who_gets_past_discord_is_refused(community: Community, name: str) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    let_everyone_see(community, name)

    said = community.private_answer(await choose(community, name, post, by=community.member))

    assert said == "This is for moderators: it needs the Manage Messages permission."


async def test_the_moderators_role_suffices(community: Community) -> None:
    role = await community.server.role_of(community.member)
    await community.bot.places.choose(community.guild.id, None, community.env.now(), moderator_role=role.id)
    let_everyone_see(community, HELP)
    (other,) = community.members(1)
    post = await other.send(community.general, HARD_DAY)

    asked = await choose(community, HELP, post, by=community.member)

    assert (await press(community, asked, "Send", by=community.member)).startswith("Sent:")


async def test_who_lost_the_permission_since_cannot_press(community: Community) -> None:
    role = await community.server.role_of(community.member)
    now = community.env.now()
    await community.bot.places.choose(community.guild.id, None, now, moderator_role=role.id)
    let_everyone_see(community, ANSWER)
    post = await community.moderator.send(community.general, HARD_DAY)
    asked = await choose(community, ANSWER, post, by=community.member)
    await community.server.take(role, community.member)

    said = await press(community, asked, "Post note", by=community.member)

    assert said == "This is for moderators: it needs the Manage Messages permission."
    assert community.notes_in(community.general) == []


async def test_the_manager_may_as_well(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, ANSWER, post, by=community.manager)

    said = await press(community, asked, "Post note", by=community.manager)

    assert said == "The note stands under the post. It is case 1, confirmed by you."


async def test_a_button_that_was_made_up_is_refused(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    asked = await choose(community, HELP, post)
    assert asked.response is not None
    stored = community.env.backend.get_message(community.general.id, asked.response.id)
    other = json.dumps(stored.components).replace(str(post.id), str(post.id + 1))
    stored.components = json.loads(other)

    said = await press(community, asked, "Send")

    assert said == "This button belongs to another server or channel. Nothing was posted."
    assert community.notes_in(community.general) == []


async def test_under_a_place_that_is_off_a_moderator_can_still_answer(community: Community) -> None:
    await community.command(community.manager, "mode", mode=Mode.OFF.value)
    post = await community.paste(community.general, PITCH)

    await answer(community, post)

    assert len(community.notes_in(community.general)) == 1
