"""Posts that change while a scan goes through them: what they say no longer is neither judged nor quoted."""

from collections.abc import Callable

import discord
import pytest

from .community import Community
from .scanning import scan_now
from .test_pieces import paste_in_pieces
from .test_privacy import MARKER
from .test_rulings import ANOTHER_PITCH
from .texts import PIECES, PITCH, SMALL_TALK

MARKED_PIECES = (PIECES[0], PIECES[1].replace("within the hour", f"within a {MARKER}"), *PIECES[2:])

Change = Callable[[Community, int], object]


def edited_clean(community: Community, post: int) -> object:
    """Let a post in general be edited."""
    community.env.backend.advance_clock(1)
    return community.env.backend.edit_message(community.general.id, post, {"content": SMALL_TALK})


def deleted(community: Community, post: int) -> object:
    """Let a post in general be deleted."""
    return community.env.backend.delete_message(community.general.id, post)


CHANGES = pytest.mark.parametrize("change", [edited_clean, deleted])


async def old_pitch_and(community: Community, *texts: str) -> list[int]:
    """Put a pitch into general unseen, and below it what another member wrote; return the latter."""
    await community.restart(cooldown=0)
    first, other = community.members(2)
    community.write_unseen(community.general, PITCH, by=first)
    written: list[int] = []
    for text in texts:
        community.env.backend.advance_clock(5)
        written.append(community.write_unseen(community.general, text, by=other))
    return written


@CHANGES
async def test_a_pitch_that_goes_while_its_page_is_read_is_not_quoted(
    community: Community, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    (post,) = await old_pitch_and(community, ANOTHER_PITCH)
    community.as_an_entry_appears(lambda: change(community, post))

    await scan_now(community, monkeypatch)

    assert community.states() == ["observed"]
    assert len(community.entries()) == 1


@CHANGES
async def test_a_piece_that_goes_while_its_page_is_read_is_not_quoted(
    community: Community, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    pieces = await old_pitch_and(community, *MARKED_PIECES)
    community.as_an_entry_appears(lambda: change(community, pieces[1]))

    await scan_now(community, monkeypatch)

    assert community.entries()
    assert not any(entry.shows(MARKER) for entry in community.entries())


@CHANGES
async def test_a_piece_that_goes_after_it_was_read_is_no_part_of_what_follows(
    community: Community, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    first, other = community.members(2)
    read = community.write_unseen(community.general, PIECES[0], by=first)
    community.write_unseen(community.general, PITCH, by=other)
    community.env.backend.advance_clock(5)
    community.write_unseen(community.general, PIECES[1], by=first)  # alone it does not say of what it speaks
    await community.restart(cooldown=0)
    community.as_an_entry_appears(lambda: change(community, read))

    await scan_now(community, monkeypatch)

    assert community.states() == ["observed"]
    assert len(community.entries()) == 1


async def test_a_scan_over_what_was_answered_and_ruled_changes_nothing(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts: list[discord.Message] = await paste_in_pieces(community, community.general)
    await community.paste(community.recovery, ANOTHER_PITCH)
    await community.press(community.moderator, community.entries()[-1], "Dismiss")
    before = [entry.text for entry in community.entries()]
    await community.restart()

    await scan_now(community, monkeypatch)

    assert [entry.text for entry in community.entries()] == before
    assert [note.answers for note in community.notes_in(community.general)] == [posts[0].id]
    assert community.states() == ["noted", "withdrawn"]
    (report,) = community.reports()
    assert report.shows("0 found")
