"""`/signpost stats`: a server's numbers in words, as a chart and as a table."""

import csv
import io
import sqlite3
from contextlib import closing

import discord
import pytest
import simcord

from bot.insights import drawing
from bot.knowledge.topics import claim_titles

from .community import Community
from .menus import answer, send_help
from .test_commands import registered
from .test_rulings import ANOTHER_PITCH
from .texts import PITCH, SMALL_TALK


async def ask(
    community: Community, by: simcord.MemberActor | None = None, **options: object
) -> simcord.InteractionResult:
    return await (by or community.moderator).slash(community.general, "signpost stats", **options)


def attached(asked: simcord.InteractionResult) -> dict[str, discord.Attachment]:
    assert asked.response is not None
    return {each.filename: each for each in asked.response.attachments}


async def an_eventful_week(community: Community) -> None:
    """Let two pitches be pasted in two channels, one ruled right and one wrong, among talk."""
    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, ANOTHER_PITCH)
    for _ in range(3):
        await community.paste(community.general, SMALL_TALK)
    first, second = community.entries()
    await community.press(community.moderator, first, "Confirm")
    await community.press(community.moderator, second, "Dismiss")


async def test_the_numbers_are_what_happened(community: Community) -> None:
    await an_eventful_week(community)

    said = community.private_answer(await ask(community))

    assert "Posts read: 5" in said
    assert "Cases: 2. Notes sent: 2, of which 1 no longer stand." in said
    assert "Rulings: 1 confirmed, 1 dismissed." in said
    assert "Precision: 50% of rulings confirmed" in said
    assert "between 9% and 91%" in said
    assert "Most frequent claims:" in said
    assert len(said) <= 2000


async def test_one_press_counts_once_however_many_copies_it_rules(community: Community) -> None:
    for place in (community.general, community.recovery, community.voice):
        await community.paste(place, PITCH)
    (entry,) = community.entries()
    await community.press(community.moderator, entry, "Confirm")

    said = community.private_answer(await ask(community))

    assert "Cases: 3." in said
    assert "Rulings: 1 confirmed, 0 dismissed." in said


async def test_a_released_note_counts_as_confirmed_until_its_case_is_dismissed(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")
    await community.paste(community.general, PITCH)
    (entry,) = community.entries()
    await community.press(community.moderator, entry, "Release")
    released = community.private_answer(await ask(community))
    await community.press(community.moderator, community.entries()[0], "Dismiss")
    dismissed = community.private_answer(await ask(community))

    assert "Rulings: 1 confirmed, 0 dismissed." in released
    assert "Rulings: 0 confirmed, 1 dismissed." in dismissed


async def test_help_and_a_moderators_own_case_say_nothing_of_precision(community: Community) -> None:
    post = await community.paste(community.general, SMALL_TALK)
    other = await community.paste(community.general, SMALL_TALK)
    await send_help(community, post)
    await answer(community, other)

    said = community.private_answer(await ask(community))

    assert "Cases: 1. Notes sent: 1, of which 0 no longer stand." in said
    assert "Rulings: 0 confirmed, 0 dismissed." in said
    assert "Precision: no rulings yet." in said


async def test_the_table_holds_the_same_numbers(community: Community) -> None:
    await an_eventful_week(community)

    asked = await ask(community, weeks=2)

    rows = list(csv.DictReader(io.StringIO((await attached(asked)["signpost-stats.csv"].read()).decode())))
    assert [row["posts"] for row in rows] == ["0", "5"]
    assert (rows[1]["cases"], rows[1]["notes"], rows[1]["withdrawn"]) == ("2", "2", "1")
    assert (rows[1]["confirmed"], rows[1]["dismissed"], rows[1]["contests"]) == ("1", "1", "0")


async def test_the_chart_can_be_read_without_seeing_it(community: Community) -> None:
    await an_eventful_week(community)

    asked = await ask(community)

    picture = attached(asked)["signpost-stats.png"]
    assert (await picture.read()).startswith(b"\x89PNG")
    assert "Cases: 2" in str(picture.description)
    assert len(str(picture.description)) <= 1024


async def test_in_spanish_it_speaks_spanish(community: Community) -> None:
    await an_eventful_week(community)

    asked = await ask(community, community.speaks(community.moderator, "es-ES"))

    said = community.private_answer(asked)
    assert "Mensajes leídos: 5" in said
    english, spanish = claim_titles("kratom"), claim_titles("kratom", "es")
    assert [title for title in english.values() if title in said] == []
    assert any(title in said for title in spanish.values())
    assert "Gráficos de barras" in str(attached(asked)["signpost-stats.png"].description)


async def test_an_empty_server_gets_a_sentence(newcomer: Community) -> None:
    asked = await ask(newcomer)

    assert "Nothing to count yet" in newcomer.private_answer(asked)
    assert attached(asked) == {}


async def test_a_chart_that_cannot_be_drawn_leaves_the_numbers(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "DRAWING_SECONDS", 0.0)
    await community.paste(community.general, PITCH)

    asked = await ask(community)

    assert "The chart could not be drawn just now" in community.private_answer(asked)
    assert [*attached(asked)] == ["signpost-stats.csv"]


async def test_members_are_refused_and_moderators_and_managers_are_not(community: Community) -> None:
    await community.paste(community.general, SMALL_TALK)

    registered(community)["default_member_permissions"] = None  # past Discord's own check
    refused = community.private_answer(await ask(community, community.member))

    assert "Posts read" not in refused
    for by in (community.moderator, community.manager):
        assert "Posts read: 1" in community.private_answer(await ask(community, by))


async def test_a_restart_keeps_what_was_counted(community: Community) -> None:
    await community.paste(community.general, SMALL_TALK)
    await community.restart()
    await community.paste(community.general, SMALL_TALK)

    assert "Posts read: 2" in community.private_answer(await ask(community))


async def test_an_edit_is_no_second_post_and_what_is_not_read_is_none(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    post = await community.paste(community.general, SMALL_TALK)
    await community.edit(post, f"{SMALL_TALK} again")
    await community.paste(community.recovery, SMALL_TALK)

    assert "Posts read: 1" in community.private_answer(await ask(community))


async def test_ordinary_posts_are_counted_without_a_statement(community: Community) -> None:
    with community.statements() as statements:
        await community.paste(community.general, SMALL_TALK)

    assert statements == []


async def test_counts_of_more_than_a_year_ago_go(community: Community) -> None:
    await community.paste(community.general, SMALL_TALK)

    def a_year(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE readings SET week = '2020-01-06'")

    await community.restart(while_down=a_year)
    await community.pass_time(minutes=3)

    with closing(sqlite3.connect(community.database)) as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchone() == (0,)


async def test_a_neighbours_numbers_are_its_own(community: Community) -> None:
    neighbour = await community.neighbour()
    await community.paste(community.general, PITCH)
    await community.paste(neighbour.general, SMALL_TALK, by=neighbour.member)

    asked = await neighbour.manager.slash(neighbour.general, "signpost stats")

    said = community.private_answer(asked)
    assert "Posts read: 1" in said
    assert "Cases: 0." in said
