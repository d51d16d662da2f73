"""Choosing something in a post's menu and pressing what it offers, as a moderator does."""

import sqlite3
from contextlib import closing
from typing import Any

import discord
import simcord

from .community import Community
from .shown import text_of

HELP, ANSWER = "Send help resources", "Answer as a pitch"
HARD_DAY = "i don't know how to do another night of this. sorry for writing it here"


async def choose(
    community: Community, name: str, post: discord.Message, by: simcord.MemberActor | None = None
) -> simcord.InteractionResult:
    """Choose something in a post's menu, as the moderator if nobody is named."""
    return await (by or community.moderator).context_menu(community.general, name, post)


async def press(
    community: Community,
    asked: simcord.InteractionResult,
    label: str,
    by: simcord.MemberActor | None = None,
) -> str:
    """Press the button of a preview, and return what is said then: in its place, or beside it."""
    assert asked.response is not None
    pressed = await (by or community.moderator).click(asked.response, label=label)
    for told in pressed.followups:
        return told.content
    assert pressed.response is not None
    return text_of(pressed.response)


async def send_help(community: Community, post: discord.Message) -> str:
    return await press(community, await choose(community, HELP, post), "Send")


async def answer(community: Community, post: discord.Message) -> str:
    return await press(community, await choose(community, ANSWER, post), "Post note")


def rows(community: Community, statement: str) -> list[Any]:
    with closing(sqlite3.connect(community.database)) as connection:
        return connection.execute(statement).fetchall()


def let_everyone_see(community: Community, name: str) -> None:
    """Let Discord show something in a post's menu to everyone."""
    command = community.env.backend.find_command(name, None, type=3)
    assert command is not None
    command["default_member_permissions"] = None
