"""Who may try a text or a post."""

import pytest
import simcord

from .community import Community
from .test_check import CHECK_POST, check_post
from .texts import PITCH, QUESTION


async def test_discord_shows_a_member_none_of_it(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    assert "signpost check" not in community.member.available_commands(community.general)
    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await check_post(community, post, by=community.member)


async def test_a_member_who_gets_past_discord_is_refused(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    command = community.env.backend.find_command(CHECK_POST, None, type=3)
    assert command is not None
    command["default_member_permissions"] = None

    said = await check_post(community, post, by=community.member)

    assert "This is for moderators" in said


async def test_the_chosen_role_and_an_override_let_a_member_in(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    command = community.env.backend.find_command(CHECK_POST, None, type=3)
    assert command is not None
    community.guild.set_command_permissions(int(command["id"]), {community.member: True})

    assert "case 1" in await check_post(community, post, by=community.member)


async def test_the_manager_may_as_well(community: Community) -> None:
    post = await community.paste(community.general, QUESTION)

    said = await check_post(community, post, by=community.manager)

    assert said.startswith("**Would stay silent**")
