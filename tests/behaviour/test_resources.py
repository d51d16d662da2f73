"""`/resources`: help lines and evidence for whoever asks, in private."""

import pytest
import simcord

from .community import Community
from .shown import text_of


async def ask(
    community: Community, by: simcord.MemberActor | None = None, **options: object
) -> simcord.InteractionResult:
    return await (by or community.member).slash(community.general, "resources", **options)


async def test_a_member_gets_the_servers_countrys_lines_in_private(community: Community) -> None:
    said = community.private_answer(await ask(community))

    assert said.startswith("**United States**")
    assert "988" in said


@pytest.mark.parametrize("typed", ["IE", "ireland", " Ireland "])
async def test_a_country_can_be_typed_as_a_code_or_a_name(community: Community, typed: str) -> None:
    said = community.private_answer(await ask(community, country=typed))

    assert said.startswith("**Ireland**")
    assert "988" not in said


async def test_a_country_that_is_not_listed_gets_the_directory(community: Community) -> None:
    said = community.private_answer(await ask(community, country="Atlantis"))

    assert "This list does not have every country." in said
    assert "findahelpline.com" in said


async def test_countries_are_offered_by_what_was_typed_in_the_members_language(community: Community) -> None:
    in_spanish = community.speaks(community.members(1)[0], "es-419")

    offered = await community.member.autocomplete(community.general, "resources", "country", "united")
    in_spanish_offered = await in_spanish.autocomplete(community.general, "resources", "country", "estados")

    assert [each["name"] for each in offered] == ["United Kingdom", "United States"]
    assert [(each["name"], each["value"]) for each in in_spanish_offered] == [("Estados Unidos", "US")]


async def test_a_topic_adds_what_is_known_of_it(community: Community) -> None:
    said = community.private_answer(await ask(community, topic="kratom"))

    assert "**About kratom: what is known**" in said
    assert "To read more: [" in said
    assert len(said) <= 4000


async def test_another_country_can_be_chosen_below_the_answer(community: Community) -> None:
    asked = await ask(community)
    assert asked.response is not None

    chosen = await community.member.select(asked.response, values=["IE"])

    assert community.private_answer(chosen).startswith("**Ireland**")


async def test_the_servers_own_country_is_the_usual_one(community: Community) -> None:
    at = community.env.now()
    await community.bot.places.choose(community.guild.id, community.manager.id, at, country="DE")

    assert community.private_answer(await ask(community)).startswith("**Germany**")


async def test_in_spanish_it_answers_in_spanish(community: Community) -> None:
    said = community.private_answer(
        await ask(community, community.speaks(community.member, "es-ES"), topic="kratom")
    )

    assert "**Sobre kratom: lo que se sabe**" in said


async def test_a_moderator_can_post_it_for_everyone(community: Community) -> None:
    asked = await ask(community, community.moderator, public=True)

    assert asked.response is not None
    assert not asked.response.ephemeral
    assert "988" in text_of(asked.response)


async def test_nobody_changes_what_stands_there_for_everyone(community: Community) -> None:
    asked = await ask(community, community.moderator, public=True)
    assert asked.response is not None

    chosen = await community.member.select(asked.response, values=["IE"])

    assert community.private_answer(chosen).startswith("**Ireland**")
    (stands,) = community.notes_in(community.general)
    assert stands.text.startswith("**United States**")


async def test_a_member_cannot(community: Community) -> None:
    said = community.private_answer(await ask(community, public=True))

    assert said == "Only moderators can post this for everyone. Leave “public” out and it comes to you alone."


async def test_it_answers_after_a_restart_and_where_signpost_is_off(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.restart()

    assert community.private_answer(await ask(community)).startswith("**United States**")
