"""Who may see the queue and turn its pages."""

from typing import Any

import pytest

from .community import Community
from .shown import text_of
from .test_cases import ask, numbers, observe
from .texts import PITCH


@pytest.mark.parametrize("name", ["cases", "case"])
async def test_discord_shows_members_none_of_it(community: Community, name: str) -> None:
    assert f"signpost {name}" not in community.member.available_commands(community.general)


@pytest.mark.parametrize(("name", "options"), [("cases", {}), ("case", {"number": 1})])
async def test_a_member_who_gets_past_discord_is_refused(
    community: Community, name: str, options: dict[str, Any]
) -> None:
    await community.paste(community.general, PITCH)
    command = community.env.backend.find_command("signpost", None)
    assert command is not None
    command["default_member_permissions"] = None

    said = await community.command(community.member, name, **options)
    offered = await community.member.autocomplete(community.general, "signpost case", "number", "1")

    assert "This is for moderators" in said
    assert offered == []


async def test_the_moderators_role_suffices(community: Community) -> None:
    await observe(community, 9)
    role = await community.server.role_of(community.member)
    now = community.env.now()
    await community.bot.places.choose(community.guild.id, None, now, moderator_role=role.id)
    command = community.env.backend.find_command("signpost", None)
    assert command is not None
    command["default_member_permissions"] = None

    asked = await ask(community, by=community.member)
    assert asked.response is not None
    turned = await community.member.click(asked.response, label="Next")

    assert turned.response is not None
    assert numbers(text_of(turned.response)) == [1]


async def test_who_lost_the_role_since_cannot_turn_the_page(community: Community) -> None:
    await observe(community, 9)
    role = await community.server.role_of(community.member)
    now = community.env.now()
    await community.bot.places.choose(community.guild.id, None, now, moderator_role=role.id)
    command = community.env.backend.find_command("signpost", None)
    assert command is not None
    command["default_member_permissions"] = None
    asked = await ask(community, by=community.member)
    assert asked.response is not None
    await community.server.take(role, community.member)

    pressed = await community.member.click(asked.response, label="Next")

    assert "This is for moderators" in community.private_answer(pressed)
