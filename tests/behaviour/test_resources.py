"""`/resources`: help lines and evidence for whoever asks, in private."""

import re
from itertools import product

import pytest
import simcord
from discord import app_commands

from bot.knowledge import Need, standard
from bot.note.resources import NEEDS, Asked, resources_text, topics
from bot.texts import MEMBERS_LANGUAGES, members_texts_in

from .community import Community
from .shown import menus_of, text_of
from .test_note_languages import DISCORDS


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


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("etats-unis", "États-Unis"),
        ("Deutschland", "Allemagne"),
        ("espana", "Espagne"),
        ("uk", "Royaume-Uni"),
    ],
)
async def test_a_country_is_found_without_its_accents_and_by_its_name_in_another_language(
    community: Community, typed: str, name: str
) -> None:
    member = community.speaks(community.member, "fr")

    offered = await member.autocomplete(community.general, "resources", "country", typed)
    said = community.private_answer(await ask(community, member, country=typed))

    assert [each["name"] for each in offered] == [name]
    assert said.startswith(f"**{name}**")


@pytest.mark.parametrize(
    ("language", "name", "after"), [("fr", "États-Unis", "Espagne"), ("pt", "Índia", "França")]
)
async def test_a_letter_with_an_accent_stands_where_it_is_looked_for(
    community: Community, language: str, name: str, after: str
) -> None:
    asked = await ask(community, community.speaks(community.member, DISCORDS[language]))
    assert asked.response is not None

    (menu,) = menus_of(asked.response.message)
    named = [each["label"] for each in menu["options"]]

    assert named.index(name) == named.index(after) + 1


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


async def test_what_was_asked_for_stays_when_another_country_is_chosen(community: Community) -> None:
    asked = await ask(community, topic="kratom", need="poison")
    assert asked.response is not None
    await community.restart()

    for country, number in (("AU", "000"), ("US", "1-800-222-1222")):
        chosen = await community.member.select(asked.response, values=[country])
        said = community.private_answer(chosen)
        assert "**About kratom: what is known**" in said
        assert f"**{number}**" in said
        assert "1-800-662-4357" not in said

    elsewhere = community.private_answer(await community.member.select(asked.response, values=["elsewhere"]))
    assert elsewhere.startswith("This list does not have every country.")
    assert "**About kratom: what is known**" in elsewhere


async def test_a_need_shows_its_lines_alone_with_the_emergency_number_first(community: Community) -> None:
    said = community.private_answer(await ask(community, need="alone"))

    lines = said.splitlines()
    assert lines[0] == "**United States**"
    assert "**911**" in lines[1]
    assert "1-800-972-0590" in said
    assert "988" not in said
    assert "findahelpline.com" in said


async def test_a_line_that_serves_a_need_beside_its_own_is_shown_for_it(community: Community) -> None:
    assert "1-800-662-4357" in community.private_answer(await ask(community, need="families"))


async def test_a_country_without_a_line_for_a_need_says_so_and_gives_the_directory(
    community: Community,
) -> None:
    said = community.private_answer(await ask(community, country="ES", need="alone"))
    member = community.speaks(community.member, "es-ES")
    in_spanish = community.private_answer(await ask(community, member, country="ES", need="alone"))

    assert "There is no checked line here for this yet: using alone." in said
    assert "**112**" in said
    assert "024" not in said
    assert "findahelpline.com" in said
    assert "Aquí todavía no hay una línea comprobada para esto: consumir a solas." in in_spanish


async def test_needs_are_offered_in_the_members_language(community: Community) -> None:
    (command,) = [each for each in community.bot.tree.get_commands() if each.name == "resources"]
    assert isinstance(command, app_commands.Command)

    (need,) = [each for each in command.parameters if each.name == "need"]

    assert [each.value for each in need.choices] == ["crisis", "treatment", "poison", "alone", "families"]
    for language in MEMBERS_LANGUAGES:
        assert all(members_texts_in(language)(f"need-{each.value}") for each in need.choices)


@pytest.mark.parametrize("language", sorted(standard().wordings))
def test_every_answer_fits_a_message_and_has_its_countrys_numbers_alone(language: str) -> None:
    known, texts = standard(), members_texts_in(language)
    for country, topic, need in product([*known.countries, ""], [None, *topics()], [None, *NEEDS]):
        said = resources_text(texts, known, country, Asked(topic, need))
        shown = set(re.findall(r"\*\*([\d -]{3,})\*\*", said))
        own = {each.phone for each in known.lines(country)} | {each.text for each in known.lines(country)}

        assert len(said) <= 4000
        assert shown <= own, said
        urgent = [each.phone for each in known.lines(country) if each.need is Need.EMERGENCY]
        assert set(urgent) <= shown


async def test_who_reads_another_language_is_told_that_the_pages_are_in_english(community: Community) -> None:
    member = community.speaks(community.member, "de")

    said = community.private_answer(await ask(community, member, topic="kratom"))

    before, _, _ = standard().wording("de").why.pages.partition("{pages}")
    assert "auf Englisch" in before
    assert f"{before}[NCCIH" in said


async def test_french_keeps_its_space_before_the_colon(community: Community) -> None:
    member = community.speaks(community.member, "fr")

    said = community.private_answer(await ask(community, member, country="FR"))

    assert "- **3114**\N{NO-BREAK SPACE}: appeler le **3114**" in said
    assert "**:" not in said


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
