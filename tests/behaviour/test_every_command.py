"""Every command there is: who may give it, and what is said while the store, Discord or the server is away.

The list comes from the command tree, so that a new command cannot be left out.
"""

import re
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from bot.texts import Texts, texts_in

from .community import Community
from .menus import let_everyone_see
from .test_commands import registered
from .texts import PITCH

NEEDED: dict[str, dict[str, Any]] = {
    "signpost case": {"number": 1},
    "signpost check": {"text": PITCH},
    "signpost mode": {"mode": "observe"},
    "signpost scan": {"last": 5},
    "signpost settings import": {"file": ("settings.json", b"{}")},
    "signpost settings set": {"name": "cooldown", "value": "1 h"},
}
"""What a command cannot be given without; a link and a channel come from the community."""

WITHOUT_THE_STORE = {
    "resources",
    "signpost exempt",
    "signpost settings import",
    "signpost setup",
    "signpost status",
    "signpost webhooks",
    "signpost wording",
    "signpost-privacy delete",
    "signpost-privacy opt-in",
    "signpost-privacy show",
}
"""Commands that, given as here, ask nothing of the store: they answer while it fails."""

FOR_MEMBERS = {
    "resources",
    "signpost-privacy delete",
    "signpost-privacy opt-in",
    "signpost-privacy opt-out",
    "signpost-privacy show",
}
FOR_MODERATORS = {
    "signpost case",
    "signpost cases",
    "signpost check",
    "signpost stats",
    "signpost status",
    "Answer as a pitch",
    "Check this post",
    "Send help resources",
}

REFUSALS = ("failure-moderators-only", "failure-managers-only")


def commands_of(community: Community) -> list[str]:
    """Return the full names of all commands, subcommands instead of their groups; last those in menus."""
    typed = (each for each in community.bot.tree.walk_commands() if isinstance(each, app_commands.Command))
    return [*sorted(each.qualified_name for each in typed), *menus_of(community)]


def menus_of(community: Community) -> list[str]:
    """Return the names of what stands in each message's menu."""
    return sorted(each.name for each in community.bot.tree.get_commands(type=discord.AppCommandType.message))


async def give(
    community: Community, name: str, post: discord.Message, by: simcord.MemberActor
) -> simcord.InteractionResult:
    """Give a command with what it needs."""
    if name in menus_of(community):
        return await by.context_menu(community.general, name, post)
    options = dict(NEEDED.get(name, {}))
    if name == "signpost log":
        options["channel"] = community.recovery
    if name == "signpost-privacy delete":
        options["link"] = post.jump_url
    return await by.slash(community.general, name, **options)


async def give_each(community: Community, post: discord.Message, by: simcord.MemberActor) -> dict[str, str]:
    """Give every command; return the private answers by name."""
    return {
        name: community.private_answer(await give(community, name, post, by))
        for name in commands_of(community)
    }


@contextmanager
def a_store_that_fails() -> Generator[None]:
    """Let every statement fail, as while another program holds the file."""

    def fail(*_: object) -> None:
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", fail)


def code_of(texts: Texts, answer: str) -> str:
    """Return the code for the operator in which an answer ends; empty where there is none."""
    found = re.search(re.escape(texts("failure-code", code="CODE")).replace("CODE", "([0-9a-f]+)"), answer)
    return found[1] if found else ""


@pytest.mark.parametrize("language", ["en-GB", "es-ES"])
async def test_where_the_store_fails_each_command_that_needs_it_says_so(
    community: Community, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    post = await community.paste(community.general, PITCH)
    by, texts = community.speaks(community.manager, language), texts_in(language)

    with a_store_that_fails():
        answers = await give_each(community, post, by)

    assert community.forgive()
    told = {name for name, answer in answers.items() if answer.startswith(texts("failure-store"))}
    assert {*answers} - told == WITHOUT_THE_STORE
    for name in told:
        assert f"failed, code {code_of(texts, answers[name])}: OperationalError" in caplog.text, name


async def test_while_another_program_holds_the_store_a_command_says_so_and_later_it_works(
    community: Community,
) -> None:
    with closing(sqlite3.connect(community.database, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        held = await community.command(community.manager, "mode", mode="observe")

    assert community.forgive()
    assert held.startswith(texts_in("en")("failure-store"))
    assert "observe" in await community.command(community.manager, "mode", mode="observe")


@pytest.mark.parametrize("language", ["en-GB", "es-ES"])
async def test_where_discord_fails_no_command_is_left_without_an_answer_it_foresaw(
    community: Community, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    post = await community.paste(community.general, PITCH)
    by, texts = community.speaks(community.manager, language), texts_in(language)
    for method in ("GET", "POST", "PATCH", "PUT", "DELETE"):
        for path in ("/channels/*", "/guilds/*"):
            community.env.inject_error(method, path, status=503, message="unavailable", times=None)

    answers = await give_each(community, post, by)

    community.forgive()
    assert answers["signpost log"].startswith(texts("failure-slow"))
    assert answers["signpost-privacy delete"] == texts("privacy-discord-silent")
    for name, answer in answers.items():
        assert not answer.startswith(texts("failure-unforeseen")), name
        assert code_of(texts, answer) in caplog.text, name


async def test_while_discord_does_not_show_the_server_each_command_says_so(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.server.have_an_outage()

    answers = await give_each(community, post, community.manager)

    assert set(answers.values()) == {texts_in("en")("failure-server-unknown")}


@pytest.mark.parametrize("language", ["en-GB", "es-419"])
async def test_each_command_refuses_who_may_not_give_it(community: Community, language: str) -> None:
    post = await community.paste(community.general, PITCH)
    registered(community)["default_member_permissions"] = None  # past Discord's own check
    for name in menus_of(community):
        let_everyone_see(community, name)
    refusals = [texts_in(language)(key) for key in REFUSALS]

    may: dict[str, set[str]] = {}
    for by in (community.member, community.moderator, community.manager):
        answers = await give_each(community, post, community.speaks(by, language))
        may[by.name] = {name for name, answer in answers.items() if answer not in refusals}

    assert may[community.member.name] == FOR_MEMBERS
    assert may[community.moderator.name] == FOR_MEMBERS | FOR_MODERATORS
    assert may[community.manager.name] == {*commands_of(community)}
