"""Failures: each is told in private, in words the member can act on, with a code that stands in the log."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
import pytest
import simcord
from discord import app_commands, ui
from sqlalchemy.exc import OperationalError

from bot.client import Signpost
from bot.failures import AnyClick, Refused, answering, known_server

from .community import Community
from .shown import Entry
from .texts import SMALL_TALK

MARKER = "words that somebody wrote"

Attempt = Callable[[AnyClick], Awaitable[object]]


class Fragile(ui.DynamicItem[ui.Button[Any]], template="fragile"):
    """A button behind the door that all buttons share; what it attempts is the test's."""

    attempt: Attempt

    def __init__(self) -> None:
        super().__init__(ui.Button(label="Try", custom_id="fragile"))

    @classmethod
    async def from_custom_id(cls, _click: AnyClick, _item: ui.Item[Any], _: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: AnyClick) -> None:
        async with answering(interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await type(self).attempt(interaction)


async def press(community: Community, attempt: Attempt, by: simcord.MemberActor | None = None) -> str:
    """Let a moderator press a button that attempts this; return the private answer."""
    Fragile.attempt = staticmethod(attempt)
    community.bot.add_dynamic_items(Fragile)
    shown = await here(community.bot, community.general).send(view=ui.View(timeout=None).add_item(Fragile()))
    await community.env.settle()
    (message,) = [each for each in community.general.history() if each.id == shown.id]
    return await community.press(by or community.moderator, Entry(message, ""), "Try")


def here(bot: Signpost, channel: simcord.ChannelHandle) -> discord.TextChannel:
    """Return a channel as the bot holds it."""
    found = bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


def code_in(answer: str) -> str:
    """Return the code that an answer gives for the operator."""
    return answer.split("`")[1]


def locked_store(*_: object, **__: object) -> Awaitable[None]:
    """Fail as the store does while another program holds its file."""
    raise OperationalError("UPDATE cases", {"planted": MARKER}, Exception("database is locked"))


async def test_when_discord_is_slow_it_says_so_and_when_to_try_again(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    community.break_sending(community.recovery, status=500)

    answer = await community.command(community.manager, "log", channel=community.recovery)

    assert community.forgive()
    assert answer.startswith("Discord is slow, so that may not have been done. Try again in a minute. Code")
    assert f"command failed, code {code_in(answer)}: HTTPException, status 500" in caplog.text
    assert f"Mod log: {community.mod_log.mention}." in await community.command(community.moderator, "status")


async def test_a_failure_is_told_in_the_members_language(community: Community) -> None:
    community.break_sending(community.recovery, status=503)
    community.speaks(community.manager, "es-419")

    answer = await community.command(community.manager, "log", channel=community.recovery)

    assert community.forgive()
    assert answer.startswith("Discord va lento y puede que no se haya hecho.")
    assert "Código para quien administra este bot: `" in answer


async def test_who_may_not_is_told_in_their_language_who_may(community: Community) -> None:
    community.speaks(community.moderator, "es-ES")

    answer = await community.command(community.moderator, "exempt")

    assert answer.startswith("Esto es para quienes administran el servidor: hace falta el permiso Gestionar")


async def test_a_store_that_fails_is_told_and_its_values_stay_out_of_the_log(
    community: Community, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(community.bot.places), "choose", locked_store)

    answer = await community.command(community.manager, "webhooks", source="PluralKit")

    assert community.forgive()
    assert answer.startswith("I could not save or look that up, and it was not your doing. Try again")
    assert f"command failed, code {code_in(answer)}: OperationalError: database is locked" in caplog.text
    assert MARKER not in caplog.text


async def test_a_press_that_fails_is_answered_like_a_command(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    async def attempt(_: AnyClick) -> None:
        await locked_store()

    answer = await press(community, attempt)

    assert answer.startswith("I could not save or look that up")
    assert f"press failed, code {code_in(answer)}: OperationalError: database is locked" in caplog.text
    assert MARKER not in caplog.text


async def test_a_refusal_in_a_press_is_said_as_it_is_and_not_logged(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    async def attempt(_: AnyClick) -> None:
        raise Refused("Choose another channel.")

    assert await press(community, attempt) == "Choose another channel."
    assert "failed" not in caplog.text


async def test_a_fault_of_the_programs_is_answered_with_a_code_and_raised_on(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    async def attempt(_: AnyClick) -> None:
        raise ValueError(MARKER)

    answer = await press(community, attempt)

    assert answer.startswith("That did not work, and it was not your doing.")
    (ours,) = [
        each for each in caplog.messages if f"press failed, code {code_in(answer)}: ValueError" in each
    ]
    assert "test_failures.py" in ours
    assert MARKER not in ours
    assert any(each.exc_info and each.exc_info[0] is ValueError for each in caplog.records)


async def test_a_missing_permission_is_named_with_its_channel(community: Community) -> None:
    async def write(_: AnyClick) -> None:
        await here(community.bot, community.recovery).send("…")

    await community.refuse(community.recovery, send_messages=False)
    community.speaks(community.manager, "es-ES")

    english = await press(community, write)
    spanish = await press(community, write, by=community.manager)

    where = community.recovery.mention
    assert english.startswith(f"I may not do that in {where}. Missing there: Send Messages. To grant it:")
    assert spanish.startswith(f"No tengo permiso para eso en {where}. Falta allí: Enviar mensajes.")


async def test_what_deleting_needs_is_named(community: Community) -> None:
    post = await community.paste(community.recovery, SMALL_TALK)
    await community.refuse(community.recovery, manage_messages=False)

    async def delete(_: AnyClick) -> None:
        await here(community.bot, community.recovery).get_partial_message(post.id).delete()

    assert "Missing there: Manage Messages." in await press(community, delete)


async def test_a_channel_that_cannot_be_seen_is_said_to_be_so(community: Community) -> None:
    await community.refuse(community.recovery, view_channel=False)

    async def look(_: AnyClick) -> None:
        await here(community.bot, community.recovery).fetch_message(1)

    assert f"in {community.recovery.mention}. Missing there: View Channel" in await press(community, look)


async def test_what_opening_a_thread_needs_is_named(community: Community) -> None:
    thread = await community.open_thread(community.general, "aside")
    await community.refuse(community.general, manage_threads=False, send_messages_in_threads=False)
    community.env.inject_error("PATCH", f"/channels/{thread.id}", status=403, code=50013, message="…")

    async def wake(click: AnyClick) -> None:
        found = known_server(click).get_thread(thread.id)
        assert found is not None
        await found.edit(archived=False)

    assert "Missing there: Manage Threads. To grant it" in await press(community, wake)


async def test_what_a_whole_server_must_grant_is_named(community: Community) -> None:
    community.server.hide_webhooks()

    async def look(click: AnyClick) -> None:
        await known_server(click).webhooks()

    answer = await press(community, look)

    assert answer.startswith(
        "I may not do that in this server. Missing: Manage Webhooks. To grant it: server"
    )


async def test_a_role_above_signposts_is_named_as_the_reason(community: Community) -> None:
    role = await community.server.role_of()
    path = f"/guilds/{community.guild.id}/members/{community.member.id}/roles/{role.id}"
    community.env.inject_error("PUT", path, status=403, code=50013, message="Missing Permissions")

    async def give(click: AnyClick) -> None:
        member = await known_server(click).fetch_member(community.member.id)
        await member.add_roles(discord.Object(role.id))

    assert "Move Signpost's role up: server settings → Roles." in await press(community, give)


async def test_a_refusal_that_cannot_be_explained_says_where_to_look(community: Community) -> None:
    path = f"/channels/{community.recovery.id}/messages"
    community.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions")

    async def write(_: AnyClick) -> None:
        await here(community.bot, community.recovery).send("…")

    assert (await press(community, write)).startswith("Discord does not let me do that here. Check")


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (400, 50083, "That thread is closed. Open it first, then try again. Code"),
        (403, 60003, "This server asks for two-factor authentication before anyone moderates."),
        (404, 10011, "That role is gone. Choose another one. Code"),
        (404, 10000, "What this was about is gone: it was deleted meanwhile. Code"),
        (429, 0, "Discord is slow, so that may not have been done."),
        (400, 50035, "That did not work, and it was not your doing."),
    ],
)
async def test_what_discord_answers_is_put_into_words(
    community: Community, status: int, code: int, said: str
) -> None:
    path = f"/channels/{community.recovery.id}/messages"
    community.env.inject_error("POST", path, status=status, code=code, message="…")

    async def write(_: AnyClick) -> None:
        await here(community.bot, community.recovery).send("…")

    assert (await press(community, write)).startswith(said)


async def test_where_an_answer_comes_too_late_nobody_is_answered_and_the_log_says_so(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    community.env.inject_error(
        "POST", "/interactions/*", status=404, code=10062, message="Unknown interaction"
    )

    with pytest.raises(AssertionError, match="no answer"):
        await community.command(community.moderator, "status")

    assert community.forgive()
    assert "NotFound, status 404, Discord's code 10062" in caplog.text


async def test_what_is_gone_is_named(community: Community) -> None:
    recovery = here(community.bot, community.recovery)

    async def read(_: AnyClick) -> None:
        await recovery.fetch_message(1)

    async def write(_: AnyClick) -> None:
        await recovery.send("…")

    assert (await press(community, read)).startswith("That message is gone: it was deleted meanwhile.")
    await community.delete_channel(community.recovery)
    assert (await press(community, write)).startswith("That channel is gone. Choose another one.")


async def test_during_a_servers_outage_commands_and_presses_say_what_is_the_matter(
    community: Community,
) -> None:
    async def look(click: AnyClick) -> None:
        known_server(click).unavailable = True
        known_server(click)

    pressed = await press(community, look)
    await community.server.have_an_outage()
    given = await community.command(community.moderator, "status")

    assert pressed == given
    assert given.startswith("Discord does not show me this server just now: there is an outage")


async def test_a_command_that_changed_since_asks_to_load_discord_anew(community: Community) -> None:
    community.bot.signpost.remove_command("status")

    answer = await community.command(community.moderator, "status")

    assert isinstance(community.forgive()[-1], app_commands.CommandNotFound)
    assert answer.startswith("This command has changed since your Discord last loaded it.")
