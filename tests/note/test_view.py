"""The note in Discord: its shape, and buttons that answer in private, also after a restart."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, cast

import discord
import pytest
import simcord
from discord.ext import commands

from bot.knowledge import Need, Shelf, standard
from bot.note import DYNAMIC_ITEMS, Occasion, compose, note_view
from bot.note.resources import Asked
from bot.note.resources_menu import ResourcesMenu
from bot.note.view import ELSEWHERE, CountryMenu

HELP, WHY, COUNTRY = "note:help:kratom:en", "note:why:kratom:en", "note:country:kratom:en"
TEXT_DISPLAY, SELECT = 10, 3
IS_COMPONENTS_V2, SUPPRESS_EMBEDS = 1 << 15, 1 << 2


class BotWithKnowledge(commands.Bot):
    """What the note's controls ask of the client: what may be shown now."""

    knowledge = Shelf(standard())


def fresh_bot() -> commands.Bot:
    """Make the smallest real bot that knows the note's controls."""
    bot = BotWithKnowledge(command_prefix="!", intents=discord.Intents.default())
    bot.add_dynamic_items(*DYNAMIC_ITEMS)
    return bot


@dataclass
class Scene:
    """A channel in which the bot has answered a member's post with a note."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    note: discord.Message


@pytest.fixture
async def env() -> AsyncIterator[simcord.Env]:
    running = simcord.Env(fresh_bot())
    await running.start()
    yield running
    await running.shutdown()
    simcord.assert_no_errors(running)


@pytest.fixture
async def scene(env: simcord.Env) -> Scene:
    guild = env.create_guild("Recovery")
    channel = guild.create_text_channel("general")
    member = guild.add_member(env.create_user("sam"))
    await env.settle()
    note = await post(env, channel, note_view(compose(Occasion("kratom"), standard())))
    return Scene(env, channel, member, note)


async def post(
    env: simcord.Env, channel: simcord.ChannelHandle, view: discord.ui.LayoutView
) -> discord.Message:
    """Send a view as the bot."""
    known = env.bot.get_channel(channel.id)
    assert isinstance(known, discord.TextChannel)
    return await known.send(view=view, allowed_mentions=discord.AllowedMentions.none(), suppress_embeds=True)


def texts(components: list[dict[str, Any]]) -> list[str]:
    """Collect every text of a message's components, nested ones too."""
    found: list[str] = []
    for component in components:
        if component["type"] == TEXT_DISPLAY:
            found.append(component["content"])
        found += texts(component.get("components", []))
    return found


def menu(components: list[dict[str, Any]]) -> dict[str, Any]:
    """Find the select of a message."""
    for component in components:
        if component["type"] == SELECT:
            return component
        if inner := component.get("components"):
            return menu([each for each in inner if each["type"] in {1, SELECT}])
    raise AssertionError("no select in the message")


