"""Nothing about anyone is kept: no text, no author, in no file of the store, in no log, in no custom id."""

import asyncio
import logging
import socket

import pytest

from bot.health import PATH, serve_health

from .community import Community
from .texts import LONG_PITCH, PITCH

MARKER = "zanzibarquill"
"""A word that stands nowhere but in what the member wrote."""


def bytes_kept(community: Community) -> bytes:
    """Return every byte of the database with its write-ahead log and shared memory."""
    kept = sorted(community.database.parent.glob(f"{community.database.name}*"))
    assert community.database in kept
    return b"".join(path.read_bytes() for path in kept)


def stands_in(kept: bytes, number: int) -> bool:
    """Say whether an id stands in a file, as digits or as SQLite stores a large integer."""
    return str(number).encode() in kept or number.to_bytes(8, "big") in kept


async def paste_everywhere(community: Community) -> list[int]:
    """Let the member post the marked pitch in every way there is; return the posts."""
    posts = [
        (await community.paste(community.general, f"{PITCH} {MARKER} is not addictive, {MARKER}.")).id,
        (await community.paste(community.recovery, f"{LONG_PITCH}\n{MARKER} eases withdrawal.")).id,
        (await community.paste(community.general, f"{PITCH} {MARKER}")).id,
        await community.post_file(community.voice, f"{MARKER}.txt", LONG_PITCH.encode()),
        (await community.forum_post(f"{MARKER} and kratom", f"{PITCH} {MARKER}")).id,
    ]
    await community.refuse(community.general, send_messages=False)
    await community.pass_time(minutes=31)
    posts.append((await community.paste(community.general, f"{PITCH} {MARKER}")).id)
    return posts


async def test_the_store_holds_no_word_and_no_author(community: Community) -> None:
    posts = await paste_everywhere(community)

    for restarts in range(2):
        kept = bytes_kept(community)
        assert MARKER.encode() not in kept, restarts
        assert MARKER.encode("utf-16-le") not in kept
        assert b"addictive like" not in kept
        assert not stands_in(kept, community.member.id)
        assert community.member.name.encode() + b" " not in kept
        assert all(stands_in(kept, post) for post in posts), "the search does not find what is there"
        await community.restart()


async def test_the_moderators_entry_may_show_what_the_store_must_not_hold(community: Community) -> None:
    await community.post_file(community.general, f"{MARKER}.txt", LONG_PITCH.encode())

    (entry,) = community.entries()
    assert entry.shows(f"{MARKER}.txt", community.member.mention, "not addictive")
    assert MARKER.encode() not in bytes_kept(community)


async def test_only_who_changed_a_setting_is_kept_of_moderators(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe", channel=community.recovery)
    await community.command(community.moderator, "status")

    kept = bytes_kept(community)
    assert stands_in(kept, community.recovery.id)
    assert stands_in(kept, community.manager.id), "the audit says who changed what"
    assert not stands_in(kept, community.moderator.id)


async def test_what_waits_to_be_sent_holds_no_word_either(community: Community) -> None:
    community.break_sending(community.general)
    post = await community.paste(community.general, f"{PITCH} {MARKER}")

    kept = bytes_kept(community)
    assert stands_in(kept, post.id)
    assert MARKER.encode() not in kept
    assert not stands_in(kept, community.member.id)


async def test_signposts_own_log_holds_no_word_and_no_author(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"):
        community.break_sending(community.voice)
        await paste_everywhere(community)
        community.mend_sending()
        await community.restart()

    assert "to be tried again" in caplog.text
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "cogs"))]
    assert not any(MARKER in line or str(community.member.id) in line for line in ours)


async def press_everything(community: Community) -> None:
    """Let a moderator press every button there is, on marked pitches."""
    await community.command(community.manager, "mode", mode="review")
    post = await community.paste(community.general, f"{PITCH} {MARKER} is not addictive, {MARKER}.")
    for label in ("Why?", "Release", "Why?", "Confirm", "Withdraw note", "Dismiss", "Delete post"):
        await community.press(community.moderator, community.entries()[0], label)
    await community.edit(post, f"{MARKER} and lentils")
    await community.paste(community.recovery, f"{LONG_PITCH}\n{MARKER} eases withdrawal.")
    entry = community.entries()[-1]
    asked = await community.moderator.click(entry.message, label="Delete post")
    assert asked.response is not None
    await community.moderator.click(asked.response, label="Delete post")


async def exposed(community: Community) -> bytes:
    """Return every byte that an operator or a manager can get hold of beside the mod log and the bot's log.

    All files of the store, what the health page says, the export, and the numbers with their table.
    """
    handed_out = [bytes_kept(community), await health_of(community)]
    for asked in ("data export", "stats", "cases", "audit", "status"):
        given = await community.manager.slash(community.general, f"signpost {asked}")
        assert given.response is not None
        handed_out += [await file.read() for file in given.response.attachments]
        handed_out.append(community.private_answer(given).encode())
    return b"".join(handed_out)


async def health_of(community: Community) -> bytes:
    """Return what the health page says of the running bot, headers and all."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    async with serve_health(port, lambda: community.bot.connected):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {PATH} HTTP/1.0\r\n\r\n".encode())
        said = await reader.read()
        writer.close()
    assert b'"gateway"' in said
    return said


async def test_no_button_leaves_a_word_or_the_writer_anywhere(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"):
        await press_everything(community)
    found = await exposed(community)
    await community.restart()

    for kept in (found, await exposed(community)):
        assert stands_in(kept, community.moderator.id), "the search does not find what is there"
        assert MARKER.encode() not in kept
        assert MARKER.encode("utf-16-le") not in kept
        assert not stands_in(kept, community.member.id)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "cogs"))]
    assert not any(MARKER in line or str(community.member.id) in line for line in ours)
    assert all(MARKER not in entry.text for entry in community.entries())
    ids = str([each.json for each in community.env.http_requests if "custom_id" in str(each.json)])
    assert f"case:1:confirm:{community.bot.seal.on(community.guild.id, 'case', 1, 'confirm')}" in ids


async def test_the_note_carries_no_person_in_its_custom_ids(community: Community) -> None:
    await paste_everywhere(community)

    bodies = str([*community.sent(community.general), *community.sent(community.recovery)])
    assert MARKER not in bodies
    assert str(community.member.id) not in bodies