def private(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """Check that an answer is private, laid out as components and unfurls nothing; return it."""
    assert result.response is not None
    assert result.response.ephemeral
    assert result.response.flags.value & IS_COMPONENTS_V2
    assert result.response.flags.value & SUPPRESS_EMBEDS
    return result.response


async def test_the_note_is_one_container_within_discords_limits() -> None:
    note = compose(Occasion("kratom"), standard())

    view = note_view(note)

    assert view.has_components_v2()
    assert view.timeout is None
    assert view.is_persistent()
    assert view.total_children_count <= 40
    assert view.content_length() == len(note.body) <= 4000
    assert len(view.children) == 1


async def test_the_note_stands_in_the_channel_as_composed(scene: Scene) -> None:
    assert scene.note.flags.components_v2
    assert scene.note.flags.suppress_embeds
    assert scene.note.content == ""
    components = [cast("dict[str, Any]", each.to_dict()) for each in scene.note.components]
    assert texts(components) == [compose(Occasion("kratom"), standard()).body]


async def test_why_answers_the_one_who_asks(scene: Scene) -> None:
    answer = private(await scene.member.click(scene.note, label="Why this note?"))

    (text,) = texts(answer.components)
    assert text.startswith("**Why this note?**")
    assert "https://nccih.nih.gov/health/kratom" in text


async def test_help_offers_a_menu_with_somewhere_else_last(scene: Scene) -> None:
    answer = private(await scene.member.click(scene.note, label="Help in another country"))

    labels = [option["label"] for option in menu(answer.components)["options"]]
    assert labels[:-1] == sorted(country.name for country in standard().countries.values())
    assert labels[-1] == "Somewhere else"
    assert len(labels) <= 25


async def test_choosing_a_country_shows_its_lines_in_the_same_private_answer(scene: Scene) -> None:
    asked = private(await scene.member.click(scene.note, custom_id=HELP))

    await scene.member.select(asked, ["GB"], custom_id=COUNTRY)

    (text,) = texts(asked.components)
    assert text.startswith("**United Kingdom**")
    assert "**116 123**" in text
    assert asked.ephemeral
    chosen = [each["value"] for each in menu(asked.components)["options"] if each.get("default")]
    assert chosen == ["GB"]


async def test_another_country_can_be_tried_in_the_same_answer(scene: Scene) -> None:
    asked = private(await scene.member.click(scene.note, custom_id=HELP))

    await scene.member.select(asked, ["GB"])
    await scene.member.select(asked, ["ES"])

    (text,) = texts(asked.components)
    assert "**112**" in text
    assert "116 123" not in text


async def test_somewhere_else_gets_the_directory(scene: Scene) -> None:
    asked = private(await scene.member.click(scene.note, custom_id=HELP))

    await scene.member.select(asked, [ELSEWHERE])

    (text,) = texts(asked.components)
    assert "https://findahelpline.com" in text
    assert "**" not in text


async def test_nothing_but_the_note_is_seen_by_others(scene: Scene) -> None:
    other = scene.env.guild.add_member(scene.env.create_user("alex"))
    await scene.member.click(scene.note, custom_id=HELP)
    await scene.member.click(scene.note, custom_id=WHY)

    seen = scene.channel.history(viewer=other)

    assert [message.id for message in seen] == [scene.note.id]


async def test_answers_ping_nobody(scene: Scene) -> None:
    await scene.member.click(scene.note, custom_id=HELP)
    await scene.member.click(scene.note, custom_id=WHY)

    answers: list[Any] = [each.json for each in scene.env.http_requests if each.path.endswith("/callback")]

    assert len(answers) == 2
    assert all(answer["data"]["allowed_mentions"]["parse"] == [] for answer in answers)


async def test_old_buttons_and_menus_answer_after_a_restart(scene: Scene) -> None:
    asked = private(await scene.member.click(scene.note, custom_id=HELP))

    await scene.env.restart_bot(fresh_bot())

    explained = private(await scene.member.click(scene.note, custom_id=WHY))
    assert texts(explained.components)[0].startswith("**Why this note?**")
    await scene.member.select(asked, ["IN"])
    assert "**14446**" in texts(asked.components)[0]
    again = private(await scene.member.click(scene.note, custom_id=HELP))
    assert menu(again.components)["custom_id"] == COUNTRY


@pytest.mark.parametrize("item", DYNAMIC_ITEMS)
def test_controls_know_their_own_ids_and_no_malformed_ones(item: type[discord.ui.DynamicItem[Any]]) -> None:
    pattern = item.__discord_ui_compiled_template__
    verb = pattern.pattern.split(":")[1]

    assert pattern.fullmatch(f"note:{verb}:seven-oh:pt")
    assert not pattern.fullmatch(f"note:{verb}:kratom")
    assert not pattern.fullmatch(f"note:{verb}:kratom:en:more")
    assert not pattern.fullmatch(f"note:{verb}:<@1>:en")


async def test_ids_fit_discord_for_the_longest_topic() -> None:
    assert len(CountryMenu("t" * 40, "en").custom_id) <= 100


async def test_a_note_of_a_retired_topic_still_answers(scene: Scene) -> None:
    view = discord.ui.LayoutView(timeout=None)
    button: discord.ui.Button[Any] = discord.ui.Button(label="Why", custom_id="note:why:retired-topic:en")
    view.add_item(discord.ui.ActionRow(button))
    note = await post(scene.env, scene.channel, view)
    await scene.env.restart_bot(fresh_bot())

    answer = private(await scene.member.click(note, custom_id="note:why:retired-topic:en"))

    assert "no longer covered" in texts(answer.components)[0]


@pytest.mark.parametrize(
    ("custom_id", "asked"),
    [
        ("resources:kratom:poison:en", Asked("kratom", Need.POISON)),
        ("resources:::en", Asked()),
        ("resources:retired-topic:of-a-later-version:en", None),
        ("resources:kratom:tomorrow:en", Asked("kratom")),
        ("resources:kratom:evidence:en", Asked("kratom")),
    ],
)
async def test_the_menu_below_resources_remembers_what_was_asked_for(
    custom_id: str, asked: Asked | None
) -> None:
    found = ResourcesMenu.__discord_ui_compiled_template__.fullmatch(custom_id)

    assert (found is None) is (asked is None)
    if found is not None:
        menu = await ResourcesMenu.from_custom_id(cast("Any", None), cast("Any", None), found)
        assert menu.asked == asked


async def test_the_longest_menu_below_resources_fits_discord() -> None:
    menu = ResourcesMenu(Asked("t" * 40, Need.TREATMENT), "en")

    assert len(menu.custom_id) <= 100
